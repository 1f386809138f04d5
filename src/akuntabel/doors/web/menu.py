"""The menu: the stages of the cycle in their order, with the pages of each. A stage's pages appear when they exist."""

from dataclasses import dataclass
from functools import cache, lru_cache

from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True, slots=True)
class ButirMenu:
    """A page of an office. is_bertahun: its address names the year too."""

    url: str
    teks: str
    ikon: str
    is_bertahun: bool = True


@dataclass(frozen=True, slots=True)
class KelompokMenu:
    """A stage."""

    judul: str
    butir: tuple[ButirMenu, ...]


BERANDA = ButirMenu("ruang", "Beranda", "home")
TAHAPAN = (
    KelompokMenu(
        "Perencanaan",
        (
            ButirMenu("renstra", "Renstra", "target", is_bertahun=False),
            ButirMenu("pohon_kinerja", "Pohon kinerja", "hierarchy-2"),
            ButirMenu("kamus", "Kamus indikator", "book"),
            ButirMenu("rkt", "Rencana kinerja tahunan", "calendar"),
            ButirMenu("pagu", "Pagu", "report-money"),
        ),
    ),
    KelompokMenu(
        "Perjanjian",
        (
            ButirMenu("perjanjian", "Perjanjian kinerja", "writing-sign"),
            ButirMenu("rencana_aksi", "Rencana aksi", "list-tree"),
            ButirMenu("tanda_tangan_menunggu", "Tanda tangan", "signature"),
        ),
    ),
    KelompokMenu(
        "Pengukuran",
        (
            ButirMenu("pengukuran", "Pengukuran kinerja", "clipboard-check"),
            ButirMenu("realisasi_aksi", "Realisasi rencana aksi", "list-check"),
            ButirMenu("elemen", "Elemen data", "list-tree"),
        ),
    ),
    KelompokMenu(
        "Anggaran",
        (
            ButirMenu("anggaran", "Anggaran dan realisasi", "coin"),
            ButirMenu("anggaran_revisi", "Revisi DIPA", "files"),
            ButirMenu("hibah", "Hibah", "report-money"),
            ButirMenu("ikpa", "Penarikan dan IKPA", "target"),
        ),
    ),
    KelompokMenu(
        "Kepemiluan",
        (
            ButirMenu("kepemiluan", "Pemilihan dan tahapan", "flag"),
            ButirMenu("daftar_pemilih", "Pemilih dan partisipasi", "users"),
            ButirMenu("perkara", "Perkara dan kejadian", "gavel"),
        ),
    ),
    KelompokMenu(
        "Laporan",
        (
            ButirMenu("laporan", "Laporan kinerja", "file-text"),
            ButirMenu("periksa_laporan", "Periksa laporan lain", "search"),
            ButirMenu("reviu", "Reviu", "checklist"),
            ButirMenu("publikasi", "Publikasi", "world"),
        ),
    ),
    KelompokMenu(
        "Evaluasi",
        (
            ButirMenu("evaluasi", "Lembar kerja evaluasi", "clipboard-check"),
            ButirMenu("rekomendasi", "Rekomendasi", "flag"),
            ButirMenu("tahun_berikut", "Buka tahun berikutnya", "calendar"),
        ),
    ),
    KelompokMenu(
        "Supervisi",
        (
            ButirMenu("supervisi", "Satker di bawah", "eye"),
            ButirMenu("supervisi_peringkat", "Perbandingan satker", "sitemap"),
        ),
    ),
    KelompokMenu(
        "Organisasi",
        (
            ButirMenu("satker", "Profil satker", "building", is_bertahun=False),
            ButirMenu("pleno", "Rapat pleno", "gavel", is_bertahun=False),
            ButirMenu("orang", "Orang dan peran", "users", is_bertahun=False),
            ButirMenu("impor", "Impor dan ekspor", "table-import"),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class TautanMenu:
    """A page of the menu as it stands on a page; judul: the stage that begins with it."""

    teks: str
    ikon: str
    alamat: str
    is_di_sini: bool
    judul: str = ""


def build_menu(kode: str, tahun: int, jalur: str) -> list[TautanMenu]:
    """The menu of an office and year; where one is: the entry whose address is the longest beginning of ``jalur``."""
    daftar = [("", BERANDA), *((k.judul if n == 0 else "", b) for k in menu_tahapan() for n, b in enumerate(k.butir))]
    alamat = _daftar_alamat(kode, tahun)
    di_sini = max((a for a in alamat if jalur.startswith(a)), key=len, default="")
    return [TautanMenu(b.teks, b.ikon, a, a == di_sini, judul) for (judul, b), a in zip(daftar, alamat, strict=True)]


@cache
def menu_tahapan() -> tuple[KelompokMenu, ...]:
    """The stages whose pages exist."""
    kelompok = (KelompokMenu(k.judul, tuple(b for b in k.butir if _ada(b))) for k in TAHAPAN)
    return tuple(k for k in kelompok if k.butir)


@lru_cache(maxsize=2048)
def _daftar_alamat(kode: str, tahun: int) -> list[str]:
    """The addresses of an office and year, in the order of the menu; to reverse them anew costs more than a query."""
    semua = [BERANDA, *(b for k in menu_tahapan() for b in k.butir)]
    return [reverse(b.url, args=(kode, tahun) if b.is_bertahun else (kode,)) for b in semua]


def _ada(butir: ButirMenu) -> bool:
    try:
        reverse(butir.url, args=("0", 2026) if butir.is_bertahun else ("0",))
    except NoReverseMatch:
        return False
    return True
