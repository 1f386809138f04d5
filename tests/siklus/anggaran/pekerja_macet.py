"""A worker that stands still in the middle of loading a budget, so that it can be killed just there."""

import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from akuntabel.core.readers.anggaran.laporan import BarisLaporan
from akuntabel.siklus.anggaran import impor
from akuntabel.siklus.anggaran.models import VersiAnggaran
from akuntabel.siklus.anggaran.muat import load_baris

SETENGAH = 3_000


def hang_halfway(tanda: str) -> None:
    """From now on a loading writes so many lines, leaves a note, and goes no further."""

    def macet(versi: VersiAnggaran, daftar: Iterable[BarisLaporan]) -> None:
        load_baris(versi, _tertahan(daftar, Path(tanda)))

    impor.load_baris = macet


def _tertahan(daftar: Iterable[BarisLaporan], tanda: Path) -> Iterator[BarisLaporan]:
    for n, baris in enumerate(daftar):
        if n == SETENGAH:
            tanda.touch()
            time.sleep(600)
        yield baris
