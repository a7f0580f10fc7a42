package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"parley": main})
}

// TestScript runs every command as a user types it. The scripts find the
// invented briefing of testdata/texts in their folder.
func TestScript(t *testing.T) {
	texts, err := filepath.Abs("testdata/texts")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("PARLEY_LIBRARY", filepath.Join(env.WorkDir, "lib"))
			env.Setenv("HOME", env.WorkDir)
			if err := os.WriteFile(filepath.Join(env.WorkDir, "binary.txt"), []byte("PK\x03\x04\x00\x00\x00\x01\x02\x00\xff"), 0o644); err != nil {
				return err
			}
			return os.CopyFS(filepath.Join(env.WorkDir, "texts"), os.DirFS(texts))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"transcode": transcode},
	})
}

// transcode ENCODING FROM TO writes a UTF-8 file anew in another encoding.
func transcode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: transcode gb18030|big5|utf16 FROM TO")
	}
	encodings := map[string]encoding.Encoding{
		"gb18030": simplifiedchinese.GB18030,
		"big5":    traditionalchinese.Big5,
		"utf16":   unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
	}
	out, err := encodings[args[0]].NewEncoder().String(ts.ReadFile(args[1]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(out), 0o644))
}
