package corpus

import (
	"regexp"
	"strings"

	"parley/segment"
)

// Lines that are not speech, wherever they stand.
var (
	clock = `\d{1,2}:\d{2}(?::\d{2})?`
	// stampLine is a time, or a date and time, and nothing else.
	stampLine = regexp.MustCompile(`^[\[(【（]?(?:\d{4}-\d{1,2}-\d{1,2}[ T]+)?` + clock + `[\])】）]?$`)
	stampHead = regexp.MustCompile(`^[\[(（]` + clock + `[\])）]`)
	stampTail = regexp.MustCompile(`[\[(（]` + clock + `[\])）]$`)
	// tagLine is markup and nothing else: a comment of the transcriber, a film.
	tagLine = regexp.MustCompile(`(?i)^(<comment>.*</comment>|<iframe\b.*|</?[a-z][^<>]*>|<a [^<>]*>[^<>]*</a>|!?\[[^\]]*\]\([^()]*\)|https?://\S+)$`)
	// passingLine is a note that interrupts nobody: a transcriber's comment, the
	// room's reaction.
	passingLine = regexp.MustCompile(`(?i)^<comment>|^[> *_]*[(（\[].{0,30}(laugh|chuckl|applau|cheer|pause|smil|笑|掌声|掌聲|鼓掌|停顿|停頓)`)
	captionLine = regexp.MustCompile(`^图为|^圖為|(?:摄|攝)\s*[)）]?$|\[Photo/[^\]]*\]$|\(Photo[^)]*\)$|^图片来源|^圖片來源`)
	ruleLine    = regexp.MustCompile(`^[-*_=~#>|\s＊—·•?]+$`)
)

// chromeLine is what the site around the transcript says, wherever it stands.
var chromeLine = regexp.MustCompile(`(?i)^(` + strings.Join([]string{
	`(?:[<>«»‹›]?\s*\d{1,3}\s+){2,}\d{0,3}\s*[<>»›]?`, // 1 2 3 … 14 >
	`(?:[<«‹]\s*)?(?:previous|next)(?: page)?(?:\s*[>»›])?`, `上一页|下一页|上一頁|下一頁|返回顶部`,
	`share:?`, `read in chinese`, `read in english`, `print this page`, `email this article`, `back to top`,
	`a\+\s*a-`, `字号[:：].*`, `【?(?:打印|列印|关闭|關閉|我要纠错)】?`, `nnnn`, `page \d+:?`, `跳至主要[內内]容`,
	`ends/.*`, `完`, `issued at .*`, `香港时间.*|香港時間.*`, `\(please also refer to .*\)`, `（請同時參閱.*）|（请同时参阅.*）`,
	`(?:版面|责任|責任)?(?:编辑|編輯)[:：].{0,30}`, `浏览量[:：].*`, `附件`, `相关链接.*|相關連結.*`,
}, "|") + `)$`)

// longest line the patterns are tried on: none of these is a paragraph.
const maxNote = 400

func isStamp(s string) bool { return len(s) < 60 && stampLine.MatchString(plainSpace(s)) }

// isChrome tells whether a line belongs to the site, not to the event.
func isChrome(s string) bool {
	if len(s) > maxNote {
		return false
	}
	s = strings.TrimSpace(plainSpace(s))
	return ruleLine.MatchString(s) || chromeLine.MatchString(s)
}

// isNote tells whether a line is a stage direction, caption, or other matter
// that was not said.
func isNote(s string) bool {
	if tagLine.MatchString(limit(s, 4*maxNote)) {
		return true
	}
	if len(s) > maxNote {
		return false
	}
	s = strings.Trim(s, "> *_")
	return s == "" || isStamp(s) || captionLine.MatchString(s) || tagLine.MatchString(s) || bracketed(s)
}

// bracketed tells whether one pair of brackets holds the whole line.
func bracketed(s string) bool {
	depth := 0
	for i, r := range s {
		switch r {
		case '(', '（', '[', '【':
			depth++
		case ')', '）', ']', '】':
			depth--
		}
		if depth == 0 && i+len(string(r)) < len(s) {
			return false
		}
	}
	return depth == 0 && s != ""
}

// leadingTime is a time in brackets at the start of s, as some transcripts put
// behind each label.
func leadingTime(raw string, s segment.Span) segment.Span {
	if m := stampHead.FindStringIndex(limit(s.In(raw), 20)); m != nil {
		return sub(s, m[0], m[1])
	}
	return segment.Span{Start: s.Start, End: s.Start}
}

// trailingTime is a time in brackets at the end of s.
func trailingTime(raw string, s segment.Span) segment.Span {
	tail := max(0, s.Len()-20)
	for tail > 0 && raw[s.Start+tail]&0xC0 == 0x80 {
		tail--
	}
	t := sub(s, tail, s.Len())
	if m := stampTail.FindStringIndex(t.In(raw)); m != nil {
		return sub(t, m[0], m[1])
	}
	return segment.Span{Start: s.End, End: s.End}
}
