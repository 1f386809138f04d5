"""Data elements and their measured facts, history and benchmarks."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from akuntabel.core.calc.konsolidasi import Konsolidasi
from akuntabel.core.calc.nilai import StatusNilai


class JenisKelamin(StrEnum):
    LAKI_LAKI = "L"
    PEREMPUAN = "P"


@dataclass(frozen=True, slots=True)
class Elemen:
    """A thing that is counted or observed; formulas refer to it by ``kode`` (``dpt``, ``dpt.P``)."""

    kode: Annotated[str, "nama dalam rumus: huruf kecil, angka, garis bawah"]
    nama: Annotated[str, "nama untuk pembaca"]
    satuan: Annotated[str, "orang, kejadian, predikat, …"]
    konsolidasi: Annotated[Konsolidasi, "dari triwulan ke tahun"]
    keterangan: Annotated[str | None, "penjelasan"] = None


@dataclass(frozen=True, slots=True)
class Fakta:
    """One measured fact: an element, a period, perhaps a part of the people, a figure with its source.

    A fact without a figure names its status and the reason. ``nilai`` 0 is a measurement.
    """

    elemen: Annotated[str, "kode elemen"]
    periode: Annotated[str, "2020, atau 2020-TW1 sampai 2020-TW4"]
    status: Annotated[StatusNilai, "status nilai"]
    jenis_kelamin: Annotated[JenisKelamin | None, "L atau P; kosong berarti tidak dirinci"] = None
    rincian: Annotated[str | None, "rincian lain, misalnya kategori disabilitas atau kecamatan"] = None
    nilai: Annotated[Decimal | None, "angka"] = None
    predikat: Annotated[str | None, "huruf atau opini"] = None
    tanggal: Annotated[date | None, "tanggal, untuk elemen yang berupa tanggal"] = None
    alasan: Annotated[str | None, "wajib bila tidak ada nilai"] = None
    tahun_rujukan: Annotated[int | None, "tahun yang dinilai bila berbeda dari tahun laporan"] = None
    tanggal_rilis: Annotated[date | None, "kapan nilai dirilis"] = None
    sumber: Annotated[str, "dokumen dan tempatnya"] = ""
    bukti: Annotated[str | None, "kode bukti"] = None


@dataclass(frozen=True, slots=True)
class Riwayat:
    """A figure of an earlier year, as it was published."""

    indikator: Annotated[str, "kode indikator"]
    tahun: Annotated[int, "tahun"]
    nilai: Annotated[Decimal | None, "realisasi"]
    predikat: Annotated[str | None, "realisasi berupa predikat"]
    target: Annotated[str | None, "target tahun itu, bila diketahui"]
    peristiwa: Annotated[str | None, "misalnya pemilihan yang diukur"]
    sumber: Annotated[str, "dokumen asal"]


@dataclass(frozen=True, slots=True)
class Pembanding:
    """A benchmark from outside the office: a national target or result (analysis 4)."""

    indikator: Annotated[str, "kode indikator"]
    nama: Annotated[str, "apa yang dibandingkan"]
    tingkat: Annotated[str, "nasional, provinsi, atau kelompok"]
    tahun: Annotated[int, "tahun"]
    nilai: Annotated[Decimal, "nilai pembanding"]
    is_target: Annotated[bool, "ya bila berupa target, tidak bila hasil"]
    sumber: Annotated[str, "dokumen asal"]


@dataclass(frozen=True, slots=True)
class Bukti:
    """Where a fact can be looked up; ``berkas`` is a file of the package named by its SHA-256."""

    kode: Annotated[str, "kunci"]
    nama: Annotated[str, "nama dokumen"]
    letak: Annotated[str, "halaman, tabel, atau baris"]
    berkas: Annotated[str | None, "bukti/<sha256>.<jenis>"] = None
    keterangan: Annotated[str | None, "keterangan"] = None


@dataclass(frozen=True, slots=True)
class CatatanSumber:
    """A figure or wording of the source that was not taken over, and why."""

    kode: Annotated[str, "kunci"]
    unsur: Annotated[str, "unsur laporan"]
    letak: Annotated[str, "tempat dalam dokumen sumber"]
    tertulis: Annotated[str, "yang tertulis dalam sumber"]
    dipakai: Annotated[str, "yang dipakai paket ini"]
    alasan: Annotated[str, "mengapa"]
