// Command parley searches press briefings in English and Chinese side by side.
//
// Each subcommand is one file with its constructor, options and run function.
// main.go and root.go hold what they share: streams, exit codes, the library.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	os.Exit(run(os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

// The exit codes: found (or done), nothing found, and an error.
const (
	exitFound   = 0
	exitNothing = 1
	exitError   = 2
)

// errNothing ends a command that did its work and found nothing.
var errNothing = errors.New("nothing found")

type streams struct {
	in       io.Reader
	out, err io.Writer
}

// run is the whole program: arguments and streams in, exit code out.
func run(args []string, s streams) int {
	log.SetOutput(io.Discard) // the index's engine logs what we tell the user ourselves
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	cmd := newRoot(s)
	cmd.SetArgs(args)
	err := cmd.ExecuteContext(ctx)
	switch {
	case err == nil:
		return exitFound
	case errors.Is(err, errNothing):
		return exitNothing
	case errors.Is(err, syscall.EPIPE):
		return exitFound // the reader of our output has had enough
	}
	fmt.Fprintf(s.err, "parley: %v\n", explain(err))
	return exitError
}
