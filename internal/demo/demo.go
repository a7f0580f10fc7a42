// Package demo holds a small library built into the program: invented
// briefings of an invented place, so that every command runs on a fresh machine.
package demo

import (
	"embed"
	"io/fs"
)

//go:generate go run parley/library/internal/gen library

//go:embed all:library
var files embed.FS

// Library is the demo library's folder.
func Library() fs.FS {
	sub, err := fs.Sub(files, "library")
	if err != nil {
		panic(err) // the name is a constant and valid
	}
	return sub
}
