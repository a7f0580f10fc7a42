package index

import (
	"context"
	"fmt"
	"testing"

	"parley/corpus"
	"parley/segment"
)

// said is one passage of the sample: who, in which turn and as what, and the two texts.
type said struct {
	speaker Speaker
	kind    corpus.Kind
	en, zh  string
}

var (
	hostess  = Speaker{ID: "bai-hua", Name: corpus.Bilingual{En: "Bai Hua", Zh: "白桦"}, Role: corpus.Bilingual{En: "Spokesperson", Zh: "新闻发言人"}}
	minister = Speaker{ID: "lyu-mingyuan", Name: corpus.Bilingual{En: "Lyu Mingyuan", Zh: "吕明远"}, Role: corpus.Bilingual{En: "Vice Minister of Harbours", Zh: "港务部副部长"}}
	auditor  = Speaker{Name: corpus.Bilingual{Zh: "单雪晴"}, Role: corpus.Bilingual{Zh: "审计局局长"}}
	courier  = Speaker{ID: "harbour-courier", Outlet: corpus.Bilingual{En: "Harbour Courier", Zh: "海港邮报"}}
	evening  = Speaker{ID: "evening-tide", Outlet: corpus.Bilingual{En: "Evening Tide", Zh: "晚潮报"}}
)

// sample is a briefing about an invented port, one passage a line.
var sample = [][]said{
	{ // t1
		{hostess, corpus.Opening, "Good morning. Welcome to the briefing of the Harbour Office.", "上午好。欢迎出席港务办公室新闻发布会。"},
		{hostess, corpus.Opening, "Foreign trade through our port kept growing in the first half of the year.", "上半年，我港外贸进出口保持增长。"},
		{hostess, corpus.Opening, "Cargo reached 21.79 trillion crowns, up 2.9% year on year.", "货值达21.79万亿克朗，同比增长2.9%。"},
		{hostess, corpus.Opening, "", "下面请大家提问，提问前请通报所在的新闻机构。"},
	},
	{ // t2, q1
		{courier, corpus.Question, "I am with the Harbour Courier. How will the tariffs affect small exporters?", "我是《海港邮报》记者。请问关税对小出口商有何影响？"},
		{courier, corpus.Question, "And has the US side answered us?", "另外，美方答复我们了吗？"},
	},
	{ // t3, q1
		{minister, corpus.Answer, "Thank you for your question.", "谢谢您的提问。"},
		{minister, corpus.Answer, "China's high‑quality development does not depend on any single market.", "中国的高质量发展不依赖任何单一市场。"},
		{minister, corpus.Answer, "We are simplifying procedures, and installing the new system is simple.", "我们正在简化手续，新系统安装简单。"},
		{minister, corpus.Answer, "Under the WTO rules, a tariff on cranes would be unlawful.", "根据WTO规则，对起重机加征关税是不合法的。"},
	},
	{ // t4, q2
		{evening, corpus.Question, "Evening Tide: when will the audit be published?", "晚潮报：审计工作规定何时公布？"},
	},
	{ // t5, q2
		{auditor, corpus.Answer, "The pending cases number 628,000, and 200,000 of them are old.", "待处理案件有62.8万件，其中20万件是旧案。"},
		{auditor, corpus.Answer, "New productive forces need new rules.", "新質生產力需要新的規則。"},
		{auditor, corpus.Answer, "High-level growth goes on.", "高质量发展继续推进，ＡＢＣ公司也参加。"},
	},
	{ // t6
		{hostess, corpus.Remark, "That is all for today. Thank you.", "今天的发布会到此结束。谢谢大家。"},
	},
}

// sampleExchange tells which exchange a turn of the sample is in.
var sampleExchange = map[int]int{2: 1, 3: 1, 4: 2, 5: 2}

func samplePassages(id, date string) []Passage {
	var out []Passage
	for t, turn := range sample {
		for s, line := range turn {
			p := Passage{
				ID: fmt.Sprintf("%s#t%d.s%d", id, t+1, s+1), Briefing: id, Date: date, Speaker: line.speaker, Kind: line.kind,
				Title:        corpus.Bilingual{En: "Harbour briefing", Zh: "港务发布会"},
				Organisation: corpus.Bilingual{En: "Harbour Office", Zh: "港务办公室"},
				En:           Side{Text: line.en}, Zh: Side{Text: line.zh}, Confidence: 0.95,
			}
			if q := sampleExchange[t+1]; q > 0 {
				p.Exchange = fmt.Sprintf("%s#q%d", id, q)
			}
			if line.kind == corpus.Answer {
				p.AskedBy = sample[t-1][0].speaker
			}
			if line.en == "" {
				p.Missing, p.Confidence = segment.English, 0.4
			}
			out = append(out, p)
		}
	}
	return out
}

// sampleIndex holds the sample twice, on two dates.
func sampleIndex(t testing.TB) *Index {
	t.Helper()
	x, err := Memory(func(w *Writer) error {
		if err := w.AddPassages("port-a", samplePassages("port-a", "2025-07-14"), "1"); err != nil {
			return err
		}
		return w.AddPassages("port-b", samplePassages("port-b", "2024-02-01")[:6], "1")
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

func mustSearch(t testing.TB, x *Index, q string, opt Options) *Result {
	t.Helper()
	query, err := Parse(q)
	if err != nil {
		t.Fatalf("Parse(%q): %v", q, err)
	}
	r, err := x.Search(context.Background(), query, opt)
	if err != nil {
		t.Fatalf("Search(%q): %v", q, err)
	}
	return r
}
