"""A value as it is shown: with unit and decimals, formatted in one place."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from akuntabel.core.calc.angka import format_angka, format_rupiah, format_tanggal
from akuntabel.core.calc.kebijakan import CaraBulat
from akuntabel.core.calc.nilai import Nilai

SATUAN_PERSEN = "%"
SATUAN_RUPIAH = "Rp"


@dataclass(frozen=True, slots=True)
class Besaran:
    """A value ready to be shown: ``78,84%``, ``20.184.522.000``, ``menunggu rilis``.

    satuan: ``%``, ``Rp`` or a word ("orang"); desimal: digits after the comma (None: as many as it has);
    predikat: the words that stand for the figure ("CC", "WTP", "80% s.d. 90%"); tanggal: where it is a date;
    bertanda: show an explicit sign, for differences; ringkas: leave the unit out (a table column names it).
    """

    nilai: Nilai
    satuan: str = ""
    desimal: int | None = None
    predikat: str = ""
    tanggal: date | None = None
    bertanda: bool = False
    ringkas: bool = False
    cara: CaraBulat = CaraBulat.SETENGAH_NAIK

    @classmethod
    def rupiah(cls, jumlah: int, *, bertanda: bool = False, ringkas: bool = True) -> "Besaran":
        """Whole rupiah."""
        return cls(Nilai.of(jumlah), SATUAN_RUPIAH, 0, bertanda=bertanda, ringkas=ringkas)

    @classmethod
    def persen(cls, angka: Decimal, desimal: int = 2) -> "Besaran":
        """A percentage without a trace of its own (its operands stand beside it)."""
        return cls(Nilai.of(angka), SATUAN_PERSEN, desimal)

    @property
    def teks(self) -> str:
        """What a reader sees, in Indonesian format."""
        if self.predikat:
            return self.predikat
        if self.tanggal is not None:
            return format_tanggal(self.tanggal)
        if self.nilai.angka is None:
            return self.nilai.status.label
        if self.satuan == SATUAN_RUPIAH and not self.ringkas:
            return format_rupiah(int(self.nilai.angka), bertanda=self.bertanda)
        angka = format_angka(self.nilai.angka, self.desimal, bertanda=self.bertanda, cara=self.cara)
        if self.ringkas or not self.satuan:
            return angka
        return angka + ("" if self.satuan == SATUAN_PERSEN else " ") + self.satuan
