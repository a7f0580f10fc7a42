package index

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestParsePrints(t *testing.T) {
	tests := []struct{ query, want string }{
		{"trade growth", "trade growth"},
		{"trade AND growth", "trade growth"},
		{"  trade\tOR growth ", "trade OR growth"},
		{"a b OR c d", "a b OR c d"},
		{"(a OR b) c", "(a OR b) c"},
		{"((a b) c)", "a b c"},
		{"-a", "-a"},
		{"NOT a b", "-a b"},
		{"--a", "a"},
		{"-(a OR b)", "-(a OR b)"},
		{`"two words"`, `"two words"`},
		{"“两个词”", `"两个词"`},
		{"「新質」 『生產』", `"新質" "生產"`},
		{`"say \"x\" \\"`, `"say \"x\" \\"`},
		{"trade*", "trade*"},
		{`"free tra"*`, `"free tra"*`},
		{"a NEAR/5 b", "a NEAR/5 b"},
		{"a NEAR (b OR c)", "a NEAR/10 (b OR c)"},
		{"-(a NEAR/2 b) c", "-(a NEAR/2 b) c"},
		{`/a\/b|c/`, `/a\/b|c/`},
		{"zh:高质量发展 -en:\"high-quality development\"", `zh:高质量发展 -en:"high-quality development"`},
		{"en:(a OR -b)", "en:a OR -en:b"},
		{"speaker:(wang OR lyu)", "speaker:wang OR speaker:lyu"},
		{"Speaker： 王", "speaker:王"},
		{"（a OR b）－c", "(a OR b) -c"},
		{"date:2025-01..2025-06 align:>0.8", "date:2025-01..2025-06 align:>0.8"},
		{"Note: prices rose", "Note prices rose"},
		{"at 10:30", "at 10:30"},
		{"and/or", "and/or"},
		{"trade — growth", "trade growth"},
		{"don't O’Brien", "don't O’Brien"},
		{"*", "*"},
	}
	for _, tt := range tests {
		q, err := Parse(tt.query)
		if err != nil {
			t.Errorf("Parse(%q): %v", tt.query, err)
			continue
		}
		if got := q.String(); got != tt.want {
			t.Errorf("Parse(%q) prints %q, want %q", tt.query, got, tt.want)
		}
		checkRoundTrip(t, q)
	}
}

// checkRoundTrip holds Parse to String: the same tree comes back.
func checkRoundTrip(t *testing.T, q Query) {
	t.Helper()
	printed := q.String()
	again, err := Parse(printed)
	if err != nil {
		t.Fatalf("Parse(%q), as printed: %v", printed, err)
	}
	if !sameTree(q.root, again.root) {
		t.Fatalf("%q is read as %q", printed, again)
	}
}

func sameTree(a, b *node) bool {
	if a == nil || b == nil {
		return a == b
	}
	if a.op != b.op || a.distance != b.distance || len(a.kids) != len(b.kids) || !sameTerm(a.term, b.term) {
		return false
	}
	for i := range a.kids {
		if !sameTree(a.kids[i], b.kids[i]) {
			return false
		}
	}
	return true
}

func sameTerm(a, b *term) bool {
	if a == nil || b == nil {
		return a == b
	}
	if (a.regex == nil) != (b.regex == nil) || (a.between == nil) != (b.between == nil) {
		return false
	}
	return a.field == b.field && a.lang == b.lang && a.text == b.text && a.quoted == b.quoted && a.prefix == b.prefix &&
		(a.between == nil || *a.between == *b.between)
}

func TestParseErrors(t *testing.T) {
	tests := []struct {
		query  string
		column int
		says   string
	}{
		{"", 1, "no word"},
		{" — ", 1, "no word"},
		{`新 "open`, 3, "never closed"},
		{"(a OR b", 1, "never closed"},
		{"a) b", 2, "never opened"},
		{"a ()", 3, "nothing in these brackets"},
		{"a OR", 5, "OR needs"},
		{"OR a", 1, "OR needs"},
		{"a AND", 3, "AND needs"},
		{"a NEAR/0 b", 3, "from 1 to 100"},
		{"a NEAR/5", 3, "NEAR needs"},
		{"-a NEAR b", 4, "NEAR joins"},
		{"spaeker:wang", 1, "did you mean speaker:"},
		{"http://example.org", 1, "no field"},
		{"in:anser", 1 + 3, "did you mean answer"},
		{"date:2025-13", 6, "not a date"},
		{"date:2025-02-30", 6, "not a date"},
		{"date:2025-06..2025-01", 6, "is after"},
		{"align:2", 7, "between 0 and 1"},
		{"missing:fr", 9, "none of"},
		{"num:many", 5, "not a figure"},
		{"en:zh:a", 4, "limited to en"},
		{"speaker:en:a", 9, "within another"},
		{"speaker:", 1, "needs a value"},
		{"tr*de", 1, "only end a word"},
		{"*trade", 1, "only end a word"},
		{"a*", 1, "two letters"},
		{"/(/", 1, "not valid"},
		{"/x*/", 1, "matches nothing"},
		{"/((a{50}){50}){50}/", 1, "not valid"},
		{"/(a{30}){30}(b{30}){30}(c{30}){30}(d{30}){30}/", 1, "too large"},
		{"/" + strings.Repeat("a", 300) + "/", 1, "more than 256"},
		{"/never", 1, "never closed"},
		{"a\x00b", 2, "control character"},
		{"a\xff", 2, "UTF-8"},
		{strings.Repeat("(", 100) + "a" + strings.Repeat(")", 100), 33, "levels deep"},
		{strings.Repeat("-", 100) + "a", 32, "levels deep"},
		{strings.Repeat("a ", 65), 129, "more than 64"},
		{strings.Repeat("长", 40000), 1366, "longer than"},
	}
	for _, tt := range tests {
		_, err := Parse(tt.query)
		var q *QueryError
		if !errors.As(err, &q) {
			t.Errorf("Parse(%.40q) = %v, want a QueryError", tt.query, err)
			continue
		}
		if q.Column() != tt.column || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("Parse(%.40q) = %v, want character %d and %q", tt.query, err, tt.column, tt.says)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"trade growth", `zh:高质量发展 -en:"high-quality development"`, "(a OR b) -c", "a NEAR/5 b", `/a\/b/`, "「x」*",
		"speaker:(a OR -b) date:2025..", "en:(a (b OR c))", "Note: x", "‘a’ b", `"\"`, "OR* 'x' x‘y", "a:b:c", "num:21.79万亿", "-－a", "/*", "x-/",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := Parse(s)
		var qe *QueryError
		if err != nil {
			if !errors.As(err, &qe) || qe.Pos < 0 || qe.Pos > len(s) || qe.Msg == "" {
				t.Fatalf("Parse(%q): %#v", s, err)
			}
			return
		}
		if !utf8.ValidString(s) {
			t.Fatalf("Parse(%q) takes what is not UTF-8", s)
		}
		checkRoundTrip(t, q)
	})
}
