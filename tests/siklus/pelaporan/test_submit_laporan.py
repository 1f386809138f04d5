"""From draft to review and back: the hash of the facts goes along, and nothing is written on the way."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from laporan_contoh import Meja

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.platform.notifikasi.models import Notifikasi
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pelaporan.actions import return_laporan, revise_blok, submit_laporan
from akuntabel.siklus.pelaporan.peralihan import record_hasil_reviu, record_pengembalian
from akuntabel.siklus.pelaporan.snapshot import build_fakta_laporan

pytestmark = pytest.mark.django_db


def test_submitted_report_carries_the_hash_of_its_facts_and_is_closed(meja: Meja):
    submit_laporan(meja.laporan, by=meja.pemeran.rina)
    laporan = meja.laporan
    assert (laporan.status, laporan.pengaju) == ("diajukan", meja.pemeran.rina)
    assert laporan.sidik == build_fakta_laporan(laporan).sidik
    assert Notifikasi.objects.filter(pengguna=meja.pemeran.bu_ketua, jenis="laporan.submit").exists()
    with pytest.raises(ValidationError, match="sudah diajukan"):
        meja.tulis("simpulan", "Terlambat.")
    assert JejakAudit.objects.get(tindakan="laporan.submit").baru == {"status": "diajukan"}


def test_sentence_that_nobody_has_accepted_is_not_handed_in(meja: Meja):
    rina = meja.pemeran.rina
    revise_blok(meja.laporan, "sebab-1.1", isi="Karena ….", versi=0, by=rina, is_usulan=True)
    with pytest.raises(ValidationError, match=r"sebab-1\.1"):
        submit_laporan(meja.laporan, by=rina)


def test_of_two_who_act_on_one_state_the_second_is_told(meja: Meja):
    lama = type(meja.laporan).objects.get(pk=meja.laporan.pk)
    submit_laporan(meja.laporan, by=meja.pemeran.rina)
    with pytest.raises(SudahBerubahError, match="sekarang diajukan"):
        submit_laporan(lama, by=meja.pemeran.rina)


def test_head_sends_it_back_with_a_reason_that_the_planner_reads(meja: Meja):
    submit_laporan(meja.laporan, by=meja.pemeran.rina)
    with pytest.raises(ValidationError, match="apa yang harus diperbaiki"):
        return_laporan(meja.laporan, by=meja.pemeran.bu_ketua, catatan=" ")
    return_laporan(meja.laporan, by=meja.pemeran.bu_ketua, catatan="Sebab 1.1 belum jelas.")
    assert meja.laporan.is_disusun
    kabar = Notifikasi.objects.get(pengguna=meja.pemeran.rina, jenis="laporan.return")
    assert "Sebab 1.1 belum jelas." in kabar.teks
    meja.tulis("sebab-1.1", "Karena sosialisasi.")


def test_review_is_closed_only_over_the_facts_that_were_handed_in(meja: Meja):
    submit_laporan(meja.laporan, by=meja.pemeran.rina)
    with pytest.raises(ValidationError, match="sudah berubah sejak diajukan"):
        record_hasil_reviu(meja.laporan, by=meja.pemeran.sari, sidik="0" * 64)
    Satker.objects.filter(pk=meja.pemeran.kota.pk).update(alamat="Jalan Baru 1")
    meja.laporan.satker.refresh_from_db()
    with pytest.raises(ValidationError, match="sudah berubah sejak diajukan"):
        record_hasil_reviu(meja.laporan, by=meja.pemeran.sari, sidik=meja.laporan.sidik)
    assert meja.laporan.status == "diajukan"


def test_reviewer_can_send_back_what_was_reviewed(meja: Meja):
    meja.sampai_direviu()
    assert meja.laporan.status == "direviu"
    record_pengembalian(meja.laporan, by=meja.pemeran.sari, catatan="Angka 1.1 berbeda.")
    assert meja.laporan.is_disusun


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "tono"])
def test_only_the_planner_hands_it_in(meja: Meja, nama: str):
    with pytest.raises(PermissionDenied):
        submit_laporan(meja.laporan, by=getattr(meja.pemeran, nama))


@pytest.mark.parametrize("nama", ["danu", "sari", "tono"])
def test_only_head_and_planner_take_it_back(meja: Meja, nama: str):
    submit_laporan(meja.laporan, by=meja.pemeran.rina)
    with pytest.raises(PermissionDenied):
        return_laporan(meja.laporan, by=getattr(meja.pemeran, nama), catatan="Kembali.")
