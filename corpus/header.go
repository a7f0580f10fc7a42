package corpus

import (
	"regexp"
	"strings"
)

// The head of a page tells what the event is: its title, its date, who speaks.
// Its lines are understood one by one; what is not understood stays
// unattributed. Dates compete: a field ("Date:") beats the title, the title a
// sentence about the event, that a date alone on a line, that the time stamps
// of the posts; the day of publication stands in only where nothing else is had.

// standing says how well a date is vouched for; the lowest wins.
type standing uint8

const (
	stated standing = iota // in a field
	titledDate
	told    // in a sentence about the event
	aloneOn // a line of its own
	stamped
	published
	standings
)

// header collects what the head says.
type header struct {
	title string
	org   string
	dates [standings]string
	cast  []Person
	open  field  // the field whose value stands on the next lines
	day   string // a line with a day but no year
}

var (
	eventWords = regexp.MustCompile(`(?i)briefing|press conference|conference|transcript|interview|remarks|media session|consultation|conversation|dialogue|q ?& ?a|meeting|speech|debate|hearing|council|发布会|發布會|發佈會|记者会|記者會|答问|答問|答记者问|答中外记者问|答中外記者問|实录|實錄|辑录|輯錄|访谈|訪談|专访|專訪|采访|採訪|对谈|對談|会见传媒|會見傳媒|立法会|立法會|讲话|講話`)
	leadEN     = regexp.MustCompile(`(?i)\b(held|holds|hosted|attend(?:ed|s)|answer(?:ed|s)|met|convened)\b.*\b(press|briefing|conference|media|questions|queries|reporters|journalists|session)\b|^\s*following (?:is|are) (?:the|a) (?:transcript|remarks)|\b(?:here|below) is the (?:full )?(?:record|transcript)`)
	leadZH     = regexp.MustCompile(`举行.*(发布会|记者会)|(发布会|记者会).*举行|召开.*(发布会|记者会|吹风会)|回答(了)?.*(提问|问题)|答(中外)?记者问|以下是|以下为|文字实录如下|实录[:：]$|会见传媒|记者.*电[）)]|请.*介绍.*情况`)
	addressing = regexp.MustCompile(`(?i)\b(I|we|our|my|ladies)\b|女士们|女士們|各位|大家好|我们|我們|请允许|請允許|[?？]`)
	crumbLine  = regexp.MustCompile(`(?i)^.{0,40}?(home|首页|首頁|app|中文|繁體|简体|簡體中文版)\b?.{0,80}[>|»].*$|^.{0,30}\s*\|\s*.{0,20}\|?$|^(当前位置|您的位置)|contact us|traditional chinese|^用户名`)
	byline     = regexp.MustCompile(`(?i)^(updated|published|posted|source|from)\b|来源|來源|发布时间|發佈時間|发布日期|^.{0,80}\|.*(19|20)\d\d|^(?:china\.org\.cn|xinhua|scio|mnd|english\.)\S*$`)
	banner     = regexp.MustCompile(`(?i)^[A-Z][a-z]+ \| .*\b(a|p)\.?m\.?`)
	disclaimer = regexp.MustCompile(`(?i)^[(（].*(for reference|shall prevail|translation|原标题|原標題|仅供参考|僅供參考|原文为|以中文为准).*[)）]$`)
	subhead    = regexp.MustCompile(`^#{1,6}\s`)
	agencies   = regexp.MustCompile(`^[A-Z][A-Z .&-]{3,40}$`)
)

// read takes one line of the head and tells whether it is understood.
func (h *header) read(s string) bool {
	s = strings.TrimSpace(strings.TrimLeft(plainSpace(s), "•·▪■●○- "))
	if f, value := fieldOf(s); f != noField {
		h.open = noField
		return h.field(f, value)
	}
	if isChrome(s) || strings.HasPrefix(s, ">") { // a remark of the page about itself
		return true
	}
	if h.open != noField && h.field(h.open, s) {
		return true
	}
	h.open = noField
	switch {
	case subhead.MatchString(s):
		h.heading(strings.TrimSpace(strings.TrimLeft(s, "# ")))
	case h.original(s), isNote(s), disclaimer.MatchString(s), crumbLine.MatchString(s):
	case h.title == "" && isTitle(s):
		h.heading(s)
	case h.dateLine(s):
	case h.lead(s):
	case h.person(s, noField):
	case h.title != "" && fold(s) == fold(h.title):
	case agencies.MatchString(s):
	default:
		return false
	}
	return true
}

// field takes the value of a field, or waits for it on the next lines.
func (h *header) field(f field, value string) bool {
	if value == "" {
		h.open = f
		return true
	}
	switch f {
	case castField, chairField:
		if !h.person(value, f) {
			return h.open == noField && len(value) < maxNote
		}
		h.open = f
	case dateField:
		date, _ := findDate(value)
		if date == "" {
			return h.open == noField
		}
		h.date(stated, value)
		h.open = noField
	case pageField:
		if h.open != noField {
			h.open = noField
			return false
		}
		h.date(published, value)
	}
	return true
}

var originalTitle = regexp.MustCompile(`^[(（]原[标標][题題][:：]\s*(.+?)[)）]$`)

// original takes the title under which a page was published first.
func (h *header) original(s string) bool {
	m := originalTitle.FindStringSubmatch(limit(s, maxDated))
	if m != nil {
		h.heading(m[1])
	}
	return m != nil
}

// heading takes a title line.
func (h *header) heading(s string) {
	h.date(titledDate, s)
	if h.title == "" {
		h.title = cleanTitle(s)
	}
	h.note(s)
}

// isTitle tells whether a line may be the title: short, no sentence, and about
// an event.
func isTitle(s string) bool {
	return len(s) < 240 && eventWords.MatchString(s) && !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "。") &&
		!strings.HasSuffix(s, ":") && !strings.HasSuffix(s, "：") && !strings.HasPrefix(s, "(") && !byline.MatchString(s)
}

var leadingDate = regexp.MustCompile(`^(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\s*[:：-]?\s*`)

// cleanTitle takes off what a list of titles puts before it.
func cleanTitle(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.TrimSpace(leadingDate.ReplaceAllString(strings.Trim(s, "*_ \u3000"), ""))
}

// lead takes a sentence about the event.
func (h *header) lead(s string) bool {
	if addressing.MatchString(limit(s, maxDated)) {
		return false
	}
	if !leadEN.MatchString(limit(s, maxDated)) && !leadZH.MatchString(string(simple(limit(s, maxDated)))) {
		return false
	}
	h.date(told, s)
	if h.day == "" {
		h.day = limit(s, maxDated)
	}
	h.note(s)
	return true
}

// dateLine takes a line that is about little more than a date: a banner with
// place and hour, a byline, or the date alone.
func (h *header) dateLine(s string) bool {
	date, at := findDate(s)
	switch {
	case len(s) > maxNote || date == "" && !byline.MatchString(s):
		return false
	case banner.MatchString(s):
		h.date(told, s)
	case byline.MatchString(s) || len(s) < 80 && strings.Contains(s[at[1]-1:], ":"):
		h.date(published, s)
	case len(s) < at[1]-at[0]+24:
		h.date(aloneOn, s)
	default:
		return false
	}
	return true
}

func (h *header) date(rank standing, s string) {
	if date, _ := findDate(s); date != "" && h.dates[rank] == "" {
		h.dates[rank] = date
	}
}

// note looks for the name of the one who holds the event.
func (h *header) note(s string) {
	if h.org == "" {
		h.org = organisationIn(s)
	}
}

// organisationIn is the listed organisation that s names first.
func organisationIn(s string) string {
	s = " " + strings.ToLower(string(simple(limit(s, maxDated)))) + " "
	best, at := "", len(s)
	for _, e := range organisations().entries {
		for _, name := range append(append([]string(nil), e.en...), e.zh...) {
			if i := indexWord(s, fold(name)); i >= 0 && i < at {
				best, at = e.shown(name), i
			}
		}
	}
	return best
}

// indexWord finds a whole word, or any run of Chinese, in folded text.
func indexWord(s, name string) int {
	for from := 0; ; {
		i := strings.Index(s[from:], name)
		if i < 0 {
			return -1
		}
		i += from
		if hasHan(name) || !letterAt(s, i-1) && !letterAt(s, i+len(name)) {
			return i
		}
		from = i + len(name)
	}
}

func letterAt(s string, i int) bool {
	return i >= 0 && i < len(s) && (s[i] >= 'a' && s[i] <= 'z' || s[i] >= '0' && s[i] <= '9')
}

// eventDate is the best date the head has, and whether it is only that of
// publication. A sentence with a day but no year borrows the year.
func (h *header) eventDate() (date string, guessed bool) {
	for rank, date := range h.dates {
		if standing(rank) > told {
			if day := h.dayTold(); day != "" {
				return day, false
			}
		}
		if date != "" {
			return date, standing(rank) == published
		}
	}
	return "", false
}

func (h *header) dayTold() string {
	for _, other := range h.dates {
		if day := findDay(h.day, other); day != "" {
			return day
		}
	}
	return ""
}
