package console

import (
	"fmt"
	"io"
	"strings"
)

// Text is a piece of text in one language with the byte ranges to mark in it.
type Text struct {
	Text  string
	Marks [][2]int
}

// Printer writes to a terminal of a known width, or plainly to anything else.
type Printer struct {
	W     io.Writer
	Width int  // cells; 0: not a terminal, one paragraph a line
	Color bool // ANSI colours
}

// TwoColumns is the least width at which two languages stand side by side.
const TwoColumns = 100

// Line prints one line.
func (p *Printer) Line(parts ...string) {
	fmt.Fprintln(p.W, strings.TrimRight(strings.Join(parts, ""), " "))
}

// Bold, Dim and Marked style a piece of a line where colour is wanted.
func (p *Printer) Bold(s string) string   { return p.style("1", s) }
func (p *Printer) Dim(s string) string    { return p.style("2", s) }
func (p *Printer) Marked(s string) string { return p.style("1;33", s) }

// Warn styles something a person should look at.
func (p *Printer) Warn(s string) string { return p.style("31", s) }

func (p *Printer) style(code, s string) string {
	s = strings.Map(Clean, s)
	if !p.Color || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

// Pair prints two texts: side by side where the width allows, else one under
// the other, each under an indent. An empty text is told by its note.
func (p *Printer) Pair(indent int, left, right Text, leftNote, rightNote string) {
	if p.Width < TwoColumns {
		p.Paragraph(indent, left, leftNote)
		p.Paragraph(indent, right, rightNote)
		return
	}
	const gap = 3
	room := p.Width - indent - gap
	lw := room * 58 / 100 // English runs longer than Chinese in about this proportion
	rw := room - lw
	l, r := p.lines(left, lw, leftNote), p.lines(right, rw, rightNote)
	for i := range max(len(l), len(r)) {
		var a, b line
		if i < len(l) {
			a = l[i]
		}
		if i < len(r) {
			b = r[i]
		}
		p.Line(strings.Repeat(" ", indent), a.text, strings.Repeat(" ", lw-a.width+gap), b.text)
	}
}

// Paragraph prints a text under an indent, wrapped to the width.
func (p *Printer) Paragraph(indent int, t Text, note string) {
	width := p.Width - indent
	for _, l := range p.lines(t, width, note) {
		p.Line(strings.Repeat(" ", indent), l.text)
	}
}

type line struct {
	text  string
	width int
}

func (p *Printer) lines(t Text, width int, note string) []line {
	if t.Text == "" {
		if note == "" {
			return nil
		}
		return []line{{p.Dim(note), Width(note)}}
	}
	if p.Width == 0 {
		return []line{{text: p.render(t, span{0, len(t.Text)})}}
	}
	var out []line
	for _, s := range wrap(t.Text, max(width, 10)) {
		out = append(out, line{p.render(t, s), Width(strings.Map(Clean, t.Text[s.start:s.end]))})
	}
	return out
}

// render is the part s of a text with its marks styled.
func (p *Printer) render(t Text, s span) string {
	var b strings.Builder
	at := s.start
	for _, m := range t.Marks {
		from, to := max(m[0], at), min(m[1], s.end)
		if from >= to {
			continue
		}
		b.WriteString(strings.Map(Clean, t.Text[at:from]))
		b.WriteString(p.Marked(t.Text[from:to]))
		at = to
	}
	b.WriteString(strings.Map(Clean, t.Text[at:s.end]))
	return b.String()
}

// KWIC prints one mark of a text with its context, the keyword in the middle
// column; where there is no width, as three fields with tabs between them.
func (p *Printer) KWIC(t Text, m [2]int, head string) {
	left, key, right := strings.Map(Clean, t.Text[:m[0]]), t.Text[m[0]:m[1]], strings.Map(Clean, t.Text[m[1]:])
	if p.Width == 0 {
		p.Line(left, "\t", p.style("", key), "\t", right, "\t", head)
		return
	}
	room := max(p.Width-Width(head)-4, 20)
	lw := room * 2 / 5
	rw := max(room-lw-Width(key), 0)
	left = tail(left, lw)
	right = cells.Truncate(right, rw, "…")
	p.Line(strings.Repeat(" ", max(lw-Width(left), 0)), left, " ", p.Marked(key), " ", right,
		strings.Repeat(" ", max(rw-Width(right), 0)), "  ", p.Dim(head))
}

// tail keeps the end of s that fits into width cells.
func tail(s string, width int) string {
	if Width(s) <= width {
		return s
	}
	for i := range s {
		if Width(s[i:]) <= width-1 {
			return "…" + s[i:]
		}
	}
	return "…"
}

// Pad fills s with spaces up to width cells, or cuts it to them.
func Pad(s string, width int) string {
	s = strings.Map(Clean, s)
	if Width(s) > width {
		s = cells.Truncate(s, width, "…")
	}
	return s + strings.Repeat(" ", max(width-Width(s), 0))
}
