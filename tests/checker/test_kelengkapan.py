"""Completeness: silent on a complete report, on an agreement, and where the report says openly what it lacks."""

import pytest

from akuntabel.core.checker.registry import check_naskah, select_aturan
from akuntabel.core.readers.teks.teks import read_teks

LENGKAP = """Laporan Kinerja Tahun 2022

Laporan ini tentang tahun 2022, dan telah direviu.

Daftar Isi

Ikhtisar Eksekutif

BAB I PENDAHULUAN

Kantor ini melayani tamu.

BAB II PERENCANAAN KINERJA

Tabel 2.1 Perjanjian Kinerja

No\tIndikator\tTarget
1\tkepuasan tamu\t80%
2\tkeluhan ditangani\t90%

Anggaran yang mendukungnya Rp1.500.000.

BAB III AKUNTABILITAS KINERJA

Tabel 3.1 Pengukuran Kinerja

No\tIndikator\tTarget\tRealisasi\tCapaian
1\tKepuasan tamu\t80%\t80%\t100%
2\tKeluhan ditangani\t90%\t45%\t50%

Dibandingkan dengan tahun lalu, hasilnya tetap. Target jangka menengah Renstra belum tercapai, dan anggaran dipakai
dengan efisien. Program pelayanan mendukung hasil ini.

1. Kepuasan tamu

Kepuasan tamu terjaga sepanjang tahun.

2. Keluhan ditangani

Hasil ini disebabkan oleh kurangnya petugas, dan upaya yang dilakukan adalah menambah petugas.

Tabel 3.2 Revisi DIPA

Revisi\tSemula\tMenjadi\tSelisih
1\t1.000.000\t1.500.000\t500.000
2\t1.500.000\t1.500.000\t0

Perjanjian kinerja perubahan ditandatangani sesudah revisi itu.

BAB IV PENUTUP

Demikian laporan ini.

LAMPIRAN 1 Perjanjian Kinerja
"""


def _kode(teks: str) -> list[str]:
    return [t.kode for t in check_naskah(read_teks("a.txt", teks), daftar_aturan=select_aturan(["LKP"], [])).temuan]


def test_complete_report_has_no_finding():
    assert _kode(LENGKAP) == []


@pytest.mark.parametrize(
    ("bagian", "kode"),
    [
        ("Ikhtisar Eksekutif", "LKP002"),
        ("Anggaran yang mendukungnya Rp1.500.000.", "LKP003"),
        ("Perjanjian kinerja perubahan ditandatangani sesudah revisi itu.", "LKP004"),
        ("Dibandingkan dengan tahun lalu, hasilnya tetap.", "LKP005"),
        (", dan upaya yang dilakukan adalah menambah petugas", "LKP006"),
        ("1. Kepuasan tamu\n\nKepuasan tamu terjaga sepanjang tahun.\n", "LKP007"),
        ("BAB IV PENUTUP", "LKP001"),
    ],
)
def test_one_part_taken_out_is_one_finding(bagian: str, kode: str):
    assert bagian in LENGKAP
    assert _kode(LENGKAP.replace(bagian, "")) == [kode]


def test_a_table_alone_and_an_agreement_owe_no_chapters():
    awal, akhir = LENGKAP.index("Tabel 2.1"), LENGKAP.index("BAB III")
    assert _kode("Perjanjian Kinerja Tahun 2022\n\n" + LENGKAP[awal:akhir]) == []
    assert _kode(LENGKAP[LENGKAP.index("Tabel 3.1") : LENGKAP.index("Dibandingkan")]) == []
