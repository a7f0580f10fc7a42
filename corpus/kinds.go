package corpus

import (
	"regexp"
	"slices"
	"strings"

	"parley/segment"
)

// What a turn is for follows from the part its speaker plays.
//
// Most pages say the part: an outlet or "Question:" asks, an office answers,
// "Chairperson:" gives the floor, and in an assembly a member ("MR DENNIS KWOK")
// asks what an office ("SECRETARY FOR SECURITY") then answers. That is as sure
// as the label.
//
// Interviews name two people and do not say who asks. There conduct decides:
// the one whose turns hold questions clearly more often (35% of the turns or
// more, and twice the other's share) asks, the others answer. In a conversation
// between equals nobody reaches the mark, and each turn is then judged alone: a turn with a question that another speaker follows is a
// question. This last rule is a guess and is used only there.

// assignKinds gives every turn of t its kind; who are their speakers.
func assignKinds(t *Text, who []identity) {
	k := &kinds{t: t, who: who, asking: make([]bool, len(who))}
	for i := range t.Turns {
		k.asking[i] = asksSomething(t, &t.Turns[i])
	}
	k.chairsByConduct()
	k.partsByConduct()
	k.assign()
}

// kinds is the state of the decision: the parts known so far.
type kinds struct {
	t      *Text
	who    []identity
	asking []bool // the turn holds a question
	equals bool   // a conversation: nobody's part is known
}

var (
	requestEN = regexp.MustCompile(`(?i)\b(could you|can you|would you|will you|please|tell us|tell me|talk about|i wonder|i'd like to ask|want to ask|my question|what do you|what is|how do you|your view|your comment|your thoughts|walk us|explain)\b`)
	requestZH = regexp.MustCompile(`请问|想问|想请|请教|请介绍|请谈|请证实|请.{0,6}分享|能否|可否|是否|有何|如何|为何|怎么|什么|您认为|你认为|您觉得|你觉得|请说明|谈谈|聊聊`)
)

// procedure is what a chair says of questions to come: no question to a guest.
var procedure = regexp.MustCompile(`(?i)\bquestions?\b|提问|问题|发问`)

// maxAsked is how much of the end of a turn is searched for a request.
const maxAsked = 1200

// asksSomething tells whether a turn has a question or a request.
func asksSomething(t *Text, turn *Turn) bool {
	for _, p := range turn.Paragraphs {
		if strings.ContainsAny(p.In(t.Raw), "?？") {
			return true
		}
	}
	if len(turn.Paragraphs) == 0 {
		return false
	}
	last := turn.Paragraphs[len(turn.Paragraphs)-1].In(t.Raw)
	if len(last) > maxAsked {
		last = last[len(last)-maxAsked:]
	}
	if t.Lang == segment.Chinese {
		return requestZH.MatchString(string(simple(last)))
	}
	return requestEN.MatchString(last)
}

// questionLast tells whether the turn ends with a question.
func questionLast(t *Text, turn *Turn) bool {
	n := len(turn.Sentences)
	for _, s := range turn.Sentences[max(0, n-2):] {
		if strings.ContainsAny(s.In(t.Raw), "?？") {
			return true
		}
	}
	return false
}

// set gives all turns of one speaker a part.
func (k *kinds) set(key string, p part) {
	for i := range k.who {
		if k.who[i].key() == key {
			k.who[i].part = p
			k.t.Turns[i].Chair = p == chairs
		}
	}
}

// chairsByConduct finds a chair where the head names none: a speaker from before
// the first question who gives the floor to an asker, twice or as the one who
// spoke first of all, and never answers one.
func (k *kinds) chairsByConduct() {
	if slices.ContainsFunc(k.t.Cast, func(p Person) bool { return p.Chair }) {
		return
	}
	gives, replies := map[string]int{}, map[string]int{}
	speakers, early := map[string]bool{}, map[string]bool{}
	asked := false
	for i := range k.who {
		asked = asked || k.asks(i)
		if k.asks(i) || k.who[i].part == bystander {
			continue
		}
		key := k.who[i].key()
		speakers[key] = true
		early[key] = early[key] || !asked
		if i+1 < len(k.who) && k.asks(i+1) && !k.asking[i] {
			gives[key]++
		}
		if i > 0 && k.asks(i-1) {
			replies[key]++
		}
	}
	for key, n := range gives {
		enough := n >= 2 || len(speakers) > 2 && key == k.who[0].key()
		if len(speakers) > 1 && enough && early[key] && replies[key] == 0 {
			k.set(key, chairs)
		}
	}
}

// asks tells whether turn i's speaker is known to ask.
func (k *kinds) asks(i int) bool { return k.who[i].part == asks || k.who[i].part == interviews }

// conduct is what one speaker's turns look like together.
type conduct struct {
	key              string
	first            int // turn
	turns, questions int
	size             int
	part             part
}

func (c conduct) share() float64 { return float64(c.questions) / float64(max(c.turns, 1)) }

// partsByConduct settles the parts of those whose labels do not tell. Where
// nobody is labelled as asking, the askers found must have a quarter of all
// turns: in a meeting of many, a few who ask something are no interviewers.
func (k *kinds) partsByConduct() {
	all, someAsk := k.conducts()
	guest := principal(all)
	if guest == nil {
		return
	}
	askers, turns := clearAskers(all, guest)
	if !someAsk && turns*4 < len(k.who) && !k.anyPart(member) {
		k.equals = !k.anyPart(official)
		return
	}
	for _, c := range askers {
		if c.part == unknown && (c.turns > 1 || !someAsk || k.answeredNext(c.first)) {
			k.set(c.key, interviews)
			c.part = interviews
		}
	}
	for _, c := range all {
		if c.part == unknown {
			k.set(c.key, official)
		}
	}
}

// clearAskers are those who ask clearly more often than the guest, and how many
// turns they have together.
func clearAskers(all []*conduct, guest *conduct) (askers []*conduct, turns int) {
	for _, c := range all {
		open := c.part == unknown || c.part == chairs
		if open && c != guest && c.share() >= .35 && c.share() >= 2*guest.share() {
			askers, turns = append(askers, c), turns+c.turns
		}
	}
	return askers, turns
}

func (k *kinds) anyPart(parts ...part) bool {
	for i := range k.who {
		for _, p := range parts {
			if k.who[i].part == p {
				return true
			}
		}
	}
	return false
}

// conducts collects every speaker's conduct, in order of first speaking.
func (k *kinds) conducts() (all []*conduct, someAsk bool) {
	at := map[string]*conduct{}
	for i := range k.who {
		someAsk = someAsk || k.asks(i)
		key := k.who[i].key()
		c := at[key]
		if c == nil {
			c = &conduct{key: key, first: i, part: k.who[i].part}
			at[key] = c
			all = append(all, c)
		}
		c.turns++
		if questionLast(k.t, &k.t.Turns[i]) {
			c.questions++
		}
		for _, p := range k.t.Turns[i].Paragraphs {
			c.size += p.Len()
		}
	}
	return all, someAsk
}

// principal is the one who is asked: who says most that is no question.
func principal(all []*conduct) *conduct {
	var best *conduct
	weight := func(c *conduct) float64 { return float64(c.size) * (1 - c.share()) }
	for _, c := range all {
		switch c.part {
		case unknown, official, answers:
			if best == nil || weight(c) > weight(best) {
				best = c
			}
		}
	}
	return best
}
