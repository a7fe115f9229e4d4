#!/usr/bin/env python3
"""plates.py KONZEPT DIR: Ghostscript separates every print file of a build, and print files for every print shop.

On every page: ink on the four process plates and the named spots alone, no pixel above the shop's ink limit, none
inside the bleed above what the data sheet beside the file promises, text in full black on the black plate alone. DIR
holds the sample's print files with their data sheets. Of its grey copies: no ground under words is darker than 15 %.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import numpy
import yaml

konzept, made = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
root = pathlib.Path(__file__).resolve().parent.parent
PROCESS = ["Cyan", "Magenta", "Yellow", "Black"]
ROUNDING = 2.0  # percent: four plates of 8 bits, and a decoder of JPEG that rounds otherwise than Go's
faults = 0


def fail(*words):
    global faults
    faults += 1
    print("FAILED:", *words)


def shop(name):
    """A profile with what it extends."""
    own = yaml.safe_load((root / "templates/shops" / f"{name}.yaml").read_text())
    return {**shop(own["extends"]), **own} if "extends" in own else own


def samples(path):
    """The samples of a TIFF without compression, by row, column and, where there are several, channel."""
    data = path.read_bytes()
    order = "little" if data[:2] == b"II" else "big"
    number = lambda at, n: int.from_bytes(data[at:at + n], order)
    at, tags = number(4, 4), {}
    for entry in range(at + 2, at + 2 + 12 * number(at, 2), 12):
        size = {3: 2, 4: 4}.get(number(entry + 2, 2), 1)
        count = number(entry + 4, 4)
        place = entry + 8 if size * count <= 4 else number(entry + 8, 4)
        tags[number(entry, 2)] = [number(place + i * size, size) for i in range(count)]
    strips = b"".join(data[o:o + n] for o, n in zip(tags[273], tags[279]))
    pixels = numpy.frombuffer(strips, numpy.uint8).reshape(tags[257][0], tags[256][0], -1)
    return pixels[:, :, 0] if pixels.shape[2] == 1 else pixels


def ghostscript(file, device, dpi, folder, *filters):
    subprocess.run(["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", f"-sDEVICE={device}", "-sCompression=none", f"-r{dpi}", *filters,
                    f"-sOutputFile={folder}/%d.tif", file], check=True, capture_output=True)


def separate(file, dpi):
    """The plates of each page, in percent of ink, by name."""
    pages = {}
    with tempfile.TemporaryDirectory() as tmp:
        ghostscript(file, "tiffsep", dpi, tmp)
        for tif in pathlib.Path(tmp).glob("*(*).tif"):
            page, name = re.fullmatch(r"(\d+)\((.*)\)\.tif", tif.name).groups()
            ink = (255 - samples(tif)).astype(numpy.float32) * (100 / 255)
            if name in PROCESS or ink.any():
                pages.setdefault(int(page), {})[name] = ink
    return [plates for _, plates in sorted(pages.items())]


def pages(file, device, dpi, *filters):
    """Each page's samples, less what is filtered."""
    with tempfile.TemporaryDirectory() as tmp:
        ghostscript(file, device, dpi, tmp, *filters)
        return [samples(tif) for tif in sorted(pathlib.Path(tmp).glob("*.tif"), key=lambda p: int(p.stem))]


WORDS, GROUND = ["-dFILTERIMAGE", "-dFILTERVECTOR"], ["-dFILTERTEXT"]


def output(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def promised(file):
    """The spot colours and the highest total of inks that the data sheet beside a print file names."""
    text = output("pdftotext", "-layout", file.parent / ("Druckdatenblatt_" + file.name.removesuffix("-Druck.pdf") + ".pdf"), "-")
    spots = re.search(r"Sonderfarben: (.*)", text)
    return set(spots[1].strip().split(", ")) if spots else set(), int(re.search(r"Höchster Farbauftrag\s+(\d+)", text)[1])


def inside(plate, file, dpi):
    """A plate without what stands around the bleed, which is as wide on all sides of all pages."""
    edge = float(re.search(r"BleedBox: +(\S+)", output("pdfinfo", "-box", file))[1])
    n = int(edge * dpi / 72) + 1 if edge else 0
    return plate[n:plate.shape[0] - n, n:plate.shape[1] - n]


def judge(file, limit, dpi):
    named, claimed = promised(file)
    seen, most = set(), 0
    for number, plates in enumerate(separate(file, dpi), 1):
        strangers = set(plates) - set(PROCESS) - named
        if strangers:
            fail(file.name, f"page {number}: ink on {strangers}")
        seen |= set(plates)
        total = sum(plates.values())
        most = max(most, inside(total, file, dpi).max())
        if total.max() > limit + ROUNDING:
            fail(file.name, f"page {number}: {total.max():.1f} % of ink, the shop takes {limit} %")
    if named - seen:
        fail(file.name, f"nothing stands on the plates {named - seen}")
    if most > claimed + ROUNDING:
        fail(file.name, f"{most:.1f} % of ink, the data sheet says {claimed} %")
    dots = 0
    for number, inks in enumerate(pages(file, "tiff32nc", dpi, *WORDS), 1):
        black = inks[:, :, 3] == 255
        dots += black.sum()
        if inks[black][:, :3].any():
            fail(file.name, f"page {number}: black text of more than one ink")
    if not dots:
        fail(file.name, "no black text")
    return most


def judge_copy(file):
    """Words stand on white or on a pale tint: a copier makes blotches of all else."""
    darkest = 255 * 0.85 - 2
    for number, (words, ground) in enumerate(zip(pages(file, "tiffgray", 60, *WORDS), pages(file, "tiffgray", 60, *GROUND)), 1):
        under = ground[words < 250]
        if (under < darkest).sum() > 3:  # a letter may touch the line beside it
            fail(file.name, f"page {number}: words on a ground of {100 - under.min() / 2.55:.0f} %")


def for_shop(name, folder):
    """The sample's print files made for a shop, with a spot colour among its inks."""
    project = folder / "project"
    shutil.copytree(root / "data", project / "data")
    file = project / "data/konzept.yaml"
    file.write_text(re.sub(r"(editions: \[[^]]*print[^]]*\])", rf"\1\n      shop: {name}", file.read_text()))
    design = project / "templates/design/base.yaml"
    design.parent.mkdir(parents=True)
    design.write_text('colours:\n  - {name: accent, rgb: "#14506b", cmyk: [90, 55, 35, 25], gray: 78, spot: HKS 41 K}\n')
    subprocess.run([konzept, "build", "--quiet", "--project", project, "--edition", "print", "--out", folder / "out", "concept", "measure-cards", "posters"], check=True, capture_output=True)
    return sorted((folder / "out").glob("*-Druck.pdf"))


copies = sorted(made.glob("*-Kopie.pdf"))
for file in copies:
    judge_copy(file)
files = 0
for file in sorted(made.glob("*-Druck.pdf")):
    most = judge(file, shop("offset-coated")["ink"], 50 if "Plakat" not in file.name else 30)
    print(f"{file.name}: {most:.0f} %")
    files += 1
for name in sorted(p.stem for p in (root / "templates/shops").glob("*.yaml")):
    with tempfile.TemporaryDirectory() as tmp:
        for file in for_shop(name, pathlib.Path(tmp)):
            if "Plakat" not in file.name or "reihe" in file.name and "A1" not in file.name:
                most = judge(file, shop(name)["ink"], 36)
                print(f"{name}: {file.name}: {most:.0f} %")
                files += 1
print(f"{files} print files separated, {len(copies)} copies looked at, {faults} faults")
if not files or not copies:
    fail("nothing to judge")
sys.exit(faults > 0)
