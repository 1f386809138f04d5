"""Stages: taken from a schedule, recorded as they went; in time or not follows from the dates."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from akuntabel.core.fakta.kepemiluan import KelompokTahapan, StatusTahapan
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.kepemiluan.actions.pemilihan import import_pemilihan_acuan
from akuntabel.siklus.kepemiluan.actions.tahapan import (
    draft_tahapan,
    import_tahapan_acuan,
    measure_tahapan,
    revise_tahapan,
    withdraw_tahapan,
)
from akuntabel.siklus.kepemiluan.isian import IsiRealisasi, IsiTahapan
from akuntabel.siklus.kepemiluan.models import Tahapan

COBLOS = IsiTahapan(
    1,
    KelompokTahapan.PENYELENGGARAAN,
    "Pemungutan suara",
    date(2020, 12, 9),
    date(2020, 12, 9),
    "pkpu-5-2020",
    "jadwal",
)
SELESAI, BELUM, LUAR, TAK_BERLAKU = StatusTahapan


@pytest.fixture
def coblos(pemeran, pilkada) -> Tahapan:
    return draft_tahapan(pemeran.kota, pilkada, COBLOS, by=pemeran.rina)


@pytest.mark.parametrize(
    ("selesai", "tepat"), [(date(2020, 12, 8), True), (date(2020, 12, 9), True), (date(2020, 12, 10), False)]
)
def test_a_stage_is_in_time_when_it_ended_by_its_schedule(pemeran, coblos, selesai: date, tepat: bool):
    daftar = [IsiRealisasi(coblos.pk, BELUM, date(2020, 12, 8), selesai, versi=0)]
    assert measure_tahapan(pemeran.kota, daftar, by=pemeran.danu) == 1
    coblos.refresh_from_db()
    assert (coblos.status, coblos.is_tepat_waktu, coblos.is_dihitung) == ("selesai", tepat, True)
    assert JejakAudit.objects.filter(tindakan="tahapan.measure", pelaku=pemeran.danu).count() == 1
    assert measure_tahapan(pemeran.kota, daftar, by=pemeran.danu) == 0


def test_an_unfinished_stage_is_neither_in_time_nor_late(pemeran, coblos):
    measure_tahapan(pemeran.kota, [IsiRealisasi(coblos.pk, BELUM, date(2020, 12, 8))], by=pemeran.danu)
    coblos.refresh_from_db()
    assert (coblos.status, coblos.is_tepat_waktu) == ("belum", None)


def test_all_stages_that_cannot_be_are_named_and_none_is_stored(pemeran, pilkada):
    a, b, c, d, *_ = import_tahapan_acuan(pemeran.kota, pilkada, by=pemeran.rina)
    besok = timezone.localdate() + timedelta(1)
    daftar = [
        IsiRealisasi(a.pk, BELUM, date(2020, 6, 2), date(2020, 6, 1)),
        IsiRealisasi(b.pk, SELESAI),
        IsiRealisasi(c.pk, LUAR, date(2020, 6, 1)),
        IsiRealisasi(d.pk, BELUM, besok),
        IsiRealisasi(999_999, BELUM),
    ]
    with pytest.raises(ValidationError) as galat:
        measure_tahapan(pemeran.kota, daftar, by=pemeran.danu)
    assert [m[:2] for m in galat.value.messages] == ["1.", "2.", "3.", "4.", "Ta"]
    assert not Tahapan.objects.exclude(realisasi_mulai=None).exists()


def test_a_mark_without_dates_stays_until_dates_say_otherwise(pemeran, coblos):
    Tahapan.objects.filter(pk=coblos.pk).update(status="selesai", tanda_tepat_waktu=True)
    coblos.refresh_from_db()
    assert (coblos.is_tepat_waktu, coblos.is_dihitung) == (True, False)
    assert measure_tahapan(pemeran.kota, [IsiRealisasi(coblos.pk, SELESAI)], by=pemeran.danu) == 0
    measure_tahapan(pemeran.kota, [IsiRealisasi(coblos.pk, SELESAI, None, date(2020, 12, 11))], by=pemeran.danu)
    coblos.refresh_from_db()
    assert coblos.is_tepat_waktu is False
    measure_tahapan(pemeran.kota, [IsiRealisasi(coblos.pk, BELUM)], by=pemeran.danu)
    coblos.refresh_from_db()
    assert (coblos.status, coblos.is_tepat_waktu) == ("belum", None)


def test_of_two_people_who_record_the_same_stage_the_second_is_told(pemeran, coblos):
    measure_tahapan(pemeran.kota, [IsiRealisasi(coblos.pk, BELUM, date(2020, 12, 9), versi=0)], by=pemeran.danu)
    with pytest.raises(SudahBerubahError):
        measure_tahapan(pemeran.kota, [IsiRealisasi(coblos.pk, BELUM, date(2020, 12, 8), versi=0)], by=pemeran.rina)


def test_the_schedule_begins_with_what_is_known_and_stages_of_other_years_are_no_duty(pemeran):
    pemilu = import_pemilihan_acuan(pemeran.kota, 2023, "pemilu-2024", by=pemeran.rina)
    daftar = import_tahapan_acuan(pemeran.kota, pemilu, by=pemeran.rina)
    per_nama = {t.nama: t for t in daftar}
    assert per_nama["Pemutakhiran data pemilih dan penyusunan daftar pemilih"].status == "belum"
    assert per_nama["Pemungutan dan penghitungan suara"].status == "di_luar_tahun"
    assert per_nama["Penetapan calon terpilih"].rencana_selesai is None
    with pytest.raises(ValidationError, match="sudah mempunyai tahapan"):
        import_tahapan_acuan(pemeran.kota, pemilu, by=pemeran.rina)


def test_the_schedule_of_the_office_above_comes_first(pemeran):
    pilkada = import_pemilihan_acuan(pemeran.provinsi, 2020, "pilkada-2020", by=None)
    draft_tahapan(pemeran.provinsi, pilkada, COBLOS, by=None)
    (tahapan,) = import_tahapan_acuan(pemeran.kota, pilkada, by=pemeran.rina)
    assert (tahapan.satker, tahapan.nama) == (pemeran.kota, "Pemungutan suara")
    assert "KPU Provinsi Jawa Timur" in tahapan.sumber


def test_an_election_without_a_known_schedule_says_so(pemeran):
    lama = import_pemilihan_acuan(pemeran.kota, 2010, "pilkada-2010", by=pemeran.rina)
    with pytest.raises(ValidationError, match="belum diketahui"):
        import_tahapan_acuan(pemeran.kota, lama, by=pemeran.rina)


def test_a_schedule_is_changed_with_its_reason_in_the_trail(pemeran, coblos):
    revise_tahapan(coblos, replace(COBLOS, rencana_selesai=date(2020, 12, 10)), versi=0, by=pemeran.rina)
    assert JejakAudit.objects.get(tindakan="tahapan.revise").baru["rencana_selesai"] == "2020-12-10"
    with pytest.raises(ValidationError, match="Jadwal selesai sebelum mulai"):
        revise_tahapan(coblos, replace(COBLOS, rencana_selesai=date(2020, 12, 1)), versi=1, by=pemeran.rina)
    with pytest.raises(ValidationError) as galat:
        revise_tahapan(coblos, replace(COBLOS, nama=" ", dasar="pkpu-0-0000", urut=0), versi=1, by=pemeran.rina)
    assert set(galat.value.message_dict) == {"nama", "dasar", "urut"}
    withdraw_tahapan(coblos, by=pemeran.rina, alasan="bukan tahapan satker ini")
    assert not Tahapan.objects.exists()


def test_nobody_else_records_stages(pemeran, coblos):
    for orang in (pemeran.bu_ketua, pemeran.sari, pemeran.tono, pemeran.supervisor):
        with pytest.raises(PermissionDenied):
            measure_tahapan(pemeran.kota, [IsiRealisasi(coblos.pk, BELUM)], by=orang)
    assert Tahapan.objects.visible_to(pemeran.sari).count() == 1
    assert not Tahapan.objects.visible_to(pemeran.tono).exists()
