package source

// Limits that hold before any work is done. A city's data set of 2,000 measures has 4 MiB and 200,000 values.
const (
	maxBytes   = 16 << 20  // of one file
	maxValues  = 1_000_000 // of one file, estimated from its punctuation before it is parsed
	maxDepth   = 64        // of nesting
	maxAliases = 50        // of one file
	maxNotes   = 20        // findings of one kind in one file's bytes; more only repeat the first
)
