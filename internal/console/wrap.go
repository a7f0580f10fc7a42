// Package console lays out bilingual text for a terminal: widths as a terminal
// shows them (a Han character takes two cells), lines broken as each script
// wants, matches marked, two columns side by side.
package console

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// Wrapping is greedy over atoms: an atom is a run that must stay on one line.
// A Latin word is one atom; a Han character is one, together with the marks
// that may not begin a line (，。」) or end one (「（). A space is an atom that
// disappears at the end of a line. An atom wider than the line is cut.

// cells measures without asking the environment: characters that are wide only
// in East Asian legacy settings (quotes, dashes) count as narrow.
var cells = &runewidth.Condition{EastAsianWidth: false, StrictEmojiNeutral: true}

// Width is the number of terminal cells s takes.
func Width(s string) int { return cells.StringWidth(s) }

const (
	noStart = "，。、；：？！）」』”’》〉】〕］｝…,.;:?!)]}%％％"
	noEnd   = "（「『“‘《〈【〔［｛([{"
)

type span struct{ start, end int }

type atom struct {
	span
	width int
	space bool
}

// atoms cuts text into unbreakable runs.
func atoms(text string) []atom {
	var out []atom
	var last rune
	for i, r := range text {
		size := utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, size = utf8.DecodeRuneInString(text[i:])
		}
		a := atom{span{i, i + size}, cells.RuneWidth(r), unicode.IsSpace(r)}
		if n := len(out); n > 0 && !a.space && !out[n-1].space && sticks(last, r) {
			out[n-1].end, out[n-1].width = a.end, out[n-1].width+a.width
		} else {
			out = append(out, a)
		}
		last = r
	}
	return out
}

// sticks tells whether no line may break between a and b.
func sticks(a, b rune) bool {
	if strings.ContainsRune(noStart, b) || strings.ContainsRune(noEnd, a) {
		return true
	}
	return cells.RuneWidth(a) < 2 && cells.RuneWidth(b) < 2 || cells.RuneWidth(b) == 0
}

// wrap breaks text into lines of at most width cells.
func wrap(text string, width int) []span {
	var lines []span
	line, used := span{-1, -1}, 0
	flush := func() {
		if line.start >= 0 {
			lines = append(lines, line)
		}
		line, used = span{-1, -1}, 0
	}
	for _, a := range atoms(text) {
		if a.space {
			used += a.width
			continue
		}
		for _, piece := range cut(text, a, width) {
			if line.start >= 0 && used+piece.width > width {
				flush()
			}
			if line.start < 0 {
				line.start, used = piece.start, 0
			}
			line.end, used = piece.end, used+piece.width
		}
	}
	flush()
	return lines
}

// cut divides an atom that is wider than a whole line.
func cut(text string, a atom, width int) []atom {
	if a.width <= width {
		return []atom{a}
	}
	var out []atom
	piece := atom{span: span{a.start, a.start}}
	for i, r := range text[a.start:a.end] {
		w := cells.RuneWidth(r)
		if piece.width > 0 && piece.width+w > width {
			piece.end = a.start + i
			out = append(out, piece)
			piece = atom{span: span{a.start + i, a.start + i}}
		}
		piece.width += w
	}
	piece.end = a.end
	return append(out, piece)
}

// Clean makes text safe to show: control characters, among them the escapes
// that move a cursor, become spaces, and marks that reorder text are dropped.
func Clean(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || unicode.IsControl(r):
		return ' '
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0x200E, r == 0x200F:
		return -1
	}
	return r
}
