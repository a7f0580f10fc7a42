//go:build unix

package library

import "syscall"

var errReadOnlyFS error = syscall.EROFS
