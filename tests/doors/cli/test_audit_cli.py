"""``akuntabel audit``: whole or not, and which rows."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.audit.models import JejakAudit, SegelAudit
from hasil_cli import Hasil

pytestmark = pytest.mark.django_db


def _catat(jumlah: int, umur: timedelta = timedelta(hours=1)) -> list[JejakAudit]:
    rina = Pengguna.objects.create_pengguna("rina@contoh.go.id", "Rina")
    daftar = [record_audit(rina, "uji", rina, baru={"n": n}) for n in range(jumlah)]
    with _tanpa_penjaga():
        JejakAudit.objects.update(waktu=timezone.now() - umur)
    return daftar


@contextmanager
def _tanpa_penjaga() -> Iterator[None]:
    """As somebody with full rights on the database would: around the guards."""
    with connection.cursor() as kursor:
        if connection.vendor == "postgresql":
            kursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            kursor.execute("ALTER TABLE audit_jejakaudit DISABLE TRIGGER USER")
            yield
            kursor.execute("ALTER TABLE audit_jejakaudit ENABLE TRIGGER USER")
            return
        kursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_jejakaudit'")
        penjaga = kursor.fetchall()
        for nama, _ in penjaga:
            kursor.execute(f"DROP TRIGGER {nama}")
        yield
        for _, pembuatan in penjaga:
            kursor.execute(pembuatan)


def test_a_sealed_trail_is_whole(akuntabel: Callable[..., Hasil]):
    _catat(3)
    segel = akuntabel("audit", "seal")
    assert segel.kode == 0
    assert re.fullmatch(r"Segel \d+: baris \d+–\d+, 3 baris\.\n[0-9a-f]{64}\n", segel.keluar)
    hasil = akuntabel("audit", "verify")
    assert (hasil.kode, hasil.galat) == (0, "")
    assert "Jejak audit utuh: 1 segel atas 3 baris; 0 baris belum disegel." in hasil.keluar
    assert SegelAudit.objects.get().sidik in hasil.keluar


def test_a_young_row_is_not_sealed_yet(akuntabel: Callable[..., Hasil]):
    _catat(1, umur=timedelta(seconds=1))
    assert akuntabel("audit", "seal").keluar.startswith("Tidak ada baris jejak")
    assert "0 segel atas 0 baris; 1 baris belum disegel" in akuntabel("audit", "verify").keluar


def test_tampering_is_named_by_seal_and_rows(akuntabel: Callable[..., Hasil]):
    baris = _catat(3)
    akuntabel("audit", "seal")
    with _tanpa_penjaga():
        JejakAudit.objects.filter(pk=baris[1].pk).update(alasan="lain")
    hasil = akuntabel("audit", "verify")
    segel = SegelAudit.objects.get()
    assert hasil.kode == 1
    assert f"Segel {segel.pk}, baris {baris[0].pk}–{baris[2].pk}: isinya tidak lagi sama" in hasil.galat
    assert "Jejak audit tidak utuh: 1 dari 1 segel rusak." in hasil.galat
    assert hasil.keluar == ""


def test_another_word_is_no_act(akuntabel: Callable[..., Hasil]):
    hasil = akuntabel("audit", "hapus")
    assert hasil.kode == 2
    assert "hapus" in hasil.galat
