"""The logic control: each thing that does not go together is named with its place and its mend; the rest is silent."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from evaluasi_contoh import Evaluasi
from pemeran import Pemeran

from akuntabel.siklus.evaluasi.actions import IsiKriteria, IsiSub, evaluate_sub, submit_lke
from akuntabel.siklus.evaluasi.actions_rekomendasi import IsiRekomendasi, draft_rekomendasi
from akuntabel.siklus.evaluasi.hitung import read_isi
from akuntabel.siklus.evaluasi.isi import daftar_rekomendasi_lke
from akuntabel.siklus.evaluasi.kendali import check_lke
from akuntabel.siklus.evaluasi.models import JenisLke, Lke
from akuntabel.siklus.perjanjian.catatan import Catatan


def _catatan(lke: Lke, kode: str) -> list[Catatan]:
    return [c for c in check_lke(read_isi(lke), daftar_rekomendasi_lke(lke)) if c.kode == kode]


def _tulis(evaluasi: Evaluasi, lke: Lke, sub: str, predikat: str, jawaban: str = "ya", **lain: Any) -> None:
    """A sub-component with all kriteria answered alike; ``beda`` names those that differ."""
    beda = lain.pop("beda", {})
    acuan = lke.templat.find_sub(sub)
    assert acuan is not None
    kriteria = {k.kode: IsiKriteria(beda.get(k.kode, jawaban)) for k in acuan.kriteria}
    isi = IsiSub(predikat=predikat, kriteria=kriteria, **lain)
    evaluate_sub(lke, sub, isi, by=evaluasi.penyusun(lke.jenis_enum))


def test_a_worksheet_that_goes_together_is_only_asked_for_its_evidence(evaluasi: Evaluasi) -> None:
    lke = evaluasi.isi(evaluasi.draft())
    assert {c.kode for c in check_lke(read_isi(lke))} == {"tanpa-bukti"}


@pytest.mark.parametrize(
    ("predikat", "beda", "kode"),
    [
        ("B", {}, "predikat-terlalu-rendah"),
        ("BB", {}, ""),
        ("BB", {"2a1": "sebagian"}, "predikat-terlalu-tinggi"),
        ("B", {"2a1": "sebagian"}, "predikat-bertumpu-sebagian"),
        ("CC", {"2a1": "tidak"}, ""),
        ("B", {"2a1": "tidak"}, "predikat-terlalu-tinggi"),
        ("C", {"2a1": "tidak"}, "predikat-terlalu-rendah"),
        ("D", {"2a1": "tidak", "2a2": "tidak", "2a3": "sebagian"}, "predikat-bertumpu-sebagian"),
        ("E", {"2a1": "tidak", "2a2": "tidak", "2a3": "tidak"}, ""),
        ("D", {"2a1": "tidak", "2a2": "tidak", "2a3": "tidak"}, "predikat-terlalu-tinggi"),
    ],
)
def test_a_grade_is_held_against_the_share_of_kriteria(
    evaluasi: Evaluasi, predikat: str, beda: dict[str, str], kode: str
) -> None:
    lke = evaluasi.draft()
    _tulis(evaluasi, lke, "2a", predikat, beda=beda)
    ada = {c.kode for c in check_lke(read_isi(lke)) if c.letak == "Subkomponen 2a" and c.kode.startswith("predikat-")}
    assert ada == ({kode} if kode else set())


def test_the_note_says_what_is_written_what_is_expected_and_on_what_it_rests(evaluasi: Evaluasi) -> None:
    lke = evaluasi.draft()
    _tulis(evaluasi, lke, "2a", "B", beda={"2a1": "tidak"})
    (catatan,) = _catatan(lke, "predikat-terlalu-tinggi")
    assert catatan.kalimat == (
        "Subkomponen 2a: tertulis B dengan 2 dari 3 kriteria terpenuhi, diharapkan B bila lebih dari 75% kriteria "
        "terpenuhi. Turunkan predikatnya, atau betulkan jawaban kriterianya beserta buktinya. "
        "Dasar: PermenPANRB 88/2021 (BN 2021 No. 1569)."
    )


@pytest.mark.parametrize(
    ("predikat", "tahun", "is_silent"), [("AA", 4, False), ("AA", 5, True), ("A", None, False), ("A", 1, True)]
)
def test_what_exists_must_have_been_kept_for_years_to_earn_aa_or_a(
    evaluasi: Evaluasi, predikat: str, tahun: int | None, is_silent: bool
) -> None:
    lke = evaluasi.draft()
    _tulis(evaluasi, lke, "2a", predikat, tahun_bertahan=tahun)
    assert bool(_catatan(lke, "tahun-kurang")) is not is_silent


def test_quality_and_use_earn_aa_or_a_only_with_a_reason(evaluasi: Evaluasi) -> None:
    lke = evaluasi.draft()
    _tulis(evaluasi, lke, "2b", "A")
    assert [c.letak for c in _catatan(lke, "alasan-kosong")] == ["Subkomponen 2b"]
    _tulis(evaluasi, lke, "2b", "A", alasan="Dasbor capaian mingguan dipakai rapat pleno.")
    assert not _catatan(lke, "alasan-kosong")


def test_use_is_not_better_than_quality_without_a_reason(evaluasi: Evaluasi) -> None:
    lke = evaluasi.draft()
    _tulis(evaluasi, lke, "2a", "BB")
    _tulis(evaluasi, lke, "2b", "B", beda={"2b1": "tidak"}, alasan="x")
    _tulis(evaluasi, lke, "2c", "BB")
    (catatan,) = _catatan(lke, "lebih-baik-dari-dasarnya")
    assert catatan.tertulis == "pemanfaatan BB, sedangkan kualitas (2b) B"
    _tulis(evaluasi, lke, "2c", "BB", alasan="Dipakai penuh walau belum sempurna.")
    assert not _catatan(lke, "lebih-baik-dari-dasarnya")


def test_what_does_not_exist_has_no_quality(evaluasi: Evaluasi) -> None:
    lke = evaluasi.draft()
    _tulis(evaluasi, lke, "3a", "E", "tidak")
    _tulis(evaluasi, lke, "3b", "D", "tidak", beda={"3b1": "ya"})
    (catatan,) = _catatan(lke, "dinilai-tanpa-ada")
    assert catatan.letak == "Subkomponen 3b"


def test_what_the_application_filled_in_must_be_read_by_a_person(evaluasi: Evaluasi) -> None:
    mandiri, resmi = evaluasi.draft(), evaluasi.draft(JenisLke.RESMI)
    tingkat = [_catatan(lke, "belum-diperiksa-orang")[0].tingkat.value for lke in (mandiri, resmi)]
    assert tingkat == ["peringatan", "halangan"]


def test_an_answer_against_the_records_is_pointed_out_until_it_is_explained(evaluasi: Evaluasi) -> None:
    lke, rina = evaluasi.draft(), evaluasi.pemeran.rina
    evaluate_sub(lke, "4b", IsiSub(kriteria={"4b5": IsiKriteria("tidak")}), by=rina)
    (catatan,) = _catatan(lke, "berbeda-dari-catatan")
    assert (catatan.letak, catatan.diharapkan) == ("Kriteria 4b5", "ya menurut catatan aplikasi")
    evaluate_sub(lke, "4b", IsiSub(kriteria={"4b5": IsiKriteria("tidak", catatan="Hanya sebagian.")}), by=rina)
    assert not _catatan(lke, "berbeda-dari-catatan")


def test_the_report_of_the_evaluator_needs_conditions_and_recommendations(evaluasi: Evaluasi) -> None:
    lke = evaluasi.draft(JenisLke.RESMI)
    _tulis(evaluasi, lke, "2a", "CC", beda={"2a1": "tidak"})
    assert _catatan(lke, "kondisi-kosong")
    assert _catatan(lke, "tanpa-rekomendasi")
    _tulis(evaluasi, lke, "2a", "CC", beda={"2a1": "tidak"}, catatan="Pedoman belum ada.")
    draft_rekomendasi(evaluasi.satker, lke.tahun, IsiRekomendasi("Susun pedoman.", "2a"), by=evaluasi.eva, lke=lke)
    assert not _catatan(lke, "kondisi-kosong")
    assert not _catatan(lke, "tanpa-rekomendasi")
    (catatan,) = _catatan(lke, "rekomendasi-tanpa-pemilik")
    assert catatan.tertulis == "tanpa penanggung jawab dan tenggat"


def test_a_stop_of_the_control_stops_the_submission_and_a_warning_does_not(
    evaluasi: Evaluasi, pemeran: Pemeran
) -> None:
    lke = evaluasi.isi(evaluasi.draft())
    _tulis(evaluasi, lke, "2a", "AA")
    with pytest.raises(ValidationError, match="dipertahankan lamanya belum diisi"):
        submit_lke(lke, by=pemeran.rina)
    _tulis(evaluasi, lke, "2a", "BB")
    submit_lke(lke, by=pemeran.rina)
    assert lke.status == "diajukan"
