"""The way of a quarter: Danu submits, somebody else verifies; what is verified is opened again only with a trace."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from kantor_contoh import TAHUN, Kantor

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.models import Penugasan, Peran
from akuntabel.siklus.pengukuran.actions import IsianSel, measure_fakta
from akuntabel.siklus.pengukuran.actions_triwulan import (
    approve_pengukuran,
    lock_pengukuran,
    return_pengukuran,
    revise_aturan,
    revise_jadwal,
    revise_pengukuran,
    submit_pengukuran,
)
from akuntabel.siklus.pengukuran.berlaku import find_jendela
from akuntabel.siklus.pengukuran.hitung import compute_capaian_tahun
from akuntabel.siklus.pengukuran.models import NilaiTahunan, PengukuranTriwulan, StatusPengukuran


def _ajukan(kantor: Kantor) -> PengukuranTriwulan:
    kantor.ukur(a=60, b=80)
    return submit_pengukuran(kantor.satker, TAHUN, 1, by=kantor.pemeran.danu)


def _buka(kantor: Kantor, **ganti: object) -> None:
    isi = {"alasan": "temuan reviu", "sampai": timezone.now() + timedelta(days=1), "by": kantor.pemeran.bu_ketua}
    revise_pengukuran(kantor.satker, TAHUN, 1, **(isi | ganti))  # type: ignore[arg-type]  # some tests leave one out


def test_a_quarter_is_submitted_only_when_it_is_whole(kantor: Kantor) -> None:
    kantor.ukur(a=60)
    with pytest.raises(ValidationError, match="B belum diisi: isi nilainya, atau statusnya beserta alasan"):
        submit_pengukuran(kantor.satker, TAHUN, 1, by=kantor.pemeran.danu)
    kantor.ukur(b=80)
    assert submit_pengukuran(kantor.satker, TAHUN, 1, by=kantor.pemeran.danu).status == "diajukan"


def test_a_submitted_quarter_is_not_written(kantor: Kantor) -> None:
    _ajukan(kantor)
    with pytest.raises(ValidationError, match="sedang diperiksa"):
        kantor.betulkan("a", 61)


def test_somebody_else_verifies(kantor: Kantor) -> None:
    pengukuran = _ajukan(kantor)
    with pytest.raises(PermissionDenied, match="minta"):
        approve_pengukuran(pengukuran, by=kantor.pemeran.danu)
    with pytest.raises(PermissionDenied):
        approve_pengukuran(pengukuran, by=kantor.pemeran.tono)
    approve_pengukuran(pengukuran, by=kantor.pemeran.bu_ketua)
    assert (pengukuran.status, pengukuran.pemeriksa) == ("diverifikasi", kantor.pemeran.bu_ketua)
    assert not pengukuran.is_diverifikasi_sendiri
    jejak = JejakAudit.objects.get(tindakan="pengukuran.approve")
    assert (jejak.lama, jejak.baru) == ({"status": "diajukan"}, {"status": "diverifikasi"})


def test_where_there_is_nobody_else_it_says_so(kantor: Kantor) -> None:
    pengukuran = _ajukan(kantor)
    Penugasan.objects.filter(satker=kantor.satker, peran__in=[Peran.PERENCANA.value, Peran.PIMPINAN.value]).update(
        selesai=date(TAHUN - 1, 1, 1)
    )
    approve_pengukuran(pengukuran, by=kantor.pemeran.danu)
    assert pengukuran.is_diverifikasi_sendiri
    assert JejakAudit.objects.get(tindakan="pengukuran.approve").baru["is_diverifikasi_sendiri"] is True


def test_it_is_returned_with_a_note(kantor: Kantor) -> None:
    pengukuran = _ajukan(kantor)
    with pytest.raises(ValidationError, match="apa yang harus dibetulkan"):
        return_pengukuran(pengukuran, by=kantor.pemeran.bu_ketua, alasan=" ")
    return_pengukuran(pengukuran, by=kantor.pemeran.bu_ketua, alasan="cocokkan dengan D.Hasil")
    assert (pengukuran.status, pengukuran.catatan) == ("disusun", "cocokkan dengan D.Hasil")
    kantor.betulkan("a", 61)


def test_of_two_who_decide_at_once_one_is_told(kantor: Kantor) -> None:
    pengukuran = _ajukan(kantor)
    sama = PengukuranTriwulan.objects.select_related("satker").get(pk=pengukuran.pk)
    return_pengukuran(pengukuran, by=kantor.pemeran.bu_ketua, alasan="cek lagi")
    with pytest.raises(SudahBerubahError, match="sekarang disusun"):
        approve_pengukuran(sama, by=kantor.pemeran.rina)


def test_what_is_verified_is_opened_by_the_head_with_a_reason_and_a_time(kantor: Kantor) -> None:
    approve_pengukuran(_ajukan(kantor), by=kantor.pemeran.bu_ketua)
    with pytest.raises(ValidationError, match="sudah diverifikasi"):
        kantor.betulkan("a", 61)
    with pytest.raises(PermissionDenied):
        _buka(kantor, by=kantor.pemeran.danu)
    with pytest.raises(ValidationError) as galat:
        _buka(kantor, alasan="", sampai=timezone.now())
    assert set(galat.value.message_dict) == {"alasan", "sampai"}
    _buka(kantor)
    pengukuran = PengukuranTriwulan.objects.get(satker=kantor.satker)
    assert pengukuran.is_beku
    kantor.betulkan("a", 61)
    pengukuran.refresh_from_db()
    assert pengukuran.status == StatusPengukuran.DISUSUN
    assert JejakAudit.objects.get(tindakan="pengukuran.reopen").alasan == "temuan reviu"


def test_an_opening_expires_by_itself(kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    approve_pengukuran(_ajukan(kantor), by=kantor.pemeran.bu_ketua)
    _buka(kantor)
    lusa = timezone.now() + timedelta(days=2)
    monkeypatch.setattr(timezone, "now", lambda: lusa)
    with pytest.raises(ValidationError, match="sudah diverifikasi"):
        kantor.betulkan("a", 61)


def test_an_opening_is_ended_before_its_time(kantor: Kantor) -> None:
    approve_pengukuran(_ajukan(kantor), by=kantor.pemeran.bu_ketua)
    _buka(kantor)
    lock_pengukuran(kantor.satker, TAHUN, 1, by=kantor.pemeran.bu_ketua)
    with pytest.raises(ValidationError, match="sudah diverifikasi"):
        kantor.betulkan("a", 61)
    with pytest.raises(ValidationError, match="tidak sedang dibuka kembali"):
        lock_pengukuran(kantor.satker, TAHUN, 1, by=kantor.pemeran.bu_ketua)


def test_an_open_quarter_is_not_opened(kantor: Kantor) -> None:
    with pytest.raises(ValidationError, match="masih terbuka"):
        _buka(kantor)


def test_the_schedule_of_an_office_above_holds_below_unless_there_is_a_nearer_one(kantor: Kantor) -> None:
    besok = timezone.localdate() + timedelta(days=1)
    revise_jadwal(kantor.pemeran.pusat, TAHUN, 1, buka=besok, tenggat=besok, by=None)
    with pytest.raises(ValidationError, match="baru dibuka"):
        kantor.ukur(a=60)
    kemarin = besok - timedelta(days=2)
    revise_jadwal(kantor.satker, TAHUN, 1, buka=kemarin, tenggat=kemarin, by=kantor.pemeran.rina)
    kantor.ukur(a=60)
    assert find_jendela(kantor.satker, TAHUN, 1).is_terlambat


def test_a_locked_quarter_is_opened_like_a_verified_one(kantor: Kantor) -> None:
    kemarin = timezone.localdate() - timedelta(days=1)
    revise_jadwal(kantor.pemeran.pusat, TAHUN, 1, buka=kemarin, tenggat=kemarin, kunci=kemarin, by=None)
    with pytest.raises(ValidationError, match="dikunci sejak"):
        kantor.ukur(a=60)
    _buka(kantor)
    kantor.ukur(a=60)


def test_days_of_a_schedule_follow_each_other(kantor: Kantor) -> None:
    hari = date(TAHUN, 4, 1)
    with pytest.raises(ValidationError, match="Urutan tanggalnya"):
        revise_jadwal(kantor.satker, TAHUN, 1, buka=hari, tenggat=hari - timedelta(days=1), by=kantor.pemeran.rina)


def test_the_threshold_of_an_office_above_holds_below(kantor: Kantor) -> None:
    revise_aturan(kantor.pemeran.pusat, TAHUN, ambang=300, by=None)
    kantor.ukur(a=60, b=80)
    kantor.ukur(triwulan=2, a=200, b=210)  # 233 % more


def test_another_policy_is_reckoned_by_at_once(kantor: Kantor) -> None:
    kantor.ukur(a=160, b=80)
    revise_aturan(kantor.satker, TAHUN, kebijakan="kemenkeu", by=kantor.pemeran.rina)
    assert compute_capaian_tahun(kantor.satker, TAHUN).kebijakan.nama == "kemenkeu"
    # 200 % of a target of 77,5 %: Kementerian Keuangan limits at 120.
    assert NilaiTahunan.objects.get(satker=kantor.satker, kode="1.1").capaian == 120


def test_a_later_quarter_does_not_wait_for_what_stays_as_it_was(kantor: Kantor) -> None:
    kantor.ukur(a=60, b=80)
    measure_fakta(kantor.satker, TAHUN, 2, [IsianSel(elemen="a", nilai=Decimal(62))], by=kantor.pemeran.danu)
    assert submit_pengukuran(kantor.satker, TAHUN, 2, by=kantor.pemeran.danu).status == "diajukan"
