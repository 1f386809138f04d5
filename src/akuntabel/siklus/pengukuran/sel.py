"""A cell of the grid as somebody writes it, and what may be wrong with it: everything at once, cell by cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.core.exceptions import ValidationError

from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.siklus.pengukuran.models import Bukti, Fakta


class KunciSel(NamedTuple):
    """Which cell of a quarter: an element by kode, perhaps a part of it."""

    elemen: str
    jenis_kelamin: str = ""
    rincian: str = ""

    def __str__(self) -> str:
        return ".".join(b for b in self if b)


@dataclass(frozen=True, slots=True, kw_only=True)
class IsianSel:
    """What somebody writes into a cell.

    status: only needed where there is no figure; then alasan says why. alasan of a figure: what a reader should know,
    and why it is unusual. dilihat: the fact that the person saw, by its id; None where the cell was empty.
    alasan_perubahan: why what is there is wrong. is_ditarik: take the figure back, and leave nothing.
    """

    elemen: str
    jenis_kelamin: str = ""
    rincian: str = ""
    status: StatusNilai | None = None
    nilai: Decimal | None = None
    predikat: str = ""
    tanggal: date | None = None
    alasan: str = ""
    tahun_rujukan: int | None = None
    tanggal_rilis: date | None = None
    sumber: str = ""
    bukti: Bukti | None = None
    dilihat: int | None = None
    alasan_perubahan: str = ""
    is_ditarik: bool = False

    @property
    def kunci(self) -> KunciSel:
        """The cell."""
        return KunciSel(self.elemen, self.jenis_kelamin, self.rincian)

    @property
    def status_isi(self) -> StatusNilai:
        """The status that the content has; a figure says it by itself."""
        if self.nilai is not None and (self.status is None or self.status.is_counted):
            return StatusNilai.NOL if self.nilai == 0 else StatusNilai.TERUKUR
        return self.status or StatusNilai.TERUKUR

    @property
    def has_isi(self) -> bool:
        """Whether there is a figure, a predicate or a day."""
        return self.nilai is not None or bool(self.predikat) or self.tanggal is not None


class IsianTidakSahError(ValidationError):
    """Cells that cannot be stored; nothing was. per_sel: what is wrong, by cell."""

    def __init__(self, per_sel: Mapping[KunciSel, Sequence[str]]) -> None:
        self.per_sel = {kunci: tuple(daftar) for kunci, daftar in per_sel.items()}
        super().__init__([f"{kunci}: {pesan}" for kunci, daftar in self.per_sel.items() for pesan in daftar])


class PerluAlasanError(IsianTidakSahError):
    """All that is missing is a reason. perubahan: cells that correct what is there; lonjakan: unusual figures, and
    what they were held against."""

    def __init__(self, perubahan: Mapping[KunciSel, str], lonjakan: Mapping[KunciSel, str]) -> None:
        self.perubahan, self.lonjakan = dict(perubahan), dict(lonjakan)
        per_sel: dict[KunciSel, list[str]] = {}
        for daftar in (perubahan, lonjakan):
            for kunci, pesan in daftar.items():
                per_sel.setdefault(kunci, []).append(pesan)
        super().__init__(per_sel)


def build_isian(fakta: Fakta, *, bukti: Bukti | None = None, alasan_perubahan: str = "") -> IsianSel:
    """What a fact says, as somebody would write it again; elemen must be loaded."""
    return IsianSel(
        elemen=fakta.elemen.kode,
        jenis_kelamin=fakta.jenis_kelamin,
        rincian=fakta.rincian,
        status=StatusNilai(fakta.status),
        nilai=fakta.angka,
        predikat=fakta.predikat,
        tanggal=fakta.tanggal,
        alasan=fakta.alasan,
        tahun_rujukan=fakta.tahun_rujukan,
        tanggal_rilis=fakta.tanggal_rilis,
        sumber=fakta.sumber,
        bukti=bukti or fakta.bukti,
        dilihat=fakta.pk,
        alasan_perubahan=alasan_perubahan,
    )
