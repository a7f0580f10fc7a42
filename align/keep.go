package align

import (
	"slices"
	"strings"

	"parley/corpus"
)

// walls are the confirmed turn beads as blocks, the Chinese side first.
func (a *Alignment) walls() []block {
	if a == nil {
		return nil
	}
	var out []block
	for _, t := range a.Turns {
		if t.Confirmed && len(t.Left) > 0 && len(t.Right) > 0 {
			out = append(out, block{area{t.Right[0], last(t.Right) + 1, t.Left[0], last(t.Left) + 1}, t.Confidence})
		}
	}
	return out
}

func last(v []int) int { return v[len(v)-1] }

// restore puts the confirmed turn beads of keep in the place of those that were
// aligned anew.
func (a *Alignment) restore(keep *Alignment) {
	if keep == nil {
		return
	}
	for _, k := range keep.Turns {
		for i, t := range a.Turns {
			if k.Confirmed && slices.Equal(k.Left, t.Left) && slices.Equal(k.Right, t.Right) {
				a.Turns[i] = k
			}
		}
	}
}

// Carry is what of a confirmed alignment holds for a newer version of its
// briefing: the confirmed turn beads whose turns stand in the new texts word for
// word, with the indices they have there. It is meant for Options.Keep.
func (a *Alignment) Carry(old, fresh *corpus.Briefing) *Alignment {
	out := &Alignment{}
	if old.En == nil || old.Zh == nil || fresh.En == nil || fresh.Zh == nil {
		return out
	}
	left, right := 0, 0 // the first turns not yet taken
	for _, t := range a.Turns {
		if !t.Confirmed || len(t.Left) == 0 || len(t.Right) == 0 {
			continue
		}
		l, okL := find(old.En, t.Left, fresh.En, left)
		r, okR := find(old.Zh, t.Right, fresh.Zh, right)
		if !okL || !okR {
			continue
		}
		t.Left, t.Right = indices(l, l+len(t.Left)), indices(r, r+len(t.Right))
		left, right = last(t.Left)+1, last(t.Right)+1
		out.Turns = append(out.Turns, t)
	}
	return out
}

// find looks for the turns of one text in another, from turn at on.
func find(old *corpus.Text, turns []int, fresh *corpus.Text, at int) (int, bool) {
	want := make([]string, len(turns))
	for k, i := range turns {
		want[k] = spoken(old, i)
	}
	for i := at; i+len(want) <= len(fresh.Turns); i++ {
		same := true
		for k := range want {
			same = same && spoken(fresh, i+k) == want[k]
		}
		if same {
			return i, true
		}
	}
	return 0, false
}

// spoken is a turn's sentences, one a line.
func spoken(t *corpus.Text, turn int) string {
	var b strings.Builder
	for _, s := range t.Turns[turn].Sentences {
		b.WriteString(s.In(t.Raw))
		b.WriteByte('\n')
	}
	return b.String()
}
