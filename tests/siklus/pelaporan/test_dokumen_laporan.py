"""The files of a report are made in the background, once for the same facts, and say what the report says."""

import json
from uuid import UUID

import pytest
from django.core.exceptions import PermissionDenied
from laporan_blitar import LaporanBlitar, build_laporan_blitar

from akuntabel.core.render.berkas import Format
from akuntabel.platform.files.simpan import open_berkas
from akuntabel.platform.notifikasi.models import Notifikasi
from akuntabel.platform.tasks.kerjakan import run_tugas
from akuntabel.platform.tasks.models import StatusTugas, Tugas
from akuntabel.siklus.pelaporan import tugas as tugas_laporan
from akuntabel.siklus.pelaporan.actions_blok import revise_blok
from akuntabel.siklus.pelaporan.dokumen import (
    build_nama_berkas,
    daftar_dokumen,
    find_tugas_berjalan,
    submit_dokumen,
)
from akuntabel.siklus.pelaporan.models import DokumenLaporan

pytestmark = pytest.mark.django_db


@pytest.fixture
def contoh() -> LaporanBlitar:
    return build_laporan_blitar()


def _jalankan(tugas: Tugas | None) -> Tugas:
    assert tugas is not None
    assert run_tugas(UUID(str(tugas.pk)), "uji")
    return Tugas.objects.get(pk=tugas.pk)


def test_files_are_made_by_a_task_and_are_those_of_the_facts(contoh: LaporanBlitar):
    tugas = submit_dokumen(contoh.laporan, [Format.HTML, Format.JSON], by=contoh.rina)
    assert find_tugas_berjalan(contoh.laporan) == tugas
    selesai = _jalankan(tugas)
    assert (selesai.status, selesai.persen) == (StatusTugas.SELESAI, 100)
    assert find_tugas_berjalan(contoh.laporan) is None
    keadaan = {k.format: k for k in daftar_dokumen(contoh.laporan)}
    assert keadaan[Format.PDF].dokumen is None
    dokumen = keadaan[Format.JSON].dokumen
    assert keadaan[Format.JSON].is_terkini
    assert dokumen is not None
    assert dokumen.berkas is not None
    with open_berkas(dokumen.berkas) as isi:
        assert json.load(isi)["sidik"] == dokumen.sidik_fakta
    assert dokumen.versi_blok["simpulan"] == 1


def test_the_same_facts_are_rendered_once_and_other_facts_again(contoh: LaporanBlitar):
    _jalankan(submit_dokumen(contoh.laporan, [Format.JSON], by=contoh.rina))
    assert submit_dokumen(contoh.laporan, [Format.JSON], by=contoh.rina) is None
    revise_blok(contoh.laporan, "ikhtisar", isi="Kalimat baru.", versi=0, by=contoh.rina)
    assert not next(k for k in daftar_dokumen(contoh.laporan) if k.format is Format.JSON).is_terkini
    assert submit_dokumen(contoh.laporan, [Format.JSON], by=contoh.rina) is not None


def test_who_asks_while_they_are_made_follows_the_same_job(contoh: LaporanBlitar):
    tugas = submit_dokumen(contoh.laporan, [Format.JSON], by=contoh.rina)
    assert submit_dokumen(contoh.laporan, [Format.JSON], by=contoh.rina) == tugas
    assert Tugas.objects.count() == 1


def test_facts_that_changed_while_the_job_waited_leave_no_empty_row(contoh: LaporanBlitar):
    tugas = submit_dokumen(contoh.laporan, [Format.JSON], by=contoh.rina)
    revise_blok(contoh.laporan, "ikhtisar", isi="Kalimat baru.", versi=0, by=contoh.rina)
    _jalankan(tugas)
    dokumen = DokumenLaporan.objects.get()
    assert dokumen.berkas is not None
    assert next(k for k in daftar_dokumen(contoh.laporan) if k.format is Format.JSON).is_terkini
    assert dokumen.versi_blok["ikhtisar"] == 1


def test_who_waited_long_is_told(contoh: LaporanBlitar, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tugas_laporan, "LAMA", tugas_laporan.timedelta(0))
    _jalankan(submit_dokumen(contoh.laporan, [Format.JSON], by=contoh.rina))
    kabar = Notifikasi.objects.get(jenis="laporan.dokumen")
    assert "siap diunduh" in kabar.teks


def test_another_office_gets_no_file(contoh: LaporanBlitar):
    with pytest.raises(PermissionDenied):
        submit_dokumen(contoh.laporan, [Format.JSON], by=contoh.tono)
    assert not DokumenLaporan.objects.exists()


def test_the_name_of_a_draft_says_so(contoh: LaporanBlitar):
    assert build_nama_berkas(contoh.laporan, Format.PDF) == "laporan-kinerja-kpu-kota-blitar-2020-rancangan.pdf"
