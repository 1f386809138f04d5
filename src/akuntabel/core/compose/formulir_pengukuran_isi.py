"""What the documents of measurement say, and nothing else: from a package or from the database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from akuntabel.core.calc.anggaran import BarisAnggaran
from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.calc.kebijakan import Pita
from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.compose.isi_perjanjian import Pihak
from akuntabel.core.compose.tampilan import besaran_realisasi, besaran_target
from akuntabel.core.fakta.hasil import BarisBerkode, HasilAnggaran, HasilIndikator, HasilSasaran, HasilTahun
from akuntabel.core.fakta.perencanaan import SasaranAnggaran
from akuntabel.core.fakta.slot import Berkebijakan, show_capaian
from akuntabel.core.naskah.model import Kop
from akuntabel.core.regulasi import daftar_peraturan

TRIWULAN = ("I", "II", "III", "IV")
TINGKAT_KEGIATAN = 2
DASAR = "permenpanrb-53-2014"


@dataclass(frozen=True, slots=True)
class IndikatorTerukur:
    """An indicator with what was promised and what was reached, as it is shown.

    target_triwulan: what the rencana aksi promises for the quarter, None where none is due. dihitung: the capaian that
    is rolled up, within floor and cap. keterangan: why there is no figure, or where the figure comes from.
    """

    kode: str
    nama: str
    satuan: str
    target: Besaran
    realisasi: Besaran
    capaian: Besaran
    dihitung: Besaran
    kategori: str
    target_triwulan: Besaran | None = None
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class SasaranTerukur:
    """A sasaran with its indicators rolled up. terukur: "4 dari 5"."""

    kode: str
    nama: str
    indikator: tuple[IndikatorTerukur, ...]
    capaian: Besaran
    kategori: str
    terukur: str


@dataclass(frozen=True, slots=True)
class KegiatanTerukur:
    """A programme (tingkat 1) or kegiatan with its money of one source. sasaran: codes of those it serves."""

    kode: str
    uraian: str
    tingkat: int
    sumber_dana: str
    pagu: int
    realisasi: int | None
    persen: Nilai
    sasaran: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AksiTerlaksana:
    """What became of an action of the rencana aksi. status: in the words of the screen."""

    indikator: str
    uraian: str
    triwulan: int
    penanggung_jawab: str
    status: str
    bukti: str = ""
    hambatan: str = ""
    tindak_lanjut: str = ""


@dataclass(frozen=True, slots=True)
class IsiPengukuran:
    """The measurement of an office up to a quarter, or of the whole year (triwulan None).

    kebijakan: by which rules the capaian was computed; verifikasi: who looked at it and when, "" while nobody has;
    then keterangan_rancangan says so on every page. anggaran: programmes and kegiatan, without the sum.
    """

    nama_pendek: str
    nama_lengkap: str
    tahun: int
    triwulan: int | None
    sasaran: tuple[SasaranTerukur, ...]
    capaian: Besaran
    kategori: str
    kebijakan: str
    pimpinan: Pihak
    tempat: str
    tanggal: date | None
    sidik: str
    anggaran: tuple[KegiatanTerukur, ...] = ()
    jumlah_anggaran: BarisAnggaran | None = None
    aksi: tuple[AksiTerlaksana, ...] = ()
    verifikasi: str = ""
    keterangan_rancangan: str = ""
    kop: Kop | None = None

    @property
    def masa(self) -> str:
        """ "sampai dengan Triwulan II Tahun 2026", "Tahun 2026" """
        tahun = f"Tahun {self.tahun}"
        return tahun if self.triwulan is None else f"sampai dengan Triwulan {TRIWULAN[self.triwulan - 1]} {tahun}"

    @property
    def indikator(self) -> tuple[IndikatorTerukur, ...]:
        """All indicators in the order of the agreement."""
        return tuple(i for s in self.sasaran for i in s.indikator)

    @property
    def jumlah_terukur(self) -> int:
        """How many indicators have a figure."""
        return sum(1 for i in self.indikator if i.dihitung.nilai.is_counted)


class Terukur(Berkebijakan, Protocol):
    """Sasaran with their indicators, computed: of a package, or of the database up to a quarter."""

    @property
    def sasaran(self) -> tuple[HasilSasaran, ...]: ...


def read_isi_pengukuran(hasil: HasilTahun) -> IsiPengukuran:
    """The whole year of a package."""
    fakta = hasil.fakta
    laporan = fakta.laporan
    pimpinan = fakta.find_pejabat(laporan.penanda_tangan)
    return IsiPengukuran(
        nama_pendek=fakta.satker.nama,
        nama_lengkap=fakta.satker.nama_lengkap,
        tahun=fakta.tahun,
        triwulan=None,
        sasaran=read_sasaran_terukur(hasil),
        capaian=show_capaian(hasil, hasil.organisasi.nilai),
        kategori=teks_pita(hasil.kategori),
        kebijakan=hasil.kebijakan.judul,
        pimpinan=Pihak(pimpinan.jabatan, pimpinan.nama or "", pimpinan.nip or ""),
        tempat=laporan.tempat,
        tanggal=laporan.tanggal,
        sidik=fakta.sidik,
        anggaran=read_kegiatan(hasil.anggaran, fakta.daftar_sasaran_anggaran),
        jumlah_anggaran=hasil.anggaran.total.semua if hasil.anggaran.baris else None,
    )


def read_sasaran_terukur(
    hasil: Terukur, target_triwulan: Mapping[str, Besaran] | None = None
) -> tuple[SasaranTerukur, ...]:
    """What was reached of the agreement; target_triwulan: by code of the indicator."""
    per_triwulan = target_triwulan or {}
    return tuple(
        SasaranTerukur(
            s.sasaran.kode,
            s.sasaran.nama,
            tuple(_indikator(hasil, i, per_triwulan.get(i.indikator.kode)) for i in s.indikator),
            show_capaian(hasil, s.rekap.nilai),
            teks_pita(s.kategori),
            str(s.rekap.cakupan),
        )
        for s in hasil.sasaran
    )


def read_kegiatan(anggaran: HasilAnggaran, daftar_kait: Sequence[SasaranAnggaran]) -> tuple[KegiatanTerukur, ...]:
    """Programmes and kegiatan with their money, each kegiatan with the sasaran that it or a part of it serves."""
    return tuple(_kegiatan(b, daftar_kait) for b in anggaran.baris if b.baris.tingkat <= TINGKAT_KEGIATAN)


def teks_pita(pita: Pita | None) -> str:
    """The band, or a dash where there is no figure."""
    return pita.label if pita else "–"


def _indikator(hasil: Terukur, i: HasilIndikator, target_triwulan: Besaran | None) -> IndikatorTerukur:
    return IndikatorTerukur(
        i.indikator.kode,
        i.indikator.nama,
        i.indikator.satuan,
        besaran_target(i),
        besaran_realisasi(i),
        show_capaian(hasil, i.capaian.mentah),
        show_capaian(hasil, i.capaian.terbatas),
        teks_pita(i.capaian.kategori),
        target_triwulan,
        i.capaian.mentah.alasan,
    )


def _kegiatan(b: BarisBerkode, daftar_kait: Sequence[SasaranAnggaran]) -> KegiatanTerukur:
    kode, baris = b.kode.kode, b.baris
    kait = (
        k.sasaran
        for k in daftar_kait
        if (k.kode == kode or k.kode.startswith(f"{kode}.")) and k.sumber_dana in (None, baris.sumber_dana)
    )
    return KegiatanTerukur(
        kode,
        b.kode.nama,
        baris.tingkat,
        baris.sumber_dana,
        baris.pagu,
        baris.realisasi_lengkap,
        baris.persen,
        tuple(dict.fromkeys(kait)) if baris.tingkat == TINGKAT_KEGIATAN else (),
    )


def teks_dasar() -> str:
    """The regulation that asks for measurement each quarter and each year."""
    return f"{daftar_peraturan()[DASAR].sebutan_pendek}, Lampiran II huruf E"
