"""The auditors of a report hear when it comes in again; nobody else does, and nobody twice."""

import pytest
from pemeran import Pemeran
from reviu_contoh import Reviu, build_auditor

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.notifikasi.models import Notifikasi
from akuntabel.siklus.pelaporan.actions import return_laporan, submit_laporan
from akuntabel.siklus.reviu.actions import assign_auditor, return_reviu, withdraw_auditor
from akuntabel.siklus.reviu.models import PenugasanReviu

pytestmark = pytest.mark.django_db


def _pesan(pengguna: Pengguna) -> list[str]:
    return list(Notifikasi.objects.filter(pengguna=pengguna, jenis="reviu.pengajuan").values_list("teks", flat=True))


def _kembali_dan_ajukan(reviu: Reviu, pemeran: Pemeran) -> None:
    return_reviu(reviu.laporan, by=reviu.sari, catatan="Betulkan capaian 1.1.")
    submit_laporan(reviu.laporan, by=pemeran.rina)


def test_the_team_hears_that_the_report_it_returned_came_in_again(reviu: Reviu, pemeran: Pemeran):
    assert _pesan(reviu.sari) == []
    _kembali_dan_ajukan(reviu, pemeran)
    assert _pesan(reviu.sari) == [f"{reviu.laporan} diajukan Rina dan menunggu reviu Anda."]
    assert Notifikasi.objects.get(jenis="reviu.pengajuan").alamat.endswith(f"/reviu/{reviu.laporan.pk}/")


def test_whoever_has_not_read_it_has_one_message_however_often_it_comes(reviu: Reviu, pemeran: Pemeran):
    for _ in range(3):
        _kembali_dan_ajukan(reviu, pemeran)
    assert len(_pesan(reviu.sari)) == 1


def test_whoever_has_read_it_hears_of_the_next_time(reviu: Reviu, pemeran: Pemeran):
    _kembali_dan_ajukan(reviu, pemeran)
    Notifikasi.objects.update(dibaca_pada="2026-01-01T00:00:00Z")
    _kembali_dan_ajukan(reviu, pemeran)
    assert len(_pesan(reviu.sari)) == 2


def test_a_report_that_was_taken_back_calls_no_auditor(reviu: Reviu, pemeran: Pemeran):
    _kembali_dan_ajukan(reviu, pemeran)
    return_laporan(reviu.laporan, by=pemeran.rina, catatan="Satu angka lagi.")
    assert _pesan(reviu.sari) == []


def test_only_the_team_of_today_is_called(reviu: Reviu, pemeran: Pemeran):
    anggota, lepas = (build_auditor(nama, pemeran.provinsi) for nama in ("Wati", "Joko"))
    for auditor in (anggota, lepas):
        assign_auditor(reviu.laporan, auditor, by=reviu.sari)
    withdraw_auditor(PenugasanReviu.objects.get(auditor=lepas), by=reviu.sari, alasan="Pindah tugas")
    _kembali_dan_ajukan(reviu, pemeran)
    dipanggil = Notifikasi.objects.filter(jenis="reviu.pengajuan").values_list("pengguna", flat=True)
    assert sorted(dipanggil) == sorted([reviu.sari.pk, anggota.pk])
