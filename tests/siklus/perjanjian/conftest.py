"""An office that follows the national plan, and its agreement on the way to being signed."""

import pytest
from pemeran import Pemeran
from rencana_contoh import TANGGAL, Rencana, build_rencana

from akuntabel.siklus.perjanjian.actions import (
    approve_perjanjian,
    draft_perjanjian,
    sign_perjanjian,
    submit_perjanjian,
)
from akuntabel.siklus.perjanjian.actions_rencana_aksi import (
    AksiBaris,
    approve_rencana_aksi,
    draft_rencana_aksi,
    set_aksi,
    submit_rencana_aksi,
)
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, RencanaAksi


@pytest.fixture
def rencana(pemeran: Pemeran) -> Rencana:
    """The national plan with two indicators and their targets for 2026, taken over by the city; DIPA of 1 January."""
    return build_rencana(pemeran)


@pytest.fixture
def draf(pemeran: Pemeran, rencana: Rencana) -> PerjanjianKinerja:
    """Drafted by Rina."""
    return draft_perjanjian(
        pemeran.kota, 2026, pihak_pertama=rencana.ketua, pihak_kedua=rencana.atasan, by=pemeran.rina
    )


@pytest.fixture
def disetujui(pemeran: Pemeran, draf: PerjanjianKinerja) -> PerjanjianKinerja:
    """Submitted by Rina, approved by Bu Ketua."""
    submit_perjanjian(draf, by=pemeran.rina)
    approve_perjanjian(draf, by=pemeran.bu_ketua)
    return draf


@pytest.fixture
def tertanda(pemeran: Pemeran, disetujui: PerjanjianKinerja) -> PerjanjianKinerja:
    """Signed by Bu Ketua."""
    sign_perjanjian(disetujui, by=pemeran.bu_ketua, tanggal=TANGGAL)
    return disetujui


@pytest.fixture
def rencana_aksi(pemeran: Pemeran, tertanda: PerjanjianKinerja) -> RencanaAksi:
    """Drafted by Rina from the signed agreement."""
    return draft_rencana_aksi(tertanda, by=pemeran.rina)


@pytest.fixture
def rencana_aksi_disetujui(pemeran: Pemeran, rencana_aksi: RencanaAksi) -> RencanaAksi:
    """With one action, submitted by Rina, approved by Bu Ketua."""
    baris = rencana_aksi.perjanjian.daftar_target.get(indikator__kode="1.1")
    unit = pemeran.kota.daftar_unit.create(kode="divisi-sosdiklih", jenis="divisi", nama="Divisi Sosdiklih")
    aksi = AksiBaris(uraian="Sosialisasi", triwulan=2, unit=unit, kode_anggaran="3357", anggaran=20_000_000)
    set_aksi(rencana_aksi, baris, aksi, by=pemeran.rina)
    submit_rencana_aksi(rencana_aksi, by=pemeran.rina)
    approve_rencana_aksi(rencana_aksi, by=pemeran.bu_ketua, tanggal=TANGGAL)
    return rencana_aksi
