package library

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"parley/align"
	"parley/corpus"
)

// Meta is briefing.json: what the texts themselves do not say, and what was
// understood of them when they were added. A person may correct title, date,
// organisation and cast by hand.
type Meta struct {
	ID           string           `json:"id"`
	Date         string           `json:"date,omitempty"`
	Title        corpus.Bilingual `json:"title"`
	Organisation corpus.Bilingual `json:"organisation"`
	Cast         []corpus.Speaker `json:"cast"`
	En           *Source          `json:"en,omitempty"`
	Zh           *Source          `json:"zh,omitempty"`
	Exchanges    int              `json:"exchanges"`
}

// Source tells where one language's text came from.
type Source struct {
	Path      string `json:"path"`                // as it was named when added
	SHA256    string `json:"sha256"`              // of the text file beside this one
	Retrieved string `json:"retrieved"`           // RFC 3339, UTC
	Converted string `json:"converted,omitempty"` // what was done to the imported bytes
	Turns     int    `json:"turns"`
	Questions int    `json:"questions"`
	Loose     int    `json:"unattributed_lines"`
}

// Meta reads a briefing's metadata.
func (l *Library) Meta(id string) (Meta, error) {
	var m Meta
	if !validID(id) {
		return m, fmt.Errorf("briefing %q: %w; parley list shows what there is", id, ErrNotFound)
	}
	b, err := l.read(id, metaFile)
	if err != nil {
		return m, fmt.Errorf("reading briefing %s: %w", id, err)
	}
	if b == nil {
		return m, fmt.Errorf("briefing %q: %w; parley list shows what there is", id, ErrNotFound)
	}
	if err := json.Unmarshal(b, &m); err != nil {
		return m, fmt.Errorf("reading %s: %w; correct the file or add the briefing again", l.name(id, metaFile), jsonError(b, err))
	}
	return m, nil
}

// validID keeps an ID from naming anything but a folder among the briefings.
func validID(id string) bool {
	return id != "" && !strings.HasPrefix(id, ".") && !strings.ContainsAny(id, "/\\\x00")
}

// jsonError adds the line to a syntax error.
func jsonError(b []byte, err error) error {
	if syntax, ok := err.(*json.SyntaxError); ok {
		return fmt.Errorf("line %d: %w", 1+bytes.Count(b[:syntax.Offset], []byte("\n")), err)
	}
	return err
}

// name is how messages name a file of a briefing.
func (l *Library) name(id, file string) string {
	return path.Join(l.dir, briefingsDir, id, file)
}

// Briefing loads a briefing: its texts parsed anew, its metadata as filed.
func (l *Library) Briefing(id string) (*corpus.Briefing, error) {
	m, err := l.Meta(id)
	if err != nil {
		return nil, err
	}
	en, err := l.text(id, enFile)
	if err != nil {
		return nil, err
	}
	zh, err := l.text(id, zhFile)
	if err != nil {
		return nil, err
	}
	b, err := join(en, zh)
	if err != nil {
		return nil, fmt.Errorf("reading briefing %s: %w", id, err)
	}
	m.apply(b)
	return b, nil
}

func (l *Library) text(id, file string) (*corpus.Text, error) {
	raw, err := l.read(id, file)
	if raw == nil || err != nil {
		return nil, err
	}
	t, err := corpus.Parse(string(raw))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", l.name(id, file), err)
	}
	return t, nil
}

func join(en, zh *corpus.Text) (*corpus.Briefing, error) {
	switch {
	case en != nil && zh != nil:
		return corpus.Pair(en, zh), nil
	case en != nil:
		return corpus.Single(en), nil
	case zh != nil:
		return corpus.Single(zh), nil
	}
	return nil, fmt.Errorf("it has no text in either language")
}

// apply lays the filed metadata over what was parsed.
func (m *Meta) apply(b *corpus.Briefing) {
	b.ID, b.Date, b.Title, b.Organisation = m.ID, m.Date, m.Title, m.Organisation
	if m.En != nil {
		b.Source.En = m.En.Path
	}
	if m.Zh != nil {
		b.Source.Zh = m.Zh.Path
	}
	filed := map[string]corpus.Speaker{}
	for _, s := range m.Cast {
		filed[s.ID] = s
	}
	for i, s := range b.Cast {
		if f, ok := filed[s.ID]; ok {
			b.Cast[i] = f
		}
	}
}

// Alignment reads a briefing's alignment and holds it against the texts.
func (l *Library) Alignment(id string, b *corpus.Briefing) (*align.Alignment, error) {
	a, err := l.readAlignment(id)
	if err != nil {
		return nil, err
	}
	if err := a.Check(b); err != nil {
		return nil, fmt.Errorf("%s: %w", l.name(id, alignmentFile), err)
	}
	return a, nil
}

func (l *Library) readAlignment(id string) (*align.Alignment, error) {
	raw, err := l.read(id, alignmentFile)
	if err != nil {
		return nil, fmt.Errorf("reading briefing %s: %w", id, err)
	}
	if raw == nil {
		return nil, fmt.Errorf("%s: the file is missing; parley add the texts again", l.name(id, alignmentFile))
	}
	return align.ReadAlignment(bytes.NewReader(raw), l.name(id, alignmentFile))
}

// Passages counts a briefing's passages: the beads of its alignment.
func (l *Library) Passages(id string) (int, error) {
	a, err := l.readAlignment(id)
	if err != nil {
		return 0, err
	}
	return a.Beads(), nil
}
