"""What sums over offices say: the ratio of sums, the means beside it, and where the two rank offices differently."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from akuntabel.core.calc.jejak import Jejak, Operan
from akuntabel.core.calc.nilai import Cakupan, Nilai, StatusNilai
from akuntabel.core.calc.pembulatan import exact, format_polos, round_hasil
from akuntabel.siklus.pengukuran.rekap_jumlah import Jumlah

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class HasilRekap:
    """One indicator over an office and all below it.

    rasio: numerators and denominators summed, divided once, in the unit of the indicator; this is the figure of them
    all. rata_rata: the plain mean of what the offices reached, every office weighing the same. capaian: the mean of
    their limited capaian. cakupan: how many offices have a capaian, of how many that answer for the indicator.
    """

    rasio: Nilai
    rata_rata: Nilai
    capaian: Nilai
    cakupan: Cakupan


def compute_hasil_rekap(jumlah: Jumlah) -> HasilRekap:
    """The figures of a sum, each with its trace."""
    satker = jumlah.jumlah_satker
    return HasilRekap(
        rasio=_divide("jumlah pembilang ÷ jumlah penyebut", jumlah.total_berskala, jumlah.total_penyebut, satker),
        rata_rata=_divide("jumlah nilai ÷ banyaknya satker", jumlah.total_nilai, jumlah.jumlah_nilai, satker),
        capaian=_divide("jumlah capaian ÷ banyaknya satker", jumlah.total_capaian, jumlah.jumlah_capaian, satker),
        cakupan=Cakupan(jumlah.jumlah_capaian, satker),
    )


@dataclass(frozen=True, slots=True)
class BedaPeringkat:
    """An office that stands elsewhere by the ratio of sums than by the mean of its offices; 1 is the largest figure."""

    rasio: int
    rata_rata: int


def find_beda_peringkat(daftar: Mapping[K, HasilRekap]) -> dict[K, BedaPeringkat]:
    """Which offices the mean of percentages puts elsewhere than the ratio of sums: those where it misleads.

    Only offices that have both figures are compared.
    """
    lengkap = {k: h for k, h in daftar.items() if h.rasio.is_counted and h.rata_rata.is_counted}
    rasio = _rank({k: h.rasio.require() for k, h in lengkap.items()})
    rata = _rank({k: h.rata_rata.require() for k, h in lengkap.items()})
    return {k: BedaPeringkat(rasio[k], rata[k]) for k in lengkap if rasio[k] != rata[k]}


def compute_rata_rata(total: Decimal, banyaknya: int) -> Decimal | None:
    """The mean of a sum; None of nothing."""
    if banyaknya == 0:
        return None
    with exact():
        return round_hasil(total / banyaknya)


def _rank(angka: Mapping[K, Decimal]) -> dict[K, int]:
    """Place of each, the largest first; equal figures share the better place."""
    terurut = sorted(angka.values(), reverse=True)
    tempat = {nilai: urut for urut, nilai in reversed(list(enumerate(terurut, 1)))}
    return {k: tempat[nilai] for k, nilai in angka.items()}


def _divide(rumus: str, atas: Decimal, bawah: Decimal | int, jumlah_satker: int) -> Nilai:
    if bawah == 0:
        status = StatusNilai.TIDAK_DAPAT_DIHITUNG
        return Nilai.absent(status, f"Belum ada dari {jumlah_satker} satker yang mempunyai angka untuk {rumus}.")
    with exact():
        hasil = round_hasil(atas / bawah)
    nama_atas, nama_bawah = rumus.split(" ÷ ")
    operan = (Operan(nama_atas, format_polos(atas)), Operan(nama_bawah, format_polos(Decimal(bawah))))
    return Nilai.of(hasil, Jejak(rumus=rumus, operan=operan, hasil=format_polos(hasil)))
