package work

import (
	"strings"
	"sync/atomic"
	"testing"
)

func TestEachDoesAllOnce(t *testing.T) {
	for _, workers := range []int{0, 1, 4, 100} {
		var sum atomic.Int64
		Each(workers, 50, func(i int) { sum.Add(int64(i)) })
		if sum.Load() != 49*50/2 {
			t.Errorf("%d workers: sum %d", workers, sum.Load())
		}
	}
}

func boom(i int) {
	if i >= 3 {
		panic(i)
	}
}

func TestAPanicComesToTheCallerWithItsTrace(t *testing.T) {
	for _, workers := range []int{1, 4} {
		fault := Guard(func() { Each(workers, 20, boom) })
		if fault == nil || fault.Value != 3 || !strings.Contains(fault.Error(), "work.boom") {
			t.Errorf("%d workers: %v", workers, fault)
		}
	}
	inner := Guard(func() { Each(2, 9, func(int) { Each(2, 9, boom) }) })
	if inner == nil || inner.Value != 3 || strings.Count(inner.Error(), "debug.Stack()") != 1 {
		t.Errorf("nested: %v", inner)
	}
}
