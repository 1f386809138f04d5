"""IKPA: how well a budget was carried out, from its indicators by weight; those without data weigh nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.core.calc.agregat import mean_nilai
from akuntabel.core.calc.jejak import Jejak, Operan
from akuntabel.core.calc.nilai import Cakupan, Nilai, StatusNilai
from akuntabel.core.calc.pembulatan import exact, format_polos, round_hasil, sum_exact


@dataclass(frozen=True, slots=True)
class ButirIkpa:
    """One indicator with its weight in percent and its value from 0 to 100.

    is_pengurang: its value is taken off the total instead (dispensasi SPM since 2024), and it has no weight.
    """

    id: str
    nama: str
    bobot: Decimal
    nilai: Nilai
    is_pengurang: bool = False


@dataclass(frozen=True, slots=True)
class HasilIkpa:
    """bobot: of the indicators that have a value; jumlah: Σ nilai × bobot; nilai: re-based to 100 %, deductions off."""

    bobot: Decimal
    jumlah: Nilai
    nilai: Nilai
    cakupan: Cakupan


def compute_nilai_revisi(jumlah_per_periode: Sequence[int]) -> Nilai:
    """The value of the revisions with fixed pagu: one a period is free, n earn 100 ÷ n; the mean of the periods.

    Counted are those that the ministry of finance approves; revisions of the POK by the KPA are not.
    """
    per_periode = []
    for jumlah in jumlah_per_periode:
        with exact():
            nilai = round_hasil(Decimal(100) / max(jumlah, 1))
        operan = (Operan("revisi pagu tetap dalam satu periode", str(jumlah)),)
        per_periode.append(
            Nilai.of(nilai, Jejak("100 ÷ banyaknya revisi, paling tinggi 100", operan, format_polos(nilai)))
        )
    return mean_nilai(per_periode).nilai


def compute_ikpa(daftar: Sequence[ButirIkpa]) -> HasilIkpa:
    """The total: Σ (nilai × bobot) ÷ Σ bobot of those with a value ("konversi bobot"), less the deductions."""
    berbobot = [b for b in daftar if not b.is_pengurang]
    terhitung = [b for b in berbobot if b.nilai.is_counted]
    cakupan = Cakupan(len(terhitung), len(berbobot))
    bobot = sum_exact(b.bobot for b in terhitung)
    operan = tuple(
        Operan(
            f"{b.nama} (bobot {format_polos(b.bobot)})", format_polos(b.nilai.require()) if b.nilai.is_counted else "-"
        )
        for b in daftar
    )
    langkah = tuple(b.nilai.jejak for b in daftar if b.nilai.is_counted and b.nilai.jejak)
    if not bobot:
        alasan = "Belum ada indikator IKPA yang bernilai. Catat rencana penarikan, realisasi bulanan, dan revisi."
        kosong = Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, alasan, Jejak(_RUMUS, operan))
        return HasilIkpa(bobot, kosong, kosong, cakupan)
    pengurang = sum_exact(b.nilai.require() for b in daftar if b.is_pengurang and b.nilai.is_counted)
    with exact():
        jumlah = sum_exact(b.nilai.require() * b.bobot for b in terhitung) / 100
        nilai = round_hasil(jumlah * 100 / bobot - pengurang)
    catatan = f"{cakupan} indikator; konversi bobot {format_polos(bobot)}%"
    jejak = Jejak(_RUMUS, operan, format_polos(nilai), catatan=catatan, langkah=langkah)
    return HasilIkpa(bobot, Nilai.of(round_hasil(jumlah), jejak), Nilai.of(nilai, jejak), cakupan)


_RUMUS = "Σ(nilai × bobot) ÷ Σ bobot yang bernilai − pengurang"
