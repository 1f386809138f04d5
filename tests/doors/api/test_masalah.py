"""Every refusal has one form, in Indonesian, and says where and what was expected."""

from collections.abc import Callable

import pytest
from django.test import Client
from kantor_contoh import Kantor
from pemeran import Pemeran

from akuntabel.doors.api import pintu
from akuntabel.doors.api.masalah import DAFTAR_MASALAH
from doors.api.program import Program, masalah

FAKTA = "/satker/357200/2026/fakta"
Bangun = Callable[..., Program]


@pytest.mark.parametrize("alamat", ["/api/v1/tidak-ada", "/api/v2/satker", "/api/v1/satker/a%0Ab", "/api/v1/satker/"])
def test_address_that_is_not_there(alamat: str) -> None:
    masalah(Client().get(alamat), 404)


def test_method_that_an_address_does_not_know(pemeran: Pemeran, program: Bangun) -> None:
    jawaban = program(pemeran.danu).klien.delete(f"/api/v1{FAKTA}")
    masalah(jawaban, 405)
    assert set(jawaban.headers["Allow"].split(", ")) == {"GET", "POST"}


@pytest.mark.parametrize("badan", [b" ", b"{", b"[1, 2", b'{"triwulan": \xff}', b"9" * 5000])
def test_body_that_is_no_json(pemeran: Pemeran, program: Bangun, badan: bytes) -> None:
    masalah(program(pemeran.danu).post(FAKTA, badan), 400)


def test_body_of_another_kind(pemeran: Pemeran, program: Bangun) -> None:
    masalah(program(pemeran.danu).post(FAKTA, b"triwulan=1", Content_Type="application/x-www-form-urlencoded"), 415)


def test_body_that_is_too_large(pemeran: Pemeran, program: Bangun, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pintu, "BADAN_TERBESAR", 10)
    masalah(program(pemeran.danu).post(FAKTA, {"triwulan": 1, "isian": []}), 413)


def test_everything_that_is_wrong_is_said_at_once_and_where(pemeran: Pemeran, program: Bangun) -> None:
    isi = {
        "triwulan": 5,
        "isian": [{"elemen": "a", "nilai": 70.5}, {"elemen": "a", "nilai": "1,5"}, {"elemen": "a", "salah": 1}],
    }
    galat = {g["letak"]: g["pesan"] for g in masalah(program(pemeran.danu).post(FAKTA, isi), 422)["galat"]}
    assert galat.keys() == {"triwulan", "isian[0].nilai", "isian[1].nilai", "isian[2].salah"}
    assert galat["isian[0].nilai"] == "tertulis 70.5; diharapkan teks."
    assert galat["triwulan"] == "tertulis 5; diharapkan salah satu dari 1, 2, 3 or 4."
    assert galat["isian[2].salah"] == "tertulis 1; nama ini tidak dikenal."


@pytest.mark.parametrize(
    ("kueri", "letak"),
    [("batas=0", "alamat batas"), ("sesudah=x", "alamat sesudah"), ("triwulan=9", "alamat triwulan")],
)
def test_parameter_that_cannot_be(pemeran: Pemeran, program: Bangun, kueri: str, letak: str) -> None:
    isi = masalah(program(pemeran.danu).get(f"{FAKTA}?{kueri}"), 422)
    assert [g["letak"] for g in isi["galat"]] == [letak]


def test_year_and_number_out_of_range(kantor: Kantor, program: Bangun) -> None:
    danu = program(kantor.pemeran.danu)
    masalah(danu.get("/satker/357200/9999/fakta"), 422)
    masalah(danu.get(f"/satker/357200/renstra/{10**30}"), 422)
    masalah(danu.get("/satker/357200/2026/realisasi-anggaran/13"), 422)


def test_what_is_wrong_is_not_kept_anywhere(pemeran: Pemeran, program: Bangun) -> None:
    jawaban = program(pemeran.danu).get("/satker/350000")
    assert "no-store" in jawaban.headers["Cache-Control"]


def test_every_kind_has_words() -> None:
    assert {400, 401, 403, 404, 405, 409, 413, 415, 422, 429} == set(DAFTAR_MASALAH)
    assert all(m.judul and m.arti for m in DAFTAR_MASALAH.values())
