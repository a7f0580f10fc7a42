package corpus

import (
	"slices"
	"strings"
	"sync"

	"parley/segment"
)

// syllables are those of Mandarin in pinyin, by initial. Other romanisations
// (Hsieh, Kwok, Chiang) and English words mostly fall outside.
var syllables = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, row := range strings.Split(`
: a ai an ang ao e ei en er o ou
b: a ai an ang ao ei en eng i ian iao ie in ing o u
p: a ai an ang ao ei en eng i ian iao ie in ing o ou u
m: a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
f: a an ang ei en eng o ou u
d: a ai an ang ao e ei en eng i ian iao ie ing iu ong ou u uan ui un uo
t: a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
n: a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve yu yue
l: a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve yu yue
g: a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
k: a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo
h: a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
j: i ia ian iang iao ie in ing iong iu u uan ue un
q: i ia ian iang iao ie in ing iong iu u uan ue un
x: i ia ian iang iao ie in ing iong iu u uan ue un
zh: a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
ch: a ai an ang ao e en eng i ong ou u uai uan uang ui un uo
sh: a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
r: an ang ao e en eng i ong ou u uan ui un uo
z: a ai an ang ao e ei en eng i ong ou u uan ui un uo
c: a ai an ang ao e en eng i ong ou u uan ui un uo
s: a ai an ang ao e en eng i ong ou u uan ui un uo
y: a an ang ao e i in ing ong ou u uan ue un
w: a ai an ang ei en eng o u`, "\n") {
		initial, finals, _ := strings.Cut(row, ":")
		for _, f := range strings.Fields(finals) {
			out[initial+f] = true
		}
	}
	return out
})

// soundsChinese tells whether two words, family name first, could be a Chinese
// name in pinyin.
func soundsChinese(family, given string) bool {
	family, given = strings.ToLower(family), strings.ToLower(given)
	return (syllables()[family] || doubleFamily[family]) && pinyinWord(given)
}

// pinyinWord tells whether w is one or two syllables, with or without a mark
// between.
func pinyinWord(w string) bool {
	if syllables()[w] {
		return true
	}
	for i := 1; i < len(w); i++ {
		if syllables()[w[:i]] && syllables()[strings.TrimLeft(w[i:], "'’-")] {
			return true
		}
	}
	return false
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
