package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ends decides whether the sentence in hand ends at s.
func (l *line) ends(s stop) bool {
	rest := l.text[s.end:]
	after := strings.TrimLeftFunc(rest, unicode.IsSpace)
	spaced := len(after) < len(rest)
	switch next := firstRune(after); {
	case after == "":
		return true
	case !spaced && l.runsOn(s, after), l.clauseRunsOn(s, after):
		return false
	case strings.ContainsAny(l.text[s.at:s.marks], "。！？｡‼⁇⁈⁉"):
		return true
	case strings.ContainsAny(l.text[s.at:s.marks], "!?"):
		return spaced && !unicode.IsLower(next) || !spaced && l.wideNext(s, next)
	case l.isEllipsis(s):
		return l.ellipsisEnds(s, after)
	case spaced && s.end > s.marks && opensQuote(after):
		return true
	case spaced:
		return pointEnds(l.text[l.from:s.at], after)
	default:
		return l.tightPointEnds(s, after)
	}
}

// runsOn reports whether a mark or word following s at once shows that the
// clause goes on: “为什么？”的问题; "Why?", he said. A bare 。 is an end regardless.
func (l *line) runsOn(s stop, after string) bool {
	if s.end == s.marks && strings.HasSuffix(l.text[:s.end], "。") {
		return false
	}
	for _, adverb := range []string{"的确", "的確", "之前", "之后", "之後", "之间", "之間"} {
		if strings.HasPrefix(after, adverb) {
			return false
		}
	}
	return strings.ContainsRune(",;:，、；：—–-~～·的之", firstRune(after))
}

// wideNext reports whether ! or ? with no space after it ends a sentence, as it
// does among Chinese characters and before an opening quote.
func (l *line) wideNext(s stop, next rune) bool {
	han := unicode.Is(unicode.Han, lastRune(l.text[:s.at]))
	return unicode.Is(unicode.Han, next) || isOpener(next) || l.lang == Chinese && han
}

// clauseRunsOn reports whether closing marks at s end a quotation or a title
// within a clause that after continues: 《怎么办？》一书; "Why?" Mr. Wang asked.
func (l *line) clauseRunsOn(s stop, after string) bool {
	if s.end == s.marks {
		return false
	}
	closer, next := firstRune(strings.TrimLeft(l.text[s.marks:], " \u3000")), firstRune(after)
	switch closer {
	case '》', '〉':
		return true
	case '）', ')', '】', ']':
		return l.openedInClause() && unicode.Is(unicode.Han, next)
	}
	return isSpeechTag(after) || l.namesThing(s) && unicode.Is(unicode.Han, next)
}

// openedInClause reports whether the last quote or bracket was opened after
// some words of the sentence in hand.
func (l *line) openedInClause() bool { return l.open > l.from }

// namesThing reports whether a quotation ending at s is a phrase in its clause
// and not speech: 名为“路在何方？”的计划, but 他问：“路在何方？”. Speech follows a
// colon, a comma or a verb of saying, and may end with a full stop.
func (l *line) namesThing(s stop) bool {
	if !l.openedInClause() || strings.ContainsAny(l.text[s.at:s.marks], "。.｡") {
		return false
	}
	before := lastRune(l.text[:l.open])
	return unicode.Is(unicode.Han, before) && !strings.ContainsRune(saying, before)
}

// saying are the last characters of verbs of saying and thinking.
const saying = "说說问問道讲講喊叫答曰称稱言嚷想到句话話"

// isSpeechTag looks for at most three words and then a verb of saying before a
// mark: "Why?" Wang Miao asked. Chinese 他问。 is left a sentence of its own, as
// people mostly divide it.
func isSpeechTag(after string) bool {
	after = after[:min(len(after), 64)]
	for range 4 {
		word, rest, _ := strings.Cut(after, " ")
		verb := strings.TrimRight(word, ".,;:")
		if speechVerbs[verb] {
			adverb, _, _ := strings.Cut(rest, " ")
			return len(verb) < len(word) || strings.HasSuffix(strings.TrimRight(adverb, ".,"), "ly")
		}
		if len(verb) < len(word) && !isTitle(verb) {
			return false
		}
		after = rest
	}
	return false
}

func opensQuote(s string) bool {
	return isOpener(firstRune(s)) || len(s) > 1 && s[0] == '"' && isWordRune(firstRune(s[1:]))
}

// isEllipsis reports whether the marks at s are … or points, other than one
// point or the four that English ends a sentence with.
func (l *line) isEllipsis(s stop) bool {
	marks := l.text[s.at:s.marks]
	points := strings.Count(marks, ".")
	return strings.Contains(marks, "…") || points > 1 && points != 4
}

// ellipsisEnds decides about an ellipsis: speakers falter far more often than
// they trail off.
func (l *line) ellipsisEnds(s stop, after string) bool {
	next := firstRune(after)
	switch {
	case opensQuote(after):
		return true
	case s.end > s.marks:
		return unicode.Is(unicode.Han, next) || unicode.IsUpper(next)
	}
	return startsSentence(after) && !strings.HasPrefix(after, lastWord(strings.TrimSpace(l.text[l.from:s.at])))
}

// tightPointEnds decides about a point with no space after it, which mostly is
// part of a number, a name or an address.
func (l *line) tightPointEnds(s stop, after string) bool {
	word := lastWord(l.text[l.from:s.at])
	switch next := firstRune(after); {
	case s.end > s.marks:
		return !unicode.IsLower(next)
	case isOpener(next):
		return isPlain(word) || unicode.Is(unicode.Han, lastRune(word))
	case unicode.Is(unicode.Han, next):
		return isPlain(word)
	case unicode.IsUpper(next):
		return isPlain(word) && unicode.IsLower(firstRune(after[utf8.RuneLen(next):]))
	}
	return false
}
