package corpus

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// turnsOf gives "kind speaker-or-outlet" for each turn of a page.
func turnsOf(t *testing.T, raw string) []string {
	t.Helper()
	text := parsed(t, raw)
	checkText(t, text)
	var out []string
	for _, turn := range text.Turns {
		out = append(out, strings.TrimSpace(string(turn.Kind)+" "+turn.Speaker+turn.Outlet))
	}
	return out
}

func TestHabit(t *testing.T) {
	for _, c := range []struct {
		name, raw string
		want      []string
	}{
		{"a heading in a statement is no label",
			"Gao Yun: We have news. Friends, listen.\nSmart Ports: we build them all over.\nKey points: there are two.\nReuters: Where?\nGao Yun: Here.\n",
			[]string{"opening Gao Yun", "question Reuters", "answer Gao Yun"}},
		{"names of one word need to come again",
			"Ola: Good morning, did you sleep well?\nTonyQ: I did. And you?\nOla: Not much. Why do you smile?\nTonyQ: No reason at all.\nWeather: it was fine.\n",
			[]string{"question Ola", "answer TonyQ", "question Ola", "answer TonyQ"}},
		{"a speaker who speaks once on a page of such labels",
			"Reuters: Will it rain?\nGao Yun: It will.\nLuo Zhaohui: I agree with that.\n",
			[]string{"question Reuters", "answer Gao Yun", "answer Luo Zhaohui"}},
		{"headlines over exchanges",
			"国防部：期待两军关系稳定\n记者：有何评论？\n高云：这是内政。\n国防部：新装备列装\n记者：请证实。\n高云：可以证实。\n",
			[]string{"question", "answer 高云", "question", "answer 高云"}},
		{"verbs before a colon",
			"高云：会议指出：要稳。\n王毅指出：要快。\n路透社记者：何时？\n高云：明天。\n其中：两项最重要。\n",
			[]string{"opening 高云", "question 路透社", "answer 高云"}},
		{"times and ratios",
			"Gao Yun: Good morning to you all.\n10:30 was the hour.\n3:1 was the score.\nReuters: Who won?\nGao Yun: We did.\n",
			[]string{"opening Gao Yun", "question Reuters", "answer Gao Yun"}},
		{"what happens between ends a turn, a time or laughter does not",
			"[高云]大家好。\n10:29\n[高云]请坐。\n（笑）\n[高云]好。\n（播放影片）\n[高云]谢谢观看。\n[路透社记者]有何评论？\n[高云]没有。\n",
			[]string{"opening 高云", "opening 高云", "question 路透社", "answer 高云"}},
		{"a follow-up is a question of its own, a joint question is not",
			"Reuters: Will it rain?\nAFP: And snow?\nGao Yun: Both.\nAFP: When?\nGao Yun: Soon.\n",
			[]string{"question Reuters", "question AFP", "answer Gao Yun", "question AFP", "answer Gao Yun"}},
		{"short labels mean the one they fit",
			"Wang Qingzhou, vice minister of Harbours: Good morning.\nReuters: Will it rain?\nMr. Wang: It will.\n",
			[]string{"opening Wang Qingzhou", "question Reuters", "answer Wang Qingzhou"}},
		{"an office's own question to the guest",
			"### Moderator:\n\nWelcome.\n\n### Mei Lan:\n\nThank you.\n\n### Moderator:\n\nCould you tell us why you came?\n\n### Mei Lan:\n\nTo see the sea.\n\n### Moderator:\n\nAre there any questions?\n\n### Question:\n\nWhich sea?\n\n### Mei Lan:\n\nThis one.\n",
			[]string{"opening Moderator", "opening Mei Lan", "question Moderator", "answer Mei Lan", "remark Moderator", "question", "answer Mei Lan"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, turnsOf(t, c.raw)); diff != "" {
				t.Errorf("turns (-want +got):\n%s", diff)
			}
		})
	}
}

func TestExchanges(t *testing.T) {
	kinds := func(s string) (out []Turn) {
		names := map[rune]Kind{'o': Opening, 'q': Question, 'a': Answer, 'r': Remark, 'c': Remark, 'n': Note}
		for _, r := range s {
			out = append(out, Turn{Kind: names[r], Chair: r == 'c'})
		}
		return out
	}
	for turns, want := range map[string][]Exchange{
		"":         nil,
		"oo":       nil,
		"ocqaa":    {{Questions: []int{2}, Answers: []int{3, 4}, Handover: []int{1}}},
		"qcqa":     {{Questions: []int{0, 2}, Answers: []int{3}, Handover: []int{1}}},
		"qaqa":     {{Questions: []int{0}, Answers: []int{1}}, {Questions: []int{2}, Answers: []int{3}}},
		"qaracqac": {{Questions: []int{0}, Answers: []int{1, 3}, Handover: []int{2}}, {Questions: []int{5}, Answers: []int{6}, Handover: []int{4}}},
		"rqnq":     {{Questions: []int{1, 3}}},
		"aq":       {{Questions: []int{1}}},
	} {
		list := kinds(turns)
		got := Exchanges(list)
		checkExchanges(t, list, got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("Exchanges(%s) (-want +got):\n%s", turns, diff)
		}
	}
}
