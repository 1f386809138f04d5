"""A worker that stands still in the middle of loading a budget, so that it can be killed just there."""

import time
from collections.abc import Iterator
from pathlib import Path

from akuntabel.core.readers.anggaran.laporan import BarisLaporan, TumpukanBaris
from akuntabel.siklus.anggaran import impor
from akuntabel.siklus.anggaran.models import VersiAnggaran
from akuntabel.siklus.anggaran.muat import load_baris


def hang_halfway(tanda: str) -> None:
    """From now on a loading writes the first thousands of lines, leaves a note, and goes no further."""

    def macet(versi: VersiAnggaran, daftar: TumpukanBaris) -> None:
        load_baris(versi, _Tertahan(daftar, Path(tanda)))  # type: ignore[arg-type]  # as far as loading asks

    impor.load_baris = macet


class _Tertahan:
    """Lines that come up to the second packet."""

    def __init__(self, daftar: TumpukanBaris, tanda: Path) -> None:
        self._pertama, self._tanda = daftar.daftar_kemasan[0], tanda
        self._baris = list(daftar)[: self._pertama.count("\n")]

    @property
    def daftar_kemasan(self) -> Iterator[str]:
        yield self._pertama
        self._hang()

    def __iter__(self) -> Iterator[BarisLaporan]:
        yield from self._baris
        self._hang()

    def _hang(self) -> None:
        self._tanda.touch()
        time.sleep(600)
