package main

import (
	"errors"
	"fmt"
	"strings"

	"parley/index"
	"parley/internal/console"
)

// queryError shows where in the query the trouble is.
func queryError(query string, err error) error {
	var q *index.QueryError
	if !errors.As(err, &q) || len(query) > 300 {
		return err
	}
	at := console.Width(query[:min(max(q.Pos, 0), len(query))])
	return fmt.Errorf("%w\n  %s\n  %s^", err, strings.Map(console.Clean, query), strings.Repeat(" ", at))
}
