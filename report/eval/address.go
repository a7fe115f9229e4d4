package eval

import "strings"

// readable writes a web address as people read and type it: without its scheme and a last slash.
func readable(url string) any {
	for _, scheme := range []string{"https://", "http://", "mailto:", "tel:"} {
		url = strings.TrimPrefix(url, scheme)
	}
	if url = strings.TrimSuffix(url, "/"); url == "" {
		return nil
	}
	return url
}
