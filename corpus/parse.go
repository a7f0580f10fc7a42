package corpus

import (
	"errors"

	"parley/segment"
)

// How a page becomes turns.
//
// Thirty organisations print transcripts in as many ways, but all of them do
// the same thing: they put the speaker's name, office or medium at the start of
// a line and set it off by a colon, brackets or a heading. So there is one
// reader, and the page itself decides what counts:
//
//  1. Every line is looked at for words that could be a label (label.go), and
//     the words for what they say: a name, an office, an outlet, "Question"
//     (identity*.go). This yields a proof: sure, fair, weak or none.
//  2. The page's habit decides (habit.go). A sure label stands by itself. A
//     fair one needs labels of the same form elsewhere on the page, a weak one
//     must be repeated as well. "Let me make clear here:", "First, three
//     points:" and "会议指出：" have no proof at all; "10:30" is no label.
//  3. Lines before the first label are the head (header.go): title, date, cast.
//     Lines after it belong to the turn above them, unless they are notes or
//     the site's own matter (notes.go).
//  4. Short labels are resolved against the cast and the longer labels
//     (roster.go), paragraphs become turns (turns.go), and the parts that
//     speakers play give each turn its kind (kinds.go).
//
// Nothing is dropped: each line with words on it is in exactly one of Header,
// Unattributed, or a turn's Label, Repeats, Paragraphs and Notes. On a page
// without any label every paragraph is a turn without a speaker, so that it can
// still be aligned and searched, and take its speakers from the other language;
// Unspoken reports its lines with the unattributed ones.
// All steps take time in proportion to the length of the page.

// ErrLanguage says that a text is neither English nor Chinese.
var ErrLanguage = errors.New("the text is neither English nor Chinese: Parley reads these two languages only")

// Parse reads one language version of a transcript. raw is kept as it is.
func Parse(raw string) (*Text, error) {
	lang := segment.Detect(raw)
	if lang == segment.Unknown {
		return nil, ErrLanguage
	}
	t := &Text{Lang: lang, Raw: raw}
	rows := readRows(raw)
	h := &header{}
	rows = t.foot(h, rows)
	if body := firstLabel(rows); body < len(rows) {
		t.head(h, rows[:body])
		t.body(h, rows[body:])
	} else {
		t.unlabelled(h, rows)
	}
	t.Title, t.Organisation = h.title, h.org
	t.Date, t.published = h.eventDate()
	t.Cast = h.cast
	t.order()
	return t, nil
}

func firstLabel(rows []row) int {
	for i, r := range rows {
		if r.label != nil {
			return i
		}
	}
	return len(rows)
}

// maxFoot is how many lines at the end may be foot matter.
const maxFoot = 12

// foot takes off the site's own lines, and a date among them, at the end.
func (t *Text) foot(h *header, rows []row) []row {
	n := len(rows)
	for n > 0 && len(rows)-n < maxFoot && rows[n-1].label == nil && isFoot(rows[n-1].In(t.Raw)) {
		n--
	}
	for _, r := range rows[n:] {
		h.date(aloneOn, r.In(t.Raw))
		t.Header = append(t.Header, r.Span)
	}
	return rows[:n]
}

func isFoot(s string) bool {
	if isStamp(s) { // belongs to the post above it
		return false
	}
	date, at := findDate(s)
	return isChrome(s) || date != "" && len(s) < at[1]-at[0]+20
}

// head sorts the lines before the first turn.
func (t *Text) head(h *header, rows []row) {
	for _, r := range rows {
		if h.read(r.In(t.Raw)) || r.headline {
			t.Header = append(t.Header, r.Span)
		} else {
			t.Unattributed = append(t.Unattributed, r.Span)
		}
	}
	if p, ok := soleSpeaker(h.title); ok {
		h.add(p)
	}
}

// unlabelled makes turns of the paragraphs of a page that names no speaker. Only
// the lines at the top that are surely head matter are taken for that.
func (t *Text) unlabelled(h *header, rows []row) {
	n := 0
	for n < len(rows) && len(rows[n].In(t.Raw)) < maxNote && h.read(rows[n].In(t.Raw)) {
		t.Header = append(t.Header, rows[n].Span)
		n++
	}
	b := builder{text: t, head: h}
	for _, r := range rows[n:] {
		if last := len(b.turns) - 1; last < 0 || len(b.turns[last].Paragraphs) > 0 {
			b.open(identity{}, segment.Span{})
		}
		b.line(r.Span)
	}
	for _, turn := range b.turns {
		turn.Kind = pick(len(turn.Paragraphs) > 0, Remark, Note)
		turn.sentences(t)
		t.Turns = append(t.Turns, turn)
	}
}

// body builds the turns.
func (t *Text) body(h *header, rows []row) {
	t.Cast = h.cast
	r := newRoster(h.cast, rows)
	b := builder{text: t, head: h, roster: r}
	for _, row := range rows {
		b.row(row)
	}
	t.Turns = b.turns
	for i := range t.Turns {
		t.Turns[i].sentences(t)
	}
	assignKinds(t, b.who)
}

// Unspoken gives the lines of t that no speaker is known to have said: the
// unattributed ones, and the paragraphs of a turn without a label.
func (t *Text) Unspoken() []segment.Span {
	out := append([]segment.Span(nil), t.Unattributed...)
	for _, turn := range t.Turns {
		if turn.Label.Len() == 0 {
			out = append(out, turn.Paragraphs...)
		}
	}
	return out
}
