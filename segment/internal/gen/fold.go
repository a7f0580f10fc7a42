package main

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// The tables wanted from opencc-js: traditional to simplified characters and
// phrases, and the characters Taiwan and Hong Kong write in a form of their own.
var tableNames = []string{"TSCharacters", "TSPhrases", "TWVariantsRev", "HKVariantsRev"}

// readOpenCC reads the wanted tables out of the npm package.
func readOpenCC(name string) (map[string]map[string]string, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("reading OpenCC tables: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("reading OpenCC tables %s: %w", name, err)
	}
	tables := map[string]map[string]string{}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("reading OpenCC tables %s: %w", name, err)
		}
		base := strings.TrimSuffix(path.Base(h.Name), ".js")
		if path.Dir(h.Name) != "package/dist/esm-lib/dict" || !slices.Contains(tableNames, base) {
			continue
		}
		b, err := io.ReadAll(r)
		if err != nil {
			return nil, fmt.Errorf("reading OpenCC table %s: %w", base, err)
		}
		tables[base] = parseTable(string(b))
	}
	if len(tables) != len(tableNames) {
		return nil, fmt.Errorf("reading OpenCC tables %s: found %d of %d", name, len(tables), len(tableNames))
	}
	return tables, nil
}

// parseTable reads `export default "key value|key value…";`.
func parseTable(js string) map[string]string {
	table := map[string]string{}
	_, js, _ = strings.Cut(js, `"`)
	js, _, _ = strings.Cut(js, `"`)
	for pair := range strings.SplitSeq(js, "|") {
		if k, v, ok := strings.Cut(pair, " "); ok {
			table[k] = v
		}
	}
	return table
}

// folding maps every spelling of a word to one. A character has one folded
// form wherever it stands; a phrase is kept only where folding its characters
// one by one would not give what its simplified form folds to (計畫 is 计划
// though 畫 is 画). OpenCC's other phrases protect a spelling (乾隆 keeps 乾):
// a key has no need of that, since the simplified 乾隆 folds to 干隆 as well.
type folding struct {
	char    map[rune]rune
	phrase  map[string]string
	longest int // runes of the longest phrase
}

// alike are simplified forms used in a few words (mostly names) beside the
// usual one of the same traditional character: 钱锺书 is also 钱钟书.
var alike = map[rune]rune{'锺': '钟', '钜': '巨', '迳': '径', '馀': '余'}

func newFolding(tables map[string]map[string]string) *folding {
	f := &folding{char: map[rune]rune{}, phrase: map[string]string{}}
	simplified := map[rune]bool{}
	for k, v := range tables["TSCharacters"] {
		simplified[first(v)] = true
		if k != v {
			f.char[first(k)] = first(v)
		}
	}
	for _, name := range []string{"TWVariantsRev", "HKVariantsRev"} {
		for k, v := range tables[name] {
			if r := first(k); f.char[r] == 0 && !simplified[r] {
				f.char[r] = first(v)
			}
		}
	}
	maps.Copy(f.char, alike)
	f.close()
	for k, v := range tables["TSPhrases"] {
		v = f.chars(v)
		if f.chars(k) != v && wanted(k, v) {
			f.phrase[k] = v
			f.longest = max(f.longest, utf8.RuneCountInString(k))
		}
	}
	return f
}

func first(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// close follows chains (薴 → 苧 → 苎), so that folding twice changes nothing.
func (f *folding) close() {
	for k, v := range f.char {
		for n := 0; f.char[v] != 0 && n < 10; n++ {
			v = f.char[v]
		}
		f.char[k] = v
	}
}

// wanted refuses phrases that would harm simplified text, where 坏 is the usual
// form of 壞 and seldom a spelling of 坯 (打坏), and those whose simplified form
// Unicode has in a supplementary plane only (𫫇), since hardly anybody types it.
func wanted(phrase, folded string) bool {
	return !strings.ContainsAny(phrase, "坏么") &&
		!strings.ContainsFunc(folded, func(r rune) bool { return r > 0xFFFF })
}

// chars folds s character by character.
func (f *folding) chars(s string) string {
	return strings.Map(func(r rune) rune {
		if to := f.char[r]; to != 0 {
			return to
		}
		return r
	}, s)
}

// text folds s, the longest phrase first.
func (f *folding) text(s string) string {
	var b strings.Builder
	for s != "" {
		n, to := f.match(s)
		b.WriteString(to)
		s = s[n:]
	}
	return b.String()
}

// match folds the longest phrase or the one character that s begins with.
func (f *folding) match(s string) (n int, to string) {
	_, size := utf8.DecodeRuneInString(s)
	n, to = size, f.chars(s[:size])
	end, runes := 0, 0
	for _, r := range s {
		if runes == f.longest {
			break
		}
		end, runes = end+utf8.RuneLen(r), runes+1
		if v, ok := f.phrase[s[:end]]; ok {
			n, to = end, v
		}
	}
	return n, to
}

// check proves what package segment relies on: both spellings of every phrase
// fold alike, folding twice changes nothing, and no phrase changes in length.
func (f *folding) check(tables map[string]map[string]string) error {
	for k, v := range tables["TSPhrases"] {
		if wanted(k, v) && f.text(k) != f.text(v) {
			return fmt.Errorf("checking fold table: %s folds to %s, %s to %s", k, f.text(k), v, f.text(v))
		}
	}
	for k, v := range f.phrase {
		if utf8.RuneCountInString(k) != utf8.RuneCountInString(v) {
			return fmt.Errorf("checking fold table: %s and %s differ in length", k, v)
		}
		if f.text(v) != v {
			return fmt.Errorf("checking fold table: %s folds again, to %s", v, f.text(v))
		}
	}
	return nil
}

// encode writes the characters as one line of pairs and each phrase as a line.
func (f *folding) encode() []byte {
	var b strings.Builder
	for _, k := range slices.Sorted(maps.Keys(f.char)) {
		b.WriteRune(k)
		b.WriteRune(f.char[k])
	}
	b.WriteByte('\n')
	for _, k := range slices.Sorted(maps.Keys(f.phrase)) {
		fmt.Fprintf(&b, "%s %s\n", k, f.phrase[k])
	}
	return []byte(b.String())
}
