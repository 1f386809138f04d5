"""An office is written down under its parent, with the entity it reports for."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from pemeran import Pemeran

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.organisasi.actions import SatkerBaru, assign_peran, draft_entitas, draft_satker
from akuntabel.siklus.organisasi.models import PANJANG_JALUR, Peran, Satker

BARU = SatkerBaru("357299", "KPU Baru", "KPU Baru", "kota", "Baru", "KPU", "Komisi Pemilihan Umum (BA 076)")


def test_the_admin_above_founds_an_office(pemeran: Pemeran):
    assign_peran(pemeran.admin, pemeran.provinsi, Peran.ADMIN, by=None)
    satker = draft_satker(BARU, induk=pemeran.provinsi, by=pemeran.admin)
    assert satker.path == f"{pemeran.provinsi.path}{satker.pk:06d}/"
    assert [(e.kode, e.nama) for e in satker.daftar_entitas.all()] == [("kpu", "KPU")]
    jejak = JejakAudit.objects.filter(tindakan="satker.draft").latest("pk")
    assert (jejak.pelaku, jejak.baru["kode"]) == (pemeran.admin, "357299")


@pytest.mark.parametrize("nama", ["rina", "danu", "bu_ketua", "sari", "tono", "supervisor"])
def test_nobody_else_does_and_nobody_founds_a_root(pemeran: Pemeran, nama: str):
    orang = getattr(pemeran, nama)
    with pytest.raises(PermissionDenied):
        draft_satker(BARU, induk=pemeran.provinsi, by=orang)
    with pytest.raises(PermissionDenied, match="Satker puncak"):
        draft_satker(BARU, induk=None, by=orang)


def test_a_code_is_used_once_and_fits_an_address(pemeran: Pemeran):
    for kode, pesan in (("357200", "sudah dipakai"), ("35/72", "huruf, angka")):
        with pytest.raises(ValidationError, match=pesan):
            draft_satker(SatkerBaru(kode, *("x",) * 2, "kota", *("x",) * 3), induk=pemeran.provinsi, by=None)


def test_the_tree_has_a_deepest_level_and_says_so(pemeran: Pemeran):
    dalam = Satker.objects.get(pk=pemeran.kota.pk)
    Satker.objects.filter(pk=dalam.pk).update(path="0" * (PANJANG_JALUR - 2) + "/")
    with pytest.raises(ValidationError, match="tingkat"):
        draft_satker(BARU, induk=dalam, by=None)


def test_an_office_reports_for_its_secretariat_too(pemeran: Pemeran):
    draft_entitas(pemeran.kota, kode="sekretariat", nama="Sekretariat", peran_pimpinan="sekretaris", by=pemeran.rina)
    assert [e.nama for e in pemeran.kota.daftar_entitas.all()] == ["KPU", "Sekretariat"]
    with pytest.raises(ValidationError):
        draft_entitas(pemeran.kota, kode="sekretariat", nama="Lain", peran_pimpinan="sekretaris", by=pemeran.rina)
    with pytest.raises(PermissionDenied):
        draft_entitas(pemeran.kota, kode="lain", nama="Lain", peran_pimpinan="pimpinan", by=pemeran.tono)
