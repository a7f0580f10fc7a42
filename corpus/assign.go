package corpus

// assign goes through the turns once, in order, and gives each its kind.
func (k *kinds) assign() {
	var asked, open, chaired bool
	asker := ""
	for i := range k.t.Turns {
		turn := &k.t.Turns[i]
		turn.Kind = k.kind(i, asked, open, chaired)
		if turn.Kind == Answer && k.who[i].key() == asker {
			turn.Kind = Remark // nobody answers himself
		}
		switch {
		case turn.Kind == Question:
			asked, open, asker = true, true, k.who[i].key()
		case turn.Kind == Remark && k.who[i].part == member && k.who[i].key() != asker:
			open = false
		}
		chaired = chaired || turn.Chair
	}
	if !asked {
		k.withoutQuestions()
	}
}

// kind decides about turn i. asked: there was a question before; open: one
// waits for answers; chaired: the chair has spoken before.
func (k *kinds) kind(i int, asked, open, chaired bool) Kind {
	turn := &k.t.Turns[i]
	if len(turn.Paragraphs) == 0 {
		return Note
	}
	switch k.who[i].part {
	case asks:
		return Question
	case interviews:
		return pick(k.asking[i] || k.startsExchange(i, asked), Question, Remark)
	case member:
		return pick(k.asking[i] && k.officialNext(i), Question, Remark)
	case chairs:
		if k.answeredNext(i) && questionLast(k.t, turn) && !k.proceeds(turn) {
			return Question
		}
		return pick(!asked && !chaired, Opening, Remark)
	case official, answers:
		if !asked {
			return Opening
		}
		return pick(open, Answer, Remark)
	case bystander:
		return Remark
	}
	return k.alone(i, asked, open)
}

func pick(ok bool, yes, no Kind) Kind {
	if ok {
		return yes
	}
	return no
}

// startsExchange tells whether an interviewer's first turn is the way in, as a
// quotation to comment on is.
func (k *kinds) startsExchange(i int, asked bool) bool { return !asked && k.answeredNext(i) }

// answeredNext tells whether the next turn is by somebody who answers.
func (k *kinds) answeredNext(i int) bool {
	if i+1 >= len(k.who) || k.who[i+1].key() == k.who[i].key() {
		return false
	}
	p := k.who[i+1].part
	return p == official || p == answers || p == unknown
}

// officialNext tells whether an office takes the floor next; the chair between
// does not count.
func (k *kinds) officialNext(i int) bool {
	for i++; i < len(k.who); i++ {
		if p := k.who[i].part; p != chairs {
			return p == official || p == answers
		}
	}
	return false
}

// proceeds tells whether a chair's short question is about the proceedings.
func (k *kinds) proceeds(turn *Turn) bool {
	last := turn.Sentences[len(turn.Sentences)-1].In(k.t.Raw)
	return procedure.MatchString(string(simple(limit(last, maxAsked))))
}

// alone judges a turn in a conversation of equals.
func (k *kinds) alone(i int, asked, open bool) Kind {
	next := i+1 < len(k.who) && k.who[i+1].key() != k.who[i].key()
	switch {
	case k.equals && next && questionLast(k.t, &k.t.Turns[i]):
		return Question
	case open:
		return Answer
	case !asked && !k.equals:
		return Opening
	}
	return Remark
}

// withoutQuestions corrects a page that has no question, such as the first page
// of a long briefing: its statements are openings only where there is a chair
// or a cast list, that is, where questions were to come.
func (k *kinds) withoutQuestions() {
	if len(k.t.Turns) > 1 && k.anyPart(chairs) {
		return
	}
	for i := range k.t.Turns {
		if k.t.Turns[i].Kind != Note {
			k.t.Turns[i].Kind = Remark
		}
	}
}
