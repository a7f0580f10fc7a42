package align

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tokenTexts are the tokens of a sentence, sorted, as class and text.
func tokenTexts(t *testing.T, text string) string {
	t.Helper()
	l, err := lexiconOnce()
	if err != nil {
		t.Fatal(err)
	}
	names := map[tokenClass]string{hanWord: "h", latinWord: "l", figure: "f", mark: "m"}
	var out []string
	for _, tok := range l.tokens(text) {
		out = append(out, names[tok.class]+"/"+tok.text)
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func TestTokens(t *testing.T) {
	for text, want := range map[string]string{
		"":                            "",
		"The ferries didn't stop.":    "l/did l/ferri l/not l/stop l/the",
		"He'll see the U.S. and us":   "l/US l/and l/he l/see l/the l/us",
		"Three NGOs won't pay 3,000?": "f/3 f/3000 l/NGO l/not l/pay l/three l/will m/?",
		"'Wait,' he said -- 'now!'":   "l/he l/now l/said l/wait m/! m/— m/“ m/“ m/” m/”",
		"「渡輪」停航。":                     "h/停航 h/渡轮 m/“ m/”",
		"渡轮 AI（测试）":                   "h/测试 h/渡轮 l/AI m/(",
		"21.79万亿":                     "f/2.179e+13 h/万亿",
		"The Han character 码头 stands": "h/码头 l/charact l/han l/stand l/the",
	} {
		if got := tokenTexts(t, text); got != want {
			t.Errorf("%q:\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestQuotesAndApostrophes(t *testing.T) {
	for text, want := range map[string][]string{
		`don't`:              nil,
		`the boys' ferry`:    {closing}, // told from a closing quotation by nothing here
		`"Yes," she said`:    {opening, closing},
		`(“now”)`:            {bracket, opening, closing},
		"他说：“好！”":            {colon, opening, surprised, closing},
		"wait... what??":     {dots, question, question},
		"high-quality - low": nil,
		"1990’s":             nil,
	} {
		var got []string
		for _, m := range appendMarks(nil, text) {
			got = append(got, m.text)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func TestLexicon(t *testing.T) {
	l, err := lexiconOnce()
	if err != nil {
		t.Fatal(err)
	}
	if got := l.split("码头工人检查渡轮", maxWord); strings.Join(got, " ") != "码头 工人 检查 渡轮" {
		t.Errorf("split = %v", got)
	}
	for word, stem := range map[string]string{"码头": "wharf", "美国": "US", "检查": "inspect", "世界贸易组织": "WTO", "画儿": "paint"} {
		e, ok := l.entry(word)
		if n, known := l.stems[stem]; !ok || !known || !slices.Contains(e.stems, n) {
			t.Errorf("the lexicon does not give %s for %s", stem, word)
		}
	}
	if _, ok := l.entry("码头渡轮"); ok {
		t.Error("the lexicon has a word nobody has")
	}
}

func FuzzTokens(f *testing.F) {
	l, err := lexiconOnce()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("He'll see “the” U.S.", "他说：「好！」21.79万亿")
	f.Add("\x00\xff'\xff", "码\xff'头——")
	f.Fuzz(func(t *testing.T, left, right string) {
		for _, text := range []string{left, right} {
			for _, tok := range l.tokens(text) {
				if tok.text == "" || tok.class == 0 {
					t.Fatalf("%q has an empty token", text)
				}
			}
		}
	})
}
