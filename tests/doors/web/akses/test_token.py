"""Rina makes a token for her program, sees it once, and takes it back."""

import pytest
from django.test import Client
from lxml import html
from pemeran import Pemeran, build_pemeran

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.akses.actions import draft_token
from akuntabel.platform.akses.masuk import find_token
from akuntabel.platform.akses.models import TokenAkses

SANDI = "empat ekor kuda poni"
BARU = "/akun/akses/baru/"
ISI = {"nama": "Pemindah SAKTI", "hak": ["baca", "anggaran"], "satker": "357200", "hari": "90"}


@pytest.fixture
def pemeran(db: None) -> Pemeran:
    """The cast."""
    return build_pemeran()


@pytest.fixture
def rina(pemeran: Pemeran) -> Client:
    """Her browser; she has just shown who she is."""
    klien = Client()
    _sign_in(klien, pemeran.rina)
    assert klien.post("/akun/pastikan/", {"password": SANDI}).status_code == 302
    return klien


def _sign_in(klien: Client, pengguna: Pengguna) -> None:
    pengguna.set_password(SANDI)
    pengguna.save()
    klien.force_login(pengguna)


def test_token_is_shown_once_and_opens_the_api(pemeran: Pemeran, rina: Client) -> None:
    jawaban = rina.post(BARU, ISI)
    assert "no-store" in jawaban.headers["Cache-Control"]
    (teks,) = html.document_fromstring(jawaban.content).xpath("//input[@id='token']/@value")
    token = find_token(teks)
    assert token is not None
    assert (token.pengguna, token.nama, token.hak, token.batas) == (
        pemeran.rina,
        "Pemindah SAKTI",
        ["anggaran", "baca"],
        "357200",
    )
    saya = Client(headers={"Authorization": f"Bearer {teks}"}).get("/api/v1/saya")
    assert saya.json()["nama"] == "Rina"
    assert teks not in rina.get("/akun/akses/").content.decode()
    assert not any(teks in str(nilai) for nilai in rina.session.values())


def test_making_one_asks_again_who_it_is(pemeran: Pemeran) -> None:
    klien = Client()
    _sign_in(klien, pemeran.rina)
    for jawaban in (klien.get(BARU), klien.post(BARU, ISI)):
        assert jawaban.status_code == 302
        assert jawaban.headers["Location"].startswith("/akun/pastikan/")
    assert not TokenAkses.objects.exists()


def test_who_has_no_password_is_told_to_make_one_first(pemeran: Pemeran) -> None:
    klien = Client()
    klien.force_login(pemeran.rina)
    pohon = html.document_fromstring(klien.get("/akun/akses/").content)
    assert not pohon.xpath(f"//a[@href='{BARU}']")
    assert "kata sandi dahulu" in pohon.text_content()


def test_what_is_wrong_stands_beside_its_field(rina: Client) -> None:
    pohon = html.document_fromstring(rina.post(BARU, {"nama": "", "hari": "90"}).content)
    galat = [g.text_content().strip() for g in pohon.xpath("//*[contains(@class, 'invalid-feedback')]")]
    assert galat == ["Belum diisi.", "Belum diisi."]
    assert not TokenAkses.objects.exists()


def test_only_own_offices_can_be_chosen(rina: Client) -> None:
    pilihan = html.document_fromstring(rina.get(BARU).content).xpath("//select[@name='satker']/option/@value")
    assert pilihan == ["", "357200"]
    assert rina.post(BARU, ISI | {"satker": "337300"}).status_code == 200
    assert not TokenAkses.objects.exists()


def test_list_shows_state_and_last_use_of_own_tokens_only(pemeran: Pemeran, rina: Client) -> None:
    draft_token(nama="Milik Rina", hak=["baca"], hari=30, by=pemeran.rina)
    draft_token(nama="Milik Danu", hak=["baca"], hari=30, by=pemeran.danu)
    isi = rina.get("/akun/akses/").content.decode()
    assert "Milik Rina" in isi
    assert "belum pernah" in isi
    assert "Milik Danu" not in isi


def test_taking_it_back_ends_it_at_once(pemeran: Pemeran, rina: Client) -> None:
    token, teks = draft_token(nama="Milik Rina", hak=["baca"], hari=30, by=pemeran.rina)
    assert rina.post(f"/akun/akses/{token.pk}/cabut/").status_code == 302
    assert find_token(teks) is None
    assert "dicabut" in rina.get("/akun/akses/").content.decode()


def test_nobody_takes_back_another_s(pemeran: Pemeran, rina: Client) -> None:
    token, teks = draft_token(nama="Milik Danu", hak=["baca"], hari=30, by=pemeran.danu)
    assert rina.post(f"/akun/akses/{token.pk}/cabut/").status_code == 404
    assert find_token(teks) is not None
