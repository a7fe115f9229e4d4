// Package fonts embeds the typefaces that every project has: Source Sans 3 3.052, Source Serif 4 and Nunito, and for Arabic and
// Hebrew words Noto Sans Arabic and Noto Sans Hebrew (SIL Open Font License 1.1, unmodified).
//
// It never opens a font: a file of the same name in a project's fonts folder goes before these.
package fonts

import "embed"

//go:embed *.ttf *-LICENSE.md
var files embed.FS

// FS returns the typefaces and their licences, in one flat folder.
func FS() embed.FS { return files }
