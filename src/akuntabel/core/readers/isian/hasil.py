"""What was read of a filled-in form: rows with their places, every problem, what was passed over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from akuntabel.core.fakta.masalah import Masalah
from akuntabel.core.readers.isian.bentuk import KolomIsian, LembarIsian, NilaiIsian
from akuntabel.core.readers.isian.nilai import show_nilai

Nilai = Mapping[str, NilaiIsian]
DataIsian = Mapping[str, Sequence[Nilai]]  # rows by the name of their sheet


@dataclass(frozen=True, slots=True)
class BarisIsian:
    """A row that was read: its number in the sheet, its values, the letter of the column of each."""

    nomor: int
    nilai: Nilai
    huruf: Mapping[str, str]


@dataclass(slots=True)
class HasilIsian:
    """Rows by the name of their sheet; a sheet that was not handed in has no entry.

    masalah: all that must be mended, in the words of the data package; catatan: what was passed over and why.
    """

    daftar_baris: dict[str, list[BarisIsian]] = field(default_factory=dict)
    masalah: list[Masalah] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)

    @property
    def data(self) -> DataIsian:
        """The values alone."""
        return {nama: [b.nilai for b in daftar] for nama, daftar in self.daftar_baris.items()}

    def add_masalah(
        self, lembar: LembarIsian, baris: BarisIsian, kolom: KolomIsian, diharapkan: str, perbaikan: str = ""
    ) -> None:
        """A problem with what a row says in a column."""
        self.masalah.append(
            Masalah(
                f"Lembar {lembar.judul}",
                baris.nomor,
                letak_kolom(baris.huruf.get(kolom.nama, ""), kolom.label),
                show_nilai(baris.nilai.get(kolom.nama), kolom),
                diharapkan,
                perbaikan,
            )
        )


def letak_kolom(huruf: str, label: str) -> str:
    """A column as the user finds it: letter and header."""
    return f"{huruf} ({label})" if huruf else label
