package corpus

import (
	"strings"
)

// roster knows everybody a page names in full: the cast of its head, and the
// labels that give a whole name. Labels are long at first ("国家统计局新闻发言人
// 付凌晖：", "Wang Lingjun, vice minister of …:") and short later ("付凌晖：",
// "Mr. Wang:"). A short one is resolved only where a single person fits.
type roster struct {
	people []Person
	byName map[string]int // folded full name
}

func newRoster(cast []Person, rows []row) *roster {
	r := &roster{byName: map[string]int{}}
	for _, p := range cast {
		r.add(p)
	}
	for _, row := range rows {
		if l := row.label; l != nil && l.name != "" && l.outlet == "" && l.part != bystander && fullName(l.identity) {
			r.add(Person{Name: l.name, Role: l.role, Chair: l.part == chairs})
		}
	}
	return r
}

// fullName tells whether a label's name is a person's whole name.
func fullName(id identity) bool {
	return id.name != id.role && (hasHan(id.name) || strings.Contains(id.name, " "))
}

func (r *roster) add(p Person) {
	key := fold(p.Name)
	i, known := r.byName[key]
	if !known {
		r.byName[key] = len(r.people)
		r.people = append(r.people, p)
		return
	}
	old := &r.people[i]
	if old.Role == "" {
		old.Role = p.Role
	}
	old.Chair = old.Chair || p.Chair
}

// resolve finds the person a label means, and fills in what else is known of
// that person.
func (r *roster) resolve(id identity) identity {
	if id.outlet != "" || id.part == asks || id.part == bystander {
		return id
	}
	i, found := r.byName[fold(id.name)]
	if !found {
		i, found = r.short(id)
	}
	if !found {
		return id
	}
	p := r.people[i]
	id.name = p.Name
	if p.Role != "" {
		id.role = p.Role
	}
	switch {
	case p.Chair:
		id.part = chairs
	case id.part == unknown && p.Role != "" && officeLike(p.Role):
		id.part = official
	case id.part == answers:
		id.part = official
	}
	return id
}

func officeLike(role string) bool {
	return officeWord.MatchString(role) || officeChinese.MatchString(string(simple(role)))
}

// short finds the only person that a short label can mean.
func (r *roster) short(id identity) (int, bool) {
	fits := func(p Person) bool { return sharesName(p.Name, id.name) }
	switch {
	case id.part == answers:
		fits = func(p Person) bool { return !p.Chair }
	case id.name != "" && id.name == id.role && hasHan(id.name): // 王部长
		fits = func(p Person) bool { return surnameWithTitle(p.Name, id.name) }
	case id.part == chairs && id.name == id.role:
		fits = func(p Person) bool { return p.Chair }
	case id.name == "" || id.name == id.role || strings.Contains(id.name, " "):
		return 0, false
	}
	at, n := 0, 0
	for i, p := range r.people {
		if fits(p) {
			at, n = i, n+1
		}
	}
	return at, n == 1
}

// sharesName tells whether a single name is the first or last word of a whole one.
func sharesName(whole, single string) bool {
	words := strings.Fields(fold(whole))
	single = fold(single)
	return len(words) > 1 && (words[0] == single || words[len(words)-1] == single)
}

// surnameWithTitle tells whether a label is a family name with a title, such as
// 王部长 for 王令浚.
func surnameWithTitle(whole, titled string) bool {
	w, t := simple(whole), simple(titled)
	return len(w) >= 2 && len(t) >= 3 && len(t) <= 5 && w[0] == t[0] && surnames()[string(t[0])]
}
