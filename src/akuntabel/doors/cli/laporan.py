"""What check and extract share: reading a report, and a place for the result that costs the user nothing."""

from collections.abc import Sequence
from pathlib import Path

from akuntabel.core.naskah.terbaca import NaskahTerbaca
from akuntabel.core.readers.baca import read_berkas
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.doors.cli.galat import MasukanSalahError

BANTUAN_LAPORAN = "Laporan: .docx, .pdf, .xlsx, .html, .md, atau .txt."
# What no command writes, or only as a workbook: a report that a pattern such as *.docx put behind --output.
_AKHIRAN_LAPORAN = frozenset((".doc", ".docx", ".pdf", ".xls", ".xlsb", ".xlsm", ".xlsx", ".ods"))


def read_laporan(berkas: Path) -> NaskahTerbaca:
    """A report with something in it. Raises MasukanSalahError: of an empty one nobody may say that all is well."""
    try:
        naskah = read_berkas(berkas)
    except BerkasTidakTerbacaError as galat:
        raise MasukanSalahError(str(galat)) from None
    if not naskah.isi:
        raise MasukanSalahError(f"{berkas}: tidak ada tulisan di dalamnya. Periksa apakah ini berkas yang dimaksud.")
    return naskah


def require_tujuan(keluaran: Path | None, daftar_masukan: Sequence[Path], bentuk: str) -> None:
    """Refuse, before any work, a file for the result that cannot be written or would cost the user a report."""
    if keluaran is None:
        return
    if keluaran.is_dir():
        raise MasukanSalahError(f"--output: “{keluaran}” adalah folder, diharapkan nama berkas di dalamnya.")
    if not keluaran.parent.is_dir():
        raise MasukanSalahError(
            f"--output: folder “{keluaran.parent}” tidak ada. Buatlah folder itu dahulu, atau sebutkan tempat lain."
        )
    if not keluaran.exists():
        return
    akhiran = keluaran.suffix.lower()
    is_masukan = any(m.exists() and keluaran.samefile(m) for m in daftar_masukan)
    if is_masukan or (akhiran in _AKHIRAN_LAPORAN and akhiran != f".{bentuk}"):
        raise MasukanSalahError(
            f"--output: “{keluaran}” adalah laporan dan akan tertimpa. Sebutkan nama lain untuk hasilnya."
        )
