package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/segment"
)

// A unit is the smallest thing that can be searched for: one Chinese character,
// one word in an alphabet, or one number. Text and query are cut into units by
// the same function, and the marks of a hit are found on units too, so what is
// indexed, what is asked and what is marked can never disagree.
//
// Cutting needs no dictionary. A Chinese word is a run of character units, so
// it is found wherever it stands, inside a longer dictionary word as well.
//
// Positions count units. Marks that end a clause leave a hole of one position,
// so that no phrase runs across them unless the query has such a mark in the
// same place; hyphens, apostrophes, quotation marks, slashes and spaces leave none.
type unit struct {
	segment.Span        // in the original text
	form         string // folded; an acronym that would be mistaken for a word stays in capitals
	pos          int
	kind         unitKind
}

type unitKind uint8

const (
	character unitKind = iota + 1
	word
	number
)

// units cuts a text into its units.
func units(text string) []unit {
	c := cutter{folded: segment.Fold(text), text: text}
	c.out = make([]unit, 0, len(text)/4+1)
	for c.at < len(c.folded.Text) {
		c.next()
	}
	return c.out
}

type cutter struct {
	folded segment.Folded
	text   string
	at     int
	pos    int
	holed  bool // a hole was left since the last unit
	out    []unit
}

// next consumes one unit or one mark.
func (c *cutter) next() {
	rest := c.folded.Text[c.at:]
	r, size := utf8.DecodeRuneInString(rest)
	switch {
	case isCharacter(r):
		c.emit(size, rest[:size], character)
	case unicode.IsDigit(r):
		c.number(rest)
	case unicode.IsLetter(r):
		c.word(rest)
	default:
		c.mark(r, size)
	}
}

func (c *cutter) emit(size int, form string, kind unitKind) {
	span := c.folded.Span(segment.Span{Start: c.at, End: c.at + size})
	if kind == word {
		form = acronym(form, span.In(c.text))
	}
	c.out = append(c.out, unit{Span: span, form: form, pos: c.pos, kind: kind})
	c.at += size
	c.pos++
	c.holed = false
}

// number takes digits with the points and commas inside them: 21.79 and
// 3,000 are one unit each, the second with the form 3000. Digits that run on
// into letters are a word: 5g, 20th.
func (c *cutter) number(rest string) {
	n := 0
	for n < len(rest) {
		r, size := utf8.DecodeRuneInString(rest[n:])
		inner := (r == '.' || r == ',') && startsWithDigit(rest[n+size:])
		if !unicode.IsDigit(r) && !inner {
			break
		}
		n += size
	}
	if r, _ := utf8.DecodeRuneInString(rest[n:]); isLatin(r) {
		c.word(rest)
		return
	}
	c.emit(n, strings.ReplaceAll(rest[:n], ",", ""), number)
}

// word takes letters, digits and combining marks, and single letters with a
// full stop after each (U.S. is us, in the form acronym gives it).
func (c *cutter) word(rest string) {
	if n, form := dotted(rest); n > 0 {
		c.emit(n, form, word)
		if strings.HasPrefix(c.folded.Text[c.at:], ".") {
			c.at++
		}
		return
	}
	n := strings.IndexFunc(rest, func(r rune) bool {
		return !isLatin(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
	})
	if n < 0 {
		n = len(rest)
	}
	n = max(n, 1)
	c.emit(n, rest[:n], word)
	if abbreviations[c.out[len(c.out)-1].form] && strings.HasPrefix(c.folded.Text[c.at:], ".") {
		c.at++
	}
}

// dotted recognises u.s. and u.s.a at the start of s. It returns the length
// without the last full stop, 0 where there is none.
func dotted(s string) (n int, form string) {
	var letters []byte
	for i := 0; i+1 < len(s) && isASCIILetter(s[i]) && s[i+1] == '.'; i += 2 {
		letters = append(letters, s[i])
	}
	if len(letters) == 0 {
		return 0, ""
	}
	n = 2 * len(letters)
	if n < len(s) && isASCIILetter(s[n]) && (n+1 == len(s) || !isASCIILetter(s[n+1])) {
		letters = append(letters, s[n])
		n += 2
	}
	if len(letters) < 2 {
		return 0, ""
	}
	return n - 1, string(letters)
}

// mark passes over a character that is no unit.
func (c *cutter) mark(r rune, size int) {
	c.at += size
	if endsClause(r) && !c.holed && len(c.out) > 0 {
		c.pos++
		c.holed = true
	}
}

func endsClause(r rune) bool {
	return strings.ContainsRune(".,;:!?…、。，；：！？｡()（）[]【】\n", r)
}

// isCharacter tells the scripts written without spaces.
func isCharacter(r rune) bool {
	return r >= 0x2E80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) ||
		r == '〇' || r == '々')
}

func isLatin(r rune) bool { return unicode.IsLetter(r) && !isCharacter(r) }

func isASCIILetter(b byte) bool { return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' }

func startsWithDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}

// term is one entry for the index: a form at a position.
type indexTerm struct {
	form string
	pos  int
}

// findingTerms are what the fields for finding hold: every unit, and at the
// position of every character also the pair it makes with the next one. Single
// characters answer one-character queries; pairs make longer ones cheap.
func findingTerms(us []unit) []indexTerm {
	terms := make([]indexTerm, 0, 2*len(us))
	for i, u := range us {
		terms = append(terms, indexTerm{u.form, u.pos})
		if pairs(us, i) {
			terms = append(terms, indexTerm{u.form + us[i+1].form, u.pos})
		}
	}
	return terms
}

// pairs tells whether the units i and i+1 are neighbouring characters.
func pairs(us []unit, i int) bool {
	return i+1 < len(us) && us[i].kind == character && us[i+1].kind == character && us[i+1].pos == us[i].pos+1
}

// phraseTerms covers the units of a query with the fewest terms that together
// pin down every one of them: 外贸进出口 becomes 外贸, 进出, 出口 at 0, 2, 3.
func phraseTerms(us []unit) []indexTerm {
	var terms []indexTerm
	for i := 0; i < len(us); i++ {
		switch {
		case !pairs(us, i):
			terms = append(terms, indexTerm{us[i].form, us[i].pos})
		default:
			terms = append(terms, indexTerm{us[i].form + us[i+1].form, us[i].pos})
			if !pairs(us, i+1) || pairs(us, i+2) {
				i++
			}
		}
	}
	return terms
}
