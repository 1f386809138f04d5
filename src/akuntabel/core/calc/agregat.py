"""Many values become one: sum, mean, extreme, last, ratio of sums; always with how many of how many."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from akuntabel.core.calc.jejak import Jejak, Operan
from akuntabel.core.calc.nilai import Cakupan, Nilai, StatusNilai
from akuntabel.core.calc.pembulatan import exact, format_polos, round_hasil, sum_exact

_URUTAN_STATUS = tuple(StatusNilai)


@dataclass(frozen=True, slots=True)
class Agregat:
    """One value made of many, and what was done with those that are missing.

    per_status: how many values had each status, only for statuses that occur.
    """

    nilai: Nilai
    cakupan: Cakupan
    per_status: Mapping[StatusNilai, int]

    @classmethod
    def absent(cls, alasan: str, daftar: Sequence[Nilai]) -> "Agregat":
        """No figure can be made of these values, whatever they are."""
        nilai = Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, alasan)
        return cls.over(nilai, _count_status(daftar))

    @classmethod
    def over(cls, nilai: Nilai, per_status: Mapping[StatusNilai, int]) -> "Agregat":
        """The value, made of so many of each status."""
        return cls(nilai, _cakupan(per_status), per_status)


def sum_nilai(daftar: Sequence[Nilai]) -> Agregat:
    """The sum of the values that exist."""
    return aggregate("jumlah nilai", daftar, sum_exact)


def mean_nilai(daftar: Sequence[Nilai]) -> Agregat:
    """The plain mean of the values that exist; a missing value neither adds nor divides."""
    return aggregate("jumlah nilai ÷ banyaknya nilai", daftar, _mean)


def min_nilai(daftar: Sequence[Nilai]) -> Agregat:
    """The smallest value that exists."""
    return aggregate("nilai terkecil", daftar, min)


def max_nilai(daftar: Sequence[Nilai]) -> Agregat:
    """The largest value that exists."""
    return aggregate("nilai terbesar", daftar, max)


def last_nilai(daftar: Sequence[Nilai]) -> Agregat:
    """The latest value that exists, in the order given ("posisi terakhir")."""
    return aggregate("nilai terakhir", daftar, lambda angka: angka[-1])


def weighted_mean_nilai(pasangan: Sequence[tuple[Nilai, Decimal]]) -> Agregat:
    """The mean by weight; the weight of a missing value is left out too, so the rest still weighs 100 %."""
    if any(bobot < 0 for _, bobot in pasangan):
        raise ValueError("negative weight")
    daftar = [nilai for nilai, _ in pasangan]
    terhitung = [(nilai.require(), bobot) for nilai, bobot in pasangan if nilai.is_counted]
    jumlah_bobot = sum_exact(bobot for _, bobot in terhitung)
    if terhitung and jumlah_bobot == 0:
        return Agregat.absent("Jumlah bobot dari nilai yang ada adalah 0. Isi bobotnya.", daftar)
    operan = tuple(Operan(f"bobot ke-{urut}", format_polos(bobot)) for urut, (_, bobot) in enumerate(pasangan, start=1))

    def mean(_angka: Sequence[Decimal]) -> Decimal:
        with exact():
            return sum_exact(angka * bobot for angka, bobot in terhitung) / jumlah_bobot

    return aggregate("jumlah (nilai × bobot) ÷ jumlah bobot", daftar, mean, operan)


def ratio_of_sums(pembilang: Sequence[Nilai], penyebut: Sequence[Nilai]) -> Agregat:
    """The ratio over many offices: numerators summed, denominators summed, divided once. Not a percentage.

    An office counts only if it has both figures; the mean of its neighbours' percentages never stands in.
    """
    pasangan = list(zip(pembilang, penyebut, strict=True))
    daftar = [bawah if atas.is_counted and not bawah.is_counted else atas for atas, bawah in pasangan]
    lengkap = [(atas, bawah) for atas, bawah in pasangan if atas.is_counted and bawah.is_counted]
    jumlah_atas = sum_exact(atas.require() for atas, _ in lengkap)
    jumlah_bawah = sum_exact(bawah.require() for _, bawah in lengkap)
    per_status = _count_status(daftar)
    if not lengkap:
        return Agregat.over(_explain_absence(daftar, per_status), per_status)
    if jumlah_bawah == 0:
        return Agregat.absent("Jumlah penyebut adalah 0, sehingga tidak ada rasio.", daftar)
    with exact():
        hasil = round_hasil(jumlah_atas / jumlah_bawah)
    jejak = Jejak(
        rumus="jumlah pembilang ÷ jumlah penyebut",
        operan=(
            Operan("jumlah pembilang", format_polos(jumlah_atas)),
            Operan("jumlah penyebut", format_polos(jumlah_bawah)),
        ),
        hasil=format_polos(hasil),
        catatan=_describe_cakupan(per_status),
        langkah=_collect_langkah(nilai for satker in lengkap for nilai in satker),
    )
    return Agregat.over(Nilai.of(hasil, jejak), per_status)


def aggregate(
    rumus: str,
    daftar: Sequence[Nilai],
    reduce: Callable[[Sequence[Decimal]], Decimal],
    operan: tuple[Operan, ...] = (),
) -> Agregat:
    """The values that exist, in their order, reduced to one; with trace and coverage. ``rumus``: how, in words."""
    angka = [nilai.require() for nilai in daftar if nilai.is_counted]
    per_status = _count_status(daftar)
    if not angka:
        return Agregat.over(_explain_absence(daftar, per_status), per_status)
    hasil = round_hasil(reduce(angka))
    jejak = Jejak(
        rumus=rumus,
        operan=_list_operan(daftar) + operan,
        hasil=format_polos(hasil),
        catatan=_describe_cakupan(per_status),
        langkah=_collect_langkah(daftar),
    )
    return Agregat.over(Nilai.of(hasil, jejak), per_status)


def _mean(angka: Sequence[Decimal]) -> Decimal:
    with exact():
        return sum_exact(angka) / len(angka)


def _explain_absence(daftar: Sequence[Nilai], per_status: Mapping[StatusNilai, int]) -> Nilai:
    """Why there is no figure: the common status if all are missing in the same way."""
    if not daftar:
        return Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, "Tidak ada nilai yang dapat digabungkan.")
    status = next(iter(per_status)) if len(per_status) == 1 else StatusNilai.TIDAK_DAPAT_DIHITUNG
    # dict.fromkeys: every reason once, in the order in which they came.
    alasan = "; ".join(dict.fromkeys(nilai.alasan for nilai in daftar if nilai.alasan))
    jejak = Jejak(rumus="", operan=_list_operan(daftar), catatan=_describe_cakupan(per_status))
    return Nilai.absent(status, alasan or _describe_cakupan(per_status), jejak)


def _list_operan(daftar: Sequence[Nilai]) -> tuple[Operan, ...]:
    return tuple(
        Operan(f"nilai ke-{urut}", nilai.status.label if nilai.angka is None else format_polos(nilai.angka))
        for urut, nilai in enumerate(daftar, start=1)
    )


def _collect_langkah(daftar: Iterable[Nilai]) -> tuple[Jejak, ...]:
    return tuple(nilai.jejak for nilai in daftar if nilai.is_counted and nilai.jejak is not None)


def _cakupan(per_status: Mapping[StatusNilai, int]) -> Cakupan:
    terhitung = sum(jumlah for status, jumlah in per_status.items() if status.is_counted)
    return Cakupan(terhitung, sum(per_status.values()))


def _count_status(daftar: Sequence[Nilai]) -> Mapping[StatusNilai, int]:
    jumlah = Counter(nilai.status for nilai in daftar)
    return MappingProxyType({status: jumlah[status] for status in _URUTAN_STATUS if status in jumlah})


def _describe_cakupan(per_status: Mapping[StatusNilai, int]) -> str:
    """``9 dari 11 dihitung; 2 menunggu rilis``."""
    hilang = [f"{jumlah} {status.label}" for status, jumlah in per_status.items() if not status.is_counted]
    return "; ".join([f"{_cakupan(per_status)} dihitung", *hilang])
