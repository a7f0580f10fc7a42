package corpus

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"parley/segment"
)

// The tables are this project's own lists, one entry a line, names in either
// language separated by bars, "#" for remarks.
var (
	//go:embed tables/outlets.tsv
	outletsTable string
	//go:embed tables/organisations.tsv
	organisationsTable string
	//go:embed tables/roles.tsv
	rolesTable string
	//go:embed tables/surnames.txt
	surnamesTable string
)

// entry is one row of a table of names.
type entry struct {
	Bilingual // the names to show
	en, zh    []string
}

// nameTable finds an entry by any of its names, folded.
type nameTable struct {
	entries []*entry
	byName  map[string]*entry
	names   []string // folded, in the table's order
}

var (
	outlets       = sync.OnceValue(func() nameTable { return readTable(outletsTable) })
	organisations = sync.OnceValue(func() nameTable { return readTable(organisationsTable) })
	roles         = sync.OnceValue(readRoles)
	surnames      = sync.OnceValue(readSurnames)
)

// rows gives the fields of a table's rows.
func rows(table string) [][]string {
	var out [][]string
	for l := range strings.Lines(table) {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			out = append(out, strings.Split(l, "|"))
		}
	}
	return out
}

func readTable(table string) nameTable {
	t := nameTable{byName: map[string]*entry{}}
	for _, row := range rows(table) {
		e := &entry{}
		for _, name := range row {
			if hasHan(name) {
				e.zh = append(e.zh, name)
			} else {
				e.en = append(e.en, name)
			}
			key := fold(name)
			if t.byName[key] == nil {
				t.byName[key] = e
				t.names = append(t.names, key)
			}
		}
		e.Bilingual = Bilingual{first(e.en), first(e.zh)}
		t.entries = append(t.entries, e)
	}
	return t
}

// joint names are of two.
var joint = regexp.MustCompile(` and | & |[、/]`)

// lookup finds the entry for a name: the name itself, or else the longest
// listed name within it ("新加坡《联合早报》").
func (t nameTable) lookup(name string) *entry {
	name = fold(name)
	if e := t.byName[name]; e != nil || name == "" || joint.MatchString(name) {
		return e
	}
	var best *entry
	size := 2 // shorter names turn up in anything
	for _, key := range t.names {
		if len(key) > size && indexWord(name, key) >= 0 {
			best, size = t.byName[key], len(key)
		}
	}
	return best
}

// shown is the entry's name in the language of an alias found in a text, as
// the table has it.
func (e *entry) shown(alias string) string {
	if hasHan(alias) {
		return e.Zh
	}
	return e.En
}

func readRoles() map[string]part {
	parts := map[string]part{"asks": asks, "interviews": interviews, "answers": answers, "chairs": chairs, "other": bystander}
	out := map[string]part{}
	for _, row := range rows(rolesTable) {
		for _, word := range row[1:] {
			out[word] = parts[row[0]]
		}
	}
	return out
}

// readSurnames gives the one-character family names, and the two-character
// ones whole.
func readSurnames() map[string]bool {
	out := map[string]bool{}
	first, rest, _ := strings.Cut(surnamesTable, "\n")
	for _, r := range first {
		out[string(r)] = true
	}
	for _, s := range strings.Fields(rest) {
		out[s] = true
	}
	return out
}

func first(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return names[0]
}

// fold brings a name to the form in which names are compared: simplified,
// half-width, lower case, single spaces, plain apostrophes.
func fold(s string) string {
	s = strings.ReplaceAll(segment.FoldString(s), "’", "'")
	return strings.Join(strings.Fields(s), " ")
}

// simple folds s character by character, so that the result has as many
// characters as s.
func simple(s string) []rune {
	out := make([]rune, 0, len(s)/2)
	for _, r := range s {
		if r >= utf8.RuneSelf {
			r, _ = utf8.DecodeRuneInString(segment.FoldString(string(r)))
		}
		out = append(out, r)
	}
	return out
}

func hasHan(s string) bool { return strings.ContainsFunc(s, isHan) }

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }
