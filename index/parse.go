package index

import (
	"fmt"
	"strings"
	"unicode"

	"parley/segment"
)

// The grammar. Words side by side are AND-ed; - and field prefixes bind tightest.
//
//	query   = and { "OR" and }
//	and     = near { [ "AND" ] near }
//	near    = unary { "NEAR/n" unary }
//	unary   = { "-" | "NOT" } atom
//	atom    = "(" query ")" | prefix ":" atom | word[*] | "phrase"[*] | /regex/

// Parse reads a query. Errors are of type [*QueryError].
func Parse(q string) (Query, error) {
	tokens, err := lex(q)
	if err != nil {
		return Query{}, err
	}
	if len(tokens) == 2 && tokens[0].text == "*" {
		return Query{}, nil
	}
	p := parser{q: q, tokens: tokens}
	root, err := p.or(limits{})
	if err == nil && p.peek().kind == tokClose {
		err = p.fail(p.peek(), "this bracket was never opened", "remove it")
	}
	if err == nil && root == nil {
		err = &QueryError{Query: q, Msg: "there is no word to search for", Hint: "give a word, or * for everything"}
	}
	if err != nil {
		return Query{}, err
	}
	return Query{root}, nil
}

// limits are what the prefixes around an atom limit it to.
type limits struct {
	field field
	lang  segment.Lang
}

type parser struct {
	q      string
	tokens []token
	at     int
	depth  int
	leaves int
}

func (p *parser) peek() token { return p.tokens[p.at] }

func (p *parser) take() token {
	t := p.tokens[p.at]
	if t.kind != tokEnd {
		p.at++
	}
	return t
}

func (p *parser) fail(t token, msg, hint string) *QueryError {
	return &QueryError{Query: p.q, Pos: t.pos, Msg: msg, Hint: hint}
}

// enter counts the depth of recursion; every call needs a leave.
func (p *parser) enter() *QueryError {
	p.depth++
	if p.depth > maxDepth {
		return p.fail(p.peek(), fmt.Sprintf("more than %d levels deep", maxDepth), "use fewer brackets")
	}
	return nil
}

func (p *parser) leave() { p.depth-- }

// or parses a whole query, and the inside of brackets. A nil node means that
// there was nothing to search for.
func (p *parser) or(in limits) (*node, *QueryError) {
	if err := p.enter(); err != nil {
		return nil, err
	}
	defer p.leave()
	var kids []*node
	for {
		kid, err := p.and(in)
		if err != nil {
			return nil, err
		}
		kids = appendNode(kids, opOr, kid)
		t := p.peek()
		if kid == nil && (t.kind == tokOr || len(kids) > 0) {
			return nil, p.fail(t, "OR needs a word on either side", `put "OR" in quotes to search for the word`)
		}
		if t.kind != tokOr {
			return group(opOr, kids), nil
		}
		p.take()
	}
}

func (p *parser) and(in limits) (*node, *QueryError) {
	var kids []*node
	for {
		t := p.peek()
		switch t.kind {
		case tokEnd, tokClose, tokOr:
			return group(opAnd, kids), nil
		case tokAnd:
			p.take()
			if next := p.peek().kind; len(kids) == 0 || next == tokEnd || next == tokClose || next == tokOr || next == tokAnd {
				return nil, p.fail(t, "AND needs a word on either side", `put "AND" in quotes to search for the word`)
			}
			continue
		}
		kid, err := p.near(in)
		if err != nil {
			return nil, err
		}
		kids = appendNode(kids, opAnd, kid)
	}
}

// appendNode adds a kid; one with the same operator gives its own kids, so that a
// tree has one form only.
func appendNode(kids []*node, o op, kid *node) []*node {
	switch {
	case kid == nil:
		return kids
	case kid.op == o:
		return append(kids, kid.kids...)
	}
	return append(kids, kid)
}

func group(o op, kids []*node) *node {
	switch len(kids) {
	case 0:
		return nil
	case 1:
		return kids[0]
	}
	return &node{op: o, kids: kids}
}

func (p *parser) near(in limits) (*node, *QueryError) {
	first, err := p.unary(in)
	if err != nil {
		return nil, err
	}
	for p.peek().kind == tokNear {
		t := p.take()
		if next := p.peek().kind; first == nil || next == tokEnd || next == tokClose {
			return nil, p.fail(t, "NEAR needs a word on either side", "as in trade NEAR/5 growth")
		}
		second, err := p.unary(in)
		if err != nil {
			return nil, err
		}
		if !canBeNear(first) || !canBeNear(second) {
			return nil, p.fail(t, "NEAR joins words and phrases, or alternatives of them", "as in (trade OR export) NEAR/5 growth")
		}
		first = &node{op: opNear, kids: []*node{first, second}, distance: t.distance}
	}
	return first, nil
}

// canBeNear tells whether n has places in the text: a word, or one word or another.
func canBeNear(n *node) bool {
	switch {
	case n == nil:
		return false
	case n.op == opTerm:
		return n.term.field == inText
	case n.op == opOr:
		for _, k := range n.kids {
			if !canBeNear(k) {
				return false
			}
		}
		return true
	}
	return false
}

func (p *parser) unary(in limits) (*node, *QueryError) {
	t := p.peek()
	if t.kind != tokMinus && t.kind != tokNot {
		return p.atom(in)
	}
	if err := p.enter(); err != nil {
		return nil, err
	}
	defer p.leave()
	p.take()
	kid, err := p.unary(in)
	if err != nil {
		return nil, err
	}
	if kid == nil {
		return nil, p.fail(t, "nothing to leave out", "write -word, or put the mark in quotes")
	}
	if kid.op == opNot {
		return kid.kids[0], nil
	}
	return &node{op: opNot, kids: []*node{kid}}, nil
}

func (p *parser) atom(in limits) (*node, *QueryError) {
	t := p.take()
	switch t.kind {
	case tokOpen:
		return p.brackets(t, in)
	case tokField:
		return p.prefixed(t, in)
	case tokWord, tokPhrase, tokRegex:
		return p.leaf(t, in)
	case tokNear:
		return nil, p.fail(t, "NEAR needs a word on either side", "as in trade NEAR/5 growth")
	}
	return nil, p.fail(t, "a word is missing here", "")
}

func (p *parser) brackets(open token, in limits) (*node, *QueryError) {
	inner, err := p.or(in)
	if err != nil {
		return nil, err
	}
	if p.peek().kind != tokClose {
		return nil, p.fail(open, "this bracket is never closed", "add )")
	}
	p.take()
	if inner == nil {
		return nil, p.fail(open, "nothing in these brackets", "remove them")
	}
	return inner, nil
}

// leaf makes a term; a word without anything to search for (a lone dash) is nil.
func (p *parser) leaf(t token, in limits) (*node, *QueryError) {
	if p.leaves++; p.leaves > maxLeaves {
		return nil, p.fail(t, fmt.Sprintf("more than %d words", maxLeaves), "ask for less at a time")
	}
	made := &term{field: in.field, lang: in.lang, text: t.text, quoted: t.kind == tokPhrase, prefix: t.star, pos: t.pos}
	var err *QueryError
	switch {
	case in.field != inText:
		err = p.condition(t, made)
	case t.kind == tokRegex:
		err = p.regex(t, made)
	default:
		var searchable bool
		if searchable, err = p.words(t, made); err == nil && !searchable {
			return nil, nil
		}
	}
	if err != nil {
		return nil, err
	}
	made.quoted = made.quoted || t.kind == tokWord && !readsBare(made)
	return &node{op: opTerm, term: made}, nil
}

// readsBare tells whether a word printed without quotes is read as the same word.
func readsBare(t *term) bool {
	printed := t.text
	if t.prefix {
		printed += "*"
	}
	tokens, err := lex(printed)
	return err == nil && len(tokens) == 2 && tokens[0].kind == tokWord && tokens[0].text == t.text && tokens[0].star == t.prefix
}

// words checks a word or phrase of the text.
func (p *parser) words(t token, made *term) (searchable bool, err *QueryError) {
	us := units(made.text)
	switch {
	case len(us) == 0 && made.quoted:
		return false, p.fail(t, "there is no word in these quotation marks", "")
	case len(us) == 0 && made.prefix || strings.Contains(made.text, "*") && !made.quoted:
		return false, p.fail(t, "a * may only end a word", "for other patterns write a regular expression: /…/")
	case len(us) == 0:
		return false, nil
	case made.prefix && us[len(us)-1].kind != character && len(us[len(us)-1].form) < 2:
		return false, p.fail(t, "a prefix needs two letters at least", "")
	}
	if !made.quoted { // printed bare, it must be read as the same again
		made.text = strings.TrimFunc(made.text, func(r rune) bool {
			return r == '/' || r == '-' || r == '－' || r == '−' || unicode.IsControl(r)
		})
	}
	return true, nil
}
