"""Renstra, sasaran, indikator with its definition, targets, Perjanjian Kinerja."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.calc.konsolidasi import Konsolidasi


@dataclass(frozen=True, slots=True)
class Tujuan:
    kode: Annotated[str, "nomor tujuan"]
    nama: Annotated[str, "bunyi tujuan"]


@dataclass(frozen=True, slots=True)
class Renstra:
    """The five-year plan that the agreement was derived from."""

    mulai: Annotated[int, "tahun pertama"]
    selesai: Annotated[int, "tahun terakhir"]
    dasar: Annotated[str, "peraturan atau keputusan yang menetapkannya"]
    visi: Annotated[str, "bunyi visi"]
    misi: Annotated[tuple[str, ...], "bunyi tiap misi"]
    tujuan: Annotated[tuple[Tujuan, ...], "tujuan"]
    catatan: Annotated[str | None, "yang perlu diketahui pembaca"] = None


@dataclass(frozen=True, slots=True)
class Sasaran:
    """A sasaran strategis: a condition to be reached, worded once."""

    kode: Annotated[str, "nomor sasaran"]
    nama: Annotated[str, "bunyi sasaran"]
    tujuan: Annotated[str | None, "kode tujuan yang dijabarkannya"] = None


class SumberRealisasi(StrEnum):
    """Whose measurement the realisasi is (sakip-rules §7: opini BPK and indeks RB exist only for KPU RI)."""

    SENDIRI = "sendiri"
    INDUK = "induk"


class Agregasi(StrEnum):
    """How the figures of many offices become one (architecture §2)."""

    RASIO_DARI_JUMLAH = "rasio_dari_jumlah"
    JUMLAH = "jumlah"
    RATA_RATA_BERBOBOT = "rata_rata_berbobot"
    TIDAK = "tidak"


@dataclass(frozen=True, slots=True)
class Indikator:
    """An indicator with its manual: what it means, how it is measured, which way is better."""

    kode: Annotated[str, "kode, misalnya 1.2"]
    sasaran: Annotated[str, "kode sasaran"]
    nama: Annotated[str, "nama baku"]
    definisi: Annotated[str, "definisi operasional"]
    satuan: Annotated[str, "satuan: %, predikat, opini, indeks, …"]
    arah: Annotated[Arah, "polaritas"]
    rumus: Annotated[str, "rumus atas elemen data, menghasilkan realisasi dalam satuannya"]
    pembilang: Annotated[str | None, "pembilang dalam kata-kata"]
    penyebut: Annotated[str | None, "penyebut dalam kata-kata"]
    sumber_data: Annotated[str, "dari mana datanya"]
    sumber_realisasi: Annotated[SumberRealisasi, "diukur sendiri atau mengikuti satker induk"]
    konsolidasi: Annotated[Konsolidasi, "dari triwulan ke tahun"]
    agregasi: Annotated[Agregasi, "dari satker ke wilayah"]
    desimal: Annotated[int, "angka di belakang koma saat ditampilkan"]
    predikat: Annotated[str | None, "nama daftar predikat untuk arah ordinal"] = None
    pengampu: Annotated[str | None, "kode unit penanggung jawab"] = None


@dataclass(frozen=True, slots=True)
class TargetRenstra:
    """The target of an indicator in one year of the plan."""

    indikator: Annotated[str, "kode indikator"]
    tahun: Annotated[int, "tahun target"]
    target: Annotated[str, "target seperti pada perjanjian-target.csv"]
    sumber: Annotated[str, "dokumen asal"]


@dataclass(frozen=True, slots=True)
class PerjanjianKinerja:
    """An agreement of one party in one year; ``revisi`` 0 is the first, the highest is in force."""

    kode: Annotated[str, "kunci, misalnya pk-2020"]
    tahun: Annotated[int, "tahun perjanjian"]
    revisi: Annotated[int, "0 untuk perjanjian awal"]
    pihak_pertama: Annotated[str, "kode pejabat"]
    pihak_kedua: Annotated[str, "kode pejabat atasan"]
    tanggal: Annotated[date | None, "tanggal penandatanganan"] = None
    alasan: Annotated[str | None, "alasan revisi"] = None
    sumber: Annotated[str, "dokumen asal"] = ""


@dataclass(frozen=True, slots=True)
class PerjanjianTarget:
    """One line of an agreement.

    ``target`` is written by polarity: a number (``77``), a range (``80..90``), a date (``2020-12-09``) or a
    predicate (``B``).
    """

    perjanjian: Annotated[str, "kode perjanjian"]
    indikator: Annotated[str, "kode indikator"]
    target: Annotated[str, "angka, rentang a..b, tanggal, atau predikat"]


class HubunganAnggaran(StrEnum):
    """How a budget line serves a sasaran."""

    UTAMA = "utama"
    PENDUKUNG = "pendukung"


@dataclass(frozen=True, slots=True)
class SasaranAnggaran:
    """Which kegiatan or output serves which sasaran (analysis 7; the annex of the agreement)."""

    sasaran: Annotated[str, "kode sasaran"]
    kode: Annotated[str, "kode program, kegiatan, atau output"]
    hubungan: Annotated[HubunganAnggaran, "utama atau pendukung"]
    sumber_dana: Annotated[str | None, "hanya sumber dana ini; kosong berarti semua"] = None
    alasan: Annotated[str, "mengapa menunjang"] = ""
