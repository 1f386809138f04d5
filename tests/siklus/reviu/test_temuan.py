"""Findings: from the checker or by hand, answered, agreed, mended, closed or explained; each word is kept."""

from itertools import product

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from reviu_contoh import Reviu

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.platform.notifikasi.models import Notifikasi
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.pelaporan.actions import submit_laporan
from akuntabel.siklus.reviu.actions import return_reviu
from akuntabel.siklus.reviu.actions_temuan import TINDAKAN_TEMUAN, IsiTemuan, adopt_temuan_mesin, draft_temuan
from akuntabel.siklus.reviu.berlaku import daftar_halangan, daftar_penjelasan
from akuntabel.siklus.reviu.models import BuktiReviu, StatusTemuan, TanggapanTemuan, TemuanReviu
from akuntabel.siklus.reviu.pemeriksaan import compute_bukti_reviu
from akuntabel.siklus.reviu.permissions import PERALIHAN_TEMUAN

MESIN = {
    "kunci": "k1",
    "kode": "HIT001",
    "letak": "Tabel 3.1 baris 2",
    "uraian": "Tertulis 5, hasil hitung 6.",
    "perbaikan": "Hitung ulang.",
}


@pytest.fixture
def temuan(reviu: Reviu) -> TemuanReviu:
    """Sari has found something."""
    return draft_temuan(reviu.laporan, IsiTemuan(uraian="Capaian 1.1 keliru.", saran="Hitung ulang."), by=reviu.sari)


def _pelaku(reviu: Reviu, tindakan: str) -> Pengguna:
    return reviu.sari if PERALIHAN_TEMUAN[tindakan].is_auditor else reviu.pemeran.rina


def _lakukan(reviu: Reviu, temuan: TemuanReviu, *daftar: str, teks: str = "Baik.") -> None:
    for tindakan in daftar:
        TINDAKAN_TEMUAN[tindakan](temuan, teks=teks, versi=temuan.versi, by=_pelaku(reviu, tindakan))


def test_finding_goes_from_answer_over_agreement_and_correction_to_its_end(reviu: Reviu, temuan: TemuanReviu):
    keadaan = []
    for tindakan in ("submit_tanggapan", "approve_tanggapan", "submit_perbaikan", "approve_perbaikan"):
        _lakukan(reviu, temuan, tindakan)
        keadaan.append(temuan.status)
    assert keadaan == ["ditanggapi", "disepakati", "diperbaiki", "ditutup"]
    assert [t.oleh.nama for t in temuan.daftar_tanggapan.all()] == ["Rina", "Sari", "Rina", "Sari"]
    assert JejakAudit.objects.get(tindakan="reviu.approve_perbaikan").baru == {"1": "ditutup"}


def test_answer_and_correction_may_be_sent_back(reviu: Reviu, temuan: TemuanReviu):
    _lakukan(reviu, temuan, "submit_tanggapan", "return_tanggapan")
    assert temuan.status == StatusTemuan.TERBUKA
    _lakukan(reviu, temuan, "submit_tanggapan", "approve_tanggapan", "submit_perbaikan", "return_perbaikan")
    assert temuan.status == StatusTemuan.DISEPAKATI


def test_what_stays_as_it_is_becomes_a_paragraph_of_the_statement(reviu: Reviu, temuan: TemuanReviu):
    _lakukan(reviu, temuan, "submit_tanggapan")
    _lakukan(reviu, temuan, "approve_penjelasan", teks="Realisasi 1.1 menunggu rilis.")
    assert daftar_penjelasan(reviu.laporan) == ["Realisasi 1.1 menunggu rilis."]
    assert not any("Temuan 1" in h for h in daftar_halangan(reviu.laporan))


def test_every_act_is_of_its_own_side_only(reviu: Reviu, temuan: TemuanReviu):
    for tindakan, aturan in PERALIHAN_TEMUAN.items():
        lawan = reviu.pemeran.rina if aturan.is_auditor else reviu.sari
        for orang in (reviu.pemeran.tono, reviu.pemeran.supervisor, reviu.pemeran.danu, lawan):
            with pytest.raises(PermissionDenied):
                TINDAKAN_TEMUAN[tindakan](temuan, teks="x", versi=temuan.versi, by=orang)
    assert not TanggapanTemuan.objects.exists()


def test_every_act_starts_from_its_own_states_only(reviu: Reviu, temuan: TemuanReviu):
    berhasil = []
    for status, (tindakan, aturan) in product(StatusTemuan, PERALIHAN_TEMUAN.items()):
        TemuanReviu.objects.filter(pk=temuan.pk).update(status=status)
        temuan.refresh_from_db()
        if status in aturan.dari:
            _lakukan(reviu, temuan, tindakan)
            assert temuan.status == aturan.ke
            berhasil.append((status, tindakan))
        else:
            with pytest.raises(SudahBerubahError):
                _lakukan(reviu, temuan, tindakan)
    assert len(berhasil) == 10


def test_of_two_who_act_at_once_the_second_is_told(reviu: Reviu, temuan: TemuanReviu):
    lama = TemuanReviu.objects.get(pk=temuan.pk)
    _lakukan(reviu, temuan, "submit_tanggapan")
    with pytest.raises(SudahBerubahError, match="sekarang ditanggapi"):
        _lakukan(reviu, lama, "submit_tanggapan")


def test_word_without_content_is_refused(reviu: Reviu, temuan: TemuanReviu):
    with pytest.raises(ValidationError) as galat:
        _lakukan(reviu, temuan, "submit_tanggapan", teks="  ")
    assert list(galat.value.message_dict) == ["teks"]


def test_finding_of_the_checker_is_taken_over_once(reviu: Reviu):
    BuktiReviu.objects.create(laporan=reviu.laporan, sidik_fakta="x", daftar_temuan=[MESIN])
    temuan = adopt_temuan_mesin(reviu.laporan, "k1", by=reviu.sari)
    assert (temuan.kode_aturan, temuan.letak, temuan.saran) == ("HIT001", "Tabel 3.1 baris 2", "Hitung ulang.")
    with pytest.raises(ValidationError, match="sudah diambil"):
        adopt_temuan_mesin(reviu.laporan, "k1", by=reviu.sari)
    with pytest.raises(ValidationError, match="tidak ada lagi"):
        adopt_temuan_mesin(reviu.laporan, "k2", by=reviu.sari)


def test_only_the_team_finds(reviu: Reviu):
    for orang in (reviu.pemeran.rina, reviu.pemeran.bu_ketua, reviu.pemeran.tono):
        with pytest.raises(PermissionDenied):
            draft_temuan(reviu.laporan, IsiTemuan(uraian="x"), by=orang)


def test_planner_hears_of_a_finding_and_the_auditor_of_the_answer(reviu: Reviu, temuan: TemuanReviu):
    assert "Capaian 1.1 keliru." in Notifikasi.objects.get(pengguna=reviu.pemeran.rina, jenis="reviu.temuan").teks
    _lakukan(reviu, temuan, "submit_tanggapan", teks="Akan dihitung ulang.")
    assert "Akan dihitung ulang." in Notifikasi.objects.get(pengguna=reviu.sari, jenis="reviu.temuan").teks


def test_findings_stay_while_the_report_goes_back_and_comes_again(reviu: Reviu, temuan: TemuanReviu):
    return_reviu(reviu.laporan, by=reviu.sari, catatan="Betulkan capaian 1.1.")
    _lakukan(reviu, temuan, "submit_tanggapan", "approve_tanggapan", "submit_perbaikan")
    submit_laporan(reviu.laporan, by=reviu.pemeran.rina)
    _lakukan(reviu, temuan, "approve_perbaikan")
    assert temuan.status == StatusTemuan.DITUTUP


def test_evidence_of_facts_that_changed_is_computed_again(reviu: Reviu):
    compute_bukti_reviu(reviu.laporan, by=reviu.sari)
    BuktiReviu.objects.update(sidik_fakta="lama")
    assert any("fakta yang lama" in h for h in daftar_halangan(reviu.laporan))
    compute_bukti_reviu(reviu.laporan, by=reviu.sari)
    assert not any("fakta yang lama" in h for h in daftar_halangan(reviu.laporan))
