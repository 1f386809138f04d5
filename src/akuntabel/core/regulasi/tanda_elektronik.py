"""The official words of an electronically signed document."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from akuntabel.core.regulasi.berkas import read_data
from akuntabel.core.regulasi.entri import read_daftar
from akuntabel.core.regulasi.ketentuan import Ketentuan


@dataclass(frozen=True, slots=True, kw_only=True)
class KalimatElektronik(Ketentuan):
    """One sentence that must stand on the document. ``{penerbit}`` in it is the issuer of the certificate."""

    id: str
    bunyi: str


@cache
def daftar_kalimat_elektronik() -> Mapping[str, KalimatElektronik]:
    """The sentences by id."""
    return read_daftar(KalimatElektronik, read_data("tanda_elektronik.yaml"), "tanda_elektronik.yaml")
