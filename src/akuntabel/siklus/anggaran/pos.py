"""The leaves of a version added up to the codes of the catalogue, and to the month that it brings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from akuntabel.core.fakta.anggaran import TingkatAnggaran
from akuntabel.siklus.anggaran.katalog import Cabang, PetaKatalog
from akuntabel.siklus.anggaran.models import BarisAnggaran, PosAnggaran, VersiAnggaran

Kunci = tuple[str, str, str]
"""Code of the catalogue, source of funds, kind of spending."""

_KOLOM = (
    "kode", "induk", "tingkat", "uraian", "sumber_dana", "akun", "pagu", "blokir", "realisasi_ini", "realisasi",
    "batas_data", "sumber", "bukti",
)  # fmt: skip


@dataclass(slots=True)
class JumlahPos:
    """Sums of the leaves of one key; a sum with an unknown part is unknown (None). ini: of the month of the version."""

    pagu: int
    blokir: int
    realisasi: int | None
    ini: int | None
    batas_data: date | None
    sumber: str
    bukti: str

    def add(self, lain: "JumlahPos") -> None:
        """Take in another leaf. What two leaves do not share belongs to neither of their sums."""
        self.pagu += lain.pagu
        self.blokir += lain.blokir
        self.realisasi = _tambah(self.realisasi, lain.realisasi)
        self.ini = _tambah(self.ini, lain.ini)
        if self.batas_data != lain.batas_data:
            self.batas_data = None
        self.sumber = self.sumber if self.sumber == lain.sumber else ""
        self.bukti = self.bukti if self.bukti == lain.bukti else ""


def sum_daun(versi: VersiAnggaran, peta: PetaKatalog) -> dict[Kunci, JumlahPos]:
    """The leaves by code of the catalogue, source and kind of spending, in the order of the file."""
    hasil: dict[Kunci, JumlahPos] = {}
    for kunci, jumlah in _read_daun(versi, peta):
        if kunci in hasil:
            hasil[kunci].add(jumlah)
        else:
            hasil[kunci] = jumlah
    return hasil


def write_pos(versi: VersiAnggaran, isi: Mapping[Kunci, JumlahPos]) -> None:
    """Keep the sums with the version, while it is being taken."""
    PosAnggaran.objects.bulk_create(
        PosAnggaran(
            versi=versi,
            urut=urut,
            kode=kode,
            sumber_dana=sumber_dana,
            jenis_belanja=jenis,
            pagu=j.pagu,
            blokir=j.blokir,
            realisasi=j.realisasi,
            batas_data=j.batas_data,
            sumber=j.sumber,
            bukti=j.bukti,
        )
        for urut, ((kode, sumber_dana, jenis), j) in enumerate(isi.items())
    )


def _read_daun(versi: VersiAnggaran, peta: PetaKatalog) -> Iterator[tuple[Kunci, JumlahPos]]:
    daun = BarisAnggaran.objects.filter(versi=versi, is_daun=True).order_by("urut").values_list(*_KOLOM)
    # A large file is read in parts; only its sums stay in memory.
    for kode, induk, tingkat, uraian, sumber_dana, akun, pagu, blokir, ini, realisasi, *asal in daun.iterator(5000):
        tujuan = peta.find_kode(Cabang(kode, induk, TingkatAnggaran(tingkat), uraian))
        yield (tujuan, sumber_dana, akun[:2]), JumlahPos(pagu, blokir, realisasi, ini, *asal)


def _tambah(a: int | None, b: int | None) -> int | None:
    return None if a is None or b is None else a + b
