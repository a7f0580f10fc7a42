// Package segment turns text into spans: which language it is in, where its
// sentences, words and figures lie, and how its characters fold together
// (traditional with simplified, full-width with half-width, capital with small).
//
// Nothing here rewrites a text. Every result is a [Span] of byte offsets into
// the string that was passed in, so a highlight can always re-read the original.
// Start with [Sentences] and [Words]; [Fold] gives the form two spellings share.
package segment

// Span is a half-open range [Start, End) of byte offsets into a UTF-8 text.
// Both ends lie on rune boundaries.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// In returns the part of text that s covers.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Len is the length of s in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Shift moves s by n bytes, as when a part's spans are wanted in the whole.
func (s Span) Shift(n int) Span { return Span{s.Start + n, s.End + n} }

// Lang is the language of a text.
type Lang string

// The languages Parley reads. Unknown is the zero value: a text in neither.
const (
	Unknown Lang = ""
	English Lang = "en"
	Chinese Lang = "zh"
)

// TokenKind tells what a token is made of.
type TokenKind uint8

// The kinds of token. Han is a Chinese word, Latin a word in an alphabet,
// Number digits with their inner points and commas, Punct one mark.
const (
	Han TokenKind = iota + 1
	Latin
	Number
	Punct
)

// Token is a word, number or mark and its folded form.
type Token struct {
	Span
	Text string // folded as by Fold: simplified, half-width, lower case
	Kind TokenKind
}
