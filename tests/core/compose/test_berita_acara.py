"""The minutes of a plenary as a document."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from akuntabel.core.compose.berita_acara import IsiBeritaAcara, KeputusanRapat, PesertaRapat, compose_berita_acara
from akuntabel.core.naskah.json import dump_naskah
from akuntabel.core.naskah.model import Daftar, Kop, Tabel, TandaTangan, teks_baris
from akuntabel.core.render.berkas import Format, render_berkas

SAAT = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
NAMA = ("Ani", "Budi", "Cici", "Dedi", "Eni")


@pytest.fixture
def isi() -> IsiBeritaAcara:
    """Signed minutes: five members, the last one not there."""
    return IsiBeritaAcara(
        kop=Kop(("Komisi Pemilihan Umum Kota Blitar",), ("Jalan Contoh 1",)),
        satker="Komisi Pemilihan Umum Kota Blitar",
        nomor="12/BA/2026",
        tanggal=date(2026, 1, 5),
        tempat="Aula KPU Kota Blitar",
        kota="Blitar",
        agenda="Penetapan target kinerja 2026\nLain-lain",
        pembahasan="",
        daftar_peserta=tuple(
            PesertaRapat(
                nama, "Anggota" if n else "Ketua", n == 0, n < 4, SAAT if n < 4 else None, "tanda tangan basah"
            )
            for n, nama in enumerate(NAMA)
        ),
        daftar_keputusan=(KeputusanRapat("Menetapkan target kinerja 2026;"), KeputusanRapat("Menunda pembahasan", 3)),
        sidik="ab" * 32,
    )


def test_it_says_when_and_where_in_words(isi: IsiBeritaAcara):
    teks = dump_naskah(compose_berita_acara(isi))
    assert "Senin tanggal lima bulan Januari tahun dua ribu dua puluh enam (05-01-2026)" in teks
    assert "bertempat di Aula KPU Kota Blitar" in teks


def test_decisions_end_in_one_full_stop_and_tell_the_vote(isi: IsiBeritaAcara):
    agenda, keputusan = (b for b in compose_berita_acara(isi).bab[0].isi if isinstance(b, Daftar))
    assert [teks_baris(b.isi) for b in keputusan.butir] == [
        "Menetapkan target kinerja 2026.",
        "Menunda pembahasan (disetujui 3 anggota).",
    ]
    assert [teks_baris(b.isi) for b in agenda.butir] == ["Penetapan target kinerja 2026", "Lain-lain"]


def test_the_chair_signs_alone_and_who_was_not_there_does_not(isi: IsiBeritaAcara):
    blok = compose_berita_acara(isi).bab[0].isi
    tanda = [[p.nama for p in b.penanda_tangan] for b in blok if isinstance(b, TandaTangan)]
    assert tanda == [["Ani"], ["Budi", "Cici"], ["Dedi"]]
    peserta, riwayat = (b for b in blok if isinstance(b, Tabel))
    assert [b.sel[3].teks for b in peserta.baris] == ["Hadir"] * 4 + ["Tidak hadir"]
    assert [b.sel[0].teks for b in riwayat.baris] == list(NAMA[:4])


def test_a_draft_says_that_it_is_one(isi: IsiBeritaAcara):
    tertanda, rancangan = (dump_naskah(compose_berita_acara(i)) for i in (isi, replace(isi, sidik="")))
    assert "belum ditandatangani" in rancangan
    assert "belum ditandatangani" not in tertanda
    assert isi.sidik in tertanda


def test_it_becomes_word_and_pdf(isi: IsiBeritaAcara):
    jadi = render_berkas(compose_berita_acara(isi), (Format.PDF, Format.DOCX))
    assert jadi[Format.PDF].isi.startswith(b"%PDF")
    assert jadi[Format.DOCX].isi.startswith(b"PK")
