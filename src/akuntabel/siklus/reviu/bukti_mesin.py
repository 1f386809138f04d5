"""What the data themselves say of each line of the checklist: figures with their trace, and a suggestion.

It answers nothing: a line that the data cannot judge gets facts without a suggestion, and the auditor decides on all.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from akuntabel.core.calc.jejak import Jejak, read_jejak
from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.checker.temuan import HasilPeriksa, Tingkat
from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.siklus.reviu.models import Jawaban

PANJANG_KELUARGA = 3  # letters of a code that name the family of its rule


@dataclass(frozen=True, slots=True)
class AngkaBukti:
    """A figure as it is printed, and where it comes from."""

    label: str
    teks: str
    jejak: Jejak | None = None


@dataclass(frozen=True, slots=True)
class BuktiMesin:
    """saran: the answer that the data suggest ("": none); uraian: what they show, in sentences."""

    saran: str = ""
    uraian: tuple[str, ...] = ()
    angka: tuple[AngkaBukti, ...] = ()


@dataclass(frozen=True, slots=True)
class KeadaanKantor:
    """What the application knows beside the facts of the report.

    penyusun: who wrote its texts; pengaju: who submitted it; triwulan_terverifikasi: how many quarters were verified.
    """

    penyusun: tuple[str, ...] = ()
    pengaju: str = ""
    jumlah_bawahan: int = 0
    triwulan_terverifikasi: int = 0


@dataclass(frozen=True, slots=True)
class BahanBukti:
    """All that evidence is made of."""

    hasil: HasilTahun
    periksa: HasilPeriksa
    kantor: KeadaanKantor

    def count_temuan(self, *awalan: str, tingkat: Tingkat = Tingkat.GALAT) -> int:
        """Findings of that severity whose code begins with one of these; without any, all."""
        semua = (t for t in self.periksa.temuan if t.tingkat is tingkat)
        return sum(1 for t in semua if not awalan or t.kode.startswith(awalan))

    @property
    def jumlah_indikator(self) -> int:
        """Indicators that the agreement promises."""
        return len(self.hasil.indikator)


PemberiBukti = Callable[[BahanBukti], BuktiMesin]


def suggest(cocok: int, dari: int) -> str:
    """All: yes; none: no; some: in part. Of nothing nothing is said."""
    if dari == 0:
        return ""
    if cocok == dari:
        return Jawaban.YA.value
    return Jawaban.TIDAK.value if cocok == 0 else Jawaban.SEBAGIAN.value


def build_angka(label: str, nilai: Nilai, teks: str) -> AngkaBukti:
    """A value as evidence: its words where it has no figure."""
    return AngkaBukti(label, teks if nilai.is_counted else f"{nilai.status.label}: {nilai.alasan}", nilai.jejak)


def dump_bukti(bukti: BuktiMesin) -> dict[str, Any]:
    """As it is kept in the database."""
    return asdict(bukti)


def read_bukti(isi: Mapping[str, Any]) -> BuktiMesin:
    """As it was kept; nothing kept is no evidence."""
    return BuktiMesin(
        saran=isi.get("saran", ""),
        uraian=tuple(isi.get("uraian", ())),
        angka=tuple(AngkaBukti(a["label"], a["teks"], read_jejak(a["jejak"])) for a in isi.get("angka", ())),
    )
