package corpus

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	honorific = regexp.MustCompile(`^(?i:(mr|mrs|ms|miss|dr|prof|professor|sir|madam|the hon|hon)\.?)\s+`)
	// offices are words that an English title has.
	officeWord = regexp.MustCompile(`(?i)\b(secretary|minister|premier|president|director|commissioner|spokes(?:person|man|woman)|chief|chair(?:man|woman|person)?|ambassador|governor|mayor|deputy|vice|general|colonel|major|admiral|captain|senator|representative|councill?or|professor|officer|administrator|head|dean|judge|executive|attorney|chancellor|congress(?:man|woman)|consul|envoy)\b`)
	memberWord = regexp.MustCompile(`(?i)\b(senator|representative|councill?or|congress(?:man|woman))\b`)
	// outletWord ends, or stands in, the name of a medium.
	outletWord   = regexp.MustCompile(`\b(News|Daily|Times|Post|Journal|TV|Television|Radio|Agency|Press|Herald|Paper|Weekly|Magazine|Broadcasting|Network|Media|Review|Tribune|Telegraph|Observer|Globe|Gazette|Shimbun|Zaobao|Online|Monthly|Chronicle|Standard|Courier|Bulletin|Today)\b`)
	reporterTail = regexp.MustCompile(`(?i)[\s,]+(reporter|correspondent|journalist|reporters)$`)
	// notNames begin or are headings and connectives, never speakers.
	notNames = regexp.MustCompile(`(?i)^(first|second|third|fourth|fifth|sixth|last|finally|next|then|note|notes|ps|summary|conclusion|conclusions|result|results|example|background|objective|objectives|goal|goals|table|figure|fig|chart|source|sources|photo|caption|link|links|tel|fax|email|e-mail|website|http|https|remember|important|warning|update|updated|date|time|venue|place|topic|subject|title|agenda|contents|read more|see also|editor|author|share|tags|keywords|duration|storyline|part|section|chapter|article|step|option|attendees|participants|speakers?|speaker key|published|issued|home|break|applause|laughter|laughs|laughing|music|silence|crosstalk|inaudible|pause|thus|therefore|however|again|also|but|and|or|so|because|that|this|these|those|which|what|who|why|how|when|where|yes|no|here|there|let|it|he|she|we|you|they|i|my|our|your|for|in|on|at|to|as|if)\b`)
)

// small are the lower-case words a name or title may have inside.
var small = map[string]bool{
	"of": true, "for": true, "the": true, "and": true, "in": true, "on": true, "to": true, "at": true, "with": true, "from": true,
	"de": true, "la": true, "le": true, "du": true, "da": true, "di": true, "del": true, "van": true, "von": true, "der": true, "den": true, "bin": true, "al": true, "el": true, "y": true, "&": true,
}

func identifyEnglish(words string) identity {
	if id, ok := outletEnglish(words); ok {
		return id
	}
	if notNames.MatchString(words) && !soundsLikeName(words) { // He Yadong is a name
		return identity{}
	}
	if before, after, ok := strings.Cut(words, ","); ok {
		return identifyComma(strings.TrimSpace(before), strings.TrimSpace(after))
	}
	capitals := strings.ToUpper(words) == words && strings.Contains(words, " ")
	if h := honorific.FindString(words); h != "" {
		return titled(words[len(h):], capitals)
	}
	if !capitalised(words) {
		return identity{}
	}
	if officeWord.MatchString(words) {
		return officeEnglish(words, capitals)
	}
	switch n := len(strings.Fields(words)); {
	case n >= 2 && outletWord.MatchString(words):
		return identity{outlet: words, part: asks, proof: fair}
	case n >= 2 && n <= 4 && !capitals:
		return identity{name: words, proof: fair}
	case n <= 5:
		return identity{name: words, proof: weak}
	}
	return identity{}
}

// outletEnglish reads a listed outlet, or any words with "reporter" after them.
func outletEnglish(words string) (identity, bool) {
	bare := reporterTail.ReplaceAllString(words, "")
	if e := outlets().byName[fold(bare)]; e != nil {
		return identity{outlet: bare, part: asks, proof: sure}, true
	}
	if bare != words && capitalised(bare) {
		return identity{outlet: bare, part: asks, proof: fair}, true
	}
	return identity{}, false
}

// titled is the one that "Mr." or "MS" stands before. A transcript in capitals
// is the record of an assembly.
func titled(name string, capitals bool) identity {
	if !capitalised(name) || len(strings.Fields(name)) > 5 {
		return identity{}
	}
	if capitals {
		return identity{name: titleCase(name), part: member, proof: sure}
	}
	return identity{name: name, proof: sure}
}

// identifyComma reads "Name, office" and "Name, Outlet".
func identifyComma(before, after string) identity {
	who := identifyEnglish(before)
	if who.name == "" || who.role != "" || who.proof < fair || strings.ContainsAny(after, "?!;") {
		return identity{}
	}
	outlet, listed := outletEnglish(aside.ReplaceAllString(after, ""))
	switch {
	case listed:
		who.outlet, who.part, who.proof = outlet.outlet, asks, sure
	case outletWord.MatchString(after) && capitalised(after):
		who.outlet, who.part, who.proof = after, asks, sure
	case officeWord.MatchString(after):
		who.role, who.part, who.proof = after, official, sure
		if chairing(after) {
			who.part = chairs
		}
	default:
		return identity{}
	}
	return who
}

// officeEnglish reads "Minister of Commerce Zhong Shan", "Senator Robinson" and
// an office alone.
func officeEnglish(words string, capitals bool) identity {
	fields := strings.Fields(words)
	at := 0
	for i, f := range fields {
		if officeWord.MatchString(f) {
			at = i + 1
		}
	}
	rest := fields[at:]
	if len(rest) > 0 && small[strings.ToLower(rest[0])] {
		// "of Commerce Zhong Shan": what belongs to the office is not told
		// from the name but by the sound of a Chinese name.
		n := len(rest)
		if n >= 3 && soundsChinese(rest[n-2], rest[n-1]) && !small[rest[n-3]] {
			rest = rest[n-2:]
		} else {
			rest = nil
		}
	}
	if len(rest) == 0 || len(rest) > 4 {
		id := identity{name: words, role: words, part: official, proof: fair}
		if capitals {
			id.name, id.role, id.proof = titleCase(words), titleCase(words), sure
		}
		return id
	}
	role := strings.Join(fields[:len(fields)-len(rest)], " ")
	id := identity{name: strings.Join(rest, " "), role: role, part: official, proof: fair}
	if memberWord.MatchString(role) {
		id.part = member
	}
	return id
}

// capitalised tells whether every word but the small ones begins with a capital
// or a figure, as in names and titles, and no sentence mark stands inside.
func capitalised(words string) bool {
	fields := strings.Fields(words)
	for i, f := range fields {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(f, `("'‘“&-`))
		if unicode.IsUpper(r) || unicode.IsDigit(r) || strings.Contains(f, "-") && i > 0 {
			continue
		}
		if !small[f] && !camel(f) || i == len(fields)-1 && !camel(f) {
			return false
		}
	}
	return len(fields) > 0 && !strings.ContainsAny(words, "?!;\"“”")
}

// camel is a brand such as iThome.
func camel(word string) bool {
	return len(word) > 2 && unicode.IsLower(rune(word[0])) && unicode.IsUpper(rune(word[1]))
}

// titleCase writes "SECRETARY FOR SECURITY" as "Secretary for Security".
func titleCase(words string) string {
	fields := strings.Fields(words)
	for i, f := range fields {
		low := strings.ToLower(f)
		if small[low] && i > 0 {
			fields[i] = low
			continue
		}
		var b strings.Builder
		up := true
		for _, r := range low {
			if up {
				r = unicode.ToUpper(r)
			}
			up = !unicode.IsLetter(r)
			b.WriteRune(r)
		}
		fields[i] = b.String()
	}
	return strings.Join(fields, " ")
}
