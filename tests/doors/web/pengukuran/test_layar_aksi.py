"""Danu says on screen what became of the actions, with evidence, or with the obstacle."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from kantor_contoh import TAHUN, Kantor

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.pengukuran.models import RealisasiAksi
from akuntabel.siklus.perjanjian.actions_rencana_aksi import (
    AksiBaris,
    approve_rencana_aksi,
    draft_rencana_aksi,
    revise_rencana_aksi,
    set_aksi,
    submit_rencana_aksi,
)
from akuntabel.siklus.perjanjian.models import Aksi, RencanaAksi

Masuk = Callable[[Pengguna], Client]
AWAL = "/satker/357200/2026/pengukuran/rencana-aksi/"
PDF = b"%PDF-1.4\n% daftar hadir\n%%EOF\n"


@pytest.fixture
def rencana_aksi(kantor: Kantor) -> RencanaAksi:
    """Approved, with one action per indicator."""
    rina = kantor.pemeran.rina
    rencana_aksi = draft_rencana_aksi(kantor.perjanjian, by=rina)
    for t in kantor.perjanjian.daftar_target.all():
        baris = AksiBaris(uraian=f"Sosialisasi {t.indikator.kode}", triwulan=2, pejabat=kantor.rencana.ketua)
        set_aksi(rencana_aksi, t, baris, by=rina)
    return _setujui(kantor, rencana_aksi)


def _setujui(kantor: Kantor, rencana_aksi: RencanaAksi) -> RencanaAksi:
    submit_rencana_aksi(rencana_aksi, by=kantor.pemeran.rina)
    approve_rencana_aksi(rencana_aksi, by=kantor.pemeran.bu_ketua, tanggal=date(TAHUN, 2, 1))
    return rencana_aksi


def test_without_a_rencana_aksi_the_page_says_where_to_begin(kantor: Kantor, masuk: Masuk) -> None:
    assert "Belum ada rencana aksi yang disetujui" in masuk(kantor.pemeran.danu).get(AWAL).text


def test_done_is_claimed_with_a_file(kantor: Kantor, rencana_aksi: RencanaAksi, masuk: Masuk) -> None:
    danu, aksi = masuk(kantor.pemeran.danu), Aksi.objects.earliest("pk")
    isi = {"status": "selesai", "tanggal": "2026-05-02", "versi": "0"}
    assert "unggah atau pilih buktinya" in danu.post(f"{AWAL}{aksi.pk}/", isi).text
    berkas = SimpleUploadedFile("hadir.pdf", PDF, content_type="application/pdf")
    halaman = danu.post(f"{AWAL}{aksi.pk}/", isi | {"berkas": berkas}, follow=True).text
    assert "2 aksi: 1 selesai" in halaman
    assert "hadir.pdf" in halaman
    assert RealisasiAksi.objects.get().bukti is not None


def test_a_wrong_file_is_refused_beside_its_field(kantor: Kantor, rencana_aksi: RencanaAksi, masuk: Masuk) -> None:
    berkas = SimpleUploadedFile("hadir.exe", b"MZ")
    isi = {"status": "selesai", "tanggal": "2026-05-02", "versi": "0", "berkas": berkas}
    halaman = masuk(kantor.pemeran.danu).post(f"{AWAL}{Aksi.objects.earliest('pk').pk}/", isi).text
    assert "hadir.exe" in halaman
    assert not RealisasiAksi.objects.exists()


def test_an_obstacle_and_its_follow_up_are_shown(kantor: Kantor, rencana_aksi: RencanaAksi, masuk: Masuk) -> None:
    isi = {"status": "ditindaklanjuti", "hambatan": "pagu diblokir", "tindak_lanjut": "revisi DIPA", "versi": "0"}
    danu = masuk(kantor.pemeran.danu)
    halaman = danu.post(f"{AWAL}{Aksi.objects.earliest('pk').pk}/", isi, follow=True).text
    assert "pagu diblokir" in halaman
    assert "Tindak lanjut: revisi DIPA" in halaman


def test_what_was_recorded_follows_the_action_into_a_revision(
    kantor: Kantor, rencana_aksi: RencanaAksi, masuk: Masuk
) -> None:
    danu = masuk(kantor.pemeran.danu)
    danu.post(f"{AWAL}{Aksi.objects.earliest('pk').pk}/", {"status": "berjalan", "uraian": "2 dari 3", "versi": "0"})
    baru = revise_rencana_aksi(rencana_aksi, uraian="triwulan bergeser", by=kantor.pemeran.rina)
    _setujui(kantor, baru)
    halaman = danu.get(AWAL).text
    assert "2 dari 3" in halaman
    assert "dicatat pada revisi sebelumnya" in halaman
    assert halaman.count("Sosialisasi 1.1") == 2  # the heading of the row, and its button
