package diag

// Fault is a finding without its place: whoever meets it does not know where the data name what is wrong, but its caller does.
type Fault struct {
	Code Code
	Args []string
}

func (f *Fault) Error() string {
	s := string(f.Code)
	for _, a := range f.Args {
		s += " " + a
	}
	return s
}
