package index

import (
	"strings"
	"unicode"

	"parley/segment"
)

// English is indexed twice: in the exact forms its units have, and in stems,
// so that tariff finds tariffs. An acronym is never stemmed (AIDS is not aid),
// and one that is spelled like a common word keeps its capitals (US is not us).

// longestAcronym is the most letters an acronym may have: longer words in
// capitals are words of a heading.
const longestAcronym = 5

// acronym gives the form of a word: in capitals where it is written so and would
// otherwise be taken for a common word.
func acronym(form, written string) string {
	if len(form) > longestAcronym || !commonWords[form] || !allCapitals(written) {
		return form
	}
	return strings.ToUpper(form)
}

func allCapitals(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
			if !unicode.IsUpper(r) {
				return false
			}
		}
	}
	return letters > 1
}

// stem is the form u has in the field of stems. written is the text u is in.
func stem(u unit, written string) string {
	if u.kind != word || len(u.form) <= longestAcronym && allCapitals(u.In(written)) {
		return u.form
	}
	return segment.Stem(u.form)
}

func stems(us []unit, written string) []indexTerm {
	terms := make([]indexTerm, len(us))
	for i, u := range us {
		terms[i] = indexTerm{stem(u, written), u.pos}
	}
	return terms
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

var (
	// commonWords are the words an acronym of the same letters must be kept apart from.
	commonWords = wordSet(`us it who am or in so be is as at no on an to do he me my we by if go up of and are was
		for all any can may has had his her him its our out own she the too way why you aid aids ai sat see let new one two`)

	// unaskedEnglish are the words that say nothing by themselves: an unquoted
	// query need not have them in the passage, unless it has nothing else.
	unaskedEnglish = wordSet(`a an the of to in on at by for with from as and or is are was were be been has have had do does
		did will would what which who how when where why that this these those it its there about into s`)

	unaskedChinese = wordSet("的 了 是 在 和 与 及 对 将 把 被 等 也 都 就 吗 呢 吧 啊 之 于 有 我 你 他 们 这 那 为")

	abbreviations = wordSet("mr mrs ms dr prof vs st sen rep gov gen")
)
