"""Where a number comes from: formula, operands with source and evidence, policy, rounding."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Operan:
    """One operand as it entered the formula. ``nilai`` is exact and written as in the package (plain digits)."""

    nama: str
    nilai: str
    satuan: str = ""
    sumber: str = ""
    bukti: str = ""


@dataclass(frozen=True, slots=True)
class Jejak:
    """The trace of one computed value: enough for anyone to compute it again with a calculator.

    rumus: the formula in symbols, e.g. ``(2 − R ÷ T) × 100``; operan: its operands in order;
    hasil: the unrounded result (plain digits); kebijakan: name of the policy; dasar: its legal source;
    pembulatan: what was rounded, and how; catatan: what a human should know; langkah: traces of the operands
    that were computed themselves.
    """

    rumus: str
    operan: tuple[Operan, ...] = ()
    hasil: str = ""
    kebijakan: str = ""
    dasar: str = ""
    pembulatan: str = ""
    catatan: str = ""
    langkah: tuple["Jejak", ...] = ()


def read_jejak(isi: Mapping[str, Any] | None) -> Jejak | None:
    """A trace that was kept as ``dataclasses.asdict`` makes it (JSON); None where there was none."""
    if not isi:
        return None
    lain = {k: v for k, v in isi.items() if k not in ("operan", "langkah")}
    langkah = (read_jejak(bagian) for bagian in isi.get("langkah", ()))
    return Jejak(
        **lain,
        operan=tuple(Operan(**o) for o in isi.get("operan", ())),
        langkah=tuple(j for j in langkah if j is not None),
    )
