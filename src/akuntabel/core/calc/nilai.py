"""A value and its status: measured, zero, not due, not measured, awaited, not computable.

None of the last four is 0. Whoever adds values up must say what was done with each of them; that is what
:class:`Cakupan` is for ("9 dari 11 indikator").
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from akuntabel.core.calc.jejak import Jejak


class StatusNilai(StrEnum):
    """What is known about a value (sakip-rules §5: a missing value is never 0)."""

    TERUKUR = "terukur"
    NOL = "nol"
    BELUM_JATUH_TEMPO = "belum_jatuh_tempo"
    TIDAK_DIUKUR_TAHUN_INI = "tidak_diukur_tahun_ini"
    MENUNGGU_RILIS = "menunggu_rilis"
    TIDAK_DAPAT_DIHITUNG = "tidak_dapat_dihitung"

    @property
    def is_counted(self) -> bool:
        """Whether a value of this status takes part in a sum, a mean or a ratio."""
        return self in _TERHITUNG

    @property
    def label(self) -> str:
        """The status in the words a reader of a report sees."""
        return self.value.replace("_", " ")


_TERHITUNG = frozenset({StatusNilai.TERUKUR, StatusNilai.NOL})


@dataclass(frozen=True, slots=True)
class Nilai:
    """One value of one thing: a figure with its trace, or the reason why there is none.

    Make one with :meth:`of` (a figure) or :meth:`absent` (a status and its reason).
    """

    status: StatusNilai
    angka: Decimal | None = None
    alasan: str = ""
    jejak: Jejak | None = None

    def __post_init__(self) -> None:
        if self.status.is_counted != (self.angka is not None):
            raise ValueError(f"status {self.status} with angka {self.angka}")
        if self.angka is not None and (self.angka == 0) != (self.status is StatusNilai.NOL):
            raise ValueError(f"status {self.status} with angka {self.angka}")

    @classmethod
    def of(cls, angka: Decimal | int, jejak: Jejak | None = None) -> "Nilai":
        """A measured figure; 0 gets its own status, for a reader must see that it was measured."""
        figure = Decimal(angka)
        return cls(StatusNilai.NOL if figure == 0 else StatusNilai.TERUKUR, figure, jejak=jejak)

    @classmethod
    def absent(cls, status: StatusNilai, alasan: str, jejak: Jejak | None = None) -> "Nilai":
        """A value that is not there, and why. ``status`` must be one of the four that are not counted."""
        return cls(status, None, alasan, jejak)

    @property
    def is_counted(self) -> bool:
        """Whether there is a figure (zero included)."""
        return self.angka is not None

    def require(self) -> Decimal:
        """The figure of a value known to be counted; raises ValueError otherwise (a bug of the caller)."""
        if self.angka is None:
            raise ValueError(f"no figure: {self.status} ({self.alasan})")
        return self.angka


@dataclass(frozen=True, slots=True)
class Cakupan:
    """Over how many of how many an aggregate was taken ("31 dari 35 satker")."""

    terukur: int
    dari: int

    def __str__(self) -> str:
        return f"{self.terukur} dari {self.dari}"
