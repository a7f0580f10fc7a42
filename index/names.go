package index

import (
	"strings"
	"unicode"

	"parley/segment"
)

// A speaker is found by any form of the name: Wang Lingjun, Lingjun Wang,
// wanglingjun, Wang, 王令浚, 王, 令浚, and for a name known in Chinese only also
// its pinyin. Each form is one term without spaces or marks, so a query is
// answered by looking its own such form up.

// mostReadings bounds the pinyin forms of one name: a few characters with
// several readings each multiply.
const mostReadings = 24

// compound are the family names of two characters still met with.
var compound = wordSet("欧阳 司马 诸葛 上官 司徒 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 端木 百里 南宫 独孤")

// nameForms lists the terms a speaker is found by.
func nameForms(s Speaker) []string {
	forms := map[string]bool{}
	add := func(form string) {
		if form = squash(form); form != "" {
			forms[form] = true
		}
	}
	add(s.ID)
	for _, name := range []string{s.Name.En, s.Name.Zh} {
		han := onlyHan(name)
		if han == "" {
			latinForms(name, add)
			continue
		}
		hanForms(name, han, add)
	}
	out := make([]string, 0, len(forms))
	for form := range forms {
		out = append(out, form)
	}
	return out
}

// latinForms adds the whole name, its words, and the last word put first and
// the first put last.
func latinForms(name string, add func(string)) {
	words := strings.Fields(name)
	add(name)
	for _, w := range words {
		add(w)
	}
	if n := len(words); n > 1 {
		add(words[n-1] + strings.Join(words[:n-1], ""))
		add(strings.Join(words[1:], "") + words[0])
	}
}

// hanForms adds the name, the parts between its dots, and for one of Chinese
// form the family and the given name and the pinyin of each.
func hanForms(name, han string, add func(string)) {
	add(name)
	parts := strings.FieldsFunc(name, func(r rune) bool { return !unicode.Is(unicode.Han, r) })
	for _, part := range parts {
		add(part)
	}
	chars := []rune(han)
	if len(parts) > 1 || len(chars) < 2 || len(chars) > 4 {
		return
	}
	split := 1
	if len(chars) > 2 && compound[segment.FoldString(string(chars[:2]))] {
		split = 2
	}
	family, given := string(chars[:split]), string(chars[split:])
	add(family)
	add(given)
	for _, f := range readings(family) {
		add(f)
		for _, g := range readings(given) {
			add(g)
			add(f + g)
			add(g + f)
		}
	}
}

// readings spells Han characters in pinyin, in all the ways they may be read.
func readings(han string) []string {
	spelled := []string{""}
	for _, options := range segment.Pinyin(han) {
		var next []string
		for _, s := range spelled {
			for _, o := range options {
				if len(next) < mostReadings {
					next = append(next, s+o)
				}
			}
		}
		spelled = next
	}
	return spelled
}

// squash folds a name and leaves out everything but its letters and digits.
func squash(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, segment.FoldString(name))
}

func onlyHan(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Han, r) {
			return r
		}
		return -1
	}, s)
}
