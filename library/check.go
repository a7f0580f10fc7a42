package library

import (
	"errors"
	"fmt"
	"sort"

	"parley/index"
)

// Problem is something Check found, and what to do about it.
type Problem struct {
	Briefing string `json:"briefing,omitempty"` // "" where it concerns the whole library
	Message  string `json:"message"`
	Next     string `json:"next"`
}

// Check holds files, alignments and index against each other. It changes nothing.
func (l *Library) Check(progress Progress) ([]Problem, error) {
	ids, err := l.IDs()
	if err != nil {
		return nil, err
	}
	problems, err := l.checkLeftovers()
	if err != nil {
		return nil, err
	}
	broken := map[string]bool{}
	for i, id := range ids {
		found := l.checkBriefing(id)
		broken[id] = len(found) > 0
		problems = append(problems, found...)
		progress.report(i+1, len(ids))
	}
	return append(problems, l.checkIndex(len(ids), broken)...), nil
}

func (l *Library) checkLeftovers() ([]Problem, error) {
	names, err := l.leftovers()
	if err != nil || len(names) == 0 {
		return nil, err
	}
	return []Problem{{
		Message: fmt.Sprintf("an interrupted write left %d unfinished folders; no briefing is lost", len(names)),
		Next:    "run parley index, then add again what you were adding",
	}}, nil
}

func (l *Library) checkBriefing(id string) []Problem {
	m, err := l.Meta(id)
	if err != nil {
		return []Problem{{id, err.Error(), "add its texts again, or parley remove " + id}}
	}
	var found []Problem
	found = append(found, l.checkText(id, enFile, m.En)...)
	found = append(found, l.checkText(id, zhFile, m.Zh)...)
	if len(found) > 0 {
		return found
	}
	b, err := l.Briefing(id)
	if err != nil {
		return []Problem{{id, err.Error(), "add its texts again"}}
	}
	if _, err := l.Alignment(id, b); err != nil {
		return []Problem{{id, err.Error(), "correct that line, or delete the file and add the texts again; then run parley index"}}
	}
	return nil
}

func (l *Library) checkText(id, file string, s *Source) []Problem {
	raw, err := l.read(id, file)
	switch {
	case err != nil:
		return []Problem{{id, err.Error(), "add its texts again"}}
	case s == nil && raw != nil:
		return []Problem{{id, l.name(id, file) + " is not named in briefing.json", "add its texts again"}}
	case s != nil && raw == nil:
		return []Problem{{id, l.name(id, file) + " is missing", "add it again: parley add " + s.Path}}
	case s != nil && checksum(raw) != s.SHA256:
		return []Problem{{id, l.name(id, file) + " is not the text that was added: its checksum differs", "edit the source and add it again: parley add " + s.Path}}
	}
	return nil
}

// checkIndex holds the index against the files of the briefings that are not broken.
func (l *Library) checkIndex(briefings int, broken map[string]bool) []Problem {
	ix, err := l.Index()
	if errors.Is(err, index.ErrNoIndex) && briefings == 0 {
		return nil
	}
	if err != nil {
		return []Problem{{"", err.Error(), "run parley index --rebuild"}}
	}
	defer ix.Close()
	if l.dir == "" {
		return nil
	}
	fresh, gone, err := l.compare(ix)
	if err != nil {
		return []Problem{{"", err.Error(), "run parley index --rebuild"}}
	}
	var found []Problem
	for _, id := range fresh {
		if broken[id] {
			continue
		}
		found = append(found, Problem{id, "the index does not have it as its files stand", "run parley index"})
	}
	sort.Strings(gone)
	for _, id := range gone {
		found = append(found, Problem{id, "the index still has it, its files are gone", "run parley index"})
	}
	return found
}
