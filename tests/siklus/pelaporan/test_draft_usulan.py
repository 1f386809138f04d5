"""Draft sentences fill what is empty and follow the facts until somebody accepts them; a human's words stay."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from laporan_blitar import LaporanBlitar, build_laporan_blitar

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.pelaporan.actions_blok import revise_blok
from akuntabel.siklus.pelaporan.models import BlokLaporan, VersiBlok
from akuntabel.siklus.pelaporan.naskah import compose_laporan
from akuntabel.siklus.pelaporan.usulan import draft_usulan

pytestmark = pytest.mark.django_db


@pytest.fixture
def contoh() -> LaporanBlitar:
    return build_laporan_blitar()


def _blok(contoh: LaporanBlitar, nama: str) -> BlokLaporan:
    return contoh.laporan.daftar_blok.get(nama=nama)


def _kosongkan(contoh: LaporanBlitar, nama: str) -> None:
    blok = _blok(contoh, nama)
    revise_blok(contoh.laporan, nama, isi="", versi=blok.versi, by=contoh.rina)


def test_empty_texts_are_filled_as_drafts_and_written_ones_stay(contoh: LaporanBlitar):
    tertulis = _blok(contoh, "simpulan").isi
    _kosongkan(contoh, "sebab-1.4")
    terisi = draft_usulan(contoh.laporan, by=contoh.rina)
    assert {"sebab-1.4", "tren-1.2", "efisiensi-1", "ikhtisar"} <= set(terisi)
    assert "simpulan" not in terisi
    assert _blok(contoh, "simpulan").isi == tertulis
    assert _blok(contoh, "tren-1.2").is_usulan
    assert VersiBlok.objects.get(blok=_blok(contoh, "tren-1.2")).asal == "usulan dari fakta"


def test_a_draft_is_no_part_of_the_report(contoh: LaporanBlitar):
    sebelum = compose_laporan(contoh.laporan)[1]
    draft_usulan(contoh.laporan, by=contoh.rina)
    assert compose_laporan(contoh.laporan)[1] == sebelum


def test_twice_changes_nothing(contoh: LaporanBlitar):
    draft_usulan(contoh.laporan, by=contoh.rina)
    jumlah = VersiBlok.objects.count()
    assert draft_usulan(contoh.laporan, by=contoh.rina) == []
    assert VersiBlok.objects.count() == jumlah


def test_a_draft_that_fell_behind_is_brought_up_to_date(contoh: LaporanBlitar):
    draft_usulan(contoh.laporan, by=contoh.rina, nama="ikhtisar")
    lama = _blok(contoh, "ikhtisar").isi
    revise_blok(
        contoh.laporan, "ikhtisar", isi="Kalimat usulan dari fakta lama.", versi=1, is_usulan=True, by=contoh.rina
    )
    assert draft_usulan(contoh.laporan, by=contoh.rina, nama="ikhtisar") == ["ikhtisar"]
    assert _blok(contoh, "ikhtisar").isi == lama


@pytest.mark.parametrize(
    ("nama", "pesan"),
    [("simpulan", "sudah ditulis orang"), ("tren-1.1", "Fakta belum cukup"), ("entah", "belum cukup")],
)
def test_what_cannot_be_drafted_says_why(contoh: LaporanBlitar, nama: str, pesan: str):
    with pytest.raises(ValidationError, match=pesan):
        draft_usulan(contoh.laporan, by=contoh.rina, nama=nama)


def test_another_office_cannot_and_nothing_is_left(contoh: LaporanBlitar):
    jumlah = BlokLaporan.objects.count(), JejakAudit.objects.filter(tindakan="laporan.blok").count()
    with pytest.raises(PermissionDenied):
        draft_usulan(contoh.laporan, by=contoh.tono)
    assert (BlokLaporan.objects.count(), JejakAudit.objects.filter(tindakan="laporan.blok").count()) == jumlah


def test_the_trail_says_that_it_was_a_draft(contoh: LaporanBlitar):
    draft_usulan(contoh.laporan, by=contoh.rina, nama="ikhtisar")
    jejak = JejakAudit.objects.filter(tindakan="laporan.blok").latest("pk")
    assert jejak.pelaku == contoh.rina
    assert jejak.baru["usulan"] is True
