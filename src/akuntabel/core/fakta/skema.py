"""The tables of a data package: which file holds which entity, its key and what it points at.

Columns, types and descriptions are those of the dataclasses; nothing is declared twice.
"""

import types
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from akuntabel.core.fakta import anggaran, kepemiluan, laporan, organisasi, pengukuran, perencanaan


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its scalar type, whether it must be filled, what it means."""

    nama: str
    jenis: type
    is_wajib: bool
    keterangan: str

    @property
    def pilihan(self) -> tuple[str, ...]:
        """The allowed words, for a closed list."""
        if issubclass(self.jenis, Enum):
            return tuple(str(anggota.value) for anggota in self.jenis)
        return ("ya", "tidak") if self.jenis is bool else ()


@dataclass(frozen=True, slots=True)
class KunciAsing:
    """A column whose value must stand in a column of another table."""

    kolom: str
    tabel: str
    kolom_tujuan: str = "kode"


@dataclass(frozen=True, slots=True)
class TabelPaket:
    """A CSV file of the package. ``bidang`` is the attribute of FaktaTahun that holds its rows."""

    nama: str
    jenis: type
    bidang: str
    kunci: tuple[str, ...]
    kunci_asing: tuple[KunciAsing, ...] = ()

    @property
    def berkas(self) -> str:
        """File name inside the package."""
        return f"{self.nama}.csv"


DAFTAR_TABEL: tuple[TabelPaket, ...] = (
    TabelPaket("pejabat", organisasi.Pejabat, "daftar_pejabat", ("kode",)),
    TabelPaket("unit", organisasi.Unit, "daftar_unit", ("kode",), (KunciAsing("induk", "unit"),)),
    TabelPaket(
        "tugas", organisasi.UraianTugas, "daftar_tugas", ("unit", "jenis", "urut"), (KunciAsing("unit", "unit"),)
    ),
    TabelPaket("sasaran", perencanaan.Sasaran, "daftar_sasaran", ("kode",)),
    TabelPaket(
        "indikator",
        perencanaan.Indikator,
        "daftar_indikator",
        ("kode",),
        (KunciAsing("sasaran", "sasaran"), KunciAsing("pengampu", "unit")),
    ),
    TabelPaket(
        "target-renstra",
        perencanaan.TargetRenstra,
        "daftar_target_renstra",
        ("indikator", "tahun"),
        (KunciAsing("indikator", "indikator"),),
    ),
    TabelPaket(
        "perjanjian",
        perencanaan.PerjanjianKinerja,
        "daftar_perjanjian",
        ("kode",),
        (KunciAsing("pihak_pertama", "pejabat"), KunciAsing("pihak_kedua", "pejabat")),
    ),
    TabelPaket(
        "perjanjian-target",
        perencanaan.PerjanjianTarget,
        "daftar_perjanjian_target",
        ("perjanjian", "indikator"),
        (KunciAsing("perjanjian", "perjanjian"), KunciAsing("indikator", "indikator")),
    ),
    TabelPaket("elemen", pengukuran.Elemen, "daftar_elemen", ("kode",)),
    TabelPaket(
        "fakta",
        pengukuran.Fakta,
        "daftar_fakta",
        ("elemen", "periode", "jenis_kelamin", "rincian"),
        (KunciAsing("elemen", "elemen"), KunciAsing("bukti", "bukti")),
    ),
    TabelPaket(
        "riwayat",
        pengukuran.Riwayat,
        "daftar_riwayat",
        ("indikator", "tahun"),
        (KunciAsing("indikator", "indikator"),),
    ),
    TabelPaket(
        "pembanding",
        pengukuran.Pembanding,
        "daftar_pembanding",
        ("indikator", "tingkat", "tahun", "nama"),
        (KunciAsing("indikator", "indikator"),),
    ),
    TabelPaket("pemilihan", kepemiluan.Pemilihan, "daftar_pemilihan", ("kode",)),
    TabelPaket(
        "tahapan",
        kepemiluan.Tahapan,
        "daftar_tahapan",
        ("pemilihan", "urut"),
        (KunciAsing("pemilihan", "pemilihan"),),
    ),
    TabelPaket("perkara", kepemiluan.Perkara, "daftar_perkara", ("kode",), (KunciAsing("pemilihan", "pemilihan"),)),
    TabelPaket(
        "kode-anggaran",
        anggaran.KodeAnggaran,
        "daftar_kode_anggaran",
        ("kode",),
        (KunciAsing("induk", "kode-anggaran"),),
    ),
    TabelPaket(
        "anggaran",
        anggaran.Anggaran,
        "daftar_anggaran",
        ("kode", "sumber_dana"),
        (KunciAsing("kode", "kode-anggaran"), KunciAsing("bukti", "bukti")),
    ),
    TabelPaket(
        "sasaran-anggaran",
        perencanaan.SasaranAnggaran,
        "daftar_sasaran_anggaran",
        ("sasaran", "kode", "sumber_dana"),
        (KunciAsing("sasaran", "sasaran"), KunciAsing("kode", "kode-anggaran")),
    ),
    TabelPaket("revisi", anggaran.RevisiDipa, "daftar_revisi", ("nomor",)),
    TabelPaket(
        "revisi-rincian",
        anggaran.RincianRevisi,
        "daftar_rincian_revisi",
        ("nomor", "kode", "sumber_dana"),
        (KunciAsing("nomor", "revisi", "nomor"), KunciAsing("kode", "kode-anggaran")),
    ),
    TabelPaket("hibah", anggaran.Hibah, "daftar_hibah", ("kode",)),
    TabelPaket("isu", laporan.IsuStrategis, "daftar_isu", ("urut",), (KunciAsing("sasaran", "sasaran"),)),
    TabelPaket(
        "langkah",
        laporan.Langkah,
        "daftar_langkah",
        ("urut",),
        (KunciAsing("pengampu", "unit"), KunciAsing("indikator", "indikator")),
    ),
    TabelPaket("bukti", pengukuran.Bukti, "daftar_bukti", ("kode",)),
    TabelPaket("catatan-sumber", pengukuran.CatatanSumber, "daftar_catatan_sumber", ("kode",)),
)

DAFTAR_POHON: Mapping[str, type] = {
    "satker": organisasi.Satker,
    "laporan": laporan.Laporan,
    "renstra": perencanaan.Renstra,
    "reviu": laporan.PernyataanReviu,
}
POHON_BILA_ADA: Mapping[str, str] = {"reviu": "laporannya sudah direviu"}  # a package without them is whole as well


def unwrap_jenis(petunjuk: Any) -> tuple[Any, bool, str]:
    """Type hint of a field as (bare type, may be None, description)."""
    keterangan = ""
    if get_origin(petunjuk) is Annotated:
        petunjuk, keterangan = get_args(petunjuk)
    if get_origin(petunjuk) in (Union, types.UnionType):
        (jenis,) = [a for a in get_args(petunjuk) if a is not type(None)]
        return jenis, True, keterangan
    return petunjuk, False, keterangan


@cache
def daftar_kolom(jenis: type) -> tuple[Kolom, ...]:
    """The columns of an entity, in order."""
    petunjuk = get_type_hints(jenis, include_extras=True)
    kolom = []
    for bidang in fields(jenis):
        tipe, is_boleh_kosong, keterangan = unwrap_jenis(petunjuk[bidang.name])
        is_wajib = not is_boleh_kosong and bidang.default is MISSING
        kolom.append(Kolom(bidang.name, tipe, is_wajib, keterangan))
    return tuple(kolom)


_JENIS_FRICTIONLESS: Mapping[type, str] = {
    str: "string",
    int: "integer",
    Decimal: "number",
    date: "date",
    bool: "boolean",
}


def write_skema(tabel: TabelPaket) -> dict[str, Any]:
    """Table schema of the Frictionless standard."""
    skema: dict[str, Any] = {
        "fields": [_bidang_frictionless(k) for k in daftar_kolom(tabel.jenis)],
        "missingValues": [""],
    }
    wajib = {k.nama for k in daftar_kolom(tabel.jenis) if k.is_wajib}
    if set(tabel.kunci) <= wajib:  # the standard wants no empty cell in a primary key
        skema["primaryKey"] = list(tabel.kunci)
    if tabel.kunci_asing:
        skema["foreignKeys"] = [
            {
                "fields": [asing.kolom],
                "reference": {
                    "resource": "" if asing.tabel == tabel.nama else asing.tabel,
                    "fields": [asing.kolom_tujuan],
                },
            }
            for asing in tabel.kunci_asing
        ]
    return skema


def _bidang_frictionless(kolom: Kolom) -> dict[str, Any]:
    bidang: dict[str, Any] = {
        "name": kolom.nama,
        "type": _JENIS_FRICTIONLESS.get(kolom.jenis, "string"),
        "description": kolom.keterangan,
    }
    if kolom.jenis is bool:
        bidang |= {"trueValues": ["ya"], "falseValues": ["tidak"]}
    batasan: dict[str, Any] = {}
    if kolom.is_wajib:
        batasan["required"] = True
    if kolom.pilihan and kolom.jenis is not bool:
        batasan["enum"] = list(kolom.pilihan)
    if batasan:
        bidang["constraints"] = batasan
    return bidang
