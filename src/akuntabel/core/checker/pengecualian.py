"""Exceptions that a person has decided: which finding, where, why, who, until when. An unused one is a finding.

A file of them is a YAML list::

    - aturan: HIT001
      tabel: Tabel 3.1
      baris: 4
      alasan: Capaian memakai rumus pada lampiran SK 12/2020.
      oleh: Sari
      sampai: 2027-12-31
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from akuntabel.core.naskah.terbaca import Letak

_WAJIB = ("aturan", "alasan", "oleh", "sampai")
_TEMPAT = {"berkas": str, "tabel": str, "baris": int, "kolom": int, "halaman": int, "baris_berkas": int, "teks": str}


class PengecualianTidakSahError(Exception):
    """A file of exceptions that cannot be used; the message names every problem in it."""


@dataclass(frozen=True, slots=True)
class Pengecualian:
    """One decision. ``tempat``: the parts of a place that must agree, at least one."""

    aturan: str
    tempat: Mapping[str, str | int]
    alasan: str
    oleh: str
    sampai: date
    is_kedaluwarsa: bool

    def concerns(self, berkas: str) -> bool:
        """Whether it is about that file, as far as it says."""
        return self.tempat.get("berkas", Path(berkas).name) == Path(berkas).name

    def fits(self, kode: str, letak: Letak, tertulis: str) -> bool:
        """Whether it is this finding that was decided on."""
        nilai = {nama: getattr(letak, nama, None) for nama in _TEMPAT} | {"teks": tertulis}
        return kode == self.aturan and all(nilai[n] == isi for n, isi in self.tempat.items() if n != "berkas")

    def __str__(self) -> str:
        return f"{self.aturan} pada " + ", ".join(f"{nama} {isi}" for nama, isi in self.tempat.items())


def parse_pengecualian(berkas: str, teks: str, *, hari_ini: date) -> tuple[Pengecualian, ...]:
    """The exceptions of a file. Raises PengecualianTidakSahError with all problems at once."""
    try:
        isi = yaml.safe_load(teks)
    except (yaml.YAMLError, ValueError, RecursionError):
        raise PengecualianTidakSahError(f"{berkas}: bukan YAML yang sah.") from None
    if not isinstance(isi, list) or not all(isinstance(b, dict) for b in isi):
        raise PengecualianTidakSahError(f"{berkas}: diharapkan daftar butir dengan {', '.join(_WAJIB)}, dan tempatnya.")
    masalah = [f"{berkas} butir {n}: {m}" for n, b in enumerate(isi, 1) for m in _periksa(b)]
    if masalah:
        raise PengecualianTidakSahError("\n".join(masalah))
    return tuple(
        Pengecualian(
            b["aturan"],
            {k: v for k, v in b.items() if k in _TEMPAT},
            b["alasan"].strip(),
            b["oleh"],
            b["sampai"],
            is_kedaluwarsa=b["sampai"] < hari_ini,
        )
        for b in isi
    )


def _periksa(butir: Mapping[Any, Any]) -> Iterable[str]:
    for nama in _WAJIB:
        jenis, contoh = (date, "tanggal, misalnya 2027-12-31") if nama == "sampai" else (str, "teks")
        if not isinstance(butir.get(nama), jenis) or not str(butir.get(nama)).strip():
            yield f"{nama}: tertulis “{butir.get(nama, '')}”, diharapkan {contoh}."
    for nama, isi in butir.items():
        if nama not in _WAJIB and nama not in _TEMPAT:
            yield f"{nama}: tidak dikenal; yang ada: {', '.join((*_WAJIB, *_TEMPAT))}."
        elif nama in _TEMPAT and not isinstance(isi, _TEMPAT[nama]):
            yield f"{nama}: tertulis “{isi}”, diharapkan {'angka' if _TEMPAT[nama] is int else 'teks'}."
    if not any(nama in _TEMPAT for nama in butir):
        yield f"tempatnya belum disebut; isi sedikitnya satu dari {', '.join(_TEMPAT)}."
