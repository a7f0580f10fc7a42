package segment

import (
	"strings"
	"testing"
	"time"
)

// Text made to hold up a reader that looks too far back or ahead takes no
// longer than other text: a quarter of a megabyte in well under a second.
func TestHostileTextIsReadInLinearTime(t *testing.T) {
	Words("中")
	space := strings.Repeat(" ", 1<<16)
	for _, unit := range []string{
		".", ". ", "a.", "a.a", "!\"", "x？）的", "（x？）的", "？”“", "\"a.\" ", "... ", ". . ", "…a", "Mr. ", "1. ",
		"1,", "1.", "１，", "111", "一", "十", "一万", "百分之", "one hundred ", "a个", "May ", "2025 ", "5 to ", "\u0301", "\u200b", "计", "\xff",
	} {
		text := space + unit + space + "。" + strings.Repeat(unit, 1<<18/len(unit))
		for name, read := range map[string]func(){
			"Sentences": func() { Sentences(text, English) },
			"Words":     func() { Words(text) },
			"Fold":      func() { Fold(text).Span(Span{0, 1}) },
			"Figures":   func() { Figures(text) },
		} {
			start := time.Now()
			read()
			if d := time.Since(start); d > 5*time.Second {
				t.Errorf("%s of %q took %v", name, unit, d)
			} else if d > time.Second/2 {
				t.Logf("%s of %q took %v", name, unit, d)
			}
		}
	}
}
