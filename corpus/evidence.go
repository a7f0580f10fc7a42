package corpus

import (
	"math"

	"parley/segment"
)

// What two texts say of themselves is weighed in points: a speaker who is in
// both gives 1 (up to 3), a date that both state 1, equal figures up to 3 by
// the share of those that agree, equal numbers of turns up to 1. A pair needs 2.5 points, and
// to be the best for both by half a point.

const (
	enough = 2.5
	margin = .5
	// maxFigured is how much of a text is searched for figures, and maxWeighed
	// how many texts of each language are compared with one another.
	maxFigured = 64 << 10
	maxWeighed = 500
)

// marks is what one text says of itself.
type marks struct {
	at      int
	text    *Text
	names   []string
	figures map[float64]bool
}

func marksOf(at int, t *Text) marks {
	m := marks{at: at, text: t, figures: map[float64]bool{}}
	for _, v := range voicesOf(t).voices {
		if v.name != "" && v.name != v.role {
			m.names = append(m.names, v.name)
		}
	}
	for _, f := range segment.Figures(limit(t.Raw, maxFigured)) {
		if f.Value > 12 { // small numbers are in every text
			m.figures[f.Value] = true
		}
	}
	return m
}

// byEvidence pairs what names have left over.
func (h *heap) byEvidence(skip []bool) {
	var en, zh []marks
	for i, s := range h.sources {
		switch {
		case skip[i] || h.partner[i] >= 0:
		case s.Text.Lang == segment.Chinese && len(zh) < maxWeighed:
			zh = append(zh, marksOf(i, s.Text))
		case s.Text.Lang == segment.English && len(en) < maxWeighed:
			en = append(en, marksOf(i, s.Text))
		}
	}
	points := make([][]float64, len(en))
	for i := range en {
		points[i] = make([]float64, len(zh))
		for j := range zh {
			points[i][j] = weigh(en[i], zh[j])
		}
	}
	for i := range en {
		for j := range zh {
			if bestBoth(points, i, j) {
				h.join(en[i].at, zh[j].at, "same date, speakers and figures")
			}
		}
	}
}

// weigh gives the points for one pair.
func weigh(en, zh marks) float64 {
	if Plausible(en.text, zh.text) != nil {
		return 0
	}
	p := math.Min(3, float64(meetings(en.names, zh.names)))
	if en.text.Date != "" && en.text.Date == zh.text.Date {
		p++
	}
	both := 0
	for f := range en.figures {
		if zh.figures[f] {
			both++
		}
	}
	if least := min(len(en.figures), len(zh.figures)); least >= 3 {
		p += 3 * float64(both) / float64(least)
	}
	a, b := float64(len(en.text.Turns)), float64(len(zh.text.Turns))
	if a > 2 && b > 2 {
		p += math.Max(0, 1-4*math.Abs(a-b)/math.Max(a, b))
	}
	return p
}

// bestBoth tells whether a pair has enough points and no rival near.
func bestBoth(points [][]float64, i, j int) bool {
	p := points[i][j]
	if p < enough {
		return false
	}
	for k := range points {
		if k != i && points[k][j] > p-margin {
			return false
		}
	}
	for k, q := range points[i] {
		if k != j && q > p-margin {
			return false
		}
	}
	return true
}
