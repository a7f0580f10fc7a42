package index

import (
	"fmt"
	"strings"

	"parley/align"
	"parley/corpus"
	"parley/segment"
)

// Passages lays a briefing and its alignment out as passages, in order of
// speaking, and as exchanges. A briefing with one text needs no alignment: each
// sentence is a passage of its own. Lines that belong to no turn come last, as notes.
func Passages(b *corpus.Briefing, a *align.Alignment) ([]Passage, []Exchange) {
	build := builder{briefing: b, turns: turnBeads(b, a)}
	merged := make([]corpus.Turn, len(build.turns))
	for i, tb := range build.turns {
		merged[i] = build.merge(tb)
	}
	exchanges := build.exchanges(corpus.Exchanges(merged))
	for i, tb := range build.turns {
		build.turn(i, tb, merged[i])
	}
	build.unattributed(segment.English, b.En)
	build.unattributed(segment.Chinese, b.Zh)
	for i := range build.passages {
		build.passages[i].seq = i
	}
	return build.passages, exchanges
}

// turnBeads is the ladder of a, or for a single text one bead for each turn
// and for each sentence.
func turnBeads(b *corpus.Briefing, a *align.Alignment) []align.TurnBead {
	if a != nil && len(a.Turns) > 0 {
		return a.Turns
	}
	text, side := b.En, left
	if text == nil {
		text, side = b.Zh, right
	}
	if text == nil {
		return nil
	}
	beads := make([]align.TurnBead, len(text.Turns))
	for i, t := range text.Turns {
		beads[i].Bead = side(i)
		for s := range t.Sentences {
			beads[i].Sentences = append(beads[i].Sentences, side(s))
		}
	}
	return beads
}

func left(i int) align.Bead  { return align.Bead{Left: []int{i}} }
func right(i int) align.Bead { return align.Bead{Right: []int{i}} }

type builder struct {
	briefing *corpus.Briefing
	turns    []align.TurnBead
	exchange map[int]string     // turn bead -> exchange
	asker    map[string]Speaker // by exchange
	passages []Passage
}

// merge makes one turn of a bead of turns, for its kind and speaker: what the
// left side does not tell, the right side may.
func (bu *builder) merge(tb align.TurnBead) corpus.Turn {
	turn := firstTurn(bu.briefing.En, tb.Left)
	other := firstTurn(bu.briefing.Zh, tb.Right)
	switch {
	case vague(turn.Kind) && other.Kind != "" && !(turn.Kind == corpus.Remark && vague(other.Kind)):
		turn.Kind = other.Kind
	case other.Kind == corpus.Question && turn.Outlet == "" && other.Outlet != "":
		turn.Kind = other.Kind // only the right side knows the name for an outlet's
	case turn.Kind == corpus.Opening && other.Kind == corpus.Answer:
		turn.Kind = other.Kind // only the right side knew the turn before for a question
	}
	if speaker := bu.speaker(tb); speaker.ID != "" {
		turn.Speaker = speaker.ID // the same in both languages, unlike the name
	} else if turn.Speaker == "" {
		turn.Speaker = other.Speaker
	}
	if turn.Role == "" {
		turn.Role = other.Role
	}
	if turn.Outlet == "" {
		turn.Outlet = other.Outlet
	}
	turn.Chair = turn.Chair || other.Chair
	return turn
}

// vague kinds are those a parser falls back on.
func vague(k corpus.Kind) bool { return k == "" || k == corpus.Remark || k == corpus.Note }

func firstTurn(text *corpus.Text, turns []int) corpus.Turn {
	if text == nil || len(turns) == 0 {
		return corpus.Turn{}
	}
	return text.Turns[turns[0]]
}

// speaker asks the cast, then what the turns themselves say.
func (bu *builder) speaker(tb align.TurnBead) Speaker {
	s := Speaker{}
	if len(tb.Left) > 0 {
		s = bu.known(segment.English, tb.Left[0])
	}
	if len(tb.Right) > 0 {
		zh := bu.known(segment.Chinese, tb.Right[0])
		if s.ID == "" {
			s.ID = zh.ID
		}
		s.Name = fill(s.Name, zh.Name)
		s.Role = fill(s.Role, zh.Role)
		s.Outlet = fill(s.Outlet, zh.Outlet)
	}
	return s
}

func (bu *builder) known(lang segment.Lang, turn int) Speaker {
	if c, ok := bu.briefing.Speaker(lang, turn); ok {
		return Speaker{ID: c.ID, Name: c.Name, Role: c.Role, Outlet: c.Outlet}
	}
	t := bu.text(lang).Turns[turn]
	return Speaker{Name: inLanguage(lang, t.Speaker), Role: inLanguage(lang, t.Role), Outlet: inLanguage(lang, t.Outlet)}
}

func (bu *builder) text(lang segment.Lang) *corpus.Text {
	if lang == segment.Chinese {
		return bu.briefing.Zh
	}
	return bu.briefing.En
}

func fill(b, from corpus.Bilingual) corpus.Bilingual {
	if b.En == "" {
		b.En = from.En
	}
	if b.Zh == "" {
		b.Zh = from.Zh
	}
	return b
}

func inLanguage(lang segment.Lang, s string) corpus.Bilingual {
	if lang == segment.Chinese {
		return corpus.Bilingual{Zh: s}
	}
	return corpus.Bilingual{En: s}
}

// exchanges names the exchanges and notes which turn beads are in which.
func (bu *builder) exchanges(found []corpus.Exchange) []Exchange {
	bu.exchange, bu.asker = map[int]string{}, map[string]Speaker{}
	var out []Exchange
	for i, e := range found {
		x := Exchange{ID: fmt.Sprintf("%s#q%d", bu.briefing.ID, i+1)}
		x.Questions = bu.join(x.ID, e.Questions)
		x.Answers = bu.join(x.ID, e.Answers)
		x.Handover = bu.join(x.ID, e.Handover)
		out = append(out, x)
		if len(e.Questions) > 0 {
			asker := bu.speaker(bu.turns[e.Questions[0]])
			asker.Role = corpus.Bilingual{} // who asked is told by name and outlet
			bu.asker[x.ID] = asker
		}
	}
	return out
}

func (bu *builder) join(exchange string, turns []int) []string {
	var ids []string
	for _, t := range turns {
		bu.exchange[t] = exchange
		ids = append(ids, bu.turnID(t))
	}
	return ids
}

func (bu *builder) turnID(i int) string { return fmt.Sprintf("%s#t%d", bu.briefing.ID, i+1) }

func turnOf(passage string) string {
	if i := strings.LastIndexByte(passage, '.'); i > strings.LastIndexByte(passage, '#') {
		return passage[:i]
	}
	return passage
}

// turn adds the passages of one bead of turns.
func (bu *builder) turn(i int, tb align.TurnBead, merged corpus.Turn) {
	en := sentencesOf(bu.briefing.En, tb.Left)
	zh := sentencesOf(bu.briefing.Zh, tb.Right)
	for s, bead := range tb.Sentences {
		p := bu.passage(fmt.Sprintf("%s.s%d", bu.turnID(i), s+1))
		p.Exchange = bu.exchange[i]
		p.Speaker, p.Kind = bu.speaker(tb), merged.Kind
		if len(tb.Left)+len(tb.Right) > 2 {
			own := within(en, bead.Left, zh, bead.Right)
			if p.Speaker = bu.speaker(own); p.Speaker.ID != bu.speaker(tb).ID {
				p.Kind = bu.merge(own).Kind
			}
		}
		if p.Kind == corpus.Answer {
			p.AskedBy = bu.asker[p.Exchange]
		}
		p.Confidence = bead.Confidence
		p.En.Text = sideText(bu.briefing.En, en, bead.Left)
		p.Zh.Text = sideText(bu.briefing.Zh, zh, bead.Right)
		switch {
		case len(bead.Left) == 0:
			p.Missing = segment.English
		case len(bead.Right) == 0:
			p.Missing = segment.Chinese
		}
		bu.passages = append(bu.passages, p)
	}
}

// within names the turns that a bead's first sentences stand in: where a bead
// of turns joins several, not all need have the same speaker.
func within(en []sentence, left []int, zh []sentence, right []int) align.TurnBead {
	var own align.TurnBead
	if len(left) > 0 {
		own.Left = []int{en[left[0]].turn}
	}
	if len(right) > 0 {
		own.Right = []int{zh[right[0]].turn}
	}
	return own
}

func (bu *builder) passage(id string) Passage {
	b := bu.briefing
	return Passage{
		ID: id, Briefing: b.ID, Date: b.Date, Title: b.Title, Organisation: b.Organisation,
		URL: corpus.Bilingual{En: webAddress(b.Source.En), Zh: webAddress(b.Source.Zh)},
	}
}

func webAddress(source string) string {
	if strings.HasPrefix(source, "http://") || strings.HasPrefix(source, "https://") {
		return source
	}
	return ""
}

// unattributed adds the lines of a text that belong to no turn: BRIEFING#en1, #en2, …
func (bu *builder) unattributed(lang segment.Lang, text *corpus.Text) {
	if text == nil {
		return
	}
	for i, span := range text.Unattributed {
		p := bu.passage(fmt.Sprintf("%s#%s%d", bu.briefing.ID, lang, i+1))
		p.Kind = corpus.Note
		p.Side(lang).Text = strings.TrimSpace(span.In(text.Raw))
		bu.passages = append(bu.passages, p)
	}
}
