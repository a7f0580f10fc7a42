package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// abbreviation tells what a point after an abbreviation may mean.
type abbreviation uint8

const (
	prefix   abbreviation = iota + 1 // stands before its word: never ends a sentence
	numbered                         // stands before its number, and else is a word
	ending                           // may end a sentence
)

var abbreviations = wordTable(map[abbreviation]string{
	prefix: `Mr Ms Mrs Mx Dr Prof Messrs Mme Mlle Sen Rep Gen Gov Col Lt Maj Capt Cmdr Cdr Adm Sgt Cpl Pvt
		Rev Fr Hon Pres Amb Supt Insp Det St Ste Mt Ft Pt vs v e.g i.e eg ie cf viz ca approx al incl esp`,
	numbered: `No Nos no nos Art Arts art arts Sec Secs sec Sect Fig Figs fig figs Vol vol Vols Ch ch Chap
		Cap Para Paras para paras p pp Pt Eq Ex Sched Reg Sch Ser Ver ver`,
	ending: `Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
		Inc Ltd Co Corp Bros Cos LLC plc Jr Sr Esq Ph.D M.D B.A M.A Ave Blvd Rd Dept Univ Assn Est est etc
		min max avg hr hrs sq ft lb lbs oz km kg bn mn tn dept`,
})

// starters are words that often begin a sentence and seldom follow an
// abbreviation inside one.
var starters = wordTable(map[bool]string{true: `The This That These Those There Then They Their Thus Today
	Tomorrow Yesterday We We're We've We'll Our You Your He He's His She She's Her It It's Its I I'm I've I'll
	In On At As And But Or So If When Whenever While What What's Who Why How Where Which With Without Within
	For From After Afterward Before During Since Because Although Though However Meanwhile Moreover
	Furthermore Therefore Also Additionally Besides Not Yes Now Finally Let Let's Please Thank Thanks Do Does
	Did Don't Is Are Was Were Has Have Had Can Could Would Should Some Many Several Each Both Any Another To By
	Of Over Under Through Despite According Here Just Even Still Yet Once Until Unless Instead Indeed Overall
	Such Perhaps Maybe Well A An My`})

var speechVerbs = wordTable(map[bool]string{true: `said says asked asks replied answered added adds told
	explained noted continued went thought cried shouted whispered recalled insisted remarked exclaimed
	murmured repeated wrote writes`})

// wordTable lists the words of each class under the class.
func wordTable[C comparable](classes map[C]string) map[string]C {
	table := map[string]C{}
	for class, words := range classes {
		for _, w := range strings.Fields(words) {
			table[w] = class
		}
	}
	return table
}

func isTitle(word string) bool { return abbreviations[word] == prefix }

// pointEnds decides whether a point and the space after it end a sentence that
// so far reads before; after is what follows the space.
func pointEnds(before, after string) bool {
	word := lastWord(before)
	alone := strings.TrimSpace(before) == word
	next := firstRune(after)
	switch {
	case unicode.IsLower(next), alone && isListNumber(word):
		return false
	case isInitials(word):
		return startsSentence(after)
	}
	switch abbreviations[word] {
	case prefix:
		return false
	case numbered:
		return !unicode.IsDigit(next) && !isRoman(after)
	case ending:
		return startsSentence(after)
	}
	return true
}

// lastWord is the last word of s, as far as that matters to a point after it.
func lastWord(s string) string {
	if most := 32; len(s) > most {
		s = s[len(s)-most:]
	}
	n := strings.LastIndexFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || isOpener(r) || strings.ContainsRune(`"/-—–`, r)
	})
	if n >= 0 {
		_, size := utf8.DecodeRuneInString(s[n:])
		s = s[n+size:]
	}
	return strings.TrimLeft(s, "'’")
}

// startsSentence reports whether text begins, perhaps after an opening quote,
// with a word that often begins sentences.
func startsSentence(text string) bool {
	text = strings.TrimLeft(text, "\"'“‘([")
	end := 0
	for end < len(text) && end < 16 {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(r) && r != '\'' && r != '’' {
			break
		}
		end += size
	}
	return starters[strings.ReplaceAll(text[:end], "’", "'")]
}

// isInitials matches J, U.S, a.m, J.K.
func isInitials(word string) bool {
	for word != "" {
		r, size := utf8.DecodeRuneInString(word)
		if !unicode.Is(unicode.Latin, r) {
			return false
		}
		if len(word) == size {
			return true
		}
		if word[size] != '.' {
			return false
		}
		word = word[size+1:]
	}
	return false
}

// isListNumber matches what stands before the point of a numbered item.
func isListNumber(word string) bool {
	n := utf8.RuneCountInString(word)
	all := func(set string) bool { return strings.Trim(word, set) == "" }
	switch {
	case n == 0 || n > 4:
		return false
	case n == 1:
		return isWordRune(firstRune(word)) || strings.ContainsRune("一二三四五六七八九十", firstRune(word))
	case n <= 3 && (all("0123456789") || all("０１２３４５６７８９") || all("一二三四五六七八九十")):
		return true
	}
	return all("IVX") || all("ivx")
}

// isRoman reports whether text begins with a Roman numeral.
func isRoman(text string) bool {
	rest := strings.TrimLeft(text, "IVXLC")
	return len(rest) < len(text) && !isWordRune(firstRune(rest))
}

// isPlain matches a word of two or more small letters that is no abbreviation:
// what a sentence whose space was forgotten ends with.
func isPlain(word string) bool {
	return len(word) > 1 && abbreviations[word] == 0 &&
		!strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLower(r) })
}
