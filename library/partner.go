package library

import (
	"fmt"
	"strings"
	"time"

	"parley/align"
	"parley/corpus"
	"parley/segment"
)

// partner finds the other language of a text that is added alone: the text its
// earlier version was paired with, or else that of a briefing of the same date
// which waits for this language and proves to be its translation.
func (w *Writer) partner(in *Input) (*Input, error) {
	lang := other(in.Text.Lang)
	if m := w.earlier(in); m != nil && m.source(lang) != nil {
		return w.filed(*m, lang)
	}
	var best *Input
	most := align.Translations
	for _, id := range w.waiting[in.Text.Date] {
		m, err := w.Meta(id)
		if err != nil || m.source(lang) == nil || m.source(in.Text.Lang) != nil {
			continue
		}
		waiting, err := w.filed(m, lang)
		if err != nil || waiting == nil {
			continue
		}
		if s := similarity(in, waiting); s >= most {
			best, most = waiting, s
		}
	}
	return best, nil
}

// earlier is the briefing that the same file made before, if what the file holds
// now is a version of that text: of the same date and title, or with a fifth of
// its lines in common. Another event saved under an old name is a new briefing.
func (w *Writer) earlier(in *Input) *Meta {
	id, ok := w.sources[in.Path]
	if !ok {
		return nil
	}
	m, err := w.Meta(id)
	if err != nil {
		return nil
	}
	old, err := w.filed(m, in.Text.Lang)
	if err != nil || old == nil {
		return &m // damaged: adding it again is the cure
	}
	same := old.Text.Date == in.Text.Date && old.Text.Title == in.Text.Title && old.Text.Date+old.Text.Title != ""
	if same || inCommon(old.Raw, in.Raw) >= .2 {
		return &m
	}
	return nil
}

// inCommon is the share of b's lines with words that a has too.
func inCommon(a, b string) float64 {
	had := map[string]bool{}
	for line := range strings.Lines(a) {
		had[strings.TrimSpace(line)] = true
	}
	shared, all := 0, 0
	for line := range strings.Lines(b) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if all++; had[line] {
			shared++
		}
	}
	return float64(shared) / float64(max(all, 1))
}

func other(l segment.Lang) segment.Lang {
	if l == segment.English {
		return segment.Chinese
	}
	return segment.English
}

// source is what is filed of a language, nil if nothing.
func (m *Meta) source(l segment.Lang) *Source {
	if l == segment.English {
		return m.En
	}
	return m.Zh
}

// similarity tells quickly how well two texts render each other.
func similarity(a, b *Input) float64 {
	if a.Text.Lang == segment.Chinese {
		a, b = b, a
	}
	if corpus.Plausible(a.Text, b.Text) != nil {
		return 0
	}
	ladder, err := align.Briefing(corpus.Pair(a.Text, b.Text), align.Options{OnePass: true})
	if err != nil {
		return 0
	}
	return ladder.Similarity
}

// filed reads a text back from the library as it was added; nil where the file
// is gone.
func (w *Writer) filed(m Meta, lang segment.Lang) (*Input, error) {
	name, orig := enFile, "en.orig"
	if lang == segment.Chinese {
		name, orig = zhFile, "zh.orig"
	}
	raw, err := w.read(m.ID, name)
	if raw == nil || err != nil {
		return nil, err
	}
	s := m.source(lang)
	if checksum(raw) != s.SHA256 {
		return nil, fmt.Errorf("reading %s: it is not the text that was added; add %s again as well", w.name(m.ID, name), s.Path)
	}
	in := &Input{Path: s.Path, Bytes: raw, Raw: string(raw), Converted: s.Converted}
	if b, err := w.read(m.ID, orig); b != nil && err == nil {
		in.Bytes = b
	}
	if in.Text, err = corpus.Parse(in.Raw); err != nil {
		return nil, fmt.Errorf("reading %s: %w", w.name(m.ID, name), err)
	}
	if t, err := time.Parse(time.RFC3339, s.Retrieved); err == nil {
		in.Retrieved = t
	}
	return in, nil
}
