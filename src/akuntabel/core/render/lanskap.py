"""Which blocks stand on a turned page: decided once for every format that has pages."""

from collections.abc import Sequence

from akuntabel.core.naskah.model import Blok, Judul, Kop, Paragraf, Tabel

# So few blocks between a chapter's heading and a wide table would leave an almost empty page before it.
PENGANTAR_TERBANYAK = 4


def find_lanskap(isi: Sequence[Blok]) -> tuple[bool, ...]:
    """Which blocks of a chapter stand on a turned page: wide tables and what introduces them."""
    lanskap = [isinstance(b, Tabel) and b.lanskap for b in isi]
    for ke, blok in enumerate(isi):
        if isinstance(blok, Tabel) and blok.lanskap:
            for i in range(_find_awal_pengantar(isi, ke), ke):
                lanskap[i] = True
    return tuple(lanskap)


def _find_awal_pengantar(isi: Sequence[Blok], tabel: int) -> int:
    """From where the page is turned for the table: the chapter's start, its headings, or the table itself."""
    if tabel <= PENGANTAR_TERBANYAK and all(isinstance(b, Judul | Kop | Paragraf) for b in isi[:tabel]):
        return 0
    awal = tabel
    while awal and isinstance(isi[awal - 1], Judul):
        awal -= 1
    return awal
