"""The rencana aksi as a table: per indicator the targets of four quarters and one row per action."""

from dataclasses import replace
from datetime import date

import pytest

from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.compose.isi_perjanjian import Pihak
from akuntabel.core.compose.rencana_aksi import AksiIndikator, IsiRencanaAksi, RencanaIndikator, compose_rencana_aksi
from akuntabel.core.naskah.model import Tabel
from akuntabel.core.render.berkas import Format, render_berkas


def _persen(angka: int) -> Besaran:
    return Besaran(Nilai.of(angka), "%")


AKSI = (
    AksiIndikator("Sosialisasi di kelurahan", 1, "Divisi Sosialisasi", "3364", 15_000_000),
    AksiIndikator("Rekapitulasi", 4, "", "", None),
)
ISI = IsiRencanaAksi(
    nama_pendek="KPU Kota Blitar",
    nama_lengkap="Komisi Pemilihan Umum Kota Blitar",
    tahun=2026,
    revisi=0,
    indikator=(
        RencanaIndikator("1.1", "Partisipasi pemilih", _persen(77), (None, _persen(40), None, _persen(77)), AKSI),
        RencanaIndikator("1.2", "Pemilih tidak terdaftar", _persen(10), (None,) * 4, ()),
    ),
    pimpinan=Pihak("Ketua KPU Kota Blitar", "Bu Ketua"),
    tempat="Blitar",
    tanggal=date(2026, 1, 20),
    sidik="a1" * 32,
)


def _tabel(isi: IsiRencanaAksi) -> Tabel:
    (tabel,) = [b for b in compose_rencana_aksi(isi).bab[0].isi if isinstance(b, Tabel)]
    return tabel


def test_each_action_has_a_row_and_the_indicator_spans_them():
    daftar = _tabel(ISI).baris
    assert [s.teks for s in daftar[0].sel][:6] == ["1.1 Partisipasi pemilih", "77%", "–", "40%", "–", "77%"]
    assert daftar[0].sel[0].baris == 2
    assert [s.teks for s in daftar[1].sel] == ["Rekapitulasi", "TW IV", "–", "–", "–"]


def test_an_indicator_without_action_says_so():
    assert _tabel(ISI).baris[2].sel[-1].teks == "Aksi belum disusun"


def test_the_money_is_added_up_and_missing_money_is_no_zero():
    assert _tabel(ISI).baris[-1].sel[-1].teks == "15.000.000"
    tanpa = replace(ISI, indikator=ISI.indikator[1:])
    assert _tabel(tanpa).baris[-1].jenis == "isi"


def test_the_sheet_is_turned_and_every_format_is_made():
    assert _tabel(ISI).lanskap
    jadi = render_berkas(compose_rencana_aksi(ISI), [Format.PDF, Format.DOCX, Format.HTML])
    assert all(len(j.isi) > 1000 for j in jadi.values())


@pytest.mark.parametrize(("keterangan", "awal"), [("Masih disusun.", "RANCANGAN – "), ("", "Rencana Aksi")])
def test_a_draft_is_marked(keterangan: str, awal: str):
    assert compose_rencana_aksi(replace(ISI, keterangan_rancangan=keterangan)).kepala_halaman.startswith(awal)
