package main

import (
	"fmt"
	"strings"

	"parley/index"
	"parley/internal/console"
)

// printFacets prints how the hits are spread, a facet a paragraph.
func printFacets(p *console.Printer, f *index.Facets) {
	for _, facet := range []struct {
		name   string
		counts []index.Count
	}{{"speaker", f.Speaker}, {"outlet", f.Outlet}, {"kind", f.Kind}, {"year", f.Year}} {
		var values []string
		for _, c := range facet.counts {
			name := c.Value
			if c.Name != nil && both(*c.Name) != "" {
				name = both(*c.Name)
			}
			if name == "" {
				name = "(not named)"
			}
			values = append(values, fmt.Sprintf("%s %d", name, c.Count))
		}
		if len(values) > 0 {
			p.Line(p.Bold(facet.name))
			p.Paragraph(2, console.Text{Text: strings.Join(values, " · ")}, "")
		}
	}
}
