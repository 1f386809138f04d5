"""Rows of the database as rows of JSON: a class says once what a field is called, where it is read and what it means.

The class is the schema that the OpenAPI shows; its fields name columns, so a page of rows is one ``values_list`` and no
object is built. What hangs from a row (``Anak``) is one more question for the whole page.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeVar, get_args

from django.db.models import Model, QuerySet
from ninja import Schema
from pydantic import ConfigDict, Field

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Dari:
    """Which column it is, where that is not its name."""

    jalur: str


@dataclass(frozen=True, slots=True)
class Anak:
    """Rows that hang from this one. daftar: all of them, in their order; kunci: their foreign key."""

    daftar: Callable[[], QuerySet[Any]]
    kunci: str


@dataclass(frozen=True, slots=True)
class Ubah:
    """What becomes of the value on its way out."""

    fungsi: Callable[[Any], Any]


Rupiah = Annotated[str, Ubah(str), Field(pattern=r"^-?[0-9]+$", description="rupiah bulat, angka tepat sebagai teks")]
Angka = Annotated[str, Field(pattern=r"^-?[0-9]+(\.[0-9]+)?$", description="angka tepat sebagai teks, titik desimal")]
Tanggal = Annotated[str, Field(json_schema_extra={"format": "date"})]
Waktu = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
KodeSatker = Annotated[str, Dari("satker__kode")]


class Baris(Schema):
    """A row; what the schema does not name is not in it."""

    model_config = ConfigDict(extra="forbid")


def read_baris(kelas: type[Baris], daftar: "QuerySet[M]") -> list[dict[str, Any]]:
    """The rows of a queryset, in its order."""
    return [isi for _, isi in _read(kelas, daftar)]


def read_baris_berkunci(kelas: type[Baris], daftar: "QuerySet[M]") -> list[tuple[int, dict[str, Any]]]:
    """The same, each with its primary key."""
    return list(_read(kelas, daftar))


@dataclass(frozen=True, slots=True)
class _Bentuk:
    nama: tuple[str, ...]
    jalur: tuple[str, ...]
    ubah: tuple[tuple[str, Callable[[Any], Any]], ...]
    anak: tuple[tuple[str, Anak, type[Baris]], ...]


@cache
def _bentuk(kelas: type[Baris]) -> _Bentuk:
    jalur: dict[str, str] = {}
    ubah: list[tuple[str, Callable[[Any], Any]]] = []
    anak: list[tuple[str, Anak, type[Baris]]] = []
    for nama, bidang in kelas.model_fields.items():
        tanda = [*bidang.metadata, *_tanda(bidang.annotation)]
        milik = next((t for t in tanda if isinstance(t, Anak)), None)
        if milik is not None:
            anak.append((nama, milik, get_args(bidang.annotation)[0]))
            continue
        jalur[nama] = next((t.jalur for t in tanda if isinstance(t, Dari)), nama)
        ubah += [(nama, t.fungsi) for t in tanda if isinstance(t, Ubah)]
    return _Bentuk(tuple(jalur), tuple(jalur.values()), tuple(ubah), tuple(anak))


def _tanda(anotasi: Any) -> Iterator[Any]:
    """Marks inside an annotation: of ``Rupiah | None`` those of Rupiah."""
    yield from getattr(anotasi, "__metadata__", ())
    for bagian in get_args(anotasi):
        yield from _tanda(bagian)


def _read(kelas: type[Baris], daftar: "QuerySet[M]", kunci: str = "pk") -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows, each with the value of ``kunci``."""
    b = _bentuk(kelas)
    hasil: list[tuple[int, int, dict[str, Any]]] = []
    for milik, pk, *nilai in daftar.values_list(kunci, "pk", *b.jalur):
        isi = dict(zip(b.nama, nilai, strict=True))
        for nama, fungsi in b.ubah:
            if isi[nama] is not None:
                isi[nama] = fungsi(isi[nama])
        hasil.append((milik, pk, isi))
    for nama, anak, kelas_anak in b.anak:
        per_induk = _read_anak(anak, kelas_anak, [pk for _, pk, _ in hasil])
        for _, pk, isi in hasil:
            isi[nama] = per_induk.get(pk, [])
    yield from ((milik, isi) for milik, _, isi in hasil)


def _read_anak(anak: Anak, kelas: type[Baris], induk: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    per_induk: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    if induk:
        for milik, isi in _read(kelas, anak.daftar().filter(**{f"{anak.kunci}__in": induk}), anak.kunci):
            per_induk[milik].append(isi)
    return per_induk
