"""The second step: a code from the telephone, or a recovery code once."""

from collections.abc import Iterator

import pytest
from django.core.exceptions import ValidationError
from orang_masuk import Peramban, galat, jejak, kode_totp

from akuntabel.platform.accounts.actions import withdraw_dua_langkah
from akuntabel.platform.accounts.models import Pengguna

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _sesudah_simpan(django_capture_on_commit_callbacks) -> Iterator[None]:
    with django_capture_on_commit_callbacks(execute=True):
        yield


@pytest.fixture
def rahasia(rina: Pengguna, peramban: Peramban) -> str:
    """Rina has set the second step up, and is out again."""
    peramban.masuk(rina.email)
    rahasia = peramban.aktifkan_totp()
    peramban.kirim("account_logout")
    return rahasia


def test_setting_up_shows_a_drawn_code_and_its_text(rina: Pengguna, peramban: Peramban):
    peramban.masuk(rina.email)
    peramban.pastikan()
    halaman = peramban.buka("mfa_activate_totp").content.decode()
    assert "<svg" in halaman
    assert "otpauth://totp/rina%40contoh.go.id?secret=" in halaman
    assert "style=" not in halaman
    assert "data:image" not in halaman


def test_wrong_code_does_not_set_it_up(rina: Pengguna, peramban: Peramban):
    peramban.masuk(rina.email)
    peramban.pastikan()
    peramban.buka("mfa_activate_totp")
    assert "Kode tidak cocok" in galat(peramban.kirim("mfa_activate_totp", {"code": "000000"}))
    peramban.kirim("account_logout")
    assert peramban.masuk(rina.email)["Location"] == "/"


def test_password_alone_is_no_longer_enough(rina: Pengguna, peramban: Peramban, rahasia: str):
    assert peramban.masuk(rina.email)["Location"] == "/masuk/kode/"
    assert not peramban.is_masuk
    assert "Kode tidak cocok" in galat(peramban.kirim("mfa_authenticate", {"code": "000000"}))
    assert peramban.kirim("mfa_authenticate", {"code": kode_totp(rahasia, 1)})["Location"] == "/"
    assert peramban.is_masuk
    assert jejak("masuk")[-1]["cara"] == ["password", "mfa"]
    assert jejak("masuk.gagal")[-1]["cara"] == "kode"


def test_code_is_no_way_in_without_the_password(rina: Pengguna, peramban: Peramban, rahasia: str):
    jawab = peramban.kirim("mfa_authenticate", {"code": kode_totp(rahasia)})
    assert jawab["Location"] == "/masuk/"
    assert not peramban.is_masuk


def test_code_opens_once(rina: Pengguna, peramban: Peramban, rahasia: str):
    kode = kode_totp(rahasia, 1)
    peramban.masuk(rina.email)
    peramban.kirim("mfa_authenticate", {"code": kode})
    peramban.kirim("account_logout")
    peramban.masuk(rina.email)
    assert peramban.kirim("mfa_authenticate", {"code": kode}).status_code == 200
    assert not peramban.is_masuk


def test_recovery_code_opens_once(rina: Pengguna, peramban: Peramban, rahasia: str):
    peramban.masuk(rina.email)
    peramban.kirim("mfa_authenticate", {"code": kode_totp(rahasia, 1)})
    peramban.pastikan()
    daftar = peramban.buka("mfa_view_recovery_codes").context_data["unused_codes"]  # type: ignore[attr-defined]
    assert len(set(daftar)) == 10
    peramban.kirim("account_logout")
    for _ in range(2):
        peramban.masuk(rina.email)
        peramban.kirim("mfa_authenticate", {"code": daftar[0]})
        berhasil = peramban.is_masuk
        peramban.kirim("account_logout")
    assert not berhasil
    assert len(jejak("dua_langkah.pulih")) == 1


def test_recovery_codes_can_be_taken_along_as_text(rina: Pengguna, peramban: Peramban, rahasia: str):
    peramban.masuk(rina.email)
    peramban.kirim("mfa_authenticate", {"code": kode_totp(rahasia, 1)})
    peramban.pastikan()
    jawab = peramban.buka("mfa_download_recovery_codes")
    assert jawab["Content-Type"].startswith("text/plain")
    kode = peramban.buka("mfa_view_recovery_codes").context_data["unused_codes"]  # type: ignore[attr-defined]
    assert all(k in jawab.content.decode() for k in kode)


def test_new_recovery_codes_replace_the_old(rina: Pengguna, peramban: Peramban, rahasia: str):
    peramban.masuk(rina.email)
    peramban.kirim("mfa_authenticate", {"code": kode_totp(rahasia, 1)})
    peramban.pastikan()
    lama = peramban.buka("mfa_view_recovery_codes").context_data["unused_codes"]  # type: ignore[attr-defined]
    assert "10 kode lama" in peramban.buka("mfa_generate_recovery_codes").content.decode()
    peramban.kirim("mfa_generate_recovery_codes")
    baru = peramban.buka("mfa_view_recovery_codes").context_data["unused_codes"]  # type: ignore[attr-defined]
    assert not set(lama) & set(baru)


def test_session_left_open_cannot_switch_it_off(rina: Pengguna, peramban: Peramban, rahasia: str):
    peramban.masuk(rina.email)
    peramban.kirim("mfa_authenticate", {"code": kode_totp(rahasia, 1)})
    assert peramban.kirim("mfa_deactivate_totp")["Location"].startswith("/akun/pastikan/")
    peramban.kirim("account_logout")
    assert peramban.masuk(rina.email)["Location"] == "/masuk/kode/"


def test_switching_off_makes_the_password_enough_again(rina: Pengguna, peramban: Peramban, rahasia: str):
    peramban.masuk(rina.email)
    peramban.kirim("mfa_authenticate", {"code": kode_totp(rahasia, 1)})
    peramban.pastikan()
    assert "Matikan" in peramban.buka("mfa_deactivate_totp").content.decode()
    peramban.kirim("mfa_deactivate_totp")
    peramban.kirim("account_logout")
    assert peramban.masuk(rina.email)["Location"] == "/"


def test_admin_lets_a_person_in_who_lost_telephone_and_codes(rina: Pengguna, peramban: Peramban, rahasia: str):
    admin = Pengguna.objects.create_pengguna("admin@contoh.go.id", "Admin")
    withdraw_dua_langkah(rina, by=admin, alasan="ponsel hilang, dikenal langsung")
    assert peramban.masuk(rina.email)["Location"] == "/"
    (baris,) = jejak("pengguna.withdraw_dua_langkah")
    assert (baris["pelaku"], baris["alasan"]) == (admin, "ponsel hilang, dikenal langsung")
    with pytest.raises(ValidationError, match="tidak memakai"):
        withdraw_dua_langkah(rina, by=admin, alasan="sekali lagi")


def test_nobody_takes_away_their_own_second_step_without_the_password(rina: Pengguna, rahasia: str):
    with pytest.raises(ValidationError, match="Anda sendiri"):
        withdraw_dua_langkah(rina, by=rina, alasan="lupa")


def test_on_and_off_are_on_the_trail(rina: Pengguna, peramban: Peramban, django_capture_on_commit_callbacks):
    peramban.masuk(rina.email)
    with django_capture_on_commit_callbacks(execute=True):
        peramban.aktifkan_totp()
    peramban.kirim("mfa_deactivate_totp")
    baris = [(b["tindakan"], b["jenis"], b["pelaku"]) for b in jejak("dua_langkah.aktif", "dua_langkah.mati")]
    assert sorted(baris[:2]) == [
        ("dua_langkah.aktif", "recovery_codes", rina),
        ("dua_langkah.aktif", "totp", rina),
    ]
    assert ("dua_langkah.mati", "totp", rina) in baris[2:]
