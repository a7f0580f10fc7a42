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
