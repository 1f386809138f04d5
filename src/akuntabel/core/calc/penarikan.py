"""Spending against its plan: deviation from halaman III of the DIPA, and absorption against the target of a quarter.

Kinds of spending are the first two digits of the akun (51, 52, 53, 57). Money is whole rupiah, results are percent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from akuntabel.core.calc.agregat import Agregat, mean_nilai, weighted_mean_nilai
from akuntabel.core.calc.jejak import Jejak, Operan
from akuntabel.core.calc.nilai import Nilai, StatusNilai
from akuntabel.core.calc.pembulatan import exact, format_polos, round_hasil

PENUH = Decimal(100)


class CaraDeviasi(StrEnum):
    """How the deviations of the kinds of spending become that of a month."""

    RATA = "rata"
    TERTIMBANG = "tertimbang"


@dataclass(frozen=True, slots=True)
class PenarikanJenis:
    """One kind of spending in one month: its plan, what was spent (None: not known), and its pagu as weight."""

    jenis: str
    pagu: int
    rencana: int
    realisasi: int | None


@dataclass(frozen=True, slots=True)
class SerapanJenis:
    """One kind of spending until the end of a quarter; pagu: without what is blocked; target in percent of it."""

    jenis: str
    pagu: int
    target: Decimal
    realisasi: int | None


@dataclass(frozen=True, slots=True)
class NilaiDeviasi:
    """The mean deviation of the months, and the value from 0 to 100 that it earns."""

    rata: Agregat
    nilai: Nilai


def compute_deviasi(rencana: int, realisasi: int | None) -> Nilai:
    """|realisasi − rencana| ÷ rencana × 100, at most 100; spending without a plan is 100, no plan and none is 0."""
    rpd = Operan("rencana penarikan", str(rencana), "Rp")
    if realisasi is None:
        alasan = "Realisasi bulan ini belum diketahui. Catat realisasinya; tulis 0 bila memang tidak ada belanja."
        return Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, alasan, Jejak(_RUMUS_DEVIASI, (rpd,)))
    operan = (Operan("realisasi", str(realisasi), "Rp"), rpd)
    if rencana == 0:
        tanpa = PENUH if realisasi else Decimal(0)
        return Nilai.of(tanpa, Jejak(_RUMUS_DEVIASI, operan, format_polos(tanpa), catatan="tanpa rencana"))
    with exact():
        mentah = round_hasil(Decimal(abs(realisasi - rencana)) * 100 / rencana)
    terbatas = min(mentah, PENUH)
    pembulatan = "" if terbatas == mentah else "dibatasi 100"
    return Nilai.of(terbatas, Jejak(_RUMUS_DEVIASI, operan, format_polos(mentah), pembulatan=pembulatan))


def compute_deviasi_bulan(daftar: Sequence[PenarikanJenis], cara: CaraDeviasi) -> Agregat:
    """The deviation of a month: the plain mean over kinds of spending, or weighted by their pagu.

    A kind without pagu, plan and spending is none.
    """
    berisi = [j for j in daftar if j.pagu or j.rencana or j.realisasi]
    nilai = [compute_deviasi(j.rencana, j.realisasi) for j in berisi]
    if cara is CaraDeviasi.RATA:
        return mean_nilai(nilai)
    return weighted_mean_nilai([(n, Decimal(j.pagu)) for n, j in zip(nilai, berisi, strict=True)])


def compute_nilai_deviasi(per_bulan: Sequence[Nilai], toleransi: Decimal) -> NilaiDeviasi:
    """The value of the months so far: 100 while their mean is within the tolerance, else 100 minus it."""
    rata = mean_nilai(per_bulan)
    if not rata.nilai.is_counted:
        return NilaiDeviasi(rata, rata.nilai)
    angka = rata.nilai.require()
    with exact():
        nilai = PENUH if angka <= toleransi else round_hasil(PENUH - angka)
    langkah = (rata.nilai.jejak,) if rata.nilai.jejak else ()
    jejak = Jejak(
        "100 bila rata-rata deviasi ≤ toleransi, selain itu 100 − rata-rata deviasi",
        (Operan("rata-rata deviasi", format_polos(angka), "%"), Operan("toleransi", format_polos(toleransi), "%")),
        format_polos(nilai),
        langkah=langkah,
    )
    return NilaiDeviasi(rata, Nilai.of(nilai, jejak))


def compute_serapan_target(pagu: int, target: Decimal, realisasi: int | None) -> Nilai:
    """How much of the target of a quarter was spent: realisasi ÷ (pagu × target) × 100, at most 100."""
    batas = (Operan("pagu", str(pagu), "Rp"), Operan("target serapan", format_polos(target), "%"))
    if realisasi is None:
        alasan = "Realisasi sampai triwulan ini belum diketahui. Catat realisasi setiap bulannya."
        return Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, alasan, Jejak(_RUMUS_TARGET, batas))
    operan = (Operan("realisasi s.d. triwulan", str(realisasi), "Rp"), *batas)
    if pagu <= 0 or target <= 0:
        alasan = "Pagu atau target serapan 0, sehingga tidak ada yang dibandingkan."
        return Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, alasan, Jejak(_RUMUS_TARGET, operan))
    with exact():
        mentah = round_hasil(Decimal(realisasi) * 100 / (pagu * target / 100))
    terbatas = max(Decimal(0), min(mentah, PENUH))
    pembulatan = "" if terbatas == mentah else f"dibatasi {format_polos(terbatas)}"
    return Nilai.of(terbatas, Jejak(_RUMUS_TARGET, operan, format_polos(mentah), pembulatan=pembulatan))


def compute_serapan_triwulan(daftar: Sequence[SerapanJenis]) -> Agregat:
    """Absorption of a quarter against its targets, the kinds of spending weighted by their pagu."""
    berisi = [j for j in daftar if j.pagu > 0]
    return weighted_mean_nilai(
        [(compute_serapan_target(j.pagu, j.target, j.realisasi), Decimal(j.pagu)) for j in berisi]
    )


_RUMUS_DEVIASI = "|realisasi − rencana| ÷ rencana × 100"
_RUMUS_TARGET = "realisasi ÷ (pagu × target) × 100"
