"""Texts of a report: written in versions, with slots that name something, by two people without loss."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction
from laporan_contoh import Meja

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.pelaporan.actions import adopt_usulan, restore_versi, revise_blok
from akuntabel.siklus.pelaporan.actions_blok import clean_isi
from akuntabel.siklus.pelaporan.models import BlokLaporan, VersiBlok
from akuntabel.siklus.pelaporan.snapshot import build_fakta_laporan

pytestmark = pytest.mark.django_db


def _blok(meja: Meja, nama: str) -> BlokLaporan:
    return BlokLaporan.objects.get(laporan=meja.laporan, nama=nama)


def test_every_save_is_a_version_and_the_last_one_is_in_the_facts(meja: Meja):
    meja.tulis("simpulan", "Capaian {{ capaian.1.1 }}.")
    meja.tulis("simpulan", "Capaian organisasi {{ capaian.organisasi }}.", versi=1)
    blok = _blok(meja, "simpulan")
    assert [v.versi for v in blok.daftar_versi.order_by("versi")] == [1, 2]
    assert blok.pengubah == meja.pemeran.rina
    assert build_fakta_laporan(meja.laporan).narasi == {"simpulan": "Capaian organisasi {{ capaian.organisasi }}.\n"}
    assert JejakAudit.objects.filter(tindakan="laporan.blok").count() == 2


def test_same_words_again_are_no_version(meja: Meja):
    meja.tulis("simpulan", "Selesai.")
    meja.tulis("simpulan", "Selesai.  \r\n", versi=1)
    assert _blok(meja, "simpulan").versi == 1


def test_who_writes_over_another_is_shown_what_is_stored_and_nothing_is_lost(meja: Meja):
    meja.tulis("simpulan", "Tulisan Rina.")
    with pytest.raises(SudahBerubahError) as galat:
        revise_blok(meja.laporan, "simpulan", isi="Tulisan Danu.", versi=0, by=meja.pemeran.danu)
    assert galat.value.sekarang == {"isi": "Tulisan Rina.\n"}
    assert (galat.value.oleh, galat.value.versi) == (str(meja.pemeran.rina), 1)
    assert _blok(meja, "simpulan").isi == "Tulisan Rina.\n"
    revise_blok(meja.laporan, "simpulan", isi="Tulisan Danu.", versi=1, by=meja.pemeran.danu)
    assert _blok(meja, "simpulan").isi == "Tulisan Danu.\n"


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("Capaian\n{{ capaian.9.9 }}.", "Baris 2: tertulis “{{ capaian.9.9 }}”"),
        ("Lihat {{ tabel.tabel-entah }}.", "diharapkan id tabel yang ada dalam laporan"),
        ("# Judul", "Judul disusun oleh laporan"),
    ],
)
def test_slot_or_mark_that_means_nothing_is_refused_with_its_line(meja: Meja, isi: str, pesan: str):
    with pytest.raises(ValidationError) as galat:
        meja.tulis("simpulan", isi)
    assert pesan in " ".join(galat.value.message_dict["isi"])
    assert not BlokLaporan.objects.exists()


def test_table_of_the_report_can_be_referred_to(meja: Meja):
    meja.tulis("simpulan", "Lihat {{ tabel.tabel-rekap }}.")
    assert _blok(meja, "simpulan").versi == 1


def test_text_that_the_report_does_not_have_is_refused(meja: Meja):
    with pytest.raises(ValidationError, match="tidak memuat teks"):
        meja.tulis("sebab-9.9", "Karena.")


def test_draft_sentence_is_no_fact_until_somebody_accepts_it(meja: Meja):
    rina = meja.pemeran.rina
    blok = revise_blok(meja.laporan, "sebab-1.1", isi="Disebabkan oleh ….", versi=0, by=rina, is_usulan=True)
    assert build_fakta_laporan(meja.laporan).narasi == {}
    adopt_usulan(blok, versi=1, by=meja.pemeran.danu)
    assert (blok.is_usulan, blok.versi) == (False, 2)
    assert build_fakta_laporan(meja.laporan).narasi == {"sebab-1.1": "Disebabkan oleh ….\n"}
    with pytest.raises(ValidationError, match="bukan kalimat usulan"):
        adopt_usulan(blok, versi=2, by=rina)


def test_draft_sentence_never_takes_the_place_of_what_a_human_wrote(meja: Meja):
    meja.tulis("sebab-1.1", "Karena sosialisasi.")
    with pytest.raises(ValidationError, match="sudah ditulis orang"):
        revise_blok(meja.laporan, "sebab-1.1", isi="Usulan.", versi=1, by=meja.pemeran.rina, is_usulan=True)


def test_older_version_comes_back_as_a_new_one(meja: Meja):
    meja.tulis("simpulan", "Pertama.")
    meja.tulis("simpulan", "Kedua.", versi=1)
    blok = restore_versi(VersiBlok.objects.get(blok__nama="simpulan", versi=1), versi=2, by=meja.pemeran.rina)
    assert (blok.isi, blok.versi) == ("Pertama.\n", 3)
    assert blok.daftar_versi.get(versi=3).asal == "dipulihkan dari versi 1"
    with pytest.raises(SudahBerubahError):
        restore_versi(VersiBlok.objects.get(blok=blok, versi=2), versi=2, by=meja.pemeran.danu)


def test_history_cannot_be_rewritten_even_by_hand(meja: Meja):
    meja.tulis("simpulan", "Pertama.")
    for perintah in ("UPDATE pelaporan_versiblok SET isi = 'lain'", "DELETE FROM pelaporan_versiblok"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as kursor:
            kursor.execute(perintah)
    assert VersiBlok.objects.get().isi == "Pertama.\n"


@pytest.mark.parametrize("nama", ["bu_ketua", "sari", "tono", "admin"])
def test_only_who_writes_in_the_office_writes(meja: Meja, nama: str):
    with pytest.raises(PermissionDenied):
        revise_blok(meja.laporan, "simpulan", isi="Kata.", versi=0, by=getattr(meja.pemeran, nama))


def test_text_is_kept_as_a_package_has_it():
    assert clean_isi("Satu  \r\n\r\nDua\n\n") == "Satu\n\nDua\n"
    assert clean_isi("  \n ") == ""
