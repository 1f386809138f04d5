"""An upload that nobody took leaves after two days, row and bytes; nothing else does."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path

import isi_berkas as isi
import pytest
from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.files.berkala import remove_berkas_sementara
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.retensi import UMUR_SEMENTARA, Retensi
from akuntabel.platform.files.simpan import store_berkas, verify_berkas
from akuntabel.siklus.organisasi.models import Satker

HARI = timedelta(days=1)
Selesai = Callable[..., AbstractContextManager[object]]


def _store(rina: Pengguna, umur: timedelta, bita: bytes = isi.ZIP, retensi: Retensi = Retensi.SEMENTARA) -> Berkas:
    """A file that was brought that long ago; the day of a row cannot be changed, so the row is written with it."""
    nama = "PK.pdf" if bita == isi.PDF else "paket.zip"
    berkas = store_berkas(bita, nama, by=rina, retensi=retensi)
    Berkas.objects.filter(pk=berkas.pk).delete()
    berkas.pk, berkas.created_at = None, timezone.now() - umur
    berkas.save(force_insert=True)
    return berkas


def _sapu(django_capture_on_commit_callbacks: Selesai) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        remove_berkas_sementara()


def _daftar(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.rglob("*") if p.is_file())


def test_an_upload_that_nobody_took_leaves_with_its_bytes(
    rina: Pengguna, folder_berkas: Path, django_capture_on_commit_callbacks: Selesai
):
    _store(rina, UMUR_SEMENTARA + HARI)
    baru = _store(rina, UMUR_SEMENTARA - HARI, isi.PDF)
    _sapu(django_capture_on_commit_callbacks)
    assert list(Berkas.objects.all()) == [baru]
    assert _daftar(folder_berkas) == [baru.sidik]


@pytest.mark.parametrize("retensi", [Retensi.KERTAS_KERJA, Retensi.PERMANEN])
def test_what_is_kept_longer_stays_however_old(
    rina: Pengguna, django_capture_on_commit_callbacks: Selesai, retensi: Retensi
):
    berkas = _store(rina, UMUR_SEMENTARA + HARI, retensi=retensi)
    _sapu(django_capture_on_commit_callbacks)
    assert verify_berkas(Berkas.objects.get(pk=berkas.pk)) == ""


def test_what_something_points_at_stays(rina: Pengguna, django_capture_on_commit_callbacks: Selesai):
    berkas = _store(rina, UMUR_SEMENTARA + HARI)
    _store(rina, UMUR_SEMENTARA + HARI, isi.PDF)
    Satker.objects.create(kode="1", nama="KPU", nama_lengkap="KPU", jenis="pusat", kota="Jakarta", logo=berkas)
    _sapu(django_capture_on_commit_callbacks)
    assert list(Berkas.objects.all()) == [berkas]
    assert verify_berkas(berkas) == ""


def test_who_brings_it_again_has_the_whole_time_again(rina: Pengguna, django_capture_on_commit_callbacks: Selesai):
    _store(rina, UMUR_SEMENTARA + HARI)
    lagi = store_berkas(isi.ZIP, "paket.zip", by=rina, retensi=Retensi.SEMENTARA)
    _sapu(django_capture_on_commit_callbacks)
    assert verify_berkas(Berkas.objects.get(pk=lagi.pk)) == ""


def test_who_brings_it_again_soon_leaves_the_waiting_preview_alone(rina: Pengguna):
    menunggu = _store(rina, UMUR_SEMENTARA / 4)
    assert store_berkas(isi.ZIP, "paket.zip", by=rina, retensi=Retensi.SEMENTARA).pk == menunggu.pk
