package corpus

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/segment"
)

func TestPairUpByName(t *testing.T) {
	en, zh := &Text{Lang: segment.English}, &Text{Lang: segment.Chinese}
	type pair [2]string
	for _, c := range []struct {
		name  string
		paths []string
		langs string // e or z for each path
		want  []pair
	}{
		{"folder", []string{"a/en.txt", "a/source.txt", "a/zh.txt"}, "eez", []pair{{"a/en.txt", "a/zh.txt"}}},
		{"two folders", []string{"a/en.txt", "a/zh.txt", "b/en.md", "b/zh.md"}, "ezez", []pair{{"a/en.txt", "a/zh.txt"}, {"b/en.md", "b/zh.md"}}},
		{"endings", []string{"talk.en.txt", "talk.zh-Hans.txt", "other-en.md", "other_zh.md"}, "ezez", []pair{{"talk.en.txt", "talk.zh-Hans.txt"}, {"other-en.md", "other_zh.md"}}},
		{"language folders", []string{"en/1.txt", "en/2.txt", "zh/1.txt", "zh/2.txt"}, "eezz", []pair{{"en/1.txt", "zh/1.txt"}, {"en/2.txt", "zh/2.txt"}}},
		{"names the wrong way round", []string{"a/en.txt", "a/zh.txt"}, "ze", []pair{{"a/zh.txt", "a/en.txt"}}},
		{"one language twice", []string{"a/en.txt", "a/zh.txt"}, "ee", []pair{{"a/en.txt", ""}, {"a/zh.txt", ""}}},
		{"no partner", []string{"a.txt", "b.txt"}, "ez", []pair{{"a.txt", ""}, {"", "b.txt"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			sources := make([]Source, len(c.paths))
			for i, p := range c.paths {
				sources[i] = Source{Path: p, Text: en}
				if c.langs[i] == 'z' {
					sources[i].Text = zh
				}
			}
			var got []pair
			for _, m := range PairUp(sources) {
				var p pair
				if m.En >= 0 {
					p[0] = c.paths[m.En]
				}
				if m.Zh >= 0 {
					p[1] = c.paths[m.Zh]
				}
				if m.Why == "" {
					t.Errorf("%v has no reason", p)
				}
				got = append(got, p)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("pairs (-want +got):\n%s", diff)
			}
		})
	}
}

// Files with unlike names are paired by date, speakers and figures.
func TestPairUpByEvidence(t *testing.T) {
	sources := []Source{
		{"x/h1.txt", readCase(t, "testdata/parse/office-page.txt")},
		{"y/港口.txt", readCase(t, "testdata/parse/office-page-zh.txt")},
		{"x/may.txt", readCase(t, "testdata/parse/inline-outlets.txt")},
		{"z/会议.txt", readCase(t, "testdata/parse/assembly-zh.txt")},
	}
	var got [][2]int
	for _, m := range PairUp(sources) {
		got = append(got, [2]int{m.En, m.Zh})
	}
	if diff := cmp.Diff([][2]int{{0, 1}, {2, -1}, {-1, 3}}, got); diff != "" {
		t.Errorf("pairs (-want +got):\n%s", diff)
	}
}

func TestBeside(t *testing.T) {
	got := Beside([]string{"a/en.txt", "a/zh.md", "a/notes.txt", "b/en.txt", "b/notes.txt", "c.txt"})
	if diff := cmp.Diff([]bool{false, false, true, false, false, false}, got); diff != "" {
		t.Errorf("beside (-want +got):\n%s", diff)
	}
}
