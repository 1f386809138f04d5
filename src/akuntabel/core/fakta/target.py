"""Targets as they are written in a package, read by the polarity of their indicator."""

from datetime import date
from decimal import Decimal
from typing import Protocol

from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.calc.capaian import Realisasi, Target
from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.fakta.konversi import CONTOH_TANGGAL, POLA_DESIMAL, parse_tanggal
from akuntabel.core.fakta.perencanaan import Indikator
from akuntabel.core.regulasi import load_predikat


class Bertarget(Protocol):
    """What must be known of an indicator to read and show its target; an Indikator is one."""

    @property
    def arah(self) -> Arah: ...

    @property
    def satuan(self) -> str: ...

    @property
    def predikat(self) -> str | None: ...


class TargetTidakTerbacaError(ValueError):
    """A target that does not suit its indicator."""

    def __init__(self, diharapkan: str) -> None:
        super().__init__(diharapkan)
        self.diharapkan = diharapkan


def parse_target(teks: str, indikator: Bertarget) -> Target:
    """The target of an indicator; raises TargetTidakTerbacaError saying what the polarity asks for."""
    match indikator.arah:
        case Arah.ORDINAL:
            return Target(predikat=_parse_predikat(teks, indikator.predikat))
        case Arah.TENGGAT:
            return Target(tanggal=_parse_tanggal(teks))
        case Arah.RENTANG:
            bawah, _, atas = teks.partition("..")
            rentang = (_parse_angka(bawah, "rentang a..b, misalnya 80..90"), _parse_angka(atas, "rentang a..b"))
            if rentang[0] > rentang[1]:
                raise TargetTidakTerbacaError("rentang dengan batas bawah di depan")
            return Target(batas_bawah=rentang[0], batas_atas=rentang[1])
        case _:
            return Target(angka=_parse_angka(teks, "angka dengan titik desimal, misalnya 77.5"))


def _parse_angka(teks: str, diharapkan: str) -> Decimal:
    if POLA_DESIMAL.fullmatch(teks) is None:
        raise TargetTidakTerbacaError(diharapkan)
    return Decimal(teks)


def _parse_tanggal(teks: str) -> date:
    tanggal = parse_tanggal(teks)
    if tanggal is None:
        raise TargetTidakTerbacaError(CONTOH_TANGGAL)
    return tanggal


def _parse_predikat(teks: str, nama: str | None) -> str:
    peringkat = load_predikat(nama).peringkat if nama else {}
    if teks not in peringkat:
        raise TargetTidakTerbacaError("salah satu predikat " + ", ".join(peringkat))
    return teks


def show_target(target: Target, indikator: Bertarget) -> Besaran:
    """The target as a reader sees it; a range and a predicate are words."""
    if target.angka is not None:
        return Besaran(Nilai.of(target.angka), indikator.satuan)
    kata = target.predikat
    if target.batas_bawah is not None and target.batas_atas is not None:
        batas = (Besaran(Nilai.of(b), indikator.satuan).teks for b in (target.batas_bawah, target.batas_atas))
        kata = " s.d. ".join(batas)
    return Besaran(Nilai.of(1), predikat=kata, tanggal=target.tanggal)


def show_realisasi(realisasi: Realisasi, indikator: Indikator) -> Besaran:
    """The realisasi as a reader sees it."""
    if realisasi.nilai.angka is not None and (realisasi.predikat or realisasi.tanggal):
        return Besaran(realisasi.nilai, predikat=realisasi.predikat, tanggal=realisasi.tanggal)
    return Besaran(realisasi.nilai, indikator.satuan, indikator.desimal)
