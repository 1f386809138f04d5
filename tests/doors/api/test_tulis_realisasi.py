"""What was spent in a month, by program: the whole month anew, and both sides where somebody was faster."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from kantor_contoh import Kantor

from akuntabel.siklus.anggaran.actions_pelaksanaan import IsianRealisasi, write_realisasi_bulanan
from akuntabel.siklus.anggaran.models import RealisasiBulanan
from akuntabel.siklus.hak_token import HakToken
from doors.api.program import Program, masalah

ALAMAT = "/satker/357200/2026/realisasi-anggaran/3"
BARIS = {"kode": "3355.994", "sumber_dana": "RM", "jenis_belanja": "52", "jumlah": "15000000"}
Bangun = Callable[..., Program]


@pytest.fixture
def danu(kantor: Kantor, program: Bangun) -> Program:
    """His program."""
    return program(kantor.pemeran.danu)


def isi(*baris: dict[str, str], versi: str = "", sumber: str = "LRA Maret") -> dict[str, Any]:
    """A body."""
    return {"versi": versi, "sumber": sumber, "realisasi": list(baris)}


def test_month_is_written_and_read_back_exactly(danu: Program) -> None:
    besar = BARIS | {"kode": "3355.950", "jumlah": "-9007199254740993"}  # no float holds it
    tulis = json.loads(danu.put(ALAMAT, isi(BARIS, besar)).content)
    assert tulis == danu.read(ALAMAT)
    assert [b["jumlah"] for b in tulis["realisasi"]] == ["-9007199254740993", "15000000"]
    assert {b["sumber"] for b in tulis["realisasi"]} == {"LRA Maret"}


def test_second_writing_replaces_the_month(danu: Program) -> None:
    versi = json.loads(danu.put(ALAMAT, isi(BARIS)).content)["versi"]
    baru = danu.put(ALAMAT, isi(BARIS | {"jumlah": "16000000"}, versi=versi))
    assert [b["jumlah"] for b in json.loads(baru.content)["realisasi"]] == ["16000000"]
    assert RealisasiBulanan.objects.count() == 1


def test_both_sides_are_shown_where_somebody_was_faster(kantor: Kantor, danu: Program) -> None:
    versi = danu.read(ALAMAT)["versi"]
    assert versi == ""
    daftar = [IsianRealisasi("3355.994", "RM", 14_000_000, "52")]
    write_realisasi_bulanan(kantor.satker, 2026, 3, daftar, sumber="LRA", by=kantor.pemeran.rina)
    galat = masalah(danu.put(ALAMAT, isi(BARIS, versi=versi)), 409)
    assert galat["tertulis"]["realisasi"] == [BARIS]
    assert [b["jumlah"] for b in galat["sekarang"]["realisasi"]] == ["14000000"]
    assert danu.put(ALAMAT, isi(BARIS, versi=galat["sekarang"]["versi"])).status_code == 200


def test_every_wrong_line_is_named(danu: Program) -> None:
    galat = masalah(danu.put(ALAMAT, isi(BARIS, BARIS, BARIS | {"kode": "9999"}, sumber=" ")), 422)
    assert len(galat["galat"]) == 3
    assert not RealisasiBulanan.objects.exists()


@pytest.mark.parametrize("jumlah", ["1.5", "1,000", "", "1e9", "١٢", "1" * 19])
def test_rupiah_is_whole_and_plain(danu: Program, jumlah: str) -> None:
    galat = masalah(danu.put(ALAMAT, isi(BARIS | {"jumlah": jumlah})), 422)
    assert [g["letak"] for g in galat["galat"]] == ["realisasi[0].jumlah"]


def test_month_is_emptied_by_an_empty_list(danu: Program) -> None:
    versi = json.loads(danu.put(ALAMAT, isi(BARIS)).content)["versi"]
    assert json.loads(danu.put(ALAMAT, isi(versi=versi)).content) == {"versi": "", "realisasi": []}


def test_repeated_request_is_done_once(danu: Program) -> None:
    pertama = danu.put(ALAMAT, isi(BARIS), Idempotency_Key="maret")
    kedua = danu.put(ALAMAT, isi(BARIS), Idempotency_Key="maret")
    assert (pertama.status_code, kedua.status_code) == (200, 200)
    assert json.loads(pertama.content) == json.loads(kedua.content)


def test_who_may_write_and_who_may_not(kantor: Kantor, program: Bangun) -> None:
    p = kantor.pemeran
    for orang, status in ((p.rina, 200), (p.bu_ketua, 403), (p.sari, 403), (p.supervisor, 403), (p.tono, 404)):
        versi = program(p.danu).read(ALAMAT)["versi"]
        assert program(orang).put(ALAMAT, isi(BARIS, versi=versi)).status_code == status, orang.nama
    masalah(program(p.rina, HakToken.BACA, HakToken.UKUR).put(ALAMAT, isi(BARIS)), 403)
