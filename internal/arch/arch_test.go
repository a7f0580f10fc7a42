// Package arch holds the shape of the program as tests: which package may
// import which, and which package owns which dependency.
package arch

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const root = "../.."

// generators is the folder of the program a package's go generate runs; it may
// import its package, and is a command.
const generators = "/internal/gen"

// order lists our packages from the ground up: each may import only those
// before it. Packages on one line do not import each other.
var order = [][]string{
	{"segment", "internal/console", "internal/demo", "internal/arch"},
	{"corpus"},
	{"align"},
	{"index"},
	{"library"},
	{"check", "export", "web"},
	{"cmd/parley"},
}

// owners names the one package that may import each dependency.
var owners = map[string]string{
	"github.com/go-ego/gse":               "segment",
	"github.com/mozillazg/go-pinyin":      "segment",
	"golang.org/x/text/width":             "segment",
	"golang.org/x/text/unicode/norm":      "segment",
	"golang.org/x/text/encoding":          "corpus",
	"github.com/gogs/chardet":             "corpus",
	"github.com/blevesearch/snowballstem": "segment",
	"github.com/blevesearch/bleve":        "index",
	"github.com/gofrs/flock":              "library",
	"github.com/spf13/cobra":              "cmd/parley",
	"github.com/schollz/progressbar":      "cmd/parley",
	"github.com/mattn/go-runewidth":       "internal/console",
}

// fileImports maps each Go file of the module, by slash path, to its imports.
func fileImports(t *testing.T) map[string][]string {
	t.Helper()
	files := map[string][]string{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && strings.HasPrefix(d.Name(), ".") && d.Name() != ".." {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		for _, spec := range f.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			files[filepath.ToSlash(rel)] = append(files[filepath.ToSlash(rel)], imported)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func level(pkg string) int {
	for i, row := range order {
		for _, name := range row {
			if pkg == name || strings.HasPrefix(pkg, name+"/") {
				return i
			}
		}
	}
	return -1
}

func TestImportsRunOneWay(t *testing.T) {
	files := fileImports(t)
	if len(files) < 10 {
		t.Fatalf("found only %d Go files: is the root right?", len(files))
	}
	for file, imports := range files {
		from := path.Dir(file)
		if level(from) < 0 {
			t.Errorf("%s: package %s has no place in the order", file, from)
		}
		for _, imported := range imports {
			to, ours := strings.CutPrefix(imported, "parley/")
			if !ours || to == from || strings.HasPrefix(to, from+"/") || from == to+generators {
				continue
			}
			if level(to) < 0 || level(to) >= level(from) {
				t.Errorf("%s imports %s: imports run from later to earlier in %v", file, imported, order)
			}
		}
	}
}

func TestEachDependencyHasOneOwner(t *testing.T) {
	for file, imports := range fileImports(t) {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		for _, imported := range imports {
			for dep, owner := range owners {
				if imported != dep && !strings.HasPrefix(imported, dep+"/") {
					continue
				}
				if from := path.Dir(file); from != owner && !strings.HasPrefix(from, owner+"/") {
					t.Errorf("%s imports %s, which %s owns", file, imported, owner)
				}
			}
		}
	}
}

func TestOnlyTheCommandPrintsReadsEnvironmentOrExits(t *testing.T) {
	for file, imports := range fileImports(t) {
		if strings.HasSuffix(file, "_test.go") || strings.HasPrefix(file, "cmd/") || strings.HasSuffix(path.Dir(file), generators) {
			continue
		}
		for _, imported := range imports {
			if imported == "log" || imported == "flag" {
				t.Errorf("%s imports %s: libraries neither print nor read flags", file, imported)
			}
		}
	}
}
