package verify_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/finish"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/paint"
	"konzept/report/verify"
)

// sound is a small tagged file in the oldest form of PDF, without a fault: its header, its objects by their numbers, its
// trailer. "~" starts a stream.
var sound = []string{
	"%PDF-1.4\n%\xe2\xe3\xcf\xd3",
	`<</Type/Catalog/Pages 2 0 R/Lang(de)/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R/Metadata 9 0 R/ViewerPreferences<</DisplayDocTitle true>>/Names<</Dests 26 0 R>>/OutputIntents[<</DestOutputProfile 7 0 R>>]/Outlines 31 0 R>>`,
	`<</Type/Pages/Count 1/Kids[3 0 R]>>`,
	`<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Resources<</Font<</F0 6 0 R/F1 27 0 R>>/XObject<</I 30 0 R>>>>/Contents 4 0 R/StructParents 0/Annots[10 0 R]/Tabs/S>>`,
	`<<>>~q /H1 <</MCID 0>> BDC BT /F0 9 Tf (AB) Tj ET EMC /Artifact BMC 0 0 9 9 re f EMC /H2 <</MCID 1>> BDC 1 0 0 rg BT (B) Tj ET EMC /Figure <</MCID 2>> BDC /I Do EMC ` +
		`/Note <</MCID 3>> BDC EMC /TH <</MCID 4>> BDC BT [(A) 9 (B)] TJ ET EMC /TD <</MCID 5>> BDC BT /F1 9 Tf (@A) Tj ET EMC /Link <</MCID 6>> BDC EMC Q`,
	`<</Type/StructTreeRoot/K 11 0 R/ParentTree 12 0 R/IDTree<</Names[(n)18 0 R(h)22 0 R]>>/RoleMap<</FENote/Note>>>>`,
	`<</Type/Font/Subtype/TrueType/BaseFont/AAAAAA+Probe/FontDescriptor 8 0 R/ToUnicode 13 0 R>>`,
	`<</N 3>>~icc`,
	`<</Type/FontDescriptor/FontFile2 14 0 R>>`,
	`<<>>~<x xmlns:u="http://www.aiim.org/pdfua/ns/id/" xmlns:a="http://www.aiim.org/pdfa/ns/id/" xmlns:d="http://purl.org/dc/elements/1.1/">` +
		`<d:title><d:li>Probe</d:li></d:title><u:part>1</u:part><a:part>2</a:part><a:conformance>A</a:conformance></x>`,
	`<</Type/Annot/Subtype/Link/Contents(Ziel)/StructParent 1/F 4/Dest(z)>>`,
	`<</S/Document/K[15 0 R 16 0 R 17 0 R 18 0 R 19 0 R 24 0 R]>>`,
	`<</Nums[0[15 0 R 16 0 R 17 0 R 18 0 R 22 0 R 23 0 R 24 0 R] 1 24 0 R]>>`,
	`<<>>~2 beginbfchar <41> <0041> <42> <00DF> endbfchar`,
	`<<>>~ttf`,
	`<</S/H1/Pg 3 0 R/K 0>>`,
	`<</S/H2/Pg 3 0 R/K 1>>`,
	`<</S/Figure/Alt(Bild)/Pg 3 0 R/K 2/A<</O/Layout/BBox[0 0 9 9]>>>>`,
	`<</S/Note/ID(n)/Pg 3 0 R/K 3>>`,
	`<</S/Table/K[20 0 R 21 0 R]>>`,
	`<</S/TR/K 22 0 R>>`,
	`<</S/TR/K 23 0 R>>`,
	`<</S/TH/ID(h)/Pg 3 0 R/K 4/A<</O/Table/Scope/Column>>>>`,
	`<</S/TD/Lang(en-GB)/Pg 3 0 R/K 5/A<</O/Table/Headers[(h)]>>>>`,
	`<</S/Link/Pg 3 0 R/K[6<</Type/OBJR/Obj 10 0 R>>]>>`,
	`<</Title(Probe)>>`,
	`<</Names[(z)[3 0 R/Fit]]>>`,
	`<</Type/Font/Subtype/Type0/BaseFont/AAAAAB+Probe/Encoding/Identity-H/DescendantFonts[28 0 R]/ToUnicode 29 0 R>>`,
	`<</Subtype/CIDFontType2/CIDToGIDMap/Identity/W[16449[500]]/FontDescriptor<</FontFile2 32 0 R>>>>`,
	`<<>>~1 beginbfchar <4041> <0041> endbfchar`,
	`<</Subtype/Image/ColorSpace/DeviceRGB>>~rgb`,
	`<</First 33 0 R>>`,
	"<<>>~" + program(500),
	`<</Title(Eins)/Dest[3 0 R/Fit]>>`,
	`trailer <</Root 1 0 R/Info 25 0 R/ID[(a)(a)]>>`,
}

// program is a TrueType file with no more than the width of its glyphs, in thousandths of an em.
func program(width uint16) string {
	b := []byte("\x00\x01\x00\x00\x00\x03\x00\x00\x00\x00\x00\x00")
	at := uint32(12 + 3*16)
	var tables []byte
	for _, t := range []struct {
		name string
		size uint32
		at   int // of a number
		v    uint16
	}{{"head", 54, 18, 1000}, {"hhea", 36, 34, 1}, {"hmtx", 4, 0, width}} {
		b = append(append(b, t.name...), 0, 0, 0, 0)
		b = binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(b, at), t.size)
		data := make([]byte, t.size)
		binary.BigEndian.PutUint16(data[t.at:], t.v)
		tables = append(tables, data...)
		at += t.size
	}
	return string(append(b, tables...))
}

// assemble writes objects with a cross-reference table.
func assemble(parts []string) []byte {
	var b bytes.Buffer
	b.WriteString(parts[0] + "\n")
	objects, trailer := parts[1:len(parts)-1], parts[len(parts)-1]
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		if d, data, ok := strings.Cut(o, "~"); ok {
			o = fmt.Sprintf("<</Length %d %s\nstream\n%s\nendstream", len(data), strings.TrimPrefix(d, "<<"), data)
		}
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, off := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", off)
	}
	fmt.Fprintf(&b, "%s\nstartxref\n%d\n%%%%EOF\n", trailer, start)
	return b.Bytes()
}

func inspect(t testing.TB, file []byte) *verify.Report {
	t.Helper()
	r, err := verify.Inspect(file)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func codes(r *verify.Report) string {
	var s []string
	for _, f := range r.Findings {
		s = append(s, string(f.Code))
	}
	return strings.Join(s, " ")
}

func TestSoundFileHasNoFindings(t *testing.T) {
	r := inspect(t, assemble(sound))
	if len(r.Findings) > 0 {
		t.Errorf("findings:\n%s", r)
	}
	if got := r.Structure[1].Text; got != "Aß" {
		t.Errorf("heading reads %q", got)
	}
	if got := strings.Join(r.Claims, " "); got != "PDF/UA-1 PDF/A-2a" {
		t.Errorf("claims %q", got)
	}
}

// byteFaults change the finished bytes; without an old text they follow the end.
var byteFaults = []fault{
	{"", "", ""}, {"", "", "\r\n"}, {"data-after-end", "", "\n\n\n"}, {"data-after-end", "", "x"},
	{"stream-length", "/Length 3 /N 3>>\nstream\nicc", "/Length 2 /N 3>>\nstream\nicc"},
}

// TestBytesAreAsTheySay: who changes or appends to a file leaves traces.
func TestBytesAreAsTheySay(t *testing.T) {
	for _, c := range byteFaults {
		b := bytes.TrimRight(assemble(sound), "\n")
		if c.old == "" {
			b = append(b, c.new...)
		} else {
			b = bytes.Replace(b, []byte(c.old), []byte(c.new), 1)
		}
		if got := codes(inspect(t, b)); got != c.code {
			t.Errorf("%q for %q: got %q, want %q", c.new, c.old, got, c.code)
		}
	}
}

func TestEveryRuleFindsItsFault(t *testing.T) {
	for _, c := range ruleFaults {
		broken := make([]string, len(sound))
		n := 0
		for i, o := range sound {
			n += strings.Count(o, c.old)
			broken[i] = strings.ReplaceAll(o, c.old, c.new)
		}
		if n != 1 {
			t.Errorf("%s: %q occurs %d times", c.code, c.old, n)
		}
		if got := codes(inspect(t, assemble(broken))); got != c.code {
			t.Errorf("%q for %q: got %q, want %q", c.new, c.old, got, c.code)
		}
		for code := range strings.FieldsSeq(c.code) {
			if _, ok := diag.Lookup(diag.Code(code)); !ok {
				t.Errorf("%s has no wording", code)
			}
		}
	}
}

var attachmentFaults = []fault{
	{"", "/F(x)", "/F(x)"},
	{"attachment-forbidden", "<a:part>3", "<a:part>2"},
	{"attachment-unexplained", "/AFRelationship/Data", ""},
	{"attachment-unexplained", "/UF(x)", ""},
	{"attachment-unexplained", "/AF[34 0 R]", ""},
	{"attachment-unexplained", "/Subtype/text#2Fplain", ""},
}

// TestAttachmentsMustExplainThemselves: what a file for archives carries says what it is.
func TestAttachmentsMustExplainThemselves(t *testing.T) {
	const spec = "/Names<</EmbeddedFiles<</Names[(x) 34 0 R]>>"
	with := slices.Clone(sound)
	with[1] = strings.Replace(with[1], "/Names<<", spec, 1)
	with[1] = strings.Replace(with[1], "/Lang(de)", "/Lang(de)/AF[34 0 R]", 1)
	with[9] = strings.Replace(with[9], "<a:part>2", "<a:part>3", 1)
	with = slices.Insert(with, len(with)-1, "<</F(x)/UF(x)/AFRelationship/Data/EF<</F 35 0 R>>>>", "<</Subtype/text#2Fplain>>~x")
	for _, c := range attachmentFaults {
		broken := make([]string, len(with))
		for i, o := range with {
			broken[i] = strings.ReplaceAll(o, c.old, c.new)
		}
		if got := codes(inspect(t, assemble(broken))); got != c.code {
			t.Errorf("%q for %q: got %q, want %q", c.new, c.old, got, c.code)
		}
	}
}

// icc is the header of a printing condition's profile (ICC.1:2010, 7.2).
var icc = strings.Repeat(" ", 12) + "prtrCMYKLab " + strings.Repeat(" ", 12) + "acsp" + strings.Repeat(" ", 92)

// forPrint is a file that claims PDF/X-4, without a fault.
var forPrint = []string{
	"%PDF-1.6",
	`<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R/OutputIntents[<</S/GTS_PDFX/OutputConditionIdentifier(FOGRA39)/RegistryName(r)/DestOutputProfile 7 0 R>>]>>`,
	`<</Type/Pages/Count 1/Kids[3 0 R]>>`,
	`<</Type/Page/MediaBox[0 0 100 100]/TrimBox[10 10 90 90]/BleedBox[5 5 95 95]/Annots[]/Contents 5 0 R/Resources 6 0 R/Group<</S/Transparency/CS/DeviceCMYK>>>>`,
	`<<>>~<x xmlns:x="http://www.npes.org/pdfx/ns/id/" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:p="http://ns.adobe.com/pdf/1.3/" xmlns:m="http://ns.adobe.com/xap/1.0/" xmlns:mm="http://ns.adobe.com/xap/1.0/mm/">` +
		`<x:GTS_PDFXVersion>PDF/X-4</x:GTS_PDFXVersion><d:title>Probe</d:title><p:Trapped>False</p:Trapped><m:CreateDate>c</m:CreateDate><m:ModifyDate>y</m:ModifyDate>` +
		`<m:MetadataDate>a</m:MetadataDate><mm:DocumentID>i</mm:DocumentID><mm:RenditionClass>default</mm:RenditionClass><mm:VersionID>1</mm:VersionID></x>`,
	`<<>>~q /Over gs 0 0 0 1 k 0 0 9 9 re f Q 0 0 0 0 k 0 0 9 9 re f /S cs 0.5 scn /I Do /X Do`,
	`<</ExtGState<</Over<</OP true/op true/OPM 1>>>>/ColorSpace<</S[/Separation/HKS/DeviceCMYK<<>>]>>/XObject<</I 8 0 R/X 9 0 R>>>>`,
	"<</N 4>>~" + icc,
	`<</Subtype/Image/ColorSpace/DeviceCMYK/SMask 10 0 R>>~cmyk`,
	`<</Subtype/Form>>~1 0 0 0 k`,
	`<</Subtype/Image/ColorSpace/DeviceGray>>~alpha`,
	`<</Title(Probe)>>`,
	`trailer <</Root 1 0 R/Info 11 0 R/ID[(a)(a)]>>`,
}

var printFaults = []fault{
	{"no-output-intent", "(FOGRA39)", "()"},
	{"no-output-intent", "/S/GTS_PDFX", "/S/GTS_PDFA1"},
	{"bad-output-intent", "OutputIntents[", "OutputIntents[<</S/GTS_PDFX/OutputConditionIdentifier(a)/RegistryName(r)>>"},
	{"bad-output-intent", "/RegistryName(r)/DestOutputProfile 7 0 R", ""},
	{"bad-output-intent", "<</N 4>>", "<</N 3>>"},
	{"bad-output-intent", "prtrCMYK", "mntrRGB "},
	{"bad-output-intent", "acsp", "pcsa"},
	{"no-trim-box", "/TrimBox[10 10 90 90]", ""},
	{"print-forbidden", "/TrimBox[10 10 90 90]", "/TrimBox[10 10 90 90]/ArtBox[10 10 90 90]"},
	{"", "/TrimBox[10 10 90 90]", "/ArtBox[10 10 90 90]"},
	{"boxes-not-nested", "/TrimBox[10 10", "/TrimBox[1 10"},
	{"boxes-not-nested", "95 95", "95 105"},
	{"boxes-not-nested", "/TrimBox[10 10 90 90]", "/TrimBox[10 10 10 90]"},
	{"links-in-print", "/Annots[]", "/Annots[<</Subtype/Link/Rect[20 20 30 30]>>]"},
	{"links-in-print", "/Annots[]", "/Annots[<</Subtype/Link>>]"},
	{"", "/Annots[]", "/Annots[<</Subtype/PrinterMark/Rect[0 0 4 4]>>]"},
	{"print-standard", ">PDF/X-4<", ">PDF/X-5g<"},
	{"print-version", "%PDF-1.6", "%PDF-1.7"},
	{"print-version", "/Type/Catalog", "/Type/Catalog/Version/1.7"},
	{"print-metadata metadata-differ", "<d:title>Probe</d:title>", ""},
	{"print-metadata", "<p:Trapped>False", "<p:Trapped>Unknown"},
	{"print-metadata", "<m:CreateDate>c</m:CreateDate>", ""},
	{"print-metadata", "<m:ModifyDate>y</m:ModifyDate>", ""},
	{"print-metadata", "<m:MetadataDate>a</m:MetadataDate>", ""},
	{"print-metadata", "<mm:DocumentID>i</mm:DocumentID>", ""},
	{"print-metadata", "<mm:RenditionClass>default</mm:RenditionClass>", ""},
	{"print-metadata", "<mm:VersionID>1</mm:VersionID>", ""},
	{"metadata-differ", "/Title(Probe)", "/Title(Anders)"},
	{"no-identity", "/ID[(a)(a)]", ""},
	{"encrypted", "/ID[(a)(a)]", "/ID[(a)(a)]/Encrypt<</Filter/Standard>>"},
	{"print-forbidden", "/Annots[]", "/Annots[]/AA<</O<<>>>>"},
	{"print-forbidden", "/Annots[]", "/Annots[]/UserUnit 2"},
	{"print-forbidden", "/Annots[]", "/Annots[]/PresSteps<<>>"},
	{"print-forbidden", "/Type/Catalog", "/Type/Catalog/OpenAction<</S/JavaScript>>"},
	{"print-forbidden", "/Type/Catalog", "/Type/Catalog/Names<</JavaScript<<>>>>"},
	{"print-forbidden", "/Type/Catalog", "/Type/Catalog/Names<</EmbeddedFiles<<>>>>"},
	{"print-forbidden", "/Type/Catalog", "/Type/Catalog/OCProperties<<>>"},
	{"print-forbidden", "/Type/Catalog", "/Type/Catalog/AcroForm<<>>"},
	{"print-forbidden", "/OPM 1", "/OPM 1/TR/Identity"},
	{"print-forbidden", "/OPM 1", "/OPM 1/TR2/Identity"},
	{"", "/OPM 1", "/OPM 1/TR2/Default"},
	{"print-forbidden", "/OPM 1", "/OPM 1/HTP[0 0]"},
	{"print-forbidden", "/OPM 1", "/OPM 1/HT<</HalftoneType 6>>"},
	{"print-forbidden", "/OPM 1", "/OPM 1/HT<</HalftoneType 1/HalftoneName(x)>>"},
	{"print-forbidden", "/OPM 1", "/OPM 1/BM/Vivid"},
	{"", "/OPM 1", "/OPM 1/BM/Multiply/ca 0.5"},
	{"print-forbidden", "/Subtype/Form", "/Subtype/Form/Filter/LZWDecode"},
	{"print-forbidden", "/Subtype/Form", "/Subtype/Form/F(x)"},
	{"print-forbidden", "/Subtype/Form", "/Subtype/PS"},
	{"print-forbidden", "/Subtype/Form", "/Subtype/Form/Ref<<>>"},
	{"print-forbidden", "/Subtype/Form", "/Subtype/Form/Subtype2/PS"},
	{"print-forbidden", "DeviceCMYK/SMask", "DeviceCMYK/OPI<<>>/SMask"},
	{"print-forbidden", "DeviceCMYK/SMask", "DeviceCMYK/Alternates[]/SMask"},
	{"colour-not-ink", "CS/DeviceCMYK", "CS/DeviceRGB"},
	{"colour-not-ink", "DeviceCMYK/SMask", "DeviceRGB/SMask"},
	{"colour-not-ink", "/ColorSpace/DeviceCMYK/SMask", "/ColorSpace[/ICCBased<</N 3>>]/SMask"},
	{"colour-not-ink", "/ColorSpace/DeviceCMYK/SMask", "/ColorSpace[/Indexed/DeviceRGB 1(x)]/SMask"},
	{"colour-not-ink", "1 0 0 0 k", "1 0 0 rg"},
	{"colour-not-ink", "0.5 scn", "0.5 scn 1 0 0 RG"},
	{"colour-not-ink", "0.5 scn", "0.5 scn BI /W 1 /CS /RGB ID x EI"},
	{"colour-not-ink", "/Separation/HKS/DeviceCMYK", "/Separation/HKS/DeviceRGB"},
	{"colour-not-ink", "[/Separation/HKS/DeviceCMYK<<>>]", "[/Lab<<>>]"},
	{"colour-not-ink", "/ColorSpace<<", "/Shading<</A<</ColorSpace/DeviceRGB>>>>/ColorSpace<<"},
	{"colour-not-ink", "/ColorSpace<<", "/Pattern<</A<</Shading<</ColorSpace/DeviceRGB>>>>>>/ColorSpace<<"},
	{"white-overprints", "0 0 0 1 k", "0 0 0 0 k"},
	{"white-overprints", "0 0 0 1 k 0 0 9 9 re f", "1 G 0 0 9 9 re S"},
	{"white-overprints", "re f Q", "re f"}, // the marks do not pair: the white that follows overprints
}

// flat is a file that claims one of the older standards, without a fault.
func flat(claim string) []string {
	f := slices.Clone(forPrint)
	f[0] = "%PDF-1.4"
	f[3] = strings.Replace(f[3], "/Group<</S/Transparency/CS/DeviceCMYK>>", "", 1)
	f[4] = strings.Replace(f[4], "<x:GTS_PDFXVersion>PDF/X-4</x:GTS_PDFXVersion>", "", 1)
	f[8] = strings.Replace(f[8], "/SMask 10 0 R", "/Mask 10 0 R", 1)
	f[11] = "<</Title(Probe)/CreationDate(c)/ModDate(m)/Trapped/False/GTS_PDFXVersion(" + claim + ")>>"
	return f
}

var flatFaults = []fault{
	{"print-version", "%PDF-1.4", "%PDF-1.5"},
	{"print-metadata", "/CreationDate(c)", ""},
	{"print-metadata", "/ModDate(m)", ""},
	{"print-metadata", "/Trapped/False", "/Trapped/Unknown"},
	{"print-transparency", "/OPM 1", "/OPM 1/ca 0.5"},
	{"print-transparency", "/OPM 1", "/OPM 1/CA 0.5"},
	{"print-transparency", "/OPM 1", "/OPM 1/BM/Multiply"},
	{"print-transparency", "/OPM 1", "/OPM 1/SMask<</S/Alpha>>"},
	{"", "/OPM 1", "/OPM 1/SMask/None/BM/Normal/ca 1"},
	{"print-transparency", "/Mask", "/SMask"},
	{"print-transparency", "/Subtype/Form", "/Subtype/Form/Group<</S/Transparency>>"},
	{"print-forbidden", "DeviceCMYK/Mask", "DeviceCMYK/Filter/JPXDecode/Mask"},
}

func TestEveryPrintRuleFindsItsFault(t *testing.T) {
	broken := func(sound []string, c fault) {
		t.Helper()
		file := slices.Clone(sound)
		n := 0
		for i, o := range sound {
			n += strings.Count(o, c.old)
			file[i] = strings.ReplaceAll(o, c.old, c.new)
		}
		if n != 1 {
			t.Errorf("%s: %q occurs %d times", c.code, c.old, n)
		}
		r := inspect(t, assemble(file))
		if got := strings.TrimPrefix(codes(r), "marks-unbalanced "); got != c.code {
			t.Errorf("%q for %q: got %q, want %q", c.new, c.old, got, c.code)
		}
	}
	for _, c := range printFaults {
		broken(forPrint, c)
	}
	for _, claim := range []string{"PDF/X-1a:2003", "PDF/X-3:2003"} {
		for _, c := range flatFaults {
			broken(flat(claim), c)
		}
	}
	broken(flat("PDF/X-1a:2003"), fault{"colour-not-ink", "[/Separation/HKS/DeviceCMYK<<>>]", "[/ICCBased<</N 4>>]"})
	broken(flat("PDF/X-3:2003"), fault{"", "[/Separation/HKS/DeviceCMYK<<>>]", "[/ICCBased<</N 4>>]"})
}

func TestSoundPrintFilesHaveNoFindings(t *testing.T) {
	for claim, file := range map[string][]string{"PDF/X-4": forPrint, "PDF/X-1a:2003": flat("PDF/X-1a:2003"), "PDF/X-3:2003": flat("PDF/X-3:2003")} {
		r := inspect(t, assemble(file))
		if got := strings.Join(r.Claims, " "); got != claim || len(r.Findings) > 0 {
			t.Errorf("claims %q, findings %s", got, codes(r))
		}
	}
}

func TestWhatIsNoPDFIsAnError(t *testing.T) {
	for _, s := range []string{"", "PK", "%PDF-1.7\n", "%PDF-1.7\nstartxref\n9\n%%EOF", "%PDF-1.7\nxref\n0 1\n0 0 f\ntrailer\n<<>>\nstartxref\n9\n"} {
		if _, err := verify.Inspect([]byte(s)); err == nil {
			t.Errorf("%q was read", s)
		}
	}
}

// packed is a file whose object stream holds n objects in body, each at the offset that head gives it.
func packed(head, body string, n int) []byte {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	io.WriteString(w, head+body)
	w.Close()
	file := fmt.Sprintf("%%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n", n, len(head), z.Len(), z.String())
	rows := "\x00\x00\x00\x00\x00\x00\x00" + "\x01\x00\x00\x00\x09\x00\x00"
	for i := range n {
		rows += string([]byte{2, 0, 0, 0, 1, byte(i >> 8), byte(i)})
	}
	return fmt.Appendf(nil, "%s%d 0 obj\n<</Type/XRef/W[1 4 2]/Size %d/Root 2 0 R/Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", file, n+2, n+2, len(rows), rows, len(file))
}

// TestHostileFilesEnd: a small file can neither ask for hours nor for all memory.
func TestHostileFilesEnd(t *testing.T) {
	many := strings.Repeat("2 0 ", 20000)
	for name, b := range map[string][]byte{
		"one object at many numbers": packed(many, "["+strings.Repeat("1 ", 2<<20)+"]", 20000),
		"an endless array":           packed("2 0 ", "["+strings.Repeat("9 ", 12<<20), 1),
		"arrays in arrays":           packed("2 0 ", strings.Repeat("[", 1<<20), 1),
		"an endless dictionary":      packed("2 0 ", "<<"+strings.Repeat("/A 1", 4<<20), 1),
	} {
		if r, err := verify.Inspect(b); err == nil && (len(r.Pages) > 0 || len(r.Findings) == 0) {
			t.Errorf("%s was read without an objection", name)
		}
	}
}

// finished is a file of ours: with object streams, tags and a packet of metadata.
func finished(t testing.TB) []byte {
	t.Helper()
	d := &page.Document{Title: "Probe", Lang: "de", Root: &page.Elem{Type: "Document"}}
	p := &page.Elem{Type: "P"}
	d.Pages = []*page.Page{{Size: geom.Size{W: 100 * geom.Pt, H: 100 * geom.Pt}, Items: []page.Item{
		&page.Rect{Box: geom.Box{W: geom.Pt, H: geom.Pt}, Elem: p}}}}
	e := page.Edition{Tagged: true, UA: true, A: true}
	drawn, err := paint.PDF(d, e)
	if err != nil {
		t.Fatal(err)
	}
	out, _, err := finish.PDF(d, drawn, e, finish.Meta{Producer: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func FuzzInspect(f *testing.F) {
	f.Add(assemble(sound))
	f.Add(assemble(forPrint))
	f.Add(finished(f))
	f.Add(packed("2 0 ", "<</Type/Catalog>>", 1))
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := verify.Inspect(b)
		if err != nil {
			return
		}
		if got := strings.Count(r.Tree(), "\n"); got < len(r.Structure) {
			t.Errorf("%d elements on %d lines", len(r.Structure), got)
		}
		for _, n := range r.Structure {
			if n.Page > len(r.Pages) {
				t.Errorf("element on page %d of %d", n.Page, len(r.Pages))
			}
		}
	})
}

// TestEveryRuleHasItsFault: no rule is without a file that breaks it.
func TestEveryRuleHasItsFault(t *testing.T) {
	broken := map[string]bool{}
	for _, f := range slices.Concat(ruleFaults, byteFaults, attachmentFaults, printFaults, flatFaults) {
		for code := range strings.FieldsSeq(f.code) {
			broken[code] = true
		}
	}
	for _, e := range diag.VerifyEntries() {
		if !broken[string(e.Code)] {
			t.Errorf("%s: no file breaks it", e.Code)
		}
	}
}
