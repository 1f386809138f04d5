"""YAML files of a package: small trees. Scalars are read as text and converted by the same rules as CSV cells."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from typing import Any, get_args, get_origin, get_type_hints

import yaml

from akuntabel.core.fakta.konversi import SelTidakSahError, build_entitas, parse_sel
from akuntabel.core.fakta.masalah import Masalah
from akuntabel.core.fakta.skema import Kolom, daftar_kolom, unwrap_jenis
from akuntabel.core.fakta.tabel_csv import decode_utf8

LEBAR_BARIS = 100


class _Penuntun(Exception):  # noqa: N818 — carries problems out of the recursion, it is no error of ours
    """Stops the reading of one entity whose problems are already noted."""


def read_yaml(berkas: str, jenis: type, isi: bytes) -> tuple[Any | None, list[Masalah]]:
    """The entity of a YAML file, or None and every problem with its line."""
    teks = decode_utf8(berkas, isi)
    if isinstance(teks, Masalah):
        return None, [teks]
    try:
        simpul = yaml.compose(teks, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as galat:  # recursion: brackets nested a thousand deep
        tanda = getattr(galat, "problem_mark", None)
        baris = tanda.line + 1 if tanda else 0
        return None, [
            Masalah(berkas, baris, "", "", "YAML yang sah", "Periksa tanda kutip, titik dua, dan lekuk baris.")
        ]
    masalah: list[Masalah] = []
    try:
        return _read_entitas(berkas, "", jenis, simpul, masalah), masalah
    except _Penuntun:
        return None, masalah


def _read_entitas(berkas: str, letak: str, jenis: type, simpul: Any, masalah: list[Masalah]) -> Any:
    if not isinstance(simpul, yaml.MappingNode):
        masalah.append(Masalah(berkas, _baris(simpul), letak, "", "pasangan nama: isi"))
        raise _Penuntun
    kolom = {k.nama: k for k in daftar_kolom(jenis)}
    petunjuk = get_type_hints(jenis, include_extras=True)
    sebelum = len(masalah)
    isi: dict[str, Any] = dict.fromkeys(kolom)
    terisi = set()
    for kunci, nilai in simpul.value:
        nama = str(kunci.value) if isinstance(kunci, yaml.ScalarNode) else "?"
        if nama not in kolom or nama in terisi:
            harap = "nama yang belum dipakai" if nama in terisi else "salah satu dari " + ", ".join(kolom)
            masalah.append(Masalah(berkas, _baris(kunci), letak + nama, nama, harap))
            continue
        terisi.add(nama)
        isi[nama] = _read_nilai(berkas, letak + nama, petunjuk[nama], kolom[nama], nilai, masalah)
    for nama, k in kolom.items():
        if k.is_wajib and nama not in terisi:
            masalah.append(Masalah(berkas, _baris(simpul), letak + nama, "", f"isian ({k.keterangan})", "Wajib ada."))
    if len(masalah) > sebelum:
        raise _Penuntun
    return build_entitas(jenis, isi)


def _read_nilai(berkas: str, letak: str, petunjuk: Any, kolom: Kolom, simpul: Any, masalah: list[Masalah]) -> Any:
    jenis, _, _ = unwrap_jenis(petunjuk)
    if get_origin(jenis) is tuple:
        if not isinstance(simpul, yaml.SequenceNode):
            masalah.append(Masalah(berkas, _baris(simpul), letak, "", "daftar (baris berawalan “- ”)"))
            return None
        anggota = get_args(jenis)[0]
        return tuple(_read_anggota(berkas, f"{letak}[{n}]", anggota, s, masalah) for n, s in enumerate(simpul.value, 1))
    return _read_skalar(berkas, letak, kolom, simpul, masalah)


def _read_anggota(berkas: str, letak: str, jenis: type, simpul: Any, masalah: list[Masalah]) -> Any:
    if is_dataclass(jenis):
        try:
            return _read_entitas(berkas, letak + ".", jenis, simpul, masalah)
        except _Penuntun:
            return None
    return _read_skalar(berkas, letak, Kolom(letak, jenis, True, "isi daftar"), simpul, masalah)


def _read_skalar(berkas: str, letak: str, kolom: Kolom, simpul: Any, masalah: list[Masalah]) -> Any:
    if not isinstance(simpul, yaml.ScalarNode):
        masalah.append(Masalah(berkas, _baris(simpul), letak, "", "satu nilai"))
        return None
    teks = "" if simpul.tag == "tag:yaml.org,2002:null" else str(simpul.value)
    try:
        return parse_sel(teks, kolom)
    except SelTidakSahError as galat:
        masalah.append(Masalah(berkas, _baris(simpul), letak, teks, galat.diharapkan, galat.perbaikan))
        return None


def _baris(simpul: Any) -> int:
    return int(simpul.start_mark.line) + 1 if simpul is not None else 1


@lru_cache(maxsize=64)
def write_yaml(entitas: Any) -> bytes:
    """Canonical bytes: fields in order, empty ones left out.

    Kept, since an office and its plan stay the same from one report to the next. What is equal is written alike: these
    trees hold no Decimal, of which 1.0 would equal 1.00.
    """
    return yaml.dump(
        _polos(entitas), Dumper=yaml.SafeDumper, allow_unicode=True, sort_keys=False, width=LEBAR_BARIS
    ).encode()


def _polos(nilai: Any) -> Any:
    if is_dataclass(nilai):
        pasangan = ((b.name, getattr(nilai, b.name)) for b in fields(nilai))
        return {nama: _polos(isi) for nama, isi in pasangan if isi is not None}
    if isinstance(nilai, Sequence) and not isinstance(nilai, str):
        return [_polos(n) for n in nilai]
    if isinstance(nilai, Enum):
        return nilai.value
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    return nilai
