"""What every page-like format decides alike about a table: its header rows and where the words of a cell stand."""

from akuntabel.core.naskah.model import BarisTabel, Kolom, Rata, Sel, Tabel, Teks


def build_kepala(tabel: Tabel) -> tuple[BarisTabel, ...]:
    """The header rows; none where nobody named a column."""
    if tabel.kepala or not any(k.judul for k in tabel.kolom):
        return tabel.kepala
    return (BarisTabel(tuple(Sel((Teks(k.judul),)) for k in tabel.kolom)),)


def find_rata(sel: Sel, kolom: Kolom, *, is_kepala: bool = False) -> Rata:
    """A cell follows its column; one that spans several starts left, or in the middle of a header."""
    if sel.rata is None and sel.kolom > 1:
        return Rata.TENGAH if is_kepala else Rata.KIRI
    return sel.rata or kolom.rata
