"""Every operation of the description × everybody × own and other office, by token; and what holds for all reading.

The walk over addresses (``doors/web/test_matriks_izin``) asks with a session and knows GET and POST; this one takes the
operations from the description itself, so that none can be left out, and asks as programs do.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker, Settings

from akuntabel.doors.api.openapi import build_openapi
from akuntabel.platform.akses.actions import draft_token
from akuntabel.siklus.hak_token import HakToken
from akuntabel.siklus.organisasi.models import Peran, Satker
from doors.web.isi import TAHUN, Isi, Orang, build_isi
from doors.web.izin import MELIHAT_BAWAHAN

pytestmark = pytest.mark.django_db
OPERASI = {o["operationId"]: (m, alamat) for alamat, isi in build_openapi()["paths"].items() for m, o in isi.items()}
MENULIS: Mapping[str, frozenset[Peran]] = {
    "tulis_fakta": frozenset({Peran.PENGELOLA_DATA}),
    "tulis_realisasi_bulan": frozenset({Peran.PENGELOLA_DATA, Peran.PERENCANA}),
}
NOMOR = {"satu_renstra": "renstra", "baris_anggaran": "versi_anggaran"}  # what {id_} names
SENDIRI = {"saya", "satker"}  # about who asks, not about an office


@dataclass(frozen=True)
class Tamu:
    """A person with a token for everything; token "": a stranger."""

    orang: Orang
    token: str

    def ask(self, operasi: str, alamat: str) -> tuple[int, bytes]:
        """Nothing of it stays."""
        kepala = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        with transaction.atomic():
            jawaban = Client(headers=kepala).generic(
                OPERASI[operasi][0].upper(), alamat, b"{}", content_type="application/json"
            )
            transaction.set_rollback(True)
        return jawaban.status_code, jawaban.content


@pytest.fixture(scope="module")
def isi(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Isi]:
    """Two offices with all there is, once."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_isi()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def tamu(isi: Isi, django_db_blocker: DjangoDbBlocker) -> list[Tamu]:
    """Everybody."""
    with django_db_blocker.unblock():
        return [Tamu(o, _token(o)) for o in isi.daftar_orang]


@pytest.fixture(autouse=True)
def _tanpa_batas_laju(settings: Settings) -> None:
    settings.API_LAJU = 10**9


def test_the_table_knows_every_writing() -> None:
    assert {o for o, (metode, _) in OPERASI.items() if metode != "get"} == MENULIS.keys()
    assert len(OPERASI) >= 50


@pytest.mark.parametrize("operasi", OPERASI)
def test_everybody_gets_what_the_role_allows(isi: Isi, tamu: list[Tamu], operasi: str) -> None:
    salah = []
    for satker in (isi.kota, isi.kota_lain):
        alamat = _alamat(operasi, satker, isi)
        for t in tamu:
            status, badan = t.ask(operasi, alamat)
            if status not in _harapan(operasi, t.orang, satker):
                salah.append(f"{operasi} {alamat} oleh {t.orang.nama}: {status} {badan[:100]!r}")
            if status == 200 and (pecahan := _find_pecahan(json.loads(badan))):
                salah.append(f"{operasi}: {pecahan} adalah pecahan biner")
    assert not salah, f"{len(salah)} salah:\n" + "\n".join(salah[:8])


@pytest.mark.parametrize("operasi", OPERASI)
def test_token_without_the_scope_gets_nothing(isi: Isi, operasi: str) -> None:
    butuh = {"tulis_fakta": HakToken.UKUR, "tulis_realisasi_bulan": HakToken.ANGGARAN}.get(operasi, HakToken.BACA)
    lain = [c.value for c in HakToken if c is not butuh]
    danu = next(o for o in isi.daftar_orang if o.pengguna == isi.pemeran.danu)
    _, teks = draft_token(nama="sebagian", hak=lain, hari=1, by=isi.pemeran.danu)
    assert Tamu(danu, teks).ask(operasi, _alamat(operasi, isi.kota, isi))[0] == 403


def test_what_is_read_is_not_empty(isi: Isi, tamu: list[Tamu]) -> None:
    """A page of nothing proves nothing: most of what can be read must be there."""
    danu = next(t for t in tamu if t.orang.pengguna == isi.pemeran.danu)
    isinya = {}
    for operasi, (metode, _) in OPERASI.items():
        if metode == "get":
            jawaban = json.loads(danu.ask(operasi, _alamat(operasi, isi.kota, isi))[1])
            isinya[operasi] = jawaban.get("data", jawaban) if isinstance(jawaban, dict) else jawaban
    kosong = {operasi for operasi, ada in isinya.items() if not ada}
    assert len(kosong) <= 8, f"tidak berisi: {sorted(kosong)}"


def _token(orang: Orang) -> str:
    if orang.pengguna is None:
        return ""
    return draft_token(nama="uji", hak=list(HakToken), hari=1, by=orang.pengguna)[1]


def _alamat(operasi: str, satker: Satker, isi: Isi) -> str:
    objek = isi.objek[satker.kode]
    nomor = objek.get(NOMOR.get(operasi, ""), 1)
    return OPERASI[operasi][1].format(kode=satker.kode, tahun=TAHUN, bulan=objek["bulan"], id_=nomor)


def _harapan(operasi: str, orang: Orang, satker: Satker) -> set[int]:
    """What the one rule of visibility and the table say. 422: let in, and told that {} is not enough."""
    if orang.pengguna is None:
        return {401}
    if operasi in SENDIRI:
        return {200}
    if not _is_terlihat(satker, orang):
        return {404}
    if operasi in MENULIS:
        return {422} if orang.satker == satker and orang.peran in MENULIS[operasi] else {403}
    return {200, 404} if operasi == "satu_terbitan" else {200}  # its figures are looked at in test_angka_sama


def _is_terlihat(satker: Satker, orang: Orang) -> bool:
    if orang.satker is None:
        return False
    return orang.satker == satker or (orang.peran in MELIHAT_BAWAHAN and satker.path.startswith(orang.satker.path))


def _find_pecahan(isi: Any) -> float | None:
    """A figure that is not exact, anywhere."""
    if isinstance(isi, dict):
        isi = list(isi.values())
    if isinstance(isi, list):
        return next((p for b in isi if (p := _find_pecahan(b)) is not None), None)
    return isi if isinstance(isi, float) else None
