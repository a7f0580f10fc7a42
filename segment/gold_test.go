package segment

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

var (
	update    = flag.Bool("update", false, "rewrite golden files")
	disagree  = flag.String("disagree", "", "print disagreements with the gold `set`")
	goldSets  = []string{"mac-dev", "political-a", "press-hand"}
	goldLangs = []Lang{Chinese, English}
)

const dataDir = "../../shared/data"

// TestGoldSentences compares sentence ends with those of texts that people
// divided: precision, recall and F1 of the ends inside paragraphs. A figure
// that moves shows in testdata/sentences.golden.
func TestGoldSentences(t *testing.T) {
	if _, err := os.Stat(dataDir + "/gold"); err != nil {
		t.Skip("no gold sets: ", err)
	}
	var report strings.Builder
	for _, set := range goldSets {
		for _, lang := range goldLangs {
			names, err := filepath.Glob(fmt.Sprintf("%s/gold/%s/*.%s", dataDir, set, lang))
			if err != nil || len(names) == 0 {
				t.Fatalf("no texts of %s in %s (%v)", lang, set, err)
			}
			var s score
			for _, name := range names {
				if !strings.Contains(name, ".turns.") {
					s.add(t, name, lang, *disagree == set)
				}
			}
			fmt.Fprintf(&report, "%-12s %s  ends %4d  P %.4f  R %.4f  F1 %.4f\n", set, lang, s.gold, s.precision(), s.recall(), s.f1())
		}
	}
	checkGolden(t, "testdata/sentences.golden", report.String())
}

func checkGolden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: run with -update if this is meant\ngot:\n%swant:\n%s", name, got, want)
	}
}

// score counts sentence ends: in the gold, found, and both.
type score struct{ gold, found, both int }

func (s score) precision() float64 { return float64(s.both) / float64(s.found) }
func (s score) recall() float64    { return float64(s.both) / float64(s.gold) }
func (s score) f1() float64        { return 2 * float64(s.both) / float64(s.gold+s.found) }

func (s *score) add(t *testing.T, name string, lang Lang, show bool) {
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range paragraphs(string(b), lang) {
		gold := map[int]bool{}
		for _, end := range p.ends {
			gold[end] = true
		}
		s.gold += len(gold)
		for _, span := range Sentences(p.text, lang) {
			if span.End == len(p.text) {
				break
			}
			s.found++
			if gold[span.End] {
				s.both++
				delete(gold, span.End)
			} else if show {
				t.Logf("%s EXTRA  %s", lang, around(p.text, span.End))
			}
		}
		for end := range gold {
			if show {
				t.Logf("%s MISSED %s", lang, around(p.text, end))
			}
		}
	}
}

func around(text string, i int) string {
	a, b := max(i-60, 0), min(i+45, len(text))
	for ; !utf8.RuneStart(text[a]); a++ {
	}
	for ; b < len(text) && !utf8.RuneStart(text[b]); b++ {
	}
	return text[a:i] + " ⏎ " + text[i:b]
}

// paragraph is a run of gold sentences and the offsets where those but the
// last end.
type paragraph struct {
	text string
	ends []int
}

// paragraphs joins lines as they stood in the text. A line with no mark at its
// end was a heading or an item on a line of its own, and so ends a paragraph.
func paragraphs(text string, lang Lang) []paragraph {
	glue := " "
	if lang == Chinese {
		glue = ""
	}
	var all []paragraph
	var p paragraph
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if p.text != "" {
			p.ends = append(p.ends, len(p.text))
			p.text += glue
		}
		p.text += line
		last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, "”’」』）)\"'》"))
		if !strings.ContainsRune(".!?。！？…", last) {
			all = append(all, p)
			p = paragraph{}
		}
	}
	return append(all, p)
}
