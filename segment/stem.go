package segment

import (
	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// Stem reduces a folded English word to what its inflections share, as the
// Snowball stemmer for English does: "tariffs" and "tariff" meet in "tariff".
// It is a key to match by, not always a word.
func Stem(word string) string {
	env := snowballstem.NewEnv(word)
	english.Stem(env)
	return env.Current()
}
