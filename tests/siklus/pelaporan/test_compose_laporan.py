"""The one way from a report in the database to its document: annual, of a quarter, with the statement of review."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from laporan_contoh import TAHUN, Meja, entitas_utama

from akuntabel.core.fakta.laporan import PernyataanReviu
from akuntabel.core.naskah.json import dump_naskah
from akuntabel.siklus.pelaporan.actions import draft_laporan
from akuntabel.siklus.pelaporan.actions_blok import revise_blok
from akuntabel.siklus.pelaporan.dokumen import daftar_dokumen
from akuntabel.siklus.pelaporan.models import BlokLaporan, JenisLaporan, LaporanKinerja
from akuntabel.siklus.pelaporan.naskah import compose_laporan
from akuntabel.siklus.pelaporan.temuan_blok import check_laporan
from akuntabel.siklus.pelaporan.usulan import draft_usulan


def _triwulan(meja: Meja, jenis: JenisLaporan = JenisLaporan.TRIWULAN) -> LaporanKinerja:
    return draft_laporan(
        meja.pemeran.kota,
        TAHUN,
        entitas=entitas_utama(meja.pemeran),
        jenis=jenis.value,
        triwulan=2,
        by=meja.pemeran.rina,
    )


def test_an_annual_report_that_has_just_begun_is_composed(meja: Meja):
    hasil, naskah = compose_laporan(meja.laporan)
    assert naskah.judul == f"Laporan Kinerja {meja.pemeran.kota.nama} Tahun {TAHUN}"
    assert naskah.sidik == hasil.fakta.sidik


def test_the_report_of_a_quarter_prints_its_texts(meja: Meja):
    laporan = _triwulan(meja)
    for nama in ("pengantar-triwulan", "hambatan-triwulan", "simpulan-triwulan"):
        revise_blok(laporan, nama, isi=f"Ini {nama} **kami**.", versi=0, by=meja.pemeran.rina)
    _, naskah = compose_laporan(laporan)
    assert naskah.judul.startswith("Laporan Kinerja Triwulan II")
    isi = dump_naskah(naskah)
    for nama in ("pengantar-triwulan", "hambatan-triwulan", "simpulan-triwulan"):
        assert f"Ini {nama} " in isi


def test_an_interim_report_is_called_so(meja: Meja):
    assert compose_laporan(_triwulan(meja, JenisLaporan.INTERIM))[1].judul.startswith("Laporan Kinerja Interim")


def test_the_statement_of_review_is_bound_in(meja: Meja):
    reviu = PernyataanReviu(
        nama="Sari",
        jabatan="Inspektur",
        nip=None,
        tempat="Surabaya",
        tanggal=date(TAHUN + 1, 2, 1),
        kesimpulan="Tidak terdapat hal yang menimbulkan perbedaan.",
    )
    tanpa, dengan = compose_laporan(meja.laporan), compose_laporan(meja.laporan, reviu=reviu)
    assert "Formulir ini belum ditandatangani" in dump_naskah(tanpa[1])
    assert "Formulir ini belum ditandatangani" not in dump_naskah(dengan[1])
    assert "Tidak terdapat hal yang menimbulkan perbedaan." in dump_naskah(dengan[1])
    assert dengan[0].fakta.sidik != tanpa[0].fakta.sidik


def test_a_text_whose_slots_name_nothing_any_more_is_named(meja: Meja):
    BlokLaporan.objects.create(laporan=meja.laporan, nama="simpulan", isi="Capaian {{ capaian.9.9 }}.", versi=1)
    with pytest.raises(ValidationError, match=r"narasi/simpulan\.md.*capaian\.9\.9"):
        compose_laporan(meja.laporan)


def test_without_an_agreement_it_says_what_is_missing(meja: Meja):
    lain = LaporanKinerja(satker=meja.pemeran.kota, tahun=TAHUN - 1, entitas=entitas_utama(meja.pemeran))
    with pytest.raises(ValidationError, match="perjanjian kinerja"):
        compose_laporan(lain)
    lain.save()
    with pytest.raises(ValidationError, match="perjanjian kinerja"):
        daftar_dokumen(lain)


def test_the_checker_reads_a_quarter_too_and_drafts_are_for_the_year(meja: Meja):
    laporan = _triwulan(meja)
    isi = "Realisasi anggaran Rp50 dari pagu Rp100 atau 75%."
    revise_blok(laporan, "simpulan-triwulan", isi=isi, versi=0, by=meja.pemeran.rina)
    assert "simpulan-triwulan" in {t.nama for t in check_laporan(laporan).daftar}
    with pytest.raises(ValidationError, match="laporan tahunan"):
        draft_usulan(laporan, by=meja.pemeran.rina)


def test_a_report_that_has_just_begun_is_drafted_whole_and_the_checker_has_nothing_against_it(meja: Meja):
    sebelum = check_laporan(meja.laporan).jumlah
    assert len(draft_usulan(meja.laporan, by=meja.pemeran.rina)) > 5
    assert check_laporan(meja.laporan).jumlah == sebelum
