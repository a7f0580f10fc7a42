package align

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"parley/corpus"
	"parley/segment"
)

// An alignment file is meant to be read, compared and corrected by hand:
//
//	# parley alignment 1
//	similarity 0.83
//
//	turns [0]:[0]:0.99 auto # Wang Lingjun 王令浚
//	[0]:[0]:0.98 # Ladies and gentlemen, … | 女士们、先生们…
//	[1,2]:[1]:0.87 # …
//
// A line of turns opens a turn bead: the turns of the English text, those of the
// Chinese one, the confidence and whether a person has confirmed it. The beads
// of sentences follow in Vecalign's form, counted from the turn bead's first
// sentence. A confidence left out is 1: who writes a bead by hand is sure of it.
// What stands behind # is for the reader's eye and is not read back.
const (
	fileMark    = "# parley alignment "
	fileVersion = 1
	fileHelp    = `# Left is the English text, right the Chinese one; turns and sentences count from 0, sentences anew in each turn bead.
# To correct: edit the numbers, keep every one of them once and in order, and write confirmed for auto in the line of
# turns, so that it is never aligned anew. Text behind # is not read.
`
)

// turnLines are the lines a turn bead and its sentence beads stood on.
type turnLines struct {
	turns int
	beads []int
}

// Write writes the alignment as a file ReadAlignment reads, with the words of
// briefing b beside the numbers. b may be nil. Confidences keep two decimals.
func (a *Alignment) Write(w io.Writer, b *corpus.Briefing) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "%s%d\n%ssimilarity %s\n", fileMark, fileVersion, fileHelp, decimals(a.Similarity))
	for _, t := range a.Turns {
		status := "auto"
		if t.Confirmed {
			status = "confirmed"
		}
		fmt.Fprintf(out, "\nturns %s %s%s\n", t.Bead, status, comment(names(b, t)))
		left, right := spokenIn(b, t)
		for _, s := range t.Sentences {
			fmt.Fprintf(out, "%s%s\n", s, comment(glance(left, s.Left, 40), glance(right, s.Right, 20)))
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing an alignment: %w", err)
	}
	return nil
}

func decimals(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) }

// comment joins what there is of parts behind a #.
func comment(parts ...string) string {
	s := strings.Trim(strings.Join(parts, " | "), " |")
	if s == "" {
		return ""
	}
	return " # " + s
}

// names are those of a turn bead's first speakers.
func names(b *corpus.Briefing, t TurnBead) string {
	if b == nil {
		return ""
	}
	var en, zh string
	if len(t.Left) > 0 && b.En != nil && t.Left[0] < len(b.En.Turns) {
		en = name(b, segment.English, t.Left[0], b.En)
	}
	if len(t.Right) > 0 && b.Zh != nil && t.Right[0] < len(b.Zh.Turns) {
		zh = name(b, segment.Chinese, t.Right[0], b.Zh)
	}
	return strings.TrimSpace(en + " " + zh)
}

func name(b *corpus.Briefing, lang segment.Lang, turn int, text *corpus.Text) string {
	s, ok := b.Speaker(lang, turn)
	switch {
	case ok && lang == segment.English && s.Name.En != "":
		return s.Name.En
	case ok && lang == segment.Chinese && s.Name.Zh != "":
		return s.Name.Zh
	}
	return oneLine(text.Turns[turn].Speaker)
}

// spokenIn lists the sentences of a turn bead on both sides.
func spokenIn(b *corpus.Briefing, t TurnBead) (left, right []string) {
	if b == nil {
		return nil, nil
	}
	return sentencesIn(b.En, t.Left), sentencesIn(b.Zh, t.Right)
}

func sentencesIn(text *corpus.Text, turns []int) (out []string) {
	for _, i := range turns {
		if text == nil || i >= len(text.Turns) {
			return out
		}
		for _, s := range text.Turns[i].Sentences {
			out = append(out, s.In(text.Raw))
		}
	}
	return out
}

// glance is the beginning of a bead's first sentence, at most width characters.
func glance(sentences []string, bead []int, width int) string {
	if len(bead) == 0 || bead[0] >= len(sentences) {
		return ""
	}
	r := []rune(oneLine(sentences[bead[0]]))
	if len(r) <= width && len(bead) == 1 {
		return string(r)
	}
	return strings.TrimSpace(string(r[:min(width, len(r))])) + "…"
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// ReadAlignment reads an alignment file. Errors begin with name and line and
// say what to write instead. Whether it fits a briefing is for Check to say.
func ReadAlignment(r io.Reader, name string) (*Alignment, error) {
	f := fileReader{a: &Alignment{}}
	if err := eachLine(r, name, f.read); err != nil {
		return nil, err
	}
	if f.line == 0 {
		return nil, fmt.Errorf("%s:1: the file is empty; delete it and add the texts again", name)
	}
	return f.a, nil
}

type fileReader struct {
	a    *Alignment
	line int
}

func (f *fileReader) read(line string) error {
	f.line++
	if f.line == 1 {
		return checkVersion(line)
	}
	line, _, _ = strings.Cut(line, "#")
	line = strings.TrimSpace(line)
	word, rest, _ := strings.Cut(line, " ")
	switch {
	case line == "":
		return nil
	case word == "similarity":
		return parseShare(rest, &f.a.Similarity)
	case word == "turns":
		return f.turns(rest)
	case strings.HasPrefix(line, "["):
		return f.bead(line)
	}
	return fmt.Errorf("%q is neither a line of turns nor a bead; write turns [0]:[1]:0.90 auto, or [0]:[1]:0.90", shorten(line))
}

func checkVersion(line string) error {
	v, ok := strings.CutPrefix(line, fileMark)
	if !ok {
		return fmt.Errorf("%q does not begin an alignment file; its first line must be %s%d", shorten(line), fileMark, fileVersion)
	}
	if v != strconv.Itoa(fileVersion) {
		return fmt.Errorf("the file is in format %q and this Parley reads format %d; delete it and add the texts again", shorten(v), fileVersion)
	}
	return nil
}

func parseShare(s string, to *float64) error {
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || !(v >= 0 && v <= 1) {
		return fmt.Errorf("%q is no share; write a number from 0 to 1", shorten(s))
	}
	*to = math.Abs(v)
	return nil
}

func (f *fileReader) turns(s string) error {
	var t TurnBead
	fields := strings.Fields(s)
	if len(fields) < 2 {
		return fmt.Errorf("the line of turns lacks its status; write auto or confirmed at its end")
	}
	switch status := fields[len(fields)-1]; status {
	case "auto":
	case "confirmed":
		t.Confirmed = true
	default:
		return fmt.Errorf("%q is no status; write auto or confirmed", shorten(status))
	}
	var err error
	if t.Bead, err = parseSure(strings.Join(fields[:len(fields)-1], "")); err != nil {
		return err
	}
	f.a.Turns = append(f.a.Turns, t)
	f.a.lines = append(f.a.lines, turnLines{turns: f.line})
	return nil
}

func (f *fileReader) bead(line string) error {
	if len(f.a.Turns) == 0 {
		return fmt.Errorf("this bead belongs to no turns; write a line such as turns [0]:[0]:0.90 auto above it")
	}
	b, err := parseSure(line)
	if err != nil {
		return err
	}
	k := len(f.a.Turns) - 1
	f.a.Turns[k].Sentences = append(f.a.Turns[k].Sentences, b)
	f.a.lines[k].beads = append(f.a.lines[k].beads, f.line)
	return nil
}

// parseSure reads a bead whose confidence is 1 where it is left out.
func parseSure(line string) (Bead, error) {
	b, third, err := cutBead(line)
	switch {
	case err != nil:
		return Bead{}, err
	case len(b.Left)+len(b.Right) == 0:
		return Bead{}, fmt.Errorf("the bead has nothing on either side; delete the line")
	case third == "":
		b.Confidence = 1
		return b, nil
	}
	return b, parseShare(third, &b.Confidence)
}
