"""The parts of elements that formulas name: who is asked for ``dpt.P`` is asked for men too."""

from collections.abc import Iterable
from dataclasses import dataclass

from akuntabel.core.fakta.pengukuran import JenisKelamin
from akuntabel.siklus.pengukuran.models import Elemen, RincianElemen

KELAMIN = tuple(k.value for k in JenisKelamin)


@dataclass(frozen=True, slots=True)
class Bagian:
    """A part that is asked for."""

    jenis_kelamin: str = ""
    rincian: str = ""
    jenis: str = RincianElemen.Jenis.JENIS_KELAMIN.value


def build_bagian(jenis_kelamin: str, rincian: str) -> Bagian:
    """A part; what kind of detail it is, a person may say better."""
    jenis = RincianElemen.Jenis
    return Bagian(jenis_kelamin, rincian, (jenis.KATEGORI if rincian else jenis.JENIS_KELAMIN).value)


def daftar_bagian_rumus(daftar_nama: Iterable[str]) -> dict[str, list[Bagian]]:
    """By kode of the element: ``P`` asks for both sexes; ``netra`` and ``netra.P`` for that detail."""
    bagian: dict[str, dict[Bagian, None]] = {}
    for nama in daftar_nama:
        kode, _, akhiran = nama.partition(".")
        if akhiran:
            depan, _, belakang = akhiran.rpartition(".")
            daftar = [(k, depan) for k in KELAMIN] if belakang in KELAMIN else [("", akhiran)]
            bagian.setdefault(kode, {}).update({build_bagian(k, r): None for k, r in daftar})
    return {kode: list(daftar) for kode, daftar in bagian.items()}


def write_bagian(elemen: Elemen, daftar: Iterable[Bagian]) -> None:
    """Put the parts down in their order. Raises ValidationError."""
    for urut, b in enumerate(daftar, 1):
        baris = RincianElemen(elemen=elemen, urut=urut, jenis_kelamin=b.jenis_kelamin, rincian=b.rincian, jenis=b.jenis)
        baris.full_clean()
        baris.save()
