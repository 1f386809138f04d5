"""The minutes of a rapat pleno as a document: when and where, who was there, what was decided, who signs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from akuntabel.core.calc.angka import BULAN, format_tanggal
from akuntabel.core.calc.terbilang import terbilang
from akuntabel.core.compose.kalimat import kalimat, paragraf, sel, tebal
from akuntabel.core.compose.tampilan import kolom_pendek, kolom_teks
from akuntabel.core.naskah.lebar import measure_naskah
from akuntabel.core.naskah.model import (
    Bab,
    BarisTabel,
    Blok,
    Butir,
    Daftar,
    Gaya,
    Jarak,
    JenisBab,
    Kertas,
    Kop,
    Naskah,
    PenandaTangan,
    Rata,
    Tabel,
    TandaTangan,
)
from akuntabel.core.naskah.penomoran import number_naskah

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_SEBARIS = 2  # signatures side by side


@dataclass(frozen=True, slots=True)
class PesertaRapat:
    """Somebody who was called. ``saat``: when this person signed; ``cara``: how."""

    nama: str
    jabatan: str
    is_ketua: bool
    is_hadir: bool
    saat: datetime | None = None
    cara: str = ""


@dataclass(frozen=True, slots=True)
class KeputusanRapat:
    """A decision; ``setuju`` None: by consensus."""

    bunyi: str
    setuju: int | None = None


@dataclass(frozen=True, slots=True)
class IsiBeritaAcara:
    """All that the document says. ``satker``: the official name; ``sidik``: of what was signed, "" until then."""

    kop: Kop
    satker: str
    nomor: str
    tanggal: date
    tempat: str
    kota: str
    agenda: str
    pembahasan: str
    daftar_peserta: tuple[PesertaRapat, ...]
    daftar_keputusan: tuple[KeputusanRapat, ...]
    sidik: str = ""


def compose_berita_acara(isi: IsiBeritaAcara, *, kertas: Kertas = Kertas.A4) -> Naskah:
    """The minutes, signed or still a draft."""
    judul = "Berita Acara Rapat Pleno"
    naskah = Naskah(
        judul=f"{judul} Nomor {isi.nomor}",
        bab=(Bab(JenisBab.DEPAN, judul, _isi(isi), "berita-acara"),),
        penulis=isi.satker,
        tahun=isi.tanggal.year,
        sidik=isi.sidik,
        kertas=kertas,
        kepala_halaman=f"{judul} Nomor {isi.nomor}",
        tanggal=isi.tanggal.isoformat(),
        kata_kunci=("Berita Acara", "Rapat Pleno", isi.satker, isi.nomor),
    )
    return measure_naskah(number_naskah(naskah))


def _isi(isi: IsiBeritaAcara) -> tuple[Blok, ...]:
    return (
        isi.kop,
        paragraf(tebal(f"Nomor: {isi.nomor}"), gaya=Gaya.TANPA_INDEN, rata=Rata.TENGAH),
        Jarak(4),
        paragraf(
            f"Pada hari ini, {_hari_terbilang(isi.tanggal)} ({isi.tanggal:%d-%m-%Y}), bertempat di {isi.tempat}, "
            f"telah diselenggarakan Rapat Pleno {isi.satker} dengan agenda sebagai berikut."
        ),
        _daftar(baris.strip() for baris in isi.agenda.splitlines() if baris.strip()),
        paragraf(tebal("Peserta rapat"), gaya=Gaya.TANPA_INDEN),
        _tabel_peserta(isi.daftar_peserta),
        *((paragraf(tebal("Pembahasan"), gaya=Gaya.TANPA_INDEN), *_alinea(isi.pembahasan)) if isi.pembahasan else ()),
        paragraf(tebal("Keputusan"), gaya=Gaya.TANPA_INDEN),
        _daftar(_keputusan(k) for k in isi.daftar_keputusan),
        paragraf("Demikian berita acara ini dibuat untuk dipergunakan sebagaimana mestinya."),
        Jarak(4),
        *_tanda_tangan(isi),
        *_catatan(isi),
    )


def _hari_terbilang(hari: date) -> str:
    """ "Senin tanggal lima bulan Januari tahun dua ribu dua puluh enam"."""
    return (
        f"{HARI[hari.weekday()]} tanggal {terbilang(hari.day)} bulan {BULAN[hari.month - 1]} "
        f"tahun {terbilang(hari.year)}"
    )


def _alinea(teks: str) -> tuple[Blok, ...]:
    """One paragraph for each line that says something."""
    return tuple(paragraf(baris.strip()) for baris in teks.splitlines() if baris.strip())


def _tabel_peserta(daftar: tuple[PesertaRapat, ...]) -> Tabel:
    kolom = (kolom_pendek("No"), kolom_teks("Nama", 3), kolom_teks("Jabatan", 4), kolom_teks("Kehadiran", 2))
    baris = tuple(
        BarisTabel(
            (
                sel(str(n)),
                sel(p.nama),
                sel(p.jabatan + (" (memimpin rapat)" if p.is_ketua else "")),
                sel("Hadir" if p.is_hadir else "Tidak hadir"),
            )
        )
        for n, p in enumerate(daftar, 1)
    )
    return Tabel("peserta-rapat", "Peserta Rapat", kolom, baris, bernomor=False)


def _daftar(butir: Iterable[str]) -> Daftar:
    return Daftar(tuple(Butir(kalimat(teks)) for teks in butir))


def _keputusan(keputusan: KeputusanRapat) -> str:
    bunyi = keputusan.bunyi.rstrip(" .;")
    return f"{bunyi}." if keputusan.setuju is None else f"{bunyi} (disetujui {keputusan.setuju} anggota)."


def _tanda_tangan(isi: IsiBeritaAcara) -> tuple[Blok, ...]:
    """The chair alone under place and day, then the members side by side."""
    hadir = [p for p in isi.daftar_peserta if p.is_hadir]
    ketua = [_penanda(p) for p in hadir if p.is_ketua]
    anggota = [_penanda(p) for p in hadir if not p.is_ketua]
    tempat_tanggal = f"{isi.kota}, {format_tanggal(isi.tanggal)}"
    blok = [TandaTangan(tempat_tanggal, tuple(ketua))] if ketua else []
    blok += [TandaTangan("", tuple(anggota[n : n + _SEBARIS])) for n in range(0, len(anggota), _SEBARIS)]
    return tuple(blok)


def _penanda(peserta: PesertaRapat) -> PenandaTangan:
    return PenandaTangan((f"{peserta.jabatan},",), peserta.nama)


def _catatan(isi: IsiBeritaAcara) -> tuple[Blok, ...]:
    """Who signed when and how, once all have; a draft says that it is one."""
    if not isi.sidik:
        return (paragraf("Rancangan: berita acara ini belum ditandatangani.", gaya=Gaya.CATATAN),)
    baris = tuple(
        BarisTabel((sel(p.nama), sel(f"{p.saat:%d-%m-%Y %H.%M}"), sel(p.cara)))
        for p in isi.daftar_peserta
        if p.saat is not None
    )
    kolom = (kolom_teks("Nama", 3), kolom_teks("Waktu", 2), kolom_teks("Cara", 3))
    return (
        paragraf("Riwayat tanda tangan", gaya=Gaya.CATATAN),
        Tabel("riwayat-tanda-tangan", "Riwayat Tanda Tangan", kolom, baris, bernomor=False, huruf_pt=8),
        paragraf(f"SHA-256 isi berita acara: {isi.sidik}", gaya=Gaya.CATATAN),
    )
