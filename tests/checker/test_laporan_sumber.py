"""On the source report: what an audit by hand found is found, and nothing else.

The report itself is read where it lies beside the clone; contoh/laporan-2020.txt restates its tables and claims.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from akuntabel.core.checker.registry import check_naskah
from akuntabel.core.checker.temuan import HasilPeriksa, Temuan
from akuntabel.core.readers.baca import read_berkas

SINI = Path(__file__).parent
LAPORAN_SUMBER = SINI.parents[2] / "shared" / "seed" / "laporan-kinerja-kpu-kota-blitar-2020.txt"
DAFTAR_LAPORAN = [b for b in (SINI / "contoh" / "laporan-2020.txt", LAPORAN_SUMBER) if b.is_file()]
_AUDIT: dict[str, Any] = yaml.safe_load((SINI / "butir_audit.yaml").read_text())
LAIN: dict[str, list[str]] = _AUDIT.pop("lain")
DITENTUKAN = {nama: butir["aturan"] for nama, butir in _AUDIT.items() if "aturan" in butir}


@pytest.fixture(scope="module", params=DAFTAR_LAPORAN, ids=lambda b: b.stem)
def hasil(request: pytest.FixtureRequest) -> HasilPeriksa:
    """The findings of one of the two."""
    return check_naskah(read_berkas(request.param))


def _sesuai(t: Temuan, kode: str, kata: str) -> bool:
    return t.kode == kode and kata.lower() in t.bukti.tertulis.lower()


def _is_ditemukan(hasil: HasilPeriksa, nama: str) -> bool:
    return all(any(_sesuai(t, kode, kata) for t in hasil.temuan) for kode, kata in DITENTUKAN[nama].items())


def test_nine_of_ten_items_that_a_program_can_decide_are_found(hasil: HasilPeriksa):
    lolos = [nama for nama in DITENTUKAN if not _is_ditemukan(hasil, nama)]
    assert len(DITENTUKAN) > 80
    assert len(lolos) <= len(DITENTUKAN) // 10, lolos


def test_every_finding_is_one_that_a_person_has_read_and_found_right(hasil: HasilPeriksa):
    diakui = [(kode, kata) for aturan in DITENTUKAN.values() for kode, kata in aturan.items()]
    diakui += [(kode, kata) for kode, daftar in LAIN.items() for kata in daftar]
    asing = [
        (t.kode, str(t.bukti.letak), t.bukti.tertulis)
        for t in hasil.temuan
        if not any(_sesuai(t, kode, kata) for kode, kata in diakui)
    ]
    assert asing == []


def test_the_revision_chain_which_is_right_stays_silent(hasil: HasilPeriksa):
    assert not [t for t in hasil.temuan if t.kode == "ANG005"]


def test_many_figures_are_recomputed(hasil: HasilPeriksa):
    assert hasil.angka_diperiksa > 250


def test_what_no_program_decides_says_why():
    assert all(("alasan" in butir) != ("aturan" in butir) for butir in _AUDIT.values())
