package corpus

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
	journalist = regexp.MustCompile(`^(.*?)(?:记者|特派员)\s*(\p{Han}{2,4})?$`)
	// officeChinese ends a Chinese title; the name follows it.
	officeChinese = regexp.MustCompile(`(主席|主持人|部长|局长|司长|主任|发言人|总理|院长|署长|秘书长|委员长|委员|行长|书记|省长|市长|大校|上校|少将|中将|上将|大使|总裁|董事长|会长|所长|处长|厅长|参赞|特首|行政长官|长官|理事长|总干事|新闻局|新闻司|总经济师|总工程师|总会计师|官员|专员|组长|县长|州长|校长|站长|总监|负责人|秘书|总统)$`)
	// titleAfter follows a name.
	titleAfter = regexp.MustCompile(`(参议员|众议员|议员|立委|委员|先生|女士|小姐|部长|副部长|局长|司长|主任|教授|博士|大使|律师|院士|总理|发言人|主席|市长|大校|上校|少将|中将|上将)$`)
	politeZh   = regexp.MustCompile(`^(先生|女士|小姐)$`)
	outletTail = regexp.MustCompile(`(电视台|电视|卫视|日报|晚报|早报|晨报|时报|商报|新闻|通讯社|社|广播|电台|广播电台|网|报|周刊|杂志|月刊|传媒|央视|财经|报道|频道|总台|新闻台|新闻网|news|tv|TV|News)$`)
	// saying ends a clause that brings somebody's words; clause has words that
	// no name of a speaker has.
	saying = regexp.MustCompile(`(指出|表示|强调|认为|提出|如下|以下|包括|说|问|称|道|答复|例如|比如|的|了|吗|呢)$`)
	clause = regexp.MustCompile(`[的了吗呢是在有和与及个这那我你他它们很都也就把被让请您要会能可不]`)
	// ordinary words whose first character is also a family name
	wordsZh    = regexp.MustCompile(`^(方面|时间|时候|时代|项目|高度|和平|成果|成就|成员|金额|平均|任务|安全|安排|经验|路线|路径|方向|方案|方法|方式|水平|文件|文化|常态|温度|马上|尤其|计划|全面|空间|应该|应对|强调|权利|曾经|石油|雷达|万一|单位|关键|关于|关系|双方|宣布|解释|支持|管理|满意|危机|余额|能源|充分|明确|元首|白皮书|广告|国家|连接|向来|项|钟头|程序|程度|江山|房屋|房产|车辆|费用|门类|门户|景气|荣誉|焦点|强项|强化|包容|易于|阳光|农业|农村|农民|海关|海洋|凤凰|路透|和谐|毛利|黄金|高层|高质量|周期|周边|党员|党建|官方|班子|戏剧|华人|施工|施行|元旦|危险|别人|师生|钱款|来源|编辑|主题|地点|日期|话题|问题|原因|背景|目的|目标|结果|结论|总之|其中|此外|另外|同时|首先|其次|最后|第一|第二|第三|注意|备注|附件|图片|摄影|责任编辑|版面编辑|发布人|出席人|电话|地址|网址|标题|原标题|单身|谈话|查处|应急|鲁莽|安心|苗头|蓝图|余下|连结|链接|笑|笑声|掌声|鼓掌|休息|中场休息|图|音乐)$`)
	officeTail = regexp.MustCompile(`[部局委署厅院办司]$`)
	dotted     = regexp.MustCompile(`^[\p{Han}\p{Katakana}A-Za-z.]+([·・•‧][\p{Han}\p{Katakana}A-Za-z.]+)+$`)
	listing    = regexp.MustCompile(`^(第?[一二三四五六七八九十百]+[、，.．:： ]|其[一二三四五六]|[0-9]+[.、．)）]|[（(][^)）]{1,3}[)）])`)
)

func identifyChinese(words string) identity {
	runes := []rune(words)
	s := string(simple(words)) // as many characters as words
	if listing.MatchString(s) || strings.ContainsAny(s, "，；。？！,;?!：:“”\"") {
		return identity{}
	}
	if id, ok := outletChinese(s, runes); ok {
		return id
	}
	if wordsZh.MatchString(s) {
		return identity{}
	}
	if id, ok := officeNameChinese(s, runes); ok {
		return id
	}
	n := len(runes)
	switch {
	case isPerson(s):
		return identity{name: words, proof: fair}
	case officeChinese.MatchString(s) && n <= 24:
		return identity{name: words, role: words, part: official, proof: fair}
	case outletTail.MatchString(s) && n >= 3 && n <= 20 && !saying.MatchString(s):
		return identity{outlet: words, part: asks, proof: fair}
	case n <= 12 && !saying.MatchString(s) && !clause.MatchString(s):
		return identity{name: words, proof: weak}
	}
	return identity{}
}

// outletChinese reads "…记者", "…记者 name", "outlet name" and listed outlets.
// s is the simplified form of runes.
func outletChinese(s string, runes []rune) (identity, bool) {
	cut := func(bytes int) int { return utf8.RuneCountInString(s[:bytes]) }
	id := identity{part: asks, proof: sure}
	if m := journalist.FindStringSubmatchIndex(s); m != nil && m[3] > 0 && cut(m[3]) <= 30 {
		id.outlet = unquote(string(runes[:cut(m[3])]))
		if m[4] >= 0 {
			if !isPerson(s[m[4]:m[5]]) {
				return identity{}, false
			}
			id.name = string(runes[cut(m[4]):cut(m[5])])
		}
		return id, id.outlet != ""
	}
	if outlets().byName[fold(unquote(s))] != nil {
		id.outlet = unquote(string(runes))
		return id, true
	}
	if at := strings.LastIndexByte(s, ' '); at > 0 {
		before, after := strings.TrimSpace(s[:at]), s[at+1:]
		listed := outlets().byName[fold(unquote(before))] != nil
		if isPerson(after) && (listed || outletTail.MatchString(before) && !officeChinese.MatchString(before)) {
			id.outlet, id.name = unquote(strings.TrimSpace(string(runes[:cut(at)]))), string(runes[cut(at)+1:])
			return id, true
		}
	}
	return identity{}, false
}

// officeNameChinese reads an office before a name ("国家统计局新闻发言人 付凌晖"),
// a title after it (石禮謙議員), or both.
func officeNameChinese(s string, runes []rune) (identity, bool) {
	var after string
	if m := titleAfter.FindStringIndex(s); m != nil && m[0] > 0 {
		rest, n := strings.TrimRight(s[:m[0]], " "), utf8.RuneCountInString(s[:m[0]])
		if id, ok := splitOffice(rest, runes[:n]); ok || isPerson(rest) || latinName(rest) {
			if !ok {
				id = identity{name: strings.TrimSpace(string(runes[:n])), proof: sure}
			}
			after = string(runes[n:])
			return titledChinese(id, after, s[m[0]:]), true
		}
	}
	return splitOffice(s, runes)
}

// titledChinese adds the title that follows a name; 先生 and 女士 tell nothing.
func titledChinese(id identity, title, simplified string) identity {
	id.proof = sure
	if politeZh.MatchString(simplified) {
		return id
	}
	if id.role == "" {
		id.role, id.part = title, official
		if strings.HasSuffix(simplified, "议员") {
			id.part = member
		}
	}
	return id
}

// splitOffice cuts office and name apart, at a space or after a word for an office.
func splitOffice(s string, runes []rune) (identity, bool) {
	made := func(at, skip int) identity {
		n := utf8.RuneCountInString(s[:at])
		role := strings.TrimSpace(string(runes[:n]))
		id := identity{name: strings.TrimSpace(string(runes[n+skip:])), role: role, part: official, proof: sure}
		if chairing(s[:at]) {
			id.part = chairs
		}
		return id
	}
	if at := strings.LastIndexAny(s, " \u3000"); at >= len("国家") {
		_, size := utf8.DecodeRuneInString(s[at:])
		if isPerson(s[at+size:]) && utf8.RuneCountInString(hanPart(s[:at])) >= 2 {
			return made(at, 1), true
		}
	}
	for tail := 4; tail >= 2; tail-- { // characters in the name
		n := len(runes) - tail
		if n < 2 {
			continue
		}
		at := byteOf(s, n)
		if officeChinese.MatchString(s[:at]) && isPerson(s[at:]) {
			return made(at, 0), true
		}
	}
	return identity{}, false
}

// isPerson tells whether s, simplified, has the form of a person's name.
func isPerson(s string) bool {
	if dotted.MatchString(s) {
		return true
	}
	runes := []rune(s)
	if len(runes) < 2 || len(runes) > 4 || wordsZh.MatchString(s) {
		return false
	}
	for _, r := range runes {
		if !isHan(r) {
			return false
		}
	}
	if saying.MatchString(string(runes[1:])) || officeTail.MatchString(s) {
		return false
	}
	if surnames()[string(runes[:2])] {
		return len(runes) > 2
	}
	return len(runes) < 4 && surnames()[string(runes[:1])]
}

func latinName(s string) bool {
	return s != "" && !hasHan(s) && capitalised(s) && len(strings.Fields(s)) <= 4
}

// chairing tells whether an office is that of one who gives the floor: the
// host, or the information office's own people at other offices' briefings.
func chairing(office string) bool {
	for _, w := range []string{"主持", "国务院新闻办", "国新办", "会议主席", "立法会主席", "大会主席", "State Council Information Office", "SCIO", "moderator", "host"} {
		if strings.Contains(office, w) {
			return true
		}
	}
	return false
}

// unquote takes book-title marks off a name that stands in them whole.
func unquote(s string) string {
	s = strings.TrimSpace(s)
	if inner, ok := strings.CutPrefix(s, "《"); ok {
		if inner, ok = strings.CutSuffix(inner, "》"); ok {
			return inner
		}
	}
	return s
}

// byteOf is the byte offset of the n-th character of s.
func byteOf(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}
