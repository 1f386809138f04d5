"""Policies, scales and predicates out of their YAML."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from akuntabel.core.calc.capaian import UrutanPredikat
from akuntabel.core.calc.kebijakan import (
    Arah,
    CaraBulat,
    CaraRekap,
    Kebijakan,
    Pembulatan,
    Pita,
    RumusCapaian,
    Skala,
)
from akuntabel.core.regulasi.berkas import RegulasiTidakDikenal, daftar_berkas, read_data


def daftar_kebijakan() -> tuple[str, ...]:
    """Names of the policies."""
    return daftar_berkas("kebijakan")


def daftar_predikat() -> tuple[str, ...]:
    """Names of the ordered lists of predicates."""
    return daftar_berkas("predikat")


@cache
def load_kebijakan(nama: str) -> Kebijakan:
    """A policy with its scale; raises RegulasiTidakDikenal naming those that exist."""
    data = _read("kebijakan", nama)
    bulat = data["pembulatan"]
    return Kebijakan(
        nama=nama,
        judul=data["judul"],
        rumus={Arah(arah): RumusCapaian(rumus) for arah, rumus in data["rumus"].items()},
        batas_bawah=_decimal(data["batas_bawah"]),
        batas_atas=_decimal(data["batas_atas"]),
        target_nol={Arah(arah): (Decimal(nol), Decimal(lebih)) for arah, (nol, lebih) in data["target_nol"].items()},
        target_negatif=RumusCapaian(data["target_negatif"]) if data["target_negatif"] else None,
        pembulatan=Pembulatan(
            CaraBulat(bulat["cara"]),
            int(bulat["desimal"]),
            int(bulat["desimal_realisasi"]) if "desimal_realisasi" in bulat else None,
        ),
        skala=load_skala(data["skala"]),
        rekap_sasaran=CaraRekap(data["rekap_sasaran"]),
        rekap_organisasi=CaraRekap(data["rekap_organisasi"]),
        dasar=data["dasar"],
        keterangan=data["keterangan"],
        tanda=data["tanda"],
    )


@cache
def load_skala(nama: str) -> Skala:
    """A scale; raises RegulasiTidakDikenal."""
    data = _read("skala", nama)
    pita = tuple(
        Pita(Decimal(p["batas"]), p["inklusif"] == "ya", p["label"], p.get("keterangan", "")) for p in data["pita"]
    )
    return Skala(nama, data["judul"], pita, data["dasar"])


@cache
def load_predikat(nama: str) -> UrutanPredikat:
    """An ordered list of predicates; raises RegulasiTidakDikenal."""
    data = _read("predikat", nama)
    return UrutanPredikat(nama, {p: int(n) for p, n in data["peringkat"].items()}, data["dasar"])


def _read(jenis: str, nama: str) -> Mapping[str, Any]:
    dikenal = daftar_berkas(jenis)
    if nama not in dikenal:
        raise RegulasiTidakDikenal(jenis, nama, dikenal)
    data: Mapping[str, Any] = read_data(f"{jenis}/{nama}.yaml")
    return data


def _decimal(teks: str | None) -> Decimal | None:
    return None if teks is None else Decimal(teks)
