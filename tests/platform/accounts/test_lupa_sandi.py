"""A new password through a mail."""

import re
import smtplib

import pytest
from django.core import mail
from django.test import RequestFactory
from orang_masuk import SANDI, SANDI_BARU, Peramban, galat, jejak, kerjakan_tugas

from akuntabel.platform.accounts.actions import draft_pengguna
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.accounts.surat import send_tautan_sandi
from akuntabel.platform.tasks.models import StatusTugas, Tugas

pytestmark = pytest.mark.django_db


def _tautan() -> str:
    return re.search(r"http://testserver(/\S+)", mail.outbox[-1].body)[1]  # type: ignore[index]


def _minta(peramban: Peramban, surel: str = "rina@contoh.go.id") -> str:
    jawab = peramban.kirim("account_reset_password", {"email": surel})
    kerjakan_tugas()
    return peramban.client.get(jawab["Location"]).content.decode()


def test_mail_is_indonesian_and_names_the_person_as_written(rina: Pengguna, peramban: Peramban):
    _minta(peramban, "RINA@contoh.go.id")
    surat = mail.outbox[-1]
    assert surat.to == ["rina@contoh.go.id"]
    assert surat.subject == "Kata sandi untuk Akuntabel"
    assert "Yth. Rina Nur'aini," in surat.body
    assert "berlaku 24 jam" in surat.body


def test_link_of_the_mail_sets_a_new_password_once(rina: Pengguna, peramban: Peramban):
    _minta(peramban)
    tautan = _tautan()
    formulir = peramban.client.get(tautan)["Location"]
    jawab = peramban.client.post(formulir, {"password1": SANDI_BARU, "password2": SANDI_BARU})
    assert jawab["Location"] == "/akun/sandi/lupa/selesai/"
    assert peramban.masuk(rina.email, SANDI).status_code == 200
    assert peramban.masuk(rina.email, SANDI_BARU).status_code == 302
    assert "Tautan tidak berlaku lagi" in peramban.client.get(tautan).content.decode()
    assert [b["pelaku"] for b in jejak("sandi.reset")] == [rina]


def test_new_person_is_invited_by_mail_to_make_a_password(rina: Pengguna, peramban: Peramban, rf: RequestFactory):
    danu = draft_pengguna(email="danu@contoh.go.id", nama="Danu", by=rina)
    send_tautan_sandi(danu, request=rf.get("/"))
    kerjakan_tugas()
    assert "Akun Akuntabel untuk Anda sudah ada" in mail.outbox[-1].body
    formulir = peramban.client.get(_tautan())["Location"]
    peramban.client.post(formulir, {"password1": SANDI_BARU, "password2": SANDI_BARU})
    assert peramban.masuk(danu.email, SANDI_BARU).status_code == 302


def test_answer_does_not_tell_whether_the_address_is_known(rina: Pengguna, peramban: Peramban):
    assert _minta(peramban) == _minta(peramban, "siapa@contoh.go.id")
    assert len(mail.outbox) == 1


def test_withdrawn_person_gets_no_mail(rina: Pengguna, peramban: Peramban):
    Pengguna.objects.update(is_active=False)
    _minta(peramban)
    assert not mail.outbox


def test_stranger_cannot_fill_a_mailbox(rina: Pengguna, peramban: Peramban):
    for _ in range(5):
        _minta(peramban)
    assert len(mail.outbox) == 1


def test_old_address_opens_nothing_after_it_was_changed(rina: Pengguna, peramban: Peramban):
    _minta(peramban)
    tautan = _tautan()
    Pengguna.objects.update(email="rina.baru@contoh.go.id")
    assert "Tautan tidak berlaku lagi" in peramban.client.get(tautan).content.decode()
    mail.outbox.clear()
    _minta(peramban, "rina@contoh.go.id")
    assert not mail.outbox


def test_weak_password_is_refused_in_indonesian(rina: Pengguna, peramban: Peramban):
    _minta(peramban)
    formulir = peramban.client.get(_tautan())["Location"]
    jawab = peramban.client.post(formulir, {"password1": "pendek", "password2": "pendek"})
    assert "terlalu pendek" in galat(jawab)
    assert "12 karakter" in galat(jawab)


def test_failing_mail_server_tells_a_stranger_nothing(
    rina: Pengguna, peramban: Peramban, monkeypatch: pytest.MonkeyPatch
):
    def gagal(*_: object, **__: object) -> None:
        raise smtplib.SMTPServerDisconnected("putus")

    monkeypatch.setattr("django.core.mail.message.EmailMessage.send", gagal)
    assert "Periksa surel Anda" in _minta(peramban)
    assert Tugas.objects.get().status == StatusTugas.GAGAL


def test_no_key_of_a_link_lies_in_the_table_of_jobs(rina: Pengguna, peramban: Peramban):
    _minta(peramban)
    assert _tautan().split("-", 1)[1].strip("/") not in str(Tugas.objects.get().argumen)


def test_person_withdrawn_before_the_mail_leaves_gets_none(rina: Pengguna, peramban: Peramban):
    peramban.kirim("account_reset_password", {"email": rina.email})
    Pengguna.objects.update(is_active=False)
    kerjakan_tugas()
    assert not mail.outbox
