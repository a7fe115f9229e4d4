package model

// lint looks at what the records say together.
func (c *checker) lint() {}
