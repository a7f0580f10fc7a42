package index

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/mapping"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"parley/segment"
)

// One bleve document is one passage and carries both its languages. Its fields:
//
//	en        units of the English text: words and numbers in exact form, with positions
//	en.stem   the same in stems
//	zh        units of the Chinese text: characters and pairs of characters, words
//	          and numbers in other scripts, with positions
//	zh.word   its words as gse cuts them; no positions
//	num, pct  the values of figures on either side; pct those in percent
//	speaker   every form of the speaker's name (see names.go)
//	role, outlet, org, event   units of those short texts in both languages, and of the
//	          ID; the outlet of an answer is the one that asked
//	briefing, turn, group      IDs; group is the exchange, or the turn outside any
//	kind, missing              as in [Passage]
//	day       the date as a number, 20250714
//	align     the confidence, to two digits
//	seq       the place in the briefing
//	place     briefing, turn, kind and place as one sortable value, read back by
//	          column: how equal scores are ordered and passages are grouped
//	f.*       values counted by facets, by column
//	passage   everything but the texts, packed, stored (stored.go); en and zh are stored too
//
// Chinese is indexed twice. Of dictionary words alone a quarter of all matches is
// lost, because the word looked for sits inside a longer one (审计 in
// 审计工作规定); characters find them all. The words serve to rank, a whole word
// before part of one, and their list serves to cut an unspaced query (split.go),
// so that no query ever loads gse's dictionary.
//
// Numbers are terms that sort as the numbers do. bleve's own number fields would
// look thousands of terms up for one range of figures.
//
// Texts are analysed here and handed over as finished terms: no analyzer is
// registered with bleve or named in the index, and opening one builds none.
// Marks are found anew on the stored text (match.go), so bleve keeps positions
// but no byte offsets, and the body fields have no columns (DocValues).
//
// Scores are BM25. bleve takes the number of distinct terms over the number of
// documents for the mean length of a field, which is about 1 and makes length
// drown everything else; the true lengths are kept beside the stamps and given to it.

// analysisVersion changes whenever the same briefing would be indexed otherwise
// than before. An index of another version is rebuilt.
const analysisVersion = "6"

// How fields are kept.
const (
	positioned = bleveindex.IndexField | bleveindex.IncludeTermVectors
	plain      = bleveindex.IndexField | bleveindex.SkipFreqNorm
	counted    = bleveindex.IndexField
	column     = bleveindex.IndexField | bleveindex.DocValues | bleveindex.SkipFreqNorm
	stored     = bleveindex.StoreField
	// direct is a column read a value at a time, not by blocks of a thousand. The
	// two options go together: with the first alone, merging garbles the column.
	direct = column | bleveindex.SkipDVCompression | bleveindex.SkipDVChunking
)

func newMapping() *mapping.IndexMappingImpl {
	m := bleve.NewIndexMapping()
	m.ScoringModel = bleveindex.BM25Scoring
	m.IndexDynamic, m.StoreDynamic, m.DocValuesDynamic = false, false, false
	return m
}

// lengths sums the terms indexed in each scored field.
type lengths struct {
	En    atomic.Int64
	Stem  atomic.Int64
	Zh    atomic.Int64
	Words atomic.Int64
}

// toDocument makes the bleve document of a passage; what its fields hold is
// analysed later, on bleve's own goroutines.
func toDocument(p *Passage, n *lengths) *document.Document {
	d := builderOf(p.ID)
	d.field("passage", stored, []byte(pack(p)), nil)
	d.text("en", positioned|stored, p.En.Text, exactTerms, &n.En)
	d.text("en.stem", positioned, p.En.Text, stemTerms, &n.Stem)
	d.text("zh", positioned|stored, p.Zh.Text, exactTerms, &n.Zh)
	d.text("zh.word", counted, p.Zh.Text, wordTerms, &n.Words)
	d.figures(p)
	d.terms("speaker", plain, nameForms(p.Speaker)...)
	d.text("role", positioned, p.Speaker.Role.En+"\n"+p.Speaker.Role.Zh, exactTerms, nil)
	d.text("outlet", positioned, strings.Join([]string{p.Speaker.Outlet.En, p.Speaker.Outlet.Zh, p.AskedBy.Outlet.En, p.AskedBy.Outlet.Zh}, "\n"), exactTerms, nil)
	d.text("org", positioned, p.Organisation.En+"\n"+p.Organisation.Zh, exactTerms, nil)
	d.text("event", positioned, p.Briefing, exactTerms, nil)
	d.terms("briefing", plain, p.Briefing)
	d.terms("turn", plain, p.Turn())
	d.terms("group", plain, groupOf(p))
	d.terms("kind", plain, string(p.Kind))
	d.terms("missing", plain, string(p.Missing))
	d.terms("place", direct, placeOf(p).String())
	d.number("align", math.Round(p.Confidence*100)/100)
	d.number("seq", float64(p.seq))
	if from, _, err := parseDay(p.Date); err == nil {
		d.number("day", from)
	}
	d.facets(p)
	return d.doc
}

// groupOf is what hits are grouped by: the exchange, else the turn.
func groupOf(p *Passage) string {
	if p.Exchange != "" {
		return p.Exchange
	}
	return p.Turn()
}

type documentBuilder struct{ doc *document.Document }

func builderOf(id string) documentBuilder { return documentBuilder{document.NewDocument(id)} }

func (d documentBuilder) field(name string, options bleveindex.FieldIndexingOptions, value []byte, a analysis.Analyzer) {
	d.doc.AddField(document.NewTextFieldCustom(name, nil, value, options, a))
}

func (d documentBuilder) text(name string, options bleveindex.FieldIndexingOptions, value string, terms termsFunc, n *atomic.Int64) {
	if strings.TrimSpace(value) != "" {
		d.field(name, options, []byte(value), analyzer{terms, n})
	}
}

// terms adds values that are found whole.
func (d documentBuilder) terms(name string, options bleveindex.FieldIndexingOptions, values ...string) {
	for _, v := range values {
		if v != "" {
			d.field(name, options, []byte(v), nil)
		}
	}
}

func (d documentBuilder) number(name string, value float64) {
	d.terms(name, plain, sortable(value))
}

// sortable writes a number so that the order of bytes is the order of numbers.
func sortable(v float64) string {
	b := math.Float64bits(v)
	if b>>63 == 1 {
		b = ^b
	} else {
		b |= 1 << 63
	}
	return fmt.Sprintf("%016x", b)
}

// rounded keeps nine digits, so that one value reckoned in two ways stays one.
func rounded(v float64) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 8, 64), 64)
	if err != nil {
		return v
	}
	return r + 0 // no negative zero
}

// figures adds the value of each figure once.
func (d documentBuilder) figures(p *Passage) {
	seen := map[string]bool{}
	for _, text := range []string{p.En.Text, p.Zh.Text} {
		for _, f := range segment.Figures(text) {
			field := figureField(f)
			value := rounded(f.Value)
			if key := field + sortable(value); field != "" && !seen[key] {
				seen[key] = true
				d.number(field, value)
			}
		}
	}
}

func (d documentBuilder) facets(p *Passage) {
	d.terms("f.speaker", column, labelled(p.Speaker.ID, p.Speaker.Name))
	d.terms("f.role", column, labelled("", p.Speaker.Role))
	d.terms("f.outlet", column, labelled("", p.Speaker.Outlet))
	d.terms("f.org", column, labelled("", p.Organisation))
	d.terms("f.kind", column, string(p.Kind))
	d.terms("f.date", column, p.Date)
	if len(p.Date) >= len("2025-07") {
		d.terms("f.year", column, p.Date[:4])
		d.terms("f.month", column, p.Date[:7])
	}
}

// termsFunc turns a text into what a field holds.
type termsFunc func(text string) []indexTerm

func exactTerms(text string) []indexTerm { return findingTerms(units(text)) }
func stemTerms(text string) []indexTerm  { return stems(units(text), text) }

// wordTerms are the words of two and more characters; single characters are in
// the other field already.
func wordTerms(text string) []indexTerm {
	var terms []indexTerm
	for i, w := range segment.Words(text) {
		if w.Kind == segment.Han && len([]rune(w.Text)) > 1 {
			terms = append(terms, indexTerm{w.Text, i})
		}
	}
	return terms
}

// analyzer hands finished terms to bleve.
type analyzer struct {
	terms termsFunc
	count *atomic.Int64
}

func (a analyzer) Analyze(text []byte) analysis.TokenStream {
	terms := a.terms(string(text))
	if a.count != nil {
		a.count.Add(int64(len(terms)))
	}
	tokens := make([]analysis.Token, len(terms))
	stream := make(analysis.TokenStream, len(terms))
	for i, t := range terms {
		tokens[i] = analysis.Token{Term: []byte(t.form), Position: t.pos + 1, Type: analysis.AlphaNumeric}
		stream[i] = &tokens[i]
	}
	return stream
}
