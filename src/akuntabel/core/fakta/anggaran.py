"""Budget: code tree, leaves per source of funds, revisions of the DIPA, grants."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Protocol


class TingkatAnggaran(StrEnum):
    """Levels of the budget code (sakip-rules §6.1)."""

    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    OUTPUT = "output"
    SUBOUTPUT = "suboutput"
    KOMPONEN = "komponen"
    SUBKOMPONEN = "subkomponen"
    AKUN = "akun"
    ITEM = "item"


TANPA_NAMA = "(tanpa nama dalam referensi)"


@dataclass(frozen=True, slots=True)
class KodeAnggaran:
    """A code with its official name in the year. A code that no source names stands in the place of its name."""

    kode: Annotated[str, "kode penuh, misalnya 3355.994"]
    tingkat: Annotated[TingkatAnggaran, "tingkat kode"]
    uraian: Annotated[str, "nama resmi"]
    induk: Annotated[str | None, "kode di atasnya"] = None
    satuan: Annotated[str | None, "satuan keluaran"] = None
    sumber: Annotated[str, "asal nama"] = ""

    @property
    def is_bernama(self) -> bool:
        """Whether a source gives the code a name."""
        return self.uraian not in ("", self.kode)

    @property
    def nama(self) -> str:
        """What a reader sees beside the code: its name, or openly that it has none."""
        return self.uraian if self.is_bernama else TANPA_NAMA


@dataclass(frozen=True, slots=True)
class Anggaran:
    """A leaf: code × source of funds, whole rupiah. Parents are never typed."""

    kode: Annotated[str, "kode pada kode-anggaran.csv yang tidak punya anak"]
    sumber_dana: Annotated[str, "RM, HLD, PNBP, …"]
    pagu: Annotated[int, "pagu akhir, rupiah"]
    realisasi: Annotated[int | None, "realisasi, rupiah; kosong bila belum diketahui"]
    batas_data: Annotated[date | None, "tanggal data"] = None
    sumber: Annotated[str, "laporan asal"] = ""
    bukti: Annotated[str | None, "kode bukti"] = None


class JenisRevisi(StrEnum):
    """Kinds of revision (sakip-rules §6.2)."""

    AWAL = "awal"
    PAGU_BERUBAH = "pagu_berubah"
    PAGU_TETAP = "pagu_tetap"
    ADMINISTRASI = "administrasi"


@dataclass(frozen=True, slots=True)
class RevisiDipa:
    """One revision of the DIPA; number 0 is the first DIPA and has no ``semula``."""

    nomor: Annotated[int, "0 untuk DIPA awal"]
    jenis: Annotated[JenisRevisi, "jenis revisi"]
    semula: Annotated[int | None, "pagu sebelum revisi"]
    menjadi: Annotated[int, "pagu sesudah revisi"]
    alasan: Annotated[str, "alasan"]
    tanggal: Annotated[date | None, "tanggal pengesahan"] = None
    kewenangan: Annotated[str | None, "yang mengesahkan"] = None
    sumber: Annotated[str, "dokumen asal"] = ""


@dataclass(frozen=True, slots=True)
class RincianRevisi:
    """Part of a revision, signed."""

    nomor: Annotated[int, "nomor revisi"]
    kode: Annotated[str, "kode anggaran"]
    sumber_dana: Annotated[str, "sumber dana"]
    selisih: Annotated[int, "bertambah positif, berkurang negatif"]


@dataclass(frozen=True, slots=True)
class Hibah:
    """A grant. Agreement, budget, cash and recorded spending are four different numbers (sakip-rules §6.3)."""

    kode: Annotated[str, "kunci"]
    nama: Annotated[str, "nama hibah"]
    pemberi: Annotated[str, "pemberi hibah"]
    nilai_nphd: Annotated[int | None, "nilai perjanjian hibah"]
    pagu_dipa: Annotated[int, "pagu dalam DIPA tahun ini"]
    realisasi_kas: Annotated[int | None, "kas keluar tahun ini"]
    realisasi_disahkan: Annotated[int | None, "yang disahkan (SP2HL/SPHL)"]
    sumber: Annotated[str, "dokumen asal"]
    catatan: Annotated[str | None, "keterangan"] = None


class MemuatAnggaran(Protocol):
    """What a budget is computed from: a whole FaktaTahun, or these four tables alone."""

    @property
    def daftar_kode_anggaran(self) -> tuple[KodeAnggaran, ...]: ...
    @property
    def daftar_anggaran(self) -> tuple[Anggaran, ...]: ...
    @property
    def daftar_revisi(self) -> tuple[RevisiDipa, ...]: ...
    @property
    def daftar_rincian_revisi(self) -> tuple[RincianRevisi, ...]: ...
