"""The lines of a file among the codes of the catalogue: where each leaf belongs, and what the catalogue lacks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.core.exceptions import ValidationError
from django.db.models import F

from akuntabel.core.fakta.anggaran import KodeAnggaran, TingkatAnggaran
from akuntabel.siklus.anggaran.models import BarisAnggaran, VersiAnggaran
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.perencanaan.models import KodeReferensi

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


def daftar_terlengkapi(peta: PetaKatalog, satker: Satker, tahun: int, sendiri: Iterable[str]) -> list[KodeAnggaran]:
    """What the office's catalogue takes in: the codes that the file adds, and names for its own that had none.

    sendiri: the office's own codes. A name comes from the file; else from the catalogue of another year, the nearest,
    of the office or those above; else from an earlier file of the office.
    """
    kosong = {k: isi for k in sendiri if not (isi := peta.katalog[k]).is_bernama}
    tanpa = {k: isi for k, isi in (kosong | peta.baru).items() if not isi.is_bernama}
    if not tanpa:
        return list(peta.baru.values())
    berkas = {c.kode: c.uraian for c in peta.cabang.values() if c.uraian not in ("", c.kode)}
    nama = _nama_lain(satker, tahun, tanpa) | berkas
    bernama = {k: replace(isi, uraian=nama[k]) for k, isi in tanpa.items() if k in nama}
    return list((peta.baru | bernama).values())


def _nama_lain(satker: Satker, tahun: int, kode: Iterable[str]) -> dict[str, str]:
    """What else calls the codes, the nearest source last."""
    berkas = BarisAnggaran.objects.filter(versi__satker=satker, is_daun=False, kode__in=kode)
    nama = dict(berkas.exclude(uraian__in=("", F("kode"))).order_by("versi_id", "urut").values_list("kode", "uraian"))
    jalur = [int(pk) for pk in satker.path.strip("/").split("/")]
    katalog = KodeReferensi.objects.filter(satker__in=jalur, kode__in=kode).exclude(uraian=F("kode"))
    dekat = sorted(
        katalog.values_list("tahun", "satker_id", "kode", "uraian"),
        key=lambda k: (-abs(k[0] - tahun), jalur.index(k[1])),
    )
    return nama | {k: uraian for _, _, k, uraian in dekat}


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
