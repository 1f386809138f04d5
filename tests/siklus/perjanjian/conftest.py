"""An office with a plan of two indicators, and its head with the one above."""

from dataclasses import dataclass

import pytest
from pemeran import Pemeran

from akuntabel.siklus.organisasi.models import Pejabat
from akuntabel.siklus.perencanaan.models import Indikator, Renstra, TargetRenstra
from akuntabel.siklus.perjanjian.actions import approve_perjanjian, draft_perjanjian, submit_perjanjian
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja


@dataclass(frozen=True)
class Rencana:
    """What an agreement is drafted from."""

    ketua: Pejabat
    atasan: Pejabat
    partisipasi: Indikator
    daftar_pemilih: Indikator


@pytest.fixture
def rencana(pemeran: Pemeran) -> Rencana:
    """Two indicators with targets for 2026."""
    renstra = Renstra.objects.create(satker=pemeran.kota, mulai=2025, selesai=2029, dasar="Keputusan", visi="Visi")
    sasaran = renstra.daftar_sasaran.create(kode="1", nama="Meningkatnya partisipasi")
    indikator = [
        sasaran.daftar_indikator.create(
            kode=kode,
            nama=nama,
            definisi=nama,
            satuan="%",
            arah=arah,
            rumus="a / b * 100",
            sumber_data="rekapitulasi",
            sumber_realisasi="sendiri",
            konsolidasi="terakhir",
            agregasi="rasio_dari_jumlah",
        )
        for kode, nama, arah in (("1.1", "Partisipasi", "maksimasi"), ("1.2", "Tidak terdaftar", "minimasi"))
    ]
    for i, target in zip(indikator, ("77", "10"), strict=True):
        TargetRenstra.objects.create(indikator=i, tahun=2026, target=target, sumber="Renstra")
    ketua = pemeran.kota.daftar_pejabat.create(kode="ketua", peran="pimpinan", jabatan="Ketua", nama="Bu Ketua")
    atasan = pemeran.provinsi.daftar_pejabat.create(kode="atasan", peran="atasan", jabatan="Ketua Provinsi")
    return Rencana(ketua, atasan, *indikator)


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
