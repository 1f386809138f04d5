"""Files that travel inside a PDF: found by any reader, whole, as the source of the document; the standard allows it."""

import io
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from baca_pdf import read_pdf
from contoh_naskah import build_contoh_naskah

from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.compose.pengesahan import Pengesahan, bind_pengesahan
from akuntabel.core.naskah.lebar import measure_naskah
from akuntabel.core.naskah.model import Gambar, JenisGambar, TandaTangan
from akuntabel.core.render.gambar import draw_semua
from akuntabel.core.render.pdf import BerkasSematan, HasilPdf, render_pdf
from contoh_paket import compute_contoh

PAKET = BerkasSematan("paket-data.zip", bytes(range(256)) * 64, "application/zip", 'Paket "data" \\ #laporan')
ALAMAT = f"https://sakip.contoh.go.id/publik/dokumen/{'ab' * 32}/"


@cache
def _render(*, is_akan_ditandatangani: bool) -> HasilPdf:
    naskah = measure_naskah(build_contoh_naskah())
    return render_pdf(
        naskah,
        gambar=draw_semua(naskah, png=False),
        is_akan_ditandatangani=is_akan_ditandatangani,
        sematan=(PAKET,),
    )


@pytest.fixture(params=[False, True], ids=["biasa", "akan_ditandatangani"])
def pdf(request: pytest.FixtureRequest) -> bytes:
    return _render(is_akan_ditandatangani=request.param).pdf


def test_the_attached_file_comes_out_byte_for_byte(pdf: bytes):
    with pikepdf.open(io.BytesIO(pdf)) as berkas:
        (isi,) = berkas.attachments.values()
        assert isi.get_file().read_bytes() == PAKET.isi
        assert (isi.filename, isi.description) == (PAKET.nama, PAKET.keterangan)


def test_the_attached_file_is_the_source_of_the_whole_document(pdf: bytes):
    with pikepdf.open(io.BytesIO(pdf)) as berkas:
        (sematan,) = berkas.Root.AF
        assert sematan.AFRelationship == "/Source"
        assert sematan.EF.F.Subtype == "/application/zip"


@pytest.mark.parametrize(
    ("is_akan_ditandatangani", "tingkat", "ua"), [(False, ("3", "A"), "1"), (True, ("3", "B"), None)]
)
def test_only_part_three_of_pdfa_is_claimed_and_no_more_than_holds(
    is_akan_ditandatangani: bool, tingkat: tuple[str, str], ua: str | None
):
    pdf = _render(is_akan_ditandatangani=is_akan_ditandatangani).pdf
    with pikepdf.open(BytesIO(pdf)) as berkas, berkas.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == tingkat
        assert xmp.get("pdfuaid:part") == ua


def test_the_document_is_tagged_as_without_it(pdf: bytes):
    naskah = measure_naskah(build_contoh_naskah())
    biasa = render_pdf(naskah, gambar=draw_semua(naskah, png=False)).pdf
    assert read_pdf(pdf) == read_pdf(biasa)


def test_the_head_signs_below_the_preface_and_the_note_says_where_to_verify():
    sah = Pengesahan("Ditandatangani secara elektronik.", ALAMAT, is_berstempel=True)
    semula = compose_lkj(compute_contoh())
    naskah = bind_pengesahan(semula, sah)
    hasil = render_pdf(naskah, gambar=draw_semua(naskah, png=False), is_akan_ditandatangani=True)
    pengantar = next(bab for bab in naskah.bab if bab.id == "kata-pengantar")
    assert [b.qr for b in pengantar.isi if isinstance(b, TandaTangan)] == [False]
    tanpa = render_pdf(semula, gambar=draw_semua(semula, png=False)).tempat_tanda
    assert len(hasil.tempat_tanda) == len(tanpa) + 1
    assert hasil.tempat_tanda[-1].halaman == 3
    assert ALAMAT in read_pdf(hasil.pdf).teks


def test_a_document_signed_on_paper_carries_the_code_itself():
    sah = Pengesahan("Naskah asli ditandatangani di atas kertas.", ALAMAT, is_berstempel=False)
    naskah = bind_pengesahan(build_contoh_naskah(), sah)
    (qr,) = [b for bab in naskah.bab for b in bab.isi if isinstance(b, Gambar) and b.jenis is JenisGambar.QR]
    assert qr.spesifikasi == {"isi": ALAMAT}


def test_a_document_without_a_signature_block_cannot_be_signed():
    naskah = build_contoh_naskah()
    kosong = type(naskah)(naskah.judul, (), naskah.penulis, naskah.tahun)
    with pytest.raises(ValueError, match="no signature block"):
        bind_pengesahan(kosong, Pengesahan("", ALAMAT, is_berstempel=True))
