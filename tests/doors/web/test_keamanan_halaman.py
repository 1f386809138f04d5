"""What every answer of the site carries, whoever asks: headers, no inline code, no forgeable form, no cached page."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from lxml import html
from pytest_django import DjangoDbBlocker

from akuntabel.platform.accounts.models import Pengguna
from doors.web.halaman import DAFTAR_BAGIAN, DAFTAR_HALAMAN, build_alamat
from doors.web.halaman_portal import HALAMAN as PUBLIK
from doors.web.isi import Isi, build_isi
from doors.web.izin import SEMUA, TIDAK

pytestmark = pytest.mark.django_db
DIJAWAB = [n for n, h in DAFTAR_HALAMAN.items() if h.get is not TIDAK]
# The public pages are the same for everybody: they may be kept, and the check of a file changes nothing (portal tests).
# An address of the API that does not exist does nothing either.
MENULIS = [n for n, h in DAFTAR_HALAMAN.items() if h.post is not TIDAK and n not in (*PUBLIK, "api_tidak_ada")]
# On other sites' pages nothing of ours may run or show; on ours nothing of theirs.
KEBIJAKAN = ("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")


@pytest.fixture(scope="module")
def isi(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Isi]:
    """Once for all pages."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_isi()
        transaction.set_rollback(True)


@pytest.mark.parametrize("nama", DIJAWAB)
def test_every_answer_is_guarded(isi: Isi, nama: str) -> None:
    alamat = build_alamat(nama, isi.kota.kode, isi.objek[isi.kota.kode])
    jumlah = 0
    for pengguna in _daftar_penanya(isi, nama):
        jawaban = _get(pengguna, alamat)
        kepala = jawaban.headers
        assert kepala["X-Content-Type-Options"] == "nosniff"
        assert kepala["X-Frame-Options"] == "DENY"
        assert kepala["Referrer-Policy"] in {"same-origin", "strict-origin", "no-referrer"}
        assert "unsafe" not in kepala["Content-Security-Policy"]
        if not kepala["Content-Type"].startswith("text/html"):
            assert nama in PUBLIK or kepala["Content-Disposition"].startswith("attachment")
            assert nama in PUBLIK or {"private", "no-store"} & set(kepala["Cache-Control"].split(", "))
        else:
            is_pribadi = pengguna is not None and nama not in PUBLIK
            assert not is_pribadi or "no-store" in kepala["Cache-Control"], f"halaman pribadi tersimpan: {alamat}"
            assert all(k in kepala["Content-Security-Policy"] for k in KEBIJAKAN)
            if jawaban.status_code == 200:
                _check_isi(jawaban.content, is_bagian=nama in DAFTAR_BAGIAN, is_publik=nama in PUBLIK)
        if jawaban.streaming:
            jawaban.getvalue()  # to the end, which closes its file
        jumlah += 1
    assert jumlah


@pytest.mark.parametrize("nama", MENULIS)
def test_no_act_without_token(isi: Isi, nama: str) -> None:
    alamat = build_alamat(nama, isi.kota.kode, isi.objek[isi.kota.kode])
    klien = Client(enforce_csrf_checks=True)
    klien.force_login(isi.pemeran.rina)
    assert klien.post(alamat).status_code == 403


def test_error_pages_are_guarded_too(isi: Isi) -> None:
    for pengguna in (None, isi.pemeran.rina):
        jawaban = _get(pengguna, "/tidak-ada/")
        assert jawaban.status_code == 404
        assert all(k in jawaban.headers["Content-Security-Policy"] for k in KEBIJAKAN)
        _check_isi(jawaban.content)


def _daftar_penanya(isi: Isi, nama: str) -> list[Pengguna | None]:
    """Who shows every face of a page: the planner, the head, the admin; a stranger where strangers get in."""
    p = isi.pemeran
    return [*([None] if DAFTAR_HALAMAN[nama].get is SEMUA else []), p.rina, p.bu_ketua, p.admin]


def _get(pengguna: Pengguna | None, alamat: str) -> HttpResponse:
    klien = Client()
    if pengguna is not None:
        klien.force_login(pengguna)
    return klien.get(alamat)


def _check_isi(isi: bytes, *, is_bagian: bool = False, is_publik: bool = False) -> None:
    """Nothing inline, nothing from elsewhere, a token in each form that acts."""
    pohon = html.document_fromstring(isi)
    assert not pohon.xpath("//@style"), "gaya sebaris"
    assert not pohon.xpath("//style | //script[not(@src)]"), "gaya atau skrip di dalam halaman"
    assert not pohon.xpath("//@*[starts-with(name(), 'on')]"), "skrip di dalam atribut"
    luar = [a for a in pohon.xpath("//@src | //link/@href | //@action") if a.startswith(("http:", "https:", "//"))]
    assert not luar, f"dari luar situs: {luar}"
    for formulir in pohon.xpath("//form[translate(@method, 'POST', 'post') = 'post']"):
        assert is_publik or formulir.xpath(".//input[@name='csrfmiddlewaretoken']"), (
            f"tanpa token: {formulir.get('action')}"
        )
    if not is_bagian:
        assert pohon.get("lang") == "id"
        assert len(pohon.xpath("//h1")) == 1
