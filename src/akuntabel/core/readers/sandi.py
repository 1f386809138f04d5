"""Bytes to text: the mark at their beginning, what the file says of itself, UTF-8, and Windows as the last."""

import codecs

from akuntabel.core.readers.galat import BENTUK_TERBACA, BerkasTidakTerbacaError

_TANDA = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SERUPA = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}  # as browsers do
_KENDALI = frozenset(chr(n) for n in range(32)) - frozenset("\t\n\r\f\v\x1a\x1b")


def decode_teks(berkas: str, isi: bytes, tertulis: str = "") -> str:
    """The text of a file. tertulis: the encoding it names. Raises BerkasTidakTerbacaError for what is no text."""
    tanda = next((sandi for awal, sandi in _TANDA if isi.startswith(awal)), "")
    calon = [tanda] if tanda else ["utf-8", _SERUPA.get(tertulis.lower(), tertulis), "cp1252"]
    for sandi in filter(None, calon):
        try:
            teks = isi.decode(sandi)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
        huruf = set(teks)
        if not huruf & _KENDALI and any(h.isascii() for h in huruf):
            return teks
    raise BerkasTidakTerbacaError(berkas, f"bukan dokumen atau teks yang dikenal; {BENTUK_TERBACA}")
