"""A report in which everything is wrong takes no longer than one in which all is right: bounded time, always."""

import random
import time

import pytest

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.checker.registry import check_naskah
from akuntabel.core.readers.teks.teks import read_teks

PEMBUKA = "LAPORAN KINERJA\nDinas Contoh\nTahun 2023\n\n"
BATAS = 30  # seconds; a search over all pairs of findings took minutes


def _anggaran(acak: random.Random) -> str:
    """Twenty trees of codes, no figure of which fits another."""
    baris = []
    for tabel in range(20):
        baris += [f"Tabel 3.{tabel} Realisasi Anggaran {tabel}", "Kode\tUraian\tPagu\tRealisasi\tSisa\t%"]
        for kegiatan in range(1000 + tabel, 1006 + tabel):
            for kode in (str(kegiatan), *(f"{kegiatan}.{n:03d}" for n in range(1, 8))):
                angka = (format_angka(acak.randint(10**5, 10**9)) for _ in range(3))
                baris.append(f"{kode}\tUraian {kode}\t" + "\t".join(angka) + f"\t{acak.randint(0, 99)},5%")
        baris.append("")
    return "\n".join(baris)


def _kinerja(acak: random.Random) -> str:
    """A thousand indicators whose capaian no formula gives."""
    baris = ["Tabel 3.1 Pengukuran Kinerja", "No\tIndikator\tTarget\tRealisasi\tCapaian"]
    for n in range(1, 1001):
        target, realisasi = acak.randint(10, 100), acak.randint(1, 120)
        baris.append(f"{n}\tPersentase hal {n}\t{target}%\t{realisasi}%\t{realisasi * 100 // target + 7},31%")
    return "\n".join(baris)


def _paragraf(acak: random.Random) -> str:
    """One paragraph of 300 kB."""
    return " ".join(
        f"Capaian tahun {acak.randint(2015, 2023)} naik dari {acak.randint(1, 99)}% menjadi {acak.randint(1, 99)}%."
        for _ in range(5000)
    )


@pytest.mark.parametrize("buat", [_anggaran, _kinerja, _paragraf])
def test_a_report_full_of_errors_is_checked_in_bounded_time(buat):
    naskah = read_teks("laporan.txt", PEMBUKA + buat(random.Random(1)))  # noqa: S311 — made-up figures, no secret
    mulai = time.process_time()
    hasil = check_naskah(naskah)
    assert time.process_time() - mulai < BATAS
    assert len(hasil.temuan) > 20
