package segment

import (
	"math"
	"strings"
	"unicode"
)

// A figure is read in the folded text, from three beginnings: digits
// (figure_digits.go), Chinese numerals (figure_han.go) and English words
// (figure_words.go). Each then takes the scale (万, million) and the unit (%,
// 个百分点, US dollars) that follow it from tables both languages share
// (figure_unit.go), so that two renderings of a statement come out the same:
//
//	21.79万亿元 = 21.79 trillion yuan    2.179e13 Yuan
//	三成 = 30 percent = 百分之三十          30 Percent
//	2025年7月14日 = July 14, 2025        2025 Year, 714 Date
//	三分之一 = one third                  0.333
//
// What states no definite number is left out: dozens, 几十, 十几, 三四百, a lone
// 一 or one, numerals inside names (G20, 一带一路).

// The units of a figure. A plain number, and whatever is merely counted, has
// the empty unit.
const (
	Percent = "percent"
	Point   = "point" // percentage point; a basis point is 0.01 of it
	Times   = "times" // 倍, twofold, doubled
	Year    = "year"  // of the calendar, 2025
	Decade  = "decade"
	Month   = "month" // 1 to 12
	Date    = "date"  // month × 100 + day: July 14 is 714
	Day     = "day"   // of a month
	Clock   = "clock" // hour × 100 + minute
	Yuan    = "CNY"   // also a bare 元
	Dollar  = "USD"   // also a bare $
	HKD     = "HKD"
	TWD     = "TWD"
	Euro    = "EUR"
	Pound   = "GBP"
	Yen     = "JPY"
)

// Figure is a number in a text: its value with the scale applied, and its unit.
type Figure struct {
	Span
	Value   float64
	Unit    string
	Ordinal bool // 第一, first, 三季度
}

// Matches reports whether f and g can render the same number: equal values in
// units that do not exclude each other. A bare number matches any unit, and 元
// any money.
func (f Figure) Matches(g Figure) bool {
	if math.Abs(f.Value-g.Value) > 1e-9*math.Max(math.Abs(f.Value), math.Abs(g.Value)) {
		return false
	}
	money := isMoney(f.Unit) && isMoney(g.Unit)
	return f.Unit == g.Unit || f.Unit == "" || g.Unit == "" || money && (f.Unit == Yuan || g.Unit == Yuan)
}

func isMoney(unit string) bool {
	switch unit {
	case Yuan, Dollar, HKD, TWD, Euro, Pound, Yen:
		return true
	}
	return false
}

// Figures returns the numbers of text in order.
func Figures(text string) []Figure {
	folded := Fold(text)
	p := figures{text: folded.Text, source: folded}
	for p.at < len(p.text) {
		p.step()
	}
	p.joinRanges()
	var all []Figure
	for _, f := range p.found {
		f.Span = folded.Span(f.Span)
		all = append(all, f.Figure)
	}
	return all
}

// figures is a folded text being read for figures, up to at so far.
type figures struct {
	text   string
	source Folded
	at     int
	found  []reading
}

// reading is a figure and how it was arrived at, in case it shares its scale
// and unit with the number before it (2 to 3 million).
type reading struct {
	Figure
	scale  float64 // 1e6 of 3 million, 1 for none
	factor float64 // 10 of 三成 = 30 percent, else 1
}

// step reads one figure or passes over what is none.
func (p *figures) step() {
	c := p.text[p.at]
	switch {
	case isDigit(c):
		p.digits()
	case 'a' <= c && c <= 'z':
		p.word()
	case c < 0x80:
		p.at++
	default:
		p.han()
	}
}

// add records a figure and moves past it.
func (p *figures) add(r reading) {
	p.found = append(p.found, r)
	p.at = max(p.at, r.End)
}

func (p *figures) plain(start, end int, value float64, unit string) {
	p.add(reading{Figure: Figure{Span: Span{start, end}, Value: value, Unit: unit}, scale: 1, factor: 1})
}

func (p *figures) ordinal(start, end int, value float64) {
	p.add(reading{Figure: Figure{Span: Span{start, end}, Value: value, Ordinal: true}, scale: 1, factor: 1})
}

// joinRanges gives the first of two joined numbers the scale and unit that
// stand behind the second only: 5 to 6 percent, 2024-2025年, 5、6月.
func (p *figures) joinRanges() {
	for i := len(p.found) - 2; i >= 0; i-- {
		a, b := &p.found[i], p.found[i+1]
		if a.Unit != "" || a.Ordinal || a.scale != 1 || a.End > b.Start || !joins(p.text[a.End:b.Start], b.Unit) {
			continue
		}
		a.Unit = b.Unit
		a.Value *= b.factor
		if a.Value < 1000 && b.scale > 1 {
			a.Value *= b.scale
			a.scale = b.scale
		}
	}
}

// joins reports whether between joins two numbers that share unit.
func joins(between, unit string) bool {
	if unit == Date || unit == Clock {
		return false
	}
	switch strings.TrimSpace(between) {
	case "-", "--", "~", "to", "至", "到":
		return true
	case "、", "和", "and", "or", "或":
		return unit == Year || unit == Month || unit == Percent
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// before is the character before i, 0 at the beginning.
func (p *figures) before(i int) rune {
	if i == 0 {
		return 0
	}
	return lastRune(p.text[:i])
}

// capital reports whether the word at i is written with a capital letter.
func (p *figures) capital(i int) bool {
	s := p.source.Span(Span{i, i + 1})
	return unicode.IsUpper(firstRune(p.source.from[s.Start:]))
}
