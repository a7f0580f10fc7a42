package align

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/segment"
)

func samplePairs() []Pair {
	left := Side{segment.English, []string{"The quay \treopens.", "R&D costs < 5%. ", "Thanks."}}
	right := Side{segment.Chinese, []string{"码头重开。", "研发费用", "低于5%。"}}
	return Pairs([]Bead{{[]int{0}, []int{0}, .9}, {[]int{1}, []int{1, 2}, .75}, {[]int{2}, nil, .5}}, left, right)
}

func TestPairsJoinSentences(t *testing.T) {
	s := Side{segment.Chinese, []string{"他说", "OK", "fine", "好。"}}
	if got, want := s.join([]int{0, 1, 2, 3, 9}), "他说OK fine好。"; got != want {
		t.Errorf("join = %q, want %q", got, want)
	}
}

func TestWriteTSV(t *testing.T) {
	var out bytes.Buffer
	if err := WriteTSV(&out, samplePairs()); err != nil {
		t.Fatal(err)
	}
	want := "The quay reopens.\t码头重开。\t0.90\nR&D costs < 5%.\t研发费用低于5%。\t0.75\nThanks.\t\t0.50\n"
	if out.String() != want {
		t.Errorf("got %q\nwant %q", out.String(), want)
	}
}

func TestWriteJSON(t *testing.T) {
	var out bytes.Buffer
	if err := WriteJSON(&out, samplePairs()); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "null") || strings.Contains(out.String(), `\u`) {
		t.Errorf("null or an escape in %s", out.String())
	}
	var back []Pair
	if err := json.Unmarshal(out.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(samplePairs(), back); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWriteTMX(t *testing.T) {
	var out bytes.Buffer
	if err := WriteTMX(&out, samplePairs(), segment.English, segment.Chinese); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	for _, want := range []string{
		`srclang="en"`, `segtype="sentence"`, `<tuv xml:lang="zh">`, `<seg>R&amp;D costs &lt; 5%.</seg>`, `<prop type="x-confidence">0.75</prop>`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the TMX lacks %s:\n%s", want, text)
		}
	}
	if strings.Contains(text, "Thanks") {
		t.Error("a null bead was written")
	}
	wellFormed(t, text)
}

func wellFormed(t *testing.T, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, text)
		}
	}
}

func TestWriteTMXOfHostileText(t *testing.T) {
	var out bytes.Buffer
	left := Side{segment.English, []string{"a\x00b\xff]]></seg>"}}
	right := Side{segment.Chinese, []string{"\u0007中"}}
	if err := WriteTMX(&out, Pairs([]Bead{{[]int{0}, []int{0}, 1}}, left, right), segment.English, segment.Chinese); err != nil {
		t.Fatal(err)
	}
	wellFormed(t, out.String())
}
