"""A template comes back as it went out, holds no formula, and changes nothing when nobody wrote in it."""

import io
import zipfile

from buat_isian import RENSTRA

from akuntabel.core.readers.isian.baca import read_isian
from akuntabel.core.readers.isian.banding import compare_isian
from akuntabel.core.readers.isian.perjanjian import FORMULIR_PERJANJIAN
from akuntabel.core.readers.isian.renstra import FORMULIR_RENSTRA, check_renstra
from akuntabel.core.readers.isian.templat import write_templat

TAHUN = range(2025, 2030)


def test_filled_template_comes_back_value_by_value():
    isi = write_templat(FORMULIR_RENSTRA, judul="KPU Kota Contoh", daftar_tahun=TAHUN, ada=RENSTRA)
    hasil = read_isian(FORMULIR_RENSTRA, "renstra.xlsx", isi)
    check_renstra(hasil, {}, {"divisi-data"})
    assert [str(m) for m in hasil.masalah] == []
    assert hasil.data == RENSTRA
    assert not any(p.is_berubah for p in compare_isian(FORMULIR_RENSTRA, hasil, RENSTRA))


def test_empty_template_asks_for_nothing_and_takes_nothing():
    hasil = read_isian(
        FORMULIR_RENSTRA, "renstra.xlsx", write_templat(FORMULIR_RENSTRA, judul="KPU", daftar_tahun=TAHUN)
    )
    assert not hasil.masalah
    assert not any(hasil.data.values())
    assert not hasil.catatan


def test_template_shows_the_indicators_that_wait_for_a_target():
    info = {"target": {"1.1": {"nama": "Persentase partisipasi", "satuan": "%"}}}
    isi = write_templat(FORMULIR_RENSTRA, judul="KPU", daftar_tahun=TAHUN, info=info)
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        assert b"Persentase partisipasi" in arsip.read("xl/sharedStrings.xml")
    hasil = read_isian(FORMULIR_RENSTRA, "renstra.xlsx", isi)
    assert not hasil.masalah
    assert hasil.data["target"] == []


def test_no_cell_of_a_template_is_a_formula_and_lists_offer_the_choices():
    isi = write_templat(FORMULIR_RENSTRA, judul="=1+1", daftar_tahun=TAHUN, ada=RENSTRA)
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        lembar = [arsip.read(n).decode() for n in arsip.namelist() if n.startswith("xl/worksheets/sheet")]
    assert len(lembar) == 8
    assert not any("<f>" in x for x in lembar)
    assert any("maksimasi,minimasi" in x for x in lembar)
    assert any("'Sasaran'!$A$5" in x or "Sasaran!$A$5" in x for x in lembar)


def test_template_of_the_agreement_keeps_money_exactly():
    ada = {
        "target": [{"indikator": "1.1", "target": "80..90"}, {"indikator": "1.2", "target": "2025-12-09"}],
        "anggaran": [{"kode": "3364", "uraian": "Pemilihan", "sumber_dana": "RM", "pagu": 999_999_999_999_999}],
    }
    hasil = read_isian(FORMULIR_PERJANJIAN, "pk.xlsx", write_templat(FORMULIR_PERJANJIAN, judul="KPU", ada=ada))
    assert not hasil.masalah
    assert hasil.data == ada
