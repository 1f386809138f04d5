"""Budget codes as reports print them: the level of a code, and its own part, from its shape and what stands above."""

import re

from akuntabel.core.readers.anggaran.pohon import (
    AKUN,
    ITEM,
    KEGIATAN,
    KOMPONEN,
    OUTPUT,
    PROGRAM,
    SUBKOMPONEN,
    SUBOUTPUT,
)

_PROGRAM = r"(?:\d{3}\.\d{2}\.)?(?:[A-Z]{2}|\d{2})"
_TERURAI = re.compile(
    rf"(?:{_PROGRAM}\.)?(?P<r1>\d{{4}})(?:\.(?P<r2>[A-Z]{{3}}|\d{{3}})(?:\.(?P<r3>\d{{3}})(?:\.(?P<r4>\d{{3}})"
    r"(?:\.(?P<r5>\d?[A-Z]{1,2})(?:\.(?P<r6>\d{6})(?:\.(?P<r7>\d{6}))?)?)?)?)?)?",
    re.ASCII,
)
_PROGRAM_PENUH = re.compile(r"\d{3}\.\d{2}\.(?:[A-Z]{2}|\d{2})", re.ASCII)
_PROGRAM_PENDEK = re.compile(r"[A-Z]{2}|\d{2}", re.ASCII)
_ENAM = re.compile(r"\d{6}", re.ASCII)
_AKHIR = re.compile(r"(?:\d{3}\.)?(\d?[A-Z]{1,2})", re.ASCII)
_TIGA = re.compile(r"(?:[A-Z]{3}\.)?(\d{3})", re.ASCII)


def find_tingkat(kode: str, sebelum: int) -> tuple[int, str] | None:
    """Level and own part of a code after a line of level ``sebelum`` (−1: the first); None for what is no code."""
    if _PROGRAM_PENUH.fullmatch(kode):
        return PROGRAM, kode
    cocok = _TERURAI.fullmatch(kode)
    if cocok is not None:
        ruas = [r for r in cocok.groups() if r is not None]
        return len(ruas), ruas[-1]
    return _find_pendek(kode, sebelum)


def _find_pendek(kode: str, sebelum: int) -> tuple[int, str] | None:
    """A code that shows only its own part."""
    if _ENAM.fullmatch(kode):
        return (AKUN if sebelum != AKUN or not kode.startswith("0") else ITEM), kode
    if re.fullmatch(r"[A-Z]{3}", kode):
        return OUTPUT, kode
    if (cocok := _TIGA.fullmatch(kode)) is not None:
        return _tingkat_tiga(kode, sebelum), cocok[1]
    if sebelum <= PROGRAM and _PROGRAM_PENDEK.fullmatch(kode):
        return PROGRAM, kode
    if (cocok := _AKHIR.fullmatch(kode)) is not None:
        return SUBKOMPONEN, cocok[1]
    return None


def _tingkat_tiga(kode: str, sebelum: int) -> int:
    """Three digits are an output under a kegiatan, a suboutput under an output, else a komponen."""
    if "." in kode:
        return SUBOUTPUT
    if sebelum == KEGIATAN:
        return OUTPUT
    return SUBOUTPUT if sebelum == OUTPUT else KOMPONEN


def split_kode(kode: str) -> tuple[int, str] | None:
    """The level of a code that is a full path (076.01.WA, 6709.QGE.001), and the path above; None for others."""
    if _PROGRAM_PENUH.fullmatch(kode):
        return PROGRAM, ""
    cocok = _TERURAI.fullmatch(kode)
    if cocok is None:
        return None
    ruas = [r for r in cocok.groups() if r is not None]
    return len(ruas), ".".join(ruas[:-1])


def tidy_kode(kode: str) -> str:
    """A full path without the programme before it: 076.01.WA.6709.QGE is 6709.QGE, as in the catalogue of codes."""
    cocok = _TERURAI.fullmatch(kode)
    return ".".join(r for r in cocok.groups() if r is not None) if cocok is not None else kode
