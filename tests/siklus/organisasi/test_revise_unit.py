"""Divisions, the secretariat, and what is laid upon them."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from pemeran import Pemeran

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.actions_unit import (
    UraianBaru,
    compute_versi_tugas,
    draft_unit,
    revise_unit,
    revise_uraian_tugas,
)
from akuntabel.siklus.organisasi.models import Unit


def _unit(pemeran: Pemeran, kode: str, induk: Unit | None = None) -> Unit:
    return draft_unit(pemeran.kota, kode=kode, jenis="divisi", nama=kode.title(), induk=induk, by=pemeran.rina)


def test_units_keep_the_order_in_which_they_were_written_down(pemeran: Pemeran):
    for kode in ("zakat", "anggaran"):
        _unit(pemeran, kode)
    assert [u.kode for u in pemeran.kota.daftar_unit.all()] == ["zakat", "anggaran"]


def test_a_unit_lies_in_its_own_office_and_not_below_itself(pemeran: Pemeran):
    atas = _unit(pemeran, "atas")
    bawah = _unit(pemeran, "bawah", atas)
    with pytest.raises(ValidationError, match="berada di bawah"):
        revise_unit(atas, {"induk": bawah}, versi=atas.versi, by=pemeran.rina)
    lain = draft_unit(pemeran.kota_lain, kode="x", jenis="divisi", nama="X", by=None)
    with pytest.raises(ValidationError, match="bukan unit KPU Kota Blitar"):
        revise_unit(bawah, {"induk": lain}, versi=bawah.versi, by=pemeran.rina)


def test_duties_are_numbered_within_their_kind(pemeran: Pemeran):
    unit = _unit(pemeran, "data")
    daftar = [UraianBaru("tugas", "satu"), UraianBaru("tugas", "dua"), UraianBaru("wewenang", "tiga", "uu-7-2017")]
    revise_uraian_tugas(pemeran.kota, unit, daftar, by=pemeran.rina)
    assert [(t.jenis, t.urut, t.teks) for t in unit.daftar_tugas.all()] == [
        ("tugas", 1, "satu"),
        ("tugas", 2, "dua"),
        ("wewenang", 1, "tiga"),
    ]
    assert JejakAudit.objects.get(tindakan="uraian_tugas.revise").lama == {"daftar": []}


def test_a_list_of_duties_keeps_its_place_among_the_others(pemeran: Pemeran):
    unit = _unit(pemeran, "data")
    revise_uraian_tugas(pemeran.kota, None, [UraianBaru("tugas", "a")], by=pemeran.rina)
    revise_uraian_tugas(pemeran.kota, unit, [UraianBaru("tugas", "c")], by=pemeran.rina)
    revise_uraian_tugas(pemeran.kota, None, [UraianBaru("tugas", "a"), UraianBaru("tugas", "b")], by=pemeran.rina)
    assert [t.teks for t in pemeran.kota.daftar_tugas.all()] == ["a", "b", "c"]


def test_of_two_who_write_the_same_list_the_second_is_told(pemeran: Pemeran):
    unit = _unit(pemeran, "data")
    dilihat = compute_versi_tugas(revise_uraian_tugas(pemeran.kota, unit, [UraianBaru("tugas", "a")], by=None))
    revise_uraian_tugas(pemeran.kota, unit, [UraianBaru("tugas", "b")], versi=dilihat, by=pemeran.rina)
    with pytest.raises(SudahBerubahError) as galat:
        revise_uraian_tugas(pemeran.kota, unit, [UraianBaru("tugas", "c")], versi=dilihat, by=pemeran.admin)
    assert galat.value.sekarang == {"0": "b"}
    assert [t.teks for t in unit.daftar_tugas.all()] == ["b"]


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "tono", "supervisor"])
def test_only_planner_and_admin_change_units(pemeran: Pemeran, nama: str):
    unit = _unit(pemeran, "data")
    orang = getattr(pemeran, nama)
    for tindakan in (
        lambda: draft_unit(pemeran.kota, kode="x", jenis="divisi", nama="X", by=orang),
        lambda: revise_unit(unit, {"nama": "X"}, versi=unit.versi, by=orang),
        lambda: revise_uraian_tugas(pemeran.kota, unit, [], by=orang),
    ):
        with pytest.raises(PermissionDenied):
            tindakan()
