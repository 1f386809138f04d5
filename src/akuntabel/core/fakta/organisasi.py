"""The office, its people, units and duties."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Satker:
    """The office that reports (entitas akuntabilitas kinerja, Perpres 29/2014 Pasal 3)."""

    kode: Annotated[str, "kode satker enam angka, atau kode sementara bila belum diketahui"]
    nama: Annotated[str, "nama pendek, misalnya KPU Kota Blitar"]
    nama_lengkap: Annotated[str, "nama resmi pada sampul dan kop"]
    jenis: Annotated[str, "pusat, provinsi, kabupaten, atau kota"]
    induk: Annotated[str, "satker atasan"]
    kota: Annotated[str, "tempat penandatanganan"]
    entitas: Annotated[str, "entitas pelapor, misalnya KPU atau Sekretariat"]
    kementerian: Annotated[str, "kementerian/lembaga beserta kode bagian anggaran"]
    alamat: Annotated[str | None, "alamat pada kop"] = None
    laman: Annotated[str | None, "situs web resmi"] = None


class PeranPejabat(StrEnum):
    """The part an official plays in the documents of the cycle."""

    PIMPINAN = "pimpinan"
    ATASAN = "atasan"
    ANGGOTA = "anggota"
    SEKRETARIS = "sekretaris"
    PEREVIU = "pereviu"


@dataclass(frozen=True, slots=True)
class Pejabat:
    """A person in an office for a while. ``nama`` may be unknown; the post still signs."""

    kode: Annotated[str, "kunci, misalnya ketua"]
    peran: Annotated[PeranPejabat, "peran dalam dokumen"]
    jabatan: Annotated[str, "nama jabatan"]
    nama: Annotated[str | None, "nama tanpa gelar bila tidak diketahui gelarnya"] = None
    nip: Annotated[str | None, "18 angka; kosong untuk ketua dan anggota KPU"] = None
    mulai: Annotated[date | None, "awal masa jabatan"] = None
    selesai: Annotated[date | None, "akhir masa jabatan"] = None
    sumber: Annotated[str, "asal keterangan"] = ""


class JenisUnit(StrEnum):
    PIMPINAN = "pimpinan"
    DIVISI = "divisi"
    SEKRETARIAT = "sekretariat"
    SUBBAGIAN = "subbagian"


@dataclass(frozen=True, slots=True)
class Unit:
    """A division of the commission or a part of its secretariat."""

    kode: Annotated[str, "kunci, misalnya divisi-data"]
    jenis: Annotated[JenisUnit, "jenis unit"]
    nama: Annotated[str, "nama resmi"]
    induk: Annotated[str | None, "kode unit di atasnya"] = None
    dasar: Annotated[str | None, "id peraturan yang membentuknya"] = None
    sumber: Annotated[str, "asal keterangan"] = ""


class JenisTugas(StrEnum):
    TUGAS = "tugas"
    WEWENANG = "wewenang"
    KEWAJIBAN = "kewajiban"


@dataclass(frozen=True, slots=True)
class UraianTugas:
    """One duty, power or obligation; of the office itself (``unit`` empty) or of a unit."""

    jenis: Annotated[JenisTugas, "tugas, wewenang, atau kewajiban"]
    urut: Annotated[int, "urutan dalam daftarnya"]
    teks: Annotated[str, "bunyi uraian, tanpa tanda baca penutup"]
    unit: Annotated[str | None, "kode unit; kosong berarti satker"] = None
    dasar: Annotated[str | None, "id peraturan"] = None
