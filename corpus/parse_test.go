package corpus

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/segment"
)

var update = flag.Bool("update", false, "write the golden files anew")

// shownTurn is a turn as the golden files show it.
type shownTurn struct {
	Kind       Kind     `json:"kind"`
	Label      string   `json:"label,omitempty"`
	Speaker    string   `json:"speaker,omitempty"`
	Role       string   `json:"role,omitempty"`
	Outlet     string   `json:"outlet,omitempty"`
	Chair      bool     `json:"chair,omitempty"`
	Paragraphs []string `json:"paragraphs,omitempty"`
	Repeats    []string `json:"repeats,omitempty"`
	Notes      []string `json:"notes,omitempty"`
}

type shownText struct {
	Lang         segment.Lang `json:"lang"`
	Title        string       `json:"title"`
	Date         string       `json:"date"`
	Organisation string       `json:"organisation"`
	Cast         []string     `json:"cast,omitempty"`
	Turns        []shownTurn  `json:"turns"`
	Exchanges    []string     `json:"exchanges,omitempty"`
	Header       []string     `json:"header,omitempty"`
	Unattributed []string     `json:"unattributed,omitempty"`
}

func show(t *Text) shownText {
	words := func(spans []segment.Span) (out []string) {
		for _, s := range spans {
			out = append(out, s.In(t.Raw))
		}
		return out
	}
	s := shownText{Lang: t.Lang, Title: t.Title, Date: t.Date, Organisation: t.Organisation, Header: words(t.Header), Unattributed: words(t.Unattributed)}
	for _, p := range t.Cast {
		line := p.Name + ", " + p.Role
		if p.Chair {
			line += " (chair)"
		}
		s.Cast = append(s.Cast, line)
	}
	for _, turn := range t.Turns {
		s.Turns = append(s.Turns, shownTurn{
			Kind: turn.Kind, Label: turn.Label.In(t.Raw), Speaker: turn.Speaker, Role: turn.Role, Outlet: turn.Outlet, Chair: turn.Chair,
			Paragraphs: words(turn.Paragraphs), Repeats: words(turn.Repeats), Notes: words(turn.Notes),
		})
	}
	for _, e := range Exchanges(t.Turns) {
		s.Exchanges = append(s.Exchanges, fmt.Sprintf("questions %v answers %v handover %v", e.Questions, e.Answers, e.Handover))
	}
	return s
}

func TestParseLayouts(t *testing.T) {
	files, err := filepath.Glob("testdata/parse/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			text := readCase(t, file)
			checkText(t, text)
			got, err := json.MarshalIndent(show(text), "", "  ")
			if err != nil {
				t.Fatal(err)
			}
			golden := strings.TrimSuffix(file, ".txt") + ".json"
			if *update {
				if err := os.WriteFile(golden, append(got, '\n'), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.TrimSpace(string(want)), string(got)); diff != "" {
				t.Errorf("parse differs (-want +got):\n%s", diff)
			}
		})
	}
}

func readCase(t *testing.T, file string) *Text {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text, err := Parse(string(b))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// A transcript reads the same whatever its line ends are.
func TestParseLineEnds(t *testing.T) {
	b, err := os.ReadFile("testdata/parse/office-page.txt")
	if err != nil {
		t.Fatal(err)
	}
	unix, err := Parse(string(b))
	if err != nil {
		t.Fatal(err)
	}
	for _, end := range []string{"\r\n", "\r", "\u2028"} {
		other, err := Parse(strings.ReplaceAll(string(b), "\n", end))
		if err != nil {
			t.Fatal(err)
		}
		checkText(t, other)
		if diff := cmp.Diff(show(unix), show(other)); diff != "" {
			t.Errorf("with line end %q (-\\n +other):\n%s", end, diff)
		}
	}
}

func TestParseNoLanguage(t *testing.T) {
	for _, raw := range []string{"", "12345 67890", "Пресс-конференция состоялась вчера в столице."} {
		if text, err := Parse(raw); err == nil {
			t.Errorf("Parse(%q) = %v, want an error", raw, text)
		}
	}
}

// checkText holds a text against what is promised of every text: spans in
// order, on rune boundaries, sentences inside paragraphs and covering them, and
// each line with words in exactly one place.
func checkText(t *testing.T, text *Text) {
	t.Helper()
	raw := text.Raw
	owner := make([]uint8, len(raw)+1)
	claim := func(what string, spans ...segment.Span) {
		last := -1
		for _, s := range spans {
			if s.Start < last || s.Start > s.End || s.End > len(raw) {
				t.Fatalf("%s: span %v out of order or range", what, s)
			}
			last = s.End
			if !onRunes(raw, s) {
				t.Fatalf("%s: span %v is not on rune boundaries", what, s)
			}
			for i := s.Start; i < s.End; i++ {
				if owner[i] != 0 {
					t.Fatalf("%s: byte %d of %q is claimed twice", what, i, s.In(raw))
				}
				owner[i] = 1
			}
		}
	}
	claim("header", text.Header...)
	claim("unattributed", text.Unattributed...)
	last := 0
	for i, turn := range text.Turns {
		if turn.Label.Len() > 0 {
			claim("label", turn.Label)
			if turn.Label.Start < last {
				t.Fatalf("turn %d starts before the one above ends", i)
			}
			last = turn.Label.End
		}
		claim("paragraph", turn.Paragraphs...)
		claim("repeat", turn.Repeats...)
		claim("note", turn.Notes...)
		checkSentences(t, raw, turn)
		if turn.Kind == "" {
			t.Fatalf("turn %d has no kind", i)
		}
	}
	for _, line := range splitLines(raw) {
		if !claimed(raw, owner, line) {
			t.Fatalf("line %q is lost", line.In(raw))
		}
	}
}

func onRunes(raw string, s segment.Span) bool {
	return (s.Start == len(raw) || raw[s.Start]&0xC0 != 0x80) && (s.End == len(raw) || raw[s.End]&0xC0 != 0x80)
}

// claimed: every letter of the line is taken; space, and the marks of a quoted
// line, may be free. A line of such marks alone must be taken as well.
func claimed(raw string, owner []uint8, line segment.Span) bool {
	taken := 0
	for i, r := range line.In(raw) {
		switch {
		case owner[line.Start+i] != 0:
			taken++
		case !blank(r) && r != '>':
			return false
		}
	}
	return taken > 0
}

func checkSentences(t *testing.T, raw string, turn Turn) {
	t.Helper()
	i := 0
	for _, p := range turn.Paragraphs {
		at := p.Start
		for ; i < len(turn.Sentences) && turn.Sentences[i].Start < p.End; i++ {
			s := turn.Sentences[i]
			if s.Start < at || s.End > p.End {
				t.Fatalf("sentence %v is not inside its paragraph %v", s, p)
			}
			if strings.TrimFunc(raw[at:s.Start], blank) != "" {
				t.Fatalf("%q is in no sentence", raw[at:s.Start])
			}
			at = s.End
		}
		if strings.TrimFunc(raw[at:p.End], blank) != "" {
			t.Fatalf("%q is in no sentence", raw[at:p.End])
		}
	}
	if i != len(turn.Sentences) {
		t.Fatalf("%d sentences are in no paragraph", len(turn.Sentences)-i)
	}
}
