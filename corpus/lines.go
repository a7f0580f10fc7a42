package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/segment"
)

// splitLines gives the lines of raw that have anything on them, trimmed of
// space. Line ends are \n, \r\n, \r and the Unicode line separators.
func splitLines(raw string) []segment.Span {
	var out []segment.Span
	start := 0
	add := func(end int) {
		if s := trim(raw, segment.Span{Start: start, End: end}); s.Len() > 0 {
			out = append(out, s)
		}
	}
	for i, r := range raw {
		if r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' {
			add(i)
			start = i + utf8.RuneLen(r)
		}
	}
	add(len(raw))
	return out
}

// trim narrows s to what is not space at its ends.
func trim(raw string, s segment.Span) segment.Span {
	s.Start += len(s.In(raw)) - len(strings.TrimLeftFunc(s.In(raw), blank))
	s.End = s.Start + len(strings.TrimRightFunc(s.In(raw), blank))
	return s
}

// blank counts invisible characters as space: pages are full of them.
func blank(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\u2060' || r == '\ufeff'
}

// sub gives the part of s from byte offset lo to hi within it.
func sub(s segment.Span, lo, hi int) segment.Span {
	return segment.Span{Start: s.Start + lo, End: s.Start + hi}
}

var plainSpaces = strings.NewReplacer("\u00a0", "  ", "\u3000", "   ", "\u2002", "   ", "\u2003", "   ", "\u2009", "   ", "\u202f", "   ")

// plainSpace writes wide and unbreakable spaces as plain ones, as many as keeps
// every other byte in its place: patterns know the plain one only.
func plainSpace(s string) string { return plainSpaces.Replace(s) }
