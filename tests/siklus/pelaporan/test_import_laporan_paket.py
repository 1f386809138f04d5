"""The report of a package becomes rows; over a draft it is a version, over a signed report nothing."""

from dataclasses import replace

import pytest
from paket_contoh import impor, impor_gagal

from akuntabel.core.fakta.paket import build_berkas, seal_fakta
from akuntabel.siklus.pelaporan.models import LaporanKinerja, StatusLaporan, VersiBlok
from contoh_paket import read_contoh

pytestmark = pytest.mark.django_db


def test_package_taken_over_twice_writes_a_version_only_of_what_changed():
    contoh = read_contoh()
    impor(contoh)
    jumlah = VersiBlok.objects.count()
    assert jumlah == len(contoh.narasi)
    narasi = dict(contoh.narasi) | {"simpulan": "Simpulan yang baru.\n"}
    del narasi["hibah"]
    baru = seal_fakta(replace(contoh, narasi=narasi))
    assert build_berkas(impor(baru)) == build_berkas(baru)
    assert VersiBlok.objects.count() == jumlah + 2
    laporan = LaporanKinerja.objects.get()
    assert laporan.daftar_blok.get(nama="simpulan").daftar_versi.count() == 2
    assert laporan.daftar_blok.get(nama="hibah").isi == ""


def test_submitted_report_is_not_written_over_but_the_same_package_passes():
    contoh = read_contoh()
    impor(contoh)
    LaporanKinerja.objects.update(status=StatusLaporan.DIAJUKAN.value, sidik="a" * 64)
    assert impor(contoh) == contoh
    lain = seal_fakta(replace(contoh, laporan=replace(contoh.laporan, tema="Tema lain")))
    (masalah,) = impor_gagal(lain)
    assert masalah.berkas == "laporan.yaml"
    assert "Kembalikan" in masalah.perbaikan


def test_text_without_words_is_told_and_nothing_is_done():
    contoh = read_contoh()
    masalah = impor_gagal(seal_fakta(replace(contoh, narasi=dict(contoh.narasi) | {"hibah": ""})))
    assert [m.berkas for m in masalah] == ["narasi/hibah.md"]
    assert not LaporanKinerja.objects.exists()
