package corpus

// Exchanges groups turns into questions with all their answers. Questions that
// follow one another before any answer belong together (joint or repeated
// questions); a question after an answer opens a new exchange, so a follow-up
// is an exchange of its own. Remarks between go with the question they lead to,
// or, inside an exchange, with the exchange. Opening statements, and remarks
// before the first question of which nobody is the chair, are in none.
func Exchanges(turns []Turn) []Exchange {
	var out []Exchange
	var waiting []int // remarks that may lead to the next question
	for i := range turns {
		last := len(out) - 1
		switch turns[i].Kind {
		case Question:
			if last < 0 || len(out[last].Answers) > 0 {
				out = append(out, Exchange{})
				last++
			}
			out[last].Handover = append(out[last].Handover, waiting...)
			out[last].Questions = append(out[last].Questions, i)
			waiting = nil
		case Answer:
			if last >= 0 {
				out[last].Handover = append(out[last].Handover, waiting...)
				out[last].Answers = append(out[last].Answers, i)
			}
			waiting = nil
		case Remark:
			if turns[i].Chair || last >= 0 {
				waiting = append(waiting, i)
			}
		case Opening:
			waiting = nil
		}
	}
	return out
}
