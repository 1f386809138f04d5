"""STR: the numbers in front of the rows of a table."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from akuntabel.core.checker.dokumen import Dokumen
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
        for n in range(len(nomor)):
            if _is_salah(nomor, n):
                harap = nomor[n - 1][0] + 1 if n else nomor[n + 1][0] - 1
                yield Bukti(
                    nomor[n][1].letak,
                    nomor[n][1].teks,
                    str(harap),
                    f"nomor baris lain pada {tabel.nama} berurutan",
                    "Nomori ulang, atau kembalikan baris yang hilang.",
                )


def _daftar_nomor(tabel: TabelTerbaca) -> list[tuple[int, SelTerbaca]]:
    """The numbers of the rows; none where the first column is no column of numbers."""
    if not tabel.kepala or not _KEPALA.fullmatch(tabel.kepala[0].strip()):
        return []
    # Names of groups and totals stand in the same column; they hold no digit.
    sel = [b[0] for b in tabel.baris if any(h.isdigit() for h in b[0].teks)]
    cocok = [_NOMOR.fullmatch(s.teks) for s in sel]
    return [(int(c[1]), s) for c, s in zip(cocok, sel, strict=True) if c is not None] if all(cocok) else []


def _is_salah(nomor: Sequence[tuple[int, SelTerbaca]], n: int) -> bool:
    """Alone out of order: its neighbours fit each other as if it had the number between them."""
    angka = [a for a, _ in nomor]
    sebelum, sesudah = angka[n - 1] if n else 0, angka[n + 1] if n + 1 < len(angka) else None
    if angka[n] in (sebelum + 1, sebelum) or (len(angka) < 3 and sesudah is None):
        return False
    if sesudah is None:  # the last one has one neighbour only, and a new group may begin with it
        return angka[n] != 1 and all(b in (a + 1, 1) for a, b in pairwise(angka[:n]))
    return sesudah == sebelum + 2


DAFTAR_ATURAN = (Aturan("STR018", "nomor-baris-tidak-urut", Tingkat.INFO, nomor_baris_tidak_urut),)
