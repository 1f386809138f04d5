"""Every rule's spec fires where its comment says, and nowhere else; every rule has a spec."""

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from akuntabel.core.checker.pengecualian import Pengecualian, parse_pengecualian
from akuntabel.core.checker.registry import DAFTAR_ATURAN, check_naskah, select_aturan
from akuntabel.core.naskah.terbaca import NaskahTerbaca, SelTerbaca, TabelTerbaca
from akuntabel.core.readers.teks.teks import read_teks

SPECS = Path(__file__).parent / "specs"
_TANDA = re.compile(r"<!-- ([A-Z]{3}\d{3}) (.+?) -->")
_RUMUS = re.compile(r" ?\{=([^}]+)\}")  # in a cell of a workbook: 123 {=SUM(B4:B6)}; columns and lines as addresses


@dataclass(frozen=True)
class Spec:
    """A document, what is compared with it, and what is expected: line, code and the beginning of what is computed."""

    teks: str
    acuan: str | None
    pengecualian: tuple[Pengecualian, ...]
    harapan: list[tuple[int, str, str]]
    rumus: dict[tuple[int, int], str]


def _baca_spec(kode: str) -> Spec:
    """Tables become text with tabs; "--- acuan" opens the facts' document, "--- pengecualian" the exceptions."""
    isi = (SPECS / f"{kode}.md").read_text()
    isi, _, pengecualian = isi.partition("--- pengecualian\n")
    isi, pemisah, acuan = isi.partition("--- acuan\n")
    baris_teks: list[str] = []
    harapan: list[tuple[int, str, str]] = []
    rumus: dict[tuple[int, int], str] = {}
    for baris in isi.splitlines():
        if re.fullmatch(r"\|[-|]+\|", baris):
            continue
        harapan += [(len(baris_teks) + 1, cocok[1], cocok[2]) for cocok in _TANDA.finditer(baris)]
        teks = _tab(_TANDA.sub("", baris).strip())
        daftar_rumus = [(kolom, _RUMUS.search(sel)) for kolom, sel in enumerate(teks.split("\t"), 1)]
        rumus |= {(len(baris_teks) + 1, kolom): cocok[1] for kolom, cocok in daftar_rumus if cocok}
        baris_teks.append(_RUMUS.sub("", teks))
    harapan += [(0, cocok[1], cocok[2]) for cocok in _TANDA.finditer(pengecualian)]
    acuan_teks = "\n".join(_tab(b) for b in acuan.splitlines() if not re.fullmatch(r"\|[-|]+\|", b))
    return Spec(
        "\n".join(baris_teks),
        acuan_teks if pemisah else None,
        parse_pengecualian("spec", _TANDA.sub("", pengecualian) or "[]", hari_ini=date(2027, 1, 1)),
        harapan,
        rumus,
    )


def _tab(baris: str) -> str:
    return "\t".join(s.strip() for s in baris.strip("|").split("|")) if baris.startswith("|") else baris


def _baca(spec: Spec) -> NaskahTerbaca:
    """The document, its cells with their formulas."""

    def sel(s: SelTerbaca) -> SelTerbaca:
        return replace(s, rumus=spec.rumus.get((s.letak.baris_berkas, s.letak.kolom), ""))

    naskah = read_teks("spec", spec.teks)
    isi = [
        replace(b, baris=tuple(tuple(map(sel, r)) for r in b.baris)) if isinstance(b, TabelTerbaca) else b
        for b in naskah.isi
    ]
    return replace(naskah, isi=tuple(isi))


@pytest.mark.parametrize("aturan", DAFTAR_ATURAN, ids=lambda a: a.kode)
def test_rule_fires_where_its_spec_says_and_only_there(aturan):
    spec = _baca_spec(aturan.kode)
    hasil = check_naskah(
        _baca(spec),
        acuan=None if spec.acuan is None else read_teks("acuan", spec.acuan),
        pengecualian=spec.pengecualian,
        daftar_aturan=select_aturan([aturan.kode, *(p.aturan for p in spec.pengecualian)], []),
    )
    ditemukan = [(t.bukti.letak.baris_berkas, t.kode, t.bukti.hitung) for t in hasil.temuan if t.kode == aturan.kode]
    assert spec.harapan, "a spec must fire at least once"
    assert len(ditemukan) == len(spec.harapan), ditemukan
    for (baris, kode, hitung), (baris_harap, kode_harap, hitung_harap) in zip(ditemukan, spec.harapan, strict=True):
        assert (baris, kode) == (baris_harap, kode_harap)
        assert hitung.startswith(hitung_harap)
    # The others recompute no figure.
    if aturan.kode.startswith(("HIT", "ANG", "KON", "FKT001", "FKT002")) and aturan.kode != "HIT030":
        assert hasil.angka_diperiksa > len(ditemukan), "a spec must also hold figures that are right"


def test_codes_and_names_are_unique_and_every_spec_has_a_rule():
    assert len({a.kode for a in DAFTAR_ATURAN}) == len({a.nama for a in DAFTAR_ATURAN}) == len(DAFTAR_ATURAN)
    assert {b.stem for b in SPECS.glob("*.md")} == {a.kode for a in DAFTAR_ATURAN}


@pytest.mark.parametrize("aturan", DAFTAR_ATURAN, ids=lambda a: a.kode)
def test_rule_explains_what_why_remedy_and_ground(aturan):
    for bagian in ("Yang diperiksa:", "Mengapa penting:", "Perbaikan:", "Dasar:"):
        assert bagian in aturan.penjelasan
