package corpus

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var (
	monthNames = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
	isoDate    = regexp.MustCompile(`(?:^|[^\d])((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?:[^\d]|$)`)
	hanDate    = regexp.MustCompile(`((?:19|20)\d\d|[二一][〇○零Ｏ0一二三四五六七八九]{3})\s*年\s*(\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*日`)
	monthFirst = regexp.MustCompile(`(?i)\b` + monthNames + `\s*(\d{1,2})(?:st|nd|rd|th)?\s*,?\s*((?:19|20)\d\d)`)
	dayFirst   = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?` + monthNames + `,?\s*((?:19|20)\d\d)\b`)
	hanDay     = regexp.MustCompile(`(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})日`)
	englishDay = regexp.MustCompile(`(?i)\b` + monthNames + `\s+(\d{1,2})\b`)
)

// maxDated is how much of a line is searched for a date.
const maxDated = 2000

// findDate is the first full date in s, as 2025-07-14, and where it stands.
func findDate(s string) (date string, at []int) {
	s = plainSpace(limit(s, maxDated))
	take := func(re *regexp.Regexp, y, m, d int) {
		g := re.FindStringSubmatchIndex(s)
		if g == nil || at != nil && at[0] <= g[0] {
			return
		}
		part := func(i int) string { return s[g[2*i]:g[2*i+1]] }
		if iso := isoOf(part(y), part(m), part(d)); iso != "" {
			date, at = iso, g[:2]
		}
	}
	take(isoDate, 1, 2, 3)
	take(hanDate, 1, 2, 3)
	take(monthFirst, 3, 1, 2)
	take(dayFirst, 3, 2, 1)
	return date, at
}

// findDay is a date without its year in s, with the year of another date.
func findDay(s, other string) string {
	s = plainSpace(limit(s, maxDated))
	if len(other) < 4 {
		return ""
	}
	if g := hanDay.FindStringSubmatch(s); g != nil {
		return isoOf(other[:4], g[1], g[2])
	}
	if g := englishDay.FindStringSubmatch(s); g != nil {
		return isoOf(other[:4], g[1], g[2])
	}
	return ""
}

// isoOf writes a date that exists, from figures, month names or Chinese numerals.
func isoOf(year, month, day string) string {
	y, m, d := numeral(year), monthOf(month), numeral(day)
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if y < 1900 || t.Year() != y || int(t.Month()) != m || t.Day() != d {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

func monthOf(s string) int {
	low := strings.ToLower(s)
	for m := time.January; m <= time.December; m++ {
		if len(low) >= 3 && strings.HasPrefix(low, strings.ToLower(m.String())[:3]) {
			return int(m)
		}
	}
	return numeral(s)
}

// numeral reads 17, 十七, 二十 and 二○一二.
func numeral(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	n, ten := 0, false
	for _, r := range s {
		switch i := strings.IndexRune("〇一二三四五六七八九", r); {
		case r == '十':
			n, ten = max(n, 1)*10, true
		case i >= 0 && ten:
			n += i / len("〇")
		case i >= 0:
			n = n*10 + i/len("〇")
		default: // ○, 零, Ｏ
			n *= 10
		}
	}
	return n
}
