"""Roll-up of capaian: indikator to sasaran, sasaran to organisation, by the policy's method."""

from collections.abc import Sequence
from decimal import Decimal

from akuntabel.core.calc.agregat import Agregat, mean_nilai, min_nilai, weighted_mean_nilai
from akuntabel.core.calc.kebijakan import CaraRekap
from akuntabel.core.calc.nilai import Nilai


def compute_rekap(cara: CaraRekap, daftar: Sequence[Nilai], bobot: Sequence[Decimal] | None = None) -> Agregat:
    """The capaian one level up. Give it *limited* capaian: the cap comes before the mean (sakip-rules §5).

    Otherwise one over-performer would hide a failure. bobot: one weight per value, only for the weighted mean.
    """
    if cara is CaraRekap.RATA_RATA:
        return mean_nilai(daftar)
    if cara is CaraRekap.MINIMUM:
        return min_nilai(daftar)
    if bobot is None:
        return Agregat.absent(
            "Kebijakan meminta rata-rata berbobot, tetapi bobot tidak diisi. Isi bobot tiap butir, "
            "atau pilih kebijakan dengan rata-rata biasa.",
            daftar,
        )
    return weighted_mean_nilai(list(zip(daftar, bobot, strict=True)))
