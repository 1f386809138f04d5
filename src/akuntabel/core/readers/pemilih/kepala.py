"""Headers of real recaps to those of the template: two or three rows under merged cells, LK and PR for L and P.

A recap has "DPT" over "L | P | L+P"; the template has "DPT L | DPT P | DPT L+P". Nothing else is guessed.
"""

import re
from dataclasses import replace

from akuntabel.core.calc.partisipasi import find_singkatan
from akuntabel.core.readers.isian.bentuk import bakukan
from akuntabel.core.readers.lembar.lembar import Isian, Lembar

_KELAMIN = {
    "l": "L",
    "lk": "L",
    "laki laki": "L",
    "laki": "L",
    "p": "P",
    "pr": "P",
    "perempuan": "P",
    "l p": "L+P",
    "lk pr": "L+P",
    "jml": "L+P",
    "jumlah": "L+P",
    "total": "L+P",
}
_WILAYAH = {
    "desa kelurahan": "Kelurahan",
    "kelurahan desa": "Kelurahan",
    "desa": "Kelurahan",
    "nama desa": "Kelurahan",
    "nama kelurahan": "Kelurahan",
    "nama desa kelurahan": "Kelurahan",
    "nama kelurahan desa": "Kelurahan",
    "nama kecamatan": "Kecamatan",
    "distrik": "Kecamatan",
}
_PEMILIH = ("pemilih", "data pemilih", "jumlah pemilih")
_POLA_PENGGUNA = re.compile(r"(?:data |jumlah )?pengguna(?: hak pilih)?(?: dalam)?\b", re.IGNORECASE)
_BARIS_TERJAUH = 40
_TINGKAT_TERTINGGI = 3  # rows of a header above that of the sexes
_KELAMIN_PALING_SEDIKIT = 2


def flatten_kepala(lembar: Lembar) -> Lembar:
    """The sheet with one row of headers, where it had several; else as it was, with the area's headers renamed."""
    nomor = _find_baris_kelamin(lembar)
    if nomor is None:
        return _rename(lembar)
    atas = [b for b in range(nomor - _TINGKAT_TERTINGGI, nomor) if b in lembar.sel]
    kepala: dict[int, Isian] = {}
    for kolom in range(1, max(max(lembar.sel[b]) for b in (*atas, nomor)) + 1):
        teks = _judul(lembar, atas, nomor, kolom)
        if teks:
            kepala[kolom] = Isian(teks)
    sel = {b: isi for b, isi in lembar.sel.items() if b not in atas} | {nomor: kepala}
    return replace(lembar, sel=sel)


def _find_baris_kelamin(lembar: Lembar) -> int | None:
    for nomor in sorted(lembar.sel)[:_BARIS_TERJAUH]:
        jumlah = sum(bakukan(i.teks) in _KELAMIN for i in lembar.sel[nomor].values())
        if jumlah >= _KELAMIN_PALING_SEDIKIT:
            return nomor
    return None


def _judul(lembar: Lembar, atas: list[int], nomor: int, kolom: int) -> str:
    """What the rows of the header say of a column, from the top down."""
    kelamin = _KELAMIN.get(bakukan(_teks(lembar, nomor, kolom)))
    if kelamin is None:
        kata = [_teks(lembar, b, kolom) for b in (*atas, nomor)]
        terbawah = next((k for k in reversed(kata) if k), "")
        return _WILAYAH.get(bakukan(terbawah), terbawah)
    bagian = dict.fromkeys(_sebutan(t) for b in atas if (t := _teks_berlaku(lembar, b, kolom)))
    return " ".join([*(b for b in bagian if b), kelamin])


def _sebutan(teks: str) -> str:
    """A list by its short name; "Pemilih" above it says nothing, "Pengguna hak pilih" does."""
    if cocok := _POLA_PENGGUNA.match(teks):
        return f"Pengguna {find_singkatan(teks[cocok.end() :])}".strip()
    return "" if bakukan(teks) in _PEMILIH else find_singkatan(teks)


def _teks(lembar: Lembar, baris: int, kolom: int) -> str:
    isian = lembar.sel.get(baris, {}).get(kolom)
    return isian.teks.strip() if isian else ""


def _teks_berlaku(lembar: Lembar, baris: int, kolom: int) -> str:
    """The text over a column: its own, or that of the merged cell it lies under."""
    if teks := _teks(lembar, baris, kolom):
        return teks
    for a, kiri, bawah, kanan in lembar.gabung:
        if a <= baris <= bawah and kiri <= kolom <= kanan:
            return _teks(lembar, a, kiri)
    return ""


def _rename(lembar: Lembar) -> Lembar:
    kepala = {
        nomor: {k: replace(i, teks=_WILAYAH.get(bakukan(i.teks), i.teks)) for k, i in lembar.sel[nomor].items()}
        for nomor in sorted(lembar.sel)[:_BARIS_TERJAUH]
    }
    return replace(lembar, sel=lembar.sel | kepala)
