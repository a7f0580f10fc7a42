package corpus

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

const (
	simplifiedText  = "港口部发言人：各位记者朋友，大家下午好！\r\n上半年货运量增长4.1%，达到二十三亿吨。下面请提问。\r\n《海港日报》记者：收费会下降吗？\r\n"
	traditionalText = "港口部發言人：各位記者朋友，大家下午好！\n上半年貨運量增長4.1%，達到二十三億噸。現在請各位提問。\n《海港日報》記者：收費會下降嗎？\n"
	englishText     = "The minister said: “Fees fall next year.” It’s the café’s view – and ours – that freight grows.\n"
)

func encoded(t *testing.T, e encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestDecode(t *testing.T) {
	le := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	be := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	cases := []struct {
		name  string
		bytes []byte
		text  string
		note  string
	}{
		{"utf-8", []byte(simplifiedText), simplifiedText, ""},
		{"utf-8 with mark", []byte("\xef\xbb\xbf" + englishText), englishText, ""},
		{"utf-16 le with mark", append([]byte{0xff, 0xfe}, encoded(t, le, traditionalText)...), traditionalText, "converted from UTF-16LE"},
		{"utf-16 be with mark", append([]byte{0xfe, 0xff}, encoded(t, be, simplifiedText)...), simplifiedText, "converted from UTF-16BE"},
		{"utf-16 le", encoded(t, le, simplifiedText), simplifiedText, "converted from UTF-16LE"},
		{"utf-16 be", encoded(t, be, englishText), englishText, "converted from UTF-16BE"},
		{"gb18030", encoded(t, simplifiedchinese.GB18030, simplifiedText), simplifiedText, "converted from GB18030"},
		{"gb18030 after english", encoded(t, simplifiedchinese.GB18030, strings.Repeat("Good morning.\n", 100)+simplifiedText), strings.Repeat("Good morning.\n", 100) + simplifiedText, "converted from GB18030"},
		{"big5", encoded(t, traditionalchinese.Big5, traditionalText), traditionalText, "converted from Big5"},
		{"windows-1252", encoded(t, charmap.Windows1252, englishText), englishText, "converted from Windows-1252"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text, note, err := Decode(c.bytes)
			if err != nil || text != c.text || note != c.note {
				t.Errorf("Decode = %q, %q, %v", text, note, err)
			}
		})
	}
}

func TestDecodeRefuses(t *testing.T) {
	png := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), bytes.Repeat([]byte{0, 1, 2, 0x80, 0xff}, 100)...)
	damaged := strings.Repeat("港口部发言人说。\n", 40) + "坏\xe5\x93字\n"
	cases := []struct {
		name  string
		bytes []byte
		want  string
	}{
		{"nothing", nil, "empty"},
		{"blank", []byte(" \r\n\t\n"), "empty"},
		{"only a mark", []byte("\xef\xbb\xbf"), "empty"},
		{"picture", png, "binary"},
		{"control bytes", bytes.Repeat([]byte("a\x01\x02b"), 50), "binary"},
		{"damaged utf-8", []byte(damaged), "line 41: byte 0xe5 is not UTF-8"},
		{"noise", []byte(strings.Repeat("\x81\x90\xff\xfe9", 90)), "not UTF-8"},
		{"too large", make([]byte, MaxSize+1), "larger than 64 MiB"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text, _, err := Decode(c.bytes)
			if err == nil || text != "" || !strings.Contains(err.Error(), c.want) {
				t.Errorf("Decode = %q, %v; want an error with %q", text, err, c.want)
			}
		})
	}
	if _, _, err := Decode(nil); !errors.Is(err, ErrEmpty) {
		t.Errorf("Decode(nil) = %v, want ErrEmpty", err)
	}
}
