package segment

import (
	"strings"
	"testing"
)

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		text string
		want Lang
	}{
		{"Ladies and gentlemen, good morning.", English},
		{"Mesdames et messieurs, bonjour.", English},
		{"各位记者朋友，大家上午好。", Chinese},
		{"各位記者朋友 Good morning, 大家上午好。", Chinese},
		{"路透社记者 Christopher Featherstone：中国的GDP和PMI呢？", Chinese},
		{"Mr. Wang Lingjun (王令浚) opened the briefing in Beijing today.", English},
		{"Дамы и господа, доброе утро.", Unknown},
		{"みなさん、おはようございます。今日は", Unknown},
		{"", Unknown},
		{strings.Repeat("Le ministre va présenter les chiffres du semestre, puis il répondra aux questions des journalistes. ", 4), Unknown},
		{strings.Repeat("Der Minister stellt zuerst die Zahlen vor und beantwortet dann die Fragen der Presse. ", 5), Unknown},
		{strings.Repeat("The minister will first present the figures and then take questions from the press. ", 5), English},
		{"12,345 67.8% --- ###", Unknown},
		{"\x00\x01\x7fELF" + strings.Repeat("\xff\x00\x03", 100), Unknown},
	} {
		if got := Detect(c.text); got != c.want {
			t.Errorf("Detect(%.30q) = %q, want %q", c.text, got, c.want)
		}
	}
}
