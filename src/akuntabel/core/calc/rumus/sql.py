"""A formula as an SQL expression, for filters and roll-ups inside the database.

PostgreSQL computes it in ``numeric``: exact to its own precision. SQLite has no exact decimals: there it serves
order and filters, and a figure that is shown comes from :func:`compute_rumus`. A missing element is NULL and makes
the result NULL; a zero divisor gives NULL.
"""

from collections.abc import Callable, Mapping
from typing import Literal

from akuntabel.core.calc.rumus.pohon import (
    Angka,
    Banding,
    Bukan,
    Elemen,
    Fungsi,
    Jika,
    Logika,
    Negatif,
    Operasi,
    Rumus,
    Simpul,
    Syarat,
)

Dialek = Literal["sqlite", "postgresql"]


def write_sql(rumus: Rumus, kolom: Mapping[str, str], dialek: Dialek) -> str:
    """The expression over columns; ``kolom`` names the column of every element. KeyError for one left out."""
    jenis = "numeric" if dialek == "postgresql" else "real"
    nama = {e: f"cast({_kutip(kolom[e])} as {jenis})" for e in rumus.elemen}
    return _tulis(rumus.pohon, nama, dialek)


def _kutip(nama: str) -> str:
    return ".".join('"' + bagian.replace('"', '""') + '"' for bagian in nama.split("."))


def _tulis(simpul: Simpul, nama: Mapping[str, str], dialek: Dialek) -> str:
    def tulis(isi: Simpul) -> str:
        return _tulis(isi, nama, dialek)

    match simpul:
        case Angka():
            angka = format(simpul.nilai, "f")
            return f"{angka}::numeric" if dialek == "postgresql" else angka if "." in angka else f"{angka}.0"
        case Elemen():
            return nama[simpul.nama]
        case Negatif():
            return f"(-{tulis(simpul.isi)})"
        case Operasi(tanda="/"):
            return f"({tulis(simpul.kiri)} / nullif({tulis(simpul.kanan)}, 0))"
        case Operasi():
            return f"({tulis(simpul.kiri)} {simpul.tanda} {tulis(simpul.kanan)})"
        case Fungsi():
            return _fungsi(simpul.nama, [tulis(a) for a in simpul.argumen], dialek)
        case Jika():
            # Three-valued: an unknown condition must give NULL, not the else branch.
            syarat = _syarat(simpul.syarat, tulis)
            return f"(case when {syarat} then {tulis(simpul.maka)} when not {syarat} then {tulis(simpul.selain)} end)"


def _fungsi(nama: str, argumen: list[str], dialek: Dialek) -> str:
    jumlah = "(" + " + ".join(argumen) + ")"
    if nama == "jumlah" or len(argumen) == 1:
        return jumlah
    if nama == "rata":
        return f"({jumlah} / {len(argumen)})"
    if dialek == "sqlite":
        return f"{nama}({', '.join(argumen)})"  # with several arguments these are scalar and NULL if any is NULL
    # greatest and least skip NULL on PostgreSQL; a missing element must make the result missing.
    pilih = "least" if nama == "min" else "greatest"
    return f"(case when {jumlah} is not null then {pilih}({', '.join(argumen)}) end)"


def _syarat(syarat: Syarat, tulis: Callable[[Simpul], str]) -> str:
    match syarat:
        case Banding():
            return f"({tulis(syarat.kiri)} {syarat.tanda} {tulis(syarat.kanan)})"
        case Bukan():
            return f"(not {_syarat(syarat.isi, tulis)})"
        case Logika():
            kata = "and" if syarat.tanda == "dan" else "or"
            return f"({_syarat(syarat.kiri, tulis)} {kata} {_syarat(syarat.kanan, tulis)})"
