package align

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// Beads are written in Vecalign's form, one a line, and read in three:
//
//	[0,1]:[2]:0.87     Vecalign: zero-based sentences; the third field is optional
//	1,2 <=> 3          Champollion: one-based, "omitted" for an empty side
//	0<tab>0<tab>0.87   hunalign's ladder: a bead reaches from one rung to the next
//
// The first line that is neither blank nor a comment (#) decides which it is.

const (
	longestLine  = 1 << 20 // bytes of a line in a file of beads
	largestIndex = 1 << 24 // no text has as many sentences
)

// String is the bead in Vecalign's form.
func (b Bead) String() string {
	return b.key() + ":" + strconv.FormatFloat(b.Confidence, 'f', 2, 64)
}

// WriteBeads writes beads in Vecalign's form, one a line.
func WriteBeads(w io.Writer, beads []Bead) error {
	b := bufio.NewWriter(w)
	for _, bead := range beads {
		b.WriteString(bead.String())
		b.WriteByte('\n')
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("writing beads: %w", err)
	}
	return nil
}

// ReadBeads reads a file of beads in any of the three forms. A third field that
// is no confidence (Vecalign puts a cost there) is dropped, as is a bead with
// nothing on either side. Errors begin with name and line.
func ReadBeads(r io.Reader, name string) ([]Bead, error) {
	var beads []Bead
	var ladder []rung
	parse := (func(string) (Bead, error))(nil)
	err := eachLine(r, name, func(line string) error {
		if strings.HasPrefix(line, "#") || line == "" {
			return nil
		}
		if parse == nil && ladder == nil && !isRung(line) {
			parse = formOf(line)
		}
		if parse == nil {
			return addRung(&ladder, line)
		}
		b, err := parse(line)
		if err == nil && len(b.Left)+len(b.Right) > 0 {
			beads = append(beads, b)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return append(beads, ladderBeads(ladder)...), nil
}

// eachLine calls visit for each line, trimmed of space, and puts name and line
// in front of its error.
func eachLine(r io.Reader, name string, visit func(line string) error) error {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, longestLine)
	n := 0
	for sc.Scan() {
		n++
		line := bytes.TrimSpace(sc.Bytes())
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\uFEFF"))
		}
		if err := visit(string(line)); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	if errors.Is(sc.Err(), bufio.ErrTooLong) {
		return fmt.Errorf("%s:%d: the line is longer than 1 MB; is this a file of beads?", name, n+1)
	}
	if sc.Err() != nil {
		return fmt.Errorf("reading %s: %w", name, sc.Err())
	}
	return nil
}

func formOf(line string) func(string) (Bead, error) {
	if strings.Contains(line, "<=>") {
		return parseChampollion
	}
	return parseBead
}

// parseBead reads [0,1]:[2] or [0,1]:[2]:0.87, blanks allowed.
func parseBead(line string) (Bead, error) {
	b, third, err := cutBead(line)
	if err != nil || third == "" {
		return b, err
	}
	v, err := strconv.ParseFloat(third, 64)
	if err != nil {
		return Bead{}, fmt.Errorf("%q is no bead; write [0,1]:[2] or [0,1]:[2]:0.87", shorten(line))
	}
	if v >= 0 && v <= 1 {
		b.Confidence = math.Abs(v)
	}
	return b, nil
}

// cutBead reads [0,1]:[2] and returns what follows behind another colon.
func cutBead(line string) (b Bead, third string, err error) {
	var rest string
	if b.Left, rest, err = cutList(line); err != nil {
		return Bead{}, "", err
	}
	rest, colon := strings.CutPrefix(rest, ":")
	if !colon {
		return Bead{}, "", fmt.Errorf("%q has no colon between its sides; write [0,1]:[2]", shorten(line))
	}
	if b.Right, rest, err = cutList(rest); err != nil {
		return Bead{}, "", err
	}
	third, colon = strings.CutPrefix(rest, ":")
	if rest != "" && !colon {
		return Bead{}, "", fmt.Errorf("%q goes on after its lists; write [0,1]:[2] or [0,1]:[2]:0.87", shorten(line))
	}
	return b, strings.TrimSpace(third), nil
}

// cutList reads a list in brackets and returns what follows it.
func cutList(s string) (list []int, rest string, err error) {
	inner, rest, closed := strings.Cut(strings.TrimSpace(s), "]")
	inner, opened := strings.CutPrefix(inner, "[")
	if !closed || !opened {
		return nil, "", fmt.Errorf("%q is no list of sentences; write [0,1]:[2], and [] for a side with nothing", shorten(s))
	}
	list, err = parseList(inner, 0)
	return list, strings.TrimSpace(rest), err
}

// parseList reads ascending numbers that count from base.
func parseList(s string, base int) ([]int, error) {
	list := []int{}
	if strings.TrimSpace(s) == "" {
		return list, nil
	}
	for _, f := range strings.Split(s, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(f))
		if err != nil || n < base || n > largestIndex {
			return nil, fmt.Errorf("%q is no number of a sentence; they count from %d", shorten(f), base)
		}
		if n -= base; len(list) > 0 && n <= list[len(list)-1] {
			return nil, fmt.Errorf("%q does not ascend; name each sentence once, in order", shorten(s))
		}
		list = append(list, n)
	}
	return list, nil
}

func writeList(s *strings.Builder, list []int) {
	s.WriteByte('[')
	for i, n := range list {
		if i > 0 {
			s.WriteByte(',')
		}
		s.WriteString(strconv.Itoa(n))
	}
	s.WriteByte(']')
}

func parseChampollion(line string) (b Bead, err error) {
	left, right, ok := strings.Cut(line, "<=>")
	if !ok {
		return b, fmt.Errorf("%q has no <=>, which the first line has; write 1,2 <=> 3", shorten(line))
	}
	if b.Left, err = parseOmitted(left); err != nil {
		return b, err
	}
	b.Right, err = parseOmitted(right)
	return b, err
}

func parseOmitted(s string) ([]int, error) {
	if strings.TrimSpace(s) == "omitted" {
		return []int{}, nil
	}
	return parseList(s, 1)
}

// rung is a place where a ladder's beads meet.
type rung struct {
	left, right int
	confidence  float64 // of the bead that begins here
}

func isRung(line string) bool {
	_, err := parseRung(line)
	return err == nil
}

func parseRung(line string) (rung, error) {
	f := strings.Split(line, "\t")
	bad := fmt.Errorf("%q is no rung of a ladder; write left, right and score with tabs between", shorten(line))
	if len(f) != 3 {
		return rung{}, bad
	}
	i, err1 := strconv.Atoi(f[0])
	j, err2 := strconv.Atoi(f[1])
	score, err3 := strconv.ParseFloat(f[2], 64)
	if err1 != nil || err2 != nil || err3 != nil || i < 0 || j < 0 || i > largestIndex || j > largestIndex {
		return rung{}, bad
	}
	if !(score >= 0 && score <= 1) || math.Signbit(score) {
		score = 0
	}
	return rung{i, j, score}, nil
}

func addRung(ladder *[]rung, line string) error {
	r, err := parseRung(line)
	if err != nil {
		return err
	}
	if n := len(*ladder); n > 0 && (r.left < (*ladder)[n-1].left || r.right < (*ladder)[n-1].right) {
		return fmt.Errorf("rung %d, %d goes back; both numbers must rise from line to line", r.left, r.right)
	}
	*ladder = append(*ladder, r)
	return nil
}

func ladderBeads(ladder []rung) []Bead {
	var beads []Bead
	for k := 1; k < len(ladder); k++ {
		a, b := ladder[k-1], ladder[k]
		if a.left < b.left || a.right < b.right {
			beads = append(beads, Bead{Left: indices(a.left, b.left), Right: indices(a.right, b.right), Confidence: a.confidence})
		}
	}
	return beads
}

// shorten keeps messages readable whatever was in the file.
func shorten(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
