"""signs.py KONZEPT: the seven phases and three signals stay distinct on a grey copy at 100 dpi and in one bit at 300 dpi.

Each sign stands alone on a page of a copy edition, at the size that it has beside the smallest type of a copy, 8.5 pt.
Signs are laid on each other where they differ least: it is their shape that counts, not where they stand.
"""
import itertools
import pathlib
import subprocess
import sys
import tempfile

import numpy

konzept = pathlib.Path(sys.argv[1]).resolve()
names = [f"phase-{n}" for n in range(7)] + [f"signal-{n}" for n in range(3)]
SIZE = 8.5  # points
LEAST = 0.05  # of the square around a sign, in which two signs differ: a quarter of a ring filled is 0.06


def ink(file):
    """A page's ink between 0 and 1, without head and foot, cut to the sign."""
    kind, size, *rest = file.read_bytes().split(b"\n", 3 if file.suffix == ".pgm" else 2)
    width, height = map(int, size.split())
    if kind == b"P5":
        page = 1 - numpy.frombuffer(rest[1], numpy.uint8).reshape(height, width) / 255
    else:
        page = numpy.unpackbits(numpy.frombuffer(rest[0], numpy.uint8).reshape(height, -1), axis=1)[:, :width].astype(float)
    page = page[height // 12 : height // 2]
    rows, columns = numpy.where(page > 0.25)
    return page[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]


def difference(a, b, square):
    """What two signs differ in at the least, as a part of the square around them."""
    side = max(*a.shape, *b.shape) + 4

    def placed(sign, down, right):
        field = numpy.zeros((side, side))
        top, left = (side - sign.shape[0]) // 2 + down, (side - sign.shape[1]) // 2 + right
        field[top : top + sign.shape[0], left : left + sign.shape[1]] = sign
        return field

    still = placed(a, 0, 0)
    return min(abs(still - placed(b, y, x)).sum() for y in (-1, 0, 1) for x in (-1, 0, 1)) / square


with tempfile.TemporaryDirectory() as tmp:
    project = pathlib.Path(tmp, "p")
    subprocess.run([konzept, "init", "--quiet", project], check=True, capture_output=True)
    document = project / "templates/documents/concept.md"
    document.parent.mkdir(parents=True)
    document.write_text("---\ntitle: Zeichen\n---\n" + "\n::pagebreak\n\n".join(f"::sign {n} size={SIZE}pt decorative\n" for n in names))
    subprocess.run([konzept, "build", "--quiet", "--project", project, "--edition", "copy", "--out", project / "out", "concept"], check=True, stdout=subprocess.DEVNULL)
    pdf = next((project / "out").glob("*.pdf"))
    bad = 0
    for mode, dpi in (("-gray", 100), ("-mono", 300)):
        subprocess.run(["pdftoppm", "-r", str(dpi), mode, "-f", "1", "-l", str(len(names)), pdf, project / mode[1:]], check=True)
        signs = [ink(file) for file in sorted(project.glob(mode[1:] + "-*"))]
        pairs = sorted((difference(a, b, (SIZE * dpi / 72) ** 2), x, y) for (x, a), (y, b) in itertools.combinations(zip(names, signs), 2))
        print(f"{mode[1:]} at {dpi} dpi: closest are {pairs[0][1]} and {pairs[0][2]}, which differ in {pairs[0][0]:.1%} of their square")
        for part, x, y in pairs:
            if part < LEAST:
                bad += 1
                print(f"FAILED: {x} and {y} differ in {part:.1%}")
    print(f"{len(names)} signs, {bad} pairs too alike")
    sys.exit(bad > 0)
