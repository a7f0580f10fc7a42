package segment

// Figure is a number in a text: its value and what it counts.
type Figure struct {
	Span
	Value   float64
	Unit    string // "" for a plain number
	Ordinal bool   // 第一, first
}

// Figures returns the numbers of text in order.
func Figures(text string) []Figure { return nil }
