package index

import (
	"strings"

	"parley/corpus"
	"parley/segment"
)

// sentence is one sentence of a bead of turns, with where it stands.
type sentence struct {
	segment.Span
	paragraph int // its start in the text
	turn      int // of the text
}

// sentencesOf lists the sentences of several turns, as the indices of beads count them.
func sentencesOf(text *corpus.Text, turns []int) []sentence {
	var out []sentence
	for _, i := range turns {
		turn := text.Turns[i]
		p := 0
		for _, s := range turn.Sentences {
			for p+1 < len(turn.Paragraphs) && turn.Paragraphs[p+1].Start <= s.Start {
				p++
			}
			paragraph := s.Start
			if p < len(turn.Paragraphs) {
				paragraph = turn.Paragraphs[p].Start
			}
			out = append(out, sentence{s, paragraph, i})
		}
	}
	return out
}

// sideText is the text of the sentences picked, by the rule stated at [Side].
func sideText(text *corpus.Text, all []sentence, picked []int) string {
	var out strings.Builder
	for n, i := range picked {
		s := all[i]
		if n == 0 {
			out.WriteString(s.In(text.Raw))
			continue
		}
		last := all[picked[n-1]]
		switch {
		case s.paragraph != last.paragraph:
			out.WriteByte('\n')
		case i != picked[n-1]+1:
			out.WriteByte(' ')
		default:
			out.WriteString(text.Raw[last.End:s.Start])
		}
		out.WriteString(s.In(text.Raw))
	}
	return out.String()
}
