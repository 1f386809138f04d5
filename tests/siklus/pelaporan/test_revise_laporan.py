"""Signed, a report says the same for ever; what must change is a revision beside it."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction
from laporan_contoh import TAHUN, TANGGAL_LAPORAN, Meja

from akuntabel.core.fakta.laporan import IsuStrategis
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pelaporan.actions import revise_laporan, set_isu
from akuntabel.siklus.pelaporan.berlaku import find_laporan
from akuntabel.siklus.pelaporan.peralihan import record_tanda_tangan
from akuntabel.siklus.pelaporan.snapshot import build_fakta_laporan, build_fakta_tahun

pytestmark = pytest.mark.django_db


def test_signed_report_keeps_its_facts_whatever_changes_afterwards(meja: Meja):
    meja.tulis("simpulan", "Selesai.")
    laporan = meja.sampai_ditandatangani()
    semula = build_fakta_laporan(laporan)
    assert semula.laporan.tanggal == TANGGAL_LAPORAN
    assert semula.sidik == laporan.sidik
    Satker.objects.filter(pk=meja.pemeran.kota.pk).update(alamat="Jalan Baru 1")
    kini = find_laporan(Satker.objects.get(pk=meja.pemeran.kota.pk), TAHUN)
    assert kini is not None
    assert build_fakta_laporan(kini) == semula
    assert build_fakta_tahun(kini.satker, TAHUN).satker.alamat == "Jalan Baru 1"


def test_signature_over_other_facts_than_those_reviewed_is_refused(meja: Meja):
    laporan = meja.sampai_direviu()
    with pytest.raises(ValidationError, match="belum dapat ditandatangani"):
        record_tanda_tangan(laporan, by=meja.pemeran.bu_ketua, tanggal=TANGGAL_LAPORAN, sidik="1" * 64)
    assert laporan.status == "direviu"


@pytest.mark.parametrize(
    "perintah",
    [
        "UPDATE pelaporan_laporankinerja SET tema = 'lain'",
        "DELETE FROM pelaporan_laporankinerja",
        "UPDATE pelaporan_bloklaporan SET isi = 'lain'",
        "DELETE FROM pelaporan_isulaporan",
        """INSERT INTO pelaporan_langkahlaporan (laporan_id, urut, teks, pengampu, indikator)
           SELECT id, 7, 'lain', '', '' FROM pelaporan_laporankinerja""",
        """INSERT INTO pelaporan_versiblok (blok_id, versi, isi, is_usulan, asal, waktu)
           SELECT id, 9, 'lain', is_usulan, '', diubah_pada FROM pelaporan_bloklaporan""",
    ],
)
def test_database_itself_keeps_what_was_signed(meja: Meja, perintah: str):
    meja.tulis("simpulan", "Selesai.")
    set_isu(meja.laporan, [IsuStrategis(1, "Data.", "Berubah.")], versi=0, by=meja.pemeran.rina)
    meja.sampai_ditandatangani()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(perintah)


def test_revision_begins_with_the_words_that_were_signed(meja: Meja):
    meja.tulis("simpulan", "Selesai.")
    set_isu(meja.laporan, [IsuStrategis(1, "Data.", "Berubah.")], versi=0, by=meja.pemeran.rina)
    laporan = meja.sampai_ditandatangani()
    baru = revise_laporan(laporan, by=meja.pemeran.rina, alasan="Salah ketik pada simpulan")
    assert (baru.revisi, baru.status, baru.sidik) == (1, "disusun", "")
    assert find_laporan(meja.pemeran.kota, TAHUN) == baru
    fakta = build_fakta_laporan(baru)
    assert fakta.narasi == {"simpulan": "Selesai.\n"}
    assert fakta.daftar_isu == (IsuStrategis(1, "Data.", "Berubah."),)
    with pytest.raises(ValidationError, match="sudah direvisi"):
        revise_laporan(laporan, by=meja.pemeran.rina, alasan="Sekali lagi")


def test_revision_needs_a_signed_report_and_a_reason(meja: Meja):
    with pytest.raises(ValidationError, match="belum ditandatangani"):
        revise_laporan(meja.laporan, by=meja.pemeran.rina, alasan="Ingin")
    laporan = meja.sampai_ditandatangani()
    with pytest.raises(ValidationError, match="alasan revisi"):
        revise_laporan(laporan, by=meja.pemeran.rina, alasan=" ")
    with pytest.raises(PermissionDenied):
        revise_laporan(laporan, by=meja.pemeran.bu_ketua, alasan="Saya ketua")
