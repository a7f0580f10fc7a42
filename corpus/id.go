package corpus

import (
	"strings"
	"unicode"

	"parley/segment"
)

// maxID is the longest ID of a briefing or speaker, in bytes.
const maxID = 72

// SetID gives b an ID after fallback, such as the name of its file or folder,
// where its texts have no title to make one of.
func (b *Briefing) SetID(fallback string) {
	if b.ID != "" {
		return
	}
	name := slug(fallback, maxID)
	if name == "" {
		name = "briefing"
	}
	if b.Date != "" && !strings.HasPrefix(name, b.Date) {
		name = b.Date + "-" + slug(name, maxID-len(b.Date)-1)
	}
	b.ID = name
}

// identifier is date and title as an ID, in English where that is had, else in
// pinyin; empty without a title.
func identifier(date string, title Bilingual) string {
	room := maxID
	if date != "" {
		room -= len(date) + 1
	}
	for _, words := range []string{title.En, title.Zh} {
		s := slug(undated(words), room)
		switch {
		case s != "" && date != "":
			return date + "-" + s
		case s != "":
			return s
		}
	}
	return ""
}

// undated takes the date out of a title; the ID has it in front.
func undated(title string) string {
	if _, at := findDate(title); at != nil {
		title = title[:at[0]] + " " + title[at[1]:]
	}
	return title
}

// slug writes words in small ASCII letters and digits with hyphens between,
// Chinese in pinyin, at most limit bytes, cut between words.
func slug(words string, limit int) string {
	var b strings.Builder
	gap := false
	put := func(s string, own bool) {
		if (gap || own) && b.Len() > 0 {
			b.WriteByte('-')
		}
		b.WriteString(s)
		gap = own
	}
	for _, r := range segment.FoldString(words) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			put(string(r), false)
		case isHan(r):
			if p := segment.Pinyin(string(r)); len(p) > 0 && len(p[0]) > 0 {
				put(p[0][0], true)
			}
		case r == '\'' || r == '’' || unicode.Is(unicode.Mn, r):
		default:
			gap = true
		}
		if b.Len() > 2*limit {
			break
		}
	}
	s := b.String()
	if len(s) > limit {
		s = s[:limit+1]
		if cut := strings.LastIndexByte(s, '-'); cut > limit/2 {
			s = s[:cut]
		} else {
			s = s[:limit]
		}
	}
	return strings.Trim(s, "-")
}
