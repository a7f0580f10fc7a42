package corpus

import "testing"

func TestIdentify(t *testing.T) {
	for _, c := range []struct {
		words              string
		name, role, outlet string
		part               part
		proof              proof
	}{
		{"Wang Lingjun", "Wang Lingjun", "", "", unknown, fair},
		{"He Yadong", "He Yadong", "", "", unknown, fair},
		{"Mr. Wang", "Wang", "", "", unknown, sure},
		{"MR DENNIS KWOK", "Dennis Kwok", "", "", member, sure},
		{"DR CHIANG LAI-WAN", "Chiang Lai-Wan", "", "", member, sure},
		{"SECRETARY FOR FINANCIAL SERVICES AND THE TREASURY", "Secretary for Financial Services and the Treasury", "Secretary for Financial Services and the Treasury", "", official, sure},
		{"Chief Executive", "Chief Executive", "Chief Executive", "", official, fair},
		{"Minister of Commerce Zhong Shan", "Zhong Shan", "Minister of Commerce", "", official, fair},
		{"Senior Colonel Wu Qian", "Wu Qian", "Senior Colonel", "", official, fair},
		{"Senator Robinson", "Robinson", "Senator", "", member, fair},
		{"Hu Kaihong (host)", "Hu Kaihong", "host", "", chairs, sure},
		{"Wang Lingjun, vice minister of GACC", "Wang Lingjun", "vice minister of GACC", "", official, sure},
		{"Anna Berg, National Review", "Anna Berg", "", "National Review", asks, sure},
		{"Reuters", "", "", "Reuters", asks, sure},
		{"the paper", "", "", "the paper", asks, sure},
		{"Harbour Daily", "", "", "Harbour Daily", asks, fair},
		{"Harbour Radio reporter", "", "", "Harbour Radio", asks, fair},
		{"Q", "", "", "", asks, sure},
		{"Answer", "", "", "", answers, sure},
		{"Moderator", "Moderator", "Moderator", "", chairs, sure},
		{"TonyQ", "TonyQ", "", "", unknown, weak},
		{"Let me make clear here", "", "", "", unknown, none},
		{"First, three points", "", "", "", unknown, none},
		{"President, I would like to hear from the Chief Secretary for Piers", "", "", "", unknown, none},
		{"The first question is", "", "", "", unknown, none},
		{"Note", "", "", "", unknown, none},

		{"王令浚", "王令浚", "", "", unknown, fair},
		{"葉劉淑儀議員(譯文)", "葉劉淑儀", "議員", "", member, sure},
		{"寿小丽女士", "寿小丽", "", "", unknown, sure},
		{"国务院新闻办新闻局 寿小丽", "寿小丽", "国务院新闻办新闻局", "", chairs, sure},
		{"国家统计局新闻发言人 付凌晖", "付凌晖", "国家统计局新闻发言人", "", official, sure},
		{"国防部新闻发言人吴谦大校", "吴谦", "国防部新闻发言人", "", official, sure},
		{"立法會主席梁君彥議員", "梁君彥", "立法會主席", "", chairs, sure},
		{"十二屆全國人大新聞中心副主任、主持人曲衛國", "曲衛國", "十二屆全國人大新聞中心副主任、主持人", "", chairs, sure},
		{"政務司司長(譯文)", "政務司司長", "政務司司長", "", official, fair},
		{"海港局局長", "海港局局長", "海港局局長", "", official, fair},
		{"Robinson 參議員", "Robinson", "參議員", "", member, sure},
		{"瑪格麗特・胡佛", "瑪格麗特・胡佛", "", "", unknown, fair},
		{"中央广播电视总台央视记者", "", "", "中央广播电视总台央视", asks, sure},
		{"《中國日報》記者", "", "", "中國日報", asks, sure},
		{"21世纪经济报道记者", "", "", "21世纪经济报道", asks, sure},
		{"中央社 蘇思云", "蘇思云", "", "中央社", asks, sure},
		{"北德廣播", "", "", "北德廣播", asks, sure},
		{"记者", "", "", "", asks, sure},
		{"主持人", "主持人", "主持人", "", chairs, sure},
		{"会议指出", "", "", "", unknown, none},
		{"王毅指出", "", "", "", unknown, none},
		{"三个方面的工作", "", "", "", unknown, none},
		{"方面", "", "", "", unknown, none},
		{"一、总体情况", "", "", "", unknown, none},
		{"主席，我想問問政務司司長", "", "", "", unknown, none},
	} {
		want := identity{c.name, c.role, c.outlet, c.part, c.proof}
		if got := identify(c.words); got != want {
			t.Errorf("identify(%q) = %+v, want %+v", c.words, got, want)
		}
	}
}

func TestFindLabel(t *testing.T) {
	for _, c := range []struct {
		line, mark, text string
		form             form
	}{
		{"Wang Lingjun:", "Wang Lingjun:", "", alone},
		{"Reuters: Will it rain?", "Reuters:", "Will it rain?", inline},
		{"路透社记者：会下雨吗？", "路透社记者：", "会下雨吗？", inline},
		{"Wang Yi:Friends", "Wang Yi:", "Friends", inline},
		{"**Wang Yi:** Friends", "**Wang Yi:**", "Friends", inline},
		{"### 唐鳳:", "### 唐鳳:", "", heading},
		{"[李克强]时间有限", "[李克强]", "时间有限", bracket},
		{"[李克强]：时间有限", "[李克强]：", "时间有限", bracket},
		{"【张业遂】各位", "【张业遂】", "各位", bracket},
		{"Dr. Tedros: (04:25)", "Dr. Tedros:", "", alone},
		{"At the start of the press conference, Minister Gao Linwei said: Friends", "At the start of the press conference, Minister Gao Linwei said:", "Friends", inline},
		{"Q What now?", "Q", "What now?", column},
		{"CL          Hello", "CL", "Hello", column},
	} {
		raw := "  " + c.line + " \n"
		l, ok := findLabel(raw, trim(raw, splitLines(raw)[0]))
		if !ok || l.mark.In(raw) != c.mark || l.text.In(raw) != c.text || l.form != c.form {
			t.Errorf("findLabel(%q) = %q, %q, form %d, %v", c.line, l.mark.In(raw), l.text.In(raw), l.form, ok)
		}
	}
	for _, line := range []string{
		"10:30", "At 10:30 we met", "https://example.org", "[a link](https://example.org)", "* **翻译（Translate）**：我", "- Reuters: yes", "## A heading",
		"It rained. Reuters: yes", "以下简称：", "He said: yes", "A forum will be held",
	} {
		if l, ok := findLabel(line, trim(line, splitLines(line)[0])); ok && l.proof > weak {
			t.Errorf("findLabel(%q) = %q as %+v", line, l.mark.In(line), l.identity)
		}
	}
}

func TestDates(t *testing.T) {
	for s, want := range map[string]string{
		"July 14, 2025":                         "2025-07-14",
		"Oct. 13, 2025":                         "2025-10-13",
		"Updated: Feb 6,2015 5:38 PM":           "2015-02-06",
		"the morning of 15th March 2015":        "2015-03-15",
		"17 October 2012":                       "2012-10-17",
		"于2020年8月14日（星期五）":                      "2020-08-14",
		"二○一二年十月十七日":                            "2012-10-17",
		"2023-04-26 16:59":                      "2023-04-26",
		"2023/4/6":                              "2023-04-06",
		"on 2031-02-30 or so":                   "",
		"March 2031":                            "",
		"version 1.2.3":                         "",
		"held July 9, 2031, told July 10, 2031": "2031-07-09",
	} {
		if got, _ := findDate(s); got != want {
			t.Errorf("findDate(%q) = %q, want %q", s, got, want)
		}
	}
	if got := findDay("今日（五月九日）上午", "2023-07-01"); got != "2023-05-09" {
		t.Errorf("findDay = %q", got)
	}
	if got := findDay("this evening (December 23):", "2015-12-24"); got != "2015-12-23" {
		t.Errorf("findDay = %q", got)
	}
}
