package index

import (
	"context"
	"math"
)

// An unspaced Chinese query (外贸进出口增长) is searched as it stands, and also
// as its words, each wherever it may be. The words come from the index itself: the
// field zh.word holds every word gse has cut from the texts, with how many
// passages have it, which is all that cutting by word frequency needs, and only
// such words could be found anyway. So no query waits 0.3 s for gse's dictionary.

const (
	longestWord = 6  // characters
	longestRun  = 60 // characters; longer runs are searched as they stand only
)

// pairPenalty is what it costs, beside a word of the same frequency, to take for
// one two characters that stand together but never as a word of their own: gse
// has cut 同比增长 only, and 同比 is asked for.
const pairPenalty = 3

// wordList is the dictionary that an index itself is.
type wordList struct {
	view     *snapshot
	passages int
}

// frequency tells in how many passages a field has a term.
func (w *wordList) frequency(field, form string) uint64 {
	r, err := w.view.TermFieldReader(context.Background(), []byte(form), field, false, false, false)
	if err != nil {
		return 0
	}
	defer r.Close()
	return r.Count()
}

// cost is how improbable a word is; false for what is none.
func (w *wordList) cost(form string, characters int) (float64, bool) {
	total := math.Log(float64(w.passages) + 1)
	if f := w.frequency("zh.word", form); f > 0 {
		return total - math.Log(float64(f)), true
	}
	if characters == 2 {
		if f := w.frequency("zh", form); f > 0 {
			return total - math.Log(float64(f)) + pairPenalty, true
		}
	}
	return total + pairPenalty, false
}

// cut splits the Chinese runs among the units of a query. words is the whole
// query in parts, nil if it has only one or if a part is a stray character (as
// names unknown to the index leave); pieces are its parts of two characters and more.
func cut(us []unit, dict *wordList) (words, pieces [][]unit) {
	stray := false
	for from := 0; from < len(us); {
		to := from + 1
		for to < len(us) && pairs(us, to-1) {
			to++
		}
		for _, part := range cutRun(us[from:to], dict) {
			switch {
			case len(part) > 1 || part[0].kind != character:
				pieces = append(pieces, part)
			case !unaskedChinese[part[0].form]:
				stray = true
			}
		}
		from = to
	}
	if len(pieces) == 1 && len(pieces[0]) == len(us) {
		return nil, nil
	}
	if !stray && len(pieces) > 1 {
		words = pieces
	}
	return words, pieces
}

// cutRun finds the most probable words by their frequency (Viterbi's way over a
// unigram model). A run of two characters is never cut.
func cutRun(run []unit, dict *wordList) [][]unit {
	n := len(run)
	if n <= 2 || n > longestRun {
		return [][]unit{run}
	}
	stray, _ := dict.cost("", 1)
	cost := make([]float64, n+1) // of the best way to cut what lies before i
	back := make([]int, n+1)
	for i := 1; i <= n; i++ {
		cost[i], back[i] = cost[i-1]+stray, i-1
		form := run[i-1].form
		for j := i - 2; j >= 0 && i-j <= longestWord; j-- {
			form = run[j].form + form
			if c, ok := dict.cost(form, i-j); ok && cost[j]+c < cost[i] {
				cost[i], back[i] = cost[j]+c, j
			}
		}
	}
	var parts [][]unit
	for i := n; i > 0; i = back[i] {
		parts = append([][]unit{run[back[i]:i]}, parts...)
	}
	return parts
}
