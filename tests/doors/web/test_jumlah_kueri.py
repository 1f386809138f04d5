"""No page asks the database more often because it has more to show: few rows and many cost the same questions."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from doors.web.halaman import DAFTAR_BERKAS, DAFTAR_HALAMAN, build_alamat
from doors.web.isi import Isi, build_isi
from doors.web.izin import LIHAT, TIDAK

pytestmark = pytest.mark.django_db
SEDIKIT, BANYAK = 1, 12
DAFTAR = [n for n, h in DAFTAR_HALAMAN.items() if h.get is not TIDAK and n not in DAFTAR_BERKAS]
Kueri = dict[tuple[str, str], list[str]]


@pytest.fixture(scope="module")
def kueri(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> tuple[Kueri, Kueri]:
    """What every page asks, for everybody who is shown it: with one row of each kind, with many."""
    hasil = []
    for tambahan in (SEDIKIT, BANYAK):
        with django_db_blocker.unblock(), transaction.atomic():
            hasil.append(_ukur(build_isi(tambahan)))
            transaction.set_rollback(True)
    return hasil[0], hasil[1]


@pytest.mark.parametrize("nama", DAFTAR)
def test_queries_do_not_grow_with_rows(kueri: tuple[Kueri, Kueri], nama: str) -> None:
    sedikit, banyak = ({k: v for k, v in hasil.items() if k[0] == nama} for hasil in kueri)
    if DAFTAR_HALAMAN[nama].get is LIHAT:
        assert sedikit, "nobody was shown the page"
    for kunci, daftar in banyak.items():
        semula = sedikit[kunci]
        assert len(daftar) <= len(semula), f"{kunci}: {len(semula)} → {len(daftar)}:\n" + "\n".join(_berulang(daftar))


def _ukur(isi: Isi) -> Kueri:
    hasil: Kueri = {}
    for pengguna in (isi.pemeran.rina, isi.pemeran.bu_ketua, isi.pemeran.admin, isi.pemeran.supervisor):
        klien = Client()
        klien.force_login(pengguna)
        for nama in DAFTAR:
            alamat = build_alamat(nama, isi.kota.kode, isi.objek[isi.kota.kode])
            daftar: list[str] = []
            with transaction.atomic():
                with connection.execute_wrapper(partial(_note, daftar)):
                    jawaban = klien.get(alamat)
                transaction.set_rollback(True)
            if jawaban.status_code == 200:
                hasil[nama, pengguna.nama] = daftar
    return hasil


def _note(daftar: list[str], execute: Callable[..., Any], sql: str, params: Any, many: bool, konteks: Any) -> Any:
    """Remember the question, then ask it."""
    daftar.append(sql)
    return execute(sql, params, many, konteks)


def _berulang(daftar: list[str]) -> list[str]:
    """The questions that were asked more than once, by how they begin."""
    awal = [k[:160] for k in daftar]
    return sorted({f"{awal.count(a)} × {a}" for a in awal if awal.count(a) > 1}, reverse=True)[:6]
