package corpus

import (
	"strings"

	"parley/segment"
)

// cutLines cuts lines where a label may stand within: behind a blank that
// follows a sentence or a colon. Pages that hold a whole transcript in one line
// need it; others are left alone.
func cutLines(raw string, rows []row) []row {
	var spans []segment.Span
	for _, r := range rows {
		start := r.Start
		for _, at := range labelStarts(raw, r.Span) {
			if s := trim(raw, segment.Span{Start: start, End: at}); s.Len() > 0 {
				spans = append(spans, s)
			}
			start = at
		}
		spans = append(spans, trim(raw, segment.Span{Start: start, End: r.End}))
	}
	return candidates(raw, spans)
}

// labelStarts gives the places inside a line at which a label may start. Each
// colon is looked back from once, over at most the length of a label.
func labelStarts(raw string, line segment.Span) []int {
	var out []int
	s := line.In(raw)
	last := 0
	for i := 0; i < len(s); i++ {
		size := colonAtByte(s, i)
		if size == 0 {
			continue
		}
		at := pieceStart(s, max(last, i-3*maxLabel), i)
		if at > last {
			if l, ok := findLabel(raw, sub(line, at, min(len(s), i+size+64))); ok && l.proof >= fair {
				out = append(out, line.Start+at)
			}
		}
		last = i + size
		i += size - 1
	}
	return out
}

func colonAtByte(s string, i int) int {
	switch {
	case s[i] == ':':
		return 1
	case strings.HasPrefix(s[i:], "："):
		return len("：")
	}
	return 0
}

// pieceStart is the last place between lo and hi where a blank follows a
// sentence end or a colon, or 0.
func pieceStart(s string, lo, hi int) int {
	for i := hi - 1; i > lo; i-- {
		if s[i] != ' ' && !strings.HasPrefix(s[i:], "\u3000") {
			continue
		}
		if endsWithMark(strings.TrimRight(s[max(0, i-8):i], " \u3000")) {
			return i + len(s[i:hi]) - len(strings.TrimLeft(s[i:hi], " \u3000"))
		}
	}
	if lo > 0 && endsWithMark(s[max(0, lo-3):lo]) && hi > lo {
		return lo + len(s[lo:hi]) - len(strings.TrimLeft(s[lo:hi], " \u3000"))
	}
	return 0
}

// rejoin puts pieces of one line together again where no label was kept.
func rejoin(raw string, rows []row) []row {
	var out []row
	for _, r := range rows {
		if n := len(out); n > 0 && r.label == nil && !strings.ContainsAny(raw[out[n-1].End:r.Start], "\r\n\u2028\u2029") {
			out[n-1].End = r.End
			if l := out[n-1].label; l != nil {
				l.text.End = r.End
			}
			continue
		}
		out = append(out, r)
	}
	return out
}
