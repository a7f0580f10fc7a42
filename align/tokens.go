package align

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/segment"
)

// A side is one language of a bitext as numbers: every token a type from the
// side's vocabulary, every sentence a list of them.
type side struct {
	sentences [][]int32 // type of each token
	length    []float64 // of each sentence, in characters (see measure)
	vocab     map[string]int32
	types     []tokenType
	weight    []float64 // by type: how much it counts
	rarity    []float64 // by type: 1 / its share of the side's tokens
	chance    []float64 // by type, for turns: share of the other side's tokens that translate it
	tokens    int
}

// tokenType is a type of token. The text of a word is folded and, in English,
// stemmed; figures and marks are set apart by their class.
type tokenType struct {
	class tokenClass
	text  string
}

type tokenClass uint8

const (
	hanWord tokenClass = iota + 1
	latinWord
	figure
	mark
)

// weights of tokens: function words and marks say less.
const (
	weightFunction = .5
	weightMark     = .5
)

func newSide(sentences []string, lang segment.Lang, l *lexicon) *side {
	s := &side{vocab: map[string]int32{}}
	for _, text := range sentences {
		types := l.tokens(text)
		ids := make([]int32, len(types))
		for i, t := range types {
			ids[i] = s.intern(t)
		}
		s.sentences = append(s.sentences, ids)
		s.length = append(s.length, measure(text, lang))
		s.tokens += len(ids)
	}
	s.weigh()
	return s
}

func (s *side) intern(t tokenType) int32 {
	key := string(rune('0'+t.class)) + t.text
	id, ok := s.vocab[key]
	if !ok {
		id = int32(len(s.types))
		s.vocab[key] = id
		s.types = append(s.types, t)
		s.weight = append(s.weight, t.weight())
	}
	return id
}

func (t tokenType) weight() float64 {
	switch {
	case t.class == mark:
		return weightMark
	case t.class == hanWord && functionCharacters[t.text], t.class == latinWord && functionWords[t.text]:
		return weightFunction
	}
	return 1
}

func (s *side) weigh() {
	count := make([]int, len(s.types))
	for _, ids := range s.sentences {
		for _, id := range ids {
			count[id]++
		}
	}
	s.rarity = make([]float64, len(count))
	for id, n := range count {
		s.rarity[id] = float64(s.tokens) / float64(n)
	}
}

// measure is the length of a sentence in characters that carry text: in a
// Chinese text a Han character is 1, anything else .35 and a Chinese mark .5;
// in an English text every character but space is 1.
func measure(text string, lang segment.Lang) float64 {
	n := 0.0
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
		case lang != segment.Chinese, unicode.Is(unicode.Han, r):
			n++
		case r < utf8.RuneSelf:
			n += .35
		default:
			n += .5
		}
	}
	return n
}

// tokens are what a sentence is made of, for either language: Han words as the
// lexicon cuts them, words of alphabets, figures and telling marks. Their order
// is of no account.
func (l *lexicon) tokens(text string) []tokenType {
	figures := segment.Figures(text)
	var out []tokenType
	for at := 0; at < len(text); {
		n := runEnd(text[at:], isHan)
		for _, w := range l.split(segment.FoldString(text[at:at+n]), maxWord) {
			out = append(out, tokenType{hanWord, w})
		}
		at += n
		n = runEnd(text[at:], func(r rune) bool { return !isHan(r) })
		out = appendOthers(out, text[at:at+n], at, figures)
		at += n
	}
	return appendMarks(appendFigures(out, figures), text)
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// runEnd is where the characters at the start of text end that are in.
func runEnd(text string, in func(rune) bool) int {
	if n := strings.IndexFunc(text, func(r rune) bool { return !in(r) }); n >= 0 {
		return n
	}
	return len(text)
}

// appendOthers appends the words and digits of text. Digits that belong to a
// figure are left to appendFigures.
func appendOthers(out []tokenType, text string, at int, figures []segment.Figure) []tokenType {
	for _, t := range segment.Words(text) {
		switch {
		case t.Kind == segment.Latin:
			for k, w := range openContraction(t.Text) {
				written := w
				if k == 0 && len(t.Text) == t.Len() {
					written = t.In(text)[:len(w)]
				}
				out = append(out, tokenType{latinWord, Term(written, w)})
			}
		case t.Kind == segment.Number && !inFigure(figures, at+t.Start):
			out = append(out, tokenType{figure, strings.ReplaceAll(t.Text, ",", "")})
		}
	}
	return out
}

// openContraction cuts "didn't" into did and not, "he'll" into he alone: what
// is behind the apostrophe has no counterpart of its own.
func openContraction(word string) []string {
	base, tail, found := strings.Cut(word, "'")
	switch {
	case !found || base == "":
		return []string{word}
	case tail == "t" && strings.HasSuffix(base, "n"):
		if whole, ok := negated[base]; ok {
			return []string{whole, "not"}
		}
		return []string{base[:len(base)-1], "not"}
	case contracted[tail]:
		return []string{base}
	}
	return []string{word}
}

var (
	negated    = map[string]string{"can": "can", "won": "will", "shan": "shall"}
	contracted = set("s d ll ve re m")
)

func inFigure(figures []segment.Figure, at int) bool {
	for _, f := range figures {
		if f.Start <= at && at < f.End {
			return true
		}
	}
	return false
}

// appendFigures appends each figure as its value, so that 21.79万亿 and 21.79
// trillion are one type. Ordinals are left to the words: "Chapter 1" and "Book
// 1" would otherwise pull a text along.
func appendFigures(out []tokenType, figures []segment.Figure) []tokenType {
	for _, f := range figures {
		if !f.Ordinal {
			out = append(out, tokenType{figure, strconv.FormatFloat(f.Value, 'g', 12, 64)})
		}
	}
	return out
}
