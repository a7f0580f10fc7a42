package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// Whatever the text, nothing of it is lost and every span holds.
func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/parse/*.txt")
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b))
	}
	f.Add("A: b\n\n[C]d[10:20]\n> (e)\n### F:\n**G:** h\nQ i\n")
	f.Add("### 甲：\n乙。\n［丙］丁　戊：己\r\n\u2028庚：辛")
	f.Fuzz(func(t *testing.T, raw string) {
		if !utf8.ValidString(raw) || len(raw) > 1<<16 {
			t.Skip()
		}
		text, err := Parse(raw)
		if err != nil {
			return
		}
		checkText(t, text)
		b := Single(text)
		b.SetID("file")
		if b.ID == "" || len(b.ID) > maxID {
			t.Fatalf("ID %q", b.ID)
		}
		for i := range text.Turns {
			if s, ok := b.Speaker(text.Lang, i); ok && s.ID == "" {
				t.Fatalf("turn %d: speaker without ID", i)
			}
		}
		checkExchanges(t, text.Turns, Exchanges(text.Turns))
	})
}

// checkExchanges: each turn is in one exchange at most, and in its right place.
func checkExchanges(t *testing.T, turns []Turn, all []Exchange) {
	t.Helper()
	seen := map[int]bool{}
	take := func(list []int, ok func(Kind) bool) {
		for n, i := range list {
			if seen[i] || n > 0 && list[n-1] >= i || !ok(turns[i].Kind) {
				t.Fatalf("turn %d (%s) is misplaced in %v", i, turns[i].Kind, all)
			}
			seen[i] = true
		}
	}
	for _, e := range all {
		if len(e.Questions) == 0 {
			t.Fatal("an exchange without a question")
		}
		take(e.Questions, func(k Kind) bool { return k == Question })
		take(e.Answers, func(k Kind) bool { return k == Answer })
		take(e.Handover, func(k Kind) bool { return k == Remark })
	}
	for i, turn := range turns {
		if turn.Kind == Question && !seen[i] {
			t.Fatalf("question %d is in no exchange", i)
		}
	}
}

// What Decode gives is UTF-8 without a mark; what it refuses has a reason.
func FuzzDecode(f *testing.F) {
	f.Add([]byte("Good morning.\r\n"))
	f.Add([]byte("\xef\xbb\xbf你好"))
	f.Add([]byte("\xff\xfeH\x00i\x00"))
	f.Add([]byte("\xc4\xe3\xba\xc3\xa3\xac\xb4\xf3\xbc\xd2\xba\xc3"))
	f.Add([]byte{0, 1, 2, 3})
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > 1<<16 {
			t.Skip()
		}
		text, note, err := Decode(b)
		switch {
		case err != nil:
			if text != "" || note != "" || err.Error() == "" {
				t.Fatalf("an error with a text: %q %q", text, err)
			}
		case !utf8.ValidString(text) || strings.TrimSpace(text) == "":
			t.Fatalf("Decode(%q) = %q", b, text)
		case note == "" && text != strings.TrimPrefix(string(b), "\xef\xbb\xbf"):
			t.Fatalf("changed without a note: %q", text)
		}
	})
}
