package segment

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Traditional and simplified Chinese fold by a table compiled from OpenCC
// (internal/gen): single characters, and phrases for the characters that
// become different ones in different words (計畫 is 计划, but 畫 alone is 画).
// Unlike a converter it need not spell well, only alike: 乾隆 folds to 干隆,
// from either script. Every Han character folds to exactly one.

//go:generate npm pack --silent --pack-destination /tmp opencc-js@1.4.2
//go:generate go run ./internal/gen -opencc /tmp/opencc-js-1.4.2.tgz

//go:embed data/fold.txt
var hanData string

type hanFolding struct {
	char   map[rune]rune
	phrase map[rune][]phrase // by first character, longest first
}

// phrase and its folded form have the same number of characters and bytes.
type phrase struct{ text, folded string }

var hanTable = sync.OnceValue(readHanTable)

// readHanTable reads a line of character pairs and then one phrase a line.
func readHanTable() *hanFolding {
	t := &hanFolding{char: make(map[rune]rune, 4096), phrase: map[rune][]phrase{}}
	pairs, phrases, _ := strings.Cut(hanData, "\n")
	for pairs != "" {
		r, n := utf8.DecodeRuneInString(pairs)
		to, m := utf8.DecodeRuneInString(pairs[n:])
		t.char[r] = to
		pairs = pairs[n+m:]
	}
	for line := range strings.Lines(phrases) {
		text, folded, _ := strings.Cut(strings.TrimSpace(line), " ")
		r, _ := utf8.DecodeRuneInString(text)
		// Sorted ascending, a phrase comes before the longer ones it begins.
		t.phrase[r] = append([]phrase{{text, folded}}, t.phrase[r]...)
	}
	return t
}

func (t *hanFolding) fold(r rune) rune {
	if to, ok := t.char[r]; ok {
		return to
	}
	return r
}

// foldNext appends the folded form of the phrase or character that s begins
// with, and returns its length in s.
func (t *hanFolding) foldNext(dst []byte, s string) ([]byte, int) {
	r, size := utf8.DecodeRuneInString(s)
	if !unicode.Is(unicode.Han, r) {
		return appendFolded(dst, r), size
	}
	for _, p := range t.phrase[r] {
		if strings.HasPrefix(s, p.text) {
			return append(dst, p.folded...), len(p.text)
		}
	}
	if decomposes(r) {
		return appendDecomposed(dst, r), size
	}
	return utf8.AppendRune(dst, t.fold(r)), size
}
