package corpus

import (
	"strings"

	"parley/segment"
)

// Mixed tells whether a text holds both languages, paragraph by paragraph, as
// pages made for learners do: at least a quarter of its longer lines are in each.
func Mixed(raw string) bool {
	count := map[segment.Lang]int{}
	for line := range strings.Lines(raw) {
		if line = strings.TrimSpace(line); len(line) >= leastLine && len(line) < maxDated {
			count[segment.Detect(line)]++
		}
	}
	en, zh := count[segment.English], count[segment.Chinese]
	return min(en, zh) >= 3 && 4*min(en, zh) >= en+zh
}

// leastLine is how long a line must be for its language to count, in bytes.
const leastLine = 30
