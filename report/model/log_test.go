package model

import "testing"

// TestLogsKeepTheDatesThatPlansGive: years and spans count by their last day, for what was so at the last report.
func TestLogsKeepTheDatesThatPlansGive(t *testing.T) {
	r, out := check(t, `
project: {report_date: 2020-06-30, last_report: 2018-12-31}
measures:
  - {id: m, code: "1", title: T, phase: in Umsetzung, signal: kritisch, log: [{date: 2013, text: A., signal: im Plan}, {date: 2017/2018, text: B., signal: gefährdet}, {date: 2019, text: C., signal: kritisch}]}
`, CheckOptions{})
	for _, f := range out.Findings {
		if f.Code == "bad-moment" || f.Code == "bad-date" || f.Code == "log-order" {
			t.Errorf("%+v", f)
		}
	}
	for key, want := range map[string]string{"signal_then": "gefährdet", "change": "verschlechtert", "latest_news": "2019-12-31", "stale": "false"} {
		if got := derivedOf(t, r, "measures", "m", key); got != want {
			t.Errorf("%s: %s, expected %s", key, got, want)
		}
	}
}
