"""The profile of an office: what stands in its letterhead and on its covers."""

import io

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from pemeran import Pemeran
from PIL import Image

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import store_berkas
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.actions import revise_logo, revise_satker


def test_only_what_differs_is_written_and_stands_in_the_trail(pemeran: Pemeran):
    revise_satker(pemeran.kota, {"alamat": "Jalan Contoh 1", "nama": pemeran.kota.nama}, versi=0, by=pemeran.rina)
    jejak = JejakAudit.objects.get(tindakan="satker.revise")
    assert (jejak.lama, jejak.baru) == ({"alamat": ""}, {"alamat": "Jalan Contoh 1"})
    assert (pemeran.kota.alamat, pemeran.kota.versi) == ("Jalan Contoh 1", 1)


def test_nothing_new_leaves_no_trail(pemeran: Pemeran):
    revise_satker(pemeran.kota, {"alamat": ""}, versi=0, by=pemeran.rina)
    assert not JejakAudit.objects.filter(tindakan="satker.revise").exists()
    assert pemeran.kota.versi == 0


def test_the_second_of_two_is_told_what_the_first_wrote(pemeran: Pemeran):
    revise_satker(pemeran.kota, {"telepon": "0342-1"}, versi=0, by=pemeran.rina)
    with pytest.raises(SudahBerubahError) as galat:
        revise_satker(pemeran.kota, {"telepon": "0342-2"}, versi=0, by=pemeran.admin)
    assert (galat.value.sekarang, galat.value.oleh, galat.value.versi) == ({"telepon": "0342-1"}, "Rina", 1)


def test_what_is_no_address_is_refused_beside_its_field(pemeran: Pemeran):
    with pytest.raises(ValidationError) as galat:
        revise_satker(pemeran.kota, {"laman": "x", "surel": "y", "kode_pos": "1"}, versi=0, by=pemeran.rina)
    assert set(galat.value.message_dict) == {"laman", "surel", "kode_pos"}


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "tono", "supervisor"])
def test_only_planner_and_admin_change_the_profile(pemeran: Pemeran, nama: str):
    with pytest.raises(PermissionDenied):
        revise_satker(pemeran.kota, {"alamat": "x"}, versi=0, by=getattr(pemeran, nama))
    with pytest.raises(PermissionDenied):
        revise_logo(pemeran.kota, None, versi=0, by=getattr(pemeran, nama))


def test_a_logo_is_a_picture(pemeran: Pemeran):
    keluaran = io.BytesIO()
    Image.new("RGB", (40, 40), "red").save(keluaran, "PNG")
    utuh = keluaran.getvalue()
    rusak = bytearray(utuh)
    rusak[rusak.index(b"IDAT") + 8] ^= 0xFF
    logo = _simpan(utuh, "logo.png")
    revise_logo(pemeran.kota, logo, versi=0, by=pemeran.rina)
    assert pemeran.kota.logo == logo
    for isi, nama, pesan in ((bytes(rusak), "rusak.png", "rusak di dalamnya"), (b"%PDF-1.4", "a.pdf", "PNG atau JPEG")):
        with pytest.raises(ValidationError, match=pesan):
            revise_logo(pemeran.kota, _simpan(isi, nama), versi=1, by=pemeran.rina)
    assert pemeran.kota.logo == logo


def _simpan(isi: bytes, nama: str) -> Berkas:
    return store_berkas(isi, nama, by=None, retensi=Retensi.PERMANEN)
