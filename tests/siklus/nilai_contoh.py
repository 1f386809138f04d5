"""Annual values to try the sums with: a ratio over made-up counts, and what the core says about many of them."""

from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from akuntabel.core.calc.agregat import mean_nilai, ratio_of_sums
from akuntabel.core.calc.nilai import Nilai, StatusNilai
from akuntabel.core.calc.pembulatan import exact, round_hasil
from akuntabel.siklus.pengukuran.models import SILSILAH_ORGANISASI, RekapTahunan
from akuntabel.siklus.pengukuran.rekap import HasilIndikatorSatker
from akuntabel.siklus.pengukuran.rekap_jumlah import BIDANG_JUMLAH

PARTISIPASI, OPINI = UUID(int=1), UUID(int=2)
TARGET = Decimal("77.5")


def build_rasio(hadir: int, terdaftar: int, silsilah: UUID = PARTISIPASI) -> HasilIndikatorSatker:
    """A turnout with its capaian, to 28 digits."""
    with exact():
        nilai = round_hasil(Decimal(hadir) / terdaftar * 100)
        capaian = round_hasil(nilai / TARGET * 100)
    return HasilIndikatorSatker(
        silsilah=silsilah,
        kode="1.2",
        status=StatusNilai.TERUKUR if hadir else StatusNilai.NOL,
        nilai=nilai,
        capaian=capaian,
        kategori="Baik",
        pembilang=Decimal(hadir),
        penyebut=Decimal(terdaftar),
        pengali=Decimal(100),
    )


def build_belum(silsilah: UUID = PARTISIPASI) -> HasilIndikatorSatker:
    """An indicator that waits for its figure."""
    return HasilIndikatorSatker(silsilah, "1.2", StatusNilai.MENUNGGU_RILIS)


def read_rekap() -> dict[tuple[str, int, UUID], tuple[object, ...]]:
    """All sums that are not empty, by office, year and silsilah."""
    return {
        (r.simpul.kode, r.tahun, r.silsilah): tuple(getattr(r, nama) for nama in BIDANG_JUMLAH)
        for r in RekapTahunan.objects.select_related("simpul").filter(jumlah_satker__gt=0)
    }


def rasio_inti(daftar: Iterable[HasilIndikatorSatker]) -> Decimal | None:
    """The ratio of sums as the core computes it from the facts of every office."""
    lengkap = [h for h in daftar if h.pembilang is not None and h.penyebut is not None]
    atas = [Nilai.of((h.pembilang or 0) * h.pengali) for h in lengkap]
    return ratio_of_sums(atas, [Nilai.of(h.penyebut or 0) for h in lengkap]).nilai.angka


def rata_inti(daftar: Iterable[Decimal | None]) -> Decimal | None:
    """The mean as the core computes it."""
    return mean_nilai([Nilai.of(n) for n in daftar if n is not None]).nilai.angka


def build_organisasi(butir: HasilIndikatorSatker) -> HasilIndikatorSatker:
    """The line of the office itself, where this is its only indicator."""
    return HasilIndikatorSatker(SILSILAH_ORGANISASI, "", butir.status, capaian=butir.capaian, kategori=butir.kategori)
