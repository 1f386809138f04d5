"""The forms of measurement: what went in and what came out of each kegiatan, what each sasaran came to."""

from dataclasses import replace

import pytest

from akuntabel.core.compose.formulir_pengukuran import (
    compose_capaian_kegiatan,
    compose_capaian_sasaran,
    tabel_capaian_sasaran,
    tabel_kegiatan,
)
from akuntabel.core.compose.formulir_pengukuran_isi import IsiPengukuran, read_isi_pengukuran
from akuntabel.core.naskah.model import Gaya, Naskah, Paragraf, Tabel, teks_baris
from akuntabel.core.render.berkas import Format, render_berkas
from contoh_paket import compute_contoh

ISI = read_isi_pengukuran(compute_contoh())


def _baris(tabel: Tabel, awal: str) -> list[str]:
    """The cells of the row in which a cell begins so."""
    return next([s.teks for s in b.sel] for b in tabel.baris if any(s.teks.startswith(awal) for s in b.sel))


def _bergaya(naskah: Naskah, gaya: Gaya) -> str:
    return " ".join(
        teks_baris(b.isi) for bab in naskah.bab for b in bab.isi if isinstance(b, Paragraf) and b.gaya is gaya
    )


def test_every_indicator_shows_what_was_promised_and_reached():
    assert _baris(tabel_capaian_sasaran(ISI), "1.2 ")[-5:] == ["77%", "78,84%", "102,39%", "Sangat berhasil", "–"]
    assert sum(1 for b in tabel_capaian_sasaran(ISI).baris if b.jenis == "isi") == 11


def test_an_indicator_without_a_figure_says_why_and_is_no_zero():
    target, realisasi, capaian, kategori, keterangan = _baris(tabel_capaian_sasaran(ISI), "3.2 ")[-5:]
    assert (target, realisasi, capaian, kategori) == ("WTP", "menunggu rilis", "menunggu rilis", "–")
    assert "KPU RI" in keterangan


def test_a_capped_capaian_says_what_is_counted():
    baris = _baris(tabel_capaian_sasaran(ISI), "1.5 ")
    assert baris[-3] == "196,42%"
    assert baris[-1] == "dihitung 120,00%, batas kebijakan"


def test_each_sasaran_and_the_office_are_rolled_up_with_their_coverage():
    tabel = tabel_capaian_sasaran(ISI)
    assert _baris(tabel, "Capaian sasaran 3")[:2] == ["Capaian sasaran 3 (1 dari 3 indikator terukur)", "75,00%"]
    assert [s.teks for s in tabel.baris[-1].sel][:2] == ["Capaian organisasi (9 dari 11 indikator terukur)", "91,70%"]


def test_the_target_of_the_quarter_has_a_column_where_one_is_due():
    satu = ISI.sasaran[0]
    indikator = (replace(satu.indikator[0], target_triwulan=satu.indikator[0].target), *satu.indikator[1:])
    isi = replace(ISI, triwulan=2, sasaran=(replace(satu, indikator=indikator), *ISI.sasaran[1:]))
    assert len(tabel_capaian_sasaran(isi).kolom) == len(tabel_capaian_sasaran(ISI).kolom) + 1
    assert _baris(tabel_capaian_sasaran(isi), "1.2 ")[3 - 2] == "77%"
    assert _baris(tabel_capaian_sasaran(isi), "1.2 ")[2] == "–"
    assert isi.masa == "sampai dengan Triwulan II Tahun 2020"


def test_a_kegiatan_shows_its_money_and_the_indicators_that_it_serves():
    tabel = tabel_kegiatan(ISI)
    assert _baris(tabel, "3355")[3:] == ["Masukan: dana", "Rp", "1.679.046.000", "1.561.016.466", "92,97%"]
    nomor = next(n for n, b in enumerate(tabel.baris) if b.sel[0].teks == "3355")
    hasil = [b.sel[0].teks for b in tabel.baris[nomor + 1 : nomor + 4]]
    assert [h[:10] for h in hasil] == ["Hasil: 3.1", "Hasil: 3.2", "Hasil: 3.3"]


def test_every_rupiah_is_counted_once():
    assert [s.teks for s in tabel_kegiatan(ISI).baris[-1].sel] == [
        "Jumlah",
        "20.184.522.000",
        "13.003.719.105",
        "64,42%",
    ]


def test_without_a_budget_the_form_says_so():
    naskah = compose_capaian_kegiatan(replace(ISI, anggaran=(), jumlah_anggaran=None))
    assert "Anggaran belum diisi" in _bergaya(naskah, Gaya.KURANG)


@pytest.mark.parametrize("compose", [compose_capaian_kegiatan, compose_capaian_sasaran])
def test_every_format_is_made(compose):
    jadi = render_berkas(compose(ISI), [Format.PDF, Format.DOCX, Format.HTML])
    assert all(len(j.isi) > 1000 for j in jadi.values())


@pytest.mark.parametrize(
    ("isi", "awal"), [(replace(ISI, keterangan_rancangan="Belum diverifikasi."), "RANCANGAN – "), (ISI, "Formulir")]
)
def test_what_is_not_verified_is_marked_on_every_page(isi: IsiPengukuran, awal: str):
    assert compose_capaian_sasaran(isi).kepala_halaman.startswith(awal)


def test_the_form_says_by_which_rules_and_who_verified():
    catatan = _bergaya(compose_capaian_sasaran(replace(ISI, verifikasi="Diverifikasi oleh Rina.")), Gaya.CATATAN)
    assert "KPU, diperbaiki" in catatan
    assert catatan.endswith("Diverifikasi oleh Rina.")
