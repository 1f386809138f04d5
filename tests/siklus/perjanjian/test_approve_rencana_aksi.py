"""Another person approves, and then the rencana aksi is frozen: it is revised, never edited."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from rencana_contoh import TANGGAL

from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Peran
from akuntabel.siklus.perjanjian.actions_rencana_aksi import (
    approve_rencana_aksi,
    return_rencana_aksi,
    revise_rencana_aksi,
    set_target_triwulan,
    submit_rencana_aksi,
)
from akuntabel.siklus.perjanjian.berlaku import find_rencana_aksi_berlaku
from akuntabel.siklus.perjanjian.isi import is_utuh
from akuntabel.siklus.perjanjian.models import RencanaAksi


def test_the_approved_one_keeps_its_words_and_their_hash(rencana_aksi_disetujui):
    dokumen = rencana_aksi_disetujui
    assert (dokumen.status, dokumen.tanggal_persetujuan) == ("disetujui", TANGGAL)
    assert is_utuh(dokumen)
    pertama = dokumen.isi["indikator"][0]
    assert (pertama["kode"], pertama["triwulan"]) == ("1.1", {"4": "77.5"})
    assert pertama["aksi"][0]["unit"] == "Divisi Sosdiklih"
    assert dokumen.isi["perjanjian"]["sidik"] == dokumen.perjanjian.sidik


def test_nobody_approves_what_they_submitted(pemeran, rencana_aksi):
    assign_peran(pemeran.rina, pemeran.kota, Peran.PIMPINAN, by=None)
    submit_rencana_aksi(rencana_aksi, by=pemeran.rina)
    with pytest.raises(PermissionDenied, match="Yang mengajukan rencana aksi"):
        approve_rencana_aksi(rencana_aksi, by=pemeran.rina)


def test_of_two_who_act_on_the_same_page_the_second_is_told(pemeran, rencana_aksi):
    submit_rencana_aksi(rencana_aksi, by=pemeran.rina)
    dua = RencanaAksi.objects.get(pk=rencana_aksi.pk)
    return_rencana_aksi(rencana_aksi, by=pemeran.bu_ketua, alasan="Aksi belum lengkap")
    with pytest.raises(SudahBerubahError, match="sekarang disusun, oleh Bu Ketua"):
        approve_rencana_aksi(dua, by=pemeran.bu_ketua)


def test_the_approved_one_takes_no_other_target(pemeran, rencana_aksi_disetujui):
    baris = rencana_aksi_disetujui.perjanjian.daftar_target.first()
    with pytest.raises(ValidationError, match="lewat revisi"):
        set_target_triwulan(rencana_aksi_disetujui, baris, 1, "1", by=pemeran.rina)


def test_it_is_revised_without_touching_the_agreement(pemeran, rencana_aksi_disetujui):
    baru = revise_rencana_aksi(rencana_aksi_disetujui, uraian="Jadwal bergeser", by=pemeran.rina)
    assert (baru.revisi, baru.perjanjian) == (1, rencana_aksi_disetujui.perjanjian)
    assert list(baru.daftar_aksi.values_list("uraian", "versi")) == [("Sosialisasi", 0)]
    assert baru.daftar_target.count() == 2
    assert find_rencana_aksi_berlaku(baru.perjanjian) == rencana_aksi_disetujui
    submit_rencana_aksi(baru, by=pemeran.rina)
    approve_rencana_aksi(baru, by=pemeran.bu_ketua)
    assert find_rencana_aksi_berlaku(baru.perjanjian) == baru


def test_it_is_revised_once_and_says_why(pemeran, rencana_aksi_disetujui):
    with pytest.raises(ValidationError, match="Uraikan alasan"):
        revise_rencana_aksi(rencana_aksi_disetujui, uraian=" ", by=pemeran.rina)
    revise_rencana_aksi(rencana_aksi_disetujui, uraian="Jadwal bergeser", by=pemeran.rina)
    with pytest.raises(ValidationError, match="sudah direvisi"):
        revise_rencana_aksi(rencana_aksi_disetujui, uraian="Lagi", by=pemeran.rina)


def test_what_is_not_approved_is_not_revised(pemeran, rencana_aksi):
    with pytest.raises(ValidationError, match="belum disetujui"):
        revise_rencana_aksi(rencana_aksi, uraian="Jadwal", by=pemeran.rina)


@pytest.mark.parametrize("nama", ["danu", "sari", "tono", "supervisor"])
def test_only_the_head_approves(pemeran, rencana_aksi, nama: str):
    submit_rencana_aksi(rencana_aksi, by=pemeran.rina)
    with pytest.raises(PermissionDenied):
        approve_rencana_aksi(rencana_aksi, by=getattr(pemeran, nama))
