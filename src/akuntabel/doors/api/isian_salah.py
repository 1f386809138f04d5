"""What pydantic finds wrong with a request, in Indonesian: where, what is written, what is expected."""

from collections.abc import Mapping, Sequence
from typing import Any

TERPANJANG = 60  # letters of what was written that are repeated
_DIHARAPKAN: Mapping[str, str] = {
    "missing": "wajib diisi",
    "extra_forbidden": "nama ini tidak dikenal",
    "string_type": "diharapkan teks",
    "string_too_short": "diharapkan paling sedikit {min_length} huruf",
    "string_too_long": "diharapkan paling banyak {max_length} huruf",
    "string_pattern_mismatch": "diharapkan sesuai pola {pattern}",
    "string_unicode": "diharapkan teks Unicode yang sah",
    "int_type": "diharapkan bilangan bulat",
    "int_parsing": "diharapkan bilangan bulat",
    "int_parsing_size": "bilangan terlalu besar",
    "int_from_float": "diharapkan bilangan bulat",
    "bool_type": "diharapkan true atau false",
    "bool_parsing": "diharapkan true atau false",
    "list_type": "diharapkan daftar",
    "too_short": "diharapkan paling sedikit {min_length} butir",
    "too_long": "diharapkan paling banyak {max_length} butir",
    "model_type": "diharapkan objek",
    "model_attributes_type": "diharapkan objek",
    "dict_type": "diharapkan objek",
    "literal_error": "diharapkan salah satu dari {expected}",
    "enum": "diharapkan salah satu dari {expected}",
    "greater_than_equal": "diharapkan paling sedikit {ge}",
    "less_than_equal": "diharapkan paling banyak {le}",
    "date_type": "diharapkan tanggal, misalnya 2026-03-31",
    "date_parsing": "diharapkan tanggal, misalnya 2026-03-31",
    "date_from_datetime_parsing": "diharapkan tanggal, misalnya 2026-03-31",
    "date_from_datetime_inexact": "diharapkan tanggal tanpa jam, misalnya 2026-03-31",
}
_SUMBER = {"path": "alamat", "query": "alamat", "header": "kepala", "body": ""}


def daftar_galat_isian(daftar: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Each with its place and its message."""
    return [{"letak": _letak(g["loc"]), "pesan": _pesan(g)} for g in daftar]


def _letak(loc: Sequence[str | int]) -> str:
    """body, isi, isian, 0, nilai → isian[0].nilai"""
    sumber, *bagian = loc
    if sumber == "body":
        bagian = bagian[1:]  # the name of the parameter says nothing to who wrote the JSON
    teks = ""
    for b in bagian:
        teks += f"[{b}]" if isinstance(b, int) else f".{b}" if teks else str(b)
    awalan = _SUMBER.get(str(sumber), str(sumber))
    return f"{awalan} {teks}".strip() or "badan permintaan"


def _pesan(galat: Mapping[str, Any]) -> str:
    pola = _DIHARAPKAN.get(str(galat["type"]), "isinya tidak dapat dibaca")
    harap = pola.format_map(_Konteks(galat.get("ctx", {})))
    if galat["type"] == "missing" or "input" not in galat:
        return f"{harap}."
    tertulis = str(galat["input"])
    return f"tertulis {tertulis[:TERPANJANG]}{'…' if len(tertulis) > TERPANJANG else ''}; {harap}."


class _Konteks(dict[str, Any]):
    """Values for the words; what pydantic does not say is left out."""

    def __missing__(self, key: str) -> str:
        return "…"
