"""Signature fields of a PDF: the places are there before anybody signs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec, append_signature_field, enumerate_sig_fields

from akuntabel.core.render.pdf import HasilPdf, TempatTanda
from akuntabel.siklus.perjanjian.models import PihakPerjanjian
from akuntabel.siklus.perjanjian.tanda_tangan.porta import Kotak

# Pihak kedua signs on the left, pihak pertama on the right; a signature block lists them from left to right.
URUTAN: Final = (PihakPerjanjian.KEDUA, PihakPerjanjian.PERTAMA)
RUAS: Final[Mapping[PihakPerjanjian, str]] = {
    PihakPerjanjian.PERTAMA: "PihakPertama",
    PihakPerjanjian.KEDUA: "PihakKedua",
}

# Between the mark and the title above it, the name below it.
TEPI_ATAS_PT: Final = 5.0
TEPI_BAWAH_PT: Final = 3.0


@dataclass(frozen=True, slots=True)
class Ruas:
    """A signature field to come: its name in the file, its name for a reader, the room it takes."""

    nama: str
    keterangan: str
    tempat: TempatTanda


def add_ruas(hasil: HasilPdf) -> bytes:
    """The document with an empty signature field where each party signs first (the statement)."""
    return open_ruas(
        hasil.pdf,
        [
            Ruas(RUAS[pihak], f"Tanda tangan {pihak.label}", tempat)
            for pihak, tempat in zip(URUTAN, hasil.tempat_tanda, strict=False)
        ],
    )


def open_ruas(pdf: bytes, daftar: Iterable[Ruas]) -> bytes:
    """A document with empty signature fields; added to its end, so that every earlier byte stays."""
    penulis = IncrementalPdfFileWriter(BytesIO(pdf))
    pembaca = PdfFileReader(BytesIO(pdf))
    for ruas in daftar:
        halaman, tempat = ruas.tempat.halaman - 1, ruas.tempat
        atas = _tinggi_halaman(pembaca, halaman) - tempat.atas
        kotak = (tempat.kiri, atas - tempat.tinggi + TEPI_BAWAH_PT, tempat.kiri + tempat.lebar, atas - TEPI_ATAS_PT)
        append_signature_field(
            penulis,
            SigFieldSpec(
                ruas.nama,
                on_page=halaman,
                box=tuple(round(k) for k in kotak),  # type: ignore[arg-type]  # four of them
                readable_field_name=ruas.keterangan,
            ),
        )
    keluaran = BytesIO()
    penulis.write(keluaran)
    return keluaran.getvalue()


def find_kotak(pdf: bytes, ruas: str) -> Kotak:
    """Where an empty signature field stands. Raises KeyError where the file has none of that name."""
    pembaca = PdfFileReader(BytesIO(pdf))
    for _, _, acuan in enumerate_sig_fields(pembaca, filled_status=False, with_name=ruas):
        widget = acuan.get_object()
        kiri, bawah, kanan, atas = (float(k) for k in widget["/Rect"])
        return Kotak(_nomor_halaman(pembaca, widget), kiri, bawah, kanan, atas)
    raise KeyError(ruas)


def _tinggi_halaman(pembaca: PdfFileReader, nomor: int) -> float:
    """The height of an upright page."""
    halaman = pembaca.find_page_for_modification(nomor)[0].get_object()
    _, bawah, _, atas = (float(k) for k in halaman["/MediaBox"])
    return atas - bawah


def _nomor_halaman(pembaca: PdfFileReader, widget: Mapping[str, object]) -> int:
    jumlah = int(pembaca.root["/Pages"]["/Count"])
    tujuan = widget.raw_get("/P").reference  # type: ignore[attr-defined]  # a dictionary of pyHanko
    acuan = (pembaca.find_page_for_modification(n)[0].reference for n in range(jumlah))
    return next(n for n, halaman in enumerate(acuan) if halaman == tujuan)
