package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// unitName is what may follow a number, in folded form.
type unitName struct {
	text   string
	unit   string
	factor float64
	unless string // characters that, following, make text part of another word
}

// unitNames are tried in order; one that another begins comes after it.
var unitNames = []unitName{
	{"%", Percent, 1, ""},
	{"percentage point", Point, 1, ""}, {"percent point", Point, 1, ""}, {"basis point", Point, 0.01, ""},
	{"percent", Percent, 1, ""}, {"per cent", Percent, 1, ""},
	{"个百分点", Point, 1, ""}, {"百分点", Point, 1, ""}, {"个基点", Point, 0.01, ""}, {"基点", Point, 0.01, ""},
	{"成半", Percent, 10, ""}, {"成", Percent, 10, "立为员功果就绩长熟品本分效交人年都了语套形"},
	{"倍", Times, 1, "增数"}, {"times", Times, 1, ""}, {"fold", Times, 1, ""},
	{"美元", Dollar, 1, ""}, {"us dollar", Dollar, 1, ""}, {"u.s. dollar", Dollar, 1, ""}, {"usd", Dollar, 1, ""},
	{"dollar", Dollar, 1, ""}, {"港元", HKD, 1, ""}, {"港币", HKD, 1, ""}, {"hong kong dollar", HKD, 1, ""},
	{"hkd", HKD, 1, ""}, {"新台币", TWD, 1, ""}, {"台币", TWD, 1, ""}, {"new taiwan dollar", TWD, 1, ""}, {"ntd", TWD, 1, ""},
	{"欧元", Euro, 1, ""}, {"euro", Euro, 1, ""}, {"英镑", Pound, 1, ""}, {"日元", Yen, 1, ""}, {"日圆", Yen, 1, ""},
	{"yen", Yen, 1, ""}, {"元", Yuan, 1, "旦素首年老宵"}, {"人民币", Yuan, 1, ""}, {"yuan", Yuan, 1, ""},
	{"rmb", Yuan, 1, ""}, {"renminbi", Yuan, 1, ""}, {"cny", Yuan, 1, ""},
}

// moneySigns stand before a number; a longer one comes before its ending.
var moneySigns = []unitName{
	{text: "us$", unit: Dollar}, {text: "hk$", unit: HKD}, {text: "nt$", unit: TWD}, {text: "$", unit: Dollar},
	{text: "€", unit: Euro}, {text: "£", unit: Pound}, {text: "¥", unit: Yuan}, {text: "rmb", unit: Yuan},
	{text: "cny", unit: Yuan}, {text: "usd", unit: Dollar}, {text: "eur", unit: Euro},
}

// scaleWords are the scales that English writes after digits or number words.
var scaleWords = map[string]float64{
	"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12,
	"millions": 1e6, "billions": 1e9, "trillions": 1e12, "mn": 1e6, "bn": 1e9, "tn": 1e12,
	"decade": 10, "decades": 10,
}

// moneyScales follow digits after a sign of money only: $5m.
var moneyScales = map[string]float64{"k": 1e3, "m": 1e6, "b": 1e9}

var hanScales = map[rune]float64{'十': 10, '百': 1e2, '千': 1e3, '万': 1e4, '亿': 1e8, '兆': 1e12}

// finish takes in the scale and unit after a number that ends at end, and adds it.
func (p *figures) finish(start, end int, value float64) {
	r := reading{scale: 1, factor: 1}
	r.scale, end = p.scale(end)
	sign := p.moneySign(start)
	if letter := wordAt(p.text, end); sign != "" && moneyScales[letter] > 0 {
		r.scale, end = moneyScales[letter], end+len(letter)
	}
	r.Value = value * r.scale
	if more, at := p.lowerGroup(end, r.scale); at > end {
		r.Value, end = r.Value+more, at
	}
	if name, at := p.unit(end); at > end {
		r.Unit, r.factor, end = name.unit, name.factor, at
		r.Value *= r.factor
		if name.text == "成半" {
			r.Value += 5
		}
	} else {
		r.Unit = sign
	}
	r.Span = Span{start, end}
	p.add(r)
}

// gap passes over the one space or hyphen between a number and its unit.
func (p *figures) gap(i int) int {
	if i < len(p.text) && (p.text[i] == ' ' || p.text[i] == '-') {
		return i + 1
	}
	return i
}

// scale reads the scale after a number that ends at end: 万亿, 多万, million.
func (p *figures) scale(end int) (float64, int) {
	at := p.gap(end)
	if word := wordAt(p.text, at); word != "" {
		if s, ok := scaleWords[word]; ok {
			return s, at + len(word)
		}
		return 1, end
	}
	for _, over := range []string{"多", "余", "来"} {
		if strings.HasPrefix(p.text[at:], over) && hanScales[firstRune(p.text[at+len(over):])] > 0 {
			at += len(over)
		}
	}
	scale := 1.0
	for {
		r, size := utf8.DecodeRuneInString(p.text[at:])
		s := hanScales[r]
		if s == 0 || scale > 1e12 || !scales(r, p.text[at+size:]) {
			return scale, end
		}
		scale, at = scale*s, at+size
		end = at
	}
}

// scales reports whether r, which rest follows, is a scale and not part of a
// word: 千克, 百分点, 兆瓦.
func scales(r rune, rest string) bool {
	next := firstRune(rest)
	switch r {
	case '千':
		return !strings.ContainsRune("克米瓦伏焦卡赫", next)
	case '百':
		return next != '分'
	case '兆':
		return !strings.ContainsRune("瓦赫帕欧位字", next)
	case '十':
		return next == '万' || next == '亿'
	}
	return true
}

// lowerGroup reads the rest of a number such as 1亿2000万: more digits or
// numerals at once, with a lower Chinese scale.
func (p *figures) lowerGroup(at int, above float64) (float64, int) {
	if above < 1e3 || at >= len(p.text) || p.text[at] == ' ' {
		return 0, at
	}
	value, end := p.digitsAt(at)
	if end == at {
		var ok bool
		if value, end, ok = hanNumber(p.text, at); !ok {
			return 0, at
		}
		if value >= 1e3 && value < above {
			return value, end
		}
	}
	scale, after := p.scale(end)
	if scale == 1 || scale >= above {
		return 0, at
	}
	more, after := p.lowerGroup(after, scale)
	return value*scale + more, after
}

// unit reads the unit after a number that ends at end.
func (p *figures) unit(end int) (unitName, int) {
	at := p.gap(end)
	for _, u := range unitNames {
		if !strings.HasPrefix(p.text[at:], u.text) {
			continue
		}
		after := at + len(u.text)
		if u.text[0] >= 'a' && u.text[0] <= 'z' {
			if strings.HasPrefix(p.text[after:], "s") {
				after++
			}
			if unicode.Is(unicode.Latin, firstRune(p.text[after:])) {
				continue
			}
		}
		if next := firstRune(p.text[after:]); next != utf8.RuneError && strings.ContainsRune(u.unless, next) {
			continue
		}
		return u, after
	}
	return unitName{}, end
}

// moneySign reads the sign of a currency before a number that begins at start.
func (p *figures) moneySign(start int) string {
	before := strings.TrimSuffix(p.text[:start], " ")
	for _, s := range moneySigns {
		if strings.HasSuffix(before, s.text) {
			return s.unit
		}
	}
	return ""
}

// wordAt is the word of small Latin letters at i.
func wordAt(text string, i int) string {
	if i >= len(text) {
		return ""
	}
	end := i
	for end < len(text) && 'a' <= text[end] && text[end] <= 'z' {
		end++
	}
	return text[i:end]
}
