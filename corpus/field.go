package corpus

import (
	"strings"
	"sync"
)

// field is what a head line's own label announces.
type field uint8

const (
	noField field = iota
	castField
	chairField
	dateField
	pageField // of the page, not of the event
)

var fields = sync.OnceValue(func() map[string]field {
	out := map[string]field{}
	add := func(f field, words string) {
		for _, w := range strings.Split(words, "|") {
			out[w] = f
		}
	}
	add(castField, "speakers|speaker|spokesperson|attendees|participants|speaker(s)|出席人|出席嘉宾|发布人|嘉宾|发言人|受访人")
	add(chairField, "chairperson|chairman|moderator|host|主持人|主持")
	add(dateField, "date|日期|时间|时 间|发布会时间")
	add(pageField, "note|disclaimer|说明|声明|备注|source|venue|place|location|duration|published|published on|updated|editor|author|photo|storyline|speaker key|tags|keywords|topic|time|来源|地点|地 点|发布时间|编辑|责任编辑|版面编辑|文章来源|原标题|题目|主题|会议地点|当前位置|位置|用户名|密码|验证码|发布单位|作者|字号|浏览量")
	return out
})

// fieldOf reads "Speakers:", "Date: July 14, 2025" or "Speakers" alone.
func fieldOf(s string) (field, string) {
	s = strings.Trim(limit(s, maxDated), " *_\u3000")
	at := strings.IndexAny(s, ":：")
	if at < 0 {
		return fields()[fold(s)], ""
	}
	_, value, _ := strings.Cut(strings.ReplaceAll(s[at:], "：", ":"), ":")
	return fields()[fold(strings.TrimSpace(s[:at]))], strings.Trim(value, " *_\u3000")
}

// fieldMark is the field that a label, folded, may be.
func fieldMark(mark string) field {
	return fields()[strings.TrimSpace(strings.Trim(mark, ":*#[]【】 "))]
}
