package index

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2/index/scorch"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"parley/corpus"
	"parley/segment"
)

// A hit is read back from what the index stores, by bleve's document number:
// the texts as they are, the rest as one packed line. Reading a passage costs
// about 10 µs, so that whole exchanges can be shown; as JSON, looked up by ID,
// it would cost six times as much.

// snapshot is one view of an index.
type snapshot struct {
	*scorch.IndexSnapshot
	starts []uint64 // the first document number of each segment
}

func newSnapshot(r bleveindex.IndexReader) (*snapshot, error) {
	inner, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return nil, fmt.Errorf("reading the index: unexpected kind %T", r)
	}
	s := &snapshot{IndexSnapshot: inner}
	var start uint64
	for _, seg := range inner.Segments() {
		s.starts = append(s.starts, start)
		start += uint64(seg.FullSize())
	}
	return s, nil
}

// number finds a passage by its ID.
func (s *snapshot) number(id string) (uint64, error) {
	internal, err := s.InternalID(id)
	if err != nil {
		return 0, fmt.Errorf("reading passage %s: %w", id, err)
	}
	if internal == nil {
		return 0, fmt.Errorf("reading passage %s: %w", id, ErrNotFound)
	}
	return internal.Value(), nil
}

// visit calls f with each stored field of a document. The value must be copied.
func (s *snapshot) visit(number uint64, f func(name string, value []byte)) error {
	i := sort.Search(len(s.starts), func(i int) bool { return s.starts[i] > number }) - 1
	err := s.Segments()[i].VisitDocument(number-s.starts[i], func(name string, _ byte, value []byte, _ []uint64) bool {
		f(name, value)
		return true
	})
	if err != nil {
		return fmt.Errorf("reading a passage: %w", err)
	}
	return nil
}

// texts reads both sides of a passage.
func (s *snapshot) texts(number uint64) (*sides, error) {
	found := &sides{}
	err := s.visit(number, func(name string, value []byte) {
		switch name {
		case string(segment.English):
			found.en.text = string(value)
		case string(segment.Chinese):
			found.zh.text = string(value)
		}
	})
	return found, err
}

// passage reads a whole passage, without marks.
func (s *snapshot) passage(number uint64) (*Passage, error) {
	p := &Passage{}
	var bad error
	err := s.visit(number, func(name string, value []byte) {
		switch name {
		case "passage":
			bad = unpack(string(value), p)
		case string(segment.English), string(segment.Chinese):
			p.Side(segment.Lang(name)).Text = string(value)
		}
	})
	if err == nil {
		err = bad
	}
	if err != nil {
		return nil, err
	}
	p.En.Marks, p.Zh.Marks = Marks{}, Marks{}
	return p, nil
}

// separator stands between packed values; Unicode has it for this.
const separator = "\x1f"

// packed lists the parts of p that are kept as text, in a fixed order.
func packed(p *Passage) []*string {
	return []*string{
		&p.ID, &p.Briefing, &p.Date, (*string)(&p.Kind), &p.Exchange, (*string)(&p.Missing), &p.Speaker.ID,
		&p.Title.En, &p.Title.Zh, &p.Organisation.En, &p.Organisation.Zh, &p.URL.En, &p.URL.Zh,
		&p.Speaker.Name.En, &p.Speaker.Name.Zh, &p.Speaker.Role.En, &p.Speaker.Role.Zh, &p.Speaker.Outlet.En, &p.Speaker.Outlet.Zh,
		&p.AskedBy.ID, &p.AskedBy.Name.En, &p.AskedBy.Name.Zh, &p.AskedBy.Outlet.En, &p.AskedBy.Outlet.Zh,
	}
}

// pack writes everything but the texts, marks and tier.
func pack(p *Passage) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d%s%g", p.seq, separator, p.Confidence)
	for _, s := range packed(p) {
		b.WriteString(separator)
		b.WriteString(strings.ReplaceAll(*s, separator, " "))
	}
	return b.String()
}

func unpack(line string, p *Passage) error {
	values := strings.Split(line, separator)
	parts := packed(p)
	if len(values) != len(parts)+2 {
		return fmt.Errorf("reading a passage: %w", ErrOutdated)
	}
	var err, err2 error
	p.seq, err = strconv.Atoi(values[0])
	p.Confidence, err2 = strconv.ParseFloat(values[1], 64)
	if err != nil || err2 != nil {
		return fmt.Errorf("reading a passage: %w", ErrOutdated)
	}
	for i, s := range parts {
		*s = values[i+2]
	}
	return nil
}

// place is the column that orders and groups passages.
type place struct {
	briefing string
	seq      int
	id       string
	group    string
	kind     corpus.Kind
	date     string
}

func placeOf(p *Passage) place { return place{p.Briefing, p.seq, p.ID, groupOf(p), p.Kind, p.Date} }

func (p place) turn() string    { return turnOf(p.id) }
func (p place) inGroup() string { return p.group }

// String writes IDs without the briefing they all begin with.
func (p place) String() string {
	local := func(id string) string { return strings.TrimPrefix(id, p.briefing) }
	return fmt.Sprintf("%s\x00%06d\x00%s\x00%s\x00%s\x00%s", p.briefing, p.seq, local(p.id), local(p.group), p.kind, p.date)
}

func parsePlace(s string) place {
	f := strings.Split(s, "\x00")
	if len(f) != 6 {
		return place{}
	}
	seq, _ := strconv.Atoi(f[1])
	return place{f[0], seq, f[0] + f[2], f[0] + f[3], corpus.Kind(f[4]), f[5]}
}
