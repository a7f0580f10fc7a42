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
		{"12,345 67.8% --- ###", Unknown},
		{"\x00\x01\x7fELF" + strings.Repeat("\xff\x00\x03", 100), Unknown},
	} {
		if got := Detect(c.text); got != c.want {
			t.Errorf("Detect(%.30q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func TestTraditional(t *testing.T) {
	for text, want := range map[string]bool{
		"各位記者朋友，大家上午好。今天請來審計署副署長。": true,
		"各位记者朋友，大家上午好。今天请来审计署副署长。": false,
		"他研究過乾隆皇帝，也讀過不少書。":         true,
		"人民大会堂的“后台”里有一位先生，姓钱，名锺书。": false,
		"Good morning": false,
		"":             false,
	} {
		if got := Traditional(text); got != want {
			t.Errorf("Traditional(%s) = %v", text, got)
		}
	}
}
