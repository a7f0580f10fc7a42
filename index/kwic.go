package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/segment"
)

// Line is one match of a concordance: the keyword in its context.
type Line struct {
	Passage *Passage     `json:"-"`
	Lang    segment.Lang `json:"lang"`
	Left    string       `json:"left"`
	Match   string       `json:"match"`
	Right   string       `json:"right"`
}

// KWIC gives a line for every mark of a passage, with width words of English or
// width characters of Chinese on either side. Line breaks become spaces.
func KWIC(p *Passage, width int) []Line {
	lines := kwic(p, segment.English, width, words)
	return append(lines, kwic(p, segment.Chinese, width, characters)...)
}

// stepper gives the length of the next step of context in s: at its start, or
// with back at its end.
type stepper func(s string, back bool) int

func kwic(p *Passage, lang segment.Lang, width int, step stepper) []Line {
	side := p.Side(lang)
	var lines []Line
	for _, m := range side.Marks {
		from, to := m.Start, m.End
		for range width {
			from -= step(side.Text[:from], true)
			to += step(side.Text[to:], false)
		}
		lines = append(lines, Line{
			Passage: p, Lang: lang, Match: oneLine(m.In(side.Text)),
			Left: oneLine(side.Text[from:m.Start]), Right: oneLine(side.Text[m.End:to]),
		})
	}
	return lines
}

func characters(s string, back bool) int {
	if back {
		_, n := utf8.DecodeLastRuneInString(s)
		return n
	}
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// words steps over spaces and then over what is not space.
func words(s string, back bool) int {
	if back {
		cut := strings.TrimRightFunc(s, unicode.IsSpace)
		return len(s) - (strings.LastIndexFunc(cut, unicode.IsSpace) + 1)
	}
	cut := strings.TrimLeftFunc(s, unicode.IsSpace)
	if i := strings.IndexFunc(cut, unicode.IsSpace); i >= 0 {
		return len(s) - len(cut) + i
	}
	return len(s)
}

func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return ' '
		}
		return r
	}, s)
}
