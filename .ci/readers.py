"""readers.py KONZEPT PDFJS FILE.pdf...: pdf.js, poppler, MuPDF and our own inspection must read the same.

Per page: the same marked content with the same text in the same order (pdf.js, MuPDF), and the same text (poppler).
The structure: the same elements in the same order with the same text, of the whole file (poppler, konzept inspect) and
of each page (pdf.js, konzept inspect). White space and soft hyphens do not count: readers guess spaces, each its own way.
A word that is broken at the end of a line is one piece of marked content with a span in it that stands for the whole word. konzept
heeds that, and poppler where it extracts text; pdf.js, MuPDF and poppler's structure see the hyphen, so that hyphens do not count either.
"""
import json
import re
import subprocess
import sys
import xml.sax.saxutils

konzept, pdfjs, *files = sys.argv[1:]
faults = 0
LONG = 1000  # characters of an element's text that are compared: inspect keeps an excerpt
EXCERPT = 1990  # bytes; what an element says on a page behind that is not known
MANY = 12  # pages; poppler sets a page anew for each text of the structure, so that of longer files only roles are asked


def run(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", "surrogateescape")


def bare(text):
    return re.sub(r"[\s\u00ad\u200b]+", "", text)


def joined(text):
    return bare(text).replace("-", "")


def same(name, what, a, b):
    """Says where two sequences part."""
    global faults
    if a == b:
        return
    faults += 1
    i = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    print(f"{name}: {what}: entry {i}: {a[i:i + (30 if isinstance(a, str) else 2)]!r} and {b[i:i + (30 if isinstance(b, str) else 2)]!r}")


def of_mutool(file):
    """Marked content of each page: tag and text. What is marked within counts as its text."""
    pages = []
    for page in run("mutool", "trace", file).split("<page number=")[1:]:
        marks, depth = [], 0
        for tag, end, sign in re.findall(r'<layer name="([^"]*)"|(</layer>|<end_layer)|<g unicode="([^"]*)"', page):
            if tag:
                if depth == 0:
                    marks.append([tag, ""])
                depth += 1
            elif end:
                depth -= 1
            elif marks:
                marks[-1][1] += sign
        pages.append([[tag, joined(xml.sax.saxutils.unescape(text, {"&quot;": '"', "&apos;": "'"}))] for tag, text in marks])
    return pages


def of_poppler(file, texts):
    """The structure tree: role and own text of each element."""
    tree, open_at, text = [], [], None
    for line in run("pdfinfo", "-struct-text" if texts else "-struct", file).split("\n"):
        if text is not None:
            text += "\n" + line
        elif line.lstrip().startswith('"'):
            depth, text = len(line) - len(line.lstrip()), line.lstrip()[1:]
        elif m := re.match(r"^( *)([A-Z][A-Za-z0-9]*)( \((block|inline|grouping)\))?:?( .*)?$", line):
            if m[2] != "Object":
                open_at = [x for x in open_at if x[0] < len(m[1])] + [(len(m[1]), len(tree))]
                tree.append([m[2], ""])
            continue
        else:
            continue
        if text.endswith('"'):
            tree[[x for x in open_at if x[0] < depth][-1][1]][1] += text[:-1]
            text = None
    return [[role, joined(text)[:LONG]] for role, text in tree]


def of_konzept(file):
    """The structure tree, and those of the pages: elements with content on the page, and those around them."""
    nodes = json.loads(run(konzept, "inspect", "--json", file))["structure"]
    pages, around, unknown = {}, [], set()  # the elements that are open
    for i, n in enumerate(nodes):
        around = around[:n["depth"]] + [i]
        text = n.get("text", "").encode()
        turns = [(n["page"], 0)] if "page" in n else []
        turns += [(t["page"], t["from"]) for t in n.get("turns", [])]
        for k, (page, start) in enumerate(turns):
            end = turns[k + 1][1] if k + 1 < len(turns) else len(text)
            entry = pages.setdefault(page, {})
            entry[i] = entry.get(i, "") + text[start:end].decode("utf-8", "ignore")
            if k > 0 and max(start, end) >= EXCERPT:
                unknown.add((page, i))
            for up in around[:-1]:
                entry.setdefault(up, "")
    whole = [[n["type"], joined(n.get("text", ""))[:LONG]] for n in nodes]
    return whole, {p: [[nodes[i]["type"], None if (p, i) in unknown else joined(t)[:LONG]] for i, t in sorted(e.items())] for p, e in pages.items()}


for file in files:
    name = file.rsplit("/", 1)[-1]
    js = json.loads(run("node", __file__.replace(".py", ".mjs"), file, pdfjs))["pages"]
    mu = of_mutool(file)
    raw = run("pdftotext", "-raw", file, "-").split("\f")
    whole, by_page = of_konzept(file)
    texts = len(js) <= MANY
    same(name, "structure: poppler, konzept", of_poppler(file, texts), [[role, text * texts] for role, text in whole])
    for n, page in enumerate(js):
        marks = [[tag, joined(text)] for tag, text in page["marks"]]
        same(name, f"page {n + 1}: marks: pdf.js, MuPDF", marks, mu[n])
        same(name, f"page {n + 1}: text: pdf.js, poppler", "".join(text for _, text in marks), joined(raw[n]))
        theirs, ours = [[role, joined(text)[:LONG]] for role, text in page["tree"]], by_page.get(n + 1, [])
        for their, our in zip(theirs, ours):
            if our[1] is None:
                our[1] = their[1]
        same(name, f"page {n + 1}: structure: pdf.js, konzept", theirs, ours)
print(f"{len(files)} files read the same" if not faults else f"{faults} differences")
sys.exit(faults > 0)
