"""A rencana aksi spells out a signed agreement; what needs no choice is filled in."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from rencana_contoh import build_indikator

from akuntabel.siklus.perencanaan.models import Renstra
from akuntabel.siklus.perjanjian.actions import (
    approve_perjanjian,
    draft_perjanjian,
    revise_perjanjian,
    set_target,
    sign_perjanjian,
    submit_perjanjian,
)
from akuntabel.siklus.perjanjian.actions_rencana_aksi import draft_rencana_aksi
from akuntabel.siklus.perjanjian.models import AlasanRevisi, PerjanjianKinerja, RencanaAksi


def _triwulan(rencana_aksi: RencanaAksi) -> dict[str, dict[int, str]]:
    hasil: dict[str, dict[int, str]] = {}
    for t in rencana_aksi.daftar_target.select_related("perjanjian_target__indikator"):
        hasil.setdefault(t.perjanjian_target.indikator.kode, {})[t.triwulan] = t.target
    return hasil


def test_the_fourth_quarter_begins_with_the_annual_target(rencana_aksi):
    assert _triwulan(rencana_aksi) == {"1.1": {4: "77.5"}, "1.2": {4: "10"}}


def test_a_sum_is_left_to_be_divided_and_a_mean_holds_all_year(pemeran, rencana):
    renstra = Renstra.objects.create(satker=pemeran.kota, mulai=2025, selesai=2029, dasar="Keputusan", visi="Visi")
    sasaran = renstra.daftar_sasaran.create(kode="1", nama="Satu")
    build_indikator(sasaran, "1.1", "Kegiatan", "maksimasi", "12", satuan="kegiatan", konsolidasi="jumlah")
    build_indikator(sasaran, "1.2", "Kepuasan", "maksimasi", "90", konsolidasi="rata_rata")
    renstra.status, renstra.tanggal_penetapan = "ditetapkan", date(2025, 1, 2)
    renstra.save()
    perjanjian = draft_perjanjian(
        pemeran.kota, 2026, pihak_pertama=rencana.ketua, pihak_kedua=rencana.atasan, by=pemeran.rina
    )
    _tandatangani(pemeran, perjanjian)
    assert _triwulan(draft_rencana_aksi(perjanjian, by=pemeran.rina)) == {"1.2": dict.fromkeys((1, 2, 3, 4), "90")}


def test_quarters_and_actions_go_on_when_the_agreement_is_revised(pemeran, rencana, rencana_aksi_disetujui):
    lama = rencana_aksi_disetujui.perjanjian
    revisi = revise_perjanjian(lama, alasan=AlasanRevisi.ASUMSI, uraian="Target nasional naik", by=pemeran.rina)
    set_target(revisi, rencana.partisipasi, "80", alasan="Naik", by=pemeran.rina)
    _tandatangani(pemeran, revisi)
    baru = draft_rencana_aksi(revisi, by=pemeran.rina)
    assert [(a.uraian, a.perjanjian_target.perjanjian) for a in baru.daftar_aksi.all()] == [("Sosialisasi", revisi)]
    assert _triwulan(baru)["1.1"] == {4: "77.5"}


def test_what_is_not_signed_has_no_rencana_aksi(pemeran, disetujui):
    with pytest.raises(ValidationError, match="belum ditandatangani"):
        draft_rencana_aksi(disetujui, by=pemeran.rina)


def test_an_agreement_has_one_rencana_aksi(pemeran, rencana_aksi):
    with pytest.raises(ValidationError, match="sudah mempunyai rencana aksi"):
        draft_rencana_aksi(rencana_aksi.perjanjian, by=pemeran.rina)


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "tono"])
def test_only_the_planner_drafts(pemeran, tertanda, nama: str):
    with pytest.raises(PermissionDenied):
        draft_rencana_aksi(tertanda, by=getattr(pemeran, nama))


def _tandatangani(pemeran, perjanjian: PerjanjianKinerja) -> None:
    submit_perjanjian(perjanjian, by=pemeran.rina)
    approve_perjanjian(perjanjian, by=pemeran.bu_ketua)
    sign_perjanjian(perjanjian, by=pemeran.bu_ketua, tanggal=date(2026, 1, 20))
