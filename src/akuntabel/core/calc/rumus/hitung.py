"""A formula computed exactly. This is the truth that the vector and SQL forms are measured against."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from operator import eq, ge, gt, le, lt, ne

from akuntabel.core.calc.jejak import Jejak, Operan
from akuntabel.core.calc.nilai import Nilai, StatusNilai
from akuntabel.core.calc.pembulatan import exact, format_polos, round_hasil
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
from akuntabel.core.calc.rumus.tulis import write_simpul

BANDING: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "=": eq,
    "<>": ne,
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
}


class _TanpaNilai(Exception):  # noqa: N818 — carries a missing value out of the recursion, it is no error
    def __init__(self, nilai: Nilai) -> None:
        self.nilai = nilai


def compute_rumus(rumus: Rumus, elemen: Mapping[str, Nilai]) -> Nilai:
    """The value of a formula: 50 digits inside, 28 significant digits out, with its trace.

    A missing element that the formula really needs makes the result missing, with the element's status; the branch
    of ``jika`` that is not taken needs nothing. Division by zero is not computable.
    """
    dipakai: dict[str, Nilai] = {}
    try:
        with exact():
            hasil = round_hasil(_hitung(rumus.pohon, elemen, dipakai))
    except _TanpaNilai as tanpa:
        jejak = Jejak(rumus.teks, _daftar_operan(dipakai), langkah=_langkah(dipakai))
        return Nilai.absent(tanpa.nilai.status, tanpa.nilai.alasan, jejak)
    jejak = Jejak(rumus.teks, _daftar_operan(dipakai), format_polos(hasil), langkah=_langkah(dipakai))
    return Nilai.of(hasil, jejak)


def _hitung(simpul: Simpul, elemen: Mapping[str, Nilai], dipakai: dict[str, Nilai]) -> Decimal:
    match simpul:
        case Angka():
            return simpul.nilai
        case Elemen():
            return _ambil(simpul.nama, elemen, dipakai)
        case Negatif():
            return -_hitung(simpul.isi, elemen, dipakai)
        case Operasi():
            kiri, kanan = _hitung(simpul.kiri, elemen, dipakai), _hitung(simpul.kanan, elemen, dipakai)
            return _operasi(simpul, kiri, kanan)
        case Fungsi():
            return _fungsi(simpul.nama, [_hitung(a, elemen, dipakai) for a in simpul.argumen])
        case Jika():
            cabang = simpul.maka if _benar(simpul.syarat, elemen, dipakai) else simpul.selain
            return _hitung(cabang, elemen, dipakai)


def _ambil(nama: str, elemen: Mapping[str, Nilai], dipakai: dict[str, Nilai]) -> Decimal:
    nilai = elemen.get(nama)
    if nilai is None:
        raise _TanpaNilai(Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, f"Elemen {nama} tidak ada."))
    dipakai[nama] = nilai
    if nilai.angka is None:
        raise _TanpaNilai(nilai)
    return nilai.angka


def _operasi(simpul: Operasi, kiri: Decimal, kanan: Decimal) -> Decimal:
    match simpul.tanda:
        case "+":
            return kiri + kanan
        case "-":
            return kiri - kanan
        case "*":
            return kiri * kanan
        case "/":
            if kanan == 0:
                alasan = f"Pembagi {write_simpul(simpul.kanan)} bernilai 0."
                raise _TanpaNilai(Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, alasan))
            return kiri / kanan


def _fungsi(nama: str, argumen: Sequence[Decimal]) -> Decimal:
    match nama:
        case "jumlah":
            return sum(argumen, Decimal(0))
        case "rata":
            return sum(argumen, Decimal(0)) / len(argumen)
        case "min":
            return min(argumen)
        case _:
            return max(argumen)


def _benar(syarat: Syarat, elemen: Mapping[str, Nilai], dipakai: dict[str, Nilai]) -> bool:
    match syarat:
        case Banding():
            kiri, kanan = _hitung(syarat.kiri, elemen, dipakai), _hitung(syarat.kanan, elemen, dipakai)
            return BANDING[syarat.tanda](kiri, kanan)
        case Bukan():
            return not _benar(syarat.isi, elemen, dipakai)
        case Logika():
            # Both sides are always computed: whether a value is missing must not depend on the order of the sides.
            kiri_benar, kanan_benar = (_benar(s, elemen, dipakai) for s in (syarat.kiri, syarat.kanan))
            return kiri_benar and kanan_benar if syarat.tanda == "dan" else kiri_benar or kanan_benar


def _daftar_operan(dipakai: Mapping[str, Nilai]) -> tuple[Operan, ...]:
    return tuple(_operan(nama, nilai) for nama, nilai in dipakai.items())


def _operan(nama: str, nilai: Nilai) -> Operan:
    asal = nilai.jejak.operan[0] if nilai.jejak and nilai.jejak.operan else Operan(nama, "")
    angka = nilai.status.label if nilai.angka is None else format_polos(nilai.angka)
    return Operan(nama, angka, asal.satuan, asal.sumber, asal.bukti)


def _langkah(dipakai: Mapping[str, Nilai]) -> tuple[Jejak, ...]:
    """Traces of the operands that were computed themselves; a plain fact is told by its operand already."""
    return tuple(n.jejak for n in dipakai.values() if n.jejak and n.jejak.langkah)
