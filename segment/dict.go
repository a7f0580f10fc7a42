package segment

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"sync"

	"github.com/go-ego/gse"
)

//go:embed data/words.gz
var wordData []byte

//go:embed data/terms.txt
var termData string

var dictionary = sync.OnceValues(loadDictionary)

// Load reads the dictionary of Chinese words, unless that has been done. Words
// does so by itself when it meets Chinese.
func Load() error {
	_, err := dictionary()
	return err
}

func loadDictionary() (*gse.Segmenter, error) {
	z, err := gzip.NewReader(bytes.NewReader(wordData))
	if err != nil {
		return nil, fmt.Errorf("reading Chinese dictionary: %w", err)
	}
	words, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("reading Chinese dictionary: %w", err)
	}
	s := &gse.Segmenter{SkipLog: true, NotLoadHMM: true, MinTokenFreq: 1}
	if err := s.LoadDictStr(termData + string(words)); err != nil {
		return nil, fmt.Errorf("reading Chinese dictionary: %w", err)
	}
	return s, nil
}
