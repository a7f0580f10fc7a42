package segment

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/go-ego/gse"
)

// The dictionary is gse's for simplified Chinese, cut down by internal/gen to
// the words of Han characters that occur at least ten times in gse's counts
// (and all single characters), in folded form, with the terms of briefings in
// data/terms.txt added. Traditional text is folded before it is looked up.
//
// What the floor costs and saves, against the whole dictionary, on 1.8 MB of
// news, speeches and fiction (2 cores; F1 of word boundaries):
//
//	floor   words    load     heap    F1
//	  1    352,208   820 ms  123 MB  1.000
//	  3    312,527   600 ms  109 MB   .999
//	  5    141,737   184 ms   41 MB   .987
//	 10    111,484   133 ms   32 MB   .985
//	 20     85,185    88 ms   21 MB   .982
//	 50     57,672    58 ms   16 MB   .974
//
// Most words lost below ten are rare compounds, which come out as their parts.
// gse spends half of the time filling its trie and half on cutting every word
// once more for its search mode; its hidden Markov model is not loaded.

//go:embed data/words.gz
var wordData []byte

//go:embed data/terms.txt
var termData string

// termFrequency makes a term as likely as a common word, so that it wins over
// being cut into parts.
const termFrequency = 1000

var dictionary = sync.OnceValues(loadDictionary)

// Load reads the dictionary of Chinese words, unless that has been done. Words
// does so by itself when it first meets Chinese; to call Load before is useful
// only to choose when to wait for it. It is safe to call at any time.
func Load() error {
	_, err := dictionary()
	return err
}

func loadDictionary() (*gse.Segmenter, error) {
	words, err := unpack(wordData)
	if err != nil {
		return nil, fmt.Errorf("unpacking Chinese dictionary: %w", err)
	}
	s := &gse.Segmenter{SkipLog: true, NotLoadHMM: true, MinTokenFreq: 1}
	// Of two entries gse keeps the first.
	if err := s.LoadDictStr(terms() + words); err != nil {
		return nil, fmt.Errorf("loading Chinese dictionary: %w", err)
	}
	return s, nil
}

func unpack(packed []byte) (string, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return "", err
	}
	b, err := io.ReadAll(z)
	return string(b), err
}

// terms are the lines of data/terms.txt as dictionary entries.
func terms() string {
	var b strings.Builder
	for line := range strings.Lines(termData) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "#") {
			fmt.Fprintf(&b, "%s %d\n", line, termFrequency)
		}
	}
	return b.String()
}
