"""The rencana aksi as a document: per indicator the targets of the quarters, what is done, by whom, at what cost."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.compose.isi_perjanjian import Pihak
from akuntabel.core.compose.kalimat import baris_jumlah, paragraf, sel, tebal
from akuntabel.core.compose.perjanjian import RANCANGAN
from akuntabel.core.compose.tampilan import kolom_angka, kolom_pendek, kolom_teks
from akuntabel.core.naskah.lebar import measure_naskah
from akuntabel.core.naskah.model import (
    Bab,
    BarisTabel,
    Blok,
    Gaya,
    JenisBab,
    Kertas,
    Kop,
    Naskah,
    PenandaTangan,
    Rata,
    Sel,
    Tabel,
    TandaTangan,
)
from akuntabel.core.naskah.penomoran import number_naskah

TRIWULAN = ("I", "II", "III", "IV")
TANPA_TARGET = "–"


@dataclass(frozen=True, slots=True)
class AksiIndikator:
    """One thing to be done. triwulan from 1; anggaran in rupiah, None where it costs nothing of its own."""

    uraian: str
    triwulan: int
    penanggung_jawab: str
    kode_anggaran: str
    anggaran: int | None


@dataclass(frozen=True, slots=True)
class RencanaIndikator:
    """An indicator with its annual target and those of the four quarters; None where none is due."""

    kode: str
    nama: str
    target: Besaran
    triwulan: tuple[Besaran | None, ...]
    aksi: tuple[AksiIndikator, ...]


@dataclass(frozen=True, slots=True)
class IsiRencanaAksi:
    """The rencana aksi of one agreement in one revision; keterangan as in IsiPerjanjian."""

    nama_pendek: str
    nama_lengkap: str
    tahun: int
    revisi: int
    indikator: tuple[RencanaIndikator, ...]
    pimpinan: Pihak
    tempat: str
    tanggal: date | None
    sidik: str
    keterangan_revisi: str = ""
    keterangan_rancangan: str = ""
    kop: Kop | None = None


def compose_rencana_aksi(isi: IsiRencanaAksi, *, kertas: Kertas = Kertas.A4) -> Naskah:
    """The document, on pages turned to their side."""
    judul = f"Rencana Aksi Perjanjian Kinerja Tahun {isi.tahun}"
    kepala = f"{judul} {isi.nama_pendek}" + (f" Revisi {isi.revisi}" if isi.revisi else "")
    naskah = Naskah(
        judul=f"{judul} {isi.nama_pendek}",
        bab=(Bab(JenisBab.DEPAN, judul, tuple(_isi(isi)), "rencana-aksi"),),
        penulis=isi.nama_lengkap,
        tahun=isi.tahun,
        sidik=isi.sidik,
        kertas=kertas,
        kepala_halaman=f"{RANCANGAN} – {kepala}" if isi.keterangan_rancangan else kepala,
        tanggal=isi.tanggal.isoformat() if isi.tanggal else "",
        kata_kunci=("SAKIP", "Rencana Aksi", isi.nama_pendek, str(isi.tahun)),
    )
    return measure_naskah(number_naskah(naskah))


def _isi(isi: IsiRencanaAksi) -> Iterator[Blok]:
    if isi.kop:
        yield isi.kop
    if isi.keterangan_rancangan:
        yield paragraf(tebal(f"{RANCANGAN}. "), isi.keterangan_rancangan, gaya=Gaya.KURANG)
    keterangan = f"{isi.nama_lengkap}. {isi.keterangan_revisi}" if isi.keterangan_revisi else isi.nama_lengkap
    yield paragraf(keterangan, gaya=Gaya.TANPA_INDEN, rata=Rata.TENGAH)
    yield _tabel(isi)
    tanggal = format_tanggal(isi.tanggal) if isi.tanggal else f"…… {isi.tahun}"
    pimpinan = isi.pimpinan
    yield TandaTangan(
        f"{isi.tempat}, {tanggal}",
        (PenandaTangan((f"{pimpinan.sebutan},",), pimpinan.nama_tertulis, pimpinan.nip, pimpinan.keterangan),),
    )


def _tabel(isi: IsiRencanaAksi) -> Tabel:
    kolom = (
        kolom_teks("Indikator kinerja", 5),
        kolom_pendek("Target"),
        *(kolom_pendek(f"TW {t}") for t in TRIWULAN),
        kolom_teks("Aksi", 6),
        kolom_pendek("Waktu"),
        kolom_teks("Penanggung jawab", 4),
        kolom_pendek("Kode"),
        kolom_angka("Anggaran (Rp)"),
    )
    daftar = [baris for i in isi.indikator for baris in _daftar_baris(i)]
    anggaran = [a.anggaran for i in isi.indikator for a in i.aksi if a.anggaran is not None]
    if anggaran:
        daftar.append(baris_jumlah(sel("Jumlah", kolom=len(kolom) - 1), Besaran.rupiah(sum(anggaran))))
    return Tabel("tabel-rencana-aksi", "Rencana aksi", kolom, tuple(daftar), bernomor=False, lanskap=True, huruf_pt=8)


def _daftar_baris(i: RencanaIndikator) -> Iterator[BarisTabel]:
    """One row per action; the indicator and its targets span them all."""
    tinggi = max(len(i.aksi), 1)
    target = (sel(TANPA_TARGET if t is None else t, baris=tinggi) for t in i.triwulan)
    depan = (sel(f"{i.kode} {i.nama}", baris=tinggi), sel(i.target, baris=tinggi), *target)
    if not i.aksi:
        yield BarisTabel((*depan, sel("Aksi belum disusun", kolom=5)))
    for nomor, aksi in enumerate(i.aksi):
        yield BarisTabel((*(depan if nomor == 0 else ()), *_sel_aksi(aksi)))


def _sel_aksi(aksi: AksiIndikator) -> tuple[Sel, ...]:
    return (
        sel(aksi.uraian),
        sel(f"TW {TRIWULAN[aksi.triwulan - 1]}"),
        sel(aksi.penanggung_jawab or TANPA_TARGET),
        sel(aksi.kode_anggaran or TANPA_TARGET),
        sel(TANPA_TARGET if aksi.anggaran is None else Besaran.rupiah(aksi.anggaran)),
    )
