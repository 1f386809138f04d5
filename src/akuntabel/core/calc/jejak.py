"""Where a number comes from: formula, operands with source and evidence, policy, rounding."""

from dataclasses import dataclass


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
