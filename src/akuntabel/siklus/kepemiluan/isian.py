"""What is typed of an election before it is stored."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError

from akuntabel.core.calc.partisipasi import KategoriPemilih
from akuntabel.core.fakta.kepemiluan import JenisPerkara, KelompokTahapan, StatusTahapan
from akuntabel.core.regulasi import daftar_peraturan
from akuntabel.siklus.perencanaan.isian import rapikan

POLA_KODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")


@dataclass(frozen=True, slots=True)
class IsiPemilihan:
    """An election as somebody writes it down. basis_…: the categories of the official formula, none where unknown."""

    kode: str
    nama: str
    tahun: int
    tanggal: date | None
    label_terdaftar: str
    label_pindahan: str
    label_tambahan: str
    rumus_partisipasi: str
    basis_pengguna: frozenset[KategoriPemilih] = frozenset()
    basis_pemilih: frozenset[KategoriPemilih] = frozenset()
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class IsiTahapan:
    """A stage and its schedule."""

    urut: int
    kelompok: KelompokTahapan
    nama: str
    rencana_mulai: date | None = None
    rencana_selesai: date | None = None
    dasar: str = ""
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class IsiRealisasi:
    """How a stage went. versi: of the stage as the person saw it, None: whatever it is now."""

    tahapan: int
    status: StatusTahapan
    realisasi_mulai: date | None = None
    realisasi_selesai: date | None = None
    versi: int | None = None


@dataclass(frozen=True, slots=True)
class IsiPerkara:
    """A case as somebody writes it down; empty text where nothing is known."""

    kode: str
    jenis: JenisPerkara
    lembaga: str
    nomor: str = ""
    pemohon: str = ""
    termohon: str = ""
    amar: str = ""
    is_terbukti: bool | None = None
    tanggal: date | None = None
    keterangan: str = ""
    sumber: str = ""


def check_kode(kode: str) -> None:
    """Raises ValidationError for the field ``kode``."""
    if not POLA_KODE.fullmatch(kode):
        harap = "huruf, angka, titik, garis bawah, atau tanda hubung, paling banyak 60"
        raise ValidationError({"kode": f"Tertulis “{kode}”, diharapkan {harap}, misalnya pilkada-2024."})


def check_tahapan(isi: IsiTahapan) -> None:
    """Raises ValidationError with everything that is wrong, by field."""
    salah: dict[str, list[str]] = defaultdict(list)
    if isi.urut < 1:
        salah["urut"].append(f"Tertulis {isi.urut}, diharapkan nomor urut mulai dari 1.")
    if not rapikan(isi.nama):
        salah["nama"].append("Tulis nama tahapan menurut peraturan jadwalnya.")
    if isi.dasar and isi.dasar not in daftar_peraturan():
        salah["dasar"].append(f"Tertulis “{isi.dasar}”, diharapkan id peraturan yang dikenal, misalnya pkpu-2-2024.")
    if salah:
        raise ValidationError(dict(salah))


def check_perkara(isi: IsiPerkara) -> None:
    """Raises ValidationError: a verdict needs its words, a case where it is heard and where that is written."""
    salah: dict[str, list[str]] = defaultdict(list)
    if not rapikan(isi.lembaga):
        salah["lembaga"].append("Tulis lembaga yang memeriksa, misalnya Bawaslu Kota Blitar.")
    if not rapikan(isi.sumber):
        salah["sumber"].append("Tulis dokumen asalnya, misalnya register perkara atau salinan putusan.")
    if isi.is_terbukti is not None and not rapikan(isi.amar):
        salah["amar"].append("Putusan sudah dinyatakan; tulis amarnya.")
    if salah:
        raise ValidationError(dict(salah))
