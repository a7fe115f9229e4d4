#!/usr/bin/env python3
"""workbook.py FILE.xlsx: openpyxl and LibreOffice must read the workbook, and recalculating must change no value."""
import pathlib
import subprocess
import sys
import tempfile

import openpyxl


def values(path):
    book = openpyxl.load_workbook(path, data_only=True)
    return {(s.title, c.coordinate): c.value for s in book for row in s.iter_rows() for c in row if c.value not in (None, "")}


def main():
    file = pathlib.Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as tmp:
        subprocess.run(["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", tmp, file],
                       check=True, capture_output=True, timeout=180)
        ours, theirs = values(file), values(pathlib.Path(tmp) / file.name)
    wrong = []
    for key, a in ours.items():
        b = theirs.get(key)
        same = abs(a - b) < 1e-6 if isinstance(a, (int, float)) and isinstance(b, (int, float)) else str(a) == str(b)
        if not same:
            wrong.append((key, a, b))
    for row in wrong[:20]:
        print("differs after recalculation:", *row)
    if wrong or len(ours) < 50:
        sys.exit(f"{file.name}: {len(wrong)} of {len(ours)} values differ")


main()
