package segment

import (
	"strings"
	"unicode"
)

// Detect tells the language of text by the script of its letters. A Chinese
// text with foreign names in it is Chinese; a text mostly in other scripts, or
// with hardly a letter in it, is Unknown. Latin letters are English if enough of
// their words are the commonest of English: French or German is Unknown, unless
// it is too short to tell.
func Detect(text string) Lang {
	var han, latin, other, rest int
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.IsLetter(r):
			other++
		case !unicode.IsSpace(r):
			rest++
		}
	}
	// A Chinese character says as much as three or four letters, and a Chinese
	// transcript may have twice as many letters again in names and addresses;
	// an English one that adds the Chinese of names has ten letters to each.
	known := han + latin
	switch {
	case known == 0, other > known/2, rest > 20*known:
		return Unknown
	case 6*han >= latin:
		return Chinese
	case !looksEnglish(text):
		return Unknown
	}
	return English
}

// The words by which English is told: running text has about 30% of them, other
// languages in Latin letters under 4%, a few of which they share.
var commonEnglish = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields("the of and to that for it with as is was are this have be by we you not from at they which our their has") {
		set[w] = true
	}
	return set
}()

const (
	tooFewWords = 40     // to tell a language by
	manyWords   = 20_000 // enough to tell it by
	leastCommon = 12     // one word in so many is a common one
)

func looksEnglish(text string) bool {
	words, common := 0, 0
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if words++; commonEnglish[strings.ToLower(w)] {
			common++
		}
		if words == manyWords {
			break
		}
	}
	return words < tooFewWords || common*leastCommon >= words
}
