package segment

import (
	"math"
	"strings"
	"unicode/utf8"
)

// longestNumeral bounds the characters of a Chinese number: 九千九百九十九万…
// to 兆 takes fewer.
const longestNumeral = 40

// hanNumber reads the Chinese number at i and returns its value and end. The
// characters of a run must make one number together; where they do not (十四五,
// 三四百, 万一) ok is false and end is the end of the run.
func hanNumber(text string, i int) (value float64, end int, ok bool) {
	end = i
	for n := 0; n < longestNumeral; n++ {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !isNumeral(r) || n > 0 && hanScales[r] > 0 && !scales(r, text[end+size:]) && r != '十' {
			break
		}
		end += size
	}
	value, ok = parseHan(text[i:end])
	if ok && strings.HasPrefix(text[end:], "点") {
		point := end + len("点")
		if decimals, after := hanDecimals(text, point); after > point && decimalsEnd(text[after:]) {
			return value + decimals, after, true
		}
	}
	return value, end, ok
}

// hanDecimals reads the digits after 点 as a fraction.
func hanDecimals(text string, i int) (value float64, end int) {
	place := 0.1
	for n := 0; n < 12; n++ {
		r, size := utf8.DecodeRuneInString(text[i:])
		d, digit := hanDigits[r]
		if !digit || r == '两' {
			break
		}
		value += d * place
		place /= 10
		i += size
	}
	return math.Round(value*1e12) / 1e12, i
}

// decimalsEnd tells 三点五万 and 百分之二点九 from 一点一滴: rest must not go on
// with a character that the digits would be counting as part of a word.
func decimalsEnd(rest string) bool {
	next := firstRune(rest)
	return !isWordRune(next) || strings.ContainsRune("万亿千百个元美成倍左以的和至到，", next) || strings.ContainsRune(counters, next)
}

// parseHan is the value of a whole number in Chinese numerals.
func parseHan(s string) (float64, bool) {
	if isPositional(s) {
		return positional(s)
	}
	n := hanReader{digit: -1, small: math.Inf(1), big: math.Inf(1)}
	for _, r := range s {
		if !n.take(r) {
			return 0, false
		}
	}
	if n.digit > 0 && n.last > 10 { // 三千五 is 3500
		n.digit *= n.last / 10
	}
	return n.total + n.section + max(n.digit, 0), s != ""
}

// hanReader sums a number up from the left: digits make sections below 万, and
// 万, 亿 and 兆 close them.
type hanReader struct {
	total, section float64
	digit          float64 // read but not yet counted, -1 if none
	small, big     float64 // the last 十百千 of the section, the last 万亿兆
	last           float64 // the unit just read, 0 after anything else
}

func (n *hanReader) take(r rune) bool {
	d, digit := hanDigits[r]
	switch unit := hanScales[r]; {
	case digit && d == 0:
		n.last = 0
		return n.digit < 0
	case digit:
		ok := n.digit < 0
		n.digit = d
		return ok
	case unit < 1e4:
		return n.takeSmall(unit)
	default:
		return n.takeBig(unit)
	}
}

func (n *hanReader) takeSmall(unit float64) bool {
	if n.digit < 0 && unit == 10 && n.section == 0 {
		n.digit = 1
	}
	if n.digit < 1 || unit >= n.small {
		return false
	}
	n.section += n.digit * unit
	n.digit, n.small, n.last = -1, unit, unit
	return true
}

func (n *hanReader) takeBig(unit float64) bool {
	n.section += max(n.digit, 0)
	switch {
	case n.section == 0 && unit <= n.big:
		return false
	case unit < n.big:
		n.total += n.section * unit
	case unit > n.big: // 一百万亿
		n.total = (n.total + n.section) * unit
	default:
		return false
	}
	n.section, n.digit, n.small, n.big, n.last = 0, -1, math.Inf(1), unit, unit
	return true
}

// isPositional matches digits without 十百千万, written one after another.
func isPositional(s string) bool {
	return utf8.RuneCountInString(s) > 1 && strings.Trim(s, "〇零一二三四五六七八九") == ""
}

// positional is the value of 二〇二五: four digits, or fewer with a zero; any
// other row of digits (五四, 九一八) is a name.
func positional(s string) (float64, bool) {
	if n := utf8.RuneCountInString(s); n != 4 && !strings.ContainsAny(s, "〇零") || n > 12 {
		return 0, false
	}
	var v float64
	for _, r := range s {
		v = v*10 + hanDigits[r]
	}
	return v, true
}
