package corpus

import (
	"errors"
	"fmt"
	"time"

	"parley/segment"
)

// Pair makes one briefing of the English and the Chinese text of an event. The
// cast is joined as far as that is certain (see voices.match); who is only
// known by one language's name stays an entry of its own. Neither text may be nil.
func Pair(en, zh *Text) *Briefing {
	b := &Briefing{En: en, Zh: zh, Date: en.Date}
	if b.Date == "" || en.published && !zh.published && zh.Date != "" {
		b.Date = zh.Date
	}
	b.Title = Bilingual{En: en.Title, Zh: zh.Title}
	b.Organisation = bothNames(organisations(), Bilingual{En: en.Organisation, Zh: zh.Organisation})
	b.cast(voicesOf(en), voicesOf(zh))
	b.ID = identifier(b.Date, b.Title)
	return b
}

// Single makes a briefing of the one text that is had.
func Single(t *Text) *Briefing {
	b := &Briefing{Date: t.Date}
	if t.Lang == segment.Chinese {
		b.Zh, b.Title.Zh, b.Organisation.Zh = t, t.Title, t.Organisation
		b.cast(side{}, voicesOf(t))
	} else {
		b.En, b.Title.En, b.Organisation.En = t, t.Title, t.Organisation
		b.cast(voicesOf(t), side{})
	}
	b.Organisation = bothNames(organisations(), b.Organisation)
	b.ID = identifier(b.Date, b.Title)
	return b
}

// bothNames adds the name in the other language where a table has it.
func bothNames(t nameTable, n Bilingual) Bilingual {
	if e := t.lookup(n.En); n.Zh == "" && e != nil {
		n.Zh = e.Zh
	}
	if e := t.lookup(n.Zh); n.En == "" && e != nil {
		n.En = e.En
	}
	return n
}

// text is the version of b in a language, or nil.
func (b *Briefing) text(lang segment.Lang) *Text {
	if lang == segment.Chinese {
		return b.Zh
	}
	return b.En
}

// Speaker gives the member of the cast who speaks in a turn of one of the
// texts; false where the text does not tell, as after "Question:".
func (b *Briefing) Speaker(lang segment.Lang, turn int) (Speaker, bool) {
	who := b.speaks[b.text(lang)]
	if turn < 0 || turn >= len(who) || who[turn] < 0 {
		return Speaker{}, false
	}
	return b.Cast[who[turn]], true
}

// sameOutlet tells whether two names are of one outlet: alike, or by the table.
func sameOutlet(a, b string) bool {
	if a == b || fold(a) == fold(b) {
		return true
	}
	e := outlets().lookup(a)
	return e != nil && e == outlets().lookup(b)
}

// Reasons why two texts are not one briefing.
var (
	ErrSameLanguage = errors.New("both texts are in the same language: a briefing has one English and one Chinese text")
	ErrOtherEvent   = errors.New("the two texts are of different events")
)

// Plausible looks for plain evidence that two texts are not one event in two
// languages: one language twice, dates more than a day apart (time zones make
// one), or three or more speakers with Chinese names on each side none of whom
// is the same. It does not judge what is said; the alignment shows that.
func Plausible(en, zh *Text) error {
	if en.Lang == zh.Lang {
		return ErrSameLanguage
	}
	if !en.published && !zh.published && daysApart(en.Date, zh.Date) > 1 {
		return fmt.Errorf("%w: one is dated %s, the other %s", ErrOtherEvent, en.Date, zh.Date)
	}
	left, right := chineseNames(en), chineseNames(zh)
	if len(left) < 3 || len(right) < 3 || meetings(left, right) > 0 {
		return nil
	}
	return fmt.Errorf("%w: none of the speakers (%s, %s, …) is named in the other (%s, %s, …)", ErrOtherEvent, left[0], left[1], right[0], right[1])
}

// daysApart is 0 where a date is missing.
func daysApart(a, b string) int {
	s, err1 := time.Parse(time.DateOnly, a)
	t, err2 := time.Parse(time.DateOnly, b)
	if err1 != nil || err2 != nil {
		return 0
	}
	return int(s.Sub(t).Abs().Hours() / 24)
}

// chineseNames are the names of the speakers that are Chinese by their form.
func chineseNames(t *Text) []string {
	var out []string
	for _, v := range voicesOf(t).voices {
		if v.name != v.role && (soundsLikeName(v.name) || isPerson(string(simple(v.name)))) {
			out = append(out, v.name)
		}
	}
	return out
}

// meetings counts the English names that are among the Chinese ones.
func meetings(en, zh []string) int {
	n := 0
	for _, a := range en {
		for _, b := range zh {
			if sameName(a, b) {
				n++
				break
			}
		}
	}
	return n
}
