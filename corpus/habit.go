package corpus

import (
	"regexp"
	"strings"

	"parley/segment"
)

// row is one line of the page, and the label it starts with where it has one.
type row struct {
	segment.Span
	label    *label
	headline bool // an office's name over a headline, not over speech
}

// readRows finds the lines and the labels that count on this page.
func readRows(raw string) []row {
	rows := candidates(raw, splitLines(raw))
	h := habitOf(rows)
	h.keep(raw, rows)
	if labelled(rows) < 2 {
		if cut := cutLines(raw, rows); len(cut) > len(rows) {
			h = habitOf(cut)
			h.keep(raw, cut)
			return rejoin(raw, cut)
		}
	}
	return rows
}

func candidates(raw string, lines []segment.Span) []row {
	rows := make([]row, len(lines))
	for i, s := range lines {
		rows[i].Span = s
		if l, ok := findLabel(raw, s); ok {
			rows[i].label = &l
		}
	}
	return rows
}

// habit is what a page does with its labels.
type habit struct {
	count  map[string]int // rows that have the label, by key
	forms  map[form]int   // rows that have a label of this form
	proofs map[form]int   // how much speaks for labels of this form
}

// habitOf collects how often each label occurs and in which form. A sure label
// weighs 2, a fair or weak one that is repeated 2 or 1, a fair one alone 1.
func habitOf(rows []row) habit {
	h := habit{count: map[string]int{}, forms: map[form]int{}, proofs: map[form]int{}}
	for _, r := range rows {
		if r.label != nil {
			h.count[r.label.key]++
			h.forms[r.label.form]++
		}
	}
	seen := map[string]bool{}
	for _, r := range rows {
		l := r.label
		if l == nil || seen[l.key] {
			continue
		}
		seen[l.key] = true
		switch n := h.count[l.key]; {
		case l.proof == sure, l.proof == fair && n > 1:
			h.proofs[l.form] += 2
		case l.proof == fair, n > 1:
			h.proofs[l.form]++
		}
	}
	return h
}

// keep takes away the labels that the page's habit does not bear out.
func (h habit) keep(raw string, rows []row) {
	for i := range rows {
		if rows[i].label == nil {
			continue
		}
		rows[i].headline = isHeadline(raw, rows, i)
		if rows[i].headline || !h.accepts(raw, rows, i) {
			rows[i].label = nil
		}
	}
}

func (h habit) accepts(raw string, rows []row, i int) bool {
	l := rows[i].label
	if headsField(raw, rows, i) {
		return false
	}
	n, custom := h.count[l.key], h.custom(l.form)
	switch {
	case l.form == heading:
		return true
	case l.form == column:
		return h.forms[column] > 1
	case l.proof == sure, l.proof == fair && l.form == bracket && l.text.Len() > 0:
		return true
	case l.proof == fair && n > 1:
		return custom
	case l.proof == fair:
		return custom && (l.form != inline || plausible(raw, l))
	}
	return custom && n > 1
}

// custom tells whether the page has labels of this form; one on a line of its
// own is borne out by labels of any form.
func (h habit) custom(f form) bool {
	all := 0
	for _, n := range h.proofs {
		all += n
	}
	return h.proofs[f] >= 2 || f == alone && all >= 2
}

// headsField tells whether a label is one of the head's own ("Date:"). A word
// for the chair is one only where the next line introduces a person.
func headsField(raw string, rows []row, i int) bool {
	switch fieldMark(fold(rows[i].label.mark.In(raw))) {
	case noField:
		return false
	case chairField:
		if rows[i].label.text.Len() > 0 {
			return false
		}
		next := i + 1
		if next == len(rows) {
			return false
		}
		_, cast := castLine(limit(rows[next].In(raw), maxNote))
		return cast
	}
	return true
}

// plausible looks for a second sign that a label seen once in a line is one: a
// question behind it, a name that sounds Chinese, or an office or outlet.
func plausible(raw string, l *label) bool {
	said := l.text.In(raw)
	return l.outlet != "" || l.role != "" || hasHan(l.name) || soundsLikeName(l.name) || strings.ContainsAny(said, "?？")
}

// isHeadline tells a headline over an exchange ("国防部：期待两军关系稳定") from
// speech: it stands behind an office, has no full stop, and the next label
// follows at once.
func isHeadline(raw string, rows []row, i int) bool {
	l := rows[i].label
	if l.form != inline || l.outlet != "" || i+1 == len(rows) || rows[i+1].label == nil {
		return false
	}
	return officeAlone.MatchString(l.name) && !endsWithMark(l.text.In(raw))
}

var officeAlone = regexp.MustCompile(`\p{Han}(部|委|局|办|辦|署|厅|廳|院)$`)

func endsWithMark(s string) bool {
	s = strings.TrimRight(s, "”\"'’」』)） ")
	for _, m := range []string{"。", "？", "！", ".", "?", "!", "…", "：", ":"} {
		if strings.HasSuffix(s, m) {
			return true
		}
	}
	return false
}

// labelled counts the rows that start with a label.
func labelled(rows []row) int {
	n := 0
	for _, r := range rows {
		if r.label != nil {
			n++
		}
	}
	return n
}

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
