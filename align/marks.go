package align

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Marks that tend to survive translation are tokens, named by what they do: a
// quotation opens with “, 「, or a ' before a word, and closes with its
// like. Commas and full stops gain nothing (measured).
const (
	question  = "?"
	surprised = "!"
	colon     = ":"
	semicolon = ";"
	opening   = "“"
	closing   = "”"
	bracket   = "("
	dash      = "—"
	dots      = "…"
)

var markOf = map[rune]string{
	'?': question, '？': question, '!': surprised, '！': surprised, ':': colon, '：': colon, ';': semicolon, '；': semicolon,
	'“': opening, '「': opening, '『': opening, '«': opening, '‘': opening, '”': closing, '」': closing, '』': closing, '»': closing,
	'(': bracket, '（': bracket, '[': bracket, '【': bracket, '—': dash, '―': dash, '–': dash, '…': dots, '⋯': dots,
}

// appendMarks appends the marks of text, a run of one kind once.
func appendMarks(out []tokenType, text string) []tokenType {
	last := ""
	for i, r := range text {
		m := markOf[r]
		switch {
		case m == "" && (r == '\'' || r == '’' || r == '"'):
			m = quote(text[:i], text[i+utf8.RuneLen(r):])
		case r == '-' && strings.HasSuffix(text[:i], "-"):
			m = dash
		case r == '.' && strings.HasSuffix(text[:i], ".."), r == '.' && strings.HasSuffix(text[:i], ". . "):
			m = dots
		}
		if m != "" && (m != last || m == question) {
			out = append(out, tokenType{mark, m})
		}
		if r != ' ' && r != '.' {
			last = m
		}
	}
	return out
}

// quote tells whether an upright quotation mark opens or closes, by what stands
// on its sides; an apostrophe is neither.
func quote(before, after string) string {
	b, _ := utf8.DecodeLastRuneInString(before)
	a, _ := utf8.DecodeRuneInString(after)
	switch inner := unicode.IsLetter(b) || unicode.IsDigit(b); {
	case inner && (unicode.IsLetter(a) || unicode.IsDigit(a)):
		return ""
	case before == "", unicode.IsSpace(b), markOf[b] == bracket, markOf[b] == dash, markOf[b] == opening:
		return opening
	}
	return closing
}
