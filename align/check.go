package align

import (
	"fmt"

	"parley/corpus"
)

// Check tells whether the alignment fits briefing b: every turn and every
// sentence of both texts in exactly one bead, in order, so that no two beads
// cross. The error names the line where the alignment was read from a file.
func (a *Alignment) Check(b *corpus.Briefing) error {
	left := cover{side: "left", of: "turn", end: turnsOf(b.En)}
	right := cover{side: "right", of: "turn", end: turnsOf(b.Zh)}
	for k, t := range a.Turns {
		err := left.take(t.Left)
		if err == nil {
			err = right.take(t.Right)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", a.place(k, -1), err)
		}
		if err := a.checkSentences(k, b); err != nil {
			return err
		}
	}
	err := left.done()
	if err == nil {
		err = right.done()
	}
	if err != nil {
		return fmt.Errorf("%s: %w", a.place(len(a.Turns)-1, -1), err)
	}
	return nil
}

func turnsOf(t *corpus.Text) int {
	if t == nil {
		return 0
	}
	return len(t.Turns)
}

// checkSentences checks the beads inside turn bead k, whose turns exist.
func (a *Alignment) checkSentences(k int, b *corpus.Briefing) error {
	t := a.Turns[k]
	left := cover{side: "left", of: "sentence", end: len(sentencesIn(b.En, t.Left))}
	right := cover{side: "right", of: "sentence", end: len(sentencesIn(b.Zh, t.Right))}
	for i, s := range t.Sentences {
		err := left.take(s.Left)
		if err == nil {
			err = right.take(s.Right)
		}
		if err == nil && len(s.Left)+len(s.Right) == 0 {
			err = fmt.Errorf("the bead has nothing on either side; delete it")
		}
		if err != nil {
			return fmt.Errorf("%s: %w", a.place(k, i), err)
		}
	}
	err := left.done()
	if err == nil {
		err = right.done()
	}
	if err != nil {
		return fmt.Errorf("%s: %w", a.place(k, len(t.Sentences)-1), err)
	}
	return nil
}

// place names sentence bead i of turn bead k, or with i < 0 the turn bead
// itself, by its line or else by its number.
func (a *Alignment) place(k, i int) string {
	switch {
	case k < 0:
		return "the alignment"
	case k < len(a.lines) && i >= 0 && i < len(a.lines[k].beads):
		return fmt.Sprintf("line %d", a.lines[k].beads[i])
	case k < len(a.lines):
		return fmt.Sprintf("line %d", a.lines[k].turns)
	case i < 0:
		return fmt.Sprintf("turn bead %d", k)
	}
	return fmt.Sprintf("turn bead %d, bead %d", k, i)
}

// cover watches that the turns or sentences 0 to end-1 of one side come up one
// after the other.
type cover struct {
	side, of  string
	next, end int
}

func (c *cover) take(list []int) error {
	for _, n := range list {
		switch {
		case n < 0 || n >= c.end && c.end > 0:
			return fmt.Errorf("there is no %s %s %d here; the last is %d", c.side, c.of, n, c.end-1)
		case n >= c.end:
			return fmt.Errorf("there is no %s %s %d here; the %s side has none", c.side, c.of, n, c.side)
		case n < c.next:
			return fmt.Errorf("%s %s %d comes twice or out of order; beads must not cross, the next is %d", c.side, c.of, n, c.next)
		case n > c.next:
			return fmt.Errorf("%s %s %d is missing before %d; put it into a bead, alone if need be", c.side, c.of, c.next, n)
		}
		c.next++
	}
	return nil
}

func (c *cover) done() error {
	if c.next < c.end {
		return fmt.Errorf("%s %s %d is missing at the end; put it into a bead, alone if need be", c.side, c.of, c.next)
	}
	return nil
}
