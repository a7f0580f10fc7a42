package index

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"parley/segment"
)

// Query is what a person asked for, as a tree. The zero Query matches every
// passage. [Parse] makes one; String prints it so that parsing it again gives an
// equal one.
type Query struct{ root *node }

// String prints the query in the query language.
func (q Query) String() string {
	if q.root == nil {
		return "*"
	}
	return q.root.print(opOr)
}

// MarshalText makes a query a string in JSON.
func (q Query) MarshalText() ([]byte, error) { return []byte(q.String()), nil }

type op uint8

// The operators, from the loosest binding to the tightest.
const (
	opOr op = iota + 1
	opAnd
	opNear
	opNot
	opTerm
)

// node is one node of the tree. And, Or have two or more kids, Near two, Not one;
// Term has none.
type node struct {
	op       op
	kids     []*node
	distance int // Near: how many units apart at most
	term     *term
}

// term is a leaf: a word, phrase, prefix or regex to be found in the text, or
// a condition on a field.
type term struct {
	field   field        // "" for the text
	lang    segment.Lang // the language the text is limited to
	text    string       // as written, quotes and star removed
	quoted  bool
	prefix  bool
	regex   *regexp.Regexp
	between *interval // date, num, align
	pos     int       // where in the query, in bytes
}

// field is a name that may stand before a colon.
type field string

const (
	inText    field = ""
	bySpeaker field = "speaker"
	byRole    field = "role"
	byOutlet  field = "outlet"
	byOrg     field = "org"
	byEvent   field = "briefing"
	byKind    field = "in"
	byDate    field = "date"
	byFigure  field = "num"
	byAlign   field = "align"
	byMissing field = "missing"
)

var fields = []field{bySpeaker, byRole, byOutlet, byOrg, byEvent, byKind, byDate, byFigure, byAlign, byMissing}

// print writes n; brackets are set where n binds more loosely than what it stands in.
func (n *node) print(within op) string {
	var s string
	switch n.op {
	case opTerm:
		return n.term.String()
	case opNot:
		s = "-" + n.kids[0].print(opNot)
	case opAnd:
		s = n.join(" ")
	case opOr:
		s = n.join(" OR ")
	case opNear:
		s = n.join(fmt.Sprintf(" NEAR/%d ", n.distance))
	}
	if n.op < within {
		return "(" + s + ")"
	}
	return s
}

func (n *node) join(sep string) string {
	parts := make([]string, len(n.kids))
	for i, k := range n.kids {
		parts[i] = k.print(n.op + 1)
	}
	return strings.Join(parts, sep)
}

// String prints the leaf as Parse reads it.
func (t *term) String() string {
	var s strings.Builder
	if t.field != inText {
		s.WriteString(string(t.field) + ":")
	}
	if t.lang != segment.Unknown {
		s.WriteString(string(t.lang) + ":")
	}
	switch {
	case t.regex != nil:
		s.WriteString("/" + strings.ReplaceAll(t.text, "/", `\/`) + "/")
	case t.quoted:
		s.WriteString(quote(t.text))
	default:
		s.WriteString(t.text)
	}
	if t.prefix {
		s.WriteByte('*')
	}
	return s.String()
}

func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// walk calls f for every leaf and tells whether an odd number of Nots stands over it.
func (n *node) walk(negated bool, f func(t *term, negated bool)) {
	if n == nil {
		return
	}
	if n.op == opTerm {
		f(n.term, negated)
	}
	for _, k := range n.kids {
		k.walk(negated != (n.op == opNot), f)
	}
}

// QueryError tells what is wrong with a query and where.
type QueryError struct {
	Query string
	Pos   int    // in bytes
	Msg   string // what is wrong
	Hint  string // what to do; may be empty
}

// Column is the place of the error in characters, counting from 1.
func (e *QueryError) Column() int {
	return utf8.RuneCountInString(e.Query[:min(e.Pos, len(e.Query))]) + 1
}

func (e *QueryError) Error() string {
	s := "query, character " + strconv.Itoa(e.Column()) + ": " + e.Msg
	if e.Hint != "" {
		s += " (" + e.Hint + ")"
	}
	return s
}
