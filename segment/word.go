package segment

import (
	"unicode"
	"unicode/utf8"
)

// longestRun is how many bytes of Han characters are cut into words at once:
// enough for any real sentence, and a bound on memory for text without marks.
const longestRun = 3 << 10

// Words returns the words, numbers and marks of text in order. Chinese words
// are gse's; a word in an alphabet may have apostrophes (China's), digits
// (G20) and, if it is an abbreviation, points (U.S.) inside; a number has its
// points and commas (21.79, 3,000). Spaces are skipped.
func Words(text string) []Token {
	tokens := make([]Token, 0, len(text)/5+1)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		end := i + size
		switch {
		case unicode.IsSpace(r) || vanishes(r):
		case unicode.Is(unicode.Han, r):
			end = hanRun(text, i)
			tokens = appendHan(tokens, text, Span{i, end})
		case unicode.IsDigit(r):
			end = numberEnd(text, i)
			tokens = appendToken(tokens, text, Span{i, end}, Number)
		case unicode.IsLetter(r):
			end = latinEnd(text, i)
			tokens = appendToken(tokens, text, Span{i, end}, Latin)
		default:
			tokens = appendToken(tokens, text, Span{i, end}, Punct)
		}
		i = end
	}
	return tokens
}

func appendToken(tokens []Token, text string, s Span, kind TokenKind) []Token {
	return append(tokens, Token{s, FoldString(s.In(text)), kind})
}

// hanRun is the end of the Han characters from i on.
func hanRun(text string, i int) int {
	for start := i; i < len(text) && i-start < longestRun; {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.Is(unicode.Han, r) {
			break
		}
		i += size
	}
	return i
}

// appendHan appends the words of a run of Han characters. The run is cut in
// its folded form, which has the same characters in number.
func appendHan(tokens []Token, text string, run Span) []Token {
	seg, err := dictionary()
	if err != nil {
		return appendCharacters(tokens, text, run)
	}
	folded := FoldString(run.In(text))
	at := run.Start
	for _, w := range seg.Segment([]byte(folded)) {
		end := at
		for range folded[w.Start():w.End()] {
			_, size := utf8.DecodeRuneInString(text[end:])
			end += size
		}
		tokens = appendToken(tokens, text, Span{at, end}, Han)
		at = end
	}
	return tokens
}

func appendCharacters(tokens []Token, text string, run Span) []Token {
	for i, r := range run.In(text) {
		at := run.Start + i
		tokens = appendToken(tokens, text, Span{at, at + utf8.RuneLen(r)}, Han)
	}
	return tokens
}

// latinEnd is the end of the word in an alphabet that begins at i.
func latinEnd(text string, i int) int {
	if end := abbreviationEnd(text, i); end > i {
		return end
	}
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case isAlphabetic(r), unicode.IsDigit(r), vanishes(r):
		case foldMark(r) == '\'' || r == '\'':
			if next, _ := utf8.DecodeRuneInString(text[i+size:]); !isAlphabetic(next) {
				return i
			}
		default:
			return i
		}
		i += size
	}
	return i
}

func isAlphabetic(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) }

// abbreviationEnd is the end of single letters with points (U.S., e.g., U.S)
// beginning at i, and i where there are not two of them.
func abbreviationEnd(text string, i int) int {
	end, letters := i, 0
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !isAlphabetic(r) {
			break
		}
		after := firstRune(text[end+size:])
		if after == '.' {
			letters++
			end += size + 1
			continue
		}
		if letters > 0 && !isWordRune(after) {
			letters++
			end += size
		}
		break
	}
	if letters < 2 {
		return i
	}
	return end
}

// numberEnd is the end of the number that begins at i: digits, points between
// digits, and commas before groups of three.
func numberEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsDigit(r):
		case r == '.' || r == '．':
			if digitsAt(text[i+size:]) == 0 {
				return i
			}
		case r == ',' || r == '，':
			if digitsAt(text[i+size:]) != 3 || wide(r) != wide(firstRune(text[i+size:])) {
				return i
			}
		default:
			return i
		}
		i += size
	}
	return i
}

// wide reports whether r is full-width: a full-width comma between half-width
// digits separates two numbers.
func wide(r rune) bool { return r >= 0xFF00 }

// digitsAt counts the digits s begins with, up to four.
func digitsAt(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsDigit(r) || n == 4 {
			break
		}
		n++
	}
	return n
}
