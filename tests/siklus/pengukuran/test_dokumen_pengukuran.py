"""The documents of a quarter out of the database: what they say of the measurement, and whether it is official."""

from datetime import timedelta

import pytest
from django.utils import timezone
from kantor_contoh import TAHUN, Kantor

from akuntabel.core.render.berkas import Format
from akuntabel.siklus.pengukuran.actions_triwulan import approve_pengukuran, submit_pengukuran
from akuntabel.siklus.pengukuran.dokumen import JenisDokumen, build_isi_pengukuran, render_pengukuran


def test_the_document_says_what_the_grid_says(kantor: Kantor) -> None:
    kantor.ukur(1, a=60, b=80)
    isi = build_isi_pengukuran(kantor.satker, TAHUN, 1)
    pertama = isi.indikator[0]
    assert (pertama.kode, pertama.target.teks, pertama.realisasi.teks, pertama.capaian.teks) == (
        "1.1", "77,5%", "75,00%", "96,77%",
    )  # fmt: skip
    assert isi.pimpinan.jabatan == "Ketua KPU Kota Blitar"
    assert isi.masa == "sampai dengan Triwulan I Tahun 2026"


def test_until_it_is_verified_it_is_a_draft(kantor: Kantor) -> None:
    kantor.ukur(1, a=60, b=80)
    isi = build_isi_pengukuran(kantor.satker, TAHUN, 1)
    assert "belum diverifikasi" in isi.keterangan_rancangan
    assert isi.tanggal is None
    pengukuran = submit_pengukuran(kantor.satker, TAHUN, 1, by=kantor.pemeran.danu)
    approve_pengukuran(pengukuran, by=kantor.pemeran.rina)
    resmi = build_isi_pengukuran(kantor.satker, TAHUN, 1)
    assert resmi.keterangan_rancangan == ""
    assert "Diajukan oleh Danu dan diverifikasi oleh Rina" in resmi.verifikasi
    assert timezone.localdate() - (resmi.tanggal or timezone.localdate()) < timedelta(days=2)


def test_its_hash_is_that_of_what_it_says(kantor: Kantor) -> None:
    kantor.ukur(1, a=60, b=80)
    satu = build_isi_pengukuran(kantor.satker, TAHUN, 1).sidik
    assert build_isi_pengukuran(kantor.satker, TAHUN, 1).sidik == satu
    kantor.betulkan("a", 61)
    assert build_isi_pengukuran(kantor.satker, TAHUN, 1).sidik != satu


@pytest.mark.parametrize("jenis", JenisDokumen)
def test_each_document_is_made(kantor: Kantor, jenis: JenisDokumen) -> None:
    isi = build_isi_pengukuran(kantor.satker, TAHUN, 1)
    assert render_pengukuran(isi, jenis, Format.DOCX)[:2] == b"PK"
    assert jenis.sebutan[0].isupper()
