"""The score of the evaluation of accountability (nilai AKIP): sub-components by weight, to the last digit.

Kept as fractions until the end: a mean of seven kriteria has no last digit, and a score that is exactly 60 must not
become a little more than 60 on the way, for the bands have their lower bound outside.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from akuntabel.core.calc.jejak import Jejak, Operan
from akuntabel.core.calc.kebijakan import Pita, Skala
from akuntabel.core.calc.nilai import Cakupan, Nilai, StatusNilai
from akuntabel.core.calc.pembulatan import exact, format_polos, round_hasil
from akuntabel.core.calc.skala import classify


class CaraNilai(StrEnum):
    """How a sub-component gets its value.

    predikat: one grade for all of it (PermenPANRB 88/2021); angka: the mean of its kriteria, each from 0 to 100, as
    some agencies do; jawaban: the mean of what its answers count (PermenPANRB 12/2015).
    """

    PREDIKAT = "predikat"
    ANGKA = "angka"
    JAWABAN = "jawaban"


@dataclass(frozen=True, slots=True)
class HasilSub:
    """A sub-component: its value from 0 to 100, and what that earns of its weight.

    cakupan: how many of its kriteria (or of its one grade) are answered; only then is_lengkap and part of a score.
    pecahan: the value as it is, before any rounding.
    """

    kode: str
    nama: str
    bobot: Decimal
    nilai: Nilai
    tertimbang: Nilai
    cakupan: Cakupan
    pecahan: Fraction | None

    @property
    def is_lengkap(self) -> bool:
        """Whether nothing of it waits for an answer."""
        return self.cakupan.terukur == self.cakupan.dari

    @property
    def poin(self) -> Fraction:
        """What it earns so far."""
        return Fraction(0) if self.pecahan is None else Fraction(self.bobot) * self.pecahan / 100


@dataclass(frozen=True, slots=True)
class HasilKomponen:
    """A component: sementara counts what is answered so far, nilai only exists once all of it is; persen: of bobot."""

    kode: str
    nama: str
    bobot: Decimal
    nilai: Nilai
    sementara: Nilai
    persen: Nilai
    sub: tuple[HasilSub, ...]
    cakupan: Cakupan


@dataclass(frozen=True, slots=True)
class HasilAkip:
    """The score. predikat: the band of the unrounded score, None until there is one; cakupan: sub-components."""

    nilai: Nilai
    sementara: Nilai
    predikat: Pita | None
    komponen: tuple[HasilKomponen, ...]
    cakupan: Cakupan

    def find_sub(self, kode: str) -> HasilSub | None:
        """The sub-component of that code."""
        return next((s for k in self.komponen for s in k.sub if s.kode == kode), None)


def compute_sub_predikat(kode: str, nama: str, bobot: Decimal, predikat: str, nilai: Decimal | None) -> HasilSub:
    """A sub-component by its grade. nilai: what the grade counts; None: not graded yet."""
    if nilai is None:
        return _sub(kode, nama, bobot, None, Cakupan(0, 1), "nilai predikat", (), "Predikat belum diberikan.")
    operan = (Operan(f"predikat {predikat}", format_polos(nilai)),)
    return _sub(kode, nama, bobot, Fraction(nilai), Cakupan(1, 1), "nilai predikat", operan)


def compute_sub_rata(kode: str, nama: str, bobot: Decimal, kriteria: Sequence[tuple[str, Decimal | None]]) -> HasilSub:
    """A sub-component by the mean of its kriteria, each from 0 to 100; those not answered yet do not count as 0."""
    terisi = [(k, n) for k, n in kriteria if n is not None]
    cakupan = Cakupan(len(terisi), len(kriteria))
    rumus = "jumlah nilai kriteria ÷ banyaknya kriteria yang dinilai"
    if not terisi:
        return _sub(kode, nama, bobot, None, cakupan, rumus, (), "Belum ada kriteria yang dinilai.")
    rata = sum((Fraction(n) for _, n in terisi), Fraction(0)) / len(terisi)
    return _sub(kode, nama, bobot, rata, cakupan, rumus, tuple(Operan(k, format_polos(n)) for k, n in terisi))


def compute_komponen(kode: str, nama: str, bobot: Decimal, sub: Sequence[HasilSub]) -> HasilKomponen:
    """A component: what its sub-components earn, added up."""
    cakupan = Cakupan(sum(s.is_lengkap for s in sub), len(sub))
    poin = sum((s.poin for s in sub), Fraction(0))
    jejak = _jejak_jumlah(sub, poin)
    sementara = Nilai.of(_desimal(poin), jejak)
    alasan = f"{cakupan} subkomponen sudah lengkap dinilai."
    nilai = _utuh(sementara, cakupan, alasan)
    persen_jejak = Jejak(
        "nilai ÷ bobot × 100",
        (Operan("nilai", format_polos(sementara.require())), Operan("bobot", format_polos(bobot))),
        format_polos(_desimal(poin / Fraction(bobot) * 100)),
    )
    persen = _utuh(Nilai.of(_desimal(poin / Fraction(bobot) * 100), persen_jejak), cakupan, alasan)
    return HasilKomponen(kode, nama, bobot, nilai, sementara, persen, tuple(sub), cakupan)


def compute_nilai_akip(komponen: Iterable[HasilKomponen], skala: Skala) -> HasilAkip:
    """The score and its predicate. A sheet that is not complete has neither; what it earns so far is sementara."""
    daftar = tuple(komponen)
    sub = [s for k in daftar for s in k.sub]
    cakupan = Cakupan(sum(s.is_lengkap for s in sub), len(sub))
    poin = sum((s.poin for s in sub), Fraction(0))
    operan = tuple(Operan(f"{k.kode} {k.nama}", format_polos(k.sementara.require()), "poin") for k in daftar)
    langkah = tuple(k.sementara.jejak for k in daftar if k.sementara.jejak)
    hasil = _desimal(poin)
    jejak = Jejak(
        _RUMUS_NILAI, operan, format_polos(hasil), dasar=skala.dasar, catatan=f"{cakupan} subkomponen", langkah=langkah
    )
    sementara = Nilai.of(hasil, jejak)
    nilai = _utuh(sementara, cakupan, f"{cakupan} subkomponen sudah lengkap dinilai. Lengkapi sisanya.")
    return HasilAkip(nilai, sementara, classify(hasil, skala) if nilai.is_counted else None, daftar, cakupan)


_RUMUS_NILAI = "Σ(bobot subkomponen × nilai subkomponen ÷ 100)"


def _sub(
    kode: str,
    nama: str,
    bobot: Decimal,
    pecahan: Fraction | None,
    cakupan: Cakupan,
    rumus: str,
    operan: tuple[Operan, ...],
    alasan: str = "",
) -> HasilSub:
    if pecahan is None:
        kosong = Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, alasan)
        return HasilSub(kode, nama, bobot, kosong, kosong, cakupan, None)
    nilai = _desimal(pecahan)
    jejak = Jejak(rumus, operan, format_polos(nilai), catatan=f"{cakupan} dinilai")
    tertimbang = _desimal(Fraction(bobot) * pecahan / 100)
    jejak_timbang = Jejak(
        "bobot × nilai ÷ 100",
        (Operan("bobot", format_polos(bobot)), Operan(f"nilai {kode}", format_polos(nilai))),
        format_polos(tertimbang),
        langkah=(jejak,),
    )
    return HasilSub(kode, nama, bobot, Nilai.of(nilai, jejak), Nilai.of(tertimbang, jejak_timbang), cakupan, pecahan)


def _jejak_jumlah(sub: Sequence[HasilSub], poin: Fraction) -> Jejak:
    terisi = [s for s in sub if s.tertimbang.is_counted]
    operan = tuple(Operan(f"{s.kode} {s.nama}", format_polos(s.tertimbang.require()), "poin") for s in terisi)
    langkah = tuple(s.tertimbang.jejak for s in terisi if s.tertimbang.jejak)
    return Jejak(_RUMUS_NILAI, operan, format_polos(_desimal(poin)), langkah=langkah)


def _utuh(sementara: Nilai, cakupan: Cakupan, alasan: str) -> Nilai:
    """The value once nothing is missing any more."""
    if cakupan.terukur == cakupan.dari:
        return sementara
    return Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, alasan, sementara.jejak)


def _desimal(pecahan: Fraction) -> Decimal:
    with exact():
        return round_hasil(Decimal(pecahan.numerator) / Decimal(pecahan.denominator))
