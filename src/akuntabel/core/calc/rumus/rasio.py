"""A formula that is a ratio, taken apart: what offices add up before they divide once."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from akuntabel.core.calc.rumus.pohon import Angka, Elemen, Operasi, Rumus, Simpul, Syarat, daftar_anak
from akuntabel.core.calc.rumus.tulis import write_simpul


@dataclass(frozen=True, slots=True)
class Rasio:
    """pembilang ÷ penyebut × pengali is the formula."""

    pembilang: Rumus
    penyebut: Rumus
    pengali: Decimal = Decimal(1)


@lru_cache(maxsize=1024)
def split_rasio(rumus: Rumus) -> Rasio | None:
    """The two sides of ``a / b``, ``a / b * k`` or ``k * (a / b)``; None for any other formula."""
    pohon, pengali = rumus.pohon, Decimal(1)
    match pohon:
        case Operasi(tanda="*", kiri=isi, kanan=Angka(nilai)) | Operasi(tanda="*", kiri=Angka(nilai), kanan=isi):
            pohon, pengali = isi, nilai
    if not isinstance(pohon, Operasi) or pohon.tanda != "/":
        return None
    return Rasio(_build(pohon.kiri), _build(pohon.kanan), pengali)


def _build(pohon: Simpul) -> Rumus:
    nama: dict[str, None] = {}
    sisa: list[Simpul | Syarat] = [pohon]
    while sisa:
        simpul = sisa.pop()
        if isinstance(simpul, Elemen):
            nama[simpul.nama] = None
        else:
            sisa.extend(reversed(daftar_anak(simpul)))
    return Rumus(write_simpul(pohon), pohon, tuple(nama))
