package sheet

import (
	"cmp"

	"github.com/xuri/excelize/v2"

	"konzept/report/book"
)

func chartWidth(c *book.Chart) int  { return cmp.Or(c.Width, 480) }
func chartHeight(c *book.Chart) int { return cmp.Or(c.Height, 260) }

func chartKind(name string) (excelize.ChartType, bool) {
	switch name {
	case "bar":
		return excelize.Bar, true
	case "column":
		return excelize.Col, true
	case "stacked":
		return excelize.ColStacked, true
	case "line":
		return excelize.Line, true
	}
	return 0, false
}

// charts draws a sheet's charts at the places of the plan.
func (w *writer) charts(t *tab) error {
	for i := range t.Charts {
		c, err := w.chart(&t.Charts[i])
		if err != nil {
			return err
		}
		if err := w.file.AddChart(t.name, cellName(t.charts[i].col, t.charts[i].row), c); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) chart(c *book.Chart) (*excelize.Chart, error) {
	yes, gap := true, uint(60)
	kind, _ := chartKind(c.Kind)
	soft := w.styles.rgb("soft")
	font := excelize.Font{Family: w.styles.font, Size: sizeSmall, Color: w.styles.rgb("text")}
	out := &excelize.Chart{
		Type:   kind,
		Format: excelize.GraphicOptions{AltText: cmp.Or(c.Alt, c.Title), PrintObject: &yes, Positioning: "oneCell"},
		Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.Title,
			Font: &excelize.Font{Family: w.styles.font, Size: 11, Bold: true, Color: w.styles.rgb("accent")}}}},
		Dimension: excelize.ChartDimension{Width: uint(chartWidth(c)), Height: uint(chartHeight(c))},
		Legend:    excelize.ChartLegend{Position: "bottom", Font: &font},
		XAxis:     excelize.ChartAxis{Font: font},
		YAxis:     excelize.ChartAxis{Font: excelize.Font{Family: w.styles.font, Size: sizeSmall, Color: soft}, MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: w.styles.number(cmp.Or(c.Format, book.FmtInt), 0)}},
		PlotArea:  excelize.ChartPlotArea{ShowVal: len(c.Series) == 1 && c.Kind != "line"},
		Border:    excelize.LineOptions{Type: excelize.LineNone},
		GapWidth:  &gap,
	}
	if len(c.Series) < 2 {
		out.Legend.Position = "none"
	}
	if out.PlotArea.ShowVal {
		// Each bar says its value: an axis would say it again.
		out.YAxis.None, out.YAxis.MajorGridLines = true, false
	}
	if c.Kind == "bar" {
		// Bars run from bottom to top unless told otherwise; the table beside them runs from top to bottom.
		out.XAxis.ReverseOrder = true
	}
	return out, w.series(c, out)
}

func (w *writer) series(c *book.Chart, out *excelize.Chart) error {
	categories, err := w.plan.data(c.Categories)
	if err != nil {
		return err
	}
	for _, s := range c.Series {
		values, err := w.plan.data(s.Values)
		if err != nil {
			return err
		}
		name, err := w.plan.titleCell(s.Values)
		if err != nil {
			return err
		}
		fill := cmp.Or(w.styles.rgb(s.Fill), w.styles.rgb("accent"))
		one := excelize.ChartSeries{Name: name, Categories: categories, Values: values,
			Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}},
			DataLabel: excelize.ChartDataLabel{Font: excelize.Font{Family: w.styles.font, Size: sizeSmall, Color: w.styles.rgb("text")}}}
		if c.Kind == "line" {
			one.Line = excelize.LineOptions{Width: 2, Fill: one.Fill}
		}
		out.Series = append(out.Series, one)
	}
	return nil
}
