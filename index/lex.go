package index

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is one piece of a query as typed.
type token struct {
	kind     tokenKind
	text     string
	pos, end int
	distance int  // of tokNear
	star     bool // a * follows directly
}

type tokenKind uint8

const (
	tokEnd tokenKind = iota
	tokWord
	tokPhrase
	tokRegex
	tokField // text is the name; the colon is consumed
	tokOpen
	tokClose
	tokMinus
	tokOr
	tokAnd
	tokNot
	tokNear
)

// quotes maps every opening quotation mark to the marks that close it.
var quotes = map[rune]string{
	'"': `"”＂`, '＂': `＂"`, '“': `”"`, '”': `”"`, '„': `“”"`, '‟': `”"`, '«': "»", '「': "」", '『': "』", '‘': "’",
}

const (
	maxQuery    = 4096 // bytes
	maxDepth    = 32
	maxLeaves   = 64
	maxRegex    = 256 // bytes
	maxDistance = 100
)

// lex cuts a query into tokens.
func lex(q string) ([]token, *QueryError) {
	if len(q) > maxQuery {
		pos := maxQuery
		for !utf8.RuneStart(q[pos]) && pos > 0 {
			pos--
		}
		return nil, &QueryError{Query: q, Pos: pos, Msg: fmt.Sprintf("longer than %d bytes", maxQuery), Hint: "ask for less at a time"}
	}
	l := lexer{q: q}
	for {
		t, err := l.next()
		if err != nil {
			return nil, err
		}
		l.tokens = append(l.tokens, t)
		if t.kind == tokEnd {
			return l.tokens, nil
		}
	}
}

type lexer struct {
	q      string
	at     int
	tokens []token
}

func (l *lexer) fail(pos int, msg, hint string) *QueryError {
	return &QueryError{Query: l.q, Pos: pos, Msg: msg, Hint: hint}
}

func (l *lexer) next() (token, *QueryError) {
	for {
		r, size := utf8.DecodeRuneInString(l.q[l.at:])
		switch {
		case size == 0:
			return token{kind: tokEnd, pos: l.at, end: l.at}, nil
		case r == utf8.RuneError && size == 1:
			return token{}, l.fail(l.at, "not valid UTF-8", "")
		case unicode.IsSpace(r):
			l.at += size
		case unicode.IsControl(r):
			return token{}, l.fail(l.at, fmt.Sprintf("control character %U", r), "")
		default:
			return l.token(r, size)
		}
	}
}

func (l *lexer) token(r rune, size int) (token, *QueryError) {
	start := l.at
	single := func(kind tokenKind) (token, *QueryError) {
		l.at += size
		return token{kind: kind, pos: start, end: l.at}, nil
	}
	switch r {
	case '(', '（':
		return single(tokOpen)
	case ')', '）':
		return single(tokClose)
	case '-', '－', '−':
		if next, n := utf8.DecodeRuneInString(l.q[l.at+size:]); n > 0 && !unicode.IsSpace(next) {
			return single(tokMinus)
		}
	case '/':
		return l.regex()
	}
	if closing, ok := quotes[r]; ok && (r != '‘' || strings.Contains(l.q[l.at:], "’")) {
		return l.phrase(closing, size)
	}
	return l.word()
}

// phrase reads up to the closing mark; a backslash takes the next character as it is.
func (l *lexer) phrase(closing string, size int) (token, *QueryError) {
	start := l.at
	var text strings.Builder
	for i := start + size; i < len(l.q); {
		r, n := utf8.DecodeRuneInString(l.q[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			return token{}, l.fail(i, "not valid UTF-8", "")
		case strings.ContainsRune(closing, r):
			l.at = i + n
			t := token{kind: tokPhrase, text: text.String(), pos: start, end: l.at}
			t.star = l.star()
			return t, nil
		case r == '\\' && i+n < len(l.q):
			i += n
			r, n = utf8.DecodeRuneInString(l.q[i:])
		}
		if unicode.IsControl(r) {
			r = ' '
		}
		text.WriteRune(r)
		i += n
	}
	return token{}, l.fail(start, "this quotation mark is never closed", `close it, or leave it out`)
}

func (l *lexer) star() bool {
	if strings.HasPrefix(l.q[l.at:], "*") {
		l.at++
		return true
	}
	return false
}

func (l *lexer) regex() (token, *QueryError) {
	start := l.at
	var text strings.Builder
	for i := start + 1; i < len(l.q); i++ {
		switch {
		case l.q[i] == '/':
			l.at = i + 1
			return token{kind: tokRegex, text: text.String(), pos: start, end: l.at}, nil
		case l.q[i] == '\\' && i+1 < len(l.q):
			if l.q[i+1] != '/' {
				text.WriteByte('\\')
			}
			i++
		}
		text.WriteByte(l.q[i])
	}
	return token{}, l.fail(start, "this regular expression is never closed", `write /…/, or put the words in "quotes"`)
}

// word reads up to a space, bracket or quotation mark. A known name with a
// colon is a field; OR, AND, NOT and NEAR in capitals are operators.
func (l *lexer) word() (token, *QueryError) {
	start := l.at
	for l.at < len(l.q) {
		r, size := utf8.DecodeRuneInString(l.q[l.at:])
		if endsWord(r, size) {
			break
		}
		if (r == ':' || r == '：') && isFieldName(l.q[start:l.at]) {
			name := l.q[start:l.at]
			l.at += size
			return token{kind: tokField, text: name, pos: start, end: l.at}, nil
		}
		l.at += size
	}
	if l.at == start { // a lone mark that can begin nothing
		_, size := utf8.DecodeRuneInString(l.q[l.at:])
		l.at += size
	}
	t := token{kind: tokWord, text: l.q[start:l.at], pos: start, end: l.at}
	return l.operator(t)
}

func endsWord(r rune, size int) bool {
	if r == utf8.RuneError && size == 1 || unicode.IsSpace(r) || unicode.IsControl(r) {
		return true
	}
	return r != '‘' && (strings.ContainsRune("()（）”", r) || quotes[r] != "")
}

// isFieldName tells whether a word before a colon is meant as a field: letters only.
func isFieldName(s string) bool {
	for i := range len(s) {
		if !isASCIILetter(s[i]) {
			return false
		}
	}
	return s != ""
}

func (l *lexer) operator(t token) (token, *QueryError) {
	switch {
	case t.text == "OR":
		t.kind = tokOr
	case t.text == "AND":
		t.kind = tokAnd
	case t.text == "NOT":
		t.kind = tokNot
	case t.text == "NEAR" || strings.HasPrefix(t.text, "NEAR/"):
		t.kind = tokNear
		t.distance = 10
		if _, n, found := strings.Cut(t.text, "/"); found {
			d, ok := wholeNumber(n)
			if !ok || d < 1 || d > maxDistance {
				return t, l.fail(t.pos, fmt.Sprintf("%s needs a whole number from 1 to %d", t.text, maxDistance), "as in trade NEAR/5 growth")
			}
			t.distance = d
		}
	case strings.HasSuffix(t.text, "*") && len(t.text) > 1:
		t.text, t.star = t.text[:len(t.text)-1], true
	}
	return t, nil
}

// wholeNumber reads up to four ASCII digits.
func wholeNumber(s string) (int, bool) {
	if s == "" || len(s) > 4 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, true
}
