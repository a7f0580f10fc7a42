package index

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// short is the ID without the briefing for port-a, which the table asks about.
func short(id string) string { return strings.TrimPrefix(id, "port-a#") }

func TestSearch(t *testing.T) {
	x := sampleIndex(t)
	tests := []struct {
		query string
		want  string // short IDs in order, tier of the first
	}{
		// English.
		{"tariff", "t2.s1 t3.s4 passage"},
		{`"tariffs"`, "t2.s1 passage"},
		{"simplify", "t3.s3 passage"},
		{"TARIFF", "t2.s1 t3.s4 passage"},
		{"high-quality", "t3.s2 passage"},
		{"“high quality development”", "t3.s2 passage"},
		{"china", "t3.s2 passage"},
		{"China’s", "t3.s2 passage"},
		{"US", "t2.s2 passage"},
		{`"answered us"`, "t2.s2 passage"},
		{"trad*", "t1.s2 passage"},
		{"the tariff of cranes", "t3.s4 passage"},
		{"exporters NEAR/3 tariffs", "t2.s1 passage"},
		{"exporters NEAR/1 tariffs", "t2.s1 turn"},
		{`"briefing of the Harbour Office"`, "t1.s1 passage"},
		{"WTO", "t3.s4 passage"},
		{"zh:WTO", "t3.s4 passage"},
		// Chinese words inside longer ones, and unspaced queries.
		{"审计", "t4.s1 passage"},
		{"处理", "t5.s1 passage"},
		{"简单", "t3.s3 passage"},
		{"税", "t2.s1 t3.s4 passage"},
		{"外贸进出口增长", "t1.s2 passage"},
		{"高质量发展", "t3.s2 t5.s3 passage"},
		{"新质生产力", "t5.s2 passage"},
		{"新質生產力", "t5.s2 passage"},
		{"審計", "t4.s1 passage"},
		{"ABC公司", "t5.s3 passage"},
		{"ｗｔｏ规则", "t3.s4 passage"},
		{"「海港邮报」记者", "t2.s1 passage"},
		{"增长同比", "t1.s3 passage"},
		// Two languages, negation and brackets.
		{`zh:高质量发展 -en:"high-quality development"`, "t5.s3 passage"},
		{"高质量发展 -市场", "t5.s3 passage"},
		{"关税 (影响 OR 起重机)", "t2.s1 t3.s4 passage"},
		{"关税 -(影响 OR 起重机)", ""},
		{"关税 -tariff", ""},
		{"tariff 起重机", "t3.s4 passage"},
		{"en:(crane OR audit)", "t3.s4 t4.s1 passage"},
		{"missing:en", "t1.s4 passage"},
		{"missing:zh", ""},
		{"align:<0.5", "t1.s4 passage"},
		// Who, where, when.
		{"speaker:吕明远 in:answer development", "t3.s2 passage"},
		{`speaker:"Mingyuan Lyu" 关税`, "t3.s4 passage"},
		{"speaker:lumingyuan 关税", "t3.s4 passage"},
		{"speaker:shanxueqing 案件", "t5.s1 passage"},
		{`speaker:"Xueqing Dan" 案件`, "t5.s1 passage"},
		{"speaker:xue* 案件", "t5.s1 passage"},
		{"outlet:courier in:question", "t2.s1 t2.s2 passage"},
		{"outlet:courier cranes", "t3.s4 passage"},
		{"outlet:tide cranes", ""},
		{"outlet:海港邮报 美方", "t2.s2 passage"},
		{"role:审计局", "t5.s1 t5.s2 t5.s3 passage"},
		{`org:"harbour office" cranes`, "t3.s4 passage"},
		{"in:remark", "t6.s1 passage"},
		// Figures and patterns.
		{"num:21.79e12", "t1.s3 passage"},
		{"21.79 trillion", "t1.s3 passage"},
		{"21.79万亿", "t1.s3 passage"},
		{"num:2.9%", "t1.s3 passage"},
		{"num:628000", "t5.s1 passage"},
		{"20万", "t5.s1 passage"},
		{"num:600000..700000", "t5.s1 passage"},
		{"/.{2}生产力/", "t5.s2 passage"},
		{"/[A-Z]{3} rules/", "t3.s4 passage"},
		{`/\d+(\.\d+)?万件/`, "t5.s1 passage"},
		// Tiers.
		{"tariffs answered", "t2.s1 t2.s2 turn"},
		{"exporters cranes", "t2.s1 t3.s4 exchange"},
		{"exporters zebra", "t2.s1 any"},
		{"exporters cranes -audit", "t2.s1 t3.s4 exchange"},
		{"exporters cranes -WTO", "t2.s1 any"},
		{"zebra", ""},
		{"ABC", "t5.s3 any"},
		{"en:ABC", ""},
	}
	for _, tt := range tests {
		r := mustSearch(t, x, tt.query+" briefing:port-a", Options{Limit: 20})
		var got []string
		for _, h := range r.Hits {
			got = append(got, short(h.ID))
		}
		if len(got) > 0 {
			got = append(got, string(r.Hits[0].Tier))
		}
		if diff := cmp.Diff(strings.Fields(tt.want), got, cmp.Transformer("sort", sorted)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.query, diff)
		}
		if r.Total != len(r.Hits) {
			t.Errorf("%s: total %d, but %d hits", tt.query, r.Total, len(r.Hits))
		}
	}
}

// sorted makes the order of hits not matter; TestRanking looks at that.
func sorted(s []string) map[string]bool {
	m := map[string]bool{}
	for _, v := range s {
		m[v] = true
	}
	return m
}
