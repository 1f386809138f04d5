"""Whoever has not signed in asks for every address of the site and follows every link: nothing unpublished is found.

What is looked for is not a list of words: it is every text that stands in a table of the site and in no public one.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from django.apps import apps
from django.db import models, transaction
from django.http import HttpResponseBase
from django.test import Client
from pytest_django import DjangoDbBlocker
from terbitan_contoh import build_terbitan, withdraw

from akuntabel.doors.portal.simpanan import SIMPANAN
from akuntabel.siklus.publikasi.daftar_satker import refresh_daftar_satker
from akuntabel.siklus.publikasi.models import StatusTerbitan
from doors.web.halaman import DAFTAR_HALAMAN, build_alamat
from doors.web.isi import Isi, build_isi

pytestmark = pytest.mark.django_db
TAUTAN = re.compile(r'(?:href|src|action)="([^"#]+)|<loc>([^<]+)')
PUBLIK = {
    f"publikasi_{nama}"
    for nama in ("terbitan", "dokumenterbit", "sasaranterbit", "indikatorterbit", "riwayatterbit", "anggaranterbit")
} | {"publikasi_satkerterbit"}
SINGKAT = 8  # letters of what may stand anywhere
BERCIRI = re.compile(r"[^/].*[\s\d@]")  # a single word may, too, and an address of the site says nothing
TERBANYAK = 3000
# The page behind the QR of a signed agreement: whoever holds the paper may ask who signed it (0011).
BERSIDIK = "/verifikasi/"
DITARIK = "Ringkasan yang sudah ditarik."


@dataclass
class Rayapan:
    """What was found: text of every page that was shown, and how often the site asked to sign in."""

    halaman: dict[str, str] = field(default_factory=dict)
    jumlah_masuk: int = 0
    salah: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def isi(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Isi]:
    """The cast with a draft of everything, one report that was published, one that was withdrawn."""
    with django_db_blocker.unblock(), transaction.atomic():
        isi = build_isi()
        refresh_daftar_satker()
        build_terbitan(isi.kota.kode, 2001)
        withdraw(build_terbitan(isi.kota_lain.kode, 2001, sidik="cd" * 32, ringkasan=DITARIK))
        SIMPANAN.forget()
        yield isi
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def rayapan(isi: Isi, django_db_blocker: DjangoDbBlocker) -> Rayapan:
    """The walk, once."""
    mulai = {"/", "/publik/", "/robots.txt", "/publik/peta.xml"} | {
        build_alamat(nama, satker.kode, isi.objek[satker.kode])
        for nama in DAFTAR_HALAMAN
        for satker in (isi.kota, isi.kota_lain)
    }
    with django_db_blocker.unblock():
        return _rayapi(mulai)


def test_no_text_that_is_not_public_stands_on_any_page(isi: Isi, rayapan: Rayapan):
    rahasia = _daftar_teks(publik=False) - _daftar_teks(publik=True)
    umum = " ".join(_daftar_teks(publik=True))
    rahasia = {t for t in rahasia if t not in umum}
    halaman = {alamat: teks for alamat, teks in rayapan.halaman.items() if not alamat.startswith(BERSIDIK)}
    bocor = [f"{alamat}: {t!r}" for alamat, teks in halaman.items() for t in rahasia if t in teks]
    assert len(rahasia) > 100
    assert not bocor, "\n".join(bocor[:10])


def test_what_was_withdrawn_stands_on_no_page(rayapan: Rayapan):
    semua = " ".join(rayapan.halaman.values())
    assert DITARIK not in semua
    assert "Angka partisipasinya keliru." in semua  # but that it was, and why


def test_the_walk_went_everywhere(rayapan: Rayapan):
    publik = [a for a in rayapan.halaman if a.startswith("/publik/")]
    assert len(publik) > 30
    assert any("Persentase partisipasi pemilih" in rayapan.halaman[a] for a in publik)
    assert rayapan.jumlah_masuk > 100
    assert not rayapan.salah


def _rayapi(mulai: set[str]) -> Rayapan:
    hasil, antre, dikenal, tamu = Rayapan(), deque(sorted(mulai)), set(mulai), Client()
    while antre:
        alamat = antre.popleft()
        jawaban = tamu.get(alamat)
        isi = _read(jawaban)
        if jawaban.status_code in (301, 302):
            lain = [jawaban.headers["Location"]]
            hasil.jumlah_masuk += "/masuk/" in lain[0]
        elif jawaban.status_code in (200, 401, 404, 405, 410):
            hasil.halaman[alamat] = isi
            lain = [unescape(a or b) for a, b in TAUTAN.findall(isi)]
        else:
            hasil.salah.append(f"{alamat}: {jawaban.status_code}")
            continue
        for tautan in (_jalur(alamat, t) for t in lain):
            if tautan and tautan not in dikenal and len(dikenal) < TERBANYAK:
                dikenal.add(tautan)
                antre.append(tautan)
    return hasil


def _read(jawaban: HttpResponseBase) -> str:
    isi = b"".join(jawaban) if jawaban.streaming else jawaban.content  # type: ignore[attr-defined, arg-type]
    return unescape(isi.decode("utf-8", "replace"))


def _jalur(alamat: str, tautan: str) -> str:
    """The address of a link within the site; empty for one that leads elsewhere or to a file of the pages."""
    bagian = urlsplit(urljoin(f"http://localhost:8000{alamat}", tautan))
    if bagian.netloc not in ("localhost:8000", "testserver") or bagian.path.startswith("/statis/"):
        return ""
    if "/masuk/" in bagian.path:
        return ""
    return bagian.path + (f"?{bagian.query}" if bagian.query else "")


def _daftar_teks(*, publik: bool) -> set[str]:
    """Every text of some length in the tables of the public reports that stand, or in all others."""
    hasil: set[str] = set()
    for model in apps.get_models():
        if not model.__module__.startswith("akuntabel.") or (model._meta.db_table in PUBLIK) is not publik:
            continue
        bidang = [
            f.attname
            for f in model._meta.concrete_fields
            if isinstance(f, models.CharField | models.TextField) and not f.choices
        ]
        daftar = model._default_manager.all()
        if publik and model._meta.model_name == "terbitan":
            daftar = daftar.filter(status=StatusTerbitan.TERBIT)
        if bidang:
            hasil |= {str(t).strip() for baris in daftar.values_list(*bidang) for t in baris if t}
    return {t for t in hasil if len(t) >= SINGKAT and BERCIRI.match(t)}
