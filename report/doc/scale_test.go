package doc

import (
	"reflect"
	"slices"
	"testing"

	"konzept/report/geom"
	"konzept/report/internal/kinds"
)

var lengthType = reflect.TypeFor[geom.Length]()

// fill sets every length below v to n points and every pointer and slice to one filled element, so that a forgotten
// field of a new block kind cannot hide.
func fill(v reflect.Value, n geom.Length, depth int) {
	if v.Type() == lengthType {
		v.SetInt(int64(n * geom.Pt))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				fill(v.Field(i), n, depth)
			}
		}
	case reflect.Pointer:
		if t := v.Type().Elem(); t == reflect.TypeFor[Style]() || t == reflect.TypeFor[TableStyle]() {
			v.Set(reflect.New(t))
			fill(v.Elem(), n, depth)
		}
	case reflect.Slice:
		if v.Type().Elem() == reflect.TypeFor[Block]() {
			if depth == 0 {
				p := &Paragraph{}
				fill(reflect.ValueOf(p).Elem(), n, depth+1)
				v.Set(reflect.ValueOf([]Block{p}))
			}
		} else if k := v.Type().Elem().Kind(); k == reflect.Struct || k == reflect.Pointer || k == reflect.Slice {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			fill(v.Index(0), n, depth)
		}
	}
}

// lengths lists every length below v.
func lengths(v reflect.Value, path string, found map[string]int64) {
	if v.Type() == lengthType {
		found[path] = v.Int()
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			lengths(v.Field(i), path+"."+v.Type().Field(i).Name, found)
		}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			lengths(v.Elem(), path, found)
		}
	case reflect.Slice:
		for i := range v.Len() {
			lengths(v.Index(i), path+"[]", found)
		}
	}
}

func TestScaleDoublesEveryLengthOfEveryBlock(t *testing.T) {
	blocks := []Block{&Group{}, &Heading{}, &Paragraph{}, &List{}, &Space{}, &Rule{}, &Table{}, &Pairs{}, &Box{}, &Grid{},
		&Columns{}, &Margin{}, &Picture{}, &Figure{}, &Timeline{}, &Contents{}, &Register{}, &PageBreak{}}
	for _, kind := range kinds.Blocks(t) {
		if !slices.ContainsFunc(blocks, func(b Block) bool { return kinds.Of(b) == kind }) {
			t.Errorf("nothing tells whether all lengths of a %s are scaled", kind)
		}
	}
	for _, b := range blocks {
		fill(reflect.ValueOf(b).Elem(), 3, 0)
		found := map[string]int64{}
		lengths(reflect.ValueOf(NewScale(200).Blocks([]Block{b})), reflect.TypeOf(b).String(), found)
		for path, n := range found {
			if n != int64(6*geom.Pt) {
				t.Errorf("%s is %v, want 6", path, geom.Length(n))
			}
		}
		before := map[string]int64{}
		lengths(reflect.ValueOf([]Block{b}), "", before)
		if len(before) != len(found) {
			t.Errorf("%T: %d lengths became %d", b, len(before), len(found))
		}
		for path, n := range before {
			if n != int64(3*geom.Pt) {
				t.Errorf("%T%s: the original changed to %v", b, path, geom.Length(n))
			}
		}
	}
}

func TestScaledBlocksShareStyles(t *testing.T) {
	s := &Style{Name: "body", Size: 10 * geom.Pt}
	got := NewScale(150).Blocks([]Block{&Paragraph{Style: s}, &Paragraph{Style: s}})
	if a, b := got[0].(*Paragraph).Style, got[1].(*Paragraph).Style; a != b || a.Name != "body@150" || a.Size != 15*geom.Pt {
		t.Errorf("styles %v and %v", a, b)
	}
}
