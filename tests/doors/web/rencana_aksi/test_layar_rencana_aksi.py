"""Rina writes quarters and actions on screen, Bu Ketua approves; nothing written is lost."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pemeran import Pemeran

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.perjanjian.actions_rencana_aksi import (
    AksiBaris,
    approve_rencana_aksi,
    set_aksi,
    set_target_triwulan,
    submit_rencana_aksi,
)
from akuntabel.siklus.perjanjian.models import Aksi, PerjanjianKinerja, PerjanjianTarget, RencanaAksi

Masuk = Callable[[Pengguna], Client]
AWAL = "/satker/357200/2026/rencana-aksi/"


@pytest.fixture
def partisipasi(rencana_aksi: RencanaAksi) -> PerjanjianTarget:
    """The line of the agreement."""
    return rencana_aksi.perjanjian.daftar_target.get(indikator__kode="1.1")


@pytest.fixture
def aksi(pemeran: Pemeran, rencana_aksi: RencanaAksi, partisipasi: PerjanjianTarget) -> Aksi:
    """Written by Rina."""
    return set_aksi(rencana_aksi, partisipasi, AksiBaris(uraian="Sosialisasi", triwulan=2), by=pemeran.rina)


def test_rina_drafts_from_the_signed_agreement(pemeran: Pemeran, tertanda: PerjanjianKinerja, masuk: Masuk):
    rina = masuk(pemeran.rina)
    assert "Susun rencana aksi" in rina.get(AWAL).text
    jawaban = rina.post(f"{AWAL}susun/{tertanda.pk}/", follow=True)
    assert "Rencana aksi disusun" in jawaban.text
    assert "77,5%" in jawaban.text
    assert "Susun rencana aksi" not in rina.get(AWAL).text


def test_an_office_without_a_signed_agreement_is_sent_there(pemeran: Pemeran, masuk: Masuk):
    halaman = masuk(pemeran.rina).get(AWAL).text
    assert "Belum ada perjanjian kinerja 2026 yang ditandatangani" in halaman
    assert "/satker/357200/2026/perjanjian/" in halaman


def test_quarters_are_typed_as_people_write_them(
    pemeran: Pemeran, rencana_aksi: RencanaAksi, partisipasi: PerjanjianTarget, masuk: Masuk
):
    rina = masuk(pemeran.rina)
    alamat = f"{AWAL}{rencana_aksi.pk}/triwulan/"
    isian = _isian(rina.get(alamat).text) | {f"target_{partisipasi.pk}_2": "40,25 %"}
    jawaban = rina.post(alamat, isian, follow=True)
    assert "Target triwulan tersimpan" in jawaban.text
    assert "40,25%" in jawaban.text
    assert _sel(rencana_aksi, partisipasi, 2) == "40.25"


def test_cells_that_nobody_touched_are_not_written(pemeran: Pemeran, rencana_aksi: RencanaAksi, masuk: Masuk):
    rina = masuk(pemeran.rina)
    alamat = f"{AWAL}{rencana_aksi.pk}/triwulan/"
    rina.post(alamat, _isian(rina.get(alamat).text))
    rencana_aksi.refresh_from_db()
    assert rencana_aksi.versi == 0


def test_two_people_at_different_cells_both_save(
    pemeran: Pemeran, rencana_aksi: RencanaAksi, partisipasi: PerjanjianTarget, masuk: Masuk
):
    rina = masuk(pemeran.rina)
    alamat = f"{AWAL}{rencana_aksi.pk}/triwulan/"
    isian = _isian(rina.get(alamat).text) | {f"target_{partisipasi.pk}_1": "20"}
    set_target_triwulan(rencana_aksi, partisipasi, 2, "40", by=pemeran.rina)  # from another window
    rina.post(alamat, isian)
    assert (_sel(rencana_aksi, partisipasi, 1), _sel(rencana_aksi, partisipasi, 2)) == ("20", "40")


def test_of_two_at_one_cell_the_second_sees_both_and_loses_none(
    pemeran: Pemeran, rencana_aksi: RencanaAksi, partisipasi: PerjanjianTarget, masuk: Masuk
):
    rina = masuk(pemeran.rina)
    alamat = f"{AWAL}{rencana_aksi.pk}/triwulan/"
    nama = f"target_{partisipasi.pk}_2"
    isian = _isian(rina.get(alamat).text) | {nama: "45"}
    set_target_triwulan(rencana_aksi, partisipasi, 2, "40", by=pemeran.rina)
    jawaban = rina.post(alamat, isian)
    assert jawaban.status_code == 200
    assert "<td>45</td><td>40</td>" in jawaban.text
    assert _sel(rencana_aksi, partisipasi, 2) == "40"
    kedua = _isian(jawaban.text)
    assert kedua[nama] == "45"
    rina.post(alamat, kedua)
    assert _sel(rencana_aksi, partisipasi, 2) == "45"


def test_an_action_is_written_with_its_money_as_indonesians_write_it(
    pemeran: Pemeran, rencana_aksi: RencanaAksi, partisipasi: PerjanjianTarget, masuk: Masuk
):
    rina = masuk(pemeran.rina)
    unit = pemeran.kota.daftar_unit.create(kode="d", jenis="divisi", nama="Divisi Sosdiklih")
    alamat = f"{AWAL}{rencana_aksi.pk}/indikator/{partisipasi.pk}/aksi/"
    isian = {
        "uraian": "Sosialisasi di kampus",
        "triwulan": 2,
        "unit": unit.pk,
        "kode_anggaran": "3357",
        "anggaran": "dua juta",
    }
    salah = rina.post(alamat, isian).text
    assert "diharapkan rupiah bulat" in salah
    assert "Sosialisasi di kampus" in salah
    halaman = rina.post(alamat, isian | {"anggaran": "2.000.000"}, follow=True).text
    assert "Sosialisasi di kampus" in halaman
    assert "Divisi Sosdiklih" in halaman
    assert Aksi.objects.get().anggaran == 2_000_000


def test_an_action_is_changed_and_taken_out(pemeran: Pemeran, rencana_aksi: RencanaAksi, aksi: Aksi, masuk: Masuk):
    rina = masuk(pemeran.rina)
    alamat = f"{AWAL}{rencana_aksi.pk}/aksi/{aksi.pk}/"
    assert "Sosialisasi" in rina.get(alamat).text
    rina.post(alamat, {"uraian": "Simulasi", "triwulan": 3, "versi": aksi.versi})
    aksi.refresh_from_db()
    assert (aksi.uraian, aksi.triwulan) == ("Simulasi", 3)
    lama = rina.post(alamat, {"uraian": "Lain", "triwulan": 3, "versi": aksi.versi - 1}).text
    assert "Simulasi" in lama
    rina.post(f"{alamat}hapus/", {"versi": aksi.versi})
    assert not Aksi.objects.exists()


def test_of_two_at_one_action_the_second_sees_both_by_their_names(
    pemeran: Pemeran, rencana_aksi: RencanaAksi, partisipasi: PerjanjianTarget, aksi: Aksi, masuk: Masuk
):
    unit = pemeran.kota.daftar_unit.create(kode="d", jenis="divisi", nama="Divisi Sosdiklih")
    dilihat = aksi.versi
    isi = AksiBaris(uraian="Sosialisasi", triwulan=3, unit=unit)
    set_aksi(rencana_aksi, partisipasi, isi, aksi=aksi, by=pemeran.rina)  # from another window
    alamat = f"{AWAL}{rencana_aksi.pk}/aksi/{aksi.pk}/"
    isian = {"uraian": "Sosialisasi", "triwulan": 2, "unit": "", "versi": dilihat}
    halaman = masuk(pemeran.rina).post(alamat, isian).text
    assert "<td>Tanpa unit</td><td>Divisi Sosdiklih</td>" in halaman
    assert "<td>Triwulan II</td><td>Triwulan III</td>" in halaman
    assert halaman.count('<th scope="row">') == 2
    assert Aksi.objects.get().unit == unit


def test_bu_ketua_approves_what_rina_submitted(pemeran: Pemeran, rencana_aksi: RencanaAksi, masuk: Masuk):
    masuk(pemeran.rina).post(f"{AWAL}{rencana_aksi.pk}/ajukan/", {"versi": 0})
    ketua = masuk(pemeran.bu_ketua)
    assert "Setujui" in ketua.get(f"{AWAL}{rencana_aksi.pk}/").text
    assert "/triwulan/" not in ketua.get(f"{AWAL}{rencana_aksi.pk}/").text
    jawaban = ketua.post(f"{AWAL}{rencana_aksi.pk}/setujui/", {"versi": 1}, follow=True)
    assert "Rencana aksi disetujui" in jawaban.text
    assert _status(rencana_aksi) == "disetujui"


def test_what_does_not_add_up_is_not_submitted(
    pemeran: Pemeran, rencana_aksi: RencanaAksi, partisipasi: PerjanjianTarget, masuk: Masuk
):
    set_target_triwulan(rencana_aksi, partisipasi, 4, "70", by=pemeran.rina)
    rina = masuk(pemeran.rina)
    assert "halangan" in rina.get(f"{AWAL}{rencana_aksi.pk}/").text
    jawaban = rina.post(f"{AWAL}{rencana_aksi.pk}/ajukan/", follow=True)
    assert "tertulis triwulan IV 70%, diharapkan target setahun 77,5%" in jawaban.text
    assert _status(rencana_aksi) == "disusun"


def test_what_is_sent_back_says_why(pemeran: Pemeran, rencana_aksi: RencanaAksi, masuk: Masuk):
    submit_rencana_aksi(rencana_aksi, by=pemeran.rina)
    ketua = masuk(pemeran.bu_ketua)
    assert "Belum diisi." in ketua.post(f"{AWAL}{rencana_aksi.pk}/kembalikan/", {"alasan": ""}).text
    ketua.post(f"{AWAL}{rencana_aksi.pk}/kembalikan/", {"alasan": "Aksi 1.2 belum ada"})
    assert _status(rencana_aksi) == "disusun"
    assert "Aksi 1.2 belum ada" in masuk(pemeran.rina).get(f"{AWAL}{rencana_aksi.pk}/").text


def test_the_approved_one_is_revised_never_edited(pemeran: Pemeran, rencana_aksi: RencanaAksi, masuk: Masuk):
    submit_rencana_aksi(rencana_aksi, by=pemeran.rina)
    approve_rencana_aksi(rencana_aksi, by=pemeran.bu_ketua)
    rina = masuk(pemeran.rina)
    assert "Ubah target triwulan" not in rina.get(f"{AWAL}{rencana_aksi.pk}/").text
    jawaban = rina.post(f"{AWAL}{rencana_aksi.pk}/revisi/", {"uraian": "Jadwal bergeser"}, follow=True)
    assert "Revisi 1 disusun" in jawaban.text
    assert "Susun revisi" not in rina.get(f"{AWAL}{rencana_aksi.pk}/").text


def test_the_document_is_downloaded_never_shown_in_place(
    pemeran: Pemeran, rencana_aksi: RencanaAksi, aksi: Aksi, masuk: Masuk
):
    jawaban = masuk(pemeran.rina).get(f"{AWAL}{rencana_aksi.pk}/dokumen.docx")
    assert jawaban.content.startswith(b"PK")
    assert jawaban["Content-Disposition"].startswith("attachment")
    assert masuk(pemeran.rina).get(f"{AWAL}{rencana_aksi.pk}/dokumen.exe").status_code == 404


@pytest.mark.parametrize("jalur", ["", "triwulan/", "aksi/{aksi}/", "indikator/{baris}/aksi/", "dokumen.pdf"])
def test_tono_finds_nothing_of_it(
    pemeran: Pemeran, rencana_aksi: RencanaAksi, partisipasi: PerjanjianTarget, aksi: Aksi, masuk: Masuk, jalur: str
):
    alamat = f"{AWAL}{rencana_aksi.pk}/" + jalur.format(aksi=aksi.pk, baris=partisipasi.pk)
    assert masuk(pemeran.rina).get(alamat).status_code == 200
    assert masuk(pemeran.tono).get(alamat).status_code == 404


@pytest.mark.parametrize("nama", ["danu", "sari", "supervisor"])
def test_who_only_looks_has_no_buttons_and_no_right(
    pemeran: Pemeran, rencana_aksi: RencanaAksi, aksi: Aksi, masuk: Masuk, nama: str
):
    klien = masuk(getattr(pemeran, nama))
    halaman = klien.get(f"{AWAL}{rencana_aksi.pk}/").text
    assert "Sosialisasi" in halaman
    assert "ajukan/" not in halaman
    assert klien.get(f"{AWAL}{rencana_aksi.pk}/triwulan/").status_code == 403
    assert klien.post(f"{AWAL}{rencana_aksi.pk}/aksi/{aksi.pk}/hapus/").status_code == 403
    assert klien.post(f"{AWAL}{rencana_aksi.pk}/ajukan/").status_code == 403


@pytest.mark.parametrize("jalur", ["", "{id}/", "{id}/triwulan/"])
def test_more_rows_ask_no_more_of_the_database(
    pemeran: Pemeran, rencana_aksi: RencanaAksi, partisipasi: PerjanjianTarget, aksi: Aksi, masuk: Masuk, jalur: str
):
    rina = masuk(pemeran.rina)
    alamat = AWAL + jalur.format(id=rencana_aksi.pk)
    rina.get(alamat)  # what a process reads once and keeps
    with CaptureQueriesContext(connection) as sedikit:
        rina.get(alamat)
    unit = pemeran.kota.daftar_unit.create(kode="d", jenis="divisi", nama="Divisi")
    isi = AksiBaris(uraian="Lagi", triwulan=1, unit=unit, kode_anggaran="3357.001", anggaran=1)
    for n in range(10):
        set_aksi(rencana_aksi, partisipasi, isi, by=pemeran.rina)
        set_target_triwulan(rencana_aksi, partisipasi, n % 3 + 1, str(n), by=pemeran.rina)
    with CaptureQueriesContext(connection) as banyak:
        rina.get(alamat)
    assert len(banyak) <= len(sedikit)


def _isian(halaman: str) -> dict[str, str]:
    """The fields of the page as it was shown."""
    masukan = re.findall(r'<input [^>]*name="((?:target|semula|versi)_\w+)"[^>]*>', halaman)
    nilai = {}
    for tanda in re.findall(r"<input [^>]*>", halaman):
        nama = re.search(r'name="(\w+)"', tanda)
        if nama and nama[1] in masukan:
            isi = re.search(r'value="([^"]*)"', tanda)
            nilai[nama[1]] = unescape(isi[1]) if isi else ""
    return nilai


def _sel(rencana_aksi: RencanaAksi, baris: PerjanjianTarget, triwulan: int) -> str:
    return rencana_aksi.daftar_target.get(perjanjian_target=baris, triwulan=triwulan).target


def _status(rencana_aksi: RencanaAksi) -> str:
    return RencanaAksi.objects.get(pk=rencana_aksi.pk).status
