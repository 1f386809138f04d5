"""Tables whose cells a tab divides: the columns are sure, only labels may have wrapped."""

from collections.abc import Sequence

from akuntabel.core.naskah.terbaca import Letak, SelTerbaca
from akuntabel.core.readers.kisi import Kisi, is_nomor_anak
from akuntabel.core.readers.letak.kepala_kolom import is_kata_kepala
from akuntabel.core.readers.letak.kolom import Kata
from akuntabel.core.readers.letak.susun_baris import BarisSel, build_baris, find_peran

# Wide enough that no line counts as broken for want of room: a row of words alone is a row.
LEBAR = 10_000.0


def read_tab(daftar_baris: Sequence[tuple[str, Letak]]) -> Kisi:
    """The grid of rows with tabs; head rows that a page repeats are dropped."""
    lebar = max(isi.count("\t") for isi, _ in daftar_baris) + 1
    mentah = [(_sel(isi, lebar), letak) for isi, letak in daftar_baris]
    jumlah = _jumlah_kepala([sel for sel, _ in mentah])
    kepala = mentah[:jumlah]
    ulang = {tuple(sel) for sel, _ in kepala}
    isi = [BarisSel(letak, _kata(sel)) for sel, letak in mentah[jumlah:] if tuple(sel) not in ulang]
    grid = [[SelTerbaca(s, letak) for s in sel] for sel, letak in kepala]
    grid += build_baris(isi, find_peran(isi, lebar), harga_tanpa_nilai=0.9) if isi else []
    return Kisi(grid, daftar_baris[0][1], jumlah)


def _sel(isi: str, lebar: int) -> list[str]:
    sel = [" ".join(s.split()) for s in isi.split("\t")]
    return [*sel, *[""] * (lebar - len(sel))]


def _kata(sel: Sequence[str]) -> tuple[Kata | None, ...]:
    return tuple(Kata(0, 0, s) if s else None for s in sel)


def _jumlah_kepala(baris: Sequence[Sequence[str]]) -> int:
    """The first row, and further ones that leave the first cell empty and hold heads: several, or known ones."""
    jumlah = 1
    while jumlah < len(baris) and not baris[jumlah][0]:
        isi = [s for s in baris[jumlah] if s]
        if len(isi) < 2 and not all(map(is_kata_kepala, isi)):
            break
        if any(c.isdigit() for s in isi for c in s) and not is_nomor_anak(baris[jumlah - 1], baris[jumlah]):
            break
        jumlah += 1
    return jumlah if jumlah < len(baris) else 1
