package segment

import (
	"slices"
	"testing"
)

func TestPinyin(t *testing.T) {
	for han, want := range map[string][]string{
		"王令浚":  {"wang", "ling", "jun"},
		"吕大良":  {"lyu", "da", "liang"},
		"呂大良":  {"lv", "da", "liang"},
		"单忠德":  {"shan", "zhong", "de"},
		"曾培炎":  {"zeng", "pei", "yan"},
		"解振华":  {"xie", "zhen", "hua"},
		"仇鸿":   {"qiu", "hong"},
		"沈丹阳":  {"shen", "dan", "yang"},
		"区桂芝":  {"ou", "gui", "zhi"},
		"李乾":   {"li", "qian"},
		"略":    {"lue"},
		"女":    {"nyu"},
		"A王 b": {"wang"},
		"":     nil,
	} {
		got := Pinyin(han)
		if len(got) != len(want) {
			t.Errorf("Pinyin(%s) = %v, want %v", han, got, want)
			continue
		}
		for i, reading := range want {
			if !slices.Contains(got[i], reading) {
				t.Errorf("Pinyin(%s)[%d] = %v, want %s in it", han, i, got[i], reading)
			}
		}
	}
}
