package segment

import (
	"strconv"
	"strings"
	"unicode"
)

// digits reads the figure or date that begins with the digit at p.at.
func (p *figures) digits() {
	start := p.at
	value, end := p.digitsAt(start)
	if end == start {
		p.at = numberEnd(p.text, start)
		return
	}
	p.at = end
	switch {
	case p.inName(start, value):
	case p.isoDate(start), p.clock(start, end, value), p.fraction(start, end, value):
	case p.ordinalSuffix(start, end, value), p.dayMonth(start, end, value), p.calendar(start, end, value):
	case p.bareYear(start, end, value):
		p.plain(start, end, value, Year)
	default:
		p.finish(start, end, value)
	}
}

// longestNumber bounds the digits of a number: more are no figure but a code.
const longestNumber = 30

// digitsAt reads digits with points between them and commas before groups of
// three. It returns i where there are none, or too many.
func (p *figures) digitsAt(i int) (float64, int) {
	end := numberEnd(p.text, i)
	if end > i {
		end = min(end, p.listComma(i, end))
	}
	if end-i > longestNumber {
		return 0, i
	}
	digits := strings.ReplaceAll(p.text[i:end], ",", "")
	if strings.Count(digits, ".") > 1 { // a version or section number
		digits, _, _ = strings.Cut(digits, ".")
	}
	value, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return 0, i
	}
	return value, end
}

// listComma is the place of the first comma in a number that separates two
// numbers of a list: a full-width one after a half-width digit (100，200).
func (p *figures) listComma(i, end int) int {
	for n := i; n < end; n++ {
		if p.text[n] == ',' {
			comma, digit := p.source.Span(Span{n, n + 1}), p.source.Span(Span{n - 1, n})
			if comma.Len() > digit.Len() {
				return n
			}
		}
	}
	return end
}

// inName reports whether a number at start is part of a name: G20, covid-19.
func (p *figures) inName(start int, value float64) bool {
	before := p.before(start)
	if before == '-' && start > 1 {
		return unicode.IsLetter(p.before(start-1)) && !unicode.Is(unicode.Han, p.before(start-1)) && !isYear(value)
	}
	return unicode.Is(unicode.Latin, before) && p.moneySign(start) == ""
}

func isYear(v float64) bool { return v >= 1000 && v < 2200 && v == float64(int(v)) }

// isoDate reads 2025-07-14, 2025/7/14 and 2025.7.14.
func (p *figures) isoDate(start int) bool {
	end := start
	for end < len(p.text) && end-start < 10 && (isDigit(p.text[end]) || strings.IndexByte("-/.", p.text[end]) >= 0) {
		end++
	}
	parts := strings.FieldsFunc(strings.TrimRight(p.text[start:end], "."), func(r rune) bool { return !isDigit(byte(r)) })
	if len(parts) != 3 || len(parts[0]) != 4 || end < len(p.text) && isDigit(p.text[end]) {
		return false
	}
	year, month, day := atof(parts[0]), atof(parts[1]), atof(parts[2])
	if !isYear(year) || !isMonth(month) || !isDay(day) {
		return false
	}
	p.plain(start, start+4, year, Year)
	p.plain(start+5, start+5+len(parts[1])+1+len(parts[2]), month*100+day, Date)
	return true
}

func atof(s string) float64   { v, _ := strconv.ParseFloat(s, 64); return v }
func isMonth(v float64) bool  { return v >= 1 && v <= 12 && v == float64(int(v)) }
func isDay(v float64) bool    { return v >= 1 && v <= 31 && v == float64(int(v)) }
func isHour(v float64) bool   { return v >= 0 && v <= 24 && v == float64(int(v)) }
func isMinute(v float64) bool { return v >= 0 && v < 60 && v == float64(int(v)) }

// clock reads 10:30, 3 p.m., 15时30分 and 下午3点, but not 2:13:38, which is how
// long something took.
func (p *figures) clock(start, end int, hour float64) bool {
	minute, after, found := p.minutes(end)
	half, at := p.halfDay(start, after)
	switch {
	case !isHour(hour), !isMinute(minute), p.before(start) == ':', strings.HasPrefix(p.text[after:], ":"):
		return false
	case !found && half != "" && at == end: // 下午3点: 点 alone counts points
		if minute, at = p.hanMinute(end, "点"); at == end {
			return false
		}
	case !found && at == end:
		return false
	}
	if half == "pm" && hour < 12 {
		hour += 12
	}
	p.plain(start, at, hour*100+minute, Clock)
	return true
}

// minutes reads what follows the hour in 10:30 and 15时30分.
func (p *figures) minutes(end int) (minute float64, after int, found bool) {
	if rest := p.text[end:]; len(rest) > 2 && rest[0] == ':' && isDigit(rest[1]) && isDigit(rest[2]) {
		minute, after = p.digitsAt(end + 1)
		return minute, after, true
	}
	minute, after = p.hanMinute(end, "时")
	return minute, after, after > end
}

// hanMinute reads a mark of the hour and the minutes after it: 时, 点20分. It
// returns end where the mark is missing.
func (p *figures) hanMinute(end int, mark string) (minute float64, after int) {
	at := p.gap(end)
	if !strings.HasPrefix(p.text[at:], mark) {
		return 0, end
	}
	after = at + len(mark)
	if m, at := p.digitsAt(after); strings.HasPrefix(p.text[at:], "分") {
		return m, at + len("分")
	}
	return 0, after
}

// halfDay reads a.m. or p.m. after a time, or the half of the day before it.
func (p *figures) halfDay(start, end int) (half string, after int) {
	at := p.gap(end)
	for _, mark := range []string{"a.m.", "p.m.", "a.m", "p.m", "am", "pm"} {
		if strings.HasPrefix(p.text[at:], mark) && !isWordRune(firstRune(p.text[at+len(mark):])) {
			return mark[:1] + "m", at + len(mark)
		}
	}
	before := strings.TrimSuffix(p.text[:start], " ")
	for _, name := range []string{"上午", "早上", "凌晨", "中午"} {
		if strings.HasSuffix(before, name) {
			return "am", end
		}
	}
	if strings.HasSuffix(before, "下午") || strings.HasSuffix(before, "晚上") {
		return "pm", end
	}
	return "", end
}

// fraction reads 1/3.
func (p *figures) fraction(start, end int, above float64) bool {
	if end+1 >= len(p.text) || p.text[end] != '/' || !isDigit(p.text[end+1]) || p.before(start) == '/' {
		return false
	}
	below, after := p.digitsAt(end + 1)
	if above <= 0 || below <= above || below > 100 || strings.HasPrefix(p.text[after:], "/") {
		return false
	}
	p.plain(start, after, above/below, "")
	return true
}

// ordinalSuffix reads 14th, and 14th of July.
func (p *figures) ordinalSuffix(start, end int, value float64) bool {
	switch wordAt(p.text, end) {
	case "st", "nd", "rd", "th":
		if !p.dayMonth(start, end+2, value) {
			p.ordinal(start, end+2, value)
		}
		return true
	case "s":
		if isYear(value) && int(value)%10 == 0 {
			p.plain(start, end+1, float64(int(value)%100), Decade)
			return true
		}
	}
	return false
}

// dayMonth reads 14 July and 14th of July.
func (p *figures) dayMonth(start, end int, day float64) bool {
	if !isDay(day) || end >= len(p.text) || p.text[end] != ' ' {
		return false
	}
	at := end + 1
	if strings.HasPrefix(p.text[at:], "of ") {
		at += len("of ")
	}
	name := wordAt(p.text, at)
	month := months[name]
	if month == 0 || !p.capital(at) {
		return false
	}
	p.plain(start, at+len(name), month*100+day, Date)
	return true
}

// bareYear reports whether a number without a unit is a year: four digits after
// a word that stands before years, or before nothing that it could count.
func (p *figures) bareYear(start, end int, value float64) bool {
	if end-start != 4 || value < 1900 || value >= 2100 || p.moneySign(start) != "" {
		return false
	}
	if _, after := p.unit(end); after > end {
		return false
	}
	if scale, _ := p.scale(end); scale != 1 {
		return false
	}
	if n := len(p.found); n > 0 && p.found[n-1].Unit == Date && start-p.found[n-1].End <= len(", ") {
		return true
	}
	if yearPrefixes[lastWord(strings.TrimRight(p.text[:start], " ,"))] {
		return true
	}
	next := firstRune(strings.TrimLeft(p.text[end:], " "))
	return !unicode.IsLetter(next) && next != '-' && next != '~'
}

var yearPrefixes = wordTable(map[bool]string{true: `in of since by from until till through during before after
	year fiscal early late mid the and between january february march april may june july august september
	october november december spring summer autumn winter`})
