"""Pages are kept whole, and never shown again once anything public has changed, by whichever process."""

import gzip
from collections.abc import Iterator

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from terbitan_contoh import build_terbitan, withdraw

from akuntabel.doors.portal.simpanan import SIMPANAN, Jawaban, Simpanan, halaman
from akuntabel.siklus.publikasi.models import Terbitan


@pytest.fixture(autouse=True)
def _kosong() -> Iterator[None]:
    SIMPANAN.forget()
    yield
    SIMPANAN.forget()


@pytest.fixture
def alamat(terbitan: Terbitan) -> str:
    return reverse("publik_tahun", args=(terbitan.kode_satker, terbitan.tahun))


def test_the_second_time_costs_one_small_question(tamu: Client, alamat: str):
    pertama = tamu.get(alamat)
    with CaptureQueriesContext(connection) as kueri:
        kedua = tamu.get(alamat)
    assert kedua.content == pertama.content
    assert len(kueri) == 1
    assert "publikasi_versipublikasi" in kueri[0]["sql"]


def test_a_withdrawn_page_is_gone_with_the_next_request(terbitan: Terbitan, tamu: Client, alamat: str):
    assert tamu.get(alamat).status_code == 200
    withdraw(terbitan)  # a row of the database, as another machine would write it
    assert tamu.get(alamat).status_code == 410


def test_a_new_publication_is_there_with_the_next_request(terbitan: Terbitan, tamu: Client):
    depan = reverse("publik")
    tamu.get(depan)
    build_terbitan("357300")
    assert "KPU Kota Malang" in tamu.get(depan).content.decode()


def test_who_has_the_page_is_told_so(terbitan: Terbitan, tamu: Client, alamat: str):
    pertama = tamu.get(alamat)
    lagi = tamu.get(alamat, headers={"if-none-match": pertama.headers["ETag"]})
    assert (lagi.status_code, lagi.content) == (304, b"")
    assert lagi.headers["ETag"] == pertama.headers["ETag"]
    assert "no-cache" in lagi.headers["Cache-Control"]
    withdraw(terbitan)
    assert tamu.get(alamat, headers={"if-none-match": pertama.headers["ETag"]}).status_code == 410


def test_pages_travel_compressed_to_who_can_read_that(tamu: Client, alamat: str):
    polos = tamu.get(alamat)
    padat = tamu.get(alamat, headers={"accept-encoding": "br, gzip"})
    assert padat.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(padat.content) == polos.content
    assert len(padat.content) < len(polos.content) / 2
    assert padat.headers["Vary"] == polos.headers["Vary"] == "Accept-Encoding"


def test_the_query_is_part_of_the_address(terbitan: Terbitan, tamu: Client):
    build_terbitan(tahun=2019)
    nasional = reverse("publik_nasional")
    assert "tahun 2020" in tamu.get(nasional).content.decode()
    assert "tahun 2019" in tamu.get(nasional, {"tahun": 2019}).content.decode()


def test_what_is_not_there_is_not_kept(terbitan: Terbitan, tamu: Client):
    alamat = reverse("publik_satker", args=("888888",))
    for _ in range(2):
        with CaptureQueriesContext(connection) as kueri:
            assert tamu.get(alamat).status_code == 404
        assert len(kueri) > 1


@pytest.mark.django_db
def test_a_page_is_the_same_for_everybody_who_asks(rf: RequestFactory):
    @halaman
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse("isi", headers={"Content-Disposition": "attachment"})

    pertama, kedua = view(rf.get("/x/", headers={"cookie": "a=b"})), view(rf.get("/x/", headers={"host": "lain"}))
    assert pertama.content == kedua.content == b"isi"
    assert kedua.headers["Content-Disposition"] == "attachment"


def _jawaban(bita: int) -> Jawaban:
    return Jawaban(200, "text/html", "", b"x" * bita, b"", ())


def test_memory_is_bounded_and_the_least_asked_for_goes_first():
    simpanan = Simpanan(batas=5000)
    for alamat in ("/a", "/b", "/c"):
        simpanan.keep("v", alamat, _jawaban(1000))
    assert simpanan.find("v", "/a") is not None
    simpanan.keep("v", "/d", _jawaban(1000))
    assert [a for a in ("/a", "/b", "/c", "/d") if simpanan.find("v", a)] == ["/a", "/c", "/d"]


def test_the_same_address_is_counted_once():
    simpanan = Simpanan(batas=4000)
    simpanan.keep("v", "/a", _jawaban(1000))
    for _ in range(5):
        simpanan.keep("v", "/b", _jawaban(1000))
    assert simpanan.find("v", "/a") is not None


def test_another_mark_forgets_everything():
    simpanan = Simpanan()
    simpanan.keep("lama", "/a", _jawaban(10))
    simpanan.keep("baru", "/b", _jawaban(10))
    assert simpanan.find("lama", "/a") is None
    assert simpanan.find("baru", "/a") is None
    assert simpanan.find("baru", "/b") is not None
