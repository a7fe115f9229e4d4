package compose

import "konzept/report/template"

// component is one directive: how it is written, and what it makes; one that stands only within others has no block.
type component struct {
	template.Component
	block block
}

// block makes what a directive stands for.
type block func(x *expander, c *context, d *template.Directive)

// components lists all directives. It is built once a set, not at start.
func components() []component {
	return []component{
		chapterComponent, groupComponent, boxComponent, gridComponent, columnsComponent, marginComponent, styleComponent,
		pairsComponent, pairComponent, tableComponent, colComponent, rowComponent, labelRowComponent, headComponent, footComponent, cellComponent,
		listComponent, itemComponent, barsComponent, barComponent, linesComponent, pointComponent, donutComponent, sliceComponent,
		progressComponent, stepsComponent, ganttComponent, laneComponent, taskComponent, markerComponent,
		treeComponent, rankComponent, nodeComponent, flowComponent, stageComponent, stopComponent, ribbonComponent,
		placesComponent, placeComponent, tagComponent, timelineComponent, eventComponent, contentsComponent, registerComponent, entryComponent,
		pictureComponent, stripComponent, logoComponent, spaceComponent, fillComponent, ruleComponent, pagebreakComponent,
		qrComponent, meterComponent, signComponent, textComponent,
	}
}

// is tells whether a directive is of a component.
func is(d *template.Directive, c *component) bool { return d.Spec.Name == c.Name }
