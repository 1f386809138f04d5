"""Efficiency: what the results should have cost against what they did."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from akuntabel.core.calc.agregat import Agregat, aggregate
from akuntabel.core.calc.jejak import Jejak, Operan
from akuntabel.core.calc.nilai import Cakupan, Nilai, StatusNilai
from akuntabel.core.calc.pembulatan import exact, format_polos, round_hasil, sum_exact

DASAR_PMK_22_2021 = "PMK 22/PMK.02/2021"
BATAS_EFISIENSI = Decimal(20)


@dataclass(frozen=True, slots=True)
class KeluaranAnggaran:
    """One output with its money in rupiah (realisasi None: not known) and its capaian in percent."""

    pagu: int
    realisasi: int | None
    capaian: Nilai


@dataclass(frozen=True, slots=True)
class Efisiensi:
    """E in percent, as computed and within −20 … 20; NE, its value from 0 to 100; over how many outputs."""

    mentah: Nilai
    terbatas: Nilai
    nilai_efisiensi: Nilai
    cakupan: Cakupan


@dataclass(frozen=True, slots=True)
class EfisiensiSederhana:
    """The form for outputs without volumes: points of capaian above serapan, and the verdict if there is one."""

    selisih: Nilai
    is_efisien: bool | None


def compute_efisiensi(daftar: Sequence[KeluaranAnggaran]) -> Efisiensi:
    """Efficiency of PMK 22/PMK.02/2021: E = Σ(PAK·CK − RAK) ÷ Σ(PAK·CK) × 100, NE = 50 + E ÷ 20 × 50.

    PAK ceiling, CK achievement, RAK spending of each output. An output counts only if both its achievement and
    its spending are known.
    """
    terhitung = [
        (keluaran.pagu, keluaran.realisasi, keluaran.capaian.require())
        for keluaran in daftar
        if keluaran.capaian.is_counted and keluaran.realisasi is not None
    ]
    cakupan = Cakupan(len(terhitung), len(daftar))
    with exact():
        seharusnya = sum_exact(pagu * capaian / 100 for pagu, _, capaian in terhitung)
    terpakai = sum(realisasi for _, realisasi, _ in terhitung)
    operan = (
        Operan("Σ(PAK × CK)", format_polos(seharusnya), "Rp"),
        Operan("Σ RAK", str(terpakai), "Rp"),
    )
    langkah = tuple(k.capaian.jejak for k in daftar if k.capaian.is_counted and k.capaian.jejak is not None)
    catatan = f"{cakupan} keluaran dihitung"
    jejak = Jejak(_RUMUS_E, operan, dasar=DASAR_PMK_22_2021, catatan=catatan, langkah=langkah)
    if seharusnya <= 0:
        alasan = f"Pagu kali capaian tidak lebih dari 0 ({catatan}), sehingga efisiensi tidak dapat dihitung."
        nilai = Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, alasan, jejak)
        return Efisiensi(nilai, nilai, nilai, cakupan)
    with exact():
        mentah = round_hasil((seharusnya - terpakai) * 100 / seharusnya)
    terbatas = max(-BATAS_EFISIENSI, min(BATAS_EFISIENSI, mentah))
    pembulatan = "" if terbatas == mentah else f"dibatasi {format_polos(terbatas)}"
    jejak = replace(jejak, hasil=format_polos(mentah), pembulatan=pembulatan)
    return Efisiensi(
        Nilai.of(mentah, jejak), Nilai.of(terbatas, jejak), _compute_nilai_efisiensi(terbatas, jejak), cakupan
    )


def _compute_nilai_efisiensi(terbatas: Decimal, jejak: Jejak) -> Nilai:
    with exact():
        nilai = round_hasil(50 + terbatas * 50 / BATAS_EFISIENSI)
    operan = (Operan("E", format_polos(terbatas), "%"),)
    return Nilai.of(
        nilai,
        Jejak("50 + E ÷ 20 × 50", operan, format_polos(nilai), dasar=DASAR_PMK_22_2021, langkah=(jejak,)),
    )


def compute_efisiensi_sederhana(capaian: Nilai, serapan: Nilai) -> EfisiensiSederhana:
    """Efficient: the target reached (capaian ≥ 100) with money left (serapan < 100). Practice, not a rule."""
    for nilai in (capaian, serapan):
        if not nilai.is_counted:
            return EfisiensiSederhana(Nilai.absent(nilai.status, nilai.alasan, nilai.jejak), None)
    tercapai, terserap = capaian.require(), serapan.require()
    with exact():
        selisih = round_hasil(tercapai - terserap)
    jejak = Jejak(
        "capaian − serapan",
        (Operan("capaian", format_polos(tercapai), "%"), Operan("serapan", format_polos(terserap), "%")),
        format_polos(selisih),
        langkah=tuple(nilai.jejak for nilai in (capaian, serapan) if nilai.jejak is not None),
    )
    return EfisiensiSederhana(Nilai.of(selisih, jejak), tercapai >= 100 and terserap < 100)


def geometric_mean(daftar: Sequence[Nilai]) -> Agregat:
    """The achievement of an output with several indicators (PMK 22/PMK.02/2021): the root of the product.

    One zero makes the whole zero; a negative figure has no such mean.
    """
    if any(nilai.angka is not None and nilai.angka < 0 for nilai in daftar):
        return Agregat.absent("Rata-rata geometrik tidak dapat memakai capaian negatif. Betulkan capaiannya.", daftar)
    return aggregate("akar pangkat n dari hasil kali n nilai", daftar, _root_of_product)


_RUMUS_E = "Σ(PAK × CK − RAK) ÷ Σ(PAK × CK) × 100"


def _root_of_product(daftar: Sequence[Decimal]) -> Decimal:
    if not all(daftar):
        return Decimal(0)
    with exact():
        # Sum of logarithms, in sorted order: no product that grows out of range, and the same for every order.
        return (sum_exact(angka.ln() for angka in daftar) / len(daftar)).exp()
