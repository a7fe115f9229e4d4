// Package templates embeds the documents, parts, posters, tables, designs and labels that every project starts from.
//
// It holds no code: a file of the same path in a project's templates folder goes before these.
package templates

import "embed"

//go:embed README.md documents parts posters tables design labels shops
var FS embed.FS
