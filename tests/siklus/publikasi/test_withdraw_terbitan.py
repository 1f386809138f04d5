"""A withdrawn report leaves the notice of why; it never comes back, only a revision does."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from terbit_contoh import KantorTerbit

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.platform.notifikasi.models import Notifikasi
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.publikasi.actions import publish_laporan, withdraw_terbitan
from akuntabel.siklus.publikasi.models import StatusTerbitan, Terbitan

pytestmark = pytest.mark.django_db
ALASAN = "Realisasi indikator 1.4 keliru."


def test_the_reason_and_the_moment_stay(kantor: KantorTerbit):
    terbitan = kantor.terbitkan()
    withdraw_terbitan(terbitan, by=kantor.pemeran.bu_ketua, alasan=f" {ALASAN} ")
    kini = Terbitan.objects.get()
    assert kini.is_ditarik
    assert kini.alasan_tarik == ALASAN
    assert kini.ditarik_pada is not None
    assert kini.daftar_indikator.count() == 11
    jejak = JejakAudit.objects.get(tindakan="terbitan.withdraw")
    assert (jejak.pelaku, jejak.alasan) == (kantor.pemeran.bu_ketua, ALASAN)
    kabar = Notifikasi.objects.get(pengguna=kantor.pemeran.rina, jenis="terbitan.withdraw")
    assert ALASAN in kabar.teks


@pytest.mark.parametrize("siapa", ["rina", "danu", "sari", "tono"])
def test_only_the_head_withdraws(kantor: KantorTerbit, siapa: str):
    terbitan = kantor.terbitkan()
    with pytest.raises(PermissionDenied):
        withdraw_terbitan(terbitan, by=getattr(kantor.pemeran, siapa), alasan=ALASAN)
    assert Terbitan.objects.get().status == StatusTerbitan.TERBIT


def test_without_a_reason_nothing_is_withdrawn(kantor: KantorTerbit):
    terbitan = kantor.terbitkan()
    with pytest.raises(ValidationError, match="dibaca publik"):
        withdraw_terbitan(terbitan, by=kantor.pemeran.bu_ketua, alasan="  ")
    assert Terbitan.objects.get().status == StatusTerbitan.TERBIT


def test_the_second_to_withdraw_is_told(kantor: KantorTerbit):
    terbitan = kantor.terbitkan()
    withdraw_terbitan(terbitan, by=kantor.pemeran.bu_ketua, alasan=ALASAN)
    with pytest.raises(SudahBerubahError, match="sudah ditarik"):
        withdraw_terbitan(terbitan, by=kantor.pemeran.bu_ketua, alasan="Lagi")
    assert Terbitan.objects.get().alasan_tarik == ALASAN


def test_what_was_withdrawn_is_not_published_again_but_its_revision_is(kantor: KantorTerbit):
    terbitan = kantor.terbitkan()
    withdraw_terbitan(terbitan, by=kantor.pemeran.bu_ketua, alasan=ALASAN)
    assert publish_laporan(kantor.laporan, by=kantor.pemeran.rina).is_ditarik
    ganti = kantor.revisi(ALASAN).terbitkan()
    assert (ganti.slug, ganti.revisi, ganti.status) == ("657960-2020-kpu-r1", 1, StatusTerbitan.TERBIT)
    assert Terbitan.objects.count() == 2
