package corpus

import (
	"math"
	"strconv"
)

// How two casts become one.
//
// Names that spell each other meet first: through pinyin (Wang Lingjun, 王令浚),
// by the table of outlets (CCTV, 央视), as the same Latin letters, or as words
// for the same part (Moderator, 主持人), and a sole chair meets a sole chair.
// What is left is judged by where it speaks: the two sequences of turns are
// laid side by side (sequence.go), with those already met as anchors, and two
// voices are one if three quarters of the turns of each stand opposite the
// other's. Names that could be written in pinyin but do not agree never meet.

// voice is one speaker in one text.
type voice struct {
	name, role, outlet string
	chair              bool
	turns              []int
	questions          int
}

// side is one text with its voices.
type side struct {
	t      *Text
	voices []*voice
}

// voicesOf collects who speaks in t, in order of first speaking. Turns whose
// speaker is not told belong to nobody.
func voicesOf(t *Text) side {
	out := side{t: t}
	at := map[string]*voice{}
	for i, turn := range t.Turns {
		if turn.Speaker == "" && turn.Outlet == "" {
			continue
		}
		key := turn.Speaker + "|" + fold(turn.Outlet)
		v := at[key]
		if v == nil {
			v = &voice{name: turn.Speaker, role: turn.Role, outlet: turn.Outlet}
			at[key] = v
			out.voices = append(out.voices, v)
		}
		if v.role == "" {
			v.role = turn.Role
		}
		v.chair = v.chair || turn.Chair
		v.turns = append(v.turns, i)
		if turn.Kind == Question {
			v.questions++
		}
	}
	return out
}

// cast fills in the speakers of both texts, those of the English one first, and
// who speaks in each turn.
func (b *Briefing) cast(en, zh side) {
	met := match(en, zh)
	b.speaks = map[*Text][]int{}
	used := map[string]bool{}
	add := func(e, z *voice) {
		s := speakerOf(e, z)
		base := s.ID
		for n := 2; used[s.ID]; n++ {
			s.ID = base + "-" + strconv.Itoa(n)
		}
		used[s.ID] = true
		b.voiced(en.t, e)
		b.voiced(zh.t, z)
		b.Cast = append(b.Cast, s)
	}
	taken := map[*voice]bool{}
	for _, e := range en.voices {
		add(e, met[e])
		taken[met[e]] = true
	}
	for _, z := range zh.voices {
		if !taken[z] {
			add(nil, z)
		}
	}
}

// voiced notes that the turns of v are spoken by the next member of the cast.
func (b *Briefing) voiced(t *Text, v *voice) {
	if v == nil {
		return
	}
	if b.speaks[t] == nil {
		b.speaks[t] = make([]int, len(t.Turns))
		for i := range b.speaks[t] {
			b.speaks[t][i] = -1
		}
	}
	for _, turn := range v.turns {
		b.speaks[t][turn] = len(b.Cast)
	}
}

// speakerOf joins the two sides of one speaker; either may be nil.
func speakerOf(e, z *voice) Speaker {
	var s Speaker
	if e != nil {
		s.Name.En, s.Role.En, s.Outlet.En, s.Chair = e.name, e.role, outletShown(e.outlet), e.chair
	}
	if z != nil {
		s.Name.Zh, s.Role.Zh, s.Outlet.Zh, s.Chair = z.name, z.role, outletShown(z.outlet), s.Chair || z.chair
	}
	if s.Name.En != "" && s.Name.Zh == "" && s.Outlet.En == "" && s.Outlet.Zh != "" {
		s.Name.En, s.Outlet.En = "", s.Name.En // the Chinese label shows that it is an outlet's name
	}
	s.Outlet = bothNames(outlets(), s.Outlet)
	s.ID = speakerID(s)
	return s
}

func speakerID(s Speaker) string {
	for _, words := range []string{s.Name.En, s.Name.Zh, s.Outlet.En, s.Outlet.Zh} {
		if id := slug(words, maxID); id != "" {
			return id
		}
	}
	return "speaker"
}

// outletShown is the usual name of an outlet that goes by several.
func outletShown(written string) string {
	e := outlets().byName[fold(written)]
	if e == nil || fold(written) == fold(e.shown(written)) || e.shown(written) == "" {
		return written
	}
	return e.shown(written)
}

// match finds the voices that are one.
func match(en, zh side) map[*voice]*voice {
	m := meeting{of: map[*voice]*voice{}, taken: map[*voice]bool{}}
	if en.t == nil || zh.t == nil || len(en.voices)*len(zh.voices) > maxCells/16 {
		return m.of
	}
	always := func(e, z *voice) bool { return true }
	m.each(en.voices, zh.voices, func(e, z *voice) bool { return e.outlet == "" && z.outlet == "" && sameName(e.name, z.name) })
	m.each(en.voices, zh.voices, func(e, z *voice) bool {
		return e.outlet != "" && z.outlet != "" && sameOutlet(e.outlet, z.outlet) && (e.name == "" || z.name == "" || sameName(e.name, z.name))
	})
	m.only(en.voices, zh.voices, partWord, always)
	m.only(en.voices, zh.voices, func(v *voice) string {
		if v.chair {
			return "chair"
		}
		return ""
	}, always)
	m.byPlace(en, zh)
	return m.of
}

// partWord is the part that a voice without a name is called by.
func partWord(v *voice) string {
	if p, ok := roles()[fold(v.name)]; ok && v.name == v.role {
		return strconv.Itoa(int(p))
	}
	return ""
}

// meeting is the state of matching two casts.
type meeting struct {
	of    map[*voice]*voice // English to Chinese
	taken map[*voice]bool   // Chinese voices that are met
}

func (m *meeting) join(e, z *voice) {
	m.of[e] = z
	m.taken[z] = true
}

// free tells whether two voices may still be found to be one.
func (m *meeting) free(e, z *voice) bool {
	return m.of[e] == nil && !m.taken[z] && !contradict(e, z)
}

// each joins pairs of free voices that are the same, in order.
func (m *meeting) each(en, zh []*voice, same func(e, z *voice) bool) {
	for _, e := range en {
		for _, z := range zh {
			if m.of[e] == nil && !m.taken[z] && same(e, z) {
				m.join(e, z)
			}
		}
	}
}

// only joins the free voices that are the only ones of their class on each
// side, if sure says so too. Class "" takes no part.
func (m *meeting) only(en, zh []*voice, class func(*voice) string, sure func(e, z *voice) bool) {
	left, right := map[string][]*voice{}, map[string][]*voice{}
	for _, e := range en {
		if m.of[e] == nil {
			left[class(e)] = append(left[class(e)], e)
		}
	}
	for _, z := range zh {
		if !m.taken[z] {
			right[class(z)] = append(right[class(z)], z)
		}
	}
	for c, l := range left {
		if r := right[c]; c != "" && len(l) == 1 && len(r) == 1 && m.free(l[0], r[0]) && sure(l[0], r[0]) {
			m.join(l[0], r[0])
		}
	}
}

// contradict tells whether two voices cannot be one: one asks and the other
// does not, names in pinyin that do not agree, different listed outlets, an
// outlet against an office.
func contradict(e, z *voice) bool {
	if math.Abs(e.asked()-z.asked()) > .6 {
		return true
	}
	if e.outlet != "" && z.outlet != "" {
		a, b := outlets().lookup(e.outlet), outlets().lookup(z.outlet)
		return a != nil && b != nil && a != b
	}
	office := func(v *voice) bool { return v.name == v.role && v.role != "" }
	if e.outlet != "" && office(z) || z.outlet != "" && office(e) {
		return true
	}
	return soundsLikeName(e.name) && isPerson(string(simple(z.name))) && !sameName(e.name, z.name)
}

// asked is the share of questions among a voice's turns.
func (v *voice) asked() float64 { return float64(v.questions) / float64(len(v.turns)) }
