"""The figures of a document by table, as each of its files says them: read back by our readers, or out of JSON."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from akuntabel.core.naskah.terbaca import NaskahTerbaca
from akuntabel.core.readers.baca import read_isi

_ANGKA = re.compile(r"[-−]?\d[\d.,]*")
_NOMOR = re.compile(r"Tabel\s+(L?\d+\.\d+)")


def read_angka(nama: str, isi: bytes) -> Mapping[str, list[str]]:
    """Every figure of every numbered table of a file, in the order of the rows."""
    return _angka_terbaca(read_isi(nama, isi))


def read_angka_json(isi: bytes) -> Mapping[str, list[str]]:
    """The same out of the JSON of the naskah, from what each figure is printed as."""
    hasil: dict[str, list[str]] = {}
    for blok in _daftar_blok(json.loads(isi)):
        if blok["jenis_blok"] == "Tabel" and blok["bernomor"]:
            sel = (s for b in blok["baris"] for s in b["sel"])
            hasil[blok["nomor"]] = _urai("".join(_teks(p) for p in s["isi"]) for s in sel)
    return hasil


def _angka_terbaca(naskah: NaskahTerbaca) -> Mapping[str, list[str]]:
    hasil: dict[str, list[str]] = {}
    for tabel in naskah.daftar_tabel:
        nomor = _NOMOR.match(tabel.caption)
        if nomor is not None:
            hasil.setdefault(nomor[1], []).extend(_urai(s.teks for b in tabel.baris for s in b))
    return hasil


def _urai(daftar: Iterator[str]) -> list[str]:
    return [angka.rstrip(".,") for teks in daftar for angka in _ANGKA.findall(teks)]


def _daftar_blok(naskah: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    return (blok for bab in naskah["bab"] for blok in bab["isi"])


def _teks(potongan: Mapping[str, Any]) -> str:
    return str(potongan["besaran"]["teks"] if "besaran" in potongan else potongan["teks"])
