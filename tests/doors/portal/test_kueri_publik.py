"""The public pages ask the tables of publications and of files, no other: a draft cannot get out of a table unread."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from terbitan_contoh import PDF, build_terbitan, withdraw

from akuntabel.doors.portal.simpanan import SIMPANAN
from akuntabel.siklus.publikasi.models import Terbitan
from doors.portal.alamat import DAFTAR_DATA, build_alamat

TABEL = re.compile(r'(?:FROM|JOIN|INTO|UPDATE)\s+"([a-z_]+)"')
# Beside the publications themselves: the bytes of their files. Not publikasi_penetapan…, which is not public yet.
BOLEH = re.compile(
    r"publikasi_(terbitan|dokumenterbit|sasaranterbit|indikatorterbit|riwayatterbit|anggaranterbit|satkerterbit"
    r"|versipublikasi)|files_berkas"
)


@pytest.fixture
def daftar_alamat(terbitan: Terbitan) -> list[str]:
    """Every page of a report that stands, of one that was withdrawn, of a revision, and of what is not there."""
    ditarik = build_terbitan("357300", sidik="cd" * 32)
    build_terbitan(tahun=2019)
    lama = build_terbitan("337300", sidik="ef" * 32)
    build_terbitan("337300", revisi=1, sidik="01" * 32)
    withdraw(ditarik)
    alamat = {a for t in (terbitan, ditarik, lama) for a in build_alamat(t).values()}
    alamat |= {reverse("publik_data", args=(t.slug, n)) for t in (terbitan, ditarik) for n in (*DAFTAR_DATA, "x")}
    alamat |= {reverse("publik_dokumen", args=(t.sidik,)) for t in (terbitan, ditarik, lama)}
    alamat |= {reverse(n, args=("888888",)) for n in ("publik_satker", "publik_wilayah", "publik_banding")}
    return [*alamat, reverse("publik_cari") + "?q=blitar&hal=2", reverse("publik_nasional") + "?tahun=2019"]


def _tabel(tamu: Callable[[], Any]) -> tuple[Any, set[str]]:
    """The answer, and which tables were asked for it."""
    daftar: list[str] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, konteks: Any) -> Any:
        daftar.append(sql)
        return execute(sql, params, many, konteks)

    with connection.execute_wrapper(note):
        jawaban = tamu()
    return jawaban, {t for sql in daftar for t in TABEL.findall(sql)}


def test_pages_read_publications_and_nothing_else(tamu: Client, daftar_alamat: list[str]):
    dilihat: set[str] = set()
    for alamat in daftar_alamat:
        SIMPANAN.forget()
        jawaban, tabel = _tabel(partial(tamu.get, alamat))
        if jawaban.streaming:
            b"".join(jawaban)
        assert not [t for t in tabel if not BOLEH.fullmatch(t)], alamat
        dilihat |= tabel
    assert len(dilihat) == 9, dilihat  # the check has seen all of them asked


def test_checking_a_file_reads_publications_and_nothing_else(terbitan: Terbitan, tamu: Client):
    berkas = SimpleUploadedFile("laporan.pdf", PDF + terbitan.slug.encode())
    jawaban, tabel = _tabel(lambda: tamu.post(reverse("publik_periksa"), {"berkas": berkas}))
    assert "Sama" in jawaban.content.decode()
    assert tabel
    assert not [t for t in tabel if not BOLEH.fullmatch(t)]


def test_a_page_asks_no_more_because_it_shows_more(terbitan: Terbitan, tamu: Client):
    """Cache aside: few indicators and many, few offices and many cost the same questions."""

    def count() -> dict[str, int]:
        hasil = {}
        for nama, alamat in build_alamat(terbitan).items():
            SIMPANAN.forget()
            daftar: list[str] = []
            with connection.execute_wrapper(lambda e, s, p, m, k, d=daftar: (d.append(s), e(s, p, m, k))[1]):
                jawaban = tamu.get(alamat)
                if jawaban.streaming:
                    b"".join(jawaban)
            hasil[nama] = len(daftar)
        return hasil

    semula = count()
    for kode in ("357300", "337300", "350000"):
        build_terbitan(kode)
    build_terbitan(jenis="triwulan", triwulan=1)
    assert count() == semula
