package segment

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode/utf8"
)

// Each case lists the figures as value, unit and text.
var figureCases = []struct{ text, want string }{
	// Scales and money.
	{"进出口21.79万亿元", "2.179e+13 CNY 21.79万亿元"},
	{"進出口21.79萬億元", "2.179e+13 CNY 21.79萬億元"},
	{"21.79 trillion yuan in trade", "2.179e+13 CNY 21.79 trillion yuan"},
	{"62.8万辆 of 628,000 cars", "628000  62.8万; 628000  628,000"},
	{"1.2兆元", "1.2e+12 CNY 1.2兆元"},
	{"一百二十三", "123  一百二十三"},
	{"两万", "20000  两万"},
	{"三千五百万美元，35 million US dollars", "3.5e+07 USD 三千五百万美元; 3.5e+07 USD 35 million US dollars"},
	{"一百万亿", "1e+14  一百万亿"},
	{"1亿2000万人", "1.2e+08  1亿2000万"},
	{"3万2千", "32000  3万2千"},
	{"三千五", "3500  三千五"},
	{"1205: 一千二百零五", "1205  1205; 1205  一千二百零五"},
	{"100多万人", "1e+06  100多万"},
	{"500 萬美元", "5e+06 USD 500 萬美元"},
	{"HK$480 million, 4.8億港元", "4.8e+08 HKD 480 million; 4.8e+08 HKD 4.8億港元"},
	{"$5 bn and NT$30", "5e+09 USD 5 bn; 30 TWD 30"},
	{"500-million-yuan fund", "5e+08 CNY 500-million-yuan"},
	{"１，２３４．５元", "1234.5 CNY １，２３４．５元"},
	{"100，200", "100  100; 200  200"},
	{"50千克", "50  50"},
	// Percent, points, times.
	{"增长2.9%", "2.9 percent 2.9%"},
	{"百分之二点九，百分之三十五，百分之百", "2.9 percent 百分之二点九; 35 percent 百分之三十五; 100 percent 百分之百"},
	{"3.5％ 和 三成、两成半、3成立即", "3.5 percent 3.5％; 30 percent 三成; 25 percent 两成半; 3  3"},
	{"0.9个百分点", "0.9 point 0.9个百分点"},
	{"0.9 percentage points, 25 basis points, 25个基点", "0.9 point 0.9 percentage points; 0.25 point 25 basis points; 0.25 point 25个基点"},
	{"5 to 6 percent; 5%-6%", "5 percent 5; 6 percent 6 percent; 5 percent 5%; 6 percent 6%"},
	{"2 to 3 million; 20至30万", "2e+06  2; 3e+06  3 million; 200000  20; 300000  30万"},
	{"增长一倍, doubled", "2 times 一倍; 2 times doubled"},
	{"达到两倍, 2 times, twofold", "2 times 两倍; 2 times 2 times; 2 times twofold"},
	{"£89m, $5 million; Double 11, a decade, two decades", "8.9e+07 GBP 89m; 5e+06 USD 5 million; 11  11; 10  a decade; 20  two decades"},
	{"首届首都，百分百, half an hour, 半小时", "1o  首; 100 percent 百分百; 0.5  half; 0.5  半"},
	{"翻两番", "4 times 翻两番"},
	{"千分之三", "0.003  千分之三"},
	// Fractions.
	{"三分之一, one third, a third-party", "0.3333333333333333  三分之一; 0.3333333333333333  one third; 3o  third"},
	{"two-thirds and three quarters, 四分之三", "0.6666666666666666  two-thirds; 0.75  three quarters; 0.75  四分之三"},
	{"half a million, 一半, 1/3", "500000  half a million; 0.5  一半; 0.3333333333333333  1/3"},
	{"the first half, 上半年", "1o  first; 1o  上半"},
	// English words.
	{"twenty-one, one hundred and twenty-three", "21  twenty-one; 123  one hundred and twenty-three"},
	{"a hundred thousand", "100000  a hundred thousand"},
	{"two million three hundred thousand and five", "2300005  two million three hundred thousand and five"},
	{"three dozen; dozens; hundreds of", "36  three dozen"},
	{"two and a half million", "2.5e+06  two and a half million"},
	{"one of them is five percent", "5 percent five percent"},
	{"one million", "1e+06  one million"},
	// Ordinals.
	{"第一，第二十三条，第3位", "1o  第一; 23o  第二十三; 3o  第3"},
	{"First, the twenty-first and the 14th", "1o  First; 21o  twenty-first; 14o  14th"},
	{"per second, a second", ""},
	{"三季度 the third quarter", "3o  三; 3o  third"},
	{"二十大 21世纪", "20o  二十; 21o  21"},
	{"“十四五”规划, the 14th Five-Year Plan", "14o  十四; 5  五; 14o  14th; 5  Five"},
	// Dates.
	{"2025年7月14日", "2025 year 2025年; 714 date 7月14日"},
	{"July 14, 2025", "714 date July 14; 2025 year 2025"},
	{"14 July 2025 and the 14th of July", "714 date 14 July; 2025 year 2025; 714 date 14th of July"},
	{"二〇二五年七月", "2025 year 二〇二五年; 7 month 七月"},
	{"2025 年 7 月", "2025 year 2025 年; 7 month 7 月"},
	{"in July; 7月份; 3个月", "7 month July; 7 month 7月; 3  3"},
	{"You may march in May", "5 month May"},
	{"5、6月", "5 month 5; 6 month 6月"},
	{"2024-2025年", "2024 year 2024; 2025 year 2025年"},
	{"2025-07-14 10:30", "2025 year 2025; 714 date 07-14; 1030 clock 10:30"},
	{"3 p.m., 下午3时, 10 a.m.", "1500 clock 3 p.m.; 1500 clock 3时; 1000 clock 10 a.m."},
	{"上午 9 点，凌晨4点20分，三点意见, 2:13:38", "900 clock 9 点; 420 clock 4点20分; 3  三; 2  2; 13  13; 38  38"},
	{"from June 15, 2016 to June 14, 2019", "615 date June 15; 2016 year 2016; 614 date June 14; 2019 year 2019"},
	{"14日", "14 day 14日"},
	{"In 1978 some 2000 people; by 2030", "1978 year 1978; 2000  2000; 2030 year 2030"},
	{"the 1990s, 90年代", "90 decade 1990s; 90 decade 90年代"},
	// What is no figure.
	{"一些 统一 一带一路 五花八门 四川 十分重要 万一 千万别 九一八 五四运动", ""},
	{"几十个 数百家 十几个 三四百 dozens of hundreds", ""},
	{"G20 covid-19 H1N1", ""},
	{"三个 两国 五年 十家", "3  三; 2  两; 5  五; 10  十"},
}

func TestFigures(t *testing.T) {
	for _, c := range figureCases {
		var got []string
		for _, f := range Figures(c.text) {
			mark := ""
			if f.Ordinal {
				mark = "o"
			}
			got = append(got, fmt.Sprintf("%.16g%s %s %s", f.Value, mark, f.Unit, f.In(c.text)))
		}
		if g := strings.Join(got, "; "); !sameFigures(g, c.want) {
			t.Errorf("%s\n got %s\nwant %s", c.text, g, c.want)
		}
	}
}

// sameFigures compares the lists, numbers by value.
func sameFigures(got, want string) bool {
	g, w := strings.Split(got, "; "), strings.Split(want, "; ")
	if len(g) != len(w) {
		return false
	}
	for i := range g {
		gn, gr, _ := strings.Cut(g[i], " ")
		wn, wr, _ := strings.Cut(w[i], " ")
		var gv, wv float64
		fmt.Sscan(strings.TrimSuffix(gn, "o"), &gv)
		fmt.Sscan(strings.TrimSuffix(wn, "o"), &wv)
		if gr != wr || math.Abs(gv-wv) > 1e-9*math.Abs(wv) || strings.HasSuffix(gn, "o") != strings.HasSuffix(wn, "o") {
			return false
		}
	}
	return true
}

// Both renderings of a statement have the same figures.
func TestFiguresMatch(t *testing.T) {
	pairs := [][2]string{
		{"上半年进出口21.79万亿元，同比增长2.9%。", "Trade reached 21.79 trillion yuan in the first half, up 2.9 percent."},
		{"2025年7月14日，共有62.8万家企业。", "On July 14, 2025, there were 628,000 companies."},
		{"增速提高0.9个百分点，占三成。", "Growth rose by 0.9 percentage point, to 30 percent of the total."},
		{"三分之二的县完成了任务。", "Two-thirds of the counties met the target."},
		{"預算為4.8億元，共分三期。", "The budget is HK$480 million in three phases."},
		{"第三季度新增一千二百万人。", "The third quarter added 12 million people."},
		{"“十五五”时期翻一番。", "It will double in the 15th Five-Year Plan period."},
		{"5月和6月均超过两千亿美元。", "May and June both exceeded 200 billion US dollars."},
		{"十个国家的一百二十三名代表", "one hundred and twenty-three delegates from ten countries"},
	}
	for _, p := range pairs {
		left, right := Figures(p[0]), Figures(p[1])
		for _, f := range left {
			if !anyMatches(f, right) && f.Value != 5 {
				t.Errorf("%s: %v has no match in %v", p[0], f, right)
			}
		}
		for _, f := range right {
			if !anyMatches(f, left) {
				t.Errorf("%s: %v has no match in %v", p[1], f, left)
			}
		}
	}
}

func anyMatches(f Figure, all []Figure) bool {
	for _, g := range all {
		if f.Matches(g) {
			return true
		}
	}
	return false
}

func TestFigureMatches(t *testing.T) {
	for _, c := range []struct {
		a, b Figure
		want bool
	}{
		{Figure{Value: 5, Unit: Percent}, Figure{Value: 5}, true},
		{Figure{Value: 5, Unit: Percent}, Figure{Value: 5, Unit: Point}, false},
		{Figure{Value: 5, Unit: Yuan}, Figure{Value: 5, Unit: HKD}, true},
		{Figure{Value: 5, Unit: Dollar}, Figure{Value: 5, Unit: HKD}, false},
		{Figure{Value: 5}, Figure{Value: 5.1}, false},
		{Figure{Value: 2.179e13}, Figure{Value: 21.79 * 1e12}, true},
	} {
		if c.a.Matches(c.b) != c.want || c.b.Matches(c.a) != c.want {
			t.Errorf("%v and %v: want %v", c.a, c.b, c.want)
		}
	}
}

func FuzzFigures(f *testing.F) {
	for _, c := range figureCases {
		f.Add(c.text)
	}
	f.Add("９９,９９９.９.\xff万亿一点")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, g := range Figures(text) {
			if g.Start < end || g.End <= g.Start || g.End > len(text) {
				t.Fatalf("%q: %v out of order after %d", text, g, end)
			}
			if math.IsNaN(g.Value) || math.IsInf(g.Value, 0) {
				t.Fatalf("%q: value %v", text, g.Value)
			}
			if utf8.ValidString(text) && !utf8.ValidString(g.In(text)) {
				t.Fatalf("%q: %v inside a character", text, g)
			}
			end = g.End
		}
	})
}
