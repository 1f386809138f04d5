"""Grades and answers are written sub-component by sub-component: all or nothing, and of two people one is told."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from evaluasi_contoh import TAHUN, Evaluasi
from pemeran import Pemeran

from akuntabel.core.calc.nilai_akip import CaraNilai
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.evaluasi.actions import IsiKriteria, IsiSub, draft_lke, evaluate_sub, revise_simpulan
from akuntabel.siklus.evaluasi.hitung import compute_lke, read_isi
from akuntabel.siklus.evaluasi.models import JenisLke, Lke, NilaiKriteria, NilaiSub


def _nilai(lke: Lke) -> str:
    hasil = compute_lke(read_isi(lke))
    return f"{hasil.sementara.require()} ({hasil.cakupan})"


def test_the_score_grows_while_the_worksheet_is_written(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    lke = evaluasi.draft()
    assert _nilai(lke) == "0 (0 dari 12)"
    evaluate_sub(lke, "1a", IsiSub(predikat="BB"), by=pemeran.rina)
    assert _nilai(lke) == "4.8 (1 dari 12)"
    evaluate_sub(lke, "1a", IsiSub(predikat="A", tahun_bertahan=2), by=pemeran.rina)
    assert _nilai(lke) == "5.4 (1 dari 12)"


def test_a_whole_worksheet_has_a_score_and_its_predicate(evaluasi: Evaluasi) -> None:
    lke = evaluasi.isi(evaluasi.draft(), "B", p4c="C")
    hasil = compute_lke(read_isi(lke))
    assert str(hasil.nilai.require()) == "67.5"
    assert hasil.predikat is not None
    assert hasil.predikat.label == "B"


def test_kriteria_with_figures_are_averaged_exactly(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    lke = draft_lke(evaluasi.satker, TAHUN, jenis=JenisLke.MANDIRI, cara=CaraNilai.ANGKA, by=pemeran.rina)
    angka = {k: IsiKriteria(angka=n) for k, n in {"2a1": "70", "2a2": "80.5", "2a3": "85"}.items()}
    evaluate_sub(lke, "2a", IsiSub(kriteria=angka), by=pemeran.rina)
    assert _nilai(lke) == "4.71 (1 dari 12)"


def test_the_old_regulation_counts_letters_and_yes(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    lke = evaluasi.draft(tahun=2020)
    jawaban = {f"D.{n}": IsiKriteria(jawaban=j) for n, j in {1: "ya", 2: "tidak", 3: "b", 4: "e"}.items()}
    evaluate_sub(lke, "D.I", IsiSub(kriteria=jawaban), by=pemeran.rina)
    assert _nilai(lke) == "0.875 (1 dari 17)"


def test_everything_that_the_worksheet_does_not_know_is_said_at_once(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    lke = evaluasi.draft()
    salah = IsiSub(predikat="Z", kriteria={"1a1": IsiKriteria(jawaban="mungkin"), "2a1": IsiKriteria(jawaban="ya")})
    with pytest.raises(ValidationError) as galat:
        evaluate_sub(lke, "1a", salah, by=pemeran.rina)
    assert len(galat.value.messages) == 3
    assert "tertulis mungkin, diharapkan ya, sebagian, tidak" in str(galat.value)
    with pytest.raises(ValidationError, match="Isi angka 0 sampai 100"):
        evaluate_sub(lke, "1a", IsiSub(predikat="B", kriteria={"1a1": IsiKriteria(angka="101")}), by=pemeran.rina)
    assert not NilaiSub.objects.exists()


def test_of_two_who_write_the_same_line_the_second_is_told(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    lke = evaluasi.draft()
    evaluate_sub(lke, "1a", IsiSub(predikat="B", versi=0), by=pemeran.rina)
    with pytest.raises(SudahBerubahError) as galat:
        evaluate_sub(lke, "1a", IsiSub(predikat="CC", versi=0), by=pemeran.rina)
    assert galat.value.sekarang == {"predikat": "B"}
    evaluate_sub(lke, "1a", IsiSub(predikat="B", versi=0), by=pemeran.rina)  # the same again harms nobody
    assert NilaiSub.objects.get(kode="1a").versi == 1


def test_two_who_write_different_kriteria_do_not_stand_in_each_others_way(evaluasi: Evaluasi) -> None:
    lke, rina = evaluasi.draft(), evaluasi.pemeran.rina
    evaluate_sub(lke, "1a", IsiSub(kriteria={"1a1": IsiKriteria("ya", versi=0)}), by=rina)
    evaluate_sub(lke, "1a", IsiSub(kriteria={"1a2": IsiKriteria("tidak", versi=0)}), by=rina)
    assert dict(NilaiKriteria.objects.filter(kode__startswith="1a").values_list("kode", "jawaban")) == {
        "1a1": "ya",
        "1a2": "tidak",
    }


def test_only_who_writes_the_worksheet_changes_it(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    mandiri, resmi = evaluasi.draft(), evaluasi.draft(JenisLke.RESMI)
    for lke, orang in (
        (mandiri, (evaluasi.eva, pemeran.tono, pemeran.bu_ketua)),
        (resmi, (pemeran.rina, pemeran.sari)),
    ):
        for by in orang:
            with pytest.raises(PermissionDenied):
                evaluate_sub(lke, "1a", IsiSub(predikat="B"), by=by)
    evaluate_sub(resmi, "1a", IsiSub(predikat="B"), by=evaluasi.edi)  # colleagues write together


def test_the_trail_names_what_changed(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    lke = evaluasi.draft()
    evaluate_sub(lke, "1a", IsiSub(predikat="B", kriteria={"1a1": IsiKriteria("ya")}), by=pemeran.rina)
    jejak = JejakAudit.objects.get(tindakan="lke.evaluate")
    assert jejak.baru == {"1a predikat": "B", "1a1 jawaban": "ya"}
    evaluate_sub(lke, "1a", IsiSub(predikat="B", kriteria={"1a1": IsiKriteria("ya")}), by=pemeran.rina)
    assert JejakAudit.objects.filter(tindakan="lke.evaluate").count() == 1


def test_the_conclusion_is_written_with_the_worksheet(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    lke = evaluasi.draft()
    revise_simpulan(lke, " Sudah baik. ", by=pemeran.rina)
    assert lke.simpulan == "Sudah baik."
    with pytest.raises(PermissionDenied):
        revise_simpulan(lke, "x", by=pemeran.tono)
