package index

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"parley/corpus"
	"parley/segment"
)

// spell writes units as form@position.
func spell(us []unit) string {
	var out []string
	for _, u := range us {
		out = append(out, fmt.Sprintf("%s@%d", u.form, u.pos))
	}
	return strings.Join(out, " ")
}

func TestUnits(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"The U.S. and US told us.", "the@0 US@1 and@2 US@3 told@4 us@5"},
		{"high‑quality, China’s", "high@0 quality@1 china@3 s@4"},
		{"Mr. Lyu: 21.79 trillion (3,000)", "mr@0 lyu@1 21.79@3 trillion@4 3000@6"},
		{"新質生產力。ＷＴＯ", "新@0 质@1 生@2 产@3 力@4 wto@6"},
		{"《审计》“工作”", "审@0 计@1 工@2 作@3"},
		{"增长2.9%，达20万", "增@0 长@1 2.9@2 达@4 20@5 万@6"},
		{"Café 5G 20th G20", "cafe@0 5g@1 20th@2 g20@3"},
		{"THE WHO AND GDP", "THE@0 WHO@1 AND@2 gdp@3"},
		{"", ""}, {"，。", ""},
	} {
		if got := spell(units(tt.text)); got != tt.want {
			t.Errorf("units(%q) = %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestPhraseTerms(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"税", "[{税 0}]"}, {"关税", "[{关税 0}]"}, {"进出口", "[{进出 0} {出口 1}]"},
		{"外贸进出口", "[{外贸 0} {进出 2} {出口 3}]"}, {"高质量发", "[{高质 0} {量发 2}]"},
		{"GDP增速", "[{gdp 0} {增速 1}]"}, {"税，改", "[{税 0} {改 2}]"},
	} {
		if got := fmt.Sprint(phraseTerms(units(tt.text))); got != tt.want {
			t.Errorf("phraseTerms(%s) = %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestStems(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"tariffs", "tariff"}, {"AIDS", "AIDS"}, {"aids", "aid"}, {"GDP", "gdp"}, {"HOUSING", "hous"}, {"simplifying", "simplifi"},
	} {
		if got := stems(units(tt.text), tt.text)[0].form; got != tt.want {
			t.Errorf("stem of %s is %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestNameForms(t *testing.T) {
	for _, tt := range []struct {
		name corpus.Bilingual
		want string
	}{
		{corpus.Bilingual{En: "Lyu Mingyuan", Zh: "吕明远"}, "lyumingyuan mingyuanlyu lyu mingyuan 吕明远 吕 明远 lumingyuan lvmingyuan mingyuanlv"},
		{corpus.Bilingual{Zh: "欧阳雪"}, "欧阳雪 欧阳 雪 ouyangxue xueouyang ouyang xue"},
		{corpus.Bilingual{Zh: "安妮·韦斯特"}, "安妮韦斯特 安妮 韦斯特"},
		{corpus.Bilingual{Zh: "單雪晴"}, "单雪晴 shanxueqing danxueqing"},
		{corpus.Bilingual{En: "José da Silva"}, "josedasilva silvajoseda dasilvajose silva"},
	} {
		got := nameForms(Speaker{Name: tt.name})
		for _, want := range strings.Fields(tt.want) {
			if !slices.Contains(got, want) {
				t.Errorf("%v lacks %s: %v", tt.name, want, got)
			}
		}
	}
}

// TestAnalysisVersion fails when the same text is analysed otherwise than before.
// Raise analysisVersion then, so that indexes are rebuilt, and set the sum anew.
func TestAnalysisVersion(t *testing.T) {
	const version, sum = "6", "2715571057"
	text := "The U.S. tariffs, Café prices (3,000) and high‑quality growth. AIDS; GDP's 2.9%\n" +
		"新質生產力推动外贸进出口同比增长２.9％，ＷＴＯ、《审计工作规定》“待处理”20万件。"
	h := fnv.New32a()
	fmt.Fprint(h, exactTerms(text), stemTerms(text), wordTerms(text), nameForms(Speaker{ID: "x"}), segment.Figures(text))
	if got := fmt.Sprint(h.Sum32()); got != sum || analysisVersion != version {
		t.Errorf("version %s, sum %s; want %s, %s", analysisVersion, got, version, sum)
	}
}

func FuzzUnits(f *testing.F) {
	for _, s := range []string{"U.S. trade, 3,000 crowns", "新質生產力ＷＴＯ", "a.b.c.", "é\u0301\u200b x", "㎡ ﬁ ㍿", "1,2.3.", "\xff\xfe", "don’t", "ÀB.C"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := unit{Span: segment.Span{Start: -1}, pos: -1}
		for i, u := range units(s) {
			if u.Start < last.Start || u.End > len(s) || u.Start > u.End || u.form == "" || u.pos <= last.pos && i > 0 {
				t.Fatalf("%q: unit %+v after %+v", s, u, last)
			}
			if u.Start < len(s) && utf8.ValidString(s) && !utf8.RuneStart(s[u.Start]) {
				t.Fatalf("%q: unit %+v begins inside a character", s, u)
			}
			last = u
		}
	})
}
