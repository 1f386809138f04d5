"""The working paper of a review and the statement that is signed: all that Lampiran III asks of them."""

from dataclasses import replace
from datetime import date

import pytest

from akuntabel.core.compose.kertas_kerja_reviu import (
    ButirTertulis,
    IsiKertasKerja,
    LangkahTertulis,
    TemuanTertulis,
    compose_kertas_kerja,
)
from akuntabel.core.compose.pernyataan_reviu import YangMelapor, compose_surat_pernyataan
from akuntabel.core.fakta.laporan import PernyataanReviu
from akuntabel.core.naskah.json import dump_naskah
from akuntabel.core.naskah.model import Judul, Tabel
from akuntabel.core.render.berkas import Format, render_berkas

REVIU = PernyataanReviu(
    "Sari", "Inspektur", None, "Jakarta", date(2027, 2, 20), "Laporan ini dapat diandalkan.", ("Data 3.1 menunggu.",)
)


@pytest.fixture
def isi() -> IsiKertasKerja:
    """A review that goes on: one line answered, one not, a finding on its way."""
    return IsiKertasKerja(
        nama_pendek="KPU Kota Blitar",
        nama_lengkap="Komisi Pemilihan Umum Kota Blitar",
        tahun=2026,
        judul_laporan="Laporan Kinerja KPU 2026",
        tim=("Sari (ketua tim)", "Budi"),
        butir=(
            ButirTertulis("Format", 1, "LKj telah menampilkan data penting IP", "ya", ("Alamat dan laman terisi.",)),
            ButirTertulis("Substansi", 1, "Sasaran sesuai dengan perjanjian kinerja", ""),
        ),
        langkah=(
            LangkahTertulis("Pengujian keandalan", "Menghitung ulang capaian 1.1", "Cocok", "Andal"),
            LangkahTertulis("Telaahan SAKIP", "Membandingkan sasaran dengan Renstra"),
        ),
        temuan=(
            TemuanTertulis(1, "Capaian 1.2 keliru", "Tabel 3.1 baris 2", "Hitung ulang", "ditanggapi", ("Rina: ya.",)),
        ),
        sidik="ab" * 32,
    )


def _tabel(isi: IsiKertasKerja, id_: str) -> list[list[str]]:
    tabel = next(b for b in compose_kertas_kerja(isi).bab[0].isi if isinstance(b, Tabel) and b.id == id_)
    return [[s.teks for s in b.sel] for b in tabel.baris]


def test_working_paper_has_the_parts_of_the_guideline_in_order(isi: IsiKertasKerja):
    assert [b.teks for b in compose_kertas_kerja(isi).bab[0].isi if isinstance(b, Judul)] == [
        "Hal yang direviu",
        "Checklist reviu",
        "Langkah reviu dan hasilnya",
        "Temuan, kesepakatan, dan perbaikan",
        "Simpulan",
    ]


def test_line_without_answer_is_no_yes(isi: IsiKertasKerja):
    assert _tabel(isi, "checklist-reviu") == [
        ["Format"],
        ["1", "LKj telah menampilkan data penting IP", "ya", "Alamat dan laman terisi.", "–"],
        ["Substansi"],
        ["1", "Sasaran sesuai dengan perjanjian kinerja", "belum dijawab", "–", "–"],
    ]


def test_steps_are_counted_within_their_part(isi: IsiKertasKerja):
    assert [b[0] for b in _tabel(isi, "langkah-reviu")] == ["Pengujian keandalan", "1", "Telaahan SAKIP", "1"]


def test_finding_stands_with_its_place_answer_and_state(isi: IsiKertasKerja):
    assert _tabel(isi, "temuan-reviu") == [
        ["1", "Capaian 1.2 keliru (Tabel 3.1 baris 2)", "Hitung ulang", "Rina: ya.", "ditanggapi"]
    ]


def test_review_that_goes_on_says_so_and_a_signed_one_concludes(isi: IsiKertasKerja):
    belum, selesai = compose_kertas_kerja(isi), compose_kertas_kerja(replace(isi, reviu=REVIU))
    assert belum.kepala_halaman.startswith("RANCANGAN")
    assert "Reviu belum selesai." in dump_naskah(belum)
    assert not selesai.kepala_halaman.startswith("RANCANGAN")
    assert "Laporan ini dapat diandalkan." in dump_naskah(selesai)
    assert "Data 3.1 menunggu." in dump_naskah(selesai)


def test_empty_working_paper_claims_nothing(isi: IsiKertasKerja):
    teks = dump_naskah(compose_kertas_kerja(replace(isi, tim=(), langkah=(), temuan=())))
    assert "Belum ada langkah yang dicatat." in teks
    assert "Tidak ada temuan." in teks
    assert "belum ditunjuk" in teks


def test_working_paper_can_be_printed_and_opened_in_word(isi: IsiKertasKerja):
    jadi = render_berkas(compose_kertas_kerja(isi), [Format.PDF, Format.DOCX])
    assert jadi[Format.PDF].isi.startswith(b"%PDF-")
    assert jadi[Format.DOCX].isi.startswith(b"PK")


def test_statement_as_a_document_of_its_own_names_the_facts_that_were_reviewed():
    blitar = YangMelapor("KPU Kota Blitar", "Komisi Pemilihan Umum Kota Blitar", 2026)
    naskah = compose_surat_pernyataan(REVIU, blitar, sidik="cd" * 32)
    teks = dump_naskah(naskah)
    assert naskah.judul == "Pernyataan Telah Direviu KPU Kota Blitar Tahun 2026"
    assert "Laporan ini dapat diandalkan." in teks
    assert "cd" * 32 in teks
    assert "Formulir ini belum ditandatangani" not in teks
