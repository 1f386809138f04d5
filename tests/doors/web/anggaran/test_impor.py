"""The screens of the budget import: hand in, follow, every mistake with its place, map columns, see what changed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pemeran import Pemeran

from akuntabel.platform.tasks.models import Tugas
from akuntabel.platform.tasks.pekerja_tunggal import run_berikut
from akuntabel.siklus.anggaran.models import VersiAnggaran
from berkas_anggaran import BARIS_TOTAL_FA, Q, build_csv, build_daun, build_fa, build_pohon, write_csv, write_xlsx

TAHUN = 2024
POHON = build_pohon(build_daun(12))
FA = write_xlsx(build_fa(POHON, kode_satker="357200"))


@pytest.fixture
def klien(pemeran: Pemeran) -> Client:
    """Danu, signed in."""
    klien = Client()
    klien.force_login(pemeran.danu)
    return klien


def _url(nama: str, *args: object) -> str:
    return reverse(nama, args=("357200", TAHUN, *args))


def _unggah(klien: Client, nama: str, isi: bytes, **lain: str):  # type: ignore[no-untyped-def]
    data = {"berkas": SimpleUploadedFile(nama, isi), "sumber_dana": "rm", "jenis": "", **lain}
    return klien.post(_url("anggaran_impor"), data)


def test_a_report_is_handed_in_followed_and_looked_at(klien: Client):
    jawaban = _unggah(klien, "fa.xlsx", FA)
    tugas = Tugas.objects.get()
    alamat = _url("anggaran_impor_tugas", tugas.pk)
    assert (jawaban.status_code, jawaban.headers["Location"]) == (302, alamat)
    halaman = klien.get(alamat).content.decode()
    assert "Menunggu giliran" in halaman
    assert 'http-equiv="refresh"' in halaman  # without script too
    assert f'href="{alamat}"' in klien.get(_url("anggaran_impor")).content.decode()
    potongan = klien.get(alamat, headers={"HX-Request": "true"})
    assert "HX-Refresh" not in potongan.headers
    assert "<html" not in potongan.content.decode()
    run_berikut("uji")
    assert klien.get(alamat, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"
    versi = VersiAnggaran.objects.get()
    beda = klien.get(alamat)
    assert beda.headers["Location"] == _url("anggaran_beda", versi.pk)
    assert "Ambil versi ini" in klien.get(beda.headers["Location"]).content.decode()
    assert "menunggu diambil" in klien.get(_url("anggaran_impor")).content.decode()


def test_mistakes_stand_in_a_table_with_place_written_expected_and_how_to_mend(klien: Client):
    kisi = build_fa(POHON, kode_satker="357200")
    kisi[BARIS_TOTAL_FA - 1][Q] = 5
    kisi[next(n for n, sel in enumerate(kisi) if 13 in sel)][Q] = "=2+2"
    _unggah(klien, "fa.xlsx", write_xlsx(kisi))
    run_berikut("uji")
    halaman = klien.get(_url("anggaran_impor_tugas", Tugas.objects.get().pk)).content.decode()
    assert f"fa.xlsx baris {BARIS_TOTAL_FA} kolom Q (Pagu Revisi)" in halaman
    assert "Rp5" in halaman
    assert "=2+2" in halaman
    assert "Unduh ulang laporannya" in halaman
    assert "tidak ada yang diambil" in halaman
    assert not VersiAnggaran.objects.exists()


def test_a_job_that_broke_says_so_without_a_traceback(klien: Client):
    _unggah(klien, "fa.xlsx", FA)
    Tugas.objects.update(status="gagal", pesan="Terjadi kesalahan pada sistem. Nomor 1.", galat="Traceback")
    halaman = klien.get(_url("anggaran_impor_tugas", Tugas.objects.get().pk)).content.decode()
    assert "Nomor 1" in halaman
    assert "Traceback" not in halaman


def test_a_plain_table_is_mapped_once(klien: Client):
    _unggah(klien, "a.csv", write_csv(build_csv(POHON)))
    run_berikut("uji")
    alamat = _url("anggaran_impor_tugas", Tugas.objects.get().pk)
    halaman = klien.get(alamat).content.decode()
    assert "Kode Lengkap (misalnya 6600.QGE.001.051.A.511111.000001)" in halaman
    assert '<option value="Pagu Akhir" selected>' in halaman
    salah = klien.post(alamat, {"kode": "Kode Lengkap", "pagu": "Kode Lengkap"}).content.decode()
    assert "sudah dipilih untuk Kode anggaran" in salah
    isi = {"kode": "Kode Lengkap", "uraian": "Nama", "sumber_dana": "SD", "pagu": "Pagu Akhir", "realisasi": "Terpakai"}
    lanjut = klien.post(alamat, isi)
    assert lanjut.status_code == 302
    run_berikut("uji")
    versi = VersiAnggaran.objects.get()
    assert klien.get(lanjut.headers["Location"]).headers["Location"] == _url("anggaran_beda", versi.pk)


def test_the_same_file_again_leads_to_the_version_that_is_there(klien: Client):
    _unggah(klien, "fa.xlsx", FA)
    run_berikut("uji")
    jawaban = _unggah(klien, "lain.xlsx", FA)
    versi = VersiAnggaran.objects.get()
    assert jawaban.headers["Location"] == _url("anggaran_beda", versi.pk)
    assert "sudah dimuat" in klien.get(jawaban.headers["Location"]).content.decode()


def test_sources_of_funds_of_grants_are_said_beside_the_file(klien: Client):
    salah = _unggah(klien, "fa.xlsx", FA, sumber_khusus="TA: HLD\nB = HLD").content.decode()
    assert "Baris 1: tertulis “TA: HLD”" in salah
    _unggah(klien, "fa.xlsx", FA, sumber_khusus="b = hld\n\n")
    assert Tugas.objects.get().argumen["args"][5] == {"sumber_dana": "RM", "jenis": "", "sumber_khusus": {"B": "HLD"}}


def test_no_file_and_a_file_of_no_use_are_told_beside_the_field(klien: Client):
    assert "Belum diisi" in klien.post(_url("anggaran_impor"), {"sumber_dana": "RM"}).content.decode()
    assert "XLSX" in _unggah(klien, "a.exe", b"MZ").content.decode()
    assert not Tugas.objects.exists()


def test_another_office_sees_neither_page_nor_job(klien: Client, pemeran: Pemeran):
    _unggah(klien, "fa.xlsx", FA)
    alamat = _url("anggaran_impor_tugas", Tugas.objects.get().pk)
    tono = Client()
    tono.force_login(pemeran.tono)
    assert tono.get(alamat).status_code == 404
    assert tono.get(alamat.replace("357200", "337300")).status_code == 404
    assert tono.get(_url("anggaran_impor")).status_code == 404
