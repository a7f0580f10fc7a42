package index

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// outline writes an exchange as id[question|answers]matches, with short IDs.
func outline(hit ExchangeHit) string {
	var q, a []string
	for _, p := range hit.Question {
		q = append(q, short(p.ID))
	}
	for _, ans := range hit.Answers {
		for _, p := range ans.Passages {
			a = append(a, short(p.ID))
		}
	}
	var m []string
	for _, id := range hit.Matches {
		m = append(m, short(id))
	}
	return short(hit.ID) + "[" + strings.Join(q, " ") + "|" + strings.Join(a, " ") + "]" + strings.Join(m, " ") + "/" + string(hit.Tier)
}

func TestExchanges(t *testing.T) {
	x := sampleIndex(t)
	tests := []struct {
		query string
		want  []string
	}{
		// The words are spread over question and answer.
		{"exporters cranes", []string{"q1[t2.s1 t2.s2|t3.s1 t3.s2 t3.s3 t3.s4]t2.s1 t3.s4/exchange"}},
		// Where question and answer both match comes first; a turn outside any exchange is last.
		{"(关税 OR 进出口 OR 公布)", []string{
			"q1[t2.s1 t2.s2|t3.s1 t3.s2 t3.s3 t3.s4]t2.s1 t3.s4/passage",
			"q2[t4.s1|t5.s1 t5.s2 t5.s3]t4.s1/passage",
			"t1[|t1.s2]t1.s2/passage",
		}},
		{"outlet:courier cranes", []string{"q1[t2.s1 t2.s2|t3.s1 t3.s2 t3.s3 t3.s4]t3.s4/passage"}},
		{"outlet:tide cranes", []string{}},
		{"cranes -exporters", []string{}},
		{"in:remark", []string{"t6[|t6.s1]t6.s1/passage"}},
		{"zebra audit", []string{"q2[t4.s1|t5.s1 t5.s2 t5.s3]t4.s1/any"}},
		{"zebra", []string{}},
	}
	for _, tt := range tests {
		r := mustSearch(t, x, tt.query+" briefing:port-a", Options{Exchanges: true})
		got := []string{}
		for _, hit := range r.Exchanges {
			got = append(got, outline(hit))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.query, diff)
		}
		if r.Total != len(got) {
			t.Errorf("%s: total %d of %d", tt.query, r.Total, len(got))
		}
	}
}

func TestExchangeMarksAndPages(t *testing.T) {
	x := sampleIndex(t)
	r := mustSearch(t, x, "关税", Options{Exchanges: true, Limit: 1, Offset: 1})
	if r.Total != 2 || len(r.Exchanges) != 1 || r.Exchanges[0].ID != "port-b#q1" {
		t.Fatalf("%+v", r)
	}
	hit := r.Exchanges[0]
	if len(hit.Answers) != 0 || marked(hit.Question[0].Zh) != "关税" || len(hit.Question[1].Zh.Marks) != 0 {
		t.Errorf("%+v", hit)
	}
}

func TestOrder(t *testing.T) {
	x := sampleIndex(t)
	tests := []struct {
		query string
		opt   Options
		want  string
	}{
		{"trade", Options{}, "port-a#t1.s2 port-b#t1.s2"},
		{"trade", Options{Sort: ByDate}, "port-b#t1.s2 port-a#t1.s2"},
		{"trade", Options{Sort: ByDateDown}, "port-a#t1.s2 port-b#t1.s2"},
		{"date:..2024 in:opening", Options{}, "port-b#t1.s1 port-b#t1.s2 port-b#t1.s3 port-b#t1.s4"},
		{"*", Options{Limit: 2, Offset: 3}, "port-a#t1.s4 port-a#t2.s1"},
		{"*", Options{Limit: -1}, ""},
		{"*", Options{Offset: 1000}, ""},
	}
	for _, tt := range tests {
		r := mustSearch(t, x, tt.query, tt.opt)
		var ids []string
		for _, h := range r.Hits {
			ids = append(ids, h.ID)
		}
		if got := strings.Join(ids, " "); got != tt.want {
			t.Errorf("%s %+v: got %s, want %s", tt.query, tt.opt, got, tt.want)
		}
	}
}

func TestRanking(t *testing.T) {
	texts := []Side{
		1: {Text: "The tariff schedule came out."}, 2: {Text: "The tariffs schedule came out."},
		3: {Text: "外贸去年增长很快。"}, 4: {Text: "去年外贸增长很快。"},
		5: {Text: "Quotas, quotas; they said quotas and quotas."}, 6: {Text: "They said quotas and left, and that was all there was to say about it then."},
		7: {Text: "货值同比增长很快。"}, 8: {Text: "货值的同比很好看。"},
	}
	var passages []Passage
	for i, s := range texts {
		p := Passage{ID: fmt.Sprintf("r#t1.s%d", i), Briefing: "r"}
		if units(s.Text) != nil && isCharacter([]rune(s.Text + "x")[0]) {
			p.Zh = s
		} else {
			p.En = s
		}
		passages = append(passages, p)
	}
	x, err := Memory(func(w *Writer) error { return w.AddPassages("r", passages, "") })
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	for _, tt := range []struct{ query, want, why string }{
		{"tariff", "s1 s2", "the form asked for before another"},
		{"tariffs", "s2 s1", "the form asked for before another"},
		{"外贸增长", "s4 s3", "the run as it stands before its words apart"},
		{"quotas", "s5 s6", "oftener and in a shorter text before once in a longer"},
		{"同比", "s8 s7", "a whole word before part of one"},
	} {
		var got []string
		for _, h := range mustSearch(t, x, tt.query, Options{}).Hits {
			got = append(got, strings.TrimPrefix(h.ID, "r#t1."))
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: got %v, want %s: %s", tt.query, got, tt.want, tt.why)
		}
	}
}

// TestPagesAddUp reads every tier page by page.
func TestPagesAddUp(t *testing.T) {
	x := sampleIndex(t)
	for _, q := range []string{"exporters cranes", "tariffs answered", "zebra tariff trade", "the US side OR 关税"} {
		all := mustSearch(t, x, q, Options{Limit: 100})
		var paged []Passage
		for len(paged) < all.Total {
			page := mustSearch(t, x, q, Options{Limit: 1, Offset: len(paged)})
			if len(page.Hits) != 1 || page.Total != all.Total {
				t.Fatalf("%s, page %d: %d hits of %d, want of %d", q, len(paged), len(page.Hits), page.Total, all.Total)
			}
			paged = append(paged, page.Hits...)
		}
		if diff := cmp.Diff(all.Hits, paged, cmp.AllowUnexported(Passage{})); diff != "" {
			t.Errorf("%s: %s", q, diff)
		}
	}
}

func TestFacets(t *testing.T) {
	x := sampleIndex(t)
	f := mustSearch(t, x, "关税 OR trade", Options{Limit: -1, Facets: true}).Facets
	b, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"speaker":[{"value":"bai-hua","name":{"en":"Bai Hua","zh":"白桦"},"count":2},{"value":"harbour-courier","name":{},"count":2},` +
		`{"value":"lyu-mingyuan","name":{"en":"Lyu Mingyuan","zh":"吕明远"},"count":1}],` +
		`"role":[{"value":"Spokesperson 新闻发言人","name":{"en":"Spokesperson","zh":"新闻发言人"},"count":2},` +
		`{"value":"Vice Minister of Harbours 港务部副部长","name":{"en":"Vice Minister of Harbours","zh":"港务部副部长"},"count":1}],` +
		`"outlet":[{"value":"Harbour Courier 海港邮报","name":{"en":"Harbour Courier","zh":"海港邮报"},"count":2}],` +
		`"kind":[{"value":"opening","count":2},{"value":"question","count":2},{"value":"answer","count":1}],` +
		`"organisation":[{"value":"Harbour Office 港务办公室","name":{"en":"Harbour Office","zh":"港务办公室"},"count":5}],` +
		`"year":[{"value":"2024","count":2},{"value":"2025","count":3}],"month":[{"value":"2024-02","count":2},{"value":"2025-07","count":3}]}`
	if diff := cmp.Diff(want, string(b)); diff != "" {
		t.Error(diff)
	}
}

func TestContext(t *testing.T) {
	x := sampleIndex(t)
	before, p, after, err := x.Context(context.Background(), "port-a#t2.s1", 2)
	if err != nil || len(before) != 2 || len(after) != 2 || before[0].ID != "port-a#t1.s3" || after[1].ID != "port-a#t3.s1" || p.ID != "port-a#t2.s1" {
		t.Errorf("%v %v %v %v", before, p, after, err)
	}
	if _, err := x.Passage("port-a#t99.s1"); err == nil {
		t.Error("found a passage that is not there")
	}
}

// TestJSON pins the shape others read.
func TestJSON(t *testing.T) {
	r := mustSearch(t, sampleIndex(t), `en:"tariffs" zh:关税 briefing:port-a`, Options{})
	r.Took = 0
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"query":"en:\"tariffs\" zh:关税 briefing:port-a","total":1,"took_ms":0,"hits":[{"id":"port-a#t2.s1","briefing":"port-a","date":"2025-07-14",` +
		`"title":{"en":"Harbour briefing","zh":"港务发布会"},"organisation":{"en":"Harbour Office","zh":"港务办公室"},` +
		`"speaker":{"id":"harbour-courier","name":{},"role":{},"outlet":{"en":"Harbour Courier","zh":"海港邮报"}},"kind":"question","exchange":"port-a#q1",` +
		`"en":{"text":"I am with the Harbour Courier. How will the tariffs affect small exporters?","marks":[[44,51]]},` +
		`"zh":{"text":"我是《海港邮报》记者。请问关税对小出口商有何影响？","marks":[[39,45]]},"confidence":0.95,"tier":"passage","url":{}}]}`
	if diff := cmp.Diff(want, string(b)); diff != "" {
		t.Error(diff)
	}
	empty := mustSearch(t, sampleIndex(t), "zebra", Options{Exchanges: true})
	if b, _ = json.Marshal(empty); !strings.Contains(string(b), `"hits":[]`) {
		t.Errorf("%s", b)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	q, _ := Parse("/.{2}税/")
	if r, err := sampleIndex(t).Search(ctx, q, Options{}); err == nil {
		t.Errorf("a cancelled search answers %+v", r)
	}
}
