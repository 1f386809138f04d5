"""The bytes of a file to its sheets of cells, within limits that no form reaches."""

from akuntabel.core.readers.batas import MB, Arsip
from akuntabel.core.readers.galat import TERKUNCI, BerkasTidakTerbacaError
from akuntabel.core.readers.isian.batas_isian import BATAS_BERKAS_ISIAN, BATAS_LEMBAR_ISIAN, require_wajar_isian
from akuntabel.core.readers.isian.tempel import split_tempelan
from akuntabel.core.readers.lembar.anak import run_terbatas
from akuntabel.core.readers.lembar.buku_lain import ISI_ODF, read_lembar_calamine, read_lembar_ods
from akuntabel.core.readers.lembar.buku_xlsx import BUKU_KERJA, read_lembar_xlsx
from akuntabel.core.readers.lembar.lembar import Lembar
from akuntabel.core.readers.sandi import decode_teks

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TERKUNCI_OLE = "EncryptedPackage".encode("utf-16-le")
_BENTUK = "simpan sebagai .xlsx"


def read_daftar_lembar(berkas: str, isi: bytes) -> list[Lembar]:
    """The sheets of a workbook, or the one table of a text. Raises BerkasTidakTerbacaError."""
    if not isi.strip():
        raise BerkasTidakTerbacaError(berkas, "berkas ini kosong")
    if len(isi) > BATAS_BERKAS_ISIAN:
        raise BerkasTidakTerbacaError(
            berkas, f"lebih besar dari {BATAS_BERKAS_ISIAN // MB} MB; hapus gambar dan lembar yang tidak perlu"
        )
    if isi.startswith((_ZIP, _OLE)):
        return run_terbatas(berkas, _baca_buku, isi)
    if isi.startswith(b"%PDF"):
        raise BerkasTidakTerbacaError(berkas, "ini PDF; isi templatnya, atau tempel tabelnya")
    return [split_tempelan(decode_teks(berkas, isi))]


def _baca_buku(berkas: str, isi: bytes) -> list[Lembar]:
    daftar = _baca_arsip(berkas, isi) if isi.startswith(_ZIP) else _baca_lama(berkas, isi)
    if len(daftar) > BATAS_LEMBAR_ISIAN:
        raise BerkasTidakTerbacaError(berkas, f"buku kerja ini memuat lebih dari {BATAS_LEMBAR_ISIAN} lembar")
    for lembar in daftar:
        require_wajar_isian(lembar)
    return daftar


def _baca_arsip(berkas: str, isi: bytes) -> list[Lembar]:
    arsip = Arsip(berkas, isi)
    if BUKU_KERJA in arsip.daftar_nama or arsip.find_bagian("", "officeDocument"):
        daftar = read_lembar_xlsx(arsip)
        if daftar:
            return daftar
        raise BerkasTidakTerbacaError(berkas, f"ini bukan buku kerja; {_BENTUK}")
    if "xl/workbook.bin" in arsip.daftar_nama:
        return read_lembar_calamine(berkas, isi)
    if ISI_ODF in arsip.daftar_nama:
        return read_lembar_ods(arsip)
    raise BerkasTidakTerbacaError(berkas, f"ini bukan buku kerja; {_BENTUK}")


def _baca_lama(berkas: str, isi: bytes) -> list[Lembar]:
    if _TERKUNCI_OLE in isi:
        raise BerkasTidakTerbacaError(berkas, TERKUNCI)
    return read_lembar_calamine(berkas, isi)
