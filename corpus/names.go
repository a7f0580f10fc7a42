package corpus

import (
	"regexp"
	"slices"
	"strings"

	"parley/segment"
)

// syllable is the sound of one Chinese character in pinyin, loosely.
const syllable = `(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:uang|iang|iong|ang|eng|ing|ong|uai|uan|iao|ian|yue|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|yu|ve|a|e|i|o|u|v)`

var (
	oneSyllable  = regexp.MustCompile(`^` + syllable + `$`)
	twoSyllables = regexp.MustCompile(`^(?:` + syllable + `)['’-]?(?:` + syllable + `)?$`)
)

// soundsChinese tells whether two words, family name first, could be a Chinese
// name in pinyin.
func soundsChinese(family, given string) bool {
	family, given = strings.ToLower(family), strings.ToLower(given)
	return (oneSyllable.MatchString(family) || doubleFamily[family]) && twoSyllables.MatchString(given)
}

var doubleFamily = map[string]bool{"ouyang": true, "sima": true, "shangguan": true, "zhuge": true, "situ": true, "dongfang": true, "dugu": true, "nangong": true, "xiahou": true, "huangfu": true, "murong": true, "linghu": true, "xuanyuan": true, "zhangsun": true, "yuwen": true, "duanmu": true, "baili": true}

func soundsLikeName(name string) bool {
	w := strings.Fields(name)
	return len(w) == 2 && soundsChinese(w[0], w[1])
}

// sameName tells whether an English and a Chinese name are one: the Chinese
// characters read as the English letters do, family name first or last, with
// any reading of a character and any hyphen or blank; or both are written in
// Latin letters alike.
func sameName(en, zh string) bool {
	if en == "" || zh == "" {
		return false
	}
	if latin := latinPart(zh); latin != "" && latin == latinPart(en) {
		return true
	}
	han := hanPart(zh)
	if n := len([]rune(han)); n < 2 || n > 5 {
		return false
	}
	words := strings.FieldsFunc(strings.ToLower(en), func(r rune) bool { return r == ' ' || r == '-' || r == '\'' || r == '’' })
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	readings := segment.Pinyin(han)
	if len(readings) != len([]rune(han)) {
		return false
	}
	last := slices.Concat(words[len(words)-1:], words[:len(words)-1])
	return reads(strings.Join(words, ""), readings) || reads(strings.Join(last, ""), readings)
}

// reads tells whether letters spell one reading of each character in turn.
func reads(letters string, readings [][]string) bool {
	if len(readings) == 0 {
		return letters == ""
	}
	for _, r := range readings[0] {
		if rest, ok := strings.CutPrefix(letters, r); ok && reads(rest, readings[1:]) {
			return true
		}
	}
	return false
}

// latinPart is the Latin words of a name, folded, titles left out.
func latinPart(s string) string {
	var words []string
	for _, w := range strings.Fields(fold(s)) {
		if !hasHan(w) && !officeWord.MatchString(w) {
			words = append(words, strings.Trim(w, "().,"))
		}
	}
	return strings.Join(words, " ")
}

func hanPart(s string) string {
	return strings.Map(func(r rune) rune {
		if isHan(r) {
			return r
		}
		return -1
	}, s)
}
