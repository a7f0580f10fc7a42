package segment

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// Each case is a paragraph with | where a sentence ends.
var sentenceCases = []struct {
	lang Lang
	text string
}{
	{English, "Mr. Lyu thanked Ms. Wang.|Dr. Hu and Sen. Reyes left."},
	{English, "Exports rose 3.5% to $21.79 trillion.|Imports fell 0.2 percent."},
	{English, "It was signed in the U.S. last year.|He lives in the U.S.|The rest stayed."},
	{English, "The meeting began at 10 a.m. Monday.|It ended at 4 p.m.|We then left."},
	{English, "See No. 5 and Art. 3 of the law, cf. Cap. 489.|Is it true?|No.|Since then it has grown."},
	{English, "J. K. Rowling met George W. Bush and J.D. Vance.|So did I.|At that moment it rained."},
	{English, "On Jan. 5 and in Sept. we met.|In Oct. we did not."},
	{English, "Steel, glass, etc. are taxed.|Bricks, tiles, etc.|They are not."},
	{English, "Bring fruit, e.g. pears, i.e. what grows here vs. imports.|Good."},
	{English, "He asked, \"Is it ready?\" and left.|\"It is.\"|\"Good!\""},
	{English, "He said \"It is. \"|\"Then go. \""},
	{English, "“Is it ready?” Mr. Wang asked.|“It is,” she said.|“Then go.”"},
	{English, "He said: “We shall try.”|Nobody spoke.|(Laughter.)|They went on (see page 3).|So did we."},
	{English, "What?!|Really!!!|Yes."},
	{English, "Well... perhaps so.|\"We hoped...\"|Then it came."},
	{English, "I... I do not know... perhaps not."},
	{English, "It trailed off . . . and came back."},
	{English, "1. Strengthen trade.|2. Open up further.|(a) Build.|(b) Repair."},
	{English, "See www.example.com or write to a.b@example.org.|Version 2.0.1 is out."},
	{English, "The space was forgotten.|In general it is not."},
	{English, "The firm paid Acme Co. Ltd. in full.|Acme Inc.|The end."},
	{English, "The so-called 'open door'?|'Yes.'|'Why?'"},
	{English, "An open “quote never ends.|It goes on.|And on."},
	{English, "He read 《春秋》 twice.|他说好。|Good."},
	{Chinese, "上半年增长3.5%。|下半年是３．５％。|总额1.2万亿元！|好吗？"},
	{Chinese, "他说：“我们会努力。|我们有信心。”|会场鼓掌。"},
	{Chinese, "“您怎么看？”|“很好！”|他笑了。"},
	{Chinese, "这就是所谓“路在何方？”的问题，不是别的。|下一位。"},
	{Chinese, "我们推出名为「你在哪裡？」計畫，人人可以參加。|謝謝。"},
	{Chinese, "他问：「你在哪裡？」|的確，沒有人知道。|我們也不知道。"},
	{Chinese, "我读了《怎么办？》这本书。|很好看。"},
	{Chinese, "第一，出口增长；第二，进口稳定。|谢谢。"},
	{Chinese, "这个……我想想……好吧。|“等一等……”|他走了。"},
	{Chinese, "他来了（我亲眼看见的。）然后又走了。|（掌声。）|再见。"},
	{Chinese, "责任由公司负责。」。|另一位说。"},
	{Chinese, "“中国声音 ” 。|谢谢。 ”|好的 。"},
	{Chinese, "我们支持ASEAN。|It is good.|我们同意!|对吗?|对｡"},
	{Chinese, "1.加强管理。|2. 扩大开放。|一. 总体情况。"},
	{Chinese, "作者卡尔.马克思说过。|3.15晚会和www.gov.cn都在。"},
	{Chinese, "引号“没有关上。|后面还有。|还有！！！|结束？！"},
	{Chinese, "他写道\"很好。\"|\"谢谢。\"|他又写。"},
	{Chinese, "他接著问：“为什么？”——没有人回答。"},
}

func TestSentences(t *testing.T) {
	for _, c := range sentenceCases {
		text, want := joinSentences(c.text)
		var got []string
		for _, s := range Sentences(text, c.lang) {
			got = append(got, s.In(text))
		}
		if g, w := strings.Join(got, "|"), strings.Join(want, "|"); g != w {
			t.Errorf("\n got %s\nwant %s", g, w)
		}
	}
}

// joinSentences takes the bars out of a case, leaving a space for each where
// the text is spaced.
func joinSentences(marked string) (text string, sentences []string) {
	sentences = strings.Split(marked, "|")
	for i, s := range sentences {
		before, _ := utf8.DecodeLastRuneInString(text)
		next, _ := utf8.DecodeRuneInString(s)
		tight := before > 0x2FFF || next > 0x2FFF || strings.Contains("。。”」", string(before)) || strings.HasSuffix(text, "forgotten.")
		if i > 0 && !tight {
			text += " "
		}
		text += s
	}
	return text, sentences
}

func TestSentencesLines(t *testing.T) {
	text := "Heading\r\nNo end\n\n  Next. One \t\n\u3000\u3000第一段。第二句\u2028third\u0085fourth"
	var got []string
	for _, s := range Sentences(text, Unknown) {
		got = append(got, s.In(text))
	}
	want := "Heading|No end|Next.|One|第一段。|第二句|third|fourth"
	if g := strings.Join(got, "|"); g != want {
		t.Errorf("got %q, want %q", g, want)
	}
}

func FuzzSentences(f *testing.F) {
	for _, c := range sentenceCases {
		f.Add(strings.ReplaceAll(c.text, "|", " "))
	}
	f.Add("a\xffb. \xe2\x80 C。\n\xc2")
	f.Add(". . .”  .\n\u2028 ....」）\"'")
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range []Lang{English, Chinese} {
			checkCover(t, text, Sentences(text, lang))
		}
	})
}

// checkCover asserts that spans are ordered, trimmed, on one line each, and
// leave out nothing but space.
func checkCover(t *testing.T, text string, spans []Span) {
	t.Helper()
	end := 0
	for _, s := range spans {
		if s.Start < end || s.End <= s.Start || s.End > len(text) {
			t.Fatalf("%q: %v is out of order after %d", text, s, end)
		}
		part := s.In(text)
		if strings.TrimSpace(part) != part || strings.ContainsAny(part, "\n\r\u2028") {
			t.Fatalf("%q: untrimmed %q", text, part)
		}
		if gap := text[end:s.Start]; strings.TrimSpace(gap) != "" {
			t.Fatalf("%q: left out %q", text, gap)
		}
		if utf8.ValidString(text) && !utf8.ValidString(part) {
			t.Fatalf("%q: %q cut inside a character", text, part)
		}
		end = s.End
	}
	if rest := text[end:]; strings.TrimFunc(rest, unicode.IsSpace) != "" {
		t.Fatalf("%q: left out %q", text, rest)
	}
}
