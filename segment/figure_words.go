package segment

import "strings"

var cardinals = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
	"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
	"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
	"forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var ordinals = map[string]float64{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
	"ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
	"fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
	"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
	"eightieth": 80, "ninetieth": 90, "hundredth": 100,
}

var months = map[string]float64{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3,
	"apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

// multiples are verbs and adverbs that say how many times.
var multiples = map[string]float64{
	"double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "twice": 2, "triple": 3, "tripled": 3,
	"triples": 3, "tripling": 3, "thrice": 3, "quadruple": 4, "quadrupled": 4,
}

// word reads the figure that begins with the Latin word at p.at, if one does.
func (p *figures) word() {
	start := p.at
	word := wordAt(p.text, start)
	p.at = start + len(word)
	if isWordRune(p.before(start)) || p.before(start) == '\'' {
		return
	}
	switch {
	case months[word] > 0 && p.capital(start):
		p.month(start, p.at, months[word])
	case multiples[word] > 0 && !p.named(p.at):
		p.plain(start, p.at, multiples[word], Times)
	case strings.HasSuffix(word, "fold") && cardinals[strings.TrimSuffix(word, "fold")] > 0:
		p.plain(start, p.at, cardinals[strings.TrimSuffix(word, "fold")], Times)
	case word == "half":
		p.half(start)
	default:
		p.numberWords(start)
	}
}

// named reports whether a number follows: Double 11 is a festival.
func (p *figures) named(end int) bool {
	next := p.gap(end)
	return next < len(p.text) && isDigit(p.text[next])
}

// month reads July, July 14 and, leaving the year to be read next, July 14, 2025.
func (p *figures) month(start, end int, month float64) {
	name := p.text[start:end]
	at := end
	if strings.HasPrefix(p.text[at:], ".") {
		at++
	}
	if day, after := p.digitsAt(p.gap(at)); after > p.gap(at) && isDay(day) && after-p.gap(at) <= 2 && at < len(p.text) && p.text[at] == ' ' {
		switch wordAt(p.text, after) {
		case "st", "nd", "rd", "th":
			after += 2
		}
		p.plain(start, after, month*100+day, Date)
		return
	}
	if (name == "may" || name == "march") && !p.monthContext(start, end) {
		return
	}
	p.plain(start, end, month, Month)
}

// monthContext tells the month of May or March from the words may and march at
// the beginning of a sentence.
func (p *figures) monthContext(start, end int) bool {
	switch lastWord(strings.TrimRight(p.text[:start], " ,")) {
	case "in", "of", "since", "by", "from", "until", "to", "through", "during", "before", "after", "last",
		"this", "next", "and", "late", "early", "mid", "april", "february", "for", "between":
		return true
	}
	return p.named(end)
}

// half reads half and half a million, but not the half of a year or of a match
// that an ordinal has named.
func (p *figures) half(start int) {
	switch lastWord(strings.TrimRight(p.text[:start], " -")) {
	case "first", "second", "latter", "other", "former", "1st", "2nd":
		return
	}
	end := p.at
	for _, article := range []string{" a ", " an "} {
		at := end + len(article)
		if strings.HasPrefix(p.text[end:], article) && scaleWords[wordAt(p.text, at)] > 0 {
			p.finish(start, at-1, 0.5)
			return
		}
	}
	p.plain(start, end, 0.5, "")
}

// numberWords reads twenty-one, a hundred and five, one third, twenty-first.
func (p *figures) numberWords(start int) {
	n := spoken{text: p.text, at: start}
	n.read()
	switch {
	case n.end == 0:
	case n.below > 0:
		p.plain(start, n.end, n.value()/n.below, "")
	case n.ordinal:
		p.spokenOrdinal(start, n.end, n.value())
	default:
		before := len(p.found)
		p.finish(start, n.end, n.value())
		if last := p.found[before]; last.Unit == "" && last.Value <= 1 && last.scale == 1 {
			p.found = p.found[:before] // one: mostly a pronoun, as 一个 is an article
		}
	}
}

// spokenOrdinal adds an ordinal unless it is the second of a minute.
func (p *figures) spokenOrdinal(start, end int, value float64) {
	p.at = end
	if value == 2 {
		switch lastWord(strings.TrimRight(p.text[:start], " ")) {
		case "per", "every", "a", "one", "each", "split":
			return
		}
	}
	p.ordinal(start, end, value)
}

// spoken is a number in English words being read.
type spoken struct {
	text           string
	at, end        int
	total, current float64
	below          float64 // the denominator of a fraction
	ordinal        bool
}

func (n *spoken) value() float64 { return n.total + n.current }

// read takes in words while they continue the number. Scales from thousand on
// are left to figures.scale when they end the number.
func (n *spoken) read() {
	for n.take(wordAt(n.text, n.at)) {
		n.end = n.at
		if n.ordinal || n.below > 0 || n.at >= len(n.text) || n.text[n.at] != ' ' && n.text[n.at] != '-' {
			return
		}
		n.at++
		if strings.HasPrefix(n.text[n.at:], "and ") && (n.current >= 100 || n.total > 0) {
			n.at += len("and ")
		}
		if strings.HasPrefix(n.text[n.at:], "and a half") {
			n.current += 0.5
			n.end = n.at + len("and a half")
			return
		}
	}
}

// take adds one word to the number, or refuses it.
func (n *spoken) take(word string) bool {
	switch v, cardinal := cardinals[word]; {
	case word == "":
		return false
	case cardinal && n.fits(v):
		n.current += v
	case (word == "a" || word == "an") && n.end == 0:
		next := wordAt(n.text, n.at+len(word)+1)
		if scaleWords[next] == 0 || strings.HasSuffix(next, "s") {
			return false
		}
		n.current = 1
	case scaleWords[word] > 0:
		return n.takeScale(word)
	default:
		return n.takeOrdinal(word)
	}
	n.at += len(word)
	return true
}

// fits reports whether v can follow what has been read: five after twenty.
func (n *spoken) fits(v float64) bool {
	below := float64(int(n.current) % 100)
	switch {
	case n.end == 0 || below == 0:
		return true
	case v < 10:
		return below >= 20 && int(below)%10 == 0
	}
	return false
}

func (n *spoken) takeScale(word string) bool {
	scale := scaleWords[word]
	switch {
	case n.current == 0 || n.end == 0 || strings.HasSuffix(word, "s") || scale <= 100 && n.current >= 100:
		return false
	case scale <= 100:
		n.current *= scale
	default:
		n.total += n.current * scale
		n.current = 0
	}
	n.at += len(word)
	return true
}

// takeOrdinal ends the number with an ordinal (twenty-first) or, after a small
// numerator, a denominator (two thirds, three quarters).
func (n *spoken) takeOrdinal(word string) bool {
	v := ordinals[word]
	parts := ordinals[strings.TrimSuffix(word, "s")]
	if strings.HasPrefix(word, "quarter") {
		v, parts = 0, 4
	}
	one := n.end > 0 && n.total == 0 && n.current >= 1 && n.current < 20
	switch {
	case one && parts > 2 && (v > 0 || strings.HasSuffix(word, "s") || word == "quarter"):
		n.below = parts
	case v > 0 && (n.end == 0 || n.fits(v)):
		n.current += v
		n.ordinal = true
	default:
		return false
	}
	n.at += len(word)
	return true
}
