"""The annex of the budget is written as a whole, in whole rupiah, and not over what somebody else has just written."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.perjanjian.actions import AnggaranBaris, set_anggaran, set_target

BARIS = AnggaranBaris("3357", "Perencanaan dan Data", "RM", 50_000_000, "dialihkan")


def test_the_annex_is_replaced_and_the_trail_keeps_both(pemeran, draf):
    set_anggaran(draf, [BARIS], by=pemeran.rina)
    assert list(draf.daftar_anggaran.values_list("kode", "pagu", "keterangan")) == [("3357", 50_000_000, "dialihkan")]
    jejak = JejakAudit.objects.get(tindakan="perjanjian.anggaran")
    assert jejak.lama["anggaran"][0] == ["3355", "Pengelolaan Keuangan", "RM", 1_000_000_000, ""]
    assert jejak.baru["anggaran"] == [["3357", "Perencanaan dan Data", "RM", 50_000_000, "dialihkan"]]


def test_the_second_of_two_is_shown_the_annex_of_the_first(pemeran, draf):
    dilihat = draf.versi
    set_anggaran(draf, [BARIS], versi=dilihat, by=pemeran.rina)
    with pytest.raises(SudahBerubahError) as galat:
        set_anggaran(draf, [], versi=dilihat, by=pemeran.rina)
    assert galat.value.sekarang["anggaran"] == [["3357", "Perencanaan dan Data", "RM", 50_000_000, "dialihkan"]]
    assert galat.value.oleh == "Rina"
    assert draf.daftar_anggaran.count() == 1


def test_a_target_that_changed_meanwhile_does_not_matter(pemeran, rencana, draf):
    dilihat = draf.versi
    set_target(draf, rencana.partisipasi, "78", by=pemeran.rina)
    set_anggaran(draf, [BARIS], versi=dilihat, by=pemeran.rina)
    assert draf.daftar_anggaran.count() == 1


def test_every_wrong_line_is_named_and_nothing_is_written(pemeran, draf):
    salah = [AnggaranBaris("3355", "", "RM", 1), BARIS, BARIS, AnggaranBaris("3358", "SDM", "RM", -1)]
    with pytest.raises(ValidationError) as galat:
        set_anggaran(draf, salah, by=pemeran.rina)
    assert [p.split(":")[0] for p in galat.value.messages] == ["Baris 1 (3355)", "Baris 3 (3357)", "Baris 4 (3358)"]
    assert draf.daftar_anggaran.count() == 2


def test_only_the_planner_writes_the_annex(pemeran, draf):
    with pytest.raises(PermissionDenied):
        set_anggaran(draf, [], by=pemeran.tono)
