"""Bringing an older version of a text back when it was a draft sentence, or is refused."""

import pytest
from django.core.exceptions import PermissionDenied
from laporan_contoh import Meja

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.pelaporan.actions import restore_versi, revise_blok
from akuntabel.siklus.pelaporan.models import VersiBlok
from akuntabel.siklus.pelaporan.snapshot import build_fakta_laporan

pytestmark = pytest.mark.django_db


@pytest.fixture
def usulan(meja: Meja) -> VersiBlok:
    """A draft sentence over which Rina has written."""
    revise_blok(meja.laporan, "simpulan", isi="Usulan.", versi=0, by=meja.pemeran.rina, is_usulan=True)
    meja.tulis("simpulan", "Tulisan Rina.", versi=1)
    return VersiBlok.objects.get(blok__nama="simpulan", versi=1)


def test_draft_sentence_comes_back_as_a_draft_in_place_of_a_humans_words(meja: Meja, usulan: VersiBlok):
    blok = restore_versi(usulan, versi=2, by=meja.pemeran.danu)
    assert (blok.isi, blok.is_usulan, blok.versi) == ("Usulan.\n", True, 3)
    assert build_fakta_laporan(meja.laporan).narasi == {}
    jejak = JejakAudit.objects.filter(tindakan="laporan.blok").latest("pk")
    assert (jejak.pelaku, jejak.alasan) == (meja.pemeran.danu, "dipulihkan dari versi 1")


def test_what_the_text_says_already_is_no_new_version(meja: Meja, usulan: VersiBlok):
    kini = VersiBlok.objects.get(blok=usulan.blok, versi=2)
    assert restore_versi(kini, versi=2, by=meja.pemeran.rina).versi == 2


@pytest.mark.parametrize("nama", ["bu_ketua", "sari", "tono", "admin"])
def test_only_who_writes_in_the_office_brings_words_back(meja: Meja, usulan: VersiBlok, nama: str):
    with pytest.raises(PermissionDenied):
        restore_versi(usulan, versi=2, by=getattr(meja.pemeran, nama))
