package corpus

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// identity is what the words of a label say about the one who speaks.
type identity struct {
	name   string
	role   string
	outlet string
	part   part
	proof  proof
}

// key tells speakers of one page apart.
func (id identity) key() string {
	if id.name == "" && id.outlet == "" {
		return fmt.Sprintf("#%d", id.part) // "Q:" and "A:"
	}
	return fold(id.name) + "|" + fold(id.outlet)
}

// part is what a speaker does in the event.
type part uint8

const (
	unknown    part = iota
	asks            // puts questions: a journalist, whoever it is each time
	interviews      // puts questions throughout: one person
	answers         // "A:", whoever it is
	official        // speaks for an office
	member          // of an assembly: asks officials
	chairs          // gives the floor
	bystander       // a film, a narrator, an interpreter
)

// proof is how surely words before a colon name a speaker, by themselves.
type proof uint8

const (
	none proof = iota // they do not
	weak              // they may: needs repetition and the habit of the page
	fair              // they have the shape of a name, an office or an outlet
	sure              // they are listed, or say it in so many words
)

var (
	aside     = regexp.MustCompile(`\s*[(（【\[]\s*([^()（）【】\[\]]*?)\s*[)）】\]]\s*$`)
	rendering = regexp.MustCompile(`^(譯文|译文|translation|interpreted|through interpreter)$`)
)

// identify reads the words of a label.
func identify(words string) identity {
	words = strings.Trim(strings.Join(strings.Fields(words), " "), " *_")
	core, note := words, ""
	if m := aside.FindStringSubmatchIndex(words); m != nil && m[0] > 0 {
		core, note = words[:m[0]], words[m[2]:m[3]]
	}
	id := identifyCore(core)
	if id.proof == none || note == "" || rendering.MatchString(fold(note)) {
		return id
	}
	return withAside(id, note)
}

// withAside adds what stands in brackets after the name: "(host)", "（主持人）",
// an office, an outlet. A name in another script is left out.
func withAside(id identity, note string) identity {
	said := identifyCore(note)
	switch {
	case said.part == chairs || said.part == interviews || said.part == bystander:
		id.part, id.role, id.proof = said.part, note, sure
	case said.outlet != "" && id.outlet == "":
		id.outlet, id.part = said.outlet, asks
	case said.part == official && id.role == "":
		id.role = note
	}
	return id
}

func identifyCore(words string) identity {
	if words == "" || utf8.RuneCountInString(words) > maxLabel {
		return identity{}
	}
	if p, ok := roles()[fold(words)]; ok {
		id := identity{part: p, proof: sure}
		if p != asks && p != answers { // one person, though unnamed
			if strings.ToUpper(words) == words {
				words = titleCase(words)
			}
			id.name, id.role = words, words
		}
		return id
	}
	if hasHan(words) {
		return identifyChinese(words)
	}
	return identifyEnglish(words)
}
