package segment

import (
	"fmt"
	"testing"
)

func TestTry(t *testing.T) {
	text := "Mr. Lyu said it grew 5.2% in the U.S. last year. “Is that so?” It is. 他说：“我们会努力。”3.5%是对的！計畫審計署ＡＢＣ海關總署。"
	for _, s := range Sentences(text, English) {
		fmt.Println(s.In(text))
	}
	for _, w := range Words(text) {
		fmt.Print(w.In(text), "/", w.Text, "/", w.Kind, " ")
	}
	fmt.Println(Detect(text), Traditional("計畫審計署"))
}

func TestTryPinyin(t *testing.T) { fmt.Println(Pinyin("吕大良單曾解仇王令浚略雪沈")) }
