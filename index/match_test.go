package index

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"parley/segment"
)

// pieces are what random texts and queries are strung together from: both
// scripts of Chinese, full width, acronyms, inflected words, figures and marks.
var (
	hanPieces = strings.Fields("外贸 外貿 进出口 進出口 增长 增長 审计 審計 工作 规定 规 定 长 处理 待 待处理 的 ＷＴＯ wto GDP 20 ２０ 万 3.5 ， 。 、 “ ” 《 》 ( ) · \n")
	abcPieces = strings.Fields("tariff tariffs Tariff trade trading high-quality high quality China's China’s US us U.S. WHO who GDP gdp café 3.5 3,000 20 , . ; “ ” — ( ) 海港 bank\u00ADing")
)

func drawText(t *rapid.T, label string, pieces []string, sep []string) string {
	var b strings.Builder
	for i := range rapid.IntRange(0, 12).Draw(t, label+" length") {
		if i > 0 {
			b.WriteString(rapid.SampledFrom(sep).Draw(t, label+" gap"))
		}
		b.WriteString(rapid.SampledFrom(pieces).Draw(t, label))
	}
	return b.String()
}

// drawQuery draws a query in the query language: a leaf, or a tree of a few.
func drawQuery(t *rapid.T, depth int) string {
	switch n := rapid.IntRange(0, 9).Draw(t, "shape"); {
	case depth > 0 && n < 2:
		return drawQuery(t, depth-1) + " " + drawQuery(t, depth-1)
	case depth > 0 && n == 2:
		return "(" + drawQuery(t, depth-1) + " OR " + drawQuery(t, depth-1) + ")"
	case depth > 0 && n == 3:
		return drawQuery(t, depth-1) + " -(" + drawQuery(t, depth-1) + ")"
	case depth > 0 && n == 4:
		return fmt.Sprintf("%s NEAR/%d %s", leafQuery(t), rapid.IntRange(1, 4).Draw(t, "n"), leafQuery(t))
	}
	return leafQuery(t)
}

func leafQuery(t *rapid.T) string {
	var s string
	if rapid.Bool().Draw(t, "han") {
		s = drawText(t, "query", hanPieces[:24], []string{""})
	} else {
		s = drawText(t, "query", abcPieces[:20], []string{" ", "-"})
	}
	if len(units(s)) == 0 {
		s = "贸"
	}
	switch rapid.IntRange(0, 5).Draw(t, "form") {
	case 0, 1:
		s = quote(s)
	case 2:
		s = quote(s) + "*"
		if u := units(s); u[len(u)-1].kind != character && len(u[len(u)-1].form) < 2 {
			s = "审*"
		}
	case 3:
		s = fmt.Sprintf("%s:%s", rapid.SampledFrom([]string{"en", "zh"}).Draw(t, "lang"), quote(s))
	default:
		s = strings.NewReplacer(" ", "", "“", "", "”", "", "(", "", ")", "", "\n", "").Replace(s)
		if len(units(s)) == 0 {
			s = "增长"
		}
	}
	return s
}

// TestSearchFindsWhatMarksShow holds the index to the text: a passage is a hit
// exactly if the query, worked out on its text alone, is true of it; and every
// mark re-reads as what a leaf asks for.
func TestSearchFindsWhatMarksShow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var passages []Passage
		for i := range rapid.IntRange(1, 6).Draw(t, "passages") {
			passages = append(passages, Passage{
				ID: fmt.Sprintf("b#t1.s%d", i+1), Briefing: "b",
				En: Side{Text: drawText(t, "en", abcPieces, []string{" ", " ", ""})},
				Zh: Side{Text: drawText(t, "zh", hanPieces, []string{"", "", " "})},
			})
		}
		x, err := Memory(func(w *Writer) error { return w.AddPassages("b", passages, "") })
		if err != nil {
			t.Fatal(err)
		}
		defer x.Close()
		s := drawQuery(t, 2)
		q, err := Parse(s)
		if err != nil {
			t.Skip(err)
		}
		r, err := x.Search(context.Background(), q, Options{Limit: 100, Strict: true})
		if err != nil {
			t.Fatalf("%s: %v", s, err)
		}
		view, err := x.view()
		if err != nil {
			t.Fatal(err)
		}
		defer view.Close()
		pl := planFor(q, &wordList{view, x.passages})
		checkHits(t, s, pl, passages, r)
	})
}

func checkHits(t *rapid.T, s string, pl *plan, passages []Passage, r *Result) {
	var want, got []string
	for i := range passages {
		if pl.holds(pl.root, sidesOf(&passages[i])) {
			want = append(want, passages[i].ID)
		}
	}
	for _, h := range r.Hits {
		got = append(got, h.ID)
		checkMarks(t, pl, h.En)
		checkMarks(t, pl, h.Zh)
	}
	slices.Sort(got)
	if !slices.Equal(want, got) {
		t.Fatalf("%s finds %v, but it is true of %v\n%+v", s, got, want, passages)
	}
}

// holds works a query out on the text of one passage.
func (pl *plan) holds(n *node, s *sides) bool {
	switch n.op {
	case opTerm:
		return s.contain(pl.leaves[n.term])
	case opNot:
		return !pl.holds(n.kids[0], s)
	case opNear:
		return len(s.near(pl, n)) > 0
	}
	for _, k := range n.kids {
		if pl.holds(k, s) == (n.op == opOr) {
			return n.op == opOr
		}
	}
	return n.op != opOr
}

func checkMarks(t *rapid.T, pl *plan, side Side) {
	last := -1
	for _, m := range side.Marks {
		if m.Start <= last || m.End <= m.Start || m.End > len(side.Text) ||
			!utf8.RuneStart(side.Text[m.Start]) || m.End < len(side.Text) && !utf8.RuneStart(side.Text[m.End]) {
			t.Fatalf("marks %v of %q", side.Marks, side.Text)
		}
		last = m.End
		if !reReads(pl, m.In(side.Text)) {
			t.Fatalf("mark %q of %q is nothing that %v asks for", m.In(side.Text), side.Text, pl.leaves)
		}
	}
}

// reReads tells whether a marked piece of text contains a leaf's folded form,
// its stem, or one of its words.
func reReads(pl *plan, marked string) bool {
	plain := squash(marked)
	var stemmed string
	for _, st := range stems(units(marked), marked) {
		stemmed += squash(st.form)
	}
	for _, l := range pl.leaves {
		parts := [][]unit{l.units}
		for _, part := range append(parts, l.words...) {
			if strings.Contains(plain, squash(joined(part))) {
				return true
			}
		}
		var want string
		for _, st := range l.stems {
			want += squash(st.form)
		}
		if want != "" && strings.Contains(stemmed, want) || l.figure != nil && len(segment.Figures(marked)) > 0 {
			return true
		}
	}
	return false
}

func TestMarks(t *testing.T) {
	x := sampleIndex(t)
	tests := []struct{ query, id, en, zh string }{
		{"tariff", "t2.s1", "tariffs", ""},
		{"關稅 tariffs", "t2.s1", "tariffs", "关税"},
		{"high-quality", "t3.s2", "high‑quality", ""},
		{"生产力", "t5.s2", "", "生產力"},
		{"abc公司", "t5.s3", "", "ＡＢＣ公司"},
		{"外贸增长", "t1.s2", "", "外贸|增长"},
		{"出口 进出 外贸", "t1.s2", "", "外贸进出口"},
		{"small NEAR/1 exporters", "t2.s1", "small|exporters", ""},
		{"trad*", "t1.s2", "trade", ""},
		{"/.{2}生产力/", "t5.s2", "", "新質生產力"},
		{"development -zebra speaker:吕明远", "t3.s2", "development", ""},
		{`en:"thank you"`, "t3.s1", "Thank you", ""},
	}
	for _, tt := range tests {
		r := mustSearch(t, x, tt.query+" briefing:port-a", Options{})
		i := slices.IndexFunc(r.Hits, func(p Passage) bool { return short(p.ID) == tt.id })
		if i < 0 {
			t.Errorf("%s does not find %s", tt.query, tt.id)
			continue
		}
		if en, zh := marked(r.Hits[i].En), marked(r.Hits[i].Zh); en != tt.en || zh != tt.zh {
			t.Errorf("%s marks %q and %q, want %q and %q", tt.query, en, zh, tt.en, tt.zh)
		}
	}
}

func marked(s Side) string {
	var parts []string
	for _, m := range s.Marks {
		parts = append(parts, m.In(s.Text))
	}
	return strings.Join(parts, "|")
}
