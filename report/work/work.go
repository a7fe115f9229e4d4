// Package work runs what can be done side by side on all processors.
//
// It knows nothing of what is done. A panic in one job does not end the process where nobody can catch it: it goes on in
// the goroutine that asked.
package work

import (
	"fmt"
	"runtime/debug"
	"sync"
)

// Panic is a panic of a job, with the trace of the goroutine in which it happened.
type Panic struct {
	Value any
	Trace []byte
}

func (p *Panic) Error() string { return fmt.Sprintf("%v\n%s", p.Value, p.Trace) }

// Each calls do for 0 to n-1, as many at a time as there are workers, and returns when all are done. With one worker they
// run in order in the caller's goroutine. If jobs panic, the first of them panics here.
func Each(workers, n int, do func(i int)) {
	if workers = min(workers, n); workers <= 1 {
		for i := range n {
			do(i)
		}
		return
	}
	var wg sync.WaitGroup
	faults := make([]*Panic, n)
	queue := make(chan int)
	for range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range queue {
				faults[i] = Guard(func() { do(i) })
			}
		}()
	}
	for i := range n {
		queue <- i
	}
	close(queue)
	wg.Wait()
	for _, p := range faults {
		if p != nil {
			panic(p)
		}
	}
}

// Guard calls do and returns its panic, or nil. One that was handed on keeps its first trace.
func Guard(do func()) (fault *Panic) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *Panic:
			fault = r
		default:
			fault = &Panic{r, debug.Stack()}
		}
	}()
	do()
	return nil
}
