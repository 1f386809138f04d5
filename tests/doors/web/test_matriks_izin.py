"""Every address × role × own and other office, against the table; no address may be missing from it.

What a person may not see is as if it were not there (404); what they see but may not do is refused (403); who has not
signed in is asked to (302 to the log-in; 401 where programs ask). Looking changes nothing, whatever the method that an
address does not know.
"""

from collections.abc import Iterator
from http.cookies import SimpleCookie

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.http import HttpResponse
from django.shortcuts import resolve_url
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from akuntabel.siklus.organisasi.models import Satker
from doors.web.halaman import DAFTAR_HALAMAN, build_alamat, daftar_alamat
from doors.web.isi import Isi, Orang, build_isi
from doors.web.izin import LIHAT, MASUK, MELIHAT_BAWAHAN, PADAM, SEMUA, SENDIRI, TIDAK, DiAtas, Izin

pytestmark = pytest.mark.django_db


class Tamu:
    """A person at the door: asks, and leaves everything as it was."""

    def __init__(self, orang: Orang) -> None:
        self.orang, self.klien = orang, Client()
        if orang.pengguna is not None:
            self.klien.force_login(orang.pengguna)
        self.kuki = {nama: isi.value for nama, isi in self.klien.cookies.items()}

    def ask(self, metode: str, alamat: str) -> tuple[HttpResponse, list[str]]:
        """The answer, and what was written meanwhile; nothing of it stays."""
        self.klien.cookies = SimpleCookie(self.kuki)
        with transaction.atomic():
            with CaptureQueriesContext(connection) as kueri:
                jawaban = self.klien.generic(metode, alamat, content_type="application/x-www-form-urlencoded")
                if jawaban.streaming:
                    b"".join(jawaban)  # to the end, which closes its file
            transaction.set_rollback(True)
        tulisan = [k["sql"] for k in kueri if k["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
        return jawaban, [t for t in tulisan if "django_session" not in t]


@pytest.fixture(scope="module")
def isi(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Isi]:
    """Two offices with their people and all that a page can be about, once for the whole matrix."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_isi()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def tamu(isi: Isi, django_db_blocker: DjangoDbBlocker) -> list[Tamu]:
    """Everybody with a browser of their own, signed in once."""
    with django_db_blocker.unblock():
        return [Tamu(orang) for orang in isi.daftar_orang]


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    alamat = daftar_alamat()
    assert alamat.keys() == DAFTAR_HALAMAN.keys()
    assert len(alamat) >= 60


@pytest.mark.parametrize("nama", DAFTAR_HALAMAN)
def test_everybody_gets_what_the_table_says(isi: Isi, tamu: list[Tamu], nama: str) -> None:
    halaman, salah, jumlah = DAFTAR_HALAMAN[nama], [], 0
    for satker in (isi.kota, isi.kota_lain):
        alamat = build_alamat(nama, satker.kode, isi.objek[satker.kode])
        for t in tamu:
            for metode, izin, lain in (("GET", halaman.get, halaman.post), ("POST", halaman.post, halaman.get)):
                jawaban, tulisan = t.ask(metode, alamat)
                harapan = _harapan(lain if izin is TIDAK else izin, t.orang, satker)
                if izin is TIDAK:  # such an address says so, or answers as it does to the method that it knows
                    harapan = harapan | {"405"}
                kini = _sebut(jawaban)
                jumlah += 1
                if kini not in harapan:
                    salah.append(f"{metode} {alamat} oleh {t.orang.nama}: {kini}, diharapkan {sorted(harapan)}")
                if tulisan and (metode == "GET" or izin is TIDAK):
                    salah.append(f"{metode} {alamat} oleh {t.orang.nama} menulis: {tulisan[0][:120]}")
    assert not salah, f"{len(salah)} salah:\n" + "\n".join(salah[:8])
    assert jumlah == 2 * 2 * len(tamu)


@pytest.mark.parametrize("nama", [n for n, h in DAFTAR_HALAMAN.items() if h.objek and "kode" in daftar_alamat()[n]])
def test_thing_of_another_office_is_not_reached_under_the_own_address(isi: Isi, tamu: list[Tamu], nama: str) -> None:
    alamat = build_alamat(nama, isi.kota.kode, isi.objek[isi.kota_lain.kode])
    if alamat == build_alamat(nama, isi.kota.kode, isi.objek[isi.kota.kode]):
        pytest.skip("both offices share it")
    for t in tamu:
        for metode in ("GET", "POST"):
            jawaban, _ = t.ask(metode, alamat)
            assert _sebut(jawaban) in {"masuk", "403", "404", "405"}, f"{metode} {alamat} oleh {t.orang.nama}"


def _sebut(jawaban: HttpResponse) -> str:
    """What the answer comes to."""
    status = jawaban.status_code
    if status == 302 and jawaban.headers["Location"].startswith(resolve_url(settings.LOGIN_URL)):
        return "masuk"
    if status == 401 and "WWW-Authenticate" in jawaban.headers:  # as a program is asked to
        return "masuk"
    return "boleh" if status in {200, 302, 400, 401, 415} else str(status)


def _harapan(izin: Izin, orang: Orang, satker: Satker) -> set[str]:
    """What the table and the one rule of visibility say."""
    if izin is SEMUA or izin is PADAM:
        return {"boleh", "masuk"} if izin is SEMUA else {"404"}
    if orang.pengguna is None:
        return {"masuk"}
    if izin is MASUK or izin is SENDIRI:
        return {"boleh"} if izin is MASUK else {"boleh", "masuk", "403", "404"}
    if not _is_terlihat(satker, orang):
        return {"404"}
    sendiri = izin.sendiri if isinstance(izin, DiAtas) else izin if isinstance(izin, frozenset) else frozenset()
    di_atas = izin.peran if isinstance(izin, DiAtas) else frozenset()
    is_berperan = orang.peran in (sendiri if orang.satker == satker else di_atas)
    return {"boleh"} if izin is LIHAT or is_berperan else {"403"}


def _is_terlihat(satker: Satker, orang: Orang) -> bool:
    """In the own office; below it for whom the role looks down."""
    if orang.satker is None:
        return False
    return orang.satker == satker or (orang.peran in MELIHAT_BAWAHAN and satker.path.startswith(orang.satker.path))
