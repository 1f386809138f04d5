"""The page of this stage names every note that the checks can make, and no other."""

import re
from pathlib import Path

AKAR = Path(__file__).parents[3]
SUMBER = AKAR / "src/akuntabel/siklus/perjanjian"


def test_every_note_stands_in_the_documentation():
    kode = set()
    for berkas in SUMBER.glob("pemeriksaan*.py"):
        kode |= set(re.findall(r'Catatan\(\s*f?"([a-z-]+)["{]', berkas.read_text()))
    kode = (kode - {"target-di-bawah-"}) | {"target-di-bawah-nasional", "target-di-bawah-atasan"}
    tabel = set(re.findall(r"^\| `([a-z-]+)` \|", (AKAR / "docs/siklus/3-perjanjian.md").read_text(), re.MULTILINE))
    assert len(kode) > 20
    assert tabel == kode
