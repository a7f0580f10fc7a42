package segment

import (
	"runtime"
	"strings"
	"testing"
)

var (
	benchEnglish = strings.Repeat("Mr. Lyu said that in the first half of 2025, trade reached 21.79 trillion yuan, up 2.9% year on year. “Is that so?” asked a reporter from the U.S. ", 400)
	benchChinese = strings.Repeat("吕先生说，今年上半年，我国货物贸易进出口21.79万亿元人民币，同比增长2.9%。“真的吗？”一位美国记者问道。我们将继续扩大高水平对外开放。", 400)
	benchTrad    = strings.Repeat("呂先生說，今年上半年，我國貨物貿易進出口21.79萬億元人民幣，同比增長2.9%。「真的嗎？」一位美國記者問道。我們將繼續擴大高水平對外開放。", 400)
)

func benchmark(b *testing.B, text string, f func(string)) {
	b.Helper()
	f(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		f(text)
	}
}

func BenchmarkSentencesEnglish(b *testing.B) {
	benchmark(b, benchEnglish, func(s string) { Sentences(s, English) })
}

func BenchmarkSentencesChinese(b *testing.B) {
	benchmark(b, benchChinese, func(s string) { Sentences(s, Chinese) })
}

func BenchmarkWordsEnglish(b *testing.B)     { benchmark(b, benchEnglish, func(s string) { Words(s) }) }
func BenchmarkWordsChinese(b *testing.B)     { benchmark(b, benchChinese, func(s string) { Words(s) }) }
func BenchmarkWordsTraditional(b *testing.B) { benchmark(b, benchTrad, func(s string) { Words(s) }) }
func BenchmarkFoldEnglish(b *testing.B)      { benchmark(b, benchEnglish, func(s string) { Fold(s) }) }
func BenchmarkFoldTraditional(b *testing.B)  { benchmark(b, benchTrad, func(s string) { Fold(s) }) }
func BenchmarkFiguresEnglish(b *testing.B)   { benchmark(b, benchEnglish, func(s string) { Figures(s) }) }
func BenchmarkFiguresChinese(b *testing.B)   { benchmark(b, benchChinese, func(s string) { Figures(s) }) }

// BenchmarkLoad reports the heap that the loaded dictionary keeps.
func BenchmarkLoad(b *testing.B) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for b.Loop() {
		s, err := loadDictionary()
		if err != nil {
			b.Fatal(err)
		}
		runtime.GC()
		runtime.ReadMemStats(&after)
		runtime.KeepAlive(s)
	}
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/(1<<20), "heap-MB")
}
