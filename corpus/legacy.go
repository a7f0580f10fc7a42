package corpus

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// Bytes that are not UTF-8 may be GB18030, Big5 or Windows-1252. chardet puts
// the three in order by its statistics; a guess counts only if it is sane by
// the design of the encoding itself: GB2312 and Big5 keep the characters of
// everyday writing in a block of lead bytes of their own (3,755 and 5,401
// characters). Running text has over nine in ten of its characters in that
// block or among the punctuation, and reading one encoding as the other
// scatters them. Traditional text in GB18030 lies elsewhere; its characters are
// decoded, simplified, and judged by where these stand. A text that is UTF-8 but for a few bytes is damaged, not
// converted: guessing would turn all its good characters into nonsense.

// legacy is an encoding older than UTF-8.
type legacy struct {
	charset string // chardet's name for it
	name    string
	enc     encoding.Encoding
	sane    func([]byte) bool
}

var legacies = []legacy{
	{"GB-18030", "GB18030", simplifiedchinese.GB18030, saneGB},
	{"Big5", "Big5", traditionalchinese.Big5, saneBig5},
	{"ISO-8859-1", "Windows-1252", charmap.Windows1252, sane1252},
}

// sampleSize is how much of a file the guess looks at.
const sampleSize = 256 << 10

func decodeLegacy(b []byte) (text, note string, err error) {
	if at := badByte(b); mostlyUTF8(b) {
		return "", "", notText(b, at)
	}
	sample := b[bytes.LastIndexByte(b[:badByte(b)], '\n')+1:]
	if len(sample) > sampleSize {
		sample = sample[:sampleSize]
	}
	for _, l := range ranked(sample) {
		if l.sane(sample) {
			return convert(b, l.enc, l.name)
		}
	}
	return "", "", notText(b, badByte(b))
}

// ranked puts the known encodings in chardet's order; those it does not name
// come last.
func ranked(sample []byte) []legacy {
	var out []legacy
	results, _ := chardet.NewTextDetector().DetectAll(sample) // an error means no guess
	seen := map[string]bool{}
	for _, r := range results {
		for _, l := range legacies {
			if l.charset == r.Charset && !seen[l.name] {
				seen[l.name] = true
				out = append(out, l)
			}
		}
	}
	for _, l := range legacies {
		if !seen[l.name] {
			out = append(out, l)
		}
	}
	return out
}

func notText(b []byte, at int) error {
	line := 1 + bytes.Count(b[:at], []byte("\n"))
	return fmt.Errorf("line %d: byte 0x%02x is not UTF-8, nor is the file GB18030, Big5 or Windows-1252: save it as UTF-8 and try again", line, b[at])
}

// badByte is the offset of the first byte that is not UTF-8.
func badByte(b []byte) int {
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return 0
}

// mostlyUTF8 tells whether good multi-byte characters far outnumber bad bytes.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		i += n
	}
	return good > 4*bad
}

// saneGB: lead bytes B0-D7 hold level 1 of GB2312, A1-A9 its marks.
func saneGB(b []byte) bool {
	level1 := func(lead, trail byte) bool {
		return trail >= 0xa1 && (lead >= 0xb0 && lead <= 0xd7 || lead >= 0xa1 && lead <= 0xa9)
	}
	if sanePairs(b, level1) {
		return true
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(b)
	if err != nil {
		return false
	}
	simplified, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(string(simple(string(text)))))
	return err == nil && sanePairs(simplified, level1)
}

// saneBig5: lead bytes A4-C6 hold level 1 of Big5, A1-A3 its marks.
func saneBig5(b []byte) bool {
	return sanePairs(b, func(lead, trail byte) bool { return lead >= 0xa1 && lead <= 0xc6 })
}

// sanePairs tells whether nine in ten of b's two-byte characters are common.
func sanePairs(b []byte, common func(lead, trail byte) bool) bool {
	good, all := 0, 0
	for i := 0; i+1 < len(b); i++ {
		if b[i] < 0x80 {
			continue
		}
		all++
		if common(b[i], b[i+1]) {
			good++
		}
		i++
	}
	return all > 0 && good*10 >= all*9
}

// sane1252: English with an occasional accented letter, dash or curly quote.
func sane1252(b []byte) bool {
	letters, high := 0, 0
	for _, c := range b {
		switch {
		case c == 0x81 || c == 0x8d || c == 0x8f || c == 0x90 || c == 0x9d:
			return false // not assigned
		case c >= 0x80:
			high++
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			letters++
		}
	}
	return letters*2 > len(b) && high*8 < letters
}
