package corpus

import (
	"regexp"
	"strings"
)

var (
	// inTitle finds the one speaker of a regular press conference in its title.
	inTitleEN = regexp.MustCompile(`((?:[A-Z][a-z]+ )*(?:Spokesperson|Spokesman|Spokeswoman|Minister|Premier|Vice Premier)) ((?:[A-Z][a-z]+ ?){2,3}?)(?:'s|’s|Attends|Meets|Holds|Hosts|Answers|Takes|Gives)`)
	inTitleZH = regexp.MustCompile(`((?:\p{Han}{2,8})?(?:发言人|部长|总理))(\p{Han}{2,3}?)(?:主持|举行|答|回答|出席|就)`)
)

// person takes a line of a cast list: "Mr. Wang Lingjun, vice minister of …",
// or an office with the name behind it.
func (h *header) person(s string, open field) bool {
	if len(s) > maxNote || endsWithMark(s) {
		return false
	}
	p, ok := castLine(s)
	if !ok && open == noField {
		return false
	}
	if !ok {
		id := identify(s)
		if id.name == "" || id.proof < fair {
			return false
		}
		p = Person{Name: id.name, Role: id.role}
	}
	p.Chair = p.Chair || open == chairField || chairing(p.Role) && open != castField
	h.add(p)
	if open == castField || open == chairField {
		h.open = open
	}
	return true
}

// castLine reads a name and an office on one line.
func castLine(s string) (Person, bool) {
	bare := honorific.ReplaceAllString(s, "")
	if name, role, ok := strings.Cut(bare, ","); ok && !hasHan(name) {
		name, role = strings.TrimSpace(name), strings.TrimSpace(role)
		id := identifyEnglish(name)
		if id.name != "" && id.proof >= fair && officeWord.MatchString(role) {
			if id.role != "" { // "Senior Colonel Wu Qian, Director General of …"
				role = id.role + ", " + role
			}
			return Person{Name: id.name, Role: role}, true
		}
		return Person{}, false
	}
	if !hasHan(s) {
		return Person{}, false
	}
	s = strings.TrimSpace(hanDate.ReplaceAllString(s, ""))
	runes := []rune(s)
	id, ok := officeNameChinese(string(simple(s)), runes)
	if !ok || id.role == "" || strings.ContainsAny(s, "，。；：") {
		return Person{}, false
	}
	return Person{Name: id.name, Role: id.role, Chair: id.part == chairs}, true
}

// add puts a person on the list once; the fuller role stays.
func (h *header) add(p Person) {
	for i := range h.cast {
		if fold(h.cast[i].Name) == fold(p.Name) {
			if h.cast[i].Role == "" {
				h.cast[i].Role = p.Role
			}
			h.cast[i].Chair = h.cast[i].Chair || p.Chair
			return
		}
	}
	h.cast = append(h.cast, p)
}

// soleSpeaker is the one whom a title names as giving the press conference.
func soleSpeaker(title string) (Person, bool) {
	if m := inTitleEN.FindStringSubmatch(title); m != nil {
		return Person{Name: strings.TrimSpace(m[2]), Role: m[1]}, true
	}
	title = hanDate.ReplaceAllString(title, "")
	s := string(simple(title))
	if m := inTitleZH.FindStringSubmatchIndex(s); m != nil && isPerson(s[m[4]:m[5]]) {
		runes := []rune(title)
		at := func(b int) int { return len([]rune(s[:b])) }
		return Person{Name: string(runes[at(m[4]):at(m[5])]), Role: string(runes[at(m[2]):at(m[3])])}, true
	}
	return Person{}, false
}
