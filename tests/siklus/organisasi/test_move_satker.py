"""An office goes under another parent with all that lies below it."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from pemeran import Pemeran

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.organisasi.actions import assign_peran, move_satker
from akuntabel.siklus.organisasi.models import Peran, Satker


def test_everything_below_moves_too_and_the_trail_says_why(pemeran: Pemeran):
    assign_peran(pemeran.admin, pemeran.provinsi, Peran.ADMIN, by=None)
    move_satker(pemeran.provinsi, induk=pemeran.kota_lain.induk, by=pemeran.admin, alasan="Penggabungan wilayah")
    kota = Satker.objects.get(pk=pemeran.kota.pk)
    assert kota.path.startswith(Satker.objects.get(pk=pemeran.kota_lain.induk_id).path)
    jejak = JejakAudit.objects.filter(tindakan="satker.revise").get()
    assert (jejak.pelaku, jejak.alasan) == (pemeran.admin, "Penggabungan wilayah")
    assert (jejak.lama, jejak.baru) == ({"induk": "000000"}, {"induk": "330000"})


def test_an_office_cannot_go_below_itself(pemeran: Pemeran):
    assign_peran(pemeran.admin, pemeran.provinsi, Peran.ADMIN, by=None)
    with pytest.raises(ValidationError, match="berada di bawah"):
        move_satker(pemeran.provinsi, induk=pemeran.kota, by=pemeran.admin, alasan="-")


@pytest.mark.parametrize("nama", ["rina", "danu", "bu_ketua", "sari", "tono", "supervisor"])
def test_only_its_admin_moves_an_office(pemeran: Pemeran, nama: str):
    with pytest.raises(PermissionDenied, match="hanya untuk admin"):
        move_satker(pemeran.kota, induk=pemeran.pusat, by=getattr(pemeran, nama), alasan="-")
    assert Satker.objects.get(pk=pemeran.kota.pk).induk == pemeran.provinsi
