"""signs.py KONZEPT: the seven phases and three signals stay distinct on a grey copy and in one bit at 300 dpi.

Each sign stands alone on a page of a copy edition, at the size that it has beside 9 pt text.
"""
import itertools
import pathlib
import subprocess
import sys
import tempfile

konzept = pathlib.Path(sys.argv[1]).resolve()
names = [f"phase-{n}" for n in range(7)] + [f"signal-{n}" for n in range(3)]
LEAST = 40  # dots of about 37 x 37 in which two signs differ

with tempfile.TemporaryDirectory() as tmp:
    project = pathlib.Path(tmp, "p")
    subprocess.run([konzept, "init", "--quiet", project], check=True, capture_output=True)
    document = project / "templates/documents/concept.md"
    document.parent.mkdir(parents=True)
    document.write_text("---\ntitle: Zeichen\n---\n" + "\n::pagebreak\n\n".join(f"::sign {n} size=9pt\n" for n in names))
    subprocess.run([konzept, "build", "--quiet", "--project", project, "--edition", "copy", "--out", project / "out", "concept"], check=True, stdout=subprocess.DEVNULL)
    pdf = next((project / "out").glob("*.pdf"))
    bad = 0
    for mode in ("-gray", "-mono"):
        subprocess.run(["pdftoppm", "-r", "300", mode, "-f", "1", "-l", str(len(names)), pdf, project / mode[1:]], check=True)
        # the head and the foot are equal on all pages but for folios: only the upper half counts
        pages = []
        for file in sorted(project.glob(mode[1:] + "-*")):
            data = file.read_bytes()
            head = b"\n".join(data.split(b"\n", 3)[: 3 if mode == "-gray" else 2]) + b"\n"
            body = data[len(head):]
            pages.append(body[len(body) // 12 : len(body) // 2])
        for (a, x), (b, y) in itertools.combinations(zip(names, pages), 2):
            n = sum(bin(p ^ q).count("1") if mode == "-mono" else abs(p - q) > 64 for p, q in zip(x, y) if p != q)
            if n < LEAST:
                bad += 1
                print(f"{mode}: {a} and {b} differ in {n} dots")
    print(f"{len(names)} signs, {bad} pairs too alike")
    sys.exit(bad > 0)
