"""The working paper of a review (PermenPANRB 53/2014, Lampiran III.C.3 c and C.4) as a document.

What was reviewed and by whom, the checklist with its evidence, the steps with their results, the findings with what was
agreed, done and left undone, the conclusion.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from akuntabel.core.compose.kalimat import baris, baris_kelompok, kalimat, paragraf, tebal
from akuntabel.core.compose.perjanjian import RANCANGAN
from akuntabel.core.compose.tampilan import kolom_label, kolom_pendek, kolom_teks
from akuntabel.core.fakta.laporan import PernyataanReviu
from akuntabel.core.naskah.lebar import measure_naskah
from akuntabel.core.naskah.model import (
    Bab,
    BarisTabel,
    Blok,
    Butir,
    Daftar,
    Gaya,
    Isian,
    JenisBab,
    Judul,
    Kertas,
    Kolom,
    Kop,
    Naskah,
    Rata,
    Tabel,
)
from akuntabel.core.naskah.penomoran import number_naskah

JUDUL = "Kertas Kerja Reviu"
STRIP = "–"
BELUM_DIJAWAB = "belum dijawab"


@dataclass(frozen=True, slots=True)
class ButirTertulis:
    """A line of the checklist. jawaban "": not answered; bukti: what the data say of it."""

    bagian: str
    nomor: int
    bunyi: str
    jawaban: str
    bukti: tuple[str, ...] = ()
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class LangkahTertulis:
    """A step: what was done, what came out, what follows; kelompok: the part of the working paper."""

    kelompok: str
    uraian: str
    hasil: str = ""
    simpulan: str = ""


@dataclass(frozen=True, slots=True)
class TemuanTertulis:
    """A finding and how far it has come. tanggapan: each word about it with who said it, oldest first."""

    nomor: int
    uraian: str
    letak: str
    saran: str
    status: str
    tanggapan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IsiKertasKerja:
    """All that the document says. tim: the reviewers, the head of the team first; reviu: the statement once signed."""

    nama_pendek: str
    nama_lengkap: str
    tahun: int
    judul_laporan: str
    tim: tuple[str, ...]
    butir: tuple[ButirTertulis, ...]
    langkah: tuple[LangkahTertulis, ...]
    temuan: tuple[TemuanTertulis, ...]
    sidik: str
    reviu: PernyataanReviu | None = None
    kop: Kop | None = None


def compose_kertas_kerja(isi: IsiKertasKerja, *, kertas: Kertas = Kertas.A4) -> Naskah:
    """The working paper; until the statement is signed it says that it is a draft."""
    judul = f"{JUDUL} {isi.nama_pendek} Tahun {isi.tahun}"
    bagian = (*_pembuka(isi), *_checklist(isi.butir), *_langkah(isi.langkah), *_temuan(isi.temuan), *_simpulan(isi))
    naskah = Naskah(
        judul=judul,
        bab=(Bab(JenisBab.DEPAN, JUDUL, bagian, "kertas-kerja-reviu"),),
        penulis=isi.tim[0] if isi.tim else isi.nama_lengkap,
        tahun=isi.tahun,
        sidik=isi.sidik,
        kertas=kertas,
        kepala_halaman=judul if isi.reviu else f"{RANCANGAN} – {judul}",
        tanggal=isi.reviu.tanggal.isoformat() if isi.reviu else "",
        kata_kunci=("SAKIP", "Reviu", isi.nama_pendek, str(isi.tahun)),
    )
    return measure_naskah(number_naskah(naskah))


def _pembuka(isi: IsiKertasKerja) -> Iterator[Blok]:
    if isi.kop:
        yield isi.kop
    if isi.reviu is None:
        yield paragraf(tebal(f"{RANCANGAN}. "), "Reviu belum selesai.", gaya=Gaya.KURANG)
    yield paragraf(isi.nama_lengkap, gaya=Gaya.TANPA_INDEN, rata=Rata.TENGAH)
    yield Judul("Hal yang direviu", 2)
    yield Isian(
        (
            ("Laporan", kalimat(isi.judul_laporan)),
            ("Tim pereviu", kalimat("; ".join(isi.tim) or "belum ditunjuk")),
            ("Pedoman", kalimat("PermenPANRB Nomor 53 Tahun 2014, Lampiran III")),
            ("SHA-256 fakta", kalimat(isi.sidik)),
        )
    )


def _checklist(daftar: Sequence[ButirTertulis]) -> Iterator[Blok]:
    yield Judul("Checklist reviu", 2)
    kolom = (
        kolom_pendek("No."),
        kolom_teks("Pernyataan", 4),
        kolom_label("Check list"),
        kolom_teks("Bukti dari data", 5),
        kolom_teks("Catatan pereviu", 3),
    )
    isi: list[BarisTabel] = []
    for bagian, kelompok in groupby(daftar, key=lambda b: b.bagian):
        isi.append(baris_kelompok(bagian, len(kolom)))
        isi += [
            baris(str(b.nomor), b.bunyi, b.jawaban or BELUM_DIJAWAB, " ".join(b.bukti) or STRIP, b.catatan or STRIP)
            for b in kelompok
        ]
    yield _tabel("checklist-reviu", "Checklist Reviu", kolom, isi)
    yield paragraf("Bentuk: PermenPANRB Nomor 53 Tahun 2014, anak lampiran III/2-2.", gaya=Gaya.CATATAN)


def _langkah(daftar: Sequence[LangkahTertulis]) -> Iterator[Blok]:
    yield Judul("Langkah reviu dan hasilnya", 2)
    if not daftar:
        yield paragraf("Belum ada langkah yang dicatat.", gaya=Gaya.KURANG)
        return
    kolom = (kolom_pendek("No."), kolom_teks("Langkah", 4), kolom_teks("Hasil", 4), kolom_teks("Simpulan", 3))
    isi: list[BarisTabel] = []
    for nama, kelompok in groupby(daftar, key=lambda la: la.kelompok):
        isi.append(baris_kelompok(nama, len(kolom)))
        isi += [baris(str(n), la.uraian, la.hasil or STRIP, la.simpulan or STRIP) for n, la in enumerate(kelompok, 1)]
    yield _tabel("langkah-reviu", "Langkah Reviu", kolom, isi)


def _temuan(daftar: Sequence[TemuanTertulis]) -> Iterator[Blok]:
    yield Judul("Temuan, kesepakatan, dan perbaikan", 2)
    if not daftar:
        yield paragraf("Tidak ada temuan.", gaya=Gaya.TANPA_INDEN)
        return
    kolom = (
        kolom_pendek("No."),
        kolom_teks("Temuan dan letaknya", 4),
        kolom_teks("Saran", 3),
        kolom_teks("Tanggapan dan tindak lanjut", 5),
        kolom_label("Status"),
    )
    isi = [
        baris(
            str(t.nomor),
            f"{t.uraian} ({t.letak})" if t.letak else t.uraian,
            t.saran or STRIP,
            " ".join(t.tanggapan) or STRIP,
            t.status,
        )
        for t in daftar
    ]
    yield _tabel("temuan-reviu", "Temuan Reviu", kolom, isi)


def _simpulan(isi: IsiKertasKerja) -> Iterator[Blok]:
    yield Judul("Simpulan", 2)
    if isi.reviu is None:
        yield paragraf("Simpulan ditulis ketika pernyataan telah direviu ditandatangani.", gaya=Gaya.KURANG)
        return
    yield paragraf(isi.reviu.kesimpulan)
    if isi.reviu.paragraf_penjelas:
        yield paragraf("Perbaikan dan koreksi yang belum atau belum selesai dilakukan:")
        yield _daftar(isi.reviu.paragraf_penjelas)


def _daftar(butir: Iterable[str]) -> Daftar:
    return Daftar(tuple(Butir(kalimat(teks)) for teks in butir))


def _tabel(id_: str, judul: str, kolom: Sequence[Kolom], daftar: Sequence[BarisTabel]) -> Tabel:
    return Tabel(id_, judul, tuple(kolom), tuple(daftar), bernomor=False, lanskap=True, huruf_pt=8)
