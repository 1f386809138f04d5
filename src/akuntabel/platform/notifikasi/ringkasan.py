"""The mail that says what has not been read: at most one a day for a person, none where there is nothing to say."""

import logging
import smtplib
from collections.abc import Iterator
from datetime import date, timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.notifikasi.models import JadwalRingkasan, Notifikasi, PilihanNotifikasi, Ringkasan

JAM = 6  # of the office's time: before the day begins
TERBANYAK = 30  # messages that a mail lists
SIMPAN_TERBACA = timedelta(days=90)
SIMPAN = timedelta(days=400)  # also what nobody has read
log = logging.getLogger(__name__)


def send_ringkasan() -> None:
    """Send the digests of today that have not been sent. Called every hour; a failed one is tried again then."""
    kini = timezone.localtime()
    if kini.hour < JAM:
        return
    penghubung = get_connection()
    try:
        for pengguna in _daftar_penerima(kini.date()):
            _kirim(pengguna, kini.date(), penghubung)
    except (OSError, smtplib.SMTPException):
        log.exception("ringkasan notifikasi belum terkirim; dicoba lagi pada jam berikutnya")
    finally:
        penghubung.close()


def remove_notifikasi_lama() -> None:
    """What was read leaves after a season, what was not after a year."""
    kini = timezone.now()
    Notifikasi.objects.filter(dibaca_pada__lt=kini - SIMPAN_TERBACA).delete()
    Notifikasi.objects.filter(created_at__lt=kini - SIMPAN).delete()
    Ringkasan.objects.filter(tanggal__lt=(kini - SIMPAN_TERBACA).date()).delete()


def _daftar_penerima(hari: date) -> Iterator[Pengguna]:
    """Who has something to hear today, and has not heard it."""
    senin = hari - timedelta(days=hari.weekday())
    pilihan = PilihanNotifikasi.objects.exclude(ringkasan=JadwalRingkasan.HARIAN.value)
    jadwal = dict(pilihan.values_list("pengguna", "ringkasan"))
    sejak = {hari: _terkirim_sejak(hari), senin: _terkirim_sejak(senin)}
    for pengguna in Pengguna.objects.filter(is_active=True, pk__in=_daftar_baru().values("pengguna")).order_by("pk"):
        pilih = jadwal.get(pengguna.pk, JadwalRingkasan.HARIAN.value)
        awal = senin if pilih == JadwalRingkasan.MINGGUAN else hari
        if pilih == JadwalRingkasan.TIDAK or pengguna.pk in sejak[awal]:
            continue
        if pilih == JadwalRingkasan.HARIAN or _daftar_baru(pengguna).filter(created_at__date__lt=senin).exists():
            yield pengguna


def _terkirim_sejak(hari: date) -> set[int]:
    return set(Ringkasan.objects.filter(tanggal__gte=hari).values_list("pengguna", flat=True))


def _daftar_baru(pengguna: Pengguna | None = None) -> QuerySet[Notifikasi]:
    """Neither read nor mailed."""
    daftar = Notifikasi.objects.filter(dibaca_pada=None, disurelkan_pada=None)
    return daftar if pengguna is None else daftar.filter(pengguna=pengguna)


def _kirim(pengguna: Pengguna, hari: date, penghubung: BaseEmailBackend) -> None:
    """Claim the day, send, say so. No transaction is open while the mail server is waited for."""
    ringkasan, is_baru = Ringkasan.objects.get_or_create(pengguna=pengguna, tanggal=hari)
    if not is_baru:  # another worker sends it
        return
    daftar = list(_daftar_baru(pengguna).order_by("-created_at", "-pk"))
    try:
        if daftar:
            build_surel(pengguna, daftar, penghubung).send()
    except BaseException:
        ringkasan.delete()
        raise
    kini = timezone.now()
    Notifikasi.objects.filter(pk__in=[n.pk for n in daftar]).update(disurelkan_pada=kini)
    Ringkasan.objects.filter(pk=ringkasan.pk).update(terkirim_pada=kini)


def build_surel(
    pengguna: Pengguna, daftar: list[Notifikasi], penghubung: BaseEmailBackend | None = None
) -> EmailMultiAlternatives:
    """The mail, as text and as HTML. daftar: newest first."""
    isi = {
        "pengguna": pengguna,
        "daftar": daftar[:TERBANYAK],
        "jumlah_lain": max(len(daftar) - TERBANYAK, 0),
        "situs": settings.ALAMAT_SITUS.rstrip("/"),
    }
    surel = EmailMultiAlternatives(
        f"Akuntabel: {len(daftar)} pemberitahuan belum dibaca",
        render_to_string("notifikasi/surel/ringkasan.txt", isi),
        to=[pengguna.email],
        connection=penghubung,
    )
    surel.attach_alternative(render_to_string("notifikasi/surel/ringkasan.html", isi), "text/html")
    return surel
