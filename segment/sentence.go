package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A sentence ends where a run of end marks, with the closing quotes and
// brackets attached to it, is followed by what can begin another. The marks of
// both languages are understood in either, since transcripts mix them:
//
//	。！？      end one, unless the clause runs on (clause.go)
//	. ! ?      end one before a space and anything but a small letter; a point
//	           not after an abbreviation or list number (abbreviation.go), nor
//	           inside a number or name
//	… ... ……   end one only before an opening quote or a word that often begins
//	           sentences: speakers falter far more often than they trail off
//	；         does not: the people who divided the gold sets never did so
//
// An open quote or bracket keeps no sentence from ending, so that one that is
// never closed does no harm. testdata/sentences.golden has the agreement with
// texts that people divided; what differs is nearly all faltering dialogue.

// Sentences returns the sentences of text in order, without the space around
// them; together they cover every byte that is not space. A line's end always
// ends a sentence. lang is the language text is mostly in, Unknown if unknown.
func Sentences(text string, lang Lang) []Span {
	var spans []Span
	for start := 0; start < len(text); {
		end := lineEnd(text, start)
		l := line{text: text[start:end], lang: lang}
		for l.at < len(l.text) {
			if s := trim(l.text, l.next()); s.Len() > 0 {
				spans = append(spans, s.Shift(start))
			}
		}
		start = end
	}
	return spans
}

// lineEnd is the position after the first line break from i on.
func lineEnd(text string, i int) int {
	for ; i < len(text); i++ {
		switch c := text[i]; {
		case '\n' <= c && c <= '\r':
			return i + 1
		case c == 0xC2 && strings.HasPrefix(text[i:], "\u0085"):
			return i + 2
		case c == 0xE2 && (strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029")):
			return i + 3
		}
	}
	return i
}

// trim takes the space off both ends of s.
func trim(text string, s Span) Span {
	part := strings.TrimRightFunc(s.In(text), unicode.IsSpace)
	s.End = s.Start + len(part)
	s.Start = s.End - len(strings.TrimLeftFunc(part, unicode.IsSpace))
	return s
}

// line is a line of text being divided, up to at so far.
type line struct {
	text   string
	lang   Lang
	from   int  // where the sentence in hand begins
	at     int  // how far it has been read
	open   int  // its last opening quote or bracket, -1 if none
	quoted bool // an odd number of " so far
}

// next reads on to the end of a sentence.
func (l *line) next() Span {
	l.at = len(l.text) - len(strings.TrimLeftFunc(l.text[l.at:], unicode.IsSpace))
	l.from, l.open = l.at, -1
	for l.at < len(l.text) {
		r, size := utf8.DecodeRuneInString(l.text[l.at:])
		if !isEndMark(r) {
			l.pass(r)
			l.at += size
			continue
		}
		s := l.stopAt(l.at)
		l.at = s.end
		if l.ends(s) {
			break
		}
	}
	return Span{l.from, l.at}
}

// pass notes the quotes and brackets among the characters passed over.
func (l *line) pass(r rune) {
	if r == '"' {
		l.quoted = !l.quoted
	}
	if isOpener(r) || r == '"' && l.quoted {
		l.open = l.at
	}
}

// stop is a place where a sentence may end.
type stop struct {
	at    int // its first end mark
	marks int // where the first run of end marks ends
	end   int // where everything attached to it ends
}

// stopAt reads the stop whose end marks begin at i: ？！」。 is all one.
func (l *line) stopAt(i int) stop {
	s := stop{at: i, marks: l.skipMarks(i)}
	for s.end = s.marks; ; {
		closed := l.skipClosers(s.end)
		if closed == s.end {
			return s
		}
		s.end = l.skipMarks(closed)
	}
}

// skipMarks passes over end marks; the spaced points of . . . are one run.
func (l *line) skipMarks(i int) int {
	for i < len(l.text) {
		r, size := utf8.DecodeRuneInString(l.text[i:])
		if !isEndMark(r) {
			return i
		}
		i += size
		if rest := strings.TrimLeft(l.text[i:], " "); r == '.' && len(rest) > 1 && rest[0] == '.' && !isWordRune(firstRune(rest[1:])) {
			i = len(l.text) - len(rest)
		}
	}
	return i
}

// skipClosers passes over closing quotes and brackets. One that cannot be an
// opening one may stand after a space.
func (l *line) skipClosers(i int) int {
	for i < len(l.text) {
		rest := strings.TrimLeft(l.text[i:], " \u3000")
		r, size := utf8.DecodeRuneInString(rest)
		if !l.closes(r, rest[size:], len(rest) < len(l.text)-i) {
			return i
		}
		if r == '"' {
			l.quoted = false
		}
		i = len(l.text) - len(rest) + size
	}
	return i
}

// closes reports whether r, met among end marks, perhaps after a space, and
// followed by rest, is a closing quote or bracket.
func (l *line) closes(r rune, rest string, spaced bool) bool {
	next := firstRune(rest)
	alone := rest == "" || unicode.IsSpace(next)
	switch {
	case r == '"':
		return l.quoted && (alone || !spaced) || !spaced && !isWordRune(next)
	case r == '\'':
		return !spaced && !isWordRune(next)
	case spaced && (r < utf8.RuneSelf || r == '’' && unicode.Is(unicode.Latin, next)):
		return false
	}
	return isCloser(r)
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
func lastRune(s string) rune  { r, _ := utf8.DecodeLastRuneInString(s); return r }

func isWordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func isEndMark(r rune) bool { return strings.ContainsRune(".!?。！？｡…．‼⁇⁈⁉", r) }
func isCloser(r rune) bool  { return strings.ContainsRune("”’」』）】》〉〕］｝)]}", r) }
func isOpener(r rune) bool  { return strings.ContainsRune("“‘「『（【《〈〔［｛([{", r) }
