package main

import (
	"bytes"
	"flag"
	"os"
	"regexp"
	"testing"
)

var update = flag.Bool("update", false, "write what the README shows anew")

// readmeCommand is the README's first command and the block below it.
var readmeCommand = regexp.MustCompile("(?s)\ngo run \\./cmd/parley --demo search '([^'\n]*)' --limit 3\n```\n\n```\n(.*?)```\n")

// The output the README shows is what the program prints.
func TestReadmeShowsRealOutput(t *testing.T) {
	const name = "../../README.md"
	readme, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	m := readmeCommand.FindSubmatchIndex(readme)
	if m == nil {
		t.Fatal("the README's first command is not where this test looks for it")
	}
	var out, notes bytes.Buffer
	args := []string{"--demo", "search", string(readme[m[2]:m[3]]), "--limit", "3"}
	if code := run(args, streams{nil, &out, &notes}); code != exitFound {
		t.Fatalf("parley %q: exit %d: %s", args, code, notes.String())
	}
	want := append(bytes.TrimRight(out.Bytes(), "\n"), '\n')
	if bytes.Equal(readme[m[4]:m[5]], want) {
		return
	}
	if !*update {
		t.Fatalf("README.md shows\n%s\nand parley prints\n%s\nrun go test ./cmd/parley -run Readme -update", readme[m[4]:m[5]], want)
	}
	fresh := append(append(bytes.Clone(readme[:m[4]]), want...), readme[m[5]:]...)
	if err := os.WriteFile(name, fresh, 0o644); err != nil {
		t.Fatal(err)
	}
}
