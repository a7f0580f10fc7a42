package index

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/align"
	"parley/corpus"
	"parley/segment"
)

// transcript builds a text from turns given as kind, name, outlet and paragraphs.
func transcript(lang segment.Lang, turns ...[]string) *corpus.Text {
	t := &corpus.Text{Lang: lang}
	for _, fields := range turns {
		turn := corpus.Turn{Kind: corpus.Kind(fields[0]), Speaker: fields[1], Outlet: fields[2]}
		for _, paragraph := range fields[3:] {
			start := len(t.Raw)
			t.Raw += paragraph + "\n\n"
			turn.Paragraphs = append(turn.Paragraphs, segment.Span{Start: start, End: start + len(paragraph)})
			for _, s := range segment.Sentences(paragraph, lang) {
				turn.Sentences = append(turn.Sentences, s.Shift(start))
			}
		}
		t.Turns = append(t.Turns, turn)
	}
	return t
}

func bead(left, right []int, confidence float64) align.Bead {
	return align.Bead{Left: left, Right: right, Confidence: confidence}
}

func TestPassages(t *testing.T) {
	en := transcript(segment.English,
		[]string{"opening", "Bai Hua", "", "Good morning.  Welcome.", "We begin."},
		[]string{"remark", "", "Harbour Courier", "How deep is it? And how wide?"},
		[]string{"answer", "Lyu Mingyuan", "", "Deep. Very deep. Quite wide."},
	)
	zh := transcript(segment.Chinese,
		[]string{"opening", "白桦", "", "早上好。欢迎。我们开始。"},
		[]string{"question", "", "海港邮报", "有多深？"},
		[]string{"answer", "吕明远", "", "很深。"},
		[]string{"remark", "白桦", "", "谢谢。"},
	)
	zh.Unattributed = []segment.Span{{Start: 0, End: len("早上好。")}}
	b := &corpus.Briefing{ID: "b", Date: "2025-07-14", Source: corpus.Bilingual{En: "https://example.org/en", Zh: "/tmp/zh.txt"}, En: en, Zh: zh}
	a := &align.Alignment{Turns: []align.TurnBead{
		{Bead: bead([]int{0}, []int{0}, 1), Sentences: []align.Bead{bead([]int{0, 1}, []int{0, 1}, .9), bead([]int{2}, []int{2}, .8)}},
		{Bead: bead([]int{1}, []int{1}, 1), Sentences: []align.Bead{bead([]int{0}, []int{0}, .9), bead([]int{1}, nil, 0)}},
		{Bead: bead([]int{2}, []int{2}, 1), Sentences: []align.Bead{bead([]int{0, 1}, []int{0}, .7), bead([]int{2}, nil, 0)}},
		{Bead: bead(nil, []int{3}, 0), Sentences: []align.Bead{bead(nil, []int{0}, 0)}},
	}}
	passages, exchanges := Passages(b, a)
	var got []string
	for _, p := range passages {
		got = append(got, fmt.Sprintf("%s %s %s %q %q %s", p.ID, p.Kind, p.Exchange, p.En.Text, p.Zh.Text, p.Missing))
	}
	want := []string{
		`b#t1.s1 opening  "Good morning.  Welcome." "早上好。欢迎。" `,
		`b#t1.s2 opening  "We begin." "我们开始。" `,
		`b#t2.s1 question b#q1 "How deep is it?" "有多深？" `,
		`b#t2.s2 question b#q1 "And how wide?" "" zh`,
		`b#t3.s1 answer b#q1 "Deep. Very deep." "很深。" `,
		`b#t3.s2 answer b#q1 "Quite wide." "" zh`,
		`b#t4.s1 remark  "" "谢谢。" en`,
		`b#zh1 note  "" "早上好。" `,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Exchange{{ID: "b#q1", Questions: []string{"b#t2"}, Answers: []string{"b#t3"}}}, exchanges); diff != "" {
		t.Error(diff)
	}
	q := passages[2]
	if q.Speaker.Outlet != (corpus.Bilingual{En: "Harbour Courier", Zh: "海港邮报"}) || q.URL != (corpus.Bilingual{En: "https://example.org/en"}) {
		t.Errorf("%+v", q)
	}
	if s := passages[4].Speaker.Name; s.En != "Lyu Mingyuan" || s.Zh != "吕明远" {
		t.Errorf("speaker %+v", s)
	}
}

func TestPassagesOfOneText(t *testing.T) {
	zh := transcript(segment.Chinese, []string{"opening", "白桦", "", "早上好。欢迎。"}, []string{"remark", "", "", "再见。"})
	passages, _ := Passages(&corpus.Briefing{ID: "b", Zh: zh}, nil)
	var got []string
	for _, p := range passages {
		got = append(got, p.ID+p.Zh.Text+string(p.Missing))
	}
	if want := []string{"b#t1.s1早上好。en", "b#t1.s2欢迎。en", "b#t2.s1再见。en"}; !cmp.Equal(want, got) {
		t.Error(got)
	}
}

func TestSideText(t *testing.T) {
	text := transcript(segment.English, []string{"answer", "", "", "One. Two.\tThree.", "Four."})
	all := sentencesOf(text, []int{0})
	for _, tt := range []struct {
		picked []int
		want   string
	}{
		{nil, ""}, {[]int{1}, "Two."}, {[]int{0, 1, 2}, "One. Two.\tThree."}, {[]int{0, 2}, "One. Three."}, {[]int{2, 3}, "Three.\nFour."},
	} {
		if got := sideText(text, all, tt.picked); got != tt.want {
			t.Errorf("sideText(%v) = %q, want %q", tt.picked, got, tt.want)
		}
	}
}

// TestEverySentenceIsInOnePassage holds for the real briefings.
func TestEverySentenceIsInOnePassage(t *testing.T) {
	folders, err := os.ReadDir(realBriefings)
	if err != nil {
		t.Skip("the real briefings are not here: ", err)
	}
	for i, f := range folders {
		if i%12 != 0 && testing.Short() || i%4 != 0 {
			continue
		}
		b, err := realBriefing(filepath.Join(realBriefings, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		a, err := align.Briefing(b, align.Options{})
		if err != nil {
			t.Fatal(err)
		}
		passages, _ := Passages(b, a)
		for _, text := range []*corpus.Text{b.En, b.Zh} {
			checkCovers(t, f.Name(), text, passages)
		}
	}
}

// checkCovers finds every sentence of a text in the passages, in order and nothing else.
func checkCovers(t *testing.T, name string, text *corpus.Text, passages []Passage) {
	t.Helper()
	var spoken, indexed strings.Builder
	for _, turn := range text.Turns {
		for _, s := range turn.Sentences {
			spoken.WriteString(withoutSpace(s.In(text.Raw)))
		}
	}
	for i := range passages {
		if strings.Contains(passages[i].ID, "#t") {
			indexed.WriteString(withoutSpace(passages[i].Side(text.Lang).Text))
		}
	}
	if spoken.String() != indexed.String() {
		t.Errorf("%s (%s): %d bytes are spoken, %d indexed", name, text.Lang, spoken.Len(), indexed.Len())
	}
}

func withoutSpace(s string) string { return strings.Join(strings.Fields(s), "") }
