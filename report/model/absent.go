package model

import (
	"strconv"

	"konzept/report/schema"
)

// absence is a field that a record should have and has not.
type absence struct {
	record *Record
	field  *schema.Field
}

// absences are those of the records of one kind.
type absences []absence

// report says what the records of a kind should have and have not. What none of them has is no slip of the pen, and said
// once.
func (a absences) report(c *checker, records int) {
	number, said := map[*schema.Field]int{}, map[*schema.Field]bool{}
	for _, one := range a {
		number[one.field]++
	}
	for _, one := range a {
		switch n := number[one.field]; {
		case n < records || records < 2:
			c.add(one.record, one.field.Key, "wanted-field", one.record.Head(), Wording(one.field), one.field.Key)
		case !said[one.field]:
			c.add(one.record, one.field.Key, "wanted-nowhere", one.record.Head(), Wording(one.field), one.field.Key, strconv.Itoa(records))
			said[one.field] = true
		}
	}
}
