"""A person changes their own password."""

import pytest
from django.test import Client
from orang_masuk import NIP, SANDI, SANDI_BARU, Peramban, galat, jejak

from akuntabel.platform.accounts.models import Pengguna

pytestmark = pytest.mark.django_db


def _ganti(peramban: Peramban, baru: str = SANDI_BARU, ulang: str | None = None, lama: str = SANDI):
    return peramban.kirim(
        "account_change_password",
        {"oldpassword": lama, "password1": baru, "password2": baru if ulang is None else ulang},
    )


def test_new_password_holds_and_other_devices_are_out(rina: Pengguna, peramban: Peramban):
    lain = Peramban(Client())
    lain.masuk(rina.email)
    peramban.masuk(rina.email)
    assert _ganti(peramban)["Location"] == "/akun/"
    assert peramban.is_masuk
    assert not lain.is_masuk
    assert lain.masuk(rina.email, SANDI_BARU).status_code == 302
    assert [b["pelaku"] for b in jejak("sandi.revise")] == [rina]


def test_present_password_must_be_known(rina: Pengguna, peramban: Peramban):
    peramban.masuk(rina.email)
    assert "Kata sandi sekarang tidak cocok" in galat(_ganti(peramban, lama="bukan sandinya"))


@pytest.mark.parametrize(
    ("baru", "pesan"),
    [
        ("sebelas hur", "12 karakter"),
        ("password1234", "terlalu umum"),
        ("rina@contoh.go.id", "mirip dengan surel"),
        ("Rina Nur'aini 1", "mirip dengan nama"),
        (NIP, "seluruhnya terdiri dari angka"),
        (NIP, "mirip dengan NIP"),
    ],
)
def test_weak_password_is_refused_with_the_reason(rina: Pengguna, peramban: Peramban, baru: str, pesan: str):
    peramban.masuk(rina.email)
    assert pesan.lower() in galat(_ganti(peramban, baru)).lower()
    assert not jejak("sandi.revise")


def test_both_new_passwords_must_agree(rina: Pengguna, peramban: Peramban):
    peramban.masuk(rina.email)
    assert "sama" in galat(_ganti(peramban, ulang="lima ekor kucing kota"))


def test_account_page_leads_to_password_and_second_step(rina: Pengguna, peramban: Peramban):
    peramban.masuk(rina.email)
    halaman = peramban.buka("akun").content.decode()
    for isi in (NIP, "/akun/sandi/", "/akun/dua-langkah/", "belum ada"):
        assert isi in halaman
