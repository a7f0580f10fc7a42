package segment

import (
	"strings"
	"unicode/utf8"
)

var hanDigits = map[rune]float64{
	'〇': 0, '零': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
}

// counters may follow a number of one character; without one, 三 is more often
// part of a word than a number.
const counters = "个名位项年天次家条种件批届轮场份座艘架台套类级层周岁国省市人方点吨米公亩户篇本张段号倍处辆枚多余大期"

// firsts make 首 the first of something: 首届, 首次, 首先.
const firsts = "个届次位批家条例台支艘架款轮份部项座场名单笔先"

// han reads the figure that begins with the character at p.at, if one does.
func (p *figures) han() {
	start := p.at
	r, size := utf8.DecodeRuneInString(p.text[start:])
	p.at = start + size
	rest := p.text[start:]
	switch {
	case r == '第':
		p.hanOrdinal(start)
	case r == '首' && strings.ContainsRune(firsts, firstRune(p.text[p.at:])):
		p.ordinal(start, p.at, 1)
	case strings.HasPrefix(rest, "百分百"):
		p.plain(start, start+len("百分百"), 100, Percent)
	case strings.HasPrefix(rest, "百分之"):
		p.hanFraction(start, p.at+len("分之"), 100)
	case strings.HasPrefix(rest, "千分之"):
		p.hanFraction(start, p.at+len("分之"), 1000)
	case strings.HasPrefix(rest, "万分之"):
		p.hanFraction(start, p.at+len("分之"), 10000)
	case strings.HasPrefix(rest, "上半年"):
		p.ordinal(start, start+len("上半"), 1)
	case strings.HasPrefix(rest, "下半年"):
		p.ordinal(start, start+len("下半"), 2)
	case r == '半' || strings.HasPrefix(rest, "一半"):
		p.hanHalf(start)
	case r == '翻':
		p.fold(start)
	case isNumeral(r):
		p.numeral(start)
	}
}

func isNumeral(r rune) bool {
	_, digit := hanDigits[r]
	return digit || hanScales[r] > 0
}

// numeral reads a figure that begins with a Chinese numeral.
func (p *figures) numeral(start int) {
	value, end, ok := hanNumber(p.text, start)
	before := p.before(start)
	p.at = max(end, p.at)
	switch {
	case p.plan(start, end):
	case !ok, strings.ContainsRune("几数好", before), strings.HasPrefix(p.text[end:], "几"):
	case strings.HasPrefix(p.text[end:], "分之"):
		p.hanFraction(start, end+len("分之"), value)
	case p.calendar(start, end, value):
	case end-start == len("一") && !p.counted(end, value):
	case end-start == len("二〇二五") && value >= 1000 && isPositional(p.text[start:end]):
	default:
		p.finish(start, end, value)
		p.onceMore(start)
	}
}

// counted reports whether a number of one character stands before what makes it
// one: a counter or, for 一 (mostly an article), a unit only.
func (p *figures) counted(end int, value float64) bool {
	if _, at := p.unit(end); at > end {
		return true
	}
	if scale, _ := p.scale(end); scale > 1 {
		return true
	}
	return value > 1 && end < len(p.text) && strings.ContainsRune(counters, firstRune(p.text[end:]))
}

// onceMore makes 增长一倍 what it says, twice as much.
func (p *figures) onceMore(start int) {
	last := &p.found[len(p.found)-1]
	if last.Unit != Times || last.Value != 1 {
		return
	}
	before := p.text[max(0, start-12):start]
	if strings.Contains(before, "增") || strings.Contains(before, "提高") || strings.Contains(before, "扩大") {
		last.Value = 2
	}
}

// hanOrdinal reads 第三 and 第3.
func (p *figures) hanOrdinal(start int) {
	at := p.gap(p.at)
	value, end := p.digitsAt(at)
	if end == at {
		var ok bool
		if value, end, ok = hanNumber(p.text, at); !ok {
			return
		}
	}
	p.ordinal(start, end, value)
}

// hanFraction reads what follows 分之: 百分之二点九 is 2.9 percent, 三分之一 a third.
func (p *figures) hanFraction(start, at int, below float64) {
	above, end := p.digitsAt(at)
	if end == at {
		var ok bool
		above, end, ok = hanNumber(p.text, at)
		if !ok && strings.HasPrefix(p.text[at:], "百") {
			above, end, ok = 100, at+len("百"), true
		}
		if !ok {
			return
		}
	}
	switch {
	case below == 100:
		p.plain(start, end, above, Percent)
	case below > 0:
		p.plain(start, end, above/below, "")
	}
}

// hanHalf reads 一半, 半数, 过半 and the 半 of 半年 and 半小时, not that of 大半年.
func (p *figures) hanHalf(start int) {
	rest := p.text[start:]
	switch {
	case strings.HasPrefix(rest, "一半"):
		p.plain(start, start+len("一半"), 0.5, "")
	case strings.HasPrefix(rest, "半数"), p.before(start) == '过':
		p.plain(start, start+len("半"), 0.5, "")
	case strings.ContainsRune("年个天小", firstRune(rest[len("半"):])) && !strings.ContainsRune("上下前后大年个天一两", p.before(start)):
		p.plain(start, start+len("半"), 0.5, "")
	}
}

// fold reads 翻番, 翻一番 and 翻了两番.
func (p *figures) fold(start int) {
	rest := strings.TrimPrefix(p.text[p.at:], "了")
	for _, f := range []struct {
		text  string
		times float64
	}{{"番", 2}, {"一番", 2}, {"两番", 4}, {"三番", 8}} {
		if strings.HasPrefix(rest, f.text) {
			p.plain(start, len(p.text)-len(rest)+len(f.text), f.times, Times)
		}
	}
}

// plan reads the short name of a five-year plan: 十四五 is the 14th and five.
func (p *figures) plan(start, end int) bool {
	name := p.text[start:end]
	number, found := strings.CutSuffix(name, "五")
	if !found || !strings.HasPrefix(name, "十") || len(name) != len("十四五") {
		return false
	}
	nth, _, ok := hanNumber(number, 0)
	if ok {
		p.ordinal(start, start+len(number), nth)
		p.plain(start+len(number), end, 5, "")
	}
	return ok
}

// calendar reads the year, month, day or other numbered thing of which value,
// ending at end, is the number: 2025年, 7月14日, 三季度, 21世纪.
func (p *figures) calendar(start, end int, value float64) bool {
	at := end
	if strings.HasPrefix(p.text[at:], " ") {
		at++
	}
	rest := p.text[at:]
	has := func(name string) bool { return strings.HasPrefix(rest, name) }
	switch {
	case has("年代"):
		p.plain(start, at+len("年代"), value, Decade)
	case has("年") && isYear(value):
		p.plain(start, at+len("年"), value, Year)
	case has("月") && isMonth(value):
		p.monthDay(start, at+len("月"), value)
	case (has("日") || has("号")) && isDay(value) && !has("日元") && !has("日圆"):
		p.plain(start, at+len("日"), value, Day)
	case has("季度"), has("世纪"), has("中全会"), has("届"):
		p.ordinal(start, end, value)
	case has("大") && value >= 10 && !has("大类") && !has("大项"):
		p.ordinal(start, end, value)
	default:
		return false
	}
	return true
}

// monthDay reads 7月 and 7月14日; end is after 月.
func (p *figures) monthDay(start, end int, month float64) {
	at := p.gap(end)
	day, after := p.digitsAt(at)
	if after == at {
		day, after, _ = hanNumber(p.text, at)
	}
	after = p.gap(after)
	if rest := p.text[after:]; isDay(day) && (strings.HasPrefix(rest, "日") || strings.HasPrefix(rest, "号")) {
		p.plain(start, after+len("日"), month*100+day, Date)
		return
	}
	p.plain(start, end, month, Month)
}
