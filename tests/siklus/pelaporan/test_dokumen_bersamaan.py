"""A document is of one moment, also while somebody goes on writing in its report."""

import json
from uuid import UUID

import pytest
from django.conf import settings
from laporan_blitar import LaporanBlitar, build_laporan_blitar
from serentak import run_serentak

from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.core.naskah.model import Naskah
from akuntabel.core.render.berkas import Format
from akuntabel.platform.files.simpan import open_berkas
from akuntabel.platform.tasks.kerjakan import run_tugas
from akuntabel.siklus.pelaporan import tugas as tugas_laporan
from akuntabel.siklus.pelaporan.actions import draft_laporan
from akuntabel.siklus.pelaporan.actions_blok import revise_blok
from akuntabel.siklus.pelaporan.dokumen import submit_dokumen
from akuntabel.siklus.pelaporan.models import DokumenLaporan, JenisLaporan, LaporanKinerja
from akuntabel.siklus.pelaporan.naskah import compose_laporan
from akuntabel.siklus.pelaporan.sidik import compute_sidik_laporan
from akuntabel.siklus.pelaporan.tugas import read_versi_blok

pytestmark = [
    pytest.mark.skipif(not settings.IS_POSTGRES, reason="in the SQLite of the tests who reads keeps writers out"),
    pytest.mark.django_db(transaction=True),
]
LAMA, BARU = "Sebelum disusun.", "Sesudah fakta dibaca."


@pytest.fixture
def contoh(transactional_db: None) -> LaporanBlitar:
    """The example office, committed."""
    return build_laporan_blitar()


def _tahunan(contoh: LaporanBlitar) -> tuple[LaporanKinerja, str]:
    return contoh.laporan, "ikhtisar"


def _triwulan(contoh: LaporanBlitar) -> tuple[LaporanKinerja, str]:
    tahunan = contoh.laporan
    laporan = draft_laporan(
        contoh.satker,
        tahunan.tahun,
        entitas=tahunan.entitas,
        jenis=JenisLaporan.TRIWULAN.value,
        triwulan=2,
        by=contoh.rina,
    )
    return laporan, "simpulan-triwulan"


@pytest.mark.parametrize("pilih", [_tahunan, _triwulan], ids=["annual", "of a quarter"])
def test_what_is_written_while_it_is_composed_is_in_none_of_its_parts(contoh, pilih, monkeypatch):
    laporan, nama = pilih(contoh)
    revise_blok(laporan, nama, isi=LAMA, versi=0, by=contoh.rina)
    sidik = compute_sidik_laporan(laporan)

    def disela(kini: LaporanKinerja) -> tuple[HasilTahun, Naskah]:
        """Composed; and before anything else is read, somebody saves another text."""
        hasil = compose_laporan(kini)
        assert run_serentak(lambda: revise_blok(laporan, nama, isi=BARU, versi=1, by=contoh.rina)) == [""]
        return hasil

    monkeypatch.setattr(tugas_laporan, "compose_laporan", disela)
    tugas = submit_dokumen(laporan, [Format.JSON], by=contoh.rina)
    assert tugas is not None
    assert run_tugas(UUID(str(tugas.pk)), "uji")
    dokumen = DokumenLaporan.objects.select_related("berkas").get()
    assert dokumen.berkas is not None
    with open_berkas(dokumen.berkas) as berkas:
        isi = json.dumps(json.load(berkas))
    assert LAMA in isi
    assert BARU not in isi
    assert dokumen.sidik_fakta == sidik
    assert dokumen.versi_blok[nama] == 1
    assert read_versi_blok(laporan)[nama] == 2
    assert compute_sidik_laporan(laporan) != sidik
