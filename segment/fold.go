package segment

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// Folding gives every spelling of a word one form, to be compared and never
// shown: traditional characters become simplified (han.go), full-width ones
// half-width, capitals small; Latin letters lose their accents; quotation
// marks, apostrophes, dashes and spaces of every kind become " ' - and space;
// combining accents and characters of no width vanish.
//
// But for a few hundred Chinese phrases a character folds the same way wherever
// it stands, so a word's folded form is found in its text's folded form.

// Folded is a folded text that remembers where each part came from.
type Folded struct {
	Text  string
	from  string
	units []unit // the places where the two texts are not in step
}

// unit says which part of the original became which part of the folded text.
// Between units both have the same runes' lengths, byte for byte.
type unit struct{ folded, from Span }

// Fold returns the folded form of text. Text itself is returned, and nothing
// but its own length is paid, where nothing folds.
func Fold(text string) Folded {
	n := plainPrefix(text)
	if n == len(text) {
		return Folded{Text: text, from: text}
	}
	f := Folded{from: text}
	out := append(make([]byte, 0, len(text)), text[:n]...)
	han := hanTable()
	for n < len(text) {
		before := len(out)
		var size int
		out, size = han.foldNext(out, text[n:])
		f.note(Span{before, len(out)}, Span{n, n + size}, out)
		n += size
	}
	f.Text = text
	if string(out) != text {
		f.Text = string(out)
	}
	return f
}

// FoldString returns the folded form of text.
func FoldString(text string) string {
	n := plainPrefix(text)
	if n == len(text) {
		return text
	}
	var room [64]byte
	out := append(room[:0], text[:n]...)
	han := hanTable()
	for n < len(text) {
		var size int
		out, size = han.foldNext(out, text[n:])
		n += size
	}
	if string(out) == text {
		return text
	}
	return string(out)
}

// plainPrefix is the length of the part of text that surely folds to itself.
func plainPrefix(text string) int {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return i
		}
	}
	return len(text)
}

// note records that from became folded, unless both are in step. What folds to
// nothing is joined to the unit or rune before it.
func (f *Folded) note(folded, from Span, out []byte) {
	if folded.Len() == 0 && from.Start > 0 {
		if last := len(f.units) - 1; last >= 0 && f.units[last].from.End == from.Start {
			f.units[last].from.End = from.End
			return
		}
		_, size := utf8.DecodeLastRuneInString(f.from[:from.Start])
		f.units = append(f.units, unit{Span{folded.Start - size, folded.End}, Span{from.Start - size, from.End}})
		return
	}
	if folded.Len() != from.Len() || utf8.RuneCount(out[folded.Start:]) != utf8.RuneCountInString(from.In(f.from)) {
		f.units = append(f.units, unit{folded, from})
	}
}

// Span returns the part of the original text that s, a span of the folded one,
// came from. Its ends are on rune boundaries; where several characters became
// one, or one became several, it takes in all of them.
func (f Folded) Span(s Span) Span {
	start := f.source(s.Start).Start
	if s.End <= s.Start {
		return Span{start, start}
	}
	return Span{start, f.source(s.End - 1).End}
}

// source is the part of the original that byte i of the folded text came from.
func (f Folded) source(i int) Span {
	if i >= len(f.Text) {
		return Span{len(f.from), len(f.from)}
	}
	i = max(i, 0)
	n := sort.Search(len(f.units), func(n int) bool { return f.units[n].folded.Start > i }) - 1
	if n >= 0 {
		u := f.units[n]
		if i < u.folded.End {
			return u.from
		}
		i += u.from.End - u.folded.End
	}
	for i > 0 && !utf8.RuneStart(f.from[i]) {
		i--
	}
	_, size := utf8.DecodeRuneInString(f.from[i:])
	return Span{i, i + size}
}

// appendFolded appends the folded form of one character other than Han.
func appendFolded(dst []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		return append(dst, lowerASCII(byte(r)))
	}
	if to := foldMark(r); to != 0 {
		return utf8.AppendRune(dst, to)
	}
	if vanishes(r) {
		return dst
	}
	if to, ok := letters[r]; ok {
		return append(dst, to...)
	}
	if to := width.LookupRune(r).Folded(); to != 0 && to != r {
		return appendFolded(dst, to)
	}
	if decomposes(r) {
		return appendDecomposed(dst, r)
	}
	return utf8.AppendRune(dst, unicode.ToLower(r))
}

func lowerASCII(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

// letters are Latin letters that Unicode does not decompose.
var letters = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'Æ': "ae", 'æ': "ae", 'Œ': "oe", 'œ': "oe", 'Ø': "o", 'ø': "o",
	'Đ': "d", 'đ': "d", 'Ð': "d", 'ð': "d", 'Ł': "l", 'ł': "l", 'ı': "i", 'Þ': "th", 'þ': "th",
}

// decomposes reports whether r is to be taken apart: Latin letters (accents,
// ligatures, Roman numerals), superscript digits, squared units such as ㎡, and
// the doubles of Han characters that PDF files are full of.
func decomposes(r rune) bool {
	switch {
	case r == '²', r == '³', r == '¹', 0x2070 <= r && r <= 0x209C:
		return true
	case 0x3300 <= r && r <= 0x33FF, 0x2F00 <= r && r <= 0x2FDF, 0xF900 <= r && r <= 0xFAFF:
		return true
	}
	return unicode.Is(unicode.Latin, r)
}

// appendDecomposed appends what r is made of, without accents.
func appendDecomposed(dst []byte, r rune) []byte {
	var one [utf8.UTFMax]byte
	parts := norm.NFKD.Properties(one[:utf8.EncodeRune(one[:], r)]).Decomposition()
	if parts == nil {
		return utf8.AppendRune(dst, unicode.ToLower(r))
	}
	for len(parts) > 0 {
		p, size := utf8.DecodeRune(parts)
		parts = parts[size:]
		switch {
		case p < utf8.RuneSelf:
			dst = append(dst, lowerASCII(byte(p)))
		case unicode.Is(unicode.Han, p):
			dst = utf8.AppendRune(dst, hanTable().fold(p))
		case !vanishes(p):
			dst = utf8.AppendRune(dst, unicode.ToLower(p))
		}
	}
	return dst
}

// foldMark returns the mark that stands for all marks like r, 0 if r is none of them.
func foldMark(r rune) rune {
	switch r {
	case '‘', '’', '‚', '‛', '′', 'ʼ', 'ʹ', '＇', '`', '´', '『', '』', '﹃', '﹄':
		return '\''
	case '“', '”', '„', '‟', '″', '〝', '〞', '〟', '＂', '«', '»', '「', '」', '﹁', '﹂', '｢', '｣':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−', '─', '━', '﹘', '﹣', '－', '⸺', '⸻':
		return '-'
	case '•', '‧', '∙', '⋅', '・', '･', '．':
		return foldDot(r)
	}
	if r == '\u00A0' || r == '\u3000' || 0x2000 <= r && r <= 0x200A || r == '\u202F' || r == '\u205F' {
		return ' '
	}
	return 0
}

// foldDot keeps the dot of numbers apart from the one inside foreign names.
func foldDot(r rune) rune {
	if r == '．' {
		return '.'
	}
	return '·'
}

// vanishes reports whether r is a combining accent or has no width.
func vanishes(r rune) bool {
	switch {
	case 0x0300 <= r && r <= 0x036F, 0x200B <= r && r <= 0x200F, 0xFE00 <= r && r <= 0xFE0F:
		return true
	}
	return r == '\u00AD' || r == '\u2060' || r == '\uFEFF'
}
