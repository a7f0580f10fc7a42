package align

import (
	"bufio"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/segment"
)

// Pair is a bead with its text.
type Pair struct {
	Bead
	LeftText  string `json:"left_text"`
	RightText string `json:"right_text"`
}

// Pairs puts the text of both sides to beads. Sentences of a bead are joined by
// a space, in Chinese without one. Indices a side does not have are left out.
func Pairs(beads []Bead, left, right Side) []Pair {
	pairs := make([]Pair, len(beads))
	for k, b := range beads {
		b.Left, b.Right = append([]int{}, b.Left...), append([]int{}, b.Right...) // [] in JSON, not null
		pairs[k] = Pair{b, left.join(b.Left), right.join(b.Right)}
	}
	return pairs
}

func (s Side) join(indices []int) string {
	var b strings.Builder
	for _, i := range indices {
		if i < 0 || i >= len(s.Sentences) {
			continue
		}
		text := strings.TrimSpace(s.Sentences[i])
		if b.Len() > 0 && (s.Lang != segment.Chinese || latinMeets(b.String(), text)) {
			b.WriteByte(' ')
		}
		b.WriteString(text)
	}
	return b.String()
}

// latinMeets tells whether joining a and b would run two words of an alphabet together.
func latinMeets(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	return last < 0x2E80 && first < 0x2E80 && unicode.IsPrint(first)
}

// WriteTSV writes left text, right text and confidence with tabs between, one
// pair a line.
func WriteTSV(w io.Writer, pairs []Pair) error {
	b := bufio.NewWriter(w)
	for _, p := range pairs {
		fmt.Fprintf(b, "%s\t%s\t%s\n", oneLine(p.LeftText), oneLine(p.RightText), decimals(p.Confidence))
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("writing pairs: %w", err)
	}
	return nil
}

// WriteJSON writes the pairs as an array of objects with left, right,
// confidence, left_text and right_text.
func WriteJSON(w io.Writer, pairs []Pair) error {
	if pairs == nil {
		pairs = []Pair{}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(pairs); err != nil {
		return fmt.Errorf("writing pairs: %w", err)
	}
	return nil
}

// The part of TMX 1.4b that translators' tools read.
type tmxHeader struct {
	Tool       string `xml:"creationtool,attr"`
	Version    string `xml:"creationtoolversion,attr"`
	Segtype    string `xml:"segtype,attr"`
	Format     string `xml:"o-tmf,attr"`
	AdminLang  string `xml:"adminlang,attr"`
	SourceLang string `xml:"srclang,attr"`
	DataType   string `xml:"datatype,attr"`
}

type tmxUnit struct {
	XMLName    xml.Name `xml:"tu"`
	Confidence tmxProp  `xml:"prop"`
	Variants   [2]tmxVariant
}

type tmxProp struct {
	Type  string `xml:"type,attr"`
	Value string `xml:",chardata"`
}

type tmxVariant struct {
	XMLName xml.Name `xml:"tuv"`
	Lang    string   `xml:"xml:lang,attr"`
	Segment string   `xml:"seg"`
}

// WriteTMX writes the pairs as a TMX 1.4 translation memory. Pairs with an empty
// side translate nothing and are left out.
func WriteTMX(w io.Writer, pairs []Pair, left, right segment.Lang) error {
	b := bufio.NewWriter(w)
	b.WriteString(xml.Header + `<tmx version="1.4">` + "\n")
	e := xml.NewEncoder(b)
	e.Indent("", " ")
	head := tmxHeader{"parley", "1", "sentence", "parley", "en", string(left), "plaintext"}
	err := e.EncodeElement(head, xml.StartElement{Name: xml.Name{Local: "header"}})
	if err == nil {
		_, err = b.WriteString("\n<body>\n")
	}
	for _, p := range pairs {
		if p.LeftText == "" || p.RightText == "" || err != nil {
			continue
		}
		err = e.Encode(tmxUnit{
			Confidence: tmxProp{"x-confidence", decimals(p.Confidence)},
			Variants:   [2]tmxVariant{{Lang: string(left), Segment: oneLine(p.LeftText)}, {Lang: string(right), Segment: oneLine(p.RightText)}},
		})
	}
	if err == nil {
		_, err = b.WriteString("\n</body>\n</tmx>\n")
	}
	if err == nil {
		err = b.Flush()
	}
	if err != nil {
		return fmt.Errorf("writing TMX: %w", err)
	}
	return nil
}
