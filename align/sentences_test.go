package align

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"parley/segment"
)

var (
	zhSentences = []string{"北码头今天恢复使用。", "渡轮票价下调3%。", "谢谢大家！", "为什么推迟了十一个月？", "因为冬天的风暴损坏了桥墩。", "", "   ", "工程师检查了每一块石头。", "他说：“不用担心。”", "1.2亿元", "——", "AI"}
	enSentences = []string{"The north quay opens again today.", "Ferry fares fall by 3 percent.", "Thank you all!", "Why was it put off for eleven months?", "Because the winter storms damaged the piers.", "", "  ", "Engineers looked at every stone.", "\"Don't worry,\" he said.", "120 million yuan", "--", "AI"}
)

// TestSentencesCover holds for any two lists: every sentence is in one bead, in
// order, confidences are shares, and the result is the same again and mirrored.
func TestSentencesCover(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		zh := Side{segment.Chinese, rapid.SliceOfN(rapid.SampledFrom(zhSentences), 0, 40).Draw(r, "zh")}
		en := Side{segment.English, rapid.SliceOfN(rapid.SampledFrom(enSentences), 0, 40).Draw(r, "en")}
		opt := Options{OnePass: rapid.Bool().Draw(r, "one pass")}
		beads, err := Sentences(zh, en, opt)
		if err != nil {
			r.Fatal(err)
		}
		if err := covers(beads, len(zh.Sentences), len(en.Sentences)); err != nil {
			r.Fatal(err)
		}
		other, err := Sentences(en, zh, opt)
		if err != nil {
			r.Fatal(err)
		}
		if diff := cmp.Diff(beads, mirrored(other)); diff != "" {
			r.Fatalf("with the sides exchanged (-first +mirrored):\n%s", diff)
		}
	})
}

// covers tells whether beads cover both sides in order, without crossing.
func covers(beads []Bead, left, right int) error {
	l, r := cover{side: "left", of: "sentence", end: left}, cover{side: "right", of: "sentence", end: right}
	for _, b := range beads {
		if !(b.Confidence >= 0 && b.Confidence <= 1) {
			return fmt.Errorf("bead %v: confidence %v", b, b.Confidence)
		}
		if err := errors.Join(l.take(b.Left), r.take(b.Right)); err != nil {
			return fmt.Errorf("bead %v: %w", b, err)
		}
	}
	return errors.Join(l.done(), r.done())
}

func TestSentencesOfHardInput(t *testing.T) {
	long := strings.Repeat("码头恢复使用，", 200_000)
	for name, in := range map[string][2]Side{
		"nothing":          {{}, {}},
		"one side empty":   {{segment.Chinese, zhSentences}, {segment.English, nil}},
		"languages untold": {{Sentences: enSentences}, {Sentences: zhSentences}},
		"NUL and broken":   {{segment.Chinese, []string{"\x00\xff码\xff头", "\x00"}}, {segment.English, []string{"quay\x00\xff", "\xff"}}},
		"5 MB in a line":   {{segment.Chinese, []string{long}}, {segment.English, []string{"The quay opens.", "Again."}}},
		"100 times longer": {{segment.Chinese, many("渡轮票价下调。", 600)}, {segment.English, many("Ferry fares fall.", 6)}},
	} {
		t.Run(name, func(t *testing.T) {
			beads, err := Sentences(in[0], in[1], Options{})
			if err != nil {
				t.Fatal(err)
			}
			if err := covers(beads, len(in[0].Sentences), len(in[1].Sentences)); err != nil {
				t.Error(err)
			}
		})
	}
}

func many(s string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = s
	}
	return out
}

func TestSentencesOfOneLanguage(t *testing.T) {
	_, err := Sentences(Side{Sentences: enSentences}, Side{segment.English, enSentences}, Options{})
	if !errors.Is(err, ErrSameLanguage) {
		t.Errorf("got %v, want ErrSameLanguage", err)
	}
}

// invented makes n pairs of sentences of words the dictionary pairs.
func invented(t testing.TB, n int, seed uint64) (zh, en []string) {
	t.Helper()
	l, err := lexiconOnce()
	if err != nil {
		t.Fatal(err)
	}
	stems := make([]string, len(l.stems))
	for s, k := range l.stems {
		stems[k] = s
	}
	words := glossedWords(l)
	r := rand.New(rand.NewPCG(seed, 1))
	for range n {
		var z, e strings.Builder
		for range 4 + r.IntN(12) {
			w := words[r.IntN(len(words))]
			entry, _ := l.entry(w)
			z.WriteString(w + "，")
			e.WriteString(stems[entry.stems[0]] + " ")
		}
		zh, en = append(zh, z.String()+"。"), append(en, e.String()+".")
	}
	return zh, en
}

// TestLongInsertion: 200 sentences that only one side has must not make the
// search lose the thread.
func TestLongInsertion(t *testing.T) {
	zh, en := invented(t, 400, 1)
	extra, _ := invented(t, 200, 2)
	at := 150
	zh = append(append(append([]string{}, zh[:at]...), extra...), zh[at:]...)
	beads, err := Sentences(Side{segment.Chinese, zh}, Side{segment.English, en}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := covers(beads, len(zh), len(en)); err != nil {
		t.Fatal(err)
	}
	var gold []Bead
	for i := range zh {
		switch {
		case i < at:
			gold = append(gold, bead([]int{i}, []int{i}))
		case i >= at+200:
			gold = append(gold, bead([]int{i}, []int{i - 200}))
		}
	}
	if r := Score(gold, beads).Strict(); r.Recall < .98 {
		t.Errorf("recall of the 400 true pairs is %.3f, want at least .98", r.Recall)
	}
}

// goldText is the first n beads of the texts aligned by people, and news that
// is parallel line by line where these do not suffice.
func goldText(b *testing.B, n int) (zh, en []string) {
	for _, set := range []string{"mac-dev", "political-a", "press-hand", "archive-tw-paragraphs"} {
		for _, d := range goldDocs(b, filepath.Join(dataFolder(b, "gold"), set)) {
			for _, bead := range d.beads[:min(len(d.beads), max(n, 0))] {
				for _, i := range bead.Left {
					zh = append(zh, d.zh[i])
				}
				for _, j := range bead.Right {
					en = append(en, d.en[j])
				}
				n--
			}
		}
	}
	for _, year := range []string{"2018", "2019", "2020"} {
		base := filepath.Join(dataFolder(b, "parallel/wmt-newstest-zh-en"), "newstest"+year)
		left, right := readLines(b, base+".zh"), readLines(b, base+".en")
		take := min(n, len(left))
		zh, en, n = append(zh, left[:take]...), append(en, right[:take]...), n-take
	}
	return zh, en
}

func BenchmarkSentences(b *testing.B) {
	if _, err := lexiconOnce(); err != nil {
		b.Fatal(err)
	}
	for _, n := range []int{300, 3_000, 10_000} {
		zh, en := goldText(b, n)
		for _, opt := range []Options{{}, {OnePass: true}} {
			b.Run(fmt.Sprintf("%d/onepass=%t", n, opt.OnePass), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := Sentences(Side{segment.Chinese, zh}, Side{segment.English, en}, opt); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(len(zh)+len(en))*float64(b.N)/b.Elapsed().Seconds(), "sentences/s")
			})
		}
	}
}

func BenchmarkLoadLexicon(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := loadLexicon(); err != nil {
			b.Fatal(err)
		}
	}
}

// glossedWords are the dictionary's words of two characters that have a gloss,
// sorted.
func glossedWords(l *lexicon) []string {
	var words []string
	for w, k := range l.words {
		if len(w) == 6 && l.start[k] < l.start[k+1] {
			words = append(words, w)
		}
	}
	sort.Strings(words)
	return words
}
