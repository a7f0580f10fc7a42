package segment

import (
	"slices"
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// surnameReadings are readings that a character has as a family name only, and
// that the table of common readings may lack.
var surnameReadings = map[rune][]string{
	'单': {"shan"}, '曾': {"zeng"}, '解': {"xie"}, '仇': {"qiu"}, '查': {"zha"}, '区': {"ou"}, '任': {"ren"},
	'朴': {"piao"}, '盖': {"ge"}, '乐': {"yue"}, '翟': {"zhai"}, '尉': {"yu"}, '万': {"mo"}, '黑': {"he"},
	'折': {"she"}, '缪': {"miao"}, '宓': {"fu"}, '种': {"chong"}, '秘': {"bi"}, '冼': {"xian"}, '洗': {"xian"},
	'员': {"yun"}, '晟': {"cheng", "sheng"}, '祭': {"zhai"}, '覃': {"qin", "tan"}, '卜': {"bu"}, '那': {"na"},
	'纪': {"ji"}, '燕': {"yan"}, '应': {"ying"}, '召': {"shao"}, '繁': {"po"}, '过': {"guo"}, '长': {"zhang"},
	'逄': {"pang"}, '褚': {"chu"}, '谌': {"chen", "shen"}, '佘': {"she"}, '蔚': {"yu"},
}

// Pinyin returns, for each Han character of han in order, all its readings
// without tones, the most usual first: those of the character as written and as folded (乾 is
// read qian, and gan as 干), and as a family name. Other characters are left
// out. A reading with ü is given in every usual spelling: lv, lyu and lu. A
// character without a known reading has an empty list.
func Pinyin(han string) [][]string {
	table := hanTable()
	var readings [][]string
	for _, r := range han {
		if unicode.Is(unicode.Han, r) {
			readings = append(readings, readingsOf(r, table.fold(r)))
		}
	}
	return readings
}

func readingsOf(written, folded rune) []string {
	args := pinyin.Args{Style: pinyin.Normal, Heteronym: true}
	syllables := pinyin.SinglePinyin(written, args)
	if folded != written {
		syllables = append(syllables, pinyin.SinglePinyin(folded, args)...)
	}
	var all []string
	for _, p := range append(syllables, surnameReadings[folded]...) {
		for _, s := range spellings(p) {
			if !slices.Contains(all, s) {
				all = append(all, s)
			}
		}
	}
	return all
}

// spellings are the ways a syllable is written: v stands for ü.
func spellings(p string) []string {
	before, after, found := strings.Cut(p, "v")
	if !found {
		before, after, found = strings.Cut(p, "ü")
	}
	if !found {
		return []string{p}
	}
	return []string{before + "v" + after, before + "yu" + after, before + "u" + after}
}
