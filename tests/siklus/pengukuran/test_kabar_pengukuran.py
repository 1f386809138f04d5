"""Who hears of a quarter: the next person when something was done, and those whose turn it is before it is too late."""

from datetime import date, datetime, timedelta
from unittest.mock import Mock

import pytest
from django.test import Client
from django.utils import timezone
from kantor_contoh import TAHUN, Kantor

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.notifikasi.baca import mark_dibaca
from akuntabel.platform.notifikasi.models import Notifikasi
from akuntabel.siklus.pengukuran.actions_triwulan import (
    approve_pengukuran,
    return_pengukuran,
    revise_jadwal,
    revise_pengukuran,
    submit_pengukuran,
)
from akuntabel.siklus.pengukuran.kabar import remind_tenggat
from akuntabel.siklus.pengukuran.models import PengukuranTriwulan
from akuntabel.siklus.perencanaan.models import Indikator

BUKA, TENGGAT, KUNCI = date(TAHUN, 4, 1), date(TAHUN, 4, 20), date(TAHUN, 5, 10)


@pytest.fixture
def hari(monkeypatch: pytest.MonkeyPatch):
    """Set the day."""

    def setel(tanggal: date) -> None:
        saat = timezone.make_aware(datetime(tanggal.year, tanggal.month, tanggal.day, 8))  # noqa: DTZ001 — made aware
        monkeypatch.setattr(timezone, "now", Mock(return_value=saat))

    return setel


@pytest.fixture
def terisi(kantor: Kantor) -> Kantor:
    """Everything that the first quarter asks for."""
    nama = {n for i in Indikator.objects.all() for n in ("a", "b") if n in i.rumus}
    kantor.ukur(1, **dict.fromkeys(sorted(nama), 5))
    Notifikasi.objects.all().delete()  # of the agreement
    return kantor


@pytest.fixture
def berjadwal(terisi: Kantor) -> Kantor:
    """The nation says when."""
    revise_jadwal(terisi.pemeran.pusat, TAHUN, 1, buka=BUKA, tenggat=TENGGAT, kunci=KUNCI, by=None)
    return terisi


def _submit(kantor: Kantor) -> PengukuranTriwulan:
    return submit_pengukuran(kantor.satker, TAHUN, 1, by=kantor.pemeran.danu)


def _jenis(pengguna: Pengguna) -> list[str]:
    daftar = Notifikasi.objects.filter(pengguna=pengguna, dibaca_pada=None).order_by("pk")
    return [n.jenis.removeprefix("pengukuran.") for n in daftar]


def test_who_verifies_is_called_and_who_measured_hears_the_end(terisi: Kantor):
    p = terisi.pemeran
    pengukuran = _submit(terisi)
    assert _jenis(p.rina) == _jenis(p.bu_ketua) == ["submit"]
    assert _jenis(p.danu) == []
    approve_pengukuran(pengukuran, by=p.rina)
    assert _jenis(p.rina) == []
    assert _jenis(p.bu_ketua) == _jenis(p.danu) == ["approve"]


def test_who_measured_is_told_what_to_mend(terisi: Kantor):
    p = terisi.pemeran
    return_pengukuran(_submit(terisi), by=p.bu_ketua, alasan="Lampirkan rekapitulasi")
    assert _jenis(p.rina) == []
    (kabar,) = Notifikasi.objects.filter(pengguna=p.danu)
    assert kabar.teks.endswith("dikembalikan Bu Ketua: Lampirkan rekapitulasi")
    klien = Client()
    klien.force_login(p.danu)
    assert klien.get(kabar.alamat).status_code == 200


def test_who_measured_hears_that_it_is_open_again(terisi: Kantor):
    p = terisi.pemeran
    approve_pengukuran(_submit(terisi), by=p.rina)
    sampai = timezone.now() + timedelta(days=2)
    revise_pengukuran(terisi.satker, TAHUN, 1, alasan="Rekap berubah", sampai=sampai, by=p.bu_ketua)
    assert _jenis(p.danu) == ["reopen"]


@pytest.mark.parametrize(
    ("tanggal", "jenis"),
    [
        (BUKA - timedelta(days=1), []),
        (BUKA, ["buka"]),
        (TENGGAT - timedelta(days=8), ["buka"]),
        (TENGGAT - timedelta(days=7), ["sisa-7"]),
        (TENGGAT - timedelta(days=4), ["sisa-7"]),
        (TENGGAT - timedelta(days=3), ["sisa-3"]),
        (TENGGAT, ["sisa-1"]),
        (TENGGAT + timedelta(days=1), ["terlambat"]),
        (KUNCI + timedelta(days=1), []),
    ],
)
def test_a_deadline_says_how_near_it_is(berjadwal: Kantor, hari, tanggal: date, jenis: list[str]):
    hari(tanggal)
    remind_tenggat()
    assert _jenis(berjadwal.pemeran.danu) == jenis


def test_each_reminder_is_said_once_also_to_who_has_read_it(berjadwal: Kantor, hari):
    danu = berjadwal.pemeran.danu
    hari(TENGGAT - timedelta(days=3))
    remind_tenggat()
    (kabar,) = Notifikasi.objects.filter(pengguna=danu)
    assert kabar.teks == (
        "Pengukuran triwulan I 2026 KPU Kota Blitar jatuh tempo 3 hari lagi, 20 April 2026. "
        "Isi realisasinya, lalu ajukan."
    )
    mark_dibaca(danu)
    remind_tenggat()
    assert _jenis(danu) == []
    hari(TENGGAT - timedelta(days=1))
    remind_tenggat()
    assert _jenis(danu) == ["sisa-1"]


def test_who_has_handed_in_is_left_alone_and_who_verifies_is_hurried(berjadwal: Kantor, hari):
    p = berjadwal.pemeran
    hari(TENGGAT - timedelta(days=7))
    remind_tenggat()
    assert _jenis(p.danu) == ["sisa-7"]
    pengukuran = _submit(berjadwal)
    assert _jenis(p.danu) == []
    remind_tenggat()
    assert _jenis(p.danu) == []
    assert _jenis(p.rina) == ["submit", "sisa-7"]
    approve_pengukuran(pengukuran, by=p.rina)
    hari(TENGGAT + timedelta(days=1))
    remind_tenggat()
    assert _jenis(p.rina) == []


def test_the_head_hears_that_it_is_late(berjadwal: Kantor, hari):
    hari(TENGGAT + timedelta(days=1))
    remind_tenggat()
    assert _jenis(berjadwal.pemeran.bu_ketua) == ["terlambat"]


def test_the_schedule_of_the_nearest_office_counts(berjadwal: Kantor, hari):
    nanti = TENGGAT + timedelta(days=30)
    revise_jadwal(berjadwal.pemeran.provinsi, TAHUN, 1, buka=BUKA, tenggat=nanti, by=None)
    hari(TENGGAT + timedelta(days=1))
    remind_tenggat()
    assert _jenis(berjadwal.pemeran.danu) == ["buka"]
