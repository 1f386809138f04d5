"""No page asks the database more often because it has more rows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from naskah_renstra import PARTISIPASI, build_naskah
from pemeran import Pemeran

from akuntabel.core.fakta.anggaran import KodeAnggaran, TingkatAnggaran
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.perencanaan.actions.anggaran import IsianPagu, import_kode, write_pagu
from akuntabel.siklus.perencanaan.actions.angka_renstra import (
    IsianPendanaan,
    IsianTarget,
    write_pendanaan,
    write_target,
)
from akuntabel.siklus.perencanaan.actions.butir import draft_sasaran, draft_tujuan
from akuntabel.siklus.perencanaan.actions.indikator import draft_indikator
from akuntabel.siklus.perencanaan.actions.pohon import draft_pohon
from akuntabel.siklus.perencanaan.actions.rencana import draft_rencana
from akuntabel.siklus.perencanaan.actions.renstra import adopt_renstra, submit_renstra
from akuntabel.siklus.perencanaan.models import Indikator, Renstra
from doors.web.perencanaan.conftest import RENSTRA, TAHUN

HALAMAN = {
    "renstra": lambda r: RENSTRA,
    "renstra_rinci": lambda r: f"{RENSTRA}{r.pk}/",
    "kamus": lambda r: f"{TAHUN}kamus/",
    "indikator": lambda r: f"/satker/357200/indikator/{Indikator.objects.filter(sasaran__renstra=r).first().pk}/",
    "pohon_kinerja": lambda r: f"{TAHUN}pohon/",
    "rkt": lambda r: f"{TAHUN}rkt/",
    "kode_anggaran": lambda r: f"{TAHUN}kode/",
    "pagu": lambda r: f"{TAHUN}pagu/",
}
NASKAH = {
    "renstra_target": lambda r: f"{RENSTRA}{r.pk}/target/",
    "renstra_pendanaan": lambda r: f"{RENSTRA}{r.pk}/pendanaan/",
    "renstra_rinci": lambda r: f"{RENSTRA}{r.pk}/",
}


def _tambah(renstra: Renstra, rina: Pengguna, jumlah: int) -> None:
    """More of everything."""
    for n in range(2, jumlah + 2):
        tujuan = draft_tujuan(renstra, kode=str(n), nama=f"Tujuan {n}", by=rina)
        sasaran = draft_sasaran(renstra, kode=str(n), nama=f"Meningkatnya {n}", tujuan=tujuan, by=rina)
        for m in (1, 2):
            i = draft_indikator(sasaran, replace(PARTISIPASI, kode=f"{n}.{m}"), by=rina)
            write_target(renstra, [IsianTarget(i.pk, t, "70") for t in renstra.daftar_tahun], by=rina)
        write_pendanaan(renstra, [IsianPendanaan(f"K{n}", "Kegiatan", t, 5) for t in renstra.daftar_tahun], by=rina)


def _jumlah(klien: Client, alamat: str) -> int:
    klien.get(alamat)  # what is read once per process is read
    with CaptureQueriesContext(connection) as kueri:
        assert klien.get(alamat).status_code == 200
    return len(kueri)


@pytest.mark.parametrize("nama", NASKAH)
def test_pages_of_a_draft(pemeran: Pemeran, masuk: Callable[[Pengguna], Client], nama: str) -> None:
    renstra = build_naskah(pemeran).renstra
    klien = masuk(pemeran.rina)
    sedikit = _jumlah(klien, NASKAH[nama](renstra))
    _tambah(renstra, pemeran.rina, 6)
    assert _jumlah(klien, NASKAH[nama](renstra)) == sedikit


def test_pages_of_what_is_in_force(pemeran: Pemeran, masuk: Callable[[Pengguna], Client]) -> None:
    klien = masuk(pemeran.rina)
    jumlah = []
    for tambahan in (0, 6):
        with transaction.atomic():
            jumlah.append(_isi_dan_hitung(pemeran, klien, tambahan))
            transaction.set_rollback(True)
    assert jumlah[0] == jumlah[1]
    assert max(jumlah[0].values()) < 30


def _isi_dan_hitung(pemeran: Pemeran, klien: Client, tambahan: int) -> dict[str, int]:
    renstra = build_naskah(pemeran).renstra
    _tambah(renstra, pemeran.rina, tambahan)
    submit_renstra(renstra, by=pemeran.rina)
    adopt_renstra(renstra, by=pemeran.bu_ketua, tanggal=date(2025, 2, 1))
    daftar = Indikator.objects.filter(sasaran__renstra=renstra).select_related("sasaran__tujuan", "pengampu").berurut()
    draft_pohon(pemeran.kota, renstra, daftar, by=pemeran.rina)
    draft_rencana(pemeran.kota, 2026, by=pemeran.rina)
    kode = [KodeAnggaran(f"K{n}", TingkatAnggaran.PROGRAM, "Program") for n in range(tambahan + 1)]
    import_kode(pemeran.kota, 2026, kode, by=pemeran.rina)
    pagu = [IsianPagu(k.kode, "RM", 5) for k in kode]
    write_pagu(pemeran.kota, 2026, pagu, sejak=date(2026, 1, 2), sumber="DIPA", by=pemeran.rina)
    return {nama: _jumlah(klien, alamat(renstra)) for nama, alamat in HALAMAN.items()}
