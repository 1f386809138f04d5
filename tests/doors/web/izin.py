"""Who may look at a page and who may act on it: the words of the tables ``halaman*.py``."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from akuntabel.siklus.organisasi.models import Peran

MELIHAT_BAWAHAN = frozenset({Peran.ADMIN, Peran.AUDITOR, Peran.EVALUATOR, Peran.SUPERVISOR})


class Umum(Enum):
    """Who gets in without being asked for a role in the office."""

    SEMUA = "everybody, signed in or not"
    MASUK = "everybody who has signed in"
    LIHAT = "everybody who sees the office"
    SENDIRI = "everybody who has signed in, about the own account; what state it must be in is allauth's to say"
    PADAM = "nobody, as long as single sign-on is switched off"
    TIDAK = "nobody: the address does not know the method"


@dataclass(frozen=True)
class DiAtas:
    """Roles in an office above, which act on what is below (a review); sendiri: roles of the office itself."""

    peran: frozenset[Peran]
    sendiri: frozenset[Peran] = frozenset()


Izin = Umum | DiAtas | frozenset[Peran]
SEMUA, MASUK, LIHAT, TIDAK, SENDIRI, PADAM = (
    Umum.SEMUA, Umum.MASUK, Umum.LIHAT, Umum.TIDAK, Umum.SENDIRI, Umum.PADAM,
)  # fmt: skip
PERENCANA, PIMPINAN, ADMIN = frozenset({Peran.PERENCANA}), frozenset({Peran.PIMPINAN}), frozenset({Peran.ADMIN})
PENGURUS, PENYUSUN = ADMIN | PERENCANA, PERENCANA | PIMPINAN
PENGELOLA_DATA = frozenset({Peran.PENGELOLA_DATA})


@dataclass(frozen=True)
class Halaman:
    """Who may look (GET) and who may act (POST). objek: what the other parts of the address name (``isi.Isi``)."""

    get: Izin
    post: Izin = TIDAK
    objek: Mapping[str, str] | None = None


def h(get: Izin, post: Izin = TIDAK, **objek: str) -> Halaman:
    """A row."""
    return Halaman(get, post, objek)
