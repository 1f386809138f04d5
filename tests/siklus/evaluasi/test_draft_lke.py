"""A worksheet begins: the office its own, an evaluator of an office above the official one, neither twice."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from evaluasi_contoh import TAHUN, Evaluasi
from pemeran import Pemeran

from akuntabel.core.calc.nilai_akip import CaraNilai
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.evaluasi.actions import draft_lke, withdraw_lke
from akuntabel.siklus.evaluasi.models import JenisLke, Lke
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Peran


def test_the_office_and_the_evaluator_write_worksheets_apart_from_each_other(evaluasi: Evaluasi) -> None:
    mandiri, resmi = evaluasi.draft(), evaluasi.draft(JenisLke.RESMI)
    assert (mandiri.penilai, mandiri.evaluator) == (None, None)
    assert (resmi.penilai, resmi.evaluator) == (evaluasi.pemeran.provinsi, evaluasi.eva)
    assert mandiri.regulasi == resmi.regulasi == "permenpanrb-88-2021"
    assert JejakAudit.objects.filter(tindakan="lke.draft").count() == 2


def test_the_regulation_of_the_year_decides_how_it_is_scored(evaluasi: Evaluasi) -> None:
    lama = evaluasi.draft(tahun=2020)
    assert (lama.regulasi, lama.cara) == ("permenpanrb-12-2015", "jawaban")
    with pytest.raises(ValidationError, match="tahun 2010 belum dikenal"):
        evaluasi.draft(tahun=2010)


def test_kriteria_may_be_scored_one_by_one_where_the_regulation_leaves_it_open(evaluasi: Evaluasi) -> None:
    rina = evaluasi.pemeran.rina
    assert draft_lke(evaluasi.satker, TAHUN, jenis=JenisLke.MANDIRI, cara=CaraNilai.ANGKA, by=rina).cara == "angka"
    with pytest.raises(ValidationError, match="tidak dinilai dengan cara angka"):
        draft_lke(evaluasi.satker, 2020, jenis=JenisLke.MANDIRI, cara=CaraNilai.ANGKA, by=rina)


def test_nobody_evaluates_the_own_office_or_one_that_is_not_below(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    assign_peran(pemeran.danu, pemeran.kota, Peran.EVALUATOR, by=None)
    for by in (pemeran.danu, pemeran.rina, pemeran.sari, pemeran.tono, pemeran.bu_ketua):
        with pytest.raises(PermissionDenied, match="hanya untuk evaluator satker di atasnya"):
            draft_lke(pemeran.kota, TAHUN, jenis=JenisLke.RESMI, by=by)
    with pytest.raises(PermissionDenied):
        draft_lke(pemeran.kota_lain, TAHUN, jenis=JenisLke.RESMI, by=evaluasi.eva)
    assert not Lke.objects.exists()


def test_only_the_planner_begins_the_worksheet_of_the_office(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    for by in (evaluasi.eva, pemeran.tono, pemeran.danu, pemeran.bu_ketua):
        with pytest.raises(PermissionDenied):
            draft_lke(pemeran.kota, TAHUN, jenis=JenisLke.MANDIRI, by=by)


def test_there_is_one_worksheet_of_a_kind_and_year(evaluasi: Evaluasi) -> None:
    evaluasi.draft()
    with pytest.raises(ValidationError, match="sudah ada"):
        evaluasi.draft()


def test_a_draft_can_be_thrown_away_with_a_reason(evaluasi: Evaluasi) -> None:
    lke = evaluasi.draft()
    with pytest.raises(ValidationError, match="alasan"):
        withdraw_lke(lke, by=evaluasi.pemeran.rina, alasan=" ")
    with pytest.raises(PermissionDenied):
        withdraw_lke(lke, by=evaluasi.pemeran.tono, alasan="salah")
    withdraw_lke(lke, by=evaluasi.pemeran.rina, alasan="salah tahun")
    assert not Lke.objects.exists()
    assert JejakAudit.objects.get(tindakan="lke.withdraw").alasan == "salah tahun"


def test_what_the_evaluator_is_still_writing_is_not_shown_to_the_office(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    lke = evaluasi.draft(JenisLke.RESMI)
    for orang in (pemeran.rina, pemeran.bu_ketua, pemeran.admin, pemeran.supervisor, pemeran.tono):
        assert not Lke.objects.visible_to(orang).exists(), orang
    assert Lke.objects.visible_to(evaluasi.edi).get() == lke
    evaluasi.tetapkan(evaluasi.isi(lke))
    assert Lke.objects.visible_to(pemeran.rina).get() == lke
    assert not Lke.objects.visible_to(pemeran.tono).exists()
