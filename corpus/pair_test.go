package corpus

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/segment"
)

func parsed(t *testing.T, raw string) *Text {
	t.Helper()
	text, err := Parse(raw)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestPairCast(t *testing.T) {
	b := Pair(readCase(t, "testdata/parse/office-page.txt"), readCase(t, "testdata/parse/office-page-zh.txt"))
	if b.ID != "2031-07-09-scio-briefing-on-harbour-works-in-h1-2031" || b.Date != "2031-07-09" {
		t.Errorf("ID %q, date %q", b.ID, b.Date)
	}
	if b.Organisation != (Bilingual{"State Council Information Office", "国务院新闻办公室"}) {
		t.Errorf("organisation %v", b.Organisation)
	}
	var got [][3]string
	for _, s := range b.Cast {
		got = append(got, [3]string{s.ID, s.Name.En + s.Outlet.En, s.Name.Zh + s.Outlet.Zh})
	}
	want := [][3]string{
		{"zhao-mingli", "Zhao Mingli", "赵明礼"},
		{"wang-qingzhou", "Wang Qingzhou", "王清舟"},
		{"cctv", "CCTV", "央视"},
		{"lyu-anran", "Lyu Anran", "吕安然"},
		{"global-times-and-the-paper", "Global Times and The Paper", "澎湃新闻"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("cast (-want +got):\n%s", diff)
	}
	if s, ok := b.Speaker(segment.Chinese, 5); !ok || s.ID != "lyu-anran" || s.Role.Zh != "港口部新闻发言人" {
		t.Errorf("Chinese turn 5 is by %v, %v", s, ok)
	}
	if s, ok := b.Speaker(segment.English, 3); !ok || s.ID != "cctv" {
		t.Errorf("English turn 3 is by %v, %v", s, ok)
	}
	if _, ok := b.Speaker(segment.English, 99); ok {
		t.Error("there is no turn 99")
	}
}

// Members and offices of an assembly are known by where they speak.
func TestPairByPlace(t *testing.T) {
	b := Pair(readCase(t, "testdata/parse/assembly.txt"), readCase(t, "testdata/parse/assembly-zh.txt"))
	got := map[string]string{}
	for _, s := range b.Cast {
		got[s.Name.En] = s.Name.Zh
	}
	want := map[string]string{"Peter Kwok": "郭比德", "Secretary for Harbours": "海港局局長", "President": "梁安平", "Grace Tam Lai-Fong": "譚麗芳"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

// Names in pinyin that disagree never meet, wherever they stand.
func TestPairKeepsApart(t *testing.T) {
	en := parsed(t, "### Wang Qingzhou:\n\nGood morning to all of you.\n\n### Reuters:\n\nWill it rain?\n\n### Wang Qingzhou:\n\nIt will.\n")
	zh := parsed(t, "### 李德胜：\n\n各位早上好。\n\n### 路透社：\n\n会下雨吗？\n\n### 李德胜：\n\n会的。\n")
	b := Pair(en, zh)
	if len(b.Cast) != 3 {
		t.Errorf("cast %v", b.Cast)
	}
}

func TestSingle(t *testing.T) {
	b := Single(readCase(t, "testdata/parse/inline-outlets-zh.txt"))
	if b.En != nil || b.Zh == nil || !strings.HasPrefix(b.ID, "2031-05-06-gang-kou-bu-") {
		t.Errorf("ID %q", b.ID)
	}
	b = Single(readCase(t, "testdata/parse/unlabelled.txt"))
	if b.SetID("Premier 2031 (raw)"); b.ID != "premier-2031-raw" {
		t.Errorf("ID %q", b.ID)
	}
	if b.SetID("other"); b.ID != "premier-2031-raw" {
		t.Errorf("SetID changed an ID to %q", b.ID)
	}
}

func TestSlug(t *testing.T) {
	for _, c := range [][2]string{
		{"China's imports, exports in H1 2025", "chinas-imports-exports-in-h1-2025"},
		{"Ciudadanía Digital", "ciudadania-digital"},
		{"港口 Q&A", "gang-kou-q-a"},
		{strings.Repeat("harbour ", 20), "harbour-harbour-harbour-harbour-harbour-harbour-harbour-harbour-harbour"},
		{strings.Repeat("x", 90), strings.Repeat("x", maxID)},
		{"—", ""},
	} {
		if got := slug(c[0], maxID); got != c[1] {
			t.Errorf("slug(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

func TestSameName(t *testing.T) {
	for _, c := range []struct {
		en, zh string
		want   bool
	}{
		{"Wang Lingjun", "王令浚", true},
		{"Lyu Daliang", "吕大良", true},
		{"Lu Daliang", "呂大良", true},
		{"Daliang Lyu", "吕大良", true},
		{"Ouyang Xiu", "欧阳修", true},
		{"Zhong Shan", "钟山", true},
		{"Yang Jie-chi", "楊潔篪", true},
		{"Nina Lutz", "Nina Lutz", true},
		{"Senator Robinson", "Robinson 參議員", true},
		{"Wang Lingjun", "王军", false},
		{"Wang Jun", "王令浚", false},
		{"Audrey Tang", "唐鳳", false},
		{"Wang", "王", false},
		{"", "王令浚", false},
	} {
		if got := sameName(c.en, c.zh); got != c.want {
			t.Errorf("sameName(%q, %q) = %v", c.en, c.zh, got)
		}
	}
}

func TestSoundsChinese(t *testing.T) {
	for name, want := range map[string]bool{
		"Wang Lingjun": true, "Lyu Daliang": true, "Fu Ying": true, "Ouyang Xiu": true, "Xi'an Li": false,
		"Chiang Lai-Wan": false, "Dennis Kwok": false, "Emily Lau": false, "Financial Times": false, "Smart Customs": false,
	} {
		if got := soundsLikeName(name); got != want {
			t.Errorf("soundsLikeName(%q) = %v", name, got)
		}
	}
}

func TestPlausible(t *testing.T) {
	en := readCase(t, "testdata/parse/office-page.txt")
	zh := readCase(t, "testdata/parse/office-page-zh.txt")
	if err := Plausible(en, zh); err != nil {
		t.Errorf("one event: %v", err)
	}
	if err := Plausible(en, readCase(t, "testdata/parse/assembly.txt")); !errors.Is(err, ErrSameLanguage) {
		t.Errorf("two English texts: %v", err)
	}
	if err := Plausible(en, readCase(t, "testdata/parse/inline-outlets-zh.txt")); !errors.Is(err, ErrOtherEvent) || !strings.Contains(err.Error(), "2031-05-06") {
		t.Errorf("two dates: %v", err)
	}
	// a date of publication is no evidence
	late := parsed(t, "Updated: August 9, 2031\n\nReuters: Will it rain?\n\nGao Yun: It will, we believe.\n")
	if err := Plausible(late, zh); err != nil {
		t.Errorf("published later: %v", err)
	}
	strangers := parsed(t, "### 李德胜：\n\n各位早上好。\n\n### 马清河：\n\n会下雨吗？\n\n### 高云山：\n\n会的。\n")
	if err := Plausible(en, strangers); !errors.Is(err, ErrOtherEvent) {
		t.Errorf("nobody in common: %v", err)
	}
}
