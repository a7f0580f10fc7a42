package library

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"parley/align"
	"parley/corpus"
	"parley/index"
)

// Status is what adding did to a briefing.
type Status string

// The outcomes of Add.
const (
	Added     Status = "added"
	Updated   Status = "updated"
	Unchanged Status = "unchanged"
)

// Outcome reports one briefing that was added.
type Outcome struct {
	Meta
	Status     Status  `json:"status"`
	Passages   int     `json:"passages"`
	Similarity float64 `json:"similarity"`        // of the two texts, 0..1; 0 for one language
	Dropped    int     `json:"confirmed_dropped"` // confirmed turns that changed and were aligned anew
}

// NotTranslations is the error for two texts that do not render each other.
type NotTranslations struct {
	En, Zh     string
	Similarity float64
}

// Error names both files and what can be done.
func (e *NotTranslations) Error() string {
	return fmt.Sprintf("%s and %s do not look like one event in two languages (similarity %.2f); check the pair, or add it with --force", e.En, e.Zh, e.Similarity)
}

// Add puts a briefing into the library: one text, or two of one event. A text
// that comes alone is joined with its counterpart if the library has that. Add
// aligns the texts, keeps what a person confirmed in an earlier alignment as far
// as the turns stayed the same, and writes the briefing's folder. The index
// follows with Refresh. With force, two texts that do not look like translations
// are taken all the same. Add may be called from several goroutines.
func (w *Writer) Add(en, zh *Input, force bool) (Outcome, error) {
	en, zh, err := w.both(en, zh)
	if err != nil {
		return Outcome{}, err
	}
	b, err := Understand(en, zh)
	if err != nil {
		return Outcome{}, err
	}
	old := w.claim(b, en, zh)
	if old != nil && w.same(old, en, zh) {
		return w.outcome(*old, Unchanged)
	}
	keep, dropped, err := w.confirmed(old, b)
	if err != nil {
		return Outcome{}, err
	}
	a, err := align.Briefing(b, align.Options{Keep: keep})
	if err != nil {
		return Outcome{}, fmt.Errorf("aligning %s: %w", b.ID, err)
	}
	if en != nil && zh != nil && !force && a.Similarity < align.Translations {
		w.release(b.ID)
		return Outcome{}, &NotTranslations{en.Path, zh.Path, a.Similarity}
	}
	o, err := w.put(b, a, en, zh, old)
	o.Dropped = dropped
	if err == nil {
		err = w.dropSingles(b.ID, en, zh)
	}
	return o, err
}

// both looks for the counterpart of a text that comes alone.
func (w *Writer) both(en, zh *Input) (*Input, *Input, error) {
	var err error
	switch {
	case en == nil:
		en, err = w.partner(zh)
	case zh == nil:
		zh, err = w.partner(en)
	}
	return en, zh, err
}

// dropSingles removes the one-language briefing that a text made before it was
// joined with its counterpart under id.
func (w *Writer) dropSingles(id string, en, zh *Input) error {
	if en == nil || zh == nil {
		return nil
	}
	for _, in := range []*Input{en, zh} {
		if m := w.earlier(in); m != nil && m.ID != id && m.source(other(in.Text.Lang)) == nil {
			if err := w.Remove(m.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

// confirmed is what a person confirmed in the alignment of the earlier version,
// as far as it holds for the new one, and how many turns no longer do. An
// alignment file that cannot be read is an error: it may hold a person's work.
func (w *Writer) confirmed(old *Meta, fresh *corpus.Briefing) (keep *align.Alignment, dropped int, err error) {
	if old == nil {
		return nil, 0, nil
	}
	if raw, err := w.read(old.ID, alignmentFile); raw == nil {
		return nil, 0, err
	}
	a, err := w.readAlignment(old.ID)
	if err != nil {
		return nil, 0, fmt.Errorf("%w; correct the line, or delete the file to have the texts aligned anew", err)
	}
	for _, t := range a.Turns {
		if t.Confirmed {
			dropped++
		}
	}
	if dropped == 0 {
		return nil, 0, nil
	}
	b, err := w.Briefing(old.ID)
	if err != nil {
		return nil, dropped, nil // a text is missing: there is nothing to hold the turns against
	}
	if err := a.Check(b); err != nil {
		return nil, 0, fmt.Errorf("%s: %w; correct it, or delete the file to have the texts aligned anew", w.name(old.ID, alignmentFile), err)
	}
	keep = a.Carry(b, fresh)
	return keep, dropped - len(keep.Turns), nil
}

// Understand makes a briefing of one or two transcripts.
func Understand(en, zh *Input) (*corpus.Briefing, error) {
	var b *corpus.Briefing
	switch {
	case en == nil && zh == nil:
		return nil, errors.New("adding: there is no text")
	case en == nil:
		b = corpus.Single(zh.Text)
		b.SetID(fallbackID(zh.Path))
	case zh == nil:
		b = corpus.Single(en.Text)
		b.SetID(fallbackID(en.Path))
	default:
		if err := corpus.Plausible(en.Text, zh.Text); err != nil {
			return nil, fmt.Errorf("pairing %s with %s: %w", en.Path, zh.Path, err)
		}
		b = corpus.Pair(en.Text, zh.Text)
		b.SetID(fallbackID(en.Path))
	}
	return b, nil
}

// fallbackID names a briefing without a title after its file, or after the
// folder where the file is only called en or zh.
func fallbackID(path string) string {
	stem := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	switch strings.ToLower(stem) {
	case "en", "zh", "cn", "chinese", "english":
		return filepath.Base(filepath.Dir(path))
	}
	return stem
}

// claim settles the briefing's ID: that of the briefing the same files made
// before, or else its own, made unique. It returns the earlier metadata, if any.
func (w *Writer) claim(b *corpus.Briefing, en, zh *Input) *Meta {
	w.mu.Lock()
	defer w.mu.Unlock()
	base := b.ID
	for _, in := range []*Input{en, zh} {
		if in == nil {
			continue
		}
		if m := w.earlier(in); m != nil && !w.claimed[m.ID] {
			b.ID, w.claimed[m.ID] = m.ID, true
			return m
		}
	}
	for n := 2; ; n++ {
		m, err := w.Meta(b.ID)
		taken := w.claimed[b.ID] || (err == nil && !sameTexts(&m, en, zh))
		if !taken {
			break
		}
		b.ID = base + "-" + strconv.Itoa(n)
	}
	w.claimed[b.ID] = true
	if m, err := w.Meta(b.ID); err == nil {
		return &m
	}
	return nil
}

func (w *Writer) release(id string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.claimed, id)
}

// sameTexts tells whether any text of m is the one in en or zh, wherever it lay.
func sameTexts(m *Meta, en, zh *Input) bool {
	return (m.En != nil && en != nil && m.En.SHA256 == checksum([]byte(en.Raw))) ||
		(m.Zh != nil && zh != nil && m.Zh.SHA256 == checksum([]byte(zh.Raw)))
}

// same tells whether m was made of exactly these texts and stands undamaged.
func (w *Writer) same(m *Meta, en, zh *Input) bool {
	for _, side := range []struct {
		had  *Source
		has  *Input
		file string
	}{{m.En, en, enFile}, {m.Zh, zh, zhFile}} {
		if (side.had == nil) != (side.has == nil) {
			return false
		}
		if side.had == nil {
			continue
		}
		filed, err := w.read(m.ID, side.file)
		if err != nil || checksum(filed) != side.had.SHA256 || string(filed) != side.has.Raw {
			return false
		}
	}
	b, err := w.Briefing(m.ID)
	if err != nil {
		return false
	}
	_, err = w.Alignment(m.ID, b)
	return err == nil
}

func (w *Writer) put(b *corpus.Briefing, a *align.Alignment, en, zh *Input, old *Meta) (Outcome, error) {
	status := Added
	if old != nil {
		status = Updated
	}
	m := Meta{ID: b.ID, Date: b.Date, Title: b.Title, Organisation: b.Organisation, Cast: b.Cast}
	files := map[string][]byte{}
	m.En = fileText(files, enFile, "en.orig", en)
	m.Zh = fileText(files, zhFile, "zh.orig", zh)
	_, exchanges := index.Passages(b, a)
	m.Exchanges = len(exchanges)
	var err error
	if files[metaFile], err = marshal(m); err != nil {
		return Outcome{}, fmt.Errorf("writing briefing %s: %w", b.ID, err)
	}
	var ladder bytes.Buffer
	if err := a.Write(&ladder, b); err != nil {
		return Outcome{}, fmt.Errorf("writing briefing %s: %w", b.ID, err)
	}
	files[alignmentFile] = ladder.Bytes()
	if err := w.putFolder(b.ID, files); err != nil {
		return Outcome{}, err
	}
	return Outcome{Meta: m, Status: status, Passages: a.Beads(), Similarity: a.Similarity}, nil
}

func (w *Writer) outcome(m Meta, s Status) (Outcome, error) {
	a, err := w.readAlignment(m.ID)
	if err != nil {
		return Outcome{}, err
	}
	return Outcome{Meta: m, Status: s, Passages: a.Beads(), Similarity: a.Similarity}, nil
}

// fileText adds a text, and its imported bytes where they differ, to files.
func fileText(files map[string][]byte, name, orig string, in *Input) *Source {
	if in == nil {
		return nil
	}
	files[name] = []byte(in.Raw)
	if !bytes.Equal(files[name], in.Bytes) {
		files[orig] = in.Bytes
	}
	retrieved := in.Retrieved
	if retrieved.IsZero() {
		retrieved = time.Now()
	}
	s := &Source{
		Path:      in.Path,
		SHA256:    checksum(files[name]),
		Retrieved: retrieved.UTC().Format(time.RFC3339),
		Converted: in.Converted,
		Turns:     len(in.Text.Turns),
	}
	for _, t := range in.Text.Turns {
		if t.Kind == corpus.Question {
			s.Questions++
		}
	}
	for _, span := range in.Text.Unspoken() {
		s.Loose += 1 + strings.Count(span.In(in.Raw), "\n")
	}
	return s
}

func marshal(v any) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(v)
	return buf.Bytes(), err
}
