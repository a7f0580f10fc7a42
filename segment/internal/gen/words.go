package main

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// floor is the lowest frequency a word needs to be taken into the dictionary;
// single characters are all taken. dict.go says how it was chosen.
const floor = 10

type word struct {
	text string
	freq int
}

// readDictionary reads the words of Han characters alone from the gse module.
func readDictionary() ([]word, error) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-ego/gse").Output()
	if err != nil {
		return nil, fmt.Errorf("finding the gse module: %w", err)
	}
	f, err := os.Open(strings.TrimSpace(string(dir)) + "/data/dict/zh/s_1.txt")
	if err != nil {
		return nil, fmt.Errorf("reading gse dictionary: %w", err)
	}
	defer f.Close()
	var words []word
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		var w word
		if _, err := fmt.Sscan(lines.Text(), &w.text, &w.freq); err != nil {
			return nil, fmt.Errorf("reading gse dictionary: line %d: %w", n, err)
		}
		if isHan(w.text) {
			words = append(words, w)
		}
	}
	return words, lines.Err()
}

func isHan(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.Is(unicode.Han, r) })
}

// writeDictionary folds the words, joins those that fold alike, applies the
// floor and writes the rest, sorted, as "word frequency" lines.
func writeDictionary(name string, fold *folding, words []word) error {
	freq := map[string]int{}
	for _, w := range words {
		freq[fold.text(w.text)] += w.freq
	}
	var kept []word
	for text, n := range freq {
		if n >= floor || utf8.RuneCountInString(text) == 1 {
			kept = append(kept, word{text, n})
		}
	}
	slices.SortFunc(kept, func(a, b word) int { return cmp.Compare(a.text, b.text) })
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	for _, w := range kept {
		fmt.Fprintf(z, "%s %d\n", w.text, max(w.freq, 1))
	}
	if err := z.Close(); err != nil {
		return err
	}
	fmt.Printf("%s: %d words, %d bytes\n", name, len(kept), b.Len())
	return os.WriteFile(name, b.Bytes(), 0o644)
}
