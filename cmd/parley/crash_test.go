package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"parley/internal/demo"
	"parley/library"
)

// parley runs the program as another process and returns its output and exit code.
func parley(t *testing.T, lib string, args ...string) (string, int) {
	t.Helper()
	cmd := exec.Command("parley", append([]string{"--library", lib}, args...)...)
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return string(out), cmd.ProcessState.ExitCode()
}

// demoTexts lays the demo library's texts out as a folder to add.
func demoTexts(t *testing.T) string {
	t.Helper()
	sub, err := fs.Sub(demo.Library(), "briefings")
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "texts")
	if err := os.CopyFS(dir, sub); err != nil {
		t.Fatal(err)
	}
	return dir
}

// A killed add leaves a library that opens, answers, and says what to re-run;
// adding again completes it.
func TestKilledAddLosesNothing(t *testing.T) {
	texts := demoTexts(t)
	whole := time.Now()
	if out, code := parley(t, filepath.Join(t.TempDir(), "lib"), "add", texts); code != exitFound {
		t.Fatalf("adding: %s", out)
	}
	span := time.Since(whole)
	const kills = 6
	for i := range kills {
		lib := filepath.Join(t.TempDir(), "lib")
		if out, code := parley(t, lib, "add", "testdata/texts"); code != exitFound {
			t.Fatalf("adding: %s", out)
		}
		cmd := exec.Command("parley", "--library", lib, "add", texts)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(span * time.Duration(i+1) / (kills + 1))
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		if out, code := parley(t, lib, "search", "quay fares"); code != exitFound {
			t.Errorf("kill %d: search after it: exit %d: %s", i, code, out)
		}
		if out, code := parley(t, lib, "doctor"); code != exitFound && !bytes.Contains([]byte(out), []byte("parley index")) {
			t.Errorf("kill %d: doctor does not say what to run: %s", i, out)
		}
		if out, code := parley(t, lib, "add", texts); code != exitFound {
			t.Errorf("kill %d: adding again: %s", i, out)
		}
		if out, code := parley(t, lib, "doctor"); code != exitFound {
			t.Errorf("kill %d: doctor after adding again: %s", i, out)
		}
	}
}

// While one process writes, another is told so at once, and readers work.
func TestLockedLibrary(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "lib")
	if out, code := parley(t, dir, "add", "testdata/texts"); code != exitFound {
		t.Fatalf("adding: %s", out)
	}
	l, err := library.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	w, err := l.Write()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	for _, args := range [][]string{{"add", "testdata/texts"}, {"index"}, {"remove", "x"}} {
		out, code := parley(t, dir, args...)
		if code != exitError || !bytes.Contains([]byte(out), []byte("another parley is writing")) {
			t.Errorf("parley %v on a locked library: exit %d: %s", args, code, out)
		}
	}
	if out, code := parley(t, dir, "search", "quay"); code != exitFound {
		t.Errorf("searching a locked library: exit %d: %s", code, out)
	}
}

// A disk that fills up is an error; what was there before stays whole.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("making a small disk needs rights this machine does not give: %s", out)
	}
	defer func() { _ = exec.Command("umount", dir).Run() }()
	lib := filepath.Join(dir, "lib")
	if out, code := parley(t, lib, "add", "testdata/texts"); code != exitFound {
		t.Fatalf("adding a little: %s", out)
	}
	out, code := parley(t, lib, "add", demoTexts(t))
	if code != exitError || !bytes.Contains([]byte(out), []byte("no space left")) {
		t.Errorf("filling the disk: exit %d: %s", code, out)
	}
	if out, code := parley(t, lib, "search", "quay fares"); code != exitFound {
		t.Errorf("searching afterwards: exit %d: %s", code, out)
	}
}
