package flow

import (
	"testing"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/picture"
)

// TestNumbersOfADrawingStandAtTheRight: its data as a table have rows named by their first cell.
func TestNumbersOfADrawingStandAtTheRight(t *testing.T) {
	table := dataTable(&doc.Figure{}, &doc.TableStyle{}, [][]string{{"Eintrag", "Wert"}, {"eins", "3"}, {"zwei", "–"}})
	if !table.Columns[0].Header || table.Columns[1].Align != doc.Right || table.Columns[0].Align != doc.Left {
		t.Errorf("columns %+v", table.Columns)
	}
}

func TestPicturesKeepTheirProportionsWhereTheyFit(t *testing.T) {
	p := &picture.Picture{Width: 200, Height: 100}
	for _, c := range []struct {
		v    doc.Picture
		want geom.Size
	}{
		{doc.Picture{}, geom.Size{W: 120, H: 60}},
		{doc.Picture{Width: 80}, geom.Size{W: 80, H: 40}},
		{doc.Picture{Height: 20}, geom.Size{W: 40, H: 20}},
		{doc.Picture{Width: 80, Height: 80}, geom.Size{W: 80, H: 40}},
		{doc.Picture{Width: 80, Height: 80, Cover: true}, geom.Size{W: 80, H: 80}},
		{doc.Picture{Width: 240}, geom.Size{W: 120, H: 60}},
		{doc.Picture{Height: 400, Cover: true}, geom.Size{W: 120, H: 90}},
	} {
		c.v.Picture = p
		if got := pictureSize(&c.v, 120, 90); got != c.want {
			t.Errorf("%+v is %v, want %v", c.v, got, c.want)
		}
	}
}
