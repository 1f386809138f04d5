"""The data of charts: tables under the title of a figure, which repeat what other tables say."""

import re
from collections.abc import Iterator

from akuntabel.core.naskah.terbaca import NaskahTerbaca, ParagrafTerbaca, TabelTerbaca

_JUDUL = re.compile(r"(?:Gambar|Grafik|Diagram|Bagan)\s+[\w.]*\d[\w.]*\.?:?\s+(?P<nama>\S.*)", re.IGNORECASE)


def daftar_data_gambar(naskah: NaskahTerbaca) -> Iterator[tuple[str, TabelTerbaca]]:
    """Each table right under the title of a figure, with the title without its number."""
    judul = ""
    for blok in naskah.isi:
        if isinstance(blok, ParagrafTerbaca):
            cocok = _JUDUL.fullmatch(blok.teks.strip())
            judul = cocok["nama"] if cocok else ""
            continue
        cocok = _JUDUL.fullmatch(blok.caption.strip())
        nama = cocok["nama"] if cocok else "" if blok.caption else judul
        judul = ""
        if nama:
            yield nama, blok
