"""PDF files that cannot be read, in whole or in part: what is missing is said, in bounded time and memory."""

import io
import zlib

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tulis_pdf import Halaman, tulis_pdf

from akuntabel.core.naskah.terbaca import NaskahTerbaca
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.kisi import build_naskah
from akuntabel.core.readers.pdf import pdf, pdfium
from akuntabel.core.readers.pdf.jawaban import build_blok
from akuntabel.core.readers.pdf.pdf import read_pdf
from akuntabel.core.readers.pdf.proses import read_isi

PROSA = (
    "Capaian kinerja tahun ini dihitung dari data yang dicatat oleh bagian program",
    "dan dibandingkan dengan target yang diperjanjikan pada awal tahun, sehingga",
)


def _baca(*halaman: Halaman) -> NaskahTerbaca:
    """As :func:`read_pdf`, without a process for each small file."""
    jawaban = read_isi(tulis_pdf(*halaman))
    return build_naskah("uji.pdf", "pdf", build_blok(jawaban["blok"]), halaman_tak_terbaca=jawaban["tak_terbaca"])


def _alinea(h: Halaman, y: int, *baris: str) -> Halaman:
    for n, teks in enumerate(baris):
        h.teks(60, y + 15 * n, teks, ukuran=11)
    return h


def test_a_scanned_page_is_reported():
    naskah = _baca(_alinea(Halaman(), 100, *PROSA), Halaman().foto(0, 0, 595, 842), _alinea(Halaman(), 100, *PROSA))
    assert naskah.halaman_tak_terbaca == (2,)


def test_a_file_of_scans_only_asks_for_ocr():
    with pytest.raises(BerkasTidakTerbacaError, match=r"pindaian.*OCR"):
        read_pdf("a.pdf", tulis_pdf(Halaman().foto(0, 0, 595, 842), Halaman().foto(10, 10, 500, 700)))


def test_a_blank_page_is_no_scan():
    assert _baca(_alinea(Halaman(), 100, *PROSA), Halaman()).halaman_tak_terbaca == ()


def _terkunci(pengguna: str) -> bytes:
    keluaran = io.BytesIO()
    with pikepdf.open(io.BytesIO(tulis_pdf(_alinea(Halaman(), 100, *PROSA)))) as berkas:
        berkas.save(keluaran, encryption=pikepdf.Encryption(user=pengguna, owner="pemilik"))
    return keluaran.getvalue()


def test_a_password_is_asked_for_only_where_reading_needs_one():
    with pytest.raises(BerkasTidakTerbacaError, match="kata sandi"):
        read_pdf("a.pdf", _terkunci("rahasia"))
    assert len(read_pdf("a.pdf", _terkunci("")).daftar_paragraf) == 1


def test_corrupt_and_truncated_files_end_in_one_message():
    utuh = tulis_pdf(*(_alinea(Halaman(), 100, *PROSA) for _ in range(5)))
    for isi in (b"%PDF-1.7", utuh[: len(utuh) // 2], b"%PDF-1.7\n" + bytes(range(256)) * 20):
        with pytest.raises(BerkasTidakTerbacaError, match="rusak atau terpotong"):
            read_pdf("a.pdf", isi)


def test_too_many_pages_are_refused_before_they_are_read():
    isi = tulis_pdf(Halaman().teks(60, 100, "x"), ulang=10_000)
    assert read_isi(isi) == {"galat": "panjang", "jumlah": 10_000}
    with pytest.raises(BerkasTidakTerbacaError, match="10000 halaman"):
        read_pdf("a.pdf", isi)


def test_a_page_with_absurdly_many_letters_is_reported_and_not_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdfium, "BATAS_HURUF", 500)
    penuh = _alinea(Halaman(), 100, *PROSA * 10)
    assert _baca(_alinea(Halaman(), 100, *PROSA), penuh).halaman_tak_terbaca == (2,)


def test_a_content_stream_that_unpacks_without_end_is_stopped():
    bom = zlib.compress(zlib.compress(b"0 0 m 9 9 l S\n" * 300_000, 1), 1)
    with pikepdf.open(io.BytesIO(tulis_pdf(_alinea(Halaman(), 100, *PROSA)))) as berkas:
        saring = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
        berkas.pages[0].Contents = pikepdf.Stream(berkas, bom, Filter=saring)
        keluaran = io.BytesIO()
        berkas.save(keluaran, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    with pytest.raises(BerkasTidakTerbacaError):
        read_pdf("a.pdf", keluaran.getvalue())


def test_a_process_that_takes_too_long_or_dies_ends_in_one_message(monkeypatch: pytest.MonkeyPatch):
    isi = tulis_pdf(_alinea(Halaman(), 100, *PROSA))
    monkeypatch.setattr(pdf, "BATAS_WAKTU", 0.001)
    with pytest.raises(BerkasTidakTerbacaError, match="terlalu besar atau terlalu rumit"):
        read_pdf("a.pdf", isi)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400), st.integers(0, 900), st.booleans())
def test_random_bytes_never_end_in_a_traceback(acak: bytes, tempat: int, is_disisipkan: bool):
    utuh = tulis_pdf(Halaman().tabel((60, 100, 300), [100, 130, 160], [["No", "Indikator"], ["1", "A"]]))
    isi = utuh[:tempat] + acak + utuh[tempat + len(acak) :] if is_disisipkan else b"%PDF-1.7\n" + acak
    jawaban = read_isi(isi)
    assert "blok" in jawaban or jawaban["galat"] in ("rusak", "pindaian", "bersandi", "panjang")
