package corpus

import (
	"slices"
	"strings"

	"parley/segment"
)

// builder makes turns of the rows below the head.
type builder struct {
	text   *Text
	head   *header
	roster *roster
	turns  []Turn
	who    []identity // who speaks in each turn
	broken bool       // something happened since the speaker's last words
}

// row adds one row: the start of a turn, or a line of the one above.
func (b *builder) row(r row) {
	l := r.label
	switch {
	case r.headline && len(b.turns) > 0:
		b.note(r.Span)
		b.broken = true
		return
	case l == nil:
		b.line(r.Span)
		return
	}
	who := b.roster.resolve(l.identity)
	if n := len(b.turns); n > 0 && !b.broken && b.who[n-1].key() == who.key() {
		b.turns[n-1].Repeats = append(b.turns[n-1].Repeats, l.mark)
	} else {
		b.open(who, l.mark)
	}
	b.note(l.note)
	b.paragraph(l.text)
}

// open starts a turn.
func (b *builder) open(who identity, mark segment.Span) {
	b.broken = false
	b.who = append(b.who, who)
	b.turns = append(b.turns, Turn{
		Label: mark, Speaker: who.name, Role: who.role, Outlet: who.outlet, Chair: who.part == chairs,
	})
}

// line adds a line without a label.
func (b *builder) line(s segment.Span) {
	raw := b.text.Raw
	switch line := s.In(raw); {
	case isStamp(line):
		b.head.date(stamped, line)
		b.note(s)
	case isChrome(line):
		b.text.Header = append(b.text.Header, s)
	case isNote(line):
		b.note(s)
		b.broken = b.broken || !passingLine.MatchString(line)
	default:
		b.paragraph(s)
	}
}

func (b *builder) note(s segment.Span) {
	if turn := &b.turns[len(b.turns)-1]; s.Len() > 0 {
		turn.Notes = append(turn.Notes, s)
	}
}

// paragraph adds what was said in a line, without a quotation mark of markdown
// before it and a time behind it.
func (b *builder) paragraph(s segment.Span) {
	raw := b.text.Raw
	if line := s.In(raw); strings.HasPrefix(line, ">") {
		s = trim(raw, segment.Span{Start: s.Start + len(line) - len(strings.TrimLeft(line, "> ")), End: s.End})
	}
	stamp := trailingTime(raw, s)
	s = trim(raw, segment.Span{Start: s.Start, End: stamp.Start})
	if s.Len() > 0 {
		b.broken = false
		turn := &b.turns[len(b.turns)-1]
		turn.Paragraphs = append(turn.Paragraphs, s)
	}
	b.note(stamp)
}

// sentences cuts the paragraphs of a turn.
func (turn *Turn) sentences(t *Text) {
	for _, p := range turn.Paragraphs {
		for _, s := range segment.Sentences(p.In(t.Raw), t.Lang) {
			turn.Sentences = append(turn.Sentences, s.Shift(p.Start))
		}
	}
}

// order sorts what was collected out of turn.
func (t *Text) order() {
	slices.SortFunc(t.Header, func(a, b segment.Span) int { return a.Start - b.Start })
}
