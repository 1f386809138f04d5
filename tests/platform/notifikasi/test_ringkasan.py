"""The digest: one mail a person a day at most, none where there is nothing, never lost to a mail server."""

from datetime import datetime, timedelta
from unittest.mock import Mock

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.notifikasi.baca import mark_dibaca, set_jadwal
from akuntabel.platform.notifikasi.kirim import notify
from akuntabel.platform.notifikasi.models import JadwalRingkasan, Notifikasi, Ringkasan
from akuntabel.platform.notifikasi.ringkasan import TERBANYAK, remove_notifikasi_lama, send_ringkasan

pytestmark = pytest.mark.django_db
KAMIS = datetime(2026, 4, 9, 7, 7)  # noqa: DTZ001 — of the office's time, made aware below
SENIN = KAMIS + timedelta(days=4)


@pytest.fixture
def jam(monkeypatch: pytest.MonkeyPatch):
    """Set the clock, in the office's time."""

    def setel(saat: datetime) -> None:
        monkeypatch.setattr(timezone, "now", Mock(return_value=timezone.make_aware(saat)))

    setel(KAMIS)
    return setel


@pytest.fixture
def rina(jam) -> Pengguna:
    return Pengguna.objects.create_pengguna("rina@contoh.go.id", "Rina")


def _tell(*daftar: Pengguna, kunci: str = "a", teks: str = "Setujui <PK> & kirim.") -> None:
    notify(daftar, jenis="uji", teks=teks, alamat="/satker/357200/2026/", kunci=kunci)


def test_one_mail_says_all_that_was_not_read_in_words_and_in_html(rina: Pengguna):
    _tell(rina)
    _tell(rina, kunci="b", teks="Dikembalikan.")
    send_ringkasan()
    (surel,) = mail.outbox
    assert surel.to == ["rina@contoh.go.id"]
    assert surel.subject == "Akuntabel: 2 pemberitahuan belum dibaca"
    assert "Setujui <PK> & kirim.\n  http://localhost:8000/satker/357200/2026/" in surel.body
    (html, jenis) = surel.alternatives[0]
    assert jenis == "text/html"
    assert '<a href="http://localhost:8000/satker/357200/2026/">Setujui &lt;PK&gt; &amp; kirim.</a>' in html
    assert "/notifikasi/pilihan/" in surel.body
    assert "/notifikasi/pilihan/" in html


def test_nothing_to_say_is_no_mail(rina: Pengguna):
    send_ringkasan()
    _tell(rina)
    mark_dibaca(rina)
    send_ringkasan()
    assert mail.outbox == []


def test_run_again_it_sends_nothing_again(rina: Pengguna, jam):
    _tell(rina)
    send_ringkasan()
    _tell(rina, kunci="b")
    send_ringkasan()
    assert len(mail.outbox) == 1
    jam(KAMIS + timedelta(days=1))
    send_ringkasan()
    assert len(mail.outbox) == 2
    assert "1 pemberitahuan" in mail.outbox[1].subject  # only what the mail before did not say


def test_nobody_is_woken_by_it(rina: Pengguna, jam):
    _tell(rina)
    jam(KAMIS.replace(hour=5, minute=59))
    send_ringkasan()
    assert mail.outbox == []


def test_who_wants_none_gets_none(rina: Pengguna):
    set_jadwal(rina, JadwalRingkasan.TIDAK)
    _tell(rina)
    send_ringkasan()
    assert mail.outbox == []


def test_who_wants_one_a_week_hears_on_monday_or_as_soon_as_it_runs_again(rina: Pengguna, jam):
    set_jadwal(rina, JadwalRingkasan.MINGGUAN)
    _tell(rina)
    send_ringkasan()
    assert mail.outbox == []
    jam(SENIN + timedelta(days=1))  # the laptop was off on Monday
    send_ringkasan()
    assert len(mail.outbox) == 1
    jam(SENIN + timedelta(days=2))
    Notifikasi.objects.filter(disurelkan_pada=None).delete()
    _tell(rina, kunci="b")
    send_ringkasan()
    assert len(mail.outbox) == 1


def test_a_closed_account_gets_none(rina: Pengguna):
    _tell(rina)
    Pengguna.objects.update(is_active=False)
    send_ringkasan()
    assert mail.outbox == []


def test_a_mail_server_that_is_away_loses_nothing(rina: Pengguna, monkeypatch: pytest.MonkeyPatch):
    _tell(rina)
    with monkeypatch.context() as m:
        m.setattr(EmailBackend, "send_messages", Mock(side_effect=ConnectionRefusedError))
        send_ringkasan()
    assert not Ringkasan.objects.exists()
    send_ringkasan()
    assert len(mail.outbox) == 1


def test_while_another_worker_sends_this_one_does_not(rina: Pengguna, jam):
    _tell(rina)
    Ringkasan.objects.create(pengguna=rina, tanggal=KAMIS.date())  # claimed; then its worker was killed
    send_ringkasan()
    assert mail.outbox == []
    jam(KAMIS + timedelta(days=1))
    send_ringkasan()
    assert len(mail.outbox) == 1


def test_a_long_list_is_cut_and_says_how_many_more(rina: Pengguna):
    for n in range(TERBANYAK + 7):
        _tell(rina, kunci=str(n))
    send_ringkasan()
    assert "Dan 7 lainnya." in mail.outbox[0].body
    assert not Notifikasi.objects.filter(disurelkan_pada=None).exists()


def test_old_messages_leave_those_that_count_stay(rina: Pengguna):
    umur = {"lama-dibaca": (100, 100), "baru-dibaca": (100, 10), "belum": (100, None), "terlalu-lama": (500, None)}
    kini = timezone.now()
    for kunci, (dibuat, dibaca) in umur.items():
        _tell(rina, kunci=kunci)
        Notifikasi.objects.filter(kunci=kunci).update(
            created_at=kini - timedelta(days=dibuat),
            dibaca_pada=None if dibaca is None else kini - timedelta(days=dibaca),
        )
    remove_notifikasi_lama()
    assert set(Notifikasi.objects.values_list("kunci", flat=True)) == {"baru-dibaca", "belum"}
