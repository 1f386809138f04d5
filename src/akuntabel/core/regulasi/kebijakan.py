"""Policies, scales and orders of predicates out of their YAML."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TypeVar

from akuntabel.core.calc.capaian import UrutanPredikat
from akuntabel.core.calc.kebijakan import Arah, CaraRekap, Kebijakan, Pembulatan, Pita, RumusCapaian, Skala
from akuntabel.core.calc.skala import validate_skala
from akuntabel.core.regulasi.berkas import DataRegulasiRusakError, RegulasiTidakDikenal, daftar_berkas, read_data
from akuntabel.core.regulasi.entri import read_entri
from akuntabel.core.regulasi.ketentuan import Ketentuan, check_tanda


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiKebijakan(Ketentuan):
    """A file of ``data/kebijakan``. ``tanda_rinci``: the mark of single values where it differs from ``tanda``."""

    nama: str
    judul: str
    keterangan: str
    rumus: Mapping[Arah, RumusCapaian]
    batas_bawah: Decimal | None
    batas_atas: Decimal | None
    target_nol: Mapping[Arah, tuple[Decimal, Decimal]]
    target_negatif: RumusCapaian | None
    pembulatan: Pembulatan
    skala: str
    rekap_sasaran: CaraRekap
    rekap_organisasi: CaraRekap
    tanda_rinci: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiSkala(Ketentuan):
    """A file of ``data/skala``: bands by lower bound, highest first. ``tertulis``: how the source words them."""

    nama: str
    judul: str
    pita: tuple[Pita, ...]
    tertulis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiPredikat(Ketentuan):
    """A file of ``data/predikat``. ``skala``: the scale that turns a score into the predicate, if there is one."""

    nama: str
    judul: str
    peringkat: Mapping[str, int]
    kepanjangan: Mapping[str, str]
    skala: str | None


Isi = TypeVar("Isi", IsiKebijakan, IsiSkala, IsiPredikat)


def daftar_kebijakan() -> tuple[str, ...]:
    """Names of the policies."""
    return daftar_berkas("kebijakan")


def daftar_skala() -> tuple[str, ...]:
    """Names of the scales."""
    return daftar_berkas("skala")


def daftar_predikat() -> tuple[str, ...]:
    """Names of the orders of predicates."""
    return daftar_berkas("predikat")


@cache
def load_isi_kebijakan(nama: str, data_dir: Path | None = None) -> IsiKebijakan:
    """A policy as its file says it, with dates and marks; raises RegulasiTidakDikenal naming those that exist."""
    isi = _read(IsiKebijakan, "kebijakan", nama, data_dir)
    for tanda in isi.tanda_rinci.values():
        check_tanda(tanda)
    return isi


@cache
def load_isi_skala(nama: str, data_dir: Path | None = None) -> IsiSkala:
    """A scale as its file says it, with dates and mark; raises RegulasiTidakDikenal."""
    return _read(IsiSkala, "skala", nama, data_dir)


@cache
def load_isi_predikat(nama: str, data_dir: Path | None = None) -> IsiPredikat:
    """An order of predicates as its file says it, with dates and mark; raises RegulasiTidakDikenal."""
    return _read(IsiPredikat, "predikat", nama, data_dir)


@cache
def load_kebijakan(nama: str, data_dir: Path | None = None) -> Kebijakan:
    """A policy with its scale. ``data_dir``: an agency's own policies and scales instead of the shipped ones."""
    isi = load_isi_kebijakan(nama, data_dir)
    return Kebijakan(
        nama=isi.nama,
        judul=isi.judul,
        rumus=isi.rumus,
        batas_bawah=isi.batas_bawah,
        batas_atas=isi.batas_atas,
        target_nol=isi.target_nol,
        target_negatif=isi.target_negatif,
        pembulatan=isi.pembulatan,
        skala=load_skala(isi.skala, data_dir),
        rekap_sasaran=isi.rekap_sasaran,
        rekap_organisasi=isi.rekap_organisasi,
        dasar=isi.dasar,
        keterangan=isi.keterangan,
        tanda={"semua": isi.tanda, **isi.tanda_rinci},
    )


@cache
def load_skala(nama: str, data_dir: Path | None = None) -> Skala:
    """A scale without gap or overlap."""
    isi = load_isi_skala(nama, data_dir)
    skala = Skala(nama, isi.judul, isi.pita, isi.dasar)
    masalah = validate_skala(skala)
    if masalah:
        raise DataRegulasiRusakError(f"skala/{nama}.yaml", " ".join(masalah), "pita yang berurutan")
    return skala


@cache
def load_predikat(nama: str, data_dir: Path | None = None) -> UrutanPredikat:
    """An order of predicates, lowest rank 1."""
    isi = load_isi_predikat(nama, data_dir)
    return UrutanPredikat(nama, isi.peringkat, isi.dasar)


def _read(jenis: type[Isi], folder: str, nama: str, data_dir: Path | None) -> Isi:
    dikenal = daftar_berkas(folder, data_dir)
    if nama not in dikenal:
        raise RegulasiTidakDikenal(folder, nama, dikenal)
    jalur = f"{folder}/{nama}.yaml"
    isi = read_entri(jenis, read_data(jalur, data_dir), jalur)
    if isi.nama != nama:
        raise DataRegulasiRusakError(jalur, f"nama “{isi.nama}”", f"nama berkasnya, “{nama}”")
    return isi
