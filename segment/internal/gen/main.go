// Command gen compiles the two tables that package segment embeds:
//
//	data/fold.txt  which Han characters and phrases count as the same
//	data/words.gz  Chinese words with their frequencies, for gse
//
// It reads OpenCC's tables from the npm package opencc-js 1.4.2 and the
// simplified dictionary of the gse module named in go.mod.
//
// Attribution. The character and phrase tables are from OpenCC
// (https://github.com/BYVoid/OpenCC), Apache License 2.0, as packaged by
// opencc-js (https://github.com/nk2028/opencc-js, MIT). The dictionary is
// data/dict/zh/s_1.txt of gse (https://github.com/go-ego/gse), Apache License
// 2.0, itself derived from jieba (https://github.com/fxsjy/jieba, MIT).
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	opencc := flag.String("opencc", "", "`file` made by: npm pack opencc-js@1.4.2")
	out := flag.String("out", "data", "`folder` to write to")
	flag.Parse()
	if err := run(*opencc, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(opencc, out string) error {
	tables, err := readOpenCC(opencc)
	if err != nil {
		return err
	}
	fold := newFolding(tables)
	if err := fold.check(tables); err != nil {
		return err
	}
	if err := os.WriteFile(out+"/fold.txt", fold.encode(), 0o644); err != nil {
		return fmt.Errorf("writing fold table: %w", err)
	}
	words, err := readDictionary()
	if err != nil {
		return err
	}
	return writeDictionary(out+"/words.gz", fold, words)
}
