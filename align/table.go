package align

import (
	"math"
	"slices"
)

// table holds translation probabilities from the types of one side to those of
// the other: row r lists the types it is translated by. Rows are sparse.
type table struct {
	start []int32 // row r is [start[r], start[r+1])
	col   []int32
	val   []float32
}

func (t *table) row(r int32) ([]int32, []float32) {
	a, b := t.start[r], t.start[r+1]
	return t.col[a:b], t.val[a:b]
}

// Parameters of the dictionary's tables, from the measured sketch.
const (
	massWord     = .9  // of a headword's own glosses
	massParts    = .15 // of the words inside it
	massUnknown  = .4  // of the words inside one the dictionary lacks
	massSame     = .9  // of the same figure or Latin word
	massMark     = .5  // of the same mark
	smoothRow    = 2   // added to a headword's weight: few glosses are less sure
	smoothColumn = 3
)

// cellList collects (row, column, value) triples, row by row.
type cellList struct {
	table
	acc map[int32]float64 // the row under work
}

func (c *cellList) add(col int32, v float64) { c.acc[col] += v }

func (c *cellList) endRow() {
	for col := range c.acc {
		c.col = append(c.col, col)
	}
	row := c.col[len(c.val):]
	slices.Sort(row)
	for _, col := range row {
		c.val = append(c.val, float32(c.acc[col]))
	}
	clear(c.acc)
	c.start = append(c.start, int32(len(c.col)))
}

// dictionaryTables makes both tables of a bitext from the lexicon: zh to en and
// en to zh.
func dictionaryTables(l *lexicon, zh, en *side) (forth, back table) {
	fill := filler{l: l, en: en, byStem: map[int32]int32{}}
	for id, t := range en.types {
		if t.class == latinWord {
			if n, ok := l.stems[t.text]; ok {
				fill.byStem[n] = int32(id)
			}
		}
	}
	f := cellList{table: table{start: []int32{0}}, acc: map[int32]float64{}}
	r := cellList{table: table{start: []int32{0}}, acc: map[int32]float64{}}
	fill.sumColumns(zh)
	for _, t := range zh.types {
		fill.row(t, &f, &r)
		f.endRow()
		r.endRow()
	}
	return f.table, transpose(r.table, len(en.types))
}

// filler writes the translations of one zh type into two rows: its
// probabilities, and those of each translation to come back to it.
type filler struct {
	l      *lexicon
	en     *side
	byStem map[int32]int32
	column []float64 // by en type: the weights of all zh words of the text for it
}

// sumColumns adds up what the words of the text, and not all of the lexicon,
// give each translation: a word is chosen among those that occur.
func (f *filler) sumColumns(zh *side) {
	f.column = make([]float64, len(f.en.types))
	for _, t := range zh.types {
		e, ok := f.l.entry(t.text)
		if t.class != hanWord || !ok {
			continue
		}
		for i, n := range e.stems {
			if id, ok := f.byStem[n]; ok {
				f.column[id] += float64(e.weights[i])
			}
		}
	}
}

func (f *filler) row(t tokenType, forth, back *cellList) {
	if t.class != hanWord {
		f.same(t, forth, back)
		return
	}
	own, known := f.l.entry(t.text)
	if known {
		f.entry(own, massWord, forth, back)
	}
	parts := f.l.parts(t.text)
	mass := massParts
	if !known {
		mass = massUnknown
	}
	for _, p := range parts {
		if e, ok := f.l.entry(p); ok {
			f.entry(e, mass/float64(len(parts)), forth, back)
		}
	}
}

func (f *filler) same(t tokenType, forth, back *cellList) {
	id, ok := f.en.vocab[string(rune('0'+t.class))+t.text]
	if !ok {
		return
	}
	mass := massSame
	if t.class == mark {
		mass = massMark
	}
	forth.add(id, mass)
	back.add(id, mass)
}

func (f *filler) entry(e lexEntry, mass float64, forth, back *cellList) {
	for i, n := range e.stems {
		if id, ok := f.byStem[n]; ok {
			w := float64(e.weights[i])
			forth.add(id, mass*w/(float64(e.sum)+smoothRow))
			back.add(id, mass*w/(f.column[id]+smoothColumn))
		}
	}
}

// parts are the words inside a word: its characters where it has two, else the
// longest words below the whole.
func (l *lexicon) parts(word string) []string {
	chars := len([]rune(word))
	if chars < 2 {
		return nil
	}
	return l.split(word, chars-1)
}

// transpose turns rows into columns.
func transpose(t table, cols int) table {
	out := table{start: make([]int32, cols+1), col: make([]int32, len(t.col)), val: make([]float32, len(t.val))}
	for _, c := range t.col {
		out.start[c+1]++
	}
	for c := range cols {
		out.start[c+1] += out.start[c]
	}
	next := append([]int32(nil), out.start...)
	for r := range len(t.start) - 1 {
		cols, vals := t.row(int32(r))
		for i, c := range cols {
			out.col[next[c]], out.val[next[c]] = int32(r), vals[i]
			next[c]++
		}
	}
	return out
}

// logOf turns a translation sum into a token's contribution; see model.go.
func logOf(sum, rarity float64, tokens int) float64 {
	r := lambda + (1-lambda)*sum*rarity/float64(tokens+1)
	return min(math.Log(r), clip)
}
