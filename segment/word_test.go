package segment

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

var wordCases = []struct{ text, want string }{
	{"The U.S. grew 5.2% (e.g. exports).", "the u.s. grew 5.2 % ( e.g. exports ) ."},
	{"covid-19 and China’s G20", "covid - 19 and china's g20"},
	{"It's 3,000 or 21.79, not 1,23.", "it's 3,000 or 21.79 , not 1 , 23 ."},
	{"Café ‘Müller’ — ﬁne", "cafe ' muller ' - fine"},
	{"ＡＢＣ１２３，３．５％", "abc123 , 3.5 %"},
	{"１，２３４和100，200", "1,234 和 100 , 200"},
	{"海关总署发布数据。", "海关总署 发布 数据 。"},
	{"海關總署發佈計畫。", "海关总署 发布 计划 。"},
	{"新质生产力和高质量发展", "新质生产力 和 高质量发展"},
	{"「雲端」軟體", "\" 云端 \" 软体"},
	{"2025年7月", "2025 年 7 月"},
	{"A股 5G网络", "a 股 5 g 网络"},
	{"J.K. Rowling, U.S.-China, U.S.Army", "j.k. rowling , u.s. - china , u.s. army"},
	{"rock 'n' roll", "rock ' n ' roll"},
	{"Министр ответил", "министр ответил"},
	{"", ""},
	{" \n\t\u200b", ""},
}

func TestWords(t *testing.T) {
	for _, c := range wordCases {
		var got []string
		for _, w := range Words(c.text) {
			got = append(got, w.Text)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, g, c.want)
		}
	}
}

func TestWordKinds(t *testing.T) {
	want := []TokenKind{Latin, Number, Punct, Han, Punct}
	for i, w := range Words("up 5% 增长。") {
		if w.Kind != want[i] {
			t.Errorf("%s: kind %d, want %d", w.Text, w.Kind, want[i])
		}
	}
}

// Simplified and traditional text have the same words.
func TestWordsOfBothScripts(t *testing.T) {
	simplified := Words("各位记者朋友，今天的发布会介绍审计工作计划的执行情况，谢谢大家的关注。")
	traditional := Words("各位記者朋友，今天的發佈會介紹審計工作計畫的執行情況，謝謝大家的關注。")
	if len(simplified) != len(traditional) {
		t.Fatalf("%v\n%v", simplified, traditional)
	}
	for i, w := range simplified {
		if w != traditional[i] {
			t.Errorf("%v, %v", w, traditional[i])
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, c := range wordCases {
		f.Add(c.text)
	}
	f.Add("\xff中\xe4\xb8a.b.c.dd" + strings.Repeat("的", 2000))
	f.Add("〇々⼀豈﨑𠀀乾隆計\u200b畫")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, w := range Words(text) {
			if w.Start < end || w.End <= w.Start || w.End > len(text) {
				t.Fatalf("%q: %v out of order after %d", text, w, end)
			}
			if gap := strings.TrimFunc(text[end:w.Start], func(r rune) bool { return unicode.IsSpace(r) || vanishes(r) }); gap != "" {
				t.Fatalf("%q: left out %q", text, gap)
			}
			if w.Text != FoldString(w.In(text)) || w.Text == "" || w.Kind == 0 {
				t.Fatalf("%q: token %v of %q", text, w, w.In(text))
			}
			if utf8.ValidString(text) && !utf8.ValidString(w.In(text)) {
				t.Fatalf("%q: %v inside a character", text, w)
			}
			end = w.End
		}
	})
}
