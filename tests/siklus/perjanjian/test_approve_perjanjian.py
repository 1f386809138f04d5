"""Who submits does not approve, and of two who act at once one is told."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Peran
from akuntabel.siklus.perjanjian.actions import approve_perjanjian, return_perjanjian, submit_perjanjian
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja


def test_the_head_approves_what_the_planner_submitted(disetujui: PerjanjianKinerja):
    assert (disetujui.status, disetujui.versi) == ("disetujui", 2)


def test_nobody_approves_what_they_submitted(pemeran, draf):
    assign_peran(pemeran.rina, pemeran.kota, Peran.PIMPINAN, by=None)
    submit_perjanjian(draf, by=pemeran.rina)
    with pytest.raises(PermissionDenied, match="tidak dapat menyetujuinya sendiri"):
        approve_perjanjian(draf, by=pemeran.rina)


def test_of_two_who_act_on_the_same_page_the_second_is_told_by_whom(pemeran, draf):
    submit_perjanjian(draf, by=pemeran.rina)
    satu, dua = (PerjanjianKinerja.objects.get(pk=draf.pk) for _ in range(2))
    approve_perjanjian(satu, by=pemeran.bu_ketua)
    with pytest.raises(SudahBerubahError, match="sekarang disetujui, oleh Bu Ketua") as galat:
        return_perjanjian(dua, by=pemeran.bu_ketua, alasan="Target terlalu rendah")
    assert galat.value.sekarang == {"status": "disetujui"}
    assert PerjanjianKinerja.objects.get(pk=draf.pk).status == "disetujui"


def test_a_returned_agreement_is_drafted_again(pemeran, draf):
    submit_perjanjian(draf, by=pemeran.rina)
    return_perjanjian(draf, by=pemeran.bu_ketua, alasan="Target terlalu rendah")
    assert draf.status == "disusun"


def test_nothing_is_returned_without_a_reason(pemeran, draf):
    submit_perjanjian(draf, by=pemeran.rina)
    with pytest.raises(ValidationError, match="Sebutkan alasan"):
        return_perjanjian(draf, by=pemeran.bu_ketua, alasan="  ")


@pytest.mark.parametrize("nama", ["danu", "sari", "tono", "supervisor"])
def test_only_the_head_of_the_office_approves(pemeran, draf, nama: str):
    submit_perjanjian(draf, by=pemeran.rina)
    with pytest.raises(PermissionDenied):
        approve_perjanjian(draf, by=getattr(pemeran, nama))
