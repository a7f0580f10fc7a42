//go:build !unix

package library

import "errors"

var errReadOnlyFS = errors.New("read-only file system")
