package segment

import (
	"strings"
	"testing"
	"unicode/utf8"
)

var foldCases = []struct{ text, want string }{
	{"plain text 1.5%", "plain text 1.5%"},
	{"MIXED Case", "mixed case"},
	{"ＡＢＣ　１２３％，！", "abc 123%,!"},
	{"café Müller Łódź Øre Straße", "cafe muller lodz ore strasse"},
	{"cafe\u0301", "cafe"},
	{"China’s ‘quote’ “double” «angle» 「角」『內』", "china's 'quote' \"double\" \"angle\" \"角\"'内'"},
	{"a–b—c‑d−e－f", "a-b-c-d-e-f"},
	{"非\u00a0斷\u2009行", "非 断 行"},
	{"海關總署發佈計畫", "海关总署发布计划"},
	{"乾隆 乾淨 瞭解 瞭望", "干隆 干净 了解 瞭望"},
	{"裡裏里 著着 臺台檯 衞衛 為爲", "里里里 着着 台台台 卫卫 为为"},
	{"答覆 憑藉 沈重 瀋陽", "答复 凭借 沉重 沈阳"},
	{"錢鍾書 钱锺书", "钱钟书 钱钟书"},
	{"打坏了", "打坏了"},
	{"ﬁne ㎡ Ⅳ m² ½", "fine m2 iv m2 ½"},
	{"唐纳德•特朗普 唐纳德・特朗普", "唐纳德·特朗普 唐纳德·特朗普"},
	{"zero\u200bwidth so\u00adft", "zerowidth soft"},
	{"МОСКВА ΑΘΗΝΑ", "москва αθηνα"},
	{"a\xffb", "a\ufffdb"},
	{"⽅⾯ 豈", "方面 岂"},
}

func TestFold(t *testing.T) {
	for _, c := range foldCases {
		if got := FoldString(c.text); got != c.want {
			t.Errorf("FoldString(%q) = %q, want %q", c.text, got, c.want)
		}
		if got := Fold(c.text).Text; got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.text, got, c.want)
		}
		if again := FoldString(c.want); again != c.want {
			t.Errorf("%q folds again, to %q", c.want, again)
		}
	}
}

// A part found in the folded text is found in the original.
func TestFoldedSpan(t *testing.T) {
	for _, c := range []struct{ text, part, want string }{
		{"增長３．５％。", "3.5%", "３．５％"},
		{"The Café’s", "cafe's", "Café’s"},
		{"the cafe\u0301 is", "cafe", "cafe\u0301"},
		{"ﬁne", "i", "ﬁ"},
		{"50㎡地", "m", "㎡"},
		{"so\u00adft ice", "soft", "so\u00adft"},
		{"\ufeff計畫", "计划", "計畫"},
		{"新的計畫書", "计划", "計畫"},
		{"a\xffb", "b", "b"},
		{"ÀÉÎ", "e", "É"},
	} {
		f := Fold(c.text)
		i := strings.Index(f.Text, c.part)
		if i < 0 {
			t.Errorf("%q is not in %q", c.part, f.Text)
			continue
		}
		if got := f.Span(Span{i, i + len(c.part)}).In(c.text); got != c.want {
			t.Errorf("%q in %q comes from %q, want %q", c.part, c.text, got, c.want)
		}
	}
}

func TestFoldedSpanOutside(t *testing.T) {
	f := Fold("Ａb中")
	for _, c := range []struct{ span, want Span }{
		{Span{0, 0}, Span{0, 0}}, {Span{1, 1}, Span{3, 3}}, {Span{-3, 1}, Span{0, 3}},
		{Span{3, 4}, Span{4, 7}}, {Span{5, 99}, Span{7, 7}}, {Span{0, 99}, Span{0, 7}},
	} {
		if got := f.Span(c.span); got != c.want {
			t.Errorf("Span(%v) = %v, want %v", c.span, got, c.want)
		}
	}
}

func TestFoldPlainCostsNothing(t *testing.T) {
	text := strings.Repeat("nothing to fold here, 1.5%. ", 100)
	if n := testing.AllocsPerRun(10, func() { Fold(text) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzFold(f *testing.F) {
	for _, c := range foldCases {
		f.Add(c.text)
	}
	f.Add("\u0301\u200b計\u200b畫\u0301Å㎡\xe4\xb8")
	f.Fuzz(func(t *testing.T, text string) {
		folded := Fold(text)
		if s := FoldString(text); s != folded.Text {
			t.Fatalf("%q: FoldString %q, Fold %q", text, s, folded.Text)
		}
		if !utf8.ValidString(folded.Text) {
			t.Fatalf("%q: folds to invalid %q", text, folded.Text)
		}
		last := Span{}
		for i, r := range folded.Text {
			s := folded.Span(Span{i, i + utf8.RuneLen(r)})
			if s.Start < last.Start || s.End < last.End || s.End > len(text) || s.Len() <= 0 {
				t.Fatalf("%q: %v after %v", text, s, last)
			}
			if s.Start > last.End && strings.TrimFunc(text[last.End:s.Start], vanishes) != "" {
				t.Fatalf("%q: nothing folds from %q", text, text[last.End:s.Start])
			}
			if utf8.ValidString(text) && !utf8.ValidString(s.In(text)) {
				t.Fatalf("%q: %v inside a character", text, s)
			}
			if !strings.ContainsRune(FoldString(s.In(text)), r) && !inPhrase(text) {
				t.Fatalf("%q: %q does not fold to %q", text, s.In(text), r)
			}
			last = s
		}
	})
}

// inPhrase reports whether a character of text may fold by its phrase.
func inPhrase(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return len(hanTable().phrase[r]) > 0 })
}
