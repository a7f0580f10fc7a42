package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences returns the sentences of text in order, without the space around
// them; together they cover every byte that is not space. A line's end always
// ends a sentence.
func Sentences(text string, lang Lang) []Span {
	var spans []Span
	for start := 0; start < len(text); {
		end := lineEnd(text, start)
		spans = appendSentences(spans, text, Span{start, end})
		start = end
	}
	return spans
}

// lineEnd is the position after the line break that follows i.
func lineEnd(text string, i int) int {
	n := strings.IndexAny(text[i:], "\n\r\v\f\u0085\u2028\u2029")
	if n < 0 {
		return len(text)
	}
	_, size := utf8.DecodeRuneInString(text[i+n:])
	return i + n + size
}

func appendSentences(spans []Span, text string, line Span) []Span {
	l := lineScanner{text: line.In(text)}
	for l.start < len(l.text) {
		end := l.next()
		if s := trim(l.text, Span{l.start, end}); s.Len() > 0 {
			spans = append(spans, s.Shift(line.Start))
		}
		l.start = end
	}
	return spans
}

func trim(text string, s Span) Span {
	part := s.In(text)
	s.Start += len(part) - len(strings.TrimLeftFunc(part, unicode.IsSpace))
	s.End = s.Start + len(strings.TrimSpace(part))
	return s
}

type lineScanner struct {
	text  string
	start int
}

// next is the end of the sentence that begins at l.start.
func (l *lineScanner) next() int {
	for i := l.start; i < len(l.text); {
		r, size := utf8.DecodeRuneInString(l.text[i:])
		if !isTerminator(r) {
			i += size
			continue
		}
		end := l.closers(l.terminators(i))
		if l.ends(i, end) {
			return end
		}
		i = end
	}
	return len(l.text)
}

func isTerminator(r rune) bool {
	return strings.ContainsRune(".!?。！？｡…‼⁇⁈⁉．", r)
}

func (l *lineScanner) terminators(i int) int {
	for i < len(l.text) {
		r, size := utf8.DecodeRuneInString(l.text[i:])
		if !isTerminator(r) {
			break
		}
		i += size
	}
	return i
}

func (l *lineScanner) closers(i int) int {
	for i < len(l.text) {
		r, size := utf8.DecodeRuneInString(l.text[i:])
		if !strings.ContainsRune("”’」』）】》〉〕］｝\"')]}", r) {
			break
		}
		i += size
	}
	return i
}

// ends reports whether the terminators at i, with closers up to end, end a sentence.
func (l *lineScanner) ends(i, end int) bool {
	if end == len(l.text) || strings.ContainsAny(l.text[i:end], "。！？｡") {
		return true
	}
	rest := l.text[end:]
	next, _ := utf8.DecodeRuneInString(rest)
	if unicode.Is(unicode.Han, next) {
		return l.text[i] != '.'
	}
	word := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if word == rest {
		return false
	}
	next, _ = utf8.DecodeRuneInString(word)
	return !unicode.IsLower(next) && !isAbbreviation(l.text[l.start:i])
}

func isAbbreviation(before string) bool {
	w := before[strings.LastIndexAny(before, " (\"“")+1:]
	switch w {
	case "Mr", "Ms", "Mrs", "Dr", "Sen", "No", "U.S", "e.g", "i.e", "a.m", "p.m", "vs", "Prof", "Gen", "Gov":
		return true
	}
	return len(w) == 1 && w >= "A" && w <= "Z"
}
