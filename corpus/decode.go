package corpus

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// MaxSize is the largest transcript read, in bytes. A day-long hearing has
// about one megabyte.
const MaxSize = 64 << 20

// Reasons why bytes are no transcript, to be told apart by callers that skip
// such files in a folder.
var (
	ErrEmpty    = errors.New("the file is empty: save the page's text into it and try again")
	ErrBinary   = errors.New("the file is binary, not text: save the transcript as plain text and try again")
	ErrTooLarge = fmt.Errorf("the file is larger than %d MiB: split it into one file per event", MaxSize>>20)
)

// Decode turns the bytes of a file into UTF-8 text. A byte order mark is
// removed, line ends stay as they are. note says what was converted, such as
// "converted from GB18030", and is empty where the file was UTF-8 already.
//
// The order is: byte order mark, UTF-16 by its pattern of zero bytes, UTF-8,
// then the older encodings (see legacy).
func Decode(b []byte) (text, note string, err error) {
	if len(b) > MaxSize {
		return "", "", ErrTooLarge
	}
	if enc, name, size := markOf(b); enc != nil {
		return convert(b[size:], enc, name)
	}
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	if len(bytes.TrimSpace(b)) == 0 {
		return "", "", ErrEmpty
	}
	if bytes.IndexByte(b, 0) >= 0 {
		return decodeUnmarked16(b)
	}
	if binary(b) {
		return "", "", ErrBinary
	}
	if utf8.Valid(b) {
		return string(b), "", nil
	}
	return decodeLegacy(b)
}

// markOf is the UTF-16 encoding that b's byte order mark announces, nil where
// it has none.
func markOf(b []byte) (enc encoding.Encoding, name string, size int) {
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "UTF-16LE", 2
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "UTF-16BE", 2
	}
	return nil, "", 0
}

// decodeUnmarked16 reads UTF-16 without a mark. Its spaces, line ends and
// digits have a zero byte, on the left or on the right. Letters do not count: 一
// in one order is N in the other.
func decodeUnmarked16(b []byte) (text, note string, err error) {
	little, big := 0, 0
	for i := 0; i+1 < len(b); i += 2 {
		switch {
		case b[i+1] == 0 && plainUnit(b[i]):
			little++
		case b[i] == 0 && plainUnit(b[i+1]):
			big++
		}
	}
	switch {
	case len(b)%2 != 0 || little == big:
		return "", "", ErrBinary
	case little > big:
		return convert(b, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "UTF-16LE")
	}
	return convert(b, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "UTF-16BE")
}

func plainUnit(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c >= '0' && c <= '9'
}

// convert decodes b and makes sure that the result is a text.
func convert(b []byte, enc encoding.Encoding, name string) (text, note string, err error) {
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		return "", "", fmt.Errorf("converting from %s: %w", name, err)
	}
	switch {
	case len(bytes.TrimSpace(out)) == 0:
		return "", "", ErrEmpty
	case bytes.IndexByte(out, 0) >= 0 || binary(out) || strange(out):
		return "", "", ErrBinary
	}
	return string(out), "converted from " + name, nil
}

// binary tells whether b has more control bytes than a text ever would. A few
// are let through: form feeds and escape sequences survive in copied pages.
func binary(b []byte) bool {
	n := 0
	for _, c := range b {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' {
			n++
		}
	}
	return n > 8 && n > len(b)/200
}

// strange tells whether more than one character in fifty of a decoded text is
// no assigned letter: the encoding was not what it seemed.
func strange(out []byte) bool {
	bad, all := 0, 0
	for _, r := range string(out) {
		all++
		if r == utf8.RuneError || r >= 0xE000 && r <= 0xF8FF || r >= 0xFFF0 {
			bad++
		}
	}
	return bad*50 > all
}
