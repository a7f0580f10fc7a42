package align

import (
	"strings"

	"parley/segment"
)

// Stem is the form under which a folded English word is looked up: its stem,
// without a possessive; short words and words with digits as they are.
func Stem(word string) string {
	word = strings.TrimSuffix(word, "'s")
	if len(word) < 3 || strings.ContainsAny(word, ".0123456789") {
		return word
	}
	return segment.Stem(word)
}

// Term is the form under which an English word is looked up, given as written
// and folded: an acronym in capitals, so that the US is not us; a function word
// as it is; any other word by its stem.
func Term(written, folded string) string {
	if a := acronym(written); a != "" {
		return a
	}
	if functionWords[folded] {
		return folded
	}
	return Stem(folded)
}

// acronym is the capitals of a word that is written in capitals, such as U.S.
// or NGOs, or "".
func acronym(written string) string {
	if n := len(written); n < 2 || written[0] < 'A' || written[0] > 'Z' || written[1] != '.' && (written[1] < 'A' || written[1] > 'Z') {
		return ""
	}
	letters := strings.TrimSuffix(strings.ReplaceAll(written, ".", ""), "s")
	if len(letters) < 2 || len(letters) > 6 || strings.Trim(letters, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return ""
	}
	return letters
}

// functionWords are the English words that say little about which sentence
// translates which. They count half (see model.go) and are left out of glosses.
var functionWords = set(`a an the this that these those of to in on at by for from with as into onto upon
	and or but nor so if then than be is am are was were been being do does did done have has had having
	will would shall should can could may might must not no it its he him his she her hers they them their
	theirs we us our ours you your yours i me my mine who whom whose which what there here one's sb sth`)

// functionCharacters are their Chinese like.
var functionCharacters = set("的 了 是 在 和 也 就 都 而 及 与 着 或 之 把 被 对 于 但 又 等 地 得 所 这 那 他 她 它 我 你 您 们 我们 你们 他们 她们 它们 这个 那个 一个 自己 其 此 并 且 以 为 则 很 吧 呢 吗 啊 呀 嘛")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// IsFunctionWord tells whether a folded English word says little by itself.
func IsFunctionWord(word string) bool { return functionWords[word] }
