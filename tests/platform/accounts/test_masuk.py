"""Signing in by e-mail or NIP."""

import pytest
from orang_masuk import NIP, SANDI, Peramban, galat, jejak

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.models import JejakAudit

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("login", ["rina@contoh.go.id", " Rina@Contoh.GO.ID ", NIP, "19780101 200501 1 001"])
def test_email_in_any_case_or_nip_opens_the_account(rina: Pengguna, peramban: Peramban, login: str):
    jawab = peramban.masuk(login)
    assert (jawab.status_code, jawab["Location"]) == (302, "/")
    assert peramban.is_masuk


def test_log_in_page_asks_for_e_mail_or_nip(peramban: Peramban):
    halaman = peramban.buka("account_login").content.decode()
    assert "Surel atau NIP" in halaman
    assert "Masuk dengan" not in halaman


def test_person_lands_where_they_wanted_to_go(rina: Pengguna, peramban: Peramban):
    ditolak = peramban.buka("akun")
    assert ditolak["Location"] == "/masuk/?next=/akun/"
    jawab = peramban.client.post(ditolak["Location"], {"login": rina.email, "password": SANDI, "next": "/akun/"})
    assert jawab["Location"] == "/akun/"


def test_person_is_not_sent_to_another_site(rina: Pengguna, peramban: Peramban):
    isi = {"login": rina.email, "password": SANDI, "next": "https://jahat.example/"}
    assert peramban.kirim("account_login", isi)["Location"] == "/"


def test_refusal_does_not_tell_whether_the_account_exists(rina: Pengguna, peramban: Peramban):
    salah_sandi = galat(peramban.masuk(rina.email, "bukan sandinya"))
    tanpa_akun = galat(peramban.masuk("siapa@contoh.go.id", "bukan sandinya"))
    assert "tidak cocok" in salah_sandi
    assert salah_sandi == tanpa_akun
    assert not peramban.is_masuk


def test_withdrawn_person_is_refused_in_the_same_words(rina: Pengguna, peramban: Peramban):
    salah_sandi = galat(peramban.masuk(rina.email, "bukan sandinya"))
    Pengguna.objects.update(is_active=False)
    assert galat(peramban.masuk(rina.email)) == salah_sandi
    assert not peramban.is_masuk


def test_nobody_registers_themselves(peramban: Peramban):
    halaman = peramban.buka("account_signup").content.decode()
    isi = {"username": "baru@contoh.go.id", "email": "baru@contoh.go.id", "password1": SANDI, "password2": SANDI}
    peramban.kirim("account_signup", isi)
    assert "Akun dibuat oleh admin" in halaman
    assert not Pengguna.objects.exists()


def test_signing_in_failing_and_signing_out_are_on_the_trail(rina: Pengguna, peramban: Peramban):
    peramban.masuk(NIP, "bukan sandinya")
    peramban.masuk(NIP)
    peramban.kirim("account_logout")
    assert not peramban.is_masuk
    gagal, masuk, keluar = jejak("masuk", "masuk.gagal", "keluar")
    id_ = str(rina.pk)
    asal = {"objek_id": id_, "alamat": "127.0.0.1", "alasan": ""}
    assert gagal == asal | {"tindakan": "masuk.gagal", "pelaku": None, "cara": "password"}
    assert masuk == asal | {"tindakan": "masuk", "pelaku": rina, "cara": ["password"]}
    assert keluar == asal | {"tindakan": "keluar", "pelaku": rina}


def test_what_is_typed_for_nobody_is_not_kept_on_the_trail(peramban: Peramban):
    peramban.masuk("sandi saya yang salah kotak", "bukan sandinya")
    assert not JejakAudit.objects.exists()


def test_signing_out_asks_first_when_followed_as_a_link(rina: Pengguna, peramban: Peramban):
    peramban.masuk(rina.email)
    assert "Keluar dari Akuntabel?" in peramban.buka("account_logout").content.decode()
    assert peramban.is_masuk
