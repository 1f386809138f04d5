"""The office, its people, units and duties of the database as facts of the data package."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from akuntabel.core.fakta import organisasi as fakta
from akuntabel.platform.kueri import BarisTetap, KueriTetap
from akuntabel.siklus.organisasi.models import Pejabat, Satker, Unit, UraianTugas

_UNIT = BarisTetap(
    lambda satker: (
        Unit.objects.filter(satker=satker)
        .order_by("urut", "pk")
        .values_list("kode", "jenis", "nama", "induk__kode", "dasar", "sumber")
    ),
    1,
)
_TUGAS = BarisTetap(
    lambda satker: (
        UraianTugas.objects.filter(satker=satker)
        .order_by("posisi", "pk")
        .values_list("jenis", "urut", "teks", "unit__kode", "dasar")
    ),
    1,
)
_PEJABAT = KueriTetap(lambda satker: Pejabat.objects.filter(satker=satker).order_by("urut", "pk"), 1)


def build_satker(satker: Satker) -> fakta.Satker:
    """The office as it is today. An office without another above it is its own induk."""
    return fakta.Satker(
        kode=satker.kode,
        nama=satker.nama,
        nama_lengkap=satker.nama_lengkap,
        jenis=satker.jenis,
        induk=satker.induk.nama if satker.induk else satker.nama,
        kota=satker.kota,
        entitas=satker.entitas,
        kementerian=satker.kementerian,
        alamat=satker.alamat or None,
        laman=satker.laman or None,
    )


def build_daftar_unit(satker: Satker) -> tuple[fakta.Unit, ...]:
    """The parts of the office, in its order."""
    return tuple(
        fakta.Unit(kode, fakta.JenisUnit(jenis), nama, induk, dasar or None, sumber)
        for kode, jenis, nama, induk, dasar, sumber in _UNIT(satker.pk)
    )


def build_daftar_tugas(satker: Satker) -> tuple[fakta.UraianTugas, ...]:
    """Duties, powers and obligations, in the order of the office."""
    return tuple(
        fakta.UraianTugas(fakta.JenisTugas(jenis), urut, teks, unit, dasar or None)
        for jenis, urut, teks, unit, dasar in _TUGAS(satker.pk)
    )


def build_daftar_pejabat(satker: Satker, tahun: int) -> tuple[fakta.Pejabat, ...]:
    """Who held a post of the office at any time of the year, in its order; unknown days count as open."""
    awal, akhir = date(tahun, 1, 1), date(tahun, 12, 31)
    return tuple(
        build_pejabat(p)
        for p in _PEJABAT(satker.pk)
        if (p.mulai is None or p.mulai <= akhir) and (p.selesai is None or p.selesai >= awal)
    )


def build_pejabat(pejabat: Pejabat) -> fakta.Pejabat:
    """A person in a post; Plt. and Plh. stand before the post, as in a document."""
    return fakta.Pejabat(
        kode=pejabat.kode,
        peran=fakta.PeranPejabat(pejabat.peran),
        jabatan=pejabat.sebutan,
        nama=pejabat.nama or None,
        nip=pejabat.nip or None,
        mulai=pejabat.mulai,
        selesai=pejabat.selesai,
        sumber=pejabat.sumber,
    )


class DaftarPihak:
    """The officials of a package, to which the parties of its agreements belong under its own codes.

    A list that a year keeps may call by "ketua" who is "ketua-2021" among the rows, where "ketua" is the one before.
    Whoever is party to an agreement and not on the list joins it; who is of another office, as the superior.
    """

    def __init__(self, satker: Satker, daftar: Iterable[fakta.Pejabat], *, is_baris: bool) -> None:
        self._satker, self._daftar, self._is_baris = satker, list(daftar), is_baris

    @property
    def daftar(self) -> tuple[fakta.Pejabat, ...]:
        """All of them."""
        return tuple(self._daftar)

    def find_kode(self, pejabat: Pejabat, tertanda: Mapping[str, Any]) -> str:
        """The code of an official in this package; tertanda: how the signed agreement names the person."""
        is_sendiri = pejabat.satker_id == self._satker.pk
        dicari = build_pejabat(pejabat)
        if not is_sendiri:
            dicari = replace(dicari, peran=fakta.PeranPejabat.ATASAN)
        nama = str(tertanda.get("nama", "")) or None
        semula = replace(dicari, nama=nama, jabatan=_sebutan(tertanda) or dicari.jabatan)
        cara = _daftar_cara(dicari, semula, is_kode=self._is_baris and is_sendiri)
        terpilih = next((p for cocok in cara for p in self._daftar if cocok(p)), None)
        if terpilih is None:
            akhiran = str(pejabat.pk) if is_sendiri else pejabat.satker.kode
            kode = build_kode(dicari.kode, {p.kode for p in self._daftar}, akhiran)
            terpilih = replace(dicari, kode=kode)
            self._daftar.append(terpilih)
        return terpilih.kode


def _daftar_cara(
    dicari: fakta.Pejabat, semula: fakta.Pejabat, *, is_kode: bool
) -> tuple[Callable[[fakta.Pejabat], bool], ...]:
    """How a person is recognized, the surest way first; is_kode: the codes are those of the rows."""
    if is_kode:
        return (lambda p: p.kode == dicari.kode,)
    return (
        lambda p: p.kode == dicari.kode and is_orang_sama(p, semula),
        lambda p: is_orang_sama(p, semula),
        lambda p: is_orang_sama(p, dicari),
        lambda p: (p.kode, p.peran) == (dicari.kode, dicari.peran) and is_nama_cocok(p.nama, semula.nama),
    )


def _sebutan(tertanda: Mapping[str, Any]) -> str:
    """The post as the signed agreement has it."""
    jabatan, sifat = str(tertanda.get("jabatan", "")), str(tertanda.get("sifat", ""))
    return jabatan if sifat in ("", Pejabat.Sifat.TETAP.value) else f"{sifat} {jabatan}"


def is_nama_cocok(a: str | None, b: str | None) -> bool:
    """Whether two names may be one person's: the same, or one of them unknown."""
    return not a or not b or a == b


def is_orang_sama(a: fakta.Pejabat, b: fakta.Pejabat) -> bool:
    """Whether two rows speak of one person in one post."""
    return (a.peran, a.jabatan, a.nama) == (b.peran, b.jabatan, b.nama)


def build_kode(kode: str, terpakai: Sequence[str] | set[str], akhiran: str) -> str:
    """A code that is free: as wished, else with an ending, else with that and a number."""
    calon = kode
    nomor = 1
    while calon in terpakai:
        calon = f"{kode}-{akhiran}" if nomor == 1 else f"{kode}-{akhiran}-{nomor}"
        nomor += 1
    return calon
