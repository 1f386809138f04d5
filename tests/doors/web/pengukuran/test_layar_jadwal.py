"""The days and the rules of measurement, set on a screen."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pemeran import Pemeran, build_pemeran

from akuntabel.siklus.pengukuran.berlaku import find_aturan, find_jendela
from doors.web.isi import TAHUN

pytestmark = pytest.mark.django_db


@pytest.fixture
def pemeran() -> Pemeran:
    return build_pemeran()


@pytest.fixture
def rina(pemeran: Pemeran) -> Client:
    klien = Client()
    klien.force_login(pemeran.rina)
    return klien


def _jadwal(pemeran: Pemeran) -> str:
    return reverse("pengukuran_jadwal", args=(pemeran.kota.kode, TAHUN, 1))


def test_days_of_a_quarter_are_set_and_hold(pemeran: Pemeran, rina: Client):
    hari = {"buka": f"{TAHUN}-03-25", "tenggat": f"{TAHUN}-04-10", "kunci": "", "versi": ""}
    jawaban = rina.post(_jadwal(pemeran), hari, follow=True)
    assert "Jadwal triwulan I tersimpan." in jawaban.content.decode()
    jadwal = find_jendela(pemeran.kota, TAHUN, 1).jadwal
    assert jadwal is not None
    assert (jadwal.tenggat, jadwal.kunci) == (date(TAHUN, 4, 10), None)


def test_days_in_the_wrong_order_are_told_and_nothing_is_kept(pemeran: Pemeran, rina: Client):
    hari = {"buka": f"{TAHUN}-04-25", "tenggat": f"{TAHUN}-04-10", "kunci": "", "versi": ""}
    isi = rina.post(_jadwal(pemeran), hari).content.decode()
    assert "Urutan tanggalnya: dibuka, tenggat, dikunci." in isi
    assert find_jendela(pemeran.kota, TAHUN, 1).jadwal is None


def test_who_was_slower_sees_what_is_stored(pemeran: Pemeran, rina: Client):
    hari = {"buka": f"{TAHUN}-03-25", "tenggat": f"{TAHUN}-04-10", "kunci": "", "versi": ""}
    rina.post(_jadwal(pemeran), hari)
    rina.post(_jadwal(pemeran), hari | {"tenggat": f"{TAHUN}-04-12", "versi": "0"})
    isi = rina.post(_jadwal(pemeran), hari | {"tenggat": f"{TAHUN}-04-15", "versi": "0"}).content.decode()
    assert "Yang tersimpan sekarang" in isi


def test_the_limit_of_unusual_change_is_the_offices_own(pemeran: Pemeran, rina: Client):
    alamat = reverse("pengukuran_aturan", args=(pemeran.kota.kode, TAHUN))
    assert "Kebijakan hitung" in rina.get(alamat).content.decode()
    rina.post(alamat, {"kebijakan": "kpu", "ambang": "25"})
    assert find_aturan(pemeran.kota, TAHUN).ambang == 25
    assert find_aturan(pemeran.kota_lain, TAHUN).ambang == 50
