"""A table as a document of its own: matrix of a Renstra, indicators with their manual, RKT, what came of advice."""

from collections.abc import Iterator
from dataclasses import dataclass

from akuntabel.core.compose.kalimat import Bagian, paragraf, sel
from akuntabel.core.naskah.lebar import measure_naskah
from akuntabel.core.naskah.model import (
    Bab,
    BarisTabel,
    Blok,
    Gaya,
    JenisBab,
    Kertas,
    Kolom,
    Kop,
    Naskah,
    Rata,
    Tabel,
)
from akuntabel.core.naskah.penomoran import number_naskah

STRIP = "–"


@dataclass(frozen=True, slots=True)
class KelompokRencana:
    """Rows below a heading (a sasaran); an empty cell is printed as a dash."""

    judul: str
    daftar_baris: tuple[tuple[Bagian, ...], ...]


@dataclass(frozen=True, slots=True)
class IsiDaftarRencana:
    """One table. id: its kind; keterangan: on what it rests, e.g. when it was adopted."""

    id: str
    judul: str
    nama_pendek: str
    nama_lengkap: str
    tahun: int
    keterangan: str
    kolom: tuple[Kolom, ...]
    daftar_kelompok: tuple[KelompokRencana, ...]
    sidik: str
    kop: Kop | None = None


def compose_daftar_rencana(isi: IsiDaftarRencana, *, kertas: Kertas = Kertas.A4) -> Naskah:
    """The document, its table turned to its side."""
    judul = f"{isi.judul} {isi.nama_pendek}"
    naskah = Naskah(
        judul=judul,
        bab=(Bab(JenisBab.DEPAN, isi.judul, tuple(_isi(isi)), isi.id),),
        penulis=isi.nama_lengkap,
        tahun=isi.tahun,
        sidik=isi.sidik,
        kertas=kertas,
        kepala_halaman=judul,
        kata_kunci=("SAKIP", isi.judul, isi.nama_pendek, str(isi.tahun)),
    )
    return measure_naskah(number_naskah(naskah))


def _isi(isi: IsiDaftarRencana) -> Iterator[Blok]:
    if isi.kop:
        yield isi.kop
    yield paragraf(f"{isi.nama_lengkap}. {isi.keterangan}", gaya=Gaya.TANPA_INDEN, rata=Rata.TENGAH)
    baris = tuple(b for k in isi.daftar_kelompok for b in _baris(k, len(isi.kolom)))
    yield Tabel(f"tabel-{isi.id}", isi.judul, isi.kolom, baris, bernomor=False, lanskap=True, huruf_pt=8)


def _baris(kelompok: KelompokRencana, lebar: int) -> Iterator[BarisTabel]:
    if kelompok.judul:
        yield BarisTabel((sel(kelompok.judul, kolom=lebar),), "kelompok")
    for isi in kelompok.daftar_baris:
        yield BarisTabel(tuple(sel(bagian or STRIP) for bagian in isi))
