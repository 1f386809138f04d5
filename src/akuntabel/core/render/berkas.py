"""All files of one document: pictures first, then PDF (it knows the page numbers), then Word and HTML."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from akuntabel.core.naskah.json import dump_naskah
from akuntabel.core.naskah.model import Naskah
from akuntabel.core.render.docx import render_docx
from akuntabel.core.render.gambar import draw_semua
from akuntabel.core.render.html import render_html
from akuntabel.core.render.pdf import render_pdf


class Format(StrEnum):
    """File formats of a document; the value is the file's suffix."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class BerkasJadi:
    """A rendered file and how many seconds it took."""

    isi: bytes
    detik: float


def render_berkas(
    naskah: Naskah,
    daftar_format: Sequence[Format],
    *,
    template: Path | None = None,
    saat_langkah: Callable[[str], None] = lambda langkah: None,
) -> dict[Format, BerkasJadi]:
    """The document in every format asked for. ``saat_langkah`` hears what is being made.

    Word's lists of contents are pre-filled with the page numbers of the PDF, so asking for DOCX renders both.
    Raises TemplateTidakSah for a template that is no Word file.
    """
    hasil: dict[Format, BerkasJadi] = {}
    halaman: Mapping[str, str] = {}

    def susun(bentuk: Format, kerja: Callable[[], bytes]) -> None:
        saat_langkah(f"Menyusun {bentuk.value.upper()}")
        mulai = time.perf_counter()
        hasil[bentuk] = BerkasJadi(kerja(), time.perf_counter() - mulai)

    def susun_pdf() -> bytes:
        nonlocal halaman
        jadi = render_pdf(naskah, gambar=gambar)
        halaman = jadi.halaman
        return jadi.pdf

    is_bergambar = any(f is not Format.JSON for f in daftar_format)
    if is_bergambar:
        saat_langkah("Menggambar bagan dan grafik")
    gambar = draw_semua(naskah, png=Format.DOCX in daftar_format) if is_bergambar else {}
    if Format.PDF in daftar_format or Format.DOCX in daftar_format:
        susun(Format.PDF, susun_pdf)
    if Format.DOCX in daftar_format:
        susun(Format.DOCX, lambda: render_docx(naskah, gambar=gambar, halaman=halaman, template=template))
    if Format.HTML in daftar_format:
        susun(Format.HTML, lambda: render_html(naskah, gambar=gambar).encode())
    if Format.JSON in daftar_format:
        susun(Format.JSON, lambda: dump_naskah(naskah).encode())
    return {f: hasil[f] for f in daftar_format}
