"""The report of an evaluation: score, conditions, recommendations, and what is missing said openly."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from akuntabel.core.calc.nilai import Nilai, StatusNilai
from akuntabel.core.compose.isi_perjanjian import Pihak
from akuntabel.core.compose.lhe import (
    IsiLhe,
    KomponenLhe,
    KriteriaLhe,
    RekomendasiLhe,
    SubLhe,
    TahunLalu,
    compose_lhe,
)
from akuntabel.core.naskah.model import Daftar, Naskah, Paragraf, Tabel, teks_baris
from akuntabel.core.render.berkas import Format, render_berkas

KRITERIA = (
    KriteriaLhe("1a1", "Terdapat pedoman teknis perencanaan kinerja.", "Ya", "", 2),
    KriteriaLhe("1a2", "Terdapat dokumen perencanaan kinerja jangka panjang.", "", "Belum ada.", 0),
)
SUB = SubLhe(
    "1a", "Dokumen tersedia", Nilai.of(6), "B", Nilai.of(70), Nilai.of(Decimal("4.2")), "Pedoman ada.", "", KRITERIA
)
ISI = IsiLhe(
    nama_pendek="KPU Kota Blitar",
    nama_lengkap="Komisi Pemilihan Umum Kota Blitar",
    penilai="KPU Provinsi Jawa Timur",
    tahun=2026,
    revisi=0,
    nomor="LHE-1/2027",
    dasar="PermenPANRB 88/2021",
    cara="satu predikat untuk tiap subkomponen",
    nilai=Nilai.of(Decimal("69.3")),
    predikat="B",
    sebutan="Baik",
    komponen=(KomponenLhe("1", "Perencanaan Kinerja", Nilai.of(30), Nilai.of(Decimal("23.1")), (SUB,)),),
    rekomendasi=(
        RekomendasiLhe(1, "Susun pohon kinerja.", "1b", "Subbagian Perencanaan", date(2027, 8, 31)),
        RekomendasiLhe(2, "Lengkapi bukti.", "", "", None),
    ),
    tahun_lalu=TahunLalu(Nilai.of(Decimal("65.5")), "B", 3, 2),
    simpulan="Sudah baik.\n\n- satu\n- dua",
    penanda=Pihak("Inspektur", "Bu Inspektur"),
    tempat="Surabaya",
    tanggal=date(2027, 5, 10),
    sidik="a1" * 32,
)


def read_teks(naskah: Naskah) -> str:
    """The paragraphs as they are read."""
    return "\n".join(teks_baris(b.isi) for bab in naskah.bab for b in bab.isi if isinstance(b, Paragraf))


def _tabel(naskah: Naskah, id_: str) -> Tabel:
    return next(b for bab in naskah.bab for b in bab.isi if isinstance(b, Tabel) and b.id == id_)


def test_the_score_stands_in_a_sentence_and_in_the_table():
    naskah = compose_lhe(ISI)
    teks = read_teks(naskah)
    assert "Nilainya 69,30, predikat B (Baik)." in teks
    assert "Nilai tahun 2025 adalah 65,50, predikat B." in teks
    assert "Dari 3 rekomendasi tahun 2025, 2 sudah selesai ditindaklanjuti." in teks
    tabel = _tabel(naskah, "tabel-nilai")
    assert [s.teks for s in tabel.baris[1].sel] == ["1a", "Dokumen tersedia", "6,00", "B", "70,00", "4,20"]
    assert tabel.baris[-1].sel[-1].teks == "69,30"


def test_recommendations_name_who_answers_until_when_or_a_dash():
    tabel = _tabel(compose_lhe(ISI), "tabel-rekomendasi")
    assert [s.teks for s in tabel.baris[0].sel][2:] == ["1b", "Subbagian Perencanaan", "31 Agustus 2027"]
    assert [s.teks for s in tabel.baris[1].sel][2:] == ["–", "–", "–"]


def test_every_kriteria_is_in_the_annex_with_its_answer():
    tabel = _tabel(compose_lhe(ISI), "tabel-kriteria-1")
    assert [s.teks for s in tabel.baris[1].sel] == ["1a1", KRITERIA[0].bunyi, "Ya", "2", "–"]
    assert [s.teks for s in tabel.baris[2].sel][2:] == ["–", "0", "Belum ada."]


def test_the_office_that_judges_itself_says_so():
    sendiri = replace(ISI, penilai="", nomor="")
    naskah = compose_lhe(sendiri)
    assert naskah.judul.startswith("Laporan Penilaian Mandiri")
    assert "KPU Kota Blitar menilai sendiri" in read_teks(naskah)


def test_what_is_missing_is_said_openly():
    belum = Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, "belum semua subkomponen dinilai.")
    kosong = replace(
        ISI,
        nilai=belum,
        predikat="",
        sebutan="",
        komponen=(replace(ISI.komponen[0], sub=(replace(SUB, kondisi=""),)),),
        rekomendasi=(),
        tahun_lalu=None,
        simpulan="",
        keterangan_rancangan="Masih disusun.",
    )
    teks = read_teks(compose_lhe(kosong))
    for kalimat in ("Nilai akhir belum ada", "Kondisi belum ditulis.", "Tidak ada rekomendasi.", "Simpulan belum"):
        assert kalimat in teks
    assert "RANCANGAN" in teks.upper()


def test_lines_with_a_dash_are_a_list():
    naskah = compose_lhe(ISI)
    (daftar,) = [b for b in naskah.bab[0].isi if isinstance(b, Daftar)]
    assert [len(b.isi) for b in daftar.butir] == [1, 1]


@pytest.mark.parametrize("format_", [Format.PDF, Format.DOCX, Format.HTML])
def test_it_is_rendered_in_every_format(format_: Format):
    assert len(render_berkas(compose_lhe(ISI), [format_])[format_].isi) > 5_000
