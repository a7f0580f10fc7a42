// Package corpus reads transcripts: bytes are decoded into a [Text] of turns,
// turns are joined into exchanges, and the two language versions of one event
// become a [Briefing] with a cast in both scripts. A [Store] keeps briefings as
// plain files in a folder.
//
// corpus does not know that a text was translated or found: sentence
// correspondences are package align's, search is package index's.
package corpus

import "parley/segment"

// Kind is what a turn is for.
type Kind string

// The kinds of turn. A chair's hand-over is a Remark; a caption, stage
// direction or time stamp standing between turns is a Note.
const (
	Opening  Kind = "opening"
	Question Kind = "question"
	Answer   Kind = "answer"
	Remark   Kind = "remark"
	Note     Kind = "note"
)

// Bilingual is a short text in both languages; either may be empty.
type Bilingual struct {
	En string `json:"en,omitempty"`
	Zh string `json:"zh,omitempty"`
}

// Text is one language version of a transcript. All spans are byte offsets
// into Raw, in order and not overlapping.
type Text struct {
	Lang         segment.Lang
	Raw          string         // UTF-8, exactly as stored
	Title        string         // "" where none was found
	Date         string         // of the event, ISO 8601 (2025-07-14), "" where not told
	Organisation string         // who holds the briefing, "" where not told
	Cast         []Person       // people the header introduces, in order
	Turns        []Turn         // in order of speaking
	Header       []segment.Span // lines understood as head or foot matter: title, date, cast list, pager
	Unattributed []segment.Span // lines with words that belong to no turn, kept and reported

	published bool // Date is that of publication, for want of a better one
}

// Person is one speaker as a single text names them.
type Person struct {
	Name  string // without Mr., Ms., 先生
	Role  string // office as the text states it
	Chair bool
}

// Turn is an uninterrupted piece of speech by one speaker. Consecutive labelled
// paragraphs of the same speaker are one turn.
type Turn struct {
	Label      segment.Span // the (first) label as written; empty where the turn has none
	Speaker    string       // name, resolved against the cast where that is certain; "" unknown
	Role       string       // office, where stated
	Outlet     string       // the medium a journalist works for
	Kind       Kind
	Chair      bool
	Paragraphs []segment.Span // the spoken text, labels excluded
	Sentences  []segment.Span // of all paragraphs, in order; they cover every non-space byte of them
	Repeats    []segment.Span // the label written again over later paragraphs of the turn
	Notes      []segment.Span // captions, "(Laughter)", time stamps inside the turn: not speech
}

// Exchange is a question with all its answers, as indices into a list of turns.
// Handover holds the chair's remarks that introduce or follow it.
type Exchange struct {
	Questions []int
	Answers   []int
	Handover  []int
}

// Briefing is one event, with one or two texts, and who spoke in it.
type Briefing struct {
	ID           string
	Date         string
	Title        Bilingual
	Organisation Bilingual
	Cast         []Speaker
	Source       Bilingual // where each text came from: a path or URL
	En, Zh       *Text     // nil where that language is missing

	speaks map[*Text][]int // by turn: who speaks, as an index into Cast; -1 not told
}

// Speaker is one member of the cast, known by either language's name.
type Speaker struct {
	ID     string    `json:"id"` // a slug, stable within the library: wang-lingjun
	Name   Bilingual `json:"name"`
	Role   Bilingual `json:"role"`
	Outlet Bilingual `json:"outlet"`
	Chair  bool      `json:"chair,omitempty"`
}
