package main

import (
	"os"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"

	"konzept/report"
)

// bar shows how far a build is, on a terminal only and not before people begin to wonder.
type bar struct {
	mu   sync.Mutex
	on   bool
	from time.Time
	pb   *progressbar.ProgressBar
	p    *process
}

const wonder = 300 * time.Millisecond

func (p *process) progress(s settings) *bar {
	return &bar{on: !s.quiet && !s.json && terminal(p.stderr), from: time.Now(), p: p}
}

func (b *bar) event(e report.Event) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.on || time.Since(b.from) < wonder {
		return
	}
	if b.pb == nil {
		b.pb = progressbar.NewOptions(e.Of, progressbar.OptionSetWriter(os.Stderr), progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(24))
	}
	b.pb.Describe(e.Output)
	_ = b.pb.Set(e.Done)
}

func (b *bar) done() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.pb != nil {
		_ = b.pb.Finish()
	}
}
