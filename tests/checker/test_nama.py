"""Names of one thing are known through slips and small words; names of two things never become one."""

import pytest

from akuntabel.core.checker.bacaan.nama import (
    is_hanya_salah_ketik,
    is_nama_mirip,
    is_nama_setara,
    kode_nama,
    lepas_label,
)


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        ("a. presentasi tamu yang puas", "Persentase Tamu yang Puas"),
        ("1.2 Persentase partisipasi dalam pemilu/pemilihan", "persentase partisipasi dalam pemilihan"),
        ("Telaksananya layanan yang aman,damai", "Terlaksananya layanan yang aman, damai"),
        ("Sasaran 2: Meningkatkan mutu layanan", "Meningkatnya mutu layanan"),
        ("Program Dukungan dan Pelaksanaan Tugas", "Program Dukungan Pelaksanaan Tugas"),
        ("II. Layanan 1.000 pemilih", "Layanan 1000 pemilih"),
        ("Laporan Tahap II", "Laporan Tahap 2"),
        ("Nilai akuntabilitas kinerja 2023", "Nilai akuntabilitas kinerja"),
    ],
)
def test_one_thing_spelled_twice_is_one(satu: str, dua: str):
    assert is_nama_setara(satu, dua)
    assert is_nama_setara(dua, satu)


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        ("Persentase tamu yang puas", "Persentase tamu perempuan yang puas"),
        ("Persentase pemilih pemula", "Persentase pemilih pemuda"),
        ("Jumlah laporan", "Jumlah laporan keuangan"),
        ("", "Jumlah laporan"),
        ("Meningkatnya kualitas 1", "Meningkatnya kualitas 2"),
        ("Meningkatnya kualitas", "Meningkatnya kualitas 2"),
        ("Laporan Tahap I", "Laporan Tahap II"),
        ("Nilai akuntabilitas kinerja 2022", "Nilai akuntabilitas kinerja 2023"),
        ("Persentase pengadaan yang selesai", "Persentase pengaduan yang selesai"),
    ],
)
def test_two_things_are_two_however_alike_their_names(satu: str, dua: str):
    assert not is_nama_setara(satu, dua)


def test_a_name_that_lost_a_word_may_still_be_the_same():
    assert is_nama_mirip("Persentase keluhan yang ditangani", "persentase keluhan ditangani")
    assert not is_nama_mirip("Persentase keluhan yang ditangani", "Jumlah taman kota")


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        ("Terselenggaranya pelatihan petugas gelombang 1", "Terselenggaranya pelatihan petugas gelombang 2"),
        ("Terselenggaranya pelatihan gelombang I", "Terselenggaranya pelatihan gelombang II"),
        ("Jumlah gudang di Zona A", "Jumlah gudang di Zona B"),
        ("Persentase pemilih yang terdaftar", "Persentase pemilih yang tidak terdaftar"),
    ],
)
def test_a_number_or_a_denial_is_no_drift_of_a_name(satu: str, dua: str):
    assert not is_nama_mirip(satu, dua)
    assert not is_nama_mirip(dua, satu)


def test_what_only_one_of_two_names_adds_does_not_part_them():
    assert is_nama_mirip("Terselenggaranya pelatihan petugas 1", "Terselenggaranya pelatihan petugas")
    assert is_nama_mirip("Jumlah pemilih yang terdaftar (tanpa TNI)", "Jumlah pemilih yang terdaftar")


def test_only_wrong_letters_are_no_other_name():
    assert is_hanya_salah_ketik("Telaksananya layanan prima", "Terlaksananya layanan prima")
    assert not is_hanya_salah_ketik("Terlaksananya layanan prima", "Terlaksananya layanan publik")


def test_marks_before_a_name_are_told_from_it():
    assert lepas_label("2. Sasaran 1: Mutu layanan meningkat") == "Mutu layanan meningkat"
    assert lepas_label("b. keluhan ditangani") == "keluhan ditangani"
    assert kode_nama("1.2 Persentase tamu") == "1.2"
    assert kode_nama("2 tamu") == ""
