package report

// WithoutTags switches tags, claims and their check off in the screen edition, to measure what they cost; the result
// switches them on again. There is no such way in the product.
func WithoutTags() (restore func()) {
	tagged := editions["screen"]
	plain := tagged
	plain.Tagged, plain.UA, plain.A = false, false, false
	editions["screen"] = plain
	return func() { editions["screen"] = tagged }
}
