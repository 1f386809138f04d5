"""Lines of a report into the database, as many as a ministry has, in the transaction of who calls."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db import connection

from akuntabel.core.readers.anggaran.laporan import BarisLaporan
from akuntabel.siklus.anggaran.models import BarisAnggaran, VersiAnggaran

_SEKALI = 5_000
_KOLOM = (
    "versi_id",
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
    "sumber",
    "bukti",
)


def load_baris(versi: VersiAnggaran, daftar: Iterable[BarisLaporan]) -> None:
    """Write the lines of a version, in their order: COPY on PostgreSQL, one prepared statement on SQLite.

    Must be called inside a transaction: half a budget is none.
    """
    tabel = connection.ops.quote_name(BarisAnggaran._meta.db_table)
    kolom = ", ".join(_KOLOM)
    with connection.cursor() as kursor:
        if connection.vendor == "postgresql":
            with kursor.copy(f"COPY {tabel} ({kolom}) FROM STDIN") as salin:
                for isi in _isi(versi.pk, daftar):
                    salin.write_row(isi)
        else:
            tempat = ", ".join(["%s"] * len(_KOLOM))
            sisipkan = f"INSERT INTO {tabel} ({kolom}) VALUES ({tempat})"  # noqa: S608 — names of our own
            isi_semua = _isi(versi.pk, daftar)
            while sekali := list(islice(isi_semua, _SEKALI)):
                kursor.executemany(sisipkan, sekali)


def _isi(versi: int, daftar: Iterable[BarisLaporan]) -> Iterator[tuple[Any, ...]]:
    for urut, b in enumerate(daftar, 1):
        _, kode, induk, tingkat, uraian, sumber, akun, pagu, blokir, lalu, ini, realisasi, is_daun = b
        yield (
            versi,
            urut,
            kode,
            induk,
            tingkat,
            uraian,
            sumber,
            akun,
            pagu,
            0 if blokir is None else blokir,
            lalu,
            ini,
            realisasi,
            is_daun,
            "",
            "",
        )
