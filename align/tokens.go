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

// marks that tend to survive translation, folded. Commas and full stops gain
// nothing (measured in the sketch this model began as).
const telling = `?!:;"()-`

func newSide(sentences []string, lang segment.Lang, l *lexicon) *side {
	s := &side{vocab: map[string]int32{}}
	tokenize := englishTokens
	if lang == segment.Chinese {
		tokenize = l.chineseTokens
	}
	for _, text := range sentences {
		types := tokenize(text)
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

// chineseTokens are the words of the lexicon, and what else stands between them.
func (l *lexicon) chineseTokens(text string) []tokenType {
	figures := segment.Figures(text)
	var out []tokenType
	for at := 0; at < len(text); {
		n := strings.IndexFunc(text[at:], isHan)
		if n < 0 {
			n = len(text) - at
		}
		out = appendOthers(out, text[at:at+n], at, figures, false)
		at += n
		if n = strings.IndexFunc(text[at:], func(r rune) bool { return !isHan(r) }); n < 0 {
			n = len(text) - at
		}
		for _, w := range l.split(segment.FoldString(text[at:at+n]), maxWord) {
			out = append(out, tokenType{hanWord, w})
		}
		at += n
	}
	return appendFigures(out, figures)
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

func englishTokens(text string) []tokenType {
	figures := segment.Figures(text)
	return appendFigures(appendOthers(nil, text, 0, figures, true), figures)
}

// appendOthers appends the words, digits and telling marks of text. Digits that
// belong to a figure are left to appendFigures.
func appendOthers(out []tokenType, text string, at int, figures []segment.Figure, han bool) []tokenType {
	for _, t := range segment.Words(text) {
		switch {
		case t.Kind == segment.Latin && functionWords[t.Text]:
			out = append(out, tokenType{latinWord, t.Text})
		case t.Kind == segment.Latin:
			out = append(out, tokenType{latinWord, Stem(t.Text)})
		case t.Kind == segment.Number && !inFigure(figures, at+t.Start):
			out = append(out, tokenType{figure, strings.ReplaceAll(t.Text, ",", "")})
		case t.Kind == segment.Han && han:
			out = append(out, tokenType{hanWord, t.Text})
		case t.Kind == segment.Punct && strings.Contains(telling, t.Text):
			out = append(out, tokenType{mark, t.Text})
		}
	}
	return out
}

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
