package index

import (
	"encoding/json"
	"fmt"

	"parley/corpus"
	"parley/segment"
)

// Passage is the unit of a hit: the sentences of one bead, in both languages,
// with who said them, when, and in answer to what.
type Passage struct {
	ID           string           `json:"id"` // BRIEFING#t12.s3: third bead of the twelfth turn bead, counting from one
	Briefing     string           `json:"briefing"`
	Date         string           `json:"date"`
	Title        corpus.Bilingual `json:"title"`
	Organisation corpus.Bilingual `json:"organisation"`
	Speaker      Speaker          `json:"speaker"`
	Kind         corpus.Kind      `json:"kind"`
	Exchange     string           `json:"exchange"`          // BRIEFING#q4, "" outside any
	AskedBy      Speaker          `json:"asked_by,omitzero"` // of an answer: who asked
	En           Side             `json:"en"`
	Zh           Side             `json:"zh"`
	Confidence   float64          `json:"confidence"`
	Missing      segment.Lang     `json:"missing,omitempty"` // the language that has no counterpart
	Tier         Tier             `json:"tier,omitempty"`
	URL          corpus.Bilingual `json:"url"` // empty where the text did not come from the web

	seq int // place in the briefing, from 0; the index alone knows it
}

// Turn is the ID of the turn the passage belongs to: BRIEFING#t12.
func (p *Passage) Turn() string { return turnOf(p.ID) }

// Side returns the text of one language.
func (p *Passage) Side(lang segment.Lang) *Side {
	if lang == segment.Chinese {
		return &p.Zh
	}
	return &p.En
}

// Speaker says who speaks in a passage. ID is "" where that is not known.
type Speaker struct {
	ID     string           `json:"id"`
	Name   corpus.Bilingual `json:"name"`
	Role   corpus.Bilingual `json:"role"`
	Outlet corpus.Bilingual `json:"outlet"`
}

// Side is one language's half of a passage.
//
// Text is the bytes of the transcript from the first sentence to the last,
// where these follow each other within one paragraph. Otherwise it is the
// sentences joined: with a space within a paragraph, a newline across.
type Side struct {
	Text  string `json:"text"`
	Marks Marks  `json:"marks"` // what matched, as byte offsets into Text
}

// Marks are spans in order, neither overlapping nor touching. In JSON each is a
// pair [start, end].
type Marks []segment.Span

// MarshalJSON writes [[start,end],…].
func (m Marks) MarshalJSON() ([]byte, error) {
	pairs := make([][2]int, len(m))
	for i, s := range m {
		pairs[i] = [2]int{s.Start, s.End}
	}
	return json.Marshal(pairs)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (m *Marks) UnmarshalJSON(b []byte) error {
	var pairs [][2]int
	if err := json.Unmarshal(b, &pairs); err != nil {
		return fmt.Errorf("reading marks: %w", err)
	}
	*m = nil
	for _, p := range pairs {
		*m = append(*m, segment.Span{Start: p[0], End: p[1]})
	}
	return nil
}

// Exchange is a question with its answers, as the IDs of the turns in it.
type Exchange struct {
	ID        string
	Questions []string
	Answers   []string
	Handover  []string
}

// ExchangeHit is an exchange that was found: all its passages, with the matches
// marked. A turn outside any exchange (an opening statement, a closing remark)
// is found as a hit without a question, whose only answer holds the passages that match.
type ExchangeHit struct {
	ID       string           `json:"id"` // BRIEFING#q4, or BRIEFING#t1 outside any exchange
	Briefing string           `json:"briefing"`
	Date     string           `json:"date"`
	Title    corpus.Bilingual `json:"title"`
	Kind     corpus.Kind      `json:"kind"` // question for an exchange, else the kind of the turn
	Question []Passage        `json:"question"`
	Answers  []Answer         `json:"answers"`
	Matches  []string         `json:"matches"` // IDs of the passages that match
	Tier     Tier             `json:"tier"`
}

// Answer is what one speaker said in one turn.
type Answer struct {
	Speaker  Speaker   `json:"speaker"`
	Turn     string    `json:"turn"`
	Passages []Passage `json:"passages"`
}

// Tier tells how much of a query had to be let go for a hit to be found.
type Tier string

// The tiers, best first.
const (
	InPassage  Tier = "passage"  // the passage matches the whole query
	InTurn     Tier = "turn"     // its turn does, taken as a whole
	InExchange Tier = "exchange" // its exchange does, taken as a whole
	AnyWord    Tier = "any"      // it matches at least one word of the query, perhaps in the other language
)
