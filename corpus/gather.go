package corpus

import (
	"path/filepath"
	"slices"
	"strings"

	"parley/segment"
)

// Extensions are the endings of file names that Parley reads.
var Extensions = []string{".txt", ".md", ".markdown"}

// Source is a text and where it came from.
type Source struct {
	Path string
	Text *Text
}

// Match says which of a list of sources make one briefing, by index; -1 where a
// language is missing. Why tells what speaks for it.
type Match struct {
	En, Zh int
	Why    string
}

// How a heap of files is paired. Names come first: en.txt and zh.txt in one
// folder, talk.en.md and talk.zh.md, en/talk.md and zh/talk.md; the language is
// that of the text, whatever the name says. What names leave over is paired by
// what the texts say of themselves (evidence.go). A text without a partner
// stays single.
//
// In a folder that has an en.* and a zh.* file, those two are the transcripts
// and any other file is a note about them: see Beside.

// PairUp pairs the sources that are one event in two languages. The matches
// come in the order of their first source.
func PairUp(sources []Source) []Match {
	h := heap{sources: sources, partner: make([]int, len(sources)), why: make([]string, len(sources))}
	skip := h.beside()
	for i := range h.partner {
		h.partner[i] = -1
	}
	h.byName(skip)
	h.byEvidence(skip)
	var out []Match
	for i := range sources {
		p := h.partner[i]
		if skip[i] || p >= 0 && p < i {
			continue
		}
		m := Match{En: i, Zh: p, Why: h.why[i]}
		if sources[i].Text.Lang == segment.Chinese {
			m.En, m.Zh = p, i
		}
		if p < 0 {
			m.Why = "no partner found"
		}
		out = append(out, m)
	}
	return out
}

// Beside tells which of the paths are no transcripts because they lie beside a
// pair named en.* and zh.*, such as a source.txt that tells about it.
func Beside(paths []string) []bool {
	has := map[string]int{} // folder to which of the two it has
	const en, zh = 1, 2
	named := make([]int, len(paths))
	for i, p := range paths {
		switch languageWord(stem(p)) {
		case segment.English:
			named[i] = en
		case segment.Chinese:
			named[i] = zh
		}
		has[filepath.Dir(p)] |= named[i]
	}
	out := make([]bool, len(paths))
	for i, p := range paths {
		out[i] = named[i] == 0 && has[filepath.Dir(p)] == en|zh
	}
	return out
}

// heap is the state of pairing.
type heap struct {
	sources []Source
	partner []int
	why     []string
}

func (h *heap) beside() []bool {
	paths := make([]string, len(h.sources))
	for i, s := range h.sources {
		paths[i] = s.Path
	}
	return Beside(paths)
}

func (h *heap) join(i, j int, why string) {
	h.partner[i], h.partner[j] = j, i
	h.why[i], h.why[j] = why, why
}

// byName pairs the sources whose paths differ only in a word for the language.
func (h *heap) byName(skip []bool) {
	groups := map[string][]int{}
	var order []string
	for i, s := range h.sources {
		if key, ok := nameless(s.Path); ok && !skip[i] {
			if groups[key] == nil {
				order = append(order, key)
			}
			groups[key] = append(groups[key], i)
		}
	}
	for _, key := range order {
		g := groups[key]
		if len(g) == 2 && h.sources[g[0]].Text.Lang != h.sources[g[1]].Text.Lang {
			h.join(g[0], g[1], "same name")
		}
	}
}

var languageWords = map[string]segment.Lang{
	"en": segment.English, "eng": segment.English, "english": segment.English, "英文": segment.English, "英": segment.English,
	"zh": segment.Chinese, "cn": segment.Chinese, "zh-hans": segment.Chinese, "zh-hant": segment.Chinese, "zh-cn": segment.Chinese, "zh-tw": segment.Chinese, "zh-hk": segment.Chinese,
	"zh_cn": segment.Chinese, "zh_tw": segment.Chinese, "chi": segment.Chinese, "chs": segment.Chinese, "cht": segment.Chinese, "chinese": segment.Chinese, "中文": segment.Chinese, "中": segment.Chinese,
}

func languageWord(s string) segment.Lang { return languageWords[strings.ToLower(s)] }

func stem(path string) string {
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// nameless is a path without its word for the language, and whether it had one.
func nameless(path string) (string, bool) {
	had := false
	parts := strings.Split(filepath.ToSlash(filepath.Dir(path)), "/")
	parts = slices.DeleteFunc(parts, func(p string) bool {
		word := languageWord(p) != segment.Unknown
		had = had || word
		return word
	})
	name := stem(path)
	if languageWord(name) != segment.Unknown {
		return strings.Join(parts, "/") + "/", true
	}
	for at := len(name) - 1; at > 0; at-- {
		if strings.IndexByte("._- ", name[at]) < 0 {
			continue
		}
		if languageWord(name[at+1:]) != segment.Unknown {
			// the longest word counts: "talk.zh-Hans" is not "talk.zh" in Hans
			name, had = name[:at], true
			at = len(name)
		}
	}
	return strings.Join(parts, "/") + "/" + strings.ToLower(name), had
}
