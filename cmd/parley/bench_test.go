package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// realBriefings is a folder of real bilingual briefings beside the project, if there is one.
const realBriefings = "../../../shared/data/briefings"

// benchLibrary builds the program and a library of the real briefings, or of
// the demo's where those are absent.
func benchLibrary(b *testing.B) (bin, lib string) {
	b.Helper()
	dir := b.TempDir()
	bin, lib = filepath.Join(dir, "parley"), filepath.Join(dir, "lib")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		b.Fatalf("building: %s", out)
	}
	texts := realBriefings
	if _, err := os.Stat(texts); err != nil {
		texts = "../../internal/demo/library/briefings"
		b.Logf("%s is absent: measured on the demo library", realBriefings)
	}
	if out, err := exec.Command(bin, "--library", lib, "add", texts).CombinedOutput(); err != nil {
		b.Fatalf("adding: %s", out)
	}
	return bin, lib
}

// BenchmarkColdSearch measures a whole process per search: start, open, search,
// print. The files are in the system's cache.
func BenchmarkColdSearch(b *testing.B) {
	bin, lib := benchLibrary(b)
	for _, c := range []struct{ name, query string }{
		{"english", "democracy"},
		{"chinese", "民主"},
		{"chinese-unspaced", "政府公開資料平台"},
	} {
		b.Run(c.name, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				start := time.Now()
				if out, err := exec.Command(bin, "--library", lib, "search", c.query).CombinedOutput(); err != nil {
					b.Fatalf("searching: %v: %s", err, out)
				}
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
		})
	}
}
