"""A recommendation is drafted with a worksheet, gets an owner, is followed up with evidence, and judged by others."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from evaluasi_contoh import TAHUN, Evaluasi
from pemeran import Pemeran

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.platform.notifikasi.models import Notifikasi
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.evaluasi.actions_rekomendasi import (
    IsiRekomendasi,
    approve_tindak_lanjut,
    assign_rekomendasi,
    draft_rekomendasi,
    draft_tindak_lanjut,
    return_tindak_lanjut,
    revise_rekomendasi,
    withdraw_rekomendasi,
)
from akuntabel.siklus.evaluasi.berlaku import daftar_rekomendasi
from akuntabel.siklus.evaluasi.bukti_mesin import daftar_bukti_mesin
from akuntabel.siklus.evaluasi.kabar import remind_rekomendasi
from akuntabel.siklus.evaluasi.models import JenisLke, Rekomendasi
from akuntabel.siklus.organisasi.actions_unit import draft_unit
from akuntabel.siklus.organisasi.models import Unit

PDF = b"%PDF-1.4\n% pohon kinerja\n%%EOF\n"


def _unit(pemeran: Pemeran) -> Unit:
    return draft_unit(pemeran.kota, kode="subbag", jenis="subbagian", nama="Subbagian Perencanaan", by=None)


def test_recommendations_bind_once_their_worksheet_is_adopted(evaluasi: Evaluasi) -> None:
    lke = evaluasi.isi(evaluasi.draft(JenisLke.RESMI))
    for n in (1, 2):
        isi = IsiRekomendasi(f"Perbaiki {n}.", "1b")
        assert draft_rekomendasi(evaluasi.satker, TAHUN, isi, by=evaluasi.eva, lke=lke).nomor == n
    assert daftar_rekomendasi(evaluasi.satker, TAHUN) == []
    evaluasi.tetapkan(lke)
    assert [r.teks for r in daftar_rekomendasi(evaluasi.satker, TAHUN)] == ["Perbaiki 1.", "Perbaiki 2."]
    assert [r["teks"] for r in (lke.isi or {})["rekomendasi"]] == ["Perbaiki 1.", "Perbaiki 2."]
    with pytest.raises(ValidationError, match="sudah ditetapkan"):
        draft_rekomendasi(evaluasi.satker, TAHUN, IsiRekomendasi("Lagi."), by=evaluasi.eva, lke=lke)


def test_it_may_be_changed_and_taken_out_only_while_it_is_drafted(evaluasi: Evaluasi) -> None:
    lke = evaluasi.draft(JenisLke.RESMI)
    r = draft_rekomendasi(evaluasi.satker, TAHUN, IsiRekomendasi("Perbaiki."), by=evaluasi.eva, lke=lke)
    revise_rekomendasi(r, IsiRekomendasi("Perbaiki pohon kinerja.", "1b"), versi=0, by=evaluasi.edi)
    with pytest.raises(SudahBerubahError):
        revise_rekomendasi(r, IsiRekomendasi("Lain."), versi=0, by=evaluasi.eva)
    with pytest.raises(PermissionDenied):
        withdraw_rekomendasi(r, by=evaluasi.pemeran.rina)
    withdraw_rekomendasi(r, by=evaluasi.eva)
    assert not Rekomendasi.objects.exists()
    berlaku = evaluasi.resmi(2025)
    with pytest.raises(ValidationError, match="sudah ditetapkan"):
        withdraw_rekomendasi(berlaku, by=evaluasi.eva)


def test_what_somebody_else_recommended_is_written_down_with_its_origin(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    with pytest.raises(ValidationError, match="asal rekomendasi"):
        draft_rekomendasi(evaluasi.satker, TAHUN, IsiRekomendasi("Perbaiki."), by=pemeran.rina)
    isi = IsiRekomendasi("Perbaiki arsip bukti.", sumber="Surat Inspektorat 7/2027")
    r = draft_rekomendasi(evaluasi.satker, TAHUN, isi, by=pemeran.rina)
    assert daftar_rekomendasi(evaluasi.satker, TAHUN) == [r]
    for by in (pemeran.tono, pemeran.danu):
        with pytest.raises(PermissionDenied):
            draft_rekomendasi(evaluasi.satker, TAHUN, isi, by=by)


def test_the_office_says_who_answers_for_it_until_when(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    r, unit, tenggat = evaluasi.resmi(), _unit(pemeran), timezone.localdate() + timedelta(days=30)
    assign_rekomendasi(r, unit=unit, pejabat=None, tenggat=tenggat, versi=r.versi, by=pemeran.rina)
    assert (r.unit, r.tenggat) == (unit, tenggat)
    with pytest.raises(SudahBerubahError):
        assign_rekomendasi(r, unit=unit, pejabat=None, tenggat=None, versi=0, by=pemeran.bu_ketua)
    with pytest.raises(ValidationError, match="Pilih unit atau pejabat"):
        assign_rekomendasi(r, unit=None, pejabat=None, tenggat=tenggat, versi=r.versi, by=pemeran.rina)
    for by in (pemeran.tono, pemeran.danu, evaluasi.eva):
        with pytest.raises(PermissionDenied):
            assign_rekomendasi(r, unit=unit, pejabat=None, tenggat=tenggat, versi=r.versi, by=by)


def test_a_unit_of_another_office_cannot_answer_for_it(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    asing = draft_unit(pemeran.kota_lain, kode="x", jenis="subbagian", nama="Lain", by=None)
    r = evaluasi.resmi()
    with pytest.raises(ValidationError, match="bukan bagian dari KPU Kota Blitar"):
        assign_rekomendasi(r, unit=asing, pejabat=None, tenggat=None, versi=None, by=pemeran.rina)


def test_it_is_followed_up_with_evidence_and_accepted_by_the_evaluator(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    r = evaluasi.resmi()
    with pytest.raises(ValidationError, match="apa yang sudah dilakukan"):
        draft_tindak_lanjut(r, " ", by=pemeran.danu)
    baris = draft_tindak_lanjut(r, "Pohon kinerja disusun.", by=pemeran.danu, isi=PDF, nama_berkas="pohon.pdf")
    assert baris.berkas is not None
    assert (r.status, baris.nama_berkas) == ("ditindaklanjuti", "pohon.pdf")
    for by in (pemeran.danu, pemeran.rina, pemeran.bu_ketua, pemeran.tono):
        with pytest.raises(PermissionDenied):
            approve_tindak_lanjut(r, by=by)
    approve_tindak_lanjut(r, by=evaluasi.edi, catatan="Sesuai.")
    assert r.is_selesai
    assert list(r.daftar_tindak_lanjut.values_list("jenis", "uraian")) == [
        ("tindakan", "Pohon kinerja disusun."),
        ("diterima", "Sesuai."),
    ]
    assert daftar_rekomendasi(evaluasi.satker, TAHUN, is_terbuka=True) == []
    assert JejakAudit.objects.filter(tindakan="rekomendasi.approve").count() == 1


def test_what_is_not_enough_comes_back_with_a_reason(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    r = evaluasi.resmi()
    with pytest.raises(ValidationError, match="sekarang terbuka"):
        approve_tindak_lanjut(r, by=evaluasi.eva)
    draft_tindak_lanjut(r, "Sudah.", by=pemeran.rina)
    with pytest.raises(ValidationError, match="masih kurang"):
        return_tindak_lanjut(r, by=evaluasi.eva, alasan="")
    return_tindak_lanjut(r, by=evaluasi.eva, alasan="Lampirkan pohonnya.")
    assert r.status == "terbuka"
    draft_tindak_lanjut(r, "Terlampir.", by=pemeran.rina)
    draft_tindak_lanjut(r, "Tambahan.", by=pemeran.danu)
    assert r.daftar_tindak_lanjut.count() == 4


def test_what_the_office_asks_of_itself_is_judged_by_its_head(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    lke = evaluasi.isi(evaluasi.draft())
    r = draft_rekomendasi(evaluasi.satker, TAHUN, IsiRekomendasi("Rapikan bukti."), by=pemeran.rina, lke=lke)
    with pytest.raises(ValidationError, match="belum berlaku"):
        draft_tindak_lanjut(r, "Sudah.", by=pemeran.rina)
    evaluasi.tetapkan(lke)
    r.refresh_from_db()
    r = Rekomendasi.objects.get(pk=r.pk)
    draft_tindak_lanjut(r, "Sudah dirapikan.", by=pemeran.rina)
    with pytest.raises(PermissionDenied):
        approve_tindak_lanjut(r, by=evaluasi.eva)
    approve_tindak_lanjut(r, by=pemeran.bu_ketua)
    assert r.is_selesai


def test_nobody_accepts_what_they_did_themselves(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    lke = evaluasi.isi(evaluasi.draft())
    r = draft_rekomendasi(evaluasi.satker, TAHUN, IsiRekomendasi("Rapikan."), by=pemeran.rina, lke=lke)
    evaluasi.tetapkan(lke)
    r = Rekomendasi.objects.get(pk=r.pk)
    draft_tindak_lanjut(r, "Sudah.", by=pemeran.bu_ketua)
    with pytest.raises(PermissionDenied, match="tindak lanjutnya sendiri"):
        approve_tindak_lanjut(r, by=pemeran.bu_ketua)


def test_people_are_told_when_it_is_their_turn(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    r = evaluasi.resmi()
    assert Notifikasi.objects.filter(pengguna=pemeran.danu, jenis="rekomendasi.assign").count() == 1
    draft_tindak_lanjut(r, "Sudah.", by=pemeran.danu)
    assert not Notifikasi.objects.filter(pengguna=pemeran.danu, jenis="rekomendasi.assign").exists()
    assert Notifikasi.objects.filter(jenis="rekomendasi.respond").count() == 2  # Eva and Edi
    approve_tindak_lanjut(r, by=evaluasi.eva)
    assert not Notifikasi.objects.filter(jenis="rekomendasi.respond").exists()
    assert Notifikasi.objects.filter(pengguna=pemeran.rina, jenis="rekomendasi.approve").count() == 1


def test_a_deadline_is_called_to_mind_once(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    r, hari = evaluasi.resmi(), timezone.localdate()
    unit = _unit(pemeran)
    assign_rekomendasi(r, unit=unit, pejabat=None, tenggat=hari + timedelta(days=60), versi=None, by=pemeran.rina)
    remind_rekomendasi()
    assert not Notifikasi.objects.filter(jenis="rekomendasi.tenggat").exists()
    assign_rekomendasi(r, unit=unit, pejabat=None, tenggat=hari + timedelta(days=3), versi=None, by=pemeran.rina)
    remind_rekomendasi()
    remind_rekomendasi()
    assert Notifikasi.objects.filter(jenis="rekomendasi.tenggat", pengguna=pemeran.danu).count() == 1


def test_follow_up_of_the_year_before_is_a_proof_of_the_next_worksheet(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    r = evaluasi.resmi(TAHUN - 1)
    bukti = daftar_bukti_mesin(evaluasi.satker, TAHUN)["4c1"]
    assert (bukti.jawaban, bukti.kalimat) == (
        "tidak",
        f"0 dari 1 rekomendasi tahun {TAHUN - 1} selesai ditindaklanjuti.",
    )
    draft_tindak_lanjut(r, "Sudah.", by=pemeran.danu)
    approve_tindak_lanjut(r, by=evaluasi.eva)
    assert daftar_bukti_mesin(evaluasi.satker, TAHUN)["4c1"].jawaban == "ya"
