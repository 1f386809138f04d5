"""What the law asks of a rapat pleno: how many must be there, how many must agree."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from akuntabel.core.regulasi.berkas import read_data
from akuntabel.core.regulasi.entri import read_daftar
from akuntabel.core.regulasi.ketentuan import Ketentuan


@dataclass(frozen=True, slots=True, kw_only=True)
class KuorumPleno(Ketentuan):
    """Fewest members present and in favour, for an office of so many seats. ``kementerian``: how its name begins."""

    id: str
    kementerian: str
    jenis_satker: tuple[str, ...]
    jumlah_anggota: int
    hadir: int
    setuju: int


def find_kuorum(kementerian: str, jenis_satker: str, jumlah_anggota: int, tanggal: date) -> KuorumPleno | None:
    """The quorum of an office with so many members in their seats; None where no rule is known for it.

    A commission with vacant seats is held to the number of seats: the smallest that holds all its members.
    """
    daftar = sorted(
        (
            k
            for k in daftar_kuorum_pleno().values()
            if kementerian.startswith(k.kementerian) and jenis_satker in k.jenis_satker and k.is_berlaku(tanggal)
        ),
        key=lambda k: k.jumlah_anggota,
    )
    cukup = [k for k in daftar if k.jumlah_anggota >= jumlah_anggota]
    return next(iter(cukup or daftar[-1:]), None)


@cache
def daftar_kuorum_pleno() -> Mapping[str, KuorumPleno]:
    """The quorums by id."""
    return read_daftar(KuorumPleno, read_data("kuorum_pleno.yaml"), "kuorum_pleno.yaml")
