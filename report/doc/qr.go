package doc

// QR is a QR code, drawn as vectors, with a quiet zone of four modules.
type QR struct {
	Text  string
	Level string // M or Q
}

func (*QR) walk(*walker) {}

func (d *QR) kind(*dumper) string {
	return join("qr", word("level", d.Level), quote("text", d.Text))
}

func (*QR) dump(*dumper) {}
