"""Lines of a report into the database, as many as a ministry has, in the transaction of who calls."""

from itertools import islice

from django.db import connection

from akuntabel.core.readers.anggaran.laporan import TumpukanBaris
from akuntabel.siklus.anggaran.models import BarisAnggaran, VersiAnggaran

_SEKALI = 5_000
_DARI_BERKAS = (  # in the order of BarisLaporan; a line is numbered by its row in the file
    "urut",
    "kode",
    "induk",
    "tingkat",
    "uraian",
    "sumber_dana",
    "akun",
    "pagu",
    "blokir",
    "realisasi_lalu",
    "realisasi_ini",
    "realisasi",
    "is_daun",
)
_KOLOM = ", ".join(("versi_id", *_DARI_BERKAS, "sumber", "bukti"))


def load_baris(versi: VersiAnggaran, daftar: TumpukanBaris) -> None:
    """Write the lines of a version, in their order: COPY on PostgreSQL, one prepared statement on SQLite.

    Must be called inside a transaction: half a budget is none.
    """
    if connection.vendor == "postgresql":
        _copy(versi, daftar)
    else:
        _insert(versi, daftar)


def _copy(versi: VersiAnggaran, daftar: TumpukanBaris) -> None:
    """The packed text is what COPY takes; only the version and the empty columns go around each line."""
    antara = f"\t\t\n{versi.pk}\t"
    with connection.cursor() as kursor, kursor.copy(f"COPY {_tabel()} ({_KOLOM}) FROM STDIN") as salin:
        for kemasan in daftar.daftar_kemasan:
            if kemasan:
                salin.write(f"{versi.pk}\t{kemasan.removesuffix(chr(10)).replace(chr(10), antara)}\t\t\n")


def _insert(versi: VersiAnggaran, daftar: TumpukanBaris) -> None:
    tempat = ", ".join(["%s"] * (len(_DARI_BERKAS) + 3))
    perintah = f"INSERT INTO {_tabel()} ({_KOLOM}) VALUES ({tempat})"  # noqa: S608 — names of our own
    semua = ((versi.pk, *baris, "", "") for baris in daftar)
    with connection.cursor() as kursor:
        while sekali := list(islice(semua, _SEKALI)):
            kursor.executemany(perintah, sekali)


def _tabel() -> str:
    return connection.ops.quote_name(BarisAnggaran._meta.db_table)
