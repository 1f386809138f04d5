"""What the records prove is filled in with the proof; what a person says is never overwritten by it."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from evaluasi_contoh import TAHUN, Evaluasi, build_evaluasi
from kantor_contoh import Kantor
from pemeran import Pemeran

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.platform.files.simpan import BerkasDitolakError
from akuntabel.siklus.evaluasi import sumber_terbitan
from akuntabel.siklus.evaluasi.actions import IsiKriteria, IsiSub, adopt_bukti, evaluate_sub
from akuntabel.siklus.evaluasi.actions_bukti import attach_bukti, refresh_bukti, withdraw_bukti
from akuntabel.siklus.evaluasi.bukti_laporan import find_jatuh_tempo
from akuntabel.siklus.evaluasi.bukti_mesin import daftar_bukti_mesin
from akuntabel.siklus.evaluasi.models import BuktiKriteria, Lke, NilaiKriteria
from akuntabel.siklus.evaluasi.sumber_terbitan import TerbitanLaporan, read_terbitan, register_pembaca
from akuntabel.siklus.organisasi.models import EntitasPelapor
from akuntabel.siklus.pelaporan.actions import draft_laporan, submit_laporan
from akuntabel.siklus.pelaporan.peralihan import record_hasil_reviu, record_tanda_tangan
from akuntabel.siklus.pengukuran.actions_triwulan import approve_pengukuran, submit_pengukuran

PDF = b"%PDF-1.4\n% pedoman\n%%EOF\n"


@pytest.fixture
def kantor_evaluasi(kantor: Kantor) -> Evaluasi:
    """The evaluators of an office that has a plan, an agreement and elements."""
    return build_evaluasi(kantor.pemeran)


def _jawaban(lke: Lke, kode: str) -> tuple[str, bool]:
    baris = NilaiKriteria.objects.filter(lke=lke, kode=kode).first()
    return (baris.jawaban, baris.is_mesin) if baris else ("", False)


def test_what_is_recorded_is_filled_in_with_its_sentence_its_page_and_its_day(kantor_evaluasi: Evaluasi) -> None:
    lke = kantor_evaluasi.draft()
    bukti = lke.daftar_bukti.get(kode="1b1")
    assert bukti.uraian == "2 dari 3 dokumen resmi: Renstra ditetapkan, perjanjian kinerja ditandatangani."
    assert (bukti.halaman, bukti.argumen) == ("perjanjian", ["357200", 2026])
    assert (bukti.tanggal, bukti.menurut, bukti.oleh) == (date(2026, 1, 15), "sebagian", None)
    assert _jawaban(lke, "1b1") == ("sebagian", True)
    assert _jawaban(lke, "2a2") == ("ya", True)
    assert _jawaban(lke, "4b5") == ("ya", True)


def test_what_is_not_recorded_is_not_said_to_be_missing(kantor_evaluasi: Evaluasi) -> None:
    lke = kantor_evaluasi.draft()
    assert _jawaban(lke, "1b9") == ("", False)
    assert lke.daftar_bukti.get(kode="1b9").uraian == "Crosscutting belum dicatat."
    assert not lke.daftar_bukti.filter(kode__startswith="3a").exists()


def test_an_office_without_records_gets_no_answers_but_that_it_evaluates_here(evaluasi: Evaluasi) -> None:
    lke = evaluasi.draft()
    assert list(lke.daftar_kriteria.values_list("kode", "jawaban")) == [("4b5", "ya")]


def test_measuring_shows_when_the_records_are_read_again(kantor: Kantor, kantor_evaluasi: Evaluasi) -> None:
    lke, p = kantor_evaluasi.draft(), kantor.pemeran
    assert _jawaban(lke, "2b6") == ("", False)
    kantor.ukur(a=60, b=80)
    approve_pengukuran(submit_pengukuran(kantor.satker, TAHUN, 1, by=p.danu), by=p.bu_ketua)
    refresh_bukti(lke, by=p.rina)
    assert _jawaban(lke, "2b4") == ("sebagian", True)
    assert lke.daftar_bukti.get(kode="2b4").uraian == "1 dari 4 triwulan diukur dan diverifikasi."
    assert "1 dari 4 triwulan diverifikasi orang lain" in lke.daftar_bukti.get(kode="2b5").uraian
    assert _jawaban(lke, "2b6") == _jawaban(lke, "2b7") == ("ya", True)
    assert _jawaban(lke, "1c3") == ("tidak", True)  # 75 of 77.5: measured, and not reached
    jejak = JejakAudit.objects.filter(tindakan="lke.refresh_bukti").last()
    assert jejak is not None
    assert "2b6" in jejak.baru


def test_the_answer_of_a_person_stays_whatever_the_records_say(kantor: Kantor, kantor_evaluasi: Evaluasi) -> None:
    lke, rina = kantor_evaluasi.draft(), kantor.pemeran.rina
    jawaban = {"1b1": IsiKriteria("ya", catatan="RKT ada di luar aplikasi.")}
    evaluate_sub(lke, "1b", IsiSub(kriteria=jawaban), by=rina)
    refresh_bukti(lke, by=rina)
    assert _jawaban(lke, "1b1") == ("ya", False)
    assert lke.daftar_bukti.filter(kode="1b1", is_mesin=True).count() == 1


def test_a_person_takes_over_what_was_filled_in(kantor: Kantor, kantor_evaluasi: Evaluasi) -> None:
    lke, rina = kantor_evaluasi.draft(), kantor.pemeran.rina
    assert adopt_bukti(lke, "2a", by=rina) == 2
    assert _jawaban(lke, "2a2") == ("ya", False)
    assert adopt_bukti(lke, "2a", by=rina) == 0
    with pytest.raises(PermissionDenied):
        adopt_bukti(lke, "1b", by=kantor.pemeran.tono)


def test_the_old_worksheet_takes_the_same_proofs_in_its_own_answers(evaluasi: Evaluasi) -> None:
    lke = evaluasi.draft(tahun=2020)
    NilaiKriteria.objects.create(lke=lke, kode="B.14", jawaban="ya", is_mesin=True)
    refresh_bukti(lke, by=evaluasi.pemeran.rina)
    assert _jawaban(lke, "B.14") == ("", False)  # an older proof that no longer holds takes its answer with it


def test_the_stage_that_publishes_says_what_is_published(kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sumber_terbitan, "_pembaca", [])
    assert read_terbitan(kantor.satker, TAHUN) is None
    terbitan = TerbitanLaporan("Laporan Kinerja 2026", date(2027, 3, 1), "publikasi", ("357200", TAHUN))
    register_pembaca(lambda _satker, _tahun: terbitan)
    assert read_terbitan(kantor.satker, TAHUN) == terbitan


def test_a_report_that_is_begun_is_a_proof_and_one_that_is_signed_a_better_one(kantor: Kantor) -> None:
    p = kantor.pemeran
    assert "3a1" not in daftar_bukti_mesin(kantor.satker, TAHUN)
    entitas = EntitasPelapor.objects.filter(satker=kantor.satker).earliest("pk")
    laporan = draft_laporan(kantor.satker, TAHUN, entitas=entitas, by=p.rina)
    ada = daftar_bukti_mesin(kantor.satker, TAHUN)
    assert [ada[k].jawaban for k in ("3a1", "3a2", "3a3", "3a4")] == ["sebagian", None, None, None]
    submit_laporan(laporan, by=p.rina)
    record_hasil_reviu(laporan, by=p.sari, sidik=laporan.sidik)
    record_tanda_tangan(laporan, by=p.bu_ketua, tanggal=date(2027, 2, 15), sidik=laporan.sidik)
    ada = daftar_bukti_mesin(kantor.satker, TAHUN)
    assert [ada[k].jawaban for k in ("3a1", "3a3", "3a4")] == ["ya", "ya", "ya"]
    assert ada["3a3"].kalimat == "Ditandatangani 15 Februari 2027."
    assert ada["3a3"].tanggal == date(2027, 2, 15)
    assert ada["3a6"].jawaban is None  # no day was set for the report of this year
    assert ada["3b3"].kalimat == "0 dari 2 indikator mempunyai pembandingan dengan target tahunan."
    assert ada["3b4"].jawaban == "ya"


def test_the_deadline_of_a_report_is_the_one_that_was_set_for_its_year(pemeran: Pemeran) -> None:
    tempo = find_jatuh_tempo(pemeran.kota, 2025)
    assert tempo is not None
    assert tempo[0] == date(2026, 2, 28)
    assert find_jatuh_tempo(pemeran.kota, 2019) is None
    pusat = find_jatuh_tempo(pemeran.pusat, 2019)
    assert pusat is not None
    assert pusat[0] == date(2020, 2, 29)


def test_a_document_is_attached_and_taken_off_again(evaluasi: Evaluasi) -> None:
    lke, rina = evaluasi.draft(), evaluasi.pemeran.rina
    bukti = attach_bukti(lke, "1a1", uraian="Pedoman", isi=PDF, nama_berkas="pedoman.pdf", by=rina)
    assert bukti.berkas is not None
    assert (bukti.berkas.nama, bukti.oleh, bukti.is_mesin) == ("pedoman.pdf", rina, False)
    with pytest.raises(BerkasDitolakError):
        attach_bukti(lke, "1a1", uraian="", isi=b"MZ\x00\x01", nama_berkas="pedoman.pdf", by=rina)
    with pytest.raises(ValidationError, match="Kriteria 9z9 tidak ada"):
        attach_bukti(lke, "9z9", uraian="x", isi=PDF, nama_berkas="a.pdf", by=rina)
    with pytest.raises(ValidationError, match="Pilih berkasnya"):
        attach_bukti(lke, "1a1", uraian="x", by=rina)
    with pytest.raises(PermissionDenied):
        withdraw_bukti(bukti, by=evaluasi.eva)
    withdraw_bukti(bukti, by=rina)
    assert not BuktiKriteria.objects.filter(kode="1a1").exists()
    mesin = BuktiKriteria.objects.get(kode="4b5")
    with pytest.raises(ValidationError, match="tidak dilepas"):
        withdraw_bukti(mesin, by=rina)


def test_a_record_of_the_application_is_attached_by_its_page(evaluasi: Evaluasi) -> None:
    lke, rina = evaluasi.draft(), evaluasi.pemeran.rina
    bukti = attach_bukti(lke, "1c1", uraian="Pagu", halaman="pagu", argumen=("357200", TAHUN), by=rina)
    assert (bukti.halaman, bukti.argumen) == ("pagu", ["357200", TAHUN])
