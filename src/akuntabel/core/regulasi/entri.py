"""From the text of a YAML file to a frozen dataclass, strictly: every key known, every value of its type."""

import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import TypeVar, Union, get_args, get_origin, get_type_hints

from akuntabel.core.regulasi.berkas import DataRegulasiRusakError

T = TypeVar("T")
_POLA_DESIMAL = re.compile(r"-?\d+(\.\d+)?")
_YA_TIDAK = {"ya": True, "tidak": False}


def read_entri(jenis: type[T], data: object, letak: str, **isian: object) -> T:
    """An entry of that dataclass; ``isian`` are fields that stand elsewhere (its id, the key of a mapping).

    A field without default must be written, even if it is empty. Raises DataRegulasiRusakError with the place.
    """
    if not is_dataclass(jenis):
        raise TypeError(f"{jenis} is no dataclass")
    isi = _mapping(data, letak)
    petunjuk = _petunjuk(jenis)
    medan = {f.name: f for f in fields(jenis) if f.name not in isian}
    for nama in isi:
        if nama not in medan:
            raise DataRegulasiRusakError(letak, f"“{nama}”", "salah satu dari " + ", ".join(medan))
    for nama, f in medan.items():
        if nama not in isi and f.default is MISSING and f.default_factory is MISSING:
            raise DataRegulasiRusakError(letak, "tanpa " + nama, nama + " terisi atau dikosongkan dengan sengaja")
    terbaca = {nama: _read(petunjuk[nama], nilai, f"{letak}: {nama}") for nama, nilai in isi.items()}
    try:
        return jenis(**isian, **terbaca)
    except ValueError as galat:
        raise DataRegulasiRusakError(letak, "entri yang saling bertentangan", str(galat)) from galat


def read_daftar(jenis: type[T], data: object, letak: str, kunci: str = "id", **isian: object) -> dict[str, T]:
    """Entries by their id, which is the key of the mapping and the field ``kunci`` of the dataclass."""
    return {
        nama: read_entri(jenis, isi, f"{letak}: {nama}", **isian, **{kunci: nama})
        for nama, isi in _mapping(data, letak).items()
    }


@cache
def _petunjuk(jenis: type) -> Mapping[str, object]:
    return get_type_hints(jenis)


def _mapping(data: object, letak: str) -> dict[str, object]:
    if not isinstance(data, dict):
        raise DataRegulasiRusakError(letak, f"“{data}”", "pasangan nama: isi")
    return data


def _read(jenis: object, nilai: object, letak: str) -> object:
    """A value of that annotation."""
    asal, bagian = get_origin(jenis), get_args(jenis)
    if asal in (Union, types.UnionType):
        return None if nilai is None else _read(bagian[0], nilai, letak)
    if asal is tuple:
        return _read_tuple(bagian, nilai, letak)
    if asal is not None:
        return {
            _read_skalar(bagian[0], kunci, letak): _read(bagian[1], isi, f"{letak}.{kunci}")
            for kunci, isi in _mapping(nilai, letak).items()
        }
    if is_dataclass(jenis) and isinstance(jenis, type):
        return read_entri(jenis, nilai, letak)
    return _read_skalar(jenis, nilai, letak)


def _read_tuple(bagian: tuple[object, ...], nilai: object, letak: str) -> tuple[object, ...]:
    panjang = None if bagian[-1] is Ellipsis else len(bagian)
    if not isinstance(nilai, list) or panjang not in (None, len(nilai)):
        raise DataRegulasiRusakError(letak, f"“{nilai}”", "daftar" if panjang is None else f"daftar {panjang} butir")
    jenis = [bagian[0]] * len(nilai) if panjang is None else bagian
    return tuple(_read(j, n, f"{letak} butir {urut}") for urut, (j, n) in enumerate(zip(jenis, nilai, strict=True), 1))


def _read_skalar(jenis: object, nilai: object, letak: str) -> object:
    if not isinstance(nilai, str) or nilai != nilai.strip() or not nilai:
        raise DataRegulasiRusakError(letak, f"“{nilai}”", "teks tanpa spasi di tepi")
    if isinstance(jenis, type) and issubclass(jenis, Enum):
        pilihan: Mapping[str, object] = {anggota.value: anggota for anggota in jenis}
        return _pick(pilihan, nilai, letak)
    if jenis is bool:
        return _pick(_YA_TIDAK, nilai, letak)
    ubah, diharapkan = _SKALAR[jenis]
    try:
        return ubah(nilai)
    except ValueError:
        raise DataRegulasiRusakError(letak, f"“{nilai}”", diharapkan) from None


def _pick(pilihan: Mapping[str, object], nilai: str, letak: str) -> object:
    if nilai not in pilihan:
        raise DataRegulasiRusakError(letak, f"“{nilai}”", "salah satu dari " + ", ".join(pilihan))
    return pilihan[nilai]


def _parse_desimal(teks: str) -> Decimal:
    # Decimal itself also takes "NaN", "1e9" and "1_000": none of them is how a law writes a number.
    if _POLA_DESIMAL.fullmatch(teks) is None:
        raise ValueError(teks)
    return Decimal(teks)


_SKALAR: Mapping[object, tuple[Callable[[str], object], str]] = {
    str: (str, "teks"),
    int: (int, "bilangan bulat"),
    Decimal: (_parse_desimal, "bilangan dengan titik desimal"),
    date: (date.fromisoformat, "tanggal tahun-bulan-hari"),
}
