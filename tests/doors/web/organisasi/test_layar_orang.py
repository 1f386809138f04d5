"""People and roles on the screen: the admin lets in and out, nobody else."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.cache import cache
from django.test import Client
from pemeran import Pemeran
from pytest_django import Settings

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.tasks.kerjakan import run_tugas
from akuntabel.platform.tasks.models import StatusTugas, Tugas
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Penugasan, Peran
from doors.web.organisasi.baca import Halaman

AWAL = "/satker/357200/orang/"
BARU = {"email": "Wati@contoh.go.id", "nama": "Wati", "daftar_peran": ["perencana", "pengelola_data"]}


@pytest.fixture
def admin(client: Client, pemeran: Pemeran) -> Client:
    """Signed in as the office's admin; no mail was sent a moment ago."""
    cache.clear()
    client.force_login(pemeran.admin)
    return client


def test_somebody_is_let_in_with_roles(admin: Client, pemeran: Pemeran):
    assert admin.post(f"{AWAL}baru/", BARU).status_code == 302
    wati = Pengguna.objects.get(email="wati@contoh.go.id")
    assert sorted(p.peran for p in wati.daftar_penugasan.all()) == ["pengelola_data", "perencana"]
    assert not wati.has_usable_password()
    assert "Wati" in admin.get(AWAL).text


def test_who_is_let_in_gets_a_link_by_mail_and_once_more_when_asked(admin: Client, pemeran: Pemeran):
    halaman = admin.post(f"{AWAL}baru/", BARU, follow=True).text
    assert "tautan untuk membuat kata sandi dikirim ke wati@contoh.go.id" in halaman
    assert "server surel" not in halaman
    wati = Pengguna.objects.get(email="wati@contoh.go.id")
    assert f"{AWAL}{wati.pk}/tautan/" in halaman
    cache.clear()  # two minutes later
    assert "dikirim ke wati@" in admin.post(f"{AWAL}{wati.pk}/tautan/", follow=True).text
    _kerjakan_tugas()
    assert [s.to for s in mail.outbox] == [["wati@contoh.go.id"]] * 2
    tautan = next(b for b in mail.outbox[0].body.splitlines() if "/akun/sandi/" in b)
    assert tautan.strip() not in halaman


def test_who_has_a_password_gets_no_link(admin: Client, pemeran: Pemeran):
    pemeran.danu.set_password("sandi yang panjang sekali")
    pemeran.danu.save()
    assert f"{AWAL}{pemeran.danu.pk}/tautan/" not in admin.get(AWAL).text
    assert "tidak menunggu tautan" in admin.post(f"{AWAL}{pemeran.danu.pk}/tautan/", follow=True).text
    admin.post(f"{AWAL}baru/", BARU | {"email": pemeran.danu.email})
    assert not Tugas.objects.exists()


@pytest.mark.parametrize(("cara", "kata"), [("filebased", "folder “surel”"), ("console", "log server")])
def test_admin_reads_where_mail_goes_that_does_not_leave_the_machine(
    admin: Client, settings: Settings, cara: str, kata: str
):
    settings.EMAIL_BACKEND = f"django.core.mail.backends.{cara}.EmailBackend"
    assert kata in admin.post(f"{AWAL}baru/", BARU, follow=True).text


def test_who_has_an_account_gets_further_roles(admin: Client, pemeran: Pemeran):
    isi = {"email": "tono@contoh.go.id", "nama": "Siapa saja", "daftar_peran": ["perencana"]}
    assert admin.post(f"{AWAL}baru/", isi).status_code == 302
    assert pemeran.tono.daftar_penugasan.count() == 2
    pemeran.tono.refresh_from_db()
    assert pemeran.tono.nama == "Tono"


def test_what_is_missing_stands_beside_its_field(admin: Client, pemeran: Pemeran):
    jawaban = admin.post(f"{AWAL}baru/", {"email": "bukan surel", "nama": "X", "daftar_peran": ["admin"], "nip": "1"})
    assert set(Halaman(jawaban.text).galat) == {"email", "nip"}
    assert "Peran: Belum diisi" in Halaman(admin.post(f"{AWAL}baru/", {"email": "a@b.id", "nama": "X"}).text).ringkasan


def test_a_role_is_taken_back_with_a_reason_but_not_the_last_admin(admin: Client, pemeran: Pemeran):
    rina, diri = (Penugasan.objects.get(pengguna=p) for p in (pemeran.rina, pemeran.admin))
    assert "alasan" in Halaman(admin.post(f"{AWAL}peran/{rina.pk}/cabut/", {}).text).galat
    assert admin.post(f"{AWAL}peran/{rina.pk}/cabut/", {"alasan": "Mutasi"}).status_code == 302
    assert not Penugasan.objects.filter(pk=rina.pk).exists()
    assert "satu-satunya admin" in admin.post(f"{AWAL}peran/{diri.pk}/cabut/", {"alasan": "-"}).text
    assert Penugasan.objects.filter(pk=diri.pk).exists()


def test_an_account_is_closed_where_its_person_works_nowhere_else(admin: Client, pemeran: Pemeran):
    assert admin.post(f"{AWAL}{pemeran.danu.pk}/tutup/", {"alasan": "Pensiun"}).status_code == 302
    pemeran.danu.refresh_from_db()
    assert not pemeran.danu.is_active
    assign_peran(pemeran.rina, pemeran.kota_lain, Peran.PERENCANA, by=None)
    assert "juga bertugas di KPU Kota Salatiga" in admin.post(f"{AWAL}{pemeran.rina.pk}/tutup/", {"alasan": "-"}).text
    assert admin.post(f"{AWAL}{pemeran.tono.pk}/tutup/", {"alasan": "-"}).status_code == 404


def test_who_comes_back_is_let_in_with_a_new_link(admin: Client, pemeran: Pemeran):
    alamat = f"{AWAL}{pemeran.danu.pk}/buka/"
    assert alamat not in admin.get(AWAL).text
    admin.post(f"{AWAL}{pemeran.danu.pk}/tutup/", {"alasan": "Cuti"})
    assert alamat in admin.get(AWAL).text
    assert "alasan" in Halaman(admin.post(alamat, {}).text).galat
    assert "dikirim ke danu@contoh.go.id" in admin.post(alamat, {"alasan": "Kembali"}, follow=True).text
    pemeran.danu.refresh_from_db()
    assert pemeran.danu.is_active
    assert "masih aktif" in admin.post(alamat, {"alasan": "Kembali"}).text
    assert Tugas.objects.count() == 1


def test_second_step_is_taken_away_from_who_lost_it(admin: Client, pemeran: Pemeran):
    alamat = f"{AWAL}{pemeran.danu.pk}/dua-langkah/"
    assert alamat not in admin.get(AWAL).text
    Authenticator.objects.create(user=pemeran.danu, type=Authenticator.Type.TOTP, data={})
    assert alamat in admin.get(AWAL).text
    assert "dimatikan" in admin.post(alamat, {"alasan": "Ponsel hilang"}, follow=True).text
    assert not Authenticator.objects.exists()
    Authenticator.objects.create(user=pemeran.danu, type=Authenticator.Type.TOTP, data={})
    assign_peran(pemeran.danu, pemeran.kota_lain, Peran.PERENCANA, by=None)
    assert "juga bertugas di KPU Kota Salatiga" in admin.post(alamat, {"alasan": "-"}).text
    assert Authenticator.objects.exists()


@pytest.mark.parametrize("nama", ["rina", "danu", "bu_ketua", "sari", "supervisor"])
def test_nobody_else_manages_roles(client: Client, pemeran: Pemeran, nama: str):
    client.force_login(getattr(pemeran, nama))
    halaman = client.get(AWAL)
    assert halaman.status_code == 200
    assert "Tambah orang" not in halaman.text
    rina = Penugasan.objects.get(pengguna=pemeran.rina)
    for alamat in ("baru/", f"peran/{rina.pk}/cabut/", f"{pemeran.danu.pk}/tutup/"):
        assert client.get(f"{AWAL}{alamat}").status_code == 403
        assert client.post(f"{AWAL}{alamat}", BARU | {"alasan": "-"}).status_code == 403
    assert not Pengguna.objects.filter(email="wati@contoh.go.id").exists()


def test_tono_sees_nothing_of_it(client: Client, pemeran: Pemeran):
    client.force_login(pemeran.tono)
    assert client.get(AWAL).status_code == client.post(f"{AWAL}baru/", BARU).status_code == 404


def _kerjakan_tugas() -> None:
    for pk in Tugas.objects.filter(status=StatusTugas.MENUNGGU).values_list("pk", flat=True):
        run_tugas(pk, "uji")
