package align

import (
	"math"
	"slices"
)

// The band is the part of the grid that the search visits. It is laid around
// anchors (anchors.go) or an earlier ladder. Between two anchors the whole
// rectangle is searched where that is small, so a long insertion on one side is
// followed wherever it leads; only a large rectangle, where no anchor was found,
// is narrowed to a corridor along its diagonal. So the band, and with it time
// and memory, grows linearly with the texts even where they have nothing in common.

// span is a range of columns; both ends are nodes of the band.
type span struct{ lo, hi int }

func (s span) holds(j int) bool { return s.lo <= j && j <= s.hi }

const (
	slack     = 10     // columns on each side of an anchor or path
	rowSlack  = 3      // rows around it: a long insertion may begin a little earlier or later
	wholeGrid = 15_000 // a grid up to this size is searched whole
	wholeGap  = 60_000 // so is a rectangle between two anchors

	leastCorridor, mostCorridor = 40, 120 // columns on each side of a larger rectangle's diagonal
)

// coarseBand lays a band for the area from anchors alone.
func (b *bitext) coarseBand(from area) []span {
	rows, cols := from.i1-from.i0, from.j1-from.j0
	if rows*cols <= wholeGrid {
		return fullBand(rows, cols)
	}
	return bandAlong(b.anchors(from), rows, cols)
}

func fullBand(rows, cols int) []span {
	band := make([]span, rows+1)
	for i := range band {
		band[i] = span{0, cols}
	}
	return band
}

// bandAlong lays a band that holds every rectangle between consecutive points.
func bandAlong(points []point, rows, cols int) []span {
	band := make([]span, rows+1)
	for i := range band {
		band[i] = span{cols, 0}
	}
	last := point{0, 0}
	for _, p := range append(slices.Clone(points), point{rows, cols}) {
		fillGap(band, last, p, cols)
		last = p
	}
	return connect(band, cols)
}

func fillGap(band []span, a, b point, cols int) {
	di, dj := b.i-a.i, b.j-a.j
	corridor := float64(max(di, dj))
	if di*dj > wholeGap {
		corridor = min(max(leastCorridor, corridor/8), mostCorridor)
	}
	for i := max(0, a.i-rowSlack); i <= min(len(band)-1, b.i+rowSlack); i++ {
		middle := float64(a.j)
		if di > 0 {
			middle += float64(dj) * math.Min(1, math.Max(0, float64(i-a.i)/float64(di)))
		}
		lo := max(a.j, int(middle-corridor)) - slack
		hi := min(b.j, int(middle+corridor)) + slack
		band[i].lo = min(band[i].lo, max(0, lo))
		band[i].hi = max(band[i].hi, min(cols, hi))
	}
}

// connect makes sure that a path of single steps leads from corner to corner.
func connect(band []span, cols int) []span {
	band[0].lo, band[len(band)-1].hi = 0, cols
	for i := 1; i < len(band); i++ {
		band[i].lo = max(band[i].lo, band[i-1].lo)
		band[i].hi = max(band[i].hi, band[i-1].hi, band[i].lo)
		band[i-1].hi = max(band[i-1].hi, band[i].lo)
	}
	return band
}

// turnBand is the band seen from the other side: for each node j the rows that
// can end or begin a bead there.
func turnBand(band []span, cols, size int) []span {
	out := make([]span, cols+1)
	for j := range out {
		out[j] = span{len(band) - 1, 0}
	}
	for i, r := range band {
		for j := r.lo; j <= r.hi; j++ {
			out[j].lo, out[j].hi = min(out[j].lo, i), max(out[j].hi, i)
		}
	}
	for j := range out {
		if out[j].lo > out[j].hi {
			out[j] = span{0, 0}
		}
		out[j].lo = max(0, out[j].lo-size)
	}
	return out
}
