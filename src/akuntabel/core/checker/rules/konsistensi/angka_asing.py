"""KON: a table that repeats figures of other tables, all but one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from akuntabel.core.checker.dokumen import Dokumen, per_dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import SelTerbaca, TabelTerbaca

_ANGKA = re.compile(r"(?<![\w.,/])(?:Rp\.?\s*)?[-+−]?(?P<isi>\d[\d.]*(?:,\d+)?)\s*(?P<persen>%?)")
_TITIK_DESIMAL = re.compile(r"\.(\d{1,2})$")
BERULANG = 3  # figures of the column that stand elsewhere too, at least


def angka_asing_dalam_ulangan(dok: Dokumen) -> Iterator[Bukti]:
    """Semua angka sebuah kolom juga ada di tempat lain kecuali satu, dan yang satu itu nyaris sama dengan angka lain.

    Yang diperiksa: kolom yang mengulang angka dari tabel atau kalimat lain, misalnya data sebuah grafik atau ringkasan;
    angka yang berbeda satu digit, dua digit tertukar, atau kehilangan koma dari angka baris yang sama di tabel lain.
    Mengapa penting: angka yang disalin dengan tangan tertinggal atau salah ketik pada salah satu salinannya.
    Perbaikan: samakan dengan angka asalnya.
    Dasar: satu angka dihitung sekali.
    """
    tempat = _tempat_angka(dok)
    for tabel in dok.daftar_tabel:
        for kolom in range(len(tabel.kepala)):
            angka = _daftar_angka(tabel, kolom)
            asing = [(k, s) for k, s in angka if tempat[k] <= {tabel.letak.blok}]
            if len(asing) != 1 or len(angka) - 1 < BERULANG:
                continue
            dok.tandai(*(s.letak for _, s in angka))
            kunci, sel = asing[0]
            mirip = _find_mirip(dok, kunci, tabel, sel, {k for k, _ in angka})
            if mirip:
                yield Bukti(
                    sel.letak,
                    sel.teks,
                    mirip,
                    f"{len(angka) - 1} angka lain pada kolom ini juga tertulis di tempat lain; yang ini hanya di sini",
                    "Samakan dengan angka asalnya.",
                )


def _daftar_angka(tabel: TabelTerbaca, kolom: int) -> list[tuple[str, SelTerbaca]]:
    """Figures of a column that are long enough to be told apart: three digits or more, no year."""
    hasil = []
    for baris in tabel.baris:
        cocok = _ANGKA.fullmatch(baris[kolom].teks.strip())
        if cocok and (kunci := _kunci(cocok)):
            hasil.append((kunci, baris[kolom]))
    return hasil


def _kunci(cocok: re.Match[str]) -> str:
    """What makes a figure the same in two places: its digits and comma, and the sign of percent; "" where too short."""
    isi = _TITIK_DESIMAL.sub(r",\1", cocok["isi"].rstrip("."))
    angka = sum(h.isdigit() for h in isi)
    is_tahun = angka == 4 and not cocok["persen"] and re.fullmatch(r"(?:19|20)\d\d", isi) is not None
    return "" if is_tahun or angka < (2 if cocok["persen"] else 3) else isi + cocok["persen"]


@per_dokumen
def _tempat_angka(dok: Dokumen) -> dict[str, set[int]]:
    """In which blocks each figure is printed."""
    tempat: dict[str, set[int]] = defaultdict(set)
    for tabel in dok.daftar_tabel:
        for sel in (s for b in tabel.baris for s in b if s.teks):
            _catat(tempat, sel.teks, tabel.letak.blok)
    for p in dok.daftar_paragraf:
        _catat(tempat, p.teks, p.letak.blok)
    return tempat


def _catat(tempat: dict[str, set[int]], teks: str, blok: int) -> None:
    for cocok in _ANGKA.finditer(teks):
        if kunci := _kunci(cocok):
            tempat[kunci].add(blok)


def _find_mirip(dok: Dokumen, kunci: str, tabel: TabelTerbaca, sel: SelTerbaca, sekolom: set[str]) -> str:
    """The one figure in a row of another table of the same thing that differs by a slip of the hand; "" if none."""
    label = {_polos(s.teks) for s in tabel.baris[sel.letak.baris - 1] if s is not sel and s.teks}
    mirip = {
        k
        for blok, isi, baris in _daftar_baris(dok)
        if blok != tabel.letak.blok and label & isi
        for k in baris
        if k not in sekolom and _is_mirip(k, kunci)
    }
    return mirip.pop() if len(mirip) == 1 else ""


@per_dokumen
def _daftar_baris(dok: Dokumen) -> list[tuple[int, set[str], list[str]]]:
    """Every row: its block, the words of its cells, its figures."""
    return [
        (
            tabel.letak.blok,
            {_polos(s.teks) for s in baris if s.teks},
            [k for s in baris if (cocok := _ANGKA.fullmatch(s.teks.strip())) and (k := _kunci(cocok))],
        )
        for tabel in dok.daftar_tabel
        for baris in tabel.baris
    ]


def _polos(teks: str) -> str:
    return " ".join(teks.lower().split())


def _is_mirip(satu: str, dua: str) -> bool:
    if satu.endswith("%") != dua.endswith("%"):
        return False
    if satu.replace(",", "") == dua.replace(",", ""):
        return True
    beda = [n for n, (a, b) in enumerate(zip(satu, dua, strict=False)) if a != b] if len(satu) == len(dua) else []
    return len(beda) == 1 or _is_tertukar(satu, dua, beda)


def _is_tertukar(satu: str, dua: str, beda: Sequence[int]) -> bool:
    return len(beda) == 2 and satu[beda[0]] == dua[beda[1]] and satu[beda[1]] == dua[beda[0]]


DAFTAR_ATURAN = (Aturan("KON017", "angka-asing-dalam-ulangan", Tingkat.PERINGATAN, angka_asing_dalam_ulangan),)
