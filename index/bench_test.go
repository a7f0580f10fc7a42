package index

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"parley/align"
	"parley/corpus"
)

// The benchmarks search the real briefings beside the project, where they are.
// Each reports the median and the 99th percentile of warm searches:
//
//	go test ./index -run=XXX -bench=Search -benchtime=2000x

const realBriefings = "../../shared/data/briefings"

// realIndex reads, aligns and indexes all events once.
var realIndex = sync.OnceValues(func() (*Index, error) {
	folders, err := os.ReadDir(realBriefings)
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "parley-bench")
	if err != nil {
		return nil, err
	}
	err = Rebuild(dir, func(w *Writer) error {
		for _, f := range folders {
			b, err := realBriefing(filepath.Join(realBriefings, f.Name()))
			if err != nil {
				return fmt.Errorf("%s: %w", f.Name(), err)
			}
			a, err := align.Briefing(b, align.Options{})
			if err != nil {
				return fmt.Errorf("%s: %w", f.Name(), err)
			}
			if err := w.Add(b, a, ""); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return Open(dir)
})

func realBriefing(dir string) (*corpus.Briefing, error) {
	en, err := realText(filepath.Join(dir, "en.txt"))
	if err != nil {
		return nil, err
	}
	zh, err := realText(filepath.Join(dir, "zh.txt"))
	if err != nil {
		return nil, err
	}
	b := corpus.Pair(en, zh)
	b.ID = filepath.Base(dir)
	return b, nil
}

func realText(path string) (*corpus.Text, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	text, _, err := corpus.Decode(raw)
	if err != nil {
		return nil, err
	}
	return corpus.Parse(text)
}

func BenchmarkSearch(b *testing.B) {
	if _, err := os.Stat(realBriefings); err != nil {
		b.Skip("the real briefings are not here: ", err)
	}
	x, err := realIndex()
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("%d passages", x.Count(""))
	kinds := []struct {
		name    string
		queries []string
		opt     Options
	}{
		{"english-word", []string{"democracy", "technology", "government", "tariff", "housing"}, Options{}},
		{"english-phrase", []string{`"artificial intelligence"`, `"in the future"`, `"of the"`, `"members of the public"`}, Options{}},
		{"chinese-word", []string{"民主", "政府", "技术", "房屋", "審計"}, Options{}},
		{"chinese-unspaced", []string{"人工智能發展", "政府公共房屋", "社会保障制度改革"}, Options{}},
		{"chinese-character", []string{"税", "的", "民"}, Options{}},
		{"boolean", []string{"(housing OR land) government -education", "民主 (技术 OR 網路) -選舉", "zh:政府 -en:government"}, Options{}},
		{"prefix", []string{"democ*", "tech*"}, Options{}},
		{"near", []string{"public NEAR/3 housing", "政府 NEAR/10 公共"}, Options{}},
		{"regex", []string{"/公.{1,2}房屋/", "/[0-9]{4} flats/"}, Options{}},
		{"condition", []string{"date:2025 in:answer democracy", "speaker:tang 民主"}, Options{}},
		{"spread", []string{"democracy earthquake", "housing monkey"}, Options{}},
		{"facets", []string{"government", "政府"}, Options{Facets: true}},
		{"exchanges", []string{"democracy technology", "政府 房屋", "housing"}, Options{Exchanges: true}},
	}
	for _, k := range kinds {
		b.Run(k.name, func(b *testing.B) { benchmarkQueries(b, x, k.queries, k.opt) })
	}
}

func benchmarkQueries(b *testing.B, x *Index, queries []string, opt Options) {
	var parsed []Query
	for _, s := range queries {
		q, err := Parse(s)
		if err != nil {
			b.Fatal(err)
		}
		r, err := x.Search(context.Background(), q, opt) // warms
		if err != nil {
			b.Fatal(err)
		}
		b.Logf("%s: %d", s, r.Total)
		parsed = append(parsed, q)
	}
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		if _, err := x.Search(context.Background(), parsed[i%len(parsed)], opt); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
}
