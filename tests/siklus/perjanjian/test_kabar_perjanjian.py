"""Who hears of what: the next person is called in the transaction of the act, and no longer once it is done."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client
from rencana_contoh import TANGGAL

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.notifikasi.models import Notifikasi
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Peran
from akuntabel.siklus.perjanjian.actions import (
    approve_perjanjian,
    return_perjanjian,
    set_target,
    sign_perjanjian,
    submit_perjanjian,
)
from akuntabel.siklus.perjanjian.actions_rencana_aksi import submit_rencana_aksi
from akuntabel.siklus.perjanjian.models import PihakPerjanjian
from akuntabel.siklus.perjanjian.tanda_tangan.actions import record_tanda_tangan_basah

PINDAIAN = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


def _jenis(pengguna: Pengguna) -> list[str]:
    """What the person is called to, oldest first."""
    return [n.jenis for n in Notifikasi.objects.filter(pengguna=pengguna, dibaca_pada=None).order_by("pk")]


@pytest.fixture
def pak_atasan(pemeran) -> Pengguna:
    """Leads the province."""
    pengguna = Pengguna.objects.create_pengguna("atasan@contoh.go.id", "Pak Atasan")
    assign_peran(pengguna, pemeran.provinsi, Peran.PIMPINAN, by=None)
    return pengguna


def test_the_head_is_called_when_it_is_submitted_and_no_longer_when_approved(pemeran, draf):
    submit_perjanjian(draf, by=pemeran.rina)
    assert _jenis(pemeran.bu_ketua) == ["perjanjian.submit"]
    assert "diajukan Rina" in Notifikasi.objects.get().teks
    approve_perjanjian(draf, by=pemeran.bu_ketua)
    assert _jenis(pemeran.bu_ketua) == []  # who did it is not told of it
    assert _jenis(pemeran.rina) == ["perjanjian.approve"]


def test_the_planner_is_told_why_it_came_back(pemeran, draf):
    submit_perjanjian(draf, by=pemeran.rina)
    return_perjanjian(draf, by=pemeran.bu_ketua, alasan="Target 1.2 terlalu rendah")
    assert _jenis(pemeran.bu_ketua) == []
    (kabar,) = Notifikasi.objects.filter(pengguna=pemeran.rina)
    assert "dikembalikan Bu Ketua: Target 1.2 terlalu rendah" in kabar.teks
    submit_perjanjian(draf, by=pemeran.rina)
    assert _jenis(pemeran.rina) == []


def test_nobody_hears_of_what_did_not_happen(pemeran, rencana, draf):
    set_target(draf, rencana.daftar_pemilih, "", by=pemeran.rina)
    with pytest.raises(ValidationError):
        submit_perjanjian(draf, by=pemeran.rina)
    set_target(draf, rencana.daftar_pemilih, "10", by=pemeran.rina)
    with transaction.atomic():
        submit_perjanjian(draf, by=pemeran.rina)
        transaction.set_rollback(True)
    assert not Notifikasi.objects.exists()


def test_other_offices_and_other_roles_hear_nothing(pemeran, tertanda):
    for nama in ("danu", "sari", "tono", "admin", "supervisor"):
        assert _jenis(getattr(pemeran, nama)) == []


def test_pihak_kedua_is_called_by_the_first_signature_and_released_by_the_own(pemeran, disetujui, pak_atasan):
    isi = {"tanggal": TANGGAL, "isi": PINDAIAN, "nama": "pindaian.pdf"}
    record_tanda_tangan_basah(disetujui, by=pemeran.bu_ketua, pihak=[PihakPerjanjian.PERTAMA], **isi)
    assert _jenis(pak_atasan) == ["perjanjian.pihak_kedua"]
    assert _jenis(pemeran.rina) == ["perjanjian.sign"]
    klien = Client()
    klien.force_login(pak_atasan)
    assert klien.get(Notifikasi.objects.get(pengguna=pak_atasan).alamat).status_code == 200
    record_tanda_tangan_basah(disetujui, by=pemeran.bu_ketua, pihak=[PihakPerjanjian.KEDUA], **isi)
    assert _jenis(pak_atasan) == []


def test_every_message_leads_to_a_page_that_its_reader_sees(pemeran, rencana_aksi_disetujui):
    daftar = list(Notifikasi.objects.all())
    assert {n.jenis for n in daftar} == {"perjanjian.sign", "rencana_aksi.approve"}
    for n in daftar:
        klien = Client()
        klien.force_login(n.pengguna)
        assert klien.get(n.alamat).status_code == 200, n.alamat


def test_who_measures_hears_that_the_rencana_aksi_holds(pemeran, rencana_aksi_disetujui):
    assert _jenis(pemeran.danu) == ["rencana_aksi.approve"]


def test_a_rencana_aksi_calls_the_head(pemeran, rencana_aksi):
    submit_rencana_aksi(rencana_aksi, by=pemeran.rina)
    assert _jenis(pemeran.bu_ketua) == ["rencana_aksi.submit"]


def test_a_signed_agreement_asks_for_its_rencana_aksi(pemeran, disetujui):
    sign_perjanjian(disetujui, by=pemeran.bu_ketua, tanggal=TANGGAL)
    (kabar,) = Notifikasi.objects.filter(pengguna=pemeran.rina)
    assert kabar.teks.endswith("Susun rencana aksinya.")
