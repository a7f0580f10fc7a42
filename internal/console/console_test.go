package console

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func wrapped(text string, width int) string {
	var lines []string
	for _, s := range wrap(text, width) {
		lines = append(lines, text[s.start:s.end])
	}
	return strings.Join(lines, "|")
}

func TestWrapBreaksAsEachScriptWants(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"the tide comes in twice a day", 10, "the tide|comes in|twice a|day"},
		{"潮水每天来两次。", 10, "潮水每天来|两次。"},
		{"潮水每天来了。两次", 10, "潮水每天来|了。两次"},
		{"他说「好」了", 6, "他说|「好」|了"},
		{"全年增长3.5%左右", 10, "全年增长|3.5%左右"},
		{"abcdefghijkl", 5, "abcde|fghij|kl"},
		{"  a  b  ", 5, "a  b"},
		{"", 5, ""},
	} {
		if got := wrapped(c.text, c.width); got != c.want {
			t.Errorf("wrap(%q, %d) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestWrapLosesNothingAndFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("ab 潮，「」。é1%\u0301"))).Draw(t, "text")
		width := rapid.IntRange(4, 30).Draw(t, "width")
		var kept strings.Builder
		for _, s := range wrap(text, width) {
			line := text[s.start:s.end]
			if !utf8.ValidString(line) || Width(line) > width {
				t.Fatalf("line %q of %q is %d wide, more than %d", line, text, Width(line), width)
			}
			kept.WriteString(line)
		}
		bare := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if bare(kept.String()) != bare(text) {
			t.Fatalf("wrap(%q) kept %q", text, kept.String())
		}
	})
}

func TestPairStandsSideBySide(t *testing.T) {
	var b strings.Builder
	p := Printer{W: &b, Width: 100}
	p.Pair(2, Text{Text: "The barrier closes at noon."}, Text{Text: "水闸中午关闭。"}, "", "")
	want := "  The barrier closes at noon." + strings.Repeat(" ", 55-27+3) + "水闸中午关闭。\n"
	if b.String() != want {
		t.Errorf("got  %q\nwant %q", b.String(), want)
	}
}

func TestMarksAreStyledAcrossLines(t *testing.T) {
	var b strings.Builder
	p := Printer{W: &b, Width: 12, Color: true}
	p.Paragraph(0, Text{Text: "one two three four", Marks: [][2]int{{4, 13}}}, "")
	want := "one \x1b[1;33mtwo\x1b[0m\n\x1b[1;33mthree\x1b[0m four\n"
	if b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

func TestEscapesInATextReachNoTerminal(t *testing.T) {
	var b strings.Builder
	p := Printer{W: &b, Width: 80, Color: true}
	p.Paragraph(0, Text{Text: "a\x1b[2Jb\u202ec", Marks: [][2]int{{1, 5}}}, "")
	p.Line(p.Bold("x\x1b]0;y\a"))
	if s := b.String(); strings.Contains(s, "\x1b[2J") || strings.Contains(s, "\x1b]") || strings.ContainsRune(s, 0x202e) {
		t.Errorf("escapes reached the terminal: %q", s)
	}
}

func TestKWICAlignsTheKeyword(t *testing.T) {
	var b strings.Builder
	p := Printer{W: &b, Width: 60}
	for _, s := range []string{"潮汐经济今年增长很快，潮汐经济好", "在这里，我们说潮汐经济"} {
		i := strings.LastIndex(s, "潮汐")
		p.KWIC(Text{Text: s}, [2]int{i, i + 6}, "2025")
	}
	lines := strings.Split(b.String(), "\n")
	at := func(s string) int { return Width(s[:strings.LastIndex(s, "潮汐")]) }
	if at(lines[0]) != at(lines[1]) {
		t.Errorf("keywords stand at %d and %d:\n%s", at(lines[0]), at(lines[1]), b.String())
	}
}
