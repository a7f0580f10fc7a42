package segment

import (
	"strings"
	"sync"
	"testing"
)

func TestTermsAreWords(t *testing.T) {
	for line := range strings.Lines(terms()) {
		term, _, _ := strings.Cut(line, " ")
		if folded := FoldString(term); folded != term {
			t.Errorf("%s is not folded: %s", term, folded)
		}
		if tokens := Words(term); len(tokens) != 1 {
			t.Errorf("%s is cut into %v", term, tokens)
		}
	}
}

func TestLoadConcurrently(t *testing.T) {
	var wg sync.WaitGroup
	want := len(Words("海关总署发布上半年进出口数据"))
	for range 8 {
		wg.Go(func() {
			if err := Load(); err != nil {
				t.Error(err)
			}
			if n := len(Words("海關總署發佈上半年進出口數據")); n != want {
				t.Errorf("%d words, want %d", n, want)
			}
		})
	}
	wg.Wait()
}

func TestUnpackDamaged(t *testing.T) {
	for _, packed := range [][]byte{nil, wordData[:100], wordData[:len(wordData)/2]} {
		if _, err := unpack(packed); err == nil {
			t.Errorf("%d bytes unpacked without an error", len(packed))
		}
	}
}
