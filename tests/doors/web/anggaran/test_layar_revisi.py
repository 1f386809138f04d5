"""The ledger on screen: from the draft to the booking, and a ledger of the past from files."""

import html
import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pemeran import Pemeran

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.anggaran.models import RevisiDipa
from contoh_paket import CONTOH

Masuk = Callable[[Pengguna], Client]


def _url(nama: str, *args: object) -> str:
    return reverse(nama, args=("357200", 2020, *args))


@pytest.fixture
def masuk(pemeran: Pemeran) -> Masuk:
    """A window of somebody who has signed in."""

    def buka(orang: Pengguna) -> Client:
        klien = Client()
        klien.force_login(orang)
        return klien

    return buka


def _post(klien: Client, nama: str, *args: object, **isi: object) -> str:
    return klien.post(_url(nama, *args), isi, follow=True).content.decode()


def test_an_entry_goes_from_the_draft_to_the_booking(pemeran, masuk):
    rina, ketua = masuk(pemeran.rina), masuk(pemeran.bu_ketua)
    halaman = _post(rina, "anggaran_revisi_baru", jenis="awal", alasan="DIPA awal", menjadi="1.000.000")
    assert "tersimpan sebagai rancangan" in halaman
    awal = RevisiDipa.objects.get()
    assert "diajukan kepada pimpinan" in _post(rina, "anggaran_revisi_ajukan", awal.pk, versi=awal.versi)
    assert "ditetapkan" in _post(ketua, "anggaran_revisi_tetapkan", awal.pk, tanggal="2020-01-02")
    awal.refresh_from_db()
    assert (awal.status, str(awal.tanggal)) == ("ditetapkan", "2020-01-02")
    isi = {"jenis": "pagu_berubah", "kewenangan": "DJA", "alasan": "Covid-19", "kode_0": "3355", "sumber_dana_0": "rm"}
    assert "Belum diisi" in _post(rina, "anggaran_revisi_baru", **isi)
    _post(rina, "anggaran_revisi_baru", **isi, selisih_0="-250.000")
    revisi = RevisiDipa.objects.get(nomor=1)
    assert (revisi.semula, revisi.menjadi) == (1_000_000, 750_000)
    _post(rina, "anggaran_revisi_ajukan", revisi.pk, versi=revisi.versi)
    assert "Sebutkan" not in _post(ketua, "anggaran_revisi_kembalikan", revisi.pk, alasan="rincian kurang")
    halaman = _post(rina, "anggaran_revisi_ubah", revisi.pk, **isi, selisih_0="-200.000", versi="0")
    assert "sudah berubah sejak Anda membukanya" in halaman
    revisi.refresh_from_db()
    _post(rina, "anggaran_revisi_ubah", revisi.pk, **isi, selisih_0="-200.000", versi=revisi.versi)
    halaman = rina.get(_url("anggaran_revisi")).content.decode()
    for teks in ("Rp800.000", "-Rp200.000", "DIPA awal", "Covid-19"):
        assert teks in halaman
    assert "dihapus" in _post(rina, "anggaran_revisi_hapus", revisi.pk)
    assert RevisiDipa.objects.count() == 1


def test_a_revision_of_the_pok_that_changes_an_output_stays_with_the_planner(pemeran, masuk):
    rina, ketua = masuk(pemeran.rina), masuk(pemeran.bu_ketua)
    _post(rina, "anggaran_revisi_baru", jenis="awal", alasan="DIPA awal", menjadi="1.000.000")
    awal = RevisiDipa.objects.get()
    _post(rina, "anggaran_revisi_ajukan", awal.pk)
    _post(ketua, "anggaran_revisi_tetapkan", awal.pk)
    baris = {"kode_0": "3355.994", "sumber_dana_0": "RM", "selisih_0": "5", "kode_1": "3357.001"}
    isi = {"jenis": "pagu_tetap", "kewenangan": "KPA", "alasan": "POK", "sumber_dana_1": "RM", "selisih_1": "-5"}
    halaman = _post(rina, "anggaran_revisi_baru", **baris, **isi)
    assert "Revisi POK mengubah pagu output 3355.994" in halaman
    revisi = RevisiDipa.objects.get(nomor=1)
    assert "hanya dapat menggeser di dalam satu output" in _post(rina, "anggaran_revisi_ajukan", revisi.pk)
    revisi.refresh_from_db()
    assert revisi.status == "disusun"


def _berkas(nama: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, (CONTOH / nama).read_bytes())


def test_eight_revisions_from_files_are_looked_at_and_then_taken(pemeran, masuk):
    rina = masuk(pemeran.rina)
    jawaban = rina.post(
        _url("anggaran_revisi_impor"), {"revisi": _berkas("revisi.csv"), "rincian": _berkas("revisi-rincian.csv")}
    )
    halaman = jawaban.content.decode()
    assert "Ambil 9 revisi" in halaman
    assert "Rantai revisi tersambung" in halaman
    assert not RevisiDipa.objects.exists()
    isi = dict(re.findall(r'name="(revisi|rincian)" value="([^"]*)"', halaman))
    isi = {nama: html.unescape(teks) for nama, teks in isi.items()}
    assert isi["revisi"] == (CONTOH / "revisi.csv").read_text()
    halaman = rina.post(_url("anggaran_revisi_impor_ambil"), isi, follow=True).content.decode()
    assert "9 revisi diambil ke buku" in halaman
    assert RevisiDipa.objects.get(nomor=8).menjadi == 20_192_522_000
    assert "+Rp15.604.135.000" in halaman


def test_a_file_with_mistakes_is_refused_whole_with_every_place(pemeran, masuk):
    rina = masuk(pemeran.rina)
    rusak = SimpleUploadedFile("r.csv", b"nomor;jenis;semula;menjadi;alasan\n0;awal;1;2;x\n1;geser;1;;y\n")
    halaman = rina.post(_url("anggaran_revisi_impor"), {"revisi": rusak}).content.decode()
    assert "Lembar Revisi baris 2" in halaman
    assert halaman.count("Lembar Revisi baris 3") >= 2
    assert "Tidak ada yang diambil" in _post(rina, "anggaran_revisi_impor_ambil", revisi="")
    assert not RevisiDipa.objects.exists()
    templat = rina.get(_url("anggaran_revisi_templat"))
    assert templat.content.startswith(b"PK")
