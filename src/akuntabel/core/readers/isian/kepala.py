"""Where the header of a form stands in a sheet, and which column is which."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from akuntabel.core.readers.isian.bentuk import KolomIsian, LembarIsian, bakukan
from akuntabel.core.readers.isian.nilai import TAHUN_TERAKHIR, TAHUN_TERAWAL
from akuntabel.core.readers.lembar.lembar import Isian, Lembar

_BARIS_TERJAUH = 40  # rows that are looked at
_KOLOM_PALING_SEDIKIT = 2  # a title may hold one word of the form by chance
_POLA_TAHUN = re.compile(r"(?:[a-z]+ )?(\d{4})")


@dataclass(slots=True)
class Kepala:
    """A header: its row, the last row of it, and what each column of the sheet is.

    tahun: the year columns. kembar: columns that say what another says already. lain: headers of no column, by column.
    """

    nomor: int
    akhir: int
    kolom: dict[int, KolomIsian] = field(default_factory=dict)
    tahun: dict[int, int] = field(default_factory=dict)
    kembar: dict[int, str] = field(default_factory=dict)
    lain: dict[int, str] = field(default_factory=dict)

    @property
    def jumlah_kenal(self) -> int:
        """How many columns of the form are there."""
        return len(self.kolom) + bool(self.tahun)

    def daftar_kurang(self, lembar: LembarIsian) -> tuple[str, ...]:
        """The columns that must be there and are not."""
        ada = {k.nama for k in self.kolom.values()}
        kurang = [k.label for k in lembar.daftar_kolom if k.is_wajib and not k.is_info and k.nama not in ada]
        if lembar.per_tahun and not self.tahun:
            kurang.append("kolom tahun, misalnya 2025")
        return tuple(kurang)


def find_kepala(lembar: LembarIsian, sumber: Lembar) -> Kepala | None:
    """The row that names most columns of the form; None where no row names two."""
    terbaik: Kepala | None = None
    for nomor in sorted(sumber.sel)[:_BARIS_TERJAUH]:
        calon = _baca_kepala(lembar, nomor, sumber.sel[nomor])
        if terbaik is None or calon.jumlah_kenal > terbaik.jumlah_kenal:
            terbaik = calon
    if terbaik is None or terbaik.jumlah_kenal < _KOLOM_PALING_SEDIKIT:
        return None
    if lembar.per_tahun and not terbaik.tahun:
        _add_tahun_di_bawah(lembar, sumber, terbaik)
    return terbaik


def _baca_kepala(lembar: LembarIsian, nomor: int, sel: Mapping[int, Isian]) -> Kepala:
    kepala = Kepala(nomor, nomor)
    for kolom, isian in sorted(sel.items()):
        baku = bakukan(isian.teks)
        tahun = _tahun(baku) if lembar.per_tahun else None
        dikenal = lembar.per_label.get(baku)
        if tahun in kepala.tahun.values() or dikenal in kepala.kolom.values():
            kepala.kembar[kolom] = isian.teks
        elif tahun is not None:
            kepala.tahun[kolom] = tahun
        elif dikenal is not None:
            kepala.kolom[kolom] = dikenal
        elif isian.teks:
            kepala.lain[kolom] = isian.teks
    return kepala


def _add_tahun_di_bawah(lembar: LembarIsian, sumber: Lembar, kepala: Kepala) -> None:
    """A header of two rows: "Target" over all years, the years below it."""
    bawah = _baca_kepala(lembar, kepala.nomor + 1, sumber.sel.get(kepala.nomor + 1, {}))
    if bawah.tahun and not bawah.kolom:
        kepala.tahun, kepala.akhir = bawah.tahun, bawah.nomor
        kepala.kembar |= bawah.kembar
        kepala.lain = {k: teks for k, teks in (kepala.lain | bawah.lain).items() if k not in bawah.tahun}


def _tahun(baku: str) -> int | None:
    cocok = _POLA_TAHUN.fullmatch(baku)
    tahun = int(cocok[1]) if cocok else 0
    return tahun if TAHUN_TERAWAL <= tahun <= TAHUN_TERAKHIR else None
