"""Who gets in: a token never more than its owner, for what it was made, where it was bound to; or a session."""

from collections.abc import Callable

import pytest
from django.test import Client
from kantor_contoh import Kantor
from pemeran import Pemeran
from pytest_django import Settings

from akuntabel.platform.accounts.actions import withdraw_pengguna
from akuntabel.platform.akses.actions import withdraw_token
from akuntabel.platform.akses.models import TokenAkses
from akuntabel.siklus.hak_token import HakToken
from doors.api.program import Program, masalah

KOTA = "/satker/357200"
SEL = {"triwulan": 1, "isian": [{"elemen": "a", "nilai": "70"}]}
Bangun = Callable[..., Program]


def test_without_sign_in_nothing_is_said_and_how_to_is() -> None:
    jawaban = Client().get("/api/v1/satker")
    masalah(jawaban, 401)
    assert jawaban.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.django_db
@pytest.mark.parametrize("kepala", ["Bearer akt_salah", "Bearer ", "Basic cmluYTpyaW5h", "akt_salah", ""])
def test_what_opens_nothing_is_refused(kepala: str) -> None:
    masalah(Client(headers={"Authorization": kepala}).get("/api/v1/saya"), 401)


def test_token_tells_what_it_is_for(pemeran: Pemeran, program: Bangun) -> None:
    saya = program(pemeran.danu, HakToken.BACA, batas="357200").read("/saya")
    assert (saya["nama"], saya["hak"]) == ("Danu", ["baca"])
    assert saya["penugasan"] == [{"satker": "357200", "peran": "pengelola_data"}]


def test_token_sees_what_its_owner_sees(pemeran: Pemeran, program: Bangun) -> None:
    tono, supervisor = program(pemeran.tono), program(pemeran.supervisor)
    masalah(tono.get(KOTA), 404)
    assert [s["kode"] for s in tono.read("/satker")["data"]] == ["337300"]
    assert supervisor.read(KOTA)["nama"] == "KPU Kota Blitar"
    assert {s["kode"] for s in supervisor.read("/satker")["data"]} == {"350000", "357200"}


def test_token_of_one_office_goes_no_further(pemeran: Pemeran, program: Bangun) -> None:
    terikat = program(pemeran.supervisor, batas="357200")
    assert [s["kode"] for s in terikat.read("/satker")["data"]] == ["357200"]
    assert terikat.read(KOTA)["kode"] == "357200"
    assert "357200" in masalah(terikat.get("/satker/350000"), 403)["detail"]


def test_token_for_reading_does_not_write(kantor: Kantor, program: Bangun) -> None:
    pembaca = program(kantor.pemeran.danu, HakToken.BACA)
    assert "ukur" in masalah(pembaca.post(f"{KOTA}/2026/fakta", SEL), 403)["detail"]
    penulis = program(kantor.pemeran.danu, HakToken.UKUR)
    assert penulis.post(f"{KOTA}/2026/fakta", SEL).status_code == 200
    masalah(penulis.get(f"{KOTA}/2026/fakta"), 403)


def test_token_gives_no_role_that_its_owner_lacks(kantor: Kantor, program: Bangun) -> None:
    for orang in (kantor.pemeran.rina, kantor.pemeran.supervisor):
        assert "pengelola data" in masalah(program(orang).post(f"{KOTA}/2026/fakta", SEL), 403)["detail"]


def test_withdrawn_token_and_withdrawn_person_stay_outside(pemeran: Pemeran, program: Bangun) -> None:
    rina, danu = program(pemeran.rina), program(pemeran.danu)
    withdraw_token(TokenAkses.objects.get(pengguna=pemeran.rina), by=pemeran.rina)
    masalah(rina.get("/saya"), 401)
    withdraw_pengguna(pemeran.danu, by=pemeran.rina, alasan="pindah tugas")
    masalah(danu.get("/saya"), 401)


def test_use_is_seen_by_the_owner(pemeran: Pemeran, program: Bangun) -> None:
    program(pemeran.rina).read("/saya")
    assert TokenAkses.objects.get(pengguna=pemeran.rina).terakhir_dipakai is not None


def test_session_reads_and_writes_only_with_its_token_against_forgery(kantor: Kantor) -> None:
    klien = Client(enforce_csrf_checks=True)
    klien.force_login(kantor.pemeran.danu)
    assert klien.get(f"/api/v1{KOTA}/2026/fakta").status_code == 200
    masalah(klien.post(f"/api/v1{KOTA}/2026/fakta", SEL, content_type="application/json"), 403)
    klien.get("/akun/")  # any page with a form
    kuki = klien.cookies["csrftoken"].value
    jawaban = klien.post(
        f"/api/v1{KOTA}/2026/fakta", SEL, content_type="application/json", headers={"X-CSRFToken": kuki}
    )
    assert jawaban.status_code == 200


def test_bad_token_does_not_fall_back_to_the_session(pemeran: Pemeran) -> None:
    klien = Client(headers={"Authorization": "Bearer akt_salah"})
    klien.force_login(pemeran.rina)
    masalah(klien.get("/api/v1/saya"), 401)


def test_who_asks_too_often_is_told_when_to_come_back(pemeran: Pemeran, program: Bangun, settings: Settings) -> None:
    settings.API_LAJU = 3
    rina, danu = program(pemeran.rina), program(pemeran.danu)
    for _ in range(3):
        rina.read("/saya")
    jawaban = rina.get("/saya")
    masalah(jawaban, 429)
    assert 1 <= int(jawaban.headers["Retry-After"]) <= 20
    danu.read("/saya")


@pytest.mark.django_db
def test_who_guesses_is_slowed_too(settings: Settings) -> None:
    settings.API_LAJU = 3
    jawaban = [Client(headers={"Authorization": f"Bearer akt_{n}"}).get("/api/v1/saya").status_code for n in range(5)]
    assert jawaban == [401, 401, 401, 429, 429]
