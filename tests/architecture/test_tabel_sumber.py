"""The page that maps the source's tables to ours says what the composed report says."""

import re
from pathlib import Path

from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.naskah.model import Gambar, Tabel
from contoh_paket import compute_contoh

AKAR = Path(__file__).parents[2]


def test_every_counterpart_exists_with_its_number_and_title():
    naskah = compose_lkj(compute_contoh())
    ada = {b.id: b.caption for bab in naskah.bab for b in bab.isi if isinstance(b, Tabel | Gambar)}
    baris = re.findall(r"\| `([a-z0-9-]+)` \| (.+?) \|\n", (AKAR / "docs/siklus/tabel-sumber.md").read_text())
    assert len(baris) > 20
    assert dict(baris) == {id_: ada.get(id_) for id_, _ in baris}


def test_every_table_the_source_numbers_is_mapped():
    kolom = "\n".join(re.findall(r"^\| ([^|]+) \|", (AKAR / "docs/siklus/tabel-sumber.md").read_text(), re.MULTILINE))
    nomor = set(re.findall(r"\d+(?:\.\d+)*", kolom))
    sumber = "1.1 2.1 2.3 2.4 3.1 3.3 3.4 3.5 3.6 3.7 3.8 3.10 3.11 3.12 3.13 3.2.1 4"
    assert set(sumber.split()) <= nomor
