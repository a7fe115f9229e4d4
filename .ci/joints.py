#!/usr/bin/env python3
"""joints.py KONZEPT: hyphenate the compounds of a public German list and compare with the joints that it marks.

The list is the first level of Debian's hyphen-de (hyph_de_DE.dic): 57,000 compounds, names and foreign words by Karl Zeiler.
It marks joints only, so that of our breaks those can be judged that stand beside one: wrong is what has no vowel between.
"""
import re
import subprocess
import sys

VOWEL = re.compile("[aeiouyäöü]")


def compounds():
    with open("/usr/share/hyphen/hyph_de_DE.dic", encoding="iso-8859-1") as f:
        for line in f:
            line = line.strip().strip(".")
            if line == "NEXTLEVEL":
                return
            if re.fullmatch("[a-zäöüß1]+", line) and "1" in line.strip("1") and len(line) >= 8:
                yield line.strip("1")


def places(word, mark):
    found, n = set(), 0
    for c in word:
        if c == mark:
            found.add(n)
        else:
            n += 1
    return found


def main():
    marked = list(compounds())
    ours = []
    for i in range(0, len(marked), 4000):
        words = [w.replace("1", "") for w in marked[i:i + 4000]]
        ours += subprocess.run([sys.argv[1], "hyphenate", *words], check=True, capture_output=True, text=True).stdout.split()
    joints = hit = breaks = wrong = 0
    for w, o in zip(marked, ours, strict=True):
        plain, js, bs = w.replace("1", ""), places(w, "1"), places(o, "-")
        may = {j for j in js if 3 <= j <= len(plain) - 3}
        joints, hit, breaks = joints + len(may), hit + len(may & bs), breaks + len(bs)
        wrong += sum(any(not VOWEL.search(plain[min(b, j):max(b, j)]) for j in js) for b in bs - js)
    print(f"hyphen-de: {hit} of {joints} joints found ({hit / joints:.2%}), {wrong} of {breaks} breaks wrong ({wrong / breaks:.3%})")
    if len(marked) < 50_000 or hit < 0.97 * joints or wrong > 0.001 * breaks:
        sys.exit("hyphenation is worse than it was")


main()
