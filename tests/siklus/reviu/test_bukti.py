"""What the data say of each line of the checklist: facts with their trace, and a suggestion that is no answer."""

import json
from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from reviu_contoh import Reviu

from akuntabel.core.checker.registry import check_naskah
from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.core.fakta.perencanaan import TargetRenstra
from akuntabel.core.naskah.terbaca import NaskahTerbaca
from akuntabel.core.regulasi.laporan import JawabanData, daftar_checklist_reviu
from akuntabel.siklus.reviu.bukti_butir import DAFTAR_BUKTI, compute_bukti
from akuntabel.siklus.reviu.bukti_mesin import BahanBukti, BuktiMesin, KeadaanKantor, dump_bukti, read_bukti
from akuntabel.siklus.reviu.models import BuktiReviu, ButirReviu
from akuntabel.siklus.reviu.pemeriksaan import compute_bukti_reviu, submit_bukti, susun_bukti
from contoh_paket import compute_contoh, read_contoh

KANTOR = KeadaanKantor(penyusun=("Rina",), pengaju="Rina", jumlah_bawahan=0, triwulan_terverifikasi=4)


def _bahan(**ganti: object) -> BahanBukti:
    hasil = compute_hasil(replace(read_contoh(), **ganti)) if ganti else compute_contoh()
    return BahanBukti(hasil, check_naskah(NaskahTerbaca("kosong", ())), KANTOR)


def test_every_line_of_the_form_has_evidence_and_no_other():
    assert set(DAFTAR_BUKTI) == {b.id for b in daftar_checklist_reviu()}
    assert all(b.uraian for b in compute_bukti(_bahan()).values())


def test_lines_that_data_cannot_answer_get_no_yes_from_data():
    bukti = compute_bukti(_bahan())
    tanpa_data = [b.id for b in daftar_checklist_reviu() if b.dari_data is JawabanData.TIDAK]
    assert {k: bukti[k].saran for k in tanpa_data if bukti[k].saran == "ya"} == {"II.4": "ya", "II.7": "ya"}


def test_unmeasured_indicators_make_the_capaian_incomplete_and_are_named():
    bukti = compute_bukti(_bahan())["I.3"]
    assert bukti.saran == "sebagian"
    assert bukti.uraian[0] == "9 dari 11 indikator terukur."
    assert "3.2 Opini BPK" in bukti.uraian[1]


def test_figures_carry_their_trace():
    organisasi = compute_bukti(_bahan())["I.3"].angka[0]
    assert (organisasi.label, organisasi.teks) == ("Capaian kinerja organisasi", "91,70%")
    assert organisasi.jejak is not None


def test_report_without_steps_ahead_says_no():
    assert compute_bukti(_bahan(daftar_langkah=()))["I.5"].saran == "tidak"
    assert compute_bukti(_bahan())["I.5"].saran == "sebagian"  # no step names who and until when


def test_target_of_the_agreement_that_differs_from_the_plan_is_shown():
    kode = read_contoh().daftar_indikator[1].kode
    bukti = compute_bukti(_bahan(daftar_target_renstra=(TargetRenstra(kode, 2020, "80", "Renstra"),)))
    assert bukti["III.4"].uraian[1] == "Target perjanjian berbeda dari target Renstra: 1.2: perjanjian 77, Renstra 80."
    assert "1 dari 11 indikator ada dalam Renstra" in bukti["III.5"].uraian[0]


def test_comparisons_are_counted_by_kind():
    bukti = compute_bukti(_bahan())["III.7"]
    assert bukti.saran == "sebagian"
    assert "standar nasional 1 dari 11" in bukti.uraian[0]
    assert compute_bukti(_bahan(daftar_riwayat=(), daftar_pembanding=()))["III.7"].saran == "tidak"


@pytest.mark.parametrize("kode", DAFTAR_BUKTI)
def test_evidence_is_kept_and_read_back_the_same(kode: str):
    bukti = compute_bukti(_bahan())[kode]
    assert read_bukti(json.loads(json.dumps(dump_bukti(bukti)))) == bukti


def test_nothing_kept_is_no_evidence():
    assert read_bukti({}) == BuktiMesin()


def test_evidence_is_computed_from_the_report_and_leaves_answers_alone(reviu: Reviu):
    reviu.answer("I.2", "tidak", "Target 1.2 hilang.")
    bukti = compute_bukti_reviu(reviu.laporan, by=reviu.sari)
    assert bukti.sidik_fakta == reviu.laporan.sidik
    assert bukti.angka_diperiksa > 0
    butir = ButirReviu.objects.get(laporan=reviu.laporan, kode="I.2")
    assert (butir.jawaban, butir.versi) == ("tidak", 1)
    assert read_bukti(butir.bukti_mesin).saran == "ya"
    assert ButirReviu.objects.filter(laporan=reviu.laporan).count() == 23


def test_who_wrote_and_who_submitted_is_part_of_the_evidence(reviu: Reviu):
    compute_bukti_reviu(reviu.laporan, by=reviu.sari)
    bukti = read_bukti(ButirReviu.objects.get(laporan=reviu.laporan, kode="II.1").bukti_mesin)
    assert "Diajukan oleh Rina." in bukti.uraian


def test_evidence_is_made_by_a_job_for_the_team_only(reviu: Reviu):
    with pytest.raises(PermissionDenied):
        submit_bukti(reviu.laporan, by=reviu.pemeran.rina)
    tugas = submit_bukti(reviu.laporan, by=reviu.sari)
    assert tugas.argumen["args"] == [reviu.laporan.pk, reviu.sari.pk]
    susun_bukti.func(*tugas.argumen["args"])
    assert BuktiReviu.objects.filter(laporan=reviu.laporan).exists()
