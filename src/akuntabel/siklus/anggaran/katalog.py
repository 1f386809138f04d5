"""The lines of a file among the codes of the catalogue: where each leaf belongs, and what the catalogue lacks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError

from akuntabel.core.fakta.anggaran import KodeAnggaran, TingkatAnggaran
from akuntabel.siklus.anggaran.models import BarisAnggaran, VersiAnggaran

_URUTAN = list(TingkatAnggaran)
_TINGKAT_TERENDAH = _URUTAN.index(TingkatAnggaran.OUTPUT)


@dataclass(frozen=True, slots=True)
class Cabang:
    """A line of a file with the code above it."""

    kode: str
    induk: str
    tingkat: TingkatAnggaran
    uraian: str


@dataclass
class PetaKatalog:
    """Where leaves go. katalog: code → its parent, of what is known; baru: what the file adds, parents first.

    A leaf goes to the lowest known code above it. Where that is above the level of outputs, or has codes of its own
    below it, the codes of the file come into the catalogue, as far down as needed: a report shows outputs, not items.
    """

    katalog: dict[str, KodeAnggaran]
    cabang: Mapping[str, Cabang]
    baru: dict[str, KodeAnggaran] = field(default_factory=dict)
    _anak: dict[str, int] = field(default_factory=dict)
    _hasil: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for k in self.katalog.values():
            self._catat_anak(k.induk)

    def find_kode(self, daun: Cabang) -> str:
        """The code of the catalogue that a leaf belongs to."""
        if daun.kode in self.katalog:
            return daun.kode
        if daun.induk not in self._hasil:
            kode = self._place(daun)
            if kode == daun.kode:  # a leaf that is a code of its own says nothing of its neighbours
                return kode
            self._hasil[daun.induk] = kode
        return self._hasil[daun.induk]

    def daftar_salah(self, dipakai: Iterable[str]) -> list[str]:
        """Codes that hold money although others stand below them: the sums of the tree would count it twice."""
        return sorted(k for k in dipakai if k in self._anak)

    def _place(self, daun: Cabang) -> str:
        jalur = [daun, *_climb(daun.induk, self.cabang)]
        turun = next((n for n, c in enumerate(jalur) if c.kode in self.katalog), len(jalur))
        while turun == len(jalur) or (turun and not self._is_cukup(jalur[turun].kode)):
            turun -= 1
            self._tambah(jalur[turun])
        return jalur[turun].kode

    def _is_cukup(self, kode: str) -> bool:
        return _URUTAN.index(self.katalog[kode].tingkat) >= _TINGKAT_TERENDAH and kode not in self._anak

    def _tambah(self, c: Cabang) -> None:
        if c.kode in self.katalog:
            return
        kode = KodeAnggaran(c.kode, c.tingkat, c.uraian or c.kode, c.induk or None)
        self.katalog[c.kode] = self.baru[c.kode] = kode
        self._catat_anak(kode.induk)

    def _catat_anak(self, induk: str | None) -> None:
        if induk:
            self._anak[induk] = self._anak.get(induk, 0) + 1


def read_cabang(versi: VersiAnggaran) -> dict[str, Cabang]:
    """The lines above the leaves of a version, by code."""
    baris = BarisAnggaran.objects.filter(versi=versi, is_daun=False).order_by("urut")
    return {
        kode: Cabang(kode, induk, TingkatAnggaran(tingkat), uraian)
        for kode, induk, tingkat, uraian in baris.values_list("kode", "induk", "tingkat", "uraian")
    }


def require_peta(peta: PetaKatalog, dipakai: Iterable[str]) -> None:
    """Raises ValidationError with every code that holds money above others."""
    salah = peta.daftar_salah(dipakai)
    if salah:
        raise ValidationError(
            [
                f"Kode {kode} memuat anggaran, padahal dalam katalog masih ada kode di bawahnya. "
                "Rinci anggarannya sampai kode paling bawah, atau betulkan katalog."
                for kode in salah
            ]
        )


def _climb(kode: str, cabang: Mapping[str, Cabang]) -> Iterator[Cabang]:
    dilalui: set[str] = set()
    while kode in cabang and kode not in dilalui:
        dilalui.add(kode)
        yield cabang[kode]
        kode = cabang[kode].induk
