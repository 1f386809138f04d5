"""SKL: the bands that turn a figure into a word."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import SelTerbaca, TabelTerbaca

Pita = tuple[Decimal, Decimal, SelTerbaca]
_RENTANG = re.compile(r"(\d+(?:[.,]\d+)?)\s*%?\s*(?:-|–|s\.?d\.?|sampai(?: dengan)?)\s*(\d+(?:[.,]\d+)?)\s*%?")
_KEPALA = re.compile(r"\b(rentang|interval|tingkat capaian|nilai)\b", re.IGNORECASE)


def pita_bertumpuk(dok: Dokumen) -> Iterator[Bukti]:
    """Dua rentang kategori memuat nilai yang sama.

    Yang diperiksa: tabel kategori dengan rentang "71 – 91" dan "91 – 100".
    Mengapa penting: nilai di batasnya mempunyai dua kategori, dan yang dipilih dapat diperdebatkan.
    Perbaikan: tulis batas bawah saja, misalnya "mulai 91" dan "mulai 71".
    Dasar: PermenPANRB 88/2021 memakai batas yang tidak bertumpuk.
    """
    for _, pita in _daftar_skala(dok):
        for tinggi, rendah in pairwise(pita):
            if rendah[1] >= tinggi[0]:
                yield Bukti(
                    rendah[2].letak,
                    rendah[2].teks,
                    f"batas atas di bawah {format_angka(tinggi[0])}",
                    f"nilai {format_angka(rendah[1])} juga masuk “{tinggi[2].teks}”",
                    "Tulis batas bawah saja, agar setiap nilai masuk tepat satu kategori.",
                )


def pita_bercelah(dok: Dokumen) -> Iterator[Bukti]:
    """Di antara dua rentang kategori ada nilai desimal yang tidak masuk kategori mana pun.

    Yang diperiksa: tabel kategori dengan rentang "51 – 70" dan "71 – 90", padahal capaian ditulis dengan desimal.
    Mengapa penting: capaian 70,5 tidak mempunyai kategori.
    Perbaikan: tulis batas bawah saja, misalnya "mulai 71" dan "mulai 51".
    Dasar: aritmetika.
    """
    for _, pita in _daftar_skala(dok):
        for tinggi, rendah in pairwise(pita):
            if rendah[1] < tinggi[0]:
                yield Bukti(
                    rendah[2].letak,
                    rendah[2].teks,
                    f"sampai kurang dari {format_angka(tinggi[0])}",
                    f"nilai di antara {format_angka(rendah[1])} dan {format_angka(tinggi[0])} tidak berkategori",
                    "Tulis batas bawah saja, agar setiap nilai masuk tepat satu kategori.",
                )


def dua_skala(dok: Dokumen) -> Iterator[Bukti]:
    """Satu laporan memakai dua skala kategori yang berbeda.

    Yang diperiksa: batas-batas pada semua tabel kategori.
    Mengapa penting: hasil yang sama mendapat dua sebutan, misalnya di Bab III dan Bab IV.
    Perbaikan: pakai satu skala di seluruh laporan.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2.
    """
    daftar = [(tabel, {(p[0], p[1]) for p in pita}) for tabel, pita in _daftar_skala(dok)]
    for tabel, batas in daftar[1:]:
        pertama, batas_pertama = daftar[0]
        if batas != batas_pertama:
            yield Bukti(
                tabel.letak,
                tabel.caption or "tabel kategori",
                f"skala yang sama dengan {pertama.caption or 'tabel kategori pertama'}",
                "batas-batas kedua tabel kategori berbeda",
                "Pakai satu skala di seluruh laporan.",
                (pertama.letak,),
            )


def _daftar_skala(dok: Dokumen) -> Iterator[tuple[TabelTerbaca, Sequence[Pita]]]:
    """Tables of bands, highest first: a column of ranges beside one of categories."""
    for tabel in dok.daftar_tabel:
        kolom = next((n for n, k in enumerate(tabel.kepala) if _KEPALA.search(k)), None)
        if kolom is None or not any("kategori" in k.lower() or "predikat" in k.lower() for k in tabel.kepala):
            continue
        pita = [
            (Decimal(m[1].replace(",", ".")), Decimal(m[2].replace(",", ".")), baris[kolom])
            for baris in tabel.baris
            if (m := _RENTANG.fullmatch(baris[kolom].teks.strip()))
        ]
        if len(pita) >= 2:
            yield tabel, sorted(pita, key=lambda p: p[0], reverse=True)


DAFTAR_ATURAN = (
    Aturan("SKL001", "pita-bertumpuk", Tingkat.PERINGATAN, pita_bertumpuk),
    Aturan("SKL002", "pita-bercelah", Tingkat.INFO, pita_bercelah),
    Aturan("SKL003", "dua-skala", Tingkat.GALAT, dua_skala),
)
