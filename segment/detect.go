package segment

import "unicode"

// Detect tells the language of text by the script of its letters. A Chinese
// text with foreign names in it is Chinese; Latin letters count as English,
// whatever they spell; a text mostly in other scripts, or with hardly a letter
// in it, is Unknown.
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
	}
	return English
}

// Traditional reports whether Chinese text is in traditional characters: more
// than a tenth of them have a simplified form. Running traditional text has
// about 30%, simplified text under 1%.
func Traditional(text string) bool {
	table := hanTable()
	var han, changed int
	for _, r := range text {
		if unicode.Is(unicode.Han, r) {
			han++
			if table.fold(r) != r {
				changed++
			}
		}
	}
	return changed*10 > han
}
