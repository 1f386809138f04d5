"""What a report needs besides figures: its date, citations, plans ahead."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Laporan:
    """The identity of one report."""

    tahun: Annotated[int, "tahun laporan"]
    tema: Annotated[str | None, "tema pada sampul"]
    kebijakan: Annotated[str, "nama kebijakan hitung"]
    tempat: Annotated[str, "tempat penandatanganan"]
    tanggal: Annotated[date | None, "tanggal laporan; kosong bila belum ditandatangani"]
    bulan: Annotated[str, "bulan dan tahun pada sampul, misalnya Januari 2021"]
    penanda_tangan: Annotated[str, "kode pejabat"]
    pereviu: Annotated[str, "kode pejabat pereviu"]
    dasar: Annotated[tuple[str, ...], "id peraturan yang dikutip, berurutan"]
    ambang_serapan: Annotated[int | None, "target serapan anggaran dalam persen, bila ditetapkan"] = None


@dataclass(frozen=True, slots=True)
class PernyataanReviu:
    """The statement that the report has been reviewed (PermenPANRB 53/2014, anak lampiran III/1-2), signed by APIP.

    paragraf_penjelas: improvements and corrections that were not made or not finished (Lampiran III.C.4 f).
    """

    nama: Annotated[str, "nama penanda tangan pernyataan"]
    jabatan: Annotated[str, "jabatannya, misalnya Inspektur"]
    nip: Annotated[str | None, "18 angka"]
    tempat: Annotated[str, "tempat penandatanganan"]
    tanggal: Annotated[date, "tanggal penandatanganan"]
    kesimpulan: Annotated[str, "simpulan reviu dalam satu paragraf"]
    paragraf_penjelas: Annotated[tuple[str, ...], "perbaikan dan koreksi yang belum selesai, bila ada"] = ()
    keterangan: Annotated[str | None, "cara penandatanganan, misalnya ditandatangani secara elektronik"] = None


@dataclass(frozen=True, slots=True)
class IsuStrategis:
    """A main problem that the office faces (PermenPANRB 53/2014, Bab I)."""

    urut: Annotated[int, "urutan"]
    isu: Annotated[str, "isu dalam satu kalimat"]
    uraian: Annotated[str, "uraian singkat"]
    sasaran: Annotated[str | None, "kode sasaran yang terkait"] = None


@dataclass(frozen=True, slots=True)
class Langkah:
    """A step ahead: what, who, until when."""

    urut: Annotated[int, "urutan"]
    teks: Annotated[str, "langkah"]
    pengampu: Annotated[str | None, "kode unit"] = None
    tenggat: Annotated[date | None, "batas waktu"] = None
    indikator: Annotated[str | None, "kode indikator yang diperbaiki"] = None
