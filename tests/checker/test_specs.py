"""Every rule's spec fires where its comment says, and nowhere else; every rule has a spec."""

import re
from pathlib import Path

import pytest

from akuntabel.core.checker.registry import DAFTAR_ATURAN, check_naskah, select_aturan
from akuntabel.core.readers.teks import read_teks

SPECS = Path(__file__).parent / "specs"
_TANDA = re.compile(r"<!-- ([A-Z]{3}\d{3}) (.+?) -->")


def _baca_spec(kode: str) -> tuple[str, list[tuple[int, str, str]]]:
    """The spec as a text with tabs, and what it expects: line, code and the beginning of what is computed."""
    baris_teks: list[str] = []
    harapan: list[tuple[int, str, str]] = []
    for baris in (SPECS / f"{kode}.md").read_text().splitlines():
        if re.fullmatch(r"\|[-|]+\|", baris):
            continue
        harapan += [(len(baris_teks) + 1, cocok[1], cocok[2]) for cocok in _TANDA.finditer(baris)]
        polos = _TANDA.sub("", baris).strip()
        if polos.startswith("|"):
            polos = "\t".join(s.strip() for s in polos.strip("|").split("|"))
        baris_teks.append(polos)
    return "\n".join(baris_teks), harapan


@pytest.mark.parametrize("aturan", DAFTAR_ATURAN, ids=lambda a: a.kode)
def test_rule_fires_where_its_spec_says_and_only_there(aturan):
    teks, harapan = _baca_spec(aturan.kode)
    hasil = check_naskah(read_teks("spec", teks), daftar_aturan=select_aturan([aturan.kode], []))
    ditemukan = [(t.bukti.letak.baris_berkas, t.kode, t.bukti.hitung) for t in hasil.temuan]
    assert harapan, "a spec must fire at least once"
    assert len(ditemukan) == len(harapan)
    for (baris, kode, hitung), (baris_harap, kode_harap, hitung_harap) in zip(ditemukan, harapan, strict=True):
        assert (baris, kode) == (baris_harap, kode_harap)
        assert hitung.startswith(hitung_harap)
    if not aturan.kode.startswith(("STR", "RUJ", "SKL", "BHS002")):  # they recompute no figure
        assert hasil.angka_diperiksa > len(ditemukan), "a spec must also hold figures that are right"


def test_codes_and_names_are_unique_and_every_spec_has_a_rule():
    assert len({a.kode for a in DAFTAR_ATURAN}) == len({a.nama for a in DAFTAR_ATURAN}) == len(DAFTAR_ATURAN)
    assert {b.stem for b in SPECS.glob("*.md")} == {a.kode for a in DAFTAR_ATURAN}


@pytest.mark.parametrize("aturan", DAFTAR_ATURAN, ids=lambda a: a.kode)
def test_rule_explains_what_why_remedy_and_ground(aturan):
    for bagian in ("Yang diperiksa:", "Mengapa penting:", "Perbaikan:", "Dasar:"):
        assert bagian in aturan.penjelasan
