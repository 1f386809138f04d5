"""STR: the numbers in front of the rows of a table."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.perjanjian import daftar_baris_perjanjian, jumlah_sasaran
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import SelTerbaca, TabelTerbaca

_KEPALA = re.compile(r"^(no|nomor|nmr|no\.? urut|revisi|revisi ke)\.?$", re.IGNORECASE)
_NOMOR = re.compile(r"(?:rev(?:isi)?\.? (?:ke[- ]?)?)?(\d{1,3})[.)]?", re.IGNORECASE)


def nomor_baris_tidak_urut(dok: Dokumen) -> Iterator[Bukti]:
    """Nomor sebuah baris bukan lanjutan nomor baris di atasnya.

    Yang diperiksa: kolom "No." setiap tabel; nomor boleh mulai lagi dari 1 pada kelompok berikutnya.
    Mengapa penting: nomor yang terlompat menandakan baris yang terhapus atau tersalin.
    Perbaikan: nomori ulang, atau kembalikan baris yang hilang.
    Dasar: tata naskah dinas.
    """
    for tabel in dok.daftar_tabel:
        nomor = _daftar_nomor(tabel)
        angka = [a for a, _ in nomor]
        if 0 < len(angka) < 3 and not 0 < angka[-1] <= len(angka) and _is_sendiri(dok, tabel, angka[-1]):
            yield _bukti(nomor[-1][1], len(angka), f"{tabel.nama} hanya memuat {len(angka)} baris bernomor")
        for n, (_, sel) in enumerate(nomor):
            if _is_salah(angka, n):
                angka[n] = angka[n - 1] + 1 if n else angka[n + 1] - 1
                yield _bukti(sel, angka[n], f"nomor baris lain pada {tabel.nama} berurutan")


def _bukti(sel: SelTerbaca, harap: int, penjelasan: str) -> Bukti:
    perbaikan = "Nomori ulang, atau kembalikan baris yang hilang."
    return Bukti(sel.letak, sel.teks, str(harap), penjelasan, perbaikan)


def _is_sendiri(dok: Dokumen, tabel: TabelTerbaca, nomor: int) -> bool:
    """Whether a lone number goes on from no other table of that form, and can be the number of no sasaran."""
    isi = [s.teks for s in tabel.baris[0][1:]]
    lain = [t for t in dok.daftar_tabel if t.kepala == tabel.kepala and t.baris]
    serupa = [_daftar_nomor(t) for t in lain if [s.teks for s in t.baris[0][1:]] != isi]
    if any(n and n[-1][0] == nomor - 1 for n in serupa):
        return False
    jumlah = jumlah_sasaran(daftar_baris_perjanjian(dok))
    return not nomor or (jumlah is not None and nomor > jumlah)


def _daftar_nomor(tabel: TabelTerbaca) -> list[tuple[int, SelTerbaca]]:
    """The numbers of the rows; none where the first column is no column of numbers."""
    if not tabel.kepala or not _KEPALA.fullmatch(tabel.kepala[0].strip()):
        return []
    # Names of groups and totals stand in the same column; they hold no digit.
    sel = [b[0] for b in tabel.baris if any(h.isdigit() for h in b[0].teks)]
    cocok = [_NOMOR.fullmatch(s.teks) for s in sel]
    return [(int(c[1]), s) for c, s in zip(cocok, sel, strict=True) if c is not None] if all(cocok) else []


def _is_salah(angka: Sequence[int], n: int) -> bool:
    """Alone out of order: its neighbours fit each other as if it had the number between them."""
    sebelum, sesudah = angka[n - 1] if n else 0, angka[n + 1] if n + 1 < len(angka) else None
    if angka[n] == sebelum + 1 or (len(angka) < 3 and sesudah is None):
        return False
    if sesudah not in (None, 1):
        return sesudah == sebelum + 2 or (sesudah == 2 and angka[n] > 2 <= sebelum)
    # The last one of a group has one neighbour only; a new group may begin with it.
    return angka[n] != 1 and all(b in (a + 1, 1) for a, b in pairwise(angka[:n]))


DAFTAR_ATURAN = (Aturan("STR018", "nomor-baris-tidak-urut", Tingkat.INFO, nomor_baris_tidak_urut),)
