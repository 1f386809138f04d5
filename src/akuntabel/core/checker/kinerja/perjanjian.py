"""The agreement that a report answers for: its rows, and which of several tables of it is in force."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from akuntabel.core.checker.bacaan.nama import is_nama_setara, kata_nama, kunci_nama, lepas_butir
from akuntabel.core.checker.bacaan.tabel import TabelPerjanjian, find_tabel_perjanjian, is_baris_ringkasan
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.pokok import read_nilai
from akuntabel.core.naskah.terbaca import SelTerbaca, TabelTerbaca

_PERJANJIAN = re.compile(r"perjanjian\s+kinerja|penetapan\s+kinerja|\bPK\b", re.IGNORECASE)
_REVISI = re.compile(r"\b(?:revisi|perubahan|setelah|direvisi|addendum)\b", re.IGNORECASE)
_AWAL = re.compile(r"\b(?:awal|semula|sebelum)\b", re.IGNORECASE)
_KEPALA = re.compile(r"(?:no|nomor)\.?", re.IGNORECASE)
_NOMOR = re.compile(r"^Tabel\s+\S+\s*|\(?lanjutan\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BarisPerjanjian:
    """One promised indicator: its cell, its name without the mark, its target, and the sasaran above it."""

    tabel: TabelTerbaca
    sel: SelTerbaca
    nama: str
    target: SelTerbaca
    sasaran: SelTerbaca | None


def versi_perjanjian(caption: str) -> str:
    """ "revisi", "awal", or "" where a title does not say."""
    if _REVISI.search(caption):
        return "revisi"
    return "awal" if _AWAL.search(caption) else ""


def daftar_tabel_perjanjian(dok: Dokumen) -> list[TabelPerjanjian]:
    """Tables of indicators and their targets; those that are called an agreement, where there are any."""
    daftar = [p for t in dok.daftar_tabel if (p := find_tabel_perjanjian(t)) is not None and _has_target(p)]
    bernama = [p for p in daftar if _PERJANJIAN.search(p.tabel.caption)]
    return bernama or daftar


def daftar_baris_perjanjian(dok: Dokumen) -> list[BarisPerjanjian]:
    """The rows of the agreement in force: the revised one where there is one; parts with one title belong together."""
    daftar = daftar_tabel_perjanjian(dok)
    if not daftar:
        return []
    revisi = [p for p in daftar if versi_perjanjian(p.tabel.caption) == "revisi"]
    pokok = (revisi or daftar)[0]
    bagian = [p for p in (revisi or daftar) if _judul(p.tabel) == _judul(pokok.tabel)]
    hasil: list[BarisPerjanjian] = []
    for b in (b for p in bagian for b in _daftar_baris(p)):
        # The same table again in an annex adds nothing; two rows of one table are two indicators, whatever their names.
        if not any(b.tabel is not lain.tabel and is_nama_setara(b.nama, lain.nama) for lain in hasil):
            hasil.append(b)
    return hasil


def jumlah_sasaran(daftar: Sequence[BarisPerjanjian]) -> int | None:
    """How many sasaran the agreement has; None where the table has no column of them."""
    if not daftar or daftar[0].sasaran is None:
        return None
    return len({id(b.sasaran) for b in daftar})


def _daftar_baris(p: TabelPerjanjian) -> Iterator[BarisPerjanjian]:
    sasaran: SelTerbaca | None = None
    for baris in p.tabel.baris:
        if _KEPALA.fullmatch(baris[0].teks):  # another table that was read on
            return
        if p.sasaran is not None and kata_nama(baris[p.sasaran].teks):
            sama = sasaran is not None and kunci_nama(sasaran.teks) == kunci_nama(baris[p.sasaran].teks)
            sasaran = sasaran if sama else baris[p.sasaran]
        sel = baris[p.indikator]
        if kata_nama(sel.teks) and not is_baris_ringkasan(baris, p.indikator + 1):
            yield BarisPerjanjian(p.tabel, sel, lepas_butir(sel.teks), baris[p.target], sasaran)


def _has_target(p: TabelPerjanjian) -> bool:
    terisi = [b for b in p.tabel.baris if kata_nama(b[p.indikator].teks)]
    return bool(terisi) and 2 * sum(read_nilai(b[p.target].teks) is not None for b in terisi) >= len(terisi)


def _judul(tabel: TabelTerbaca) -> str:
    return " ".join(_NOMOR.sub(" ", tabel.caption).lower().split())
