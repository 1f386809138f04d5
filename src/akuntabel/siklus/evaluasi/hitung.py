"""The score of a worksheet out of its rows, through the core: live while it is written, the same when it is adopted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.core.calc.nilai_akip import (
    CaraNilai,
    HasilAkip,
    HasilSub,
    compute_komponen,
    compute_nilai_akip,
    compute_sub_predikat,
    compute_sub_rata,
)
from akuntabel.core.regulasi.lke import KriteriaLke, Pemenuhan, SubLke, TemplatLke
from akuntabel.siklus.evaluasi.models import BuktiKriteria, Lke, NilaiKriteria, NilaiSub


@dataclass(frozen=True, slots=True)
class IsiLke:
    """What a worksheet says: its rows by code."""

    lke: Lke
    templat: TemplatLke
    sub: Mapping[str, NilaiSub]
    kriteria: Mapping[str, NilaiKriteria]
    bukti: Mapping[str, tuple[BuktiKriteria, ...]]

    def read_jawaban(self, kriteria: KriteriaLke) -> Pemenuhan | None:
        """Whether a kriteria is fulfilled; None: not answered."""
        baris = self.kriteria.get(kriteria.kode)
        pilihan = self.templat.find_pilihan(kriteria, baris.jawaban) if baris else None
        return pilihan.penuhi if pilihan else None

    def read_predikat(self, kode: str) -> str:
        """The grade of a sub-component; empty: not graded."""
        baris = self.sub.get(kode)
        return baris.predikat if baris else ""


@dataclass(frozen=True, slots=True)
class Terpenuhi:
    """How many kriteria of a sub-component are fulfilled, wholly and in part, of how many; terjawab: answered."""

    ya: int
    sebagian: int
    terjawab: int
    dari: int

    @property
    def persen(self) -> Decimal:
        """Share of those wholly fulfilled, in percent."""
        return Decimal(self.ya * 100) / self.dari if self.dari else Decimal(0)

    @property
    def persen_atas(self) -> Decimal:
        """The same, had those fulfilled in part been whole."""
        return Decimal((self.ya + self.sebagian) * 100) / self.dari if self.dari else Decimal(0)


def read_isi(lke: Lke) -> IsiLke:
    """All rows of a worksheet, in three reads."""
    bukti: dict[str, list[BuktiKriteria]] = {}
    for b in lke.daftar_bukti.select_related("berkas", "oleh"):
        bukti.setdefault(b.kode, []).append(b)
    return IsiLke(
        lke,
        lke.templat,
        {s.kode: s for s in lke.daftar_sub.all()},
        {k.kode: k for k in lke.daftar_kriteria.all()},
        {kode: tuple(daftar) for kode, daftar in bukti.items()},
    )


def compute_lke(isi: IsiLke) -> HasilAkip:
    """The score with its trace."""
    return compute_nilai_akip(
        (
            compute_komponen(k.kode, k.nama, k.bobot, [_compute_sub(isi, s) for s in k.sub])
            for k in isi.templat.komponen
        ),
        isi.templat.skala_akhir,
    )


def count_terpenuhi(isi: IsiLke, sub: SubLke) -> Terpenuhi:
    """The share of kriteria that a grade rests on."""
    jawaban = [isi.read_jawaban(k) for k in sub.kriteria]
    return Terpenuhi(
        jawaban.count(Pemenuhan.YA),
        jawaban.count(Pemenuhan.SEBAGIAN),
        sum(j is not None for j in jawaban),
        len(jawaban),
    )


def _compute_sub(isi: IsiLke, sub: SubLke) -> HasilSub:
    cara = CaraNilai(isi.lke.cara)
    if cara is CaraNilai.PREDIKAT:
        predikat = isi.read_predikat(sub.kode)
        grade = isi.templat.find_grade(predikat)
        return compute_sub_predikat(sub.kode, sub.nama, sub.bobot, predikat, grade.nilai if grade else None)
    return compute_sub_rata(sub.kode, sub.nama, sub.bobot, list(_daftar_angka(isi, sub, cara)))


def _daftar_angka(isi: IsiLke, sub: SubLke, cara: CaraNilai) -> Iterable[tuple[str, Decimal | None]]:
    for k in sub.kriteria:
        baris = isi.kriteria.get(k.kode)
        if cara is CaraNilai.ANGKA:
            yield k.kode, Decimal(baris.angka) if baris and baris.angka else None
        else:
            pilihan = isi.templat.find_pilihan(k, baris.jawaban) if baris else None
            yield k.kode, pilihan.nilai if pilihan else None
