"""The worksheet of the evaluation (LKE) by version of its regulation: components, weights, kriteria, grades."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache

from akuntabel.core.calc.kebijakan import Skala
from akuntabel.core.calc.nilai_akip import CaraNilai
from akuntabel.core.regulasi.berkas import DataRegulasiRusakError, RegulasiTidakDikenal, daftar_berkas, read_data
from akuntabel.core.regulasi.entri import read_entri
from akuntabel.core.regulasi.kebijakan import load_skala
from akuntabel.core.regulasi.ketentuan import Ketentuan, check_tanda


class Aspek(StrEnum):
    """What a sub-component looks at; hasil: the results themselves, apart from how they were managed."""

    KEBERADAAN = "keberadaan"
    KUALITAS = "kualitas"
    PEMANFAATAN = "pemanfaatan"
    HASIL = "hasil"


class Pemenuhan(StrEnum):
    """Whether an answer says that the kriteria is fulfilled."""

    YA = "ya"
    SEBAGIAN = "sebagian"
    TIDAK = "tidak"


@dataclass(frozen=True, slots=True)
class PilihanJawaban:
    """One answer that may be given. nilai: what it counts, of 100; None where answers are evidence only."""

    kode: str
    sebutan: str
    nilai: Decimal | None
    penuhi: Pemenuhan


@dataclass(frozen=True, slots=True)
class GradeLke:
    """A grade that a sub-component can earn, and what it takes.

    batas: percent of the kriteria that must be exceeded (is_inklusif: reached); tahun: for how many years it must have
    been kept; uraian: the words of the regulation by aspect.
    """

    predikat: str
    nilai: Decimal
    batas: Decimal
    inklusif: bool
    tahun: int
    uraian: Mapping[Aspek, str]

    def is_terpenuhi(self, persen: Decimal) -> bool:
        """Whether that share of fulfilled kriteria is enough, years and efforts aside."""
        return persen > self.batas or (self.inklusif and persen == self.batas)


@dataclass(frozen=True, slots=True)
class KriteriaLke:
    """One line of a sub-component. jawaban: which answers it takes; dari_data: the application itself can prove it."""

    kode: str
    bunyi: str
    jawaban: str = "kriteria"
    dari_data: bool = False
    tanda: str = ""
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class SubLke:
    """A sub-component: what is graded."""

    kode: str
    nama: str
    aspek: Aspek
    bobot: Decimal
    kriteria: tuple[KriteriaLke, ...]


@dataclass(frozen=True, slots=True)
class KomponenLke:
    """A component: its sub-components' weights add up to its own."""

    kode: str
    nama: str
    bobot: Decimal
    sub: tuple[SubLke, ...]

    def __post_init__(self) -> None:
        jumlah = sum(s.bobot for s in self.sub)
        if jumlah != self.bobot:
            raise ValueError(f"subkomponen {self.kode} berbobot {jumlah}, bukan {self.bobot}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplatLke(Ketentuan):
    """The whole worksheet. cara: how sub-components may be scored, the regulation's own way first."""

    nama: str
    judul: str
    peraturan: str
    skala: str
    cara: tuple[CaraNilai, ...]
    jenis_jawaban: Mapping[str, tuple[PilihanJawaban, ...]]
    tanda_predikat: str
    predikat: tuple[GradeLke, ...]
    komponen: tuple[KomponenLke, ...]

    def __post_init__(self) -> None:
        # super() with slots=True would look at the class as it was before the slots were made.
        Ketentuan.__post_init__(self)
        jumlah = sum(k.bobot for k in self.komponen)
        if jumlah != 100:
            raise ValueError(f"bobot komponen berjumlah {jumlah}, bukan 100")
        check_tanda(self.tanda_predikat)
        kode = [k.kode for k in self.daftar_kriteria()]
        if len(set(kode)) != len(kode):
            raise ValueError("kode kriteria tertulis dua kali")
        for k in self.daftar_kriteria():
            if k.jawaban not in self.jenis_jawaban:
                raise ValueError(f"kriteria {k.kode} menyebut jawaban “{k.jawaban}” yang tidak ada")

    def daftar_sub(self) -> Iterator[SubLke]:
        """All sub-components in order."""
        return (s for k in self.komponen for s in k.sub)

    def daftar_kriteria(self) -> Iterator[KriteriaLke]:
        """All kriteria in order."""
        return (k for s in self.daftar_sub() for k in s.kriteria)

    def find_komponen(self, kode: str) -> KomponenLke | None:
        """The component of that code."""
        return next((k for k in self.komponen if k.kode == kode), None)

    def find_sub(self, kode: str) -> SubLke | None:
        """The sub-component of that code."""
        return next((s for s in self.daftar_sub() if s.kode == kode), None)

    def find_sub_kriteria(self, kode: str) -> SubLke | None:
        """The sub-component that a kriteria belongs to."""
        return next((s for s in self.daftar_sub() if any(k.kode == kode for k in s.kriteria)), None)

    def find_kriteria(self, kode: str) -> KriteriaLke | None:
        """The kriteria of that code."""
        return next((k for k in self.daftar_kriteria() if k.kode == kode), None)

    def find_grade(self, predikat: str) -> GradeLke | None:
        """What that grade takes."""
        return next((g for g in self.predikat if g.predikat == predikat), None)

    def find_pilihan(self, kriteria: KriteriaLke, kode: str) -> PilihanJawaban | None:
        """The answer of that code, if the kriteria takes it."""
        return next((p for p in self.jenis_jawaban[kriteria.jawaban] if p.kode == kode), None)

    @property
    def skala_akhir(self) -> Skala:
        """What the score is called."""
        return load_skala(self.skala)


def daftar_lke() -> tuple[str, ...]:
    """Names of the worksheets."""
    return daftar_berkas(FOLDER)


@cache
def load_lke(nama: str) -> TemplatLke:
    """A worksheet by its name; raises RegulasiTidakDikenal naming those that exist."""
    if nama not in daftar_lke():
        raise RegulasiTidakDikenal("LKE", nama, daftar_lke())
    jalur = f"{FOLDER}/{nama}.yaml"
    templat = read_entri(TemplatLke, read_data(jalur), jalur)
    if templat.nama != nama:
        raise DataRegulasiRusakError(jalur, f"nama “{templat.nama}”", f"nama berkasnya, “{nama}”")
    return replace(templat, komponen=tuple(_fill_tanda(k, templat.tanda) for k in templat.komponen))


def find_lke(tahun: int) -> TemplatLke | None:
    """The worksheet for the performance of a year, by the regulation of the day after it: it is evaluated then."""
    hari = date(tahun + 1, 1, 1)
    return next((t for t in map(load_lke, daftar_lke()) if t.is_berlaku(hari)), None)


FOLDER = "lke"


def _fill_tanda(komponen: KomponenLke, tanda: str) -> KomponenLke:
    """A line without a mark of its own has that of the file."""
    return replace(
        komponen,
        sub=tuple(
            replace(s, kriteria=tuple(replace(k, tanda=k.tanda or tanda) for k in s.kriteria)) for s in komponen.sub
        ),
    )
