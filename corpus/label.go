package corpus

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/segment"
)

// maxLabel is the longest label in characters: an office of an assembly with
// the name behind it stays well below.
const maxLabel = 90

// form is how a page marks its labels.
type form uint8

const (
	noLabel form = iota
	alone        // "Name:" on a line of its own
	inline       // "Name: text"
	bracket      // "[Name]text", "【Name】：text"
	heading      // "### Name:"
	column       // "Q text", "CL      text": no colon
)

// label is a place at the start of a line that may name a speaker.
type label struct {
	form
	mark segment.Span // the label as written, with brackets, "###" and colon
	text segment.Span // what is said on the same line; may be empty
	note segment.Span // a time behind the label; may be empty
	identity
	key string
}

// findLabel reads the start of a line.
func findLabel(raw string, line segment.Span) (label, bool) {
	s := line.In(raw)
	skip := len(s) - len(strings.TrimLeft(s, "*_"))
	head := s[skip:]
	var f form
	var words string
	var size int // of the label within head
	switch {
	case head == "" || strings.IndexByte("#>|< -", head[0]) >= 0 && !strings.HasPrefix(head, "##"):
		// markup, or an item of a list
	case strings.HasPrefix(head, "##"):
		f, words, size = headingLabel(head)
	case strings.HasPrefix(head, "[") || strings.HasPrefix(head, "【") || strings.HasPrefix(head, "［"):
		f, words, size = bracketLabel(head)
	default:
		f, words, size = colonLabel(head)
		if f == noLabel {
			f, words, size = columnLabel(head)
		}
	}
	if f == noLabel {
		return label{}, false
	}
	l := label{form: f, identity: identify(words)}
	l.mark = trim(raw, sub(line, 0, skip+size))
	l.text = trim(raw, sub(line, skip+size, len(s)))
	if l.note = leadingTime(raw, l.text); l.note.Len() > 0 {
		l.text = trim(raw, segment.Span{Start: l.note.End, End: l.text.End})
	}
	if l.form == inline && l.text.Len() == 0 {
		l.form = alone
	}
	if l.form == heading && l.proof == none && words != "" {
		l.identity = identity{name: words, proof: weak}
	}
	l.key = l.identity.key()
	return l, l.proof != none
}

// headingLabel reads "### Name:". A heading without a colon is a title.
func headingLabel(s string) (form, string, int) {
	rest := strings.TrimLeft(s, "#")
	words := strings.TrimSpace(strings.Trim(rest, " *_"))
	for _, colon := range []string{":", "："} {
		if w, ok := strings.CutSuffix(words, colon); ok && utf8.RuneCountInString(w) <= maxLabel {
			return heading, w, len(s)
		}
	}
	return noLabel, "", 0
}

var closers = map[rune]rune{'[': ']', '【': '】', '［': '］'}

// bracketLabel reads "[Name]" and "【Name】", with or without a colon.
func bracketLabel(s string) (form, string, int) {
	open, n := utf8.DecodeRuneInString(s)
	end := strings.IndexRune(limit(s, 4*maxLabel), closers[open])
	if end < 0 {
		return noLabel, "", 0
	}
	size := end + utf8.RuneLen(closers[open])
	if strings.HasPrefix(s[size:], "(") { // a markdown link
		return noLabel, "", 0
	}
	return bracket, strings.TrimRight(s[n:end], ":： "), size + colonAt(s[size:])
}

// colonAt is the length of a colon at the start of s, with space before it.
func colonAt(s string) int {
	rest := strings.TrimLeft(s, "*_ \u3000")
	for _, c := range colons {
		if strings.HasPrefix(rest, c) {
			return len(s) - len(rest) + len(c)
		}
	}
	return 0
}

// colons are the marks after a label. The last is the full-width colon of Big5
// read as Latin-1.
var colons = []string{":", "：", "﹕", "︰", "¡G"}

// colonLabel reads "Name: text" and "Name:".
func colonLabel(s string) (form, string, int) {
	window := limit(s, 4*maxLabel)
	at, size := -1, 0
	for _, c := range colons {
		if i := strings.Index(window, c); i >= 0 && (at < 0 || i < at) {
			at, size = i, len(c)
		}
	}
	if at <= 0 || utf8.RuneCountInString(s[:at]) > maxLabel {
		return noLabel, "", 0
	}
	if digitsAround(s, at, size) || strings.HasPrefix(s[at:], "://") || endsSentence(s[:at]) {
		return noLabel, "", 0
	}
	if m := narrated.FindStringSubmatch(s[:at]); m != nil {
		return inline, m[1], at + size
	}
	size += len(s[at+size:]) - len(strings.TrimLeft(s[at+size:], "*_"))
	return inline, strings.TrimRight(s[:at], " \u3000\t*_"), at + size
}

// narrated is a first turn whose label stands inside a sentence.
var narrated = regexp.MustCompile(`^(?:At|In) the (?:start|beginning|outset|opening)\b[^,]*,\s*(.+?) said$`)

// digitsAround tells a time or a ratio ("10:30", "3:1") from a label.
func digitsAround(s string, at, size int) bool {
	before, after := s[at-1], byte(0)
	if at+size < len(s) {
		after = s[at+size]
	}
	return before >= '0' && before <= '9' && after >= '0' && after <= '9'
}

// endsSentence tells whether a sentence ends within s: then a colon after it
// belongs to another sentence.
func endsSentence(s string) bool {
	if strings.ContainsAny(s, "。？！?!；;") {
		return true
	}
	for rest := s; ; {
		at := strings.Index(rest, ". ")
		if at < 0 {
			return false
		}
		word := rest[strings.LastIndexAny(rest[:at], " .(")+1 : at]
		if len(word) > 4 || len(word) > 1 && !abbreviations[strings.ToLower(word)] {
			return true
		}
		rest = rest[at+2:]
	}
}

var abbreviations = map[string]bool{"mr": true, "mrs": true, "ms": true, "dr": true, "prof": true, "hon": true, "gen": true, "col": true, "lt": true, "st": true, "jr": true, "sr": true, "sen": true, "rep": true, "no": true, "maj": true, "capt": true, "adm": true, "gov": true}

// columnLabel reads "Q text" and initials set off by a run of blanks.
func columnLabel(s string) (form, string, int) {
	end := strings.IndexAny(limit(s, 8), " \t")
	if end <= 0 || !allCapitals(s[:end]) {
		return noLabel, "", 0
	}
	gap := len(s[end:]) - len(strings.TrimLeft(s[end:], " \t"))
	if gap >= 4 || s[:end] == "Q" {
		return column, s[:end], end
	}
	if s[:end] == "A" && len(s) > 2 && unicode.IsUpper(rune(s[2])) { // not "A forum will be held"
		return column, s[:end], end
	}
	return noLabel, "", 0
}

func allCapitals(s string) bool {
	for _, r := range s {
		if r < 'A' || r > 'Z' {
			return false
		}
	}
	return s != ""
}

// limit cuts s to at most n bytes, on a rune boundary.
func limit(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
