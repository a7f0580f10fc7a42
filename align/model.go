// Package align finds which turn and which sentence translates which.
//
// Start with [Briefing], which aligns the two texts of an event (turns first,
// then sentences inside matched turns), or [Sentences], which aligns two plain
// lists. [Score] compares an alignment with a gold standard.
package align

// Bead says that the sentences Left and the sentences Right translate each
// other (an m-n bead). Either side may be empty: a sentence left out of the
// other language. Indices are zero-based, ascending.
type Bead struct {
	Left, Right []int
	Confidence  float64 // 0..1; 0 for a null bead means "surely alone is not claimed"
}

// TurnBead is a bead of turns with the beads of the sentences inside it.
// Sentence indices count from the first sentence of the bead's first turn,
// through all its turns, on each side.
type TurnBead struct {
	Bead
	Confirmed bool // set by a person; never realigned
	Sentences []Bead
}

// Alignment is the whole ladder of a briefing: left is English, right Chinese.
// Every turn of each text is in exactly one TurnBead and every sentence in
// exactly one bead of it; beads do not cross.
type Alignment struct {
	Turns []TurnBead
}
