"""Elections as facts: events, stages with planned and real dates, cases."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from akuntabel.core.calc.partisipasi import KategoriPemilih
from akuntabel.core.fakta.pengukuran import JenisKelamin


@dataclass(frozen=True, slots=True)
class Pemilihan:
    """An election. The three labels say how each semantic category of voters is called in it."""

    kode: Annotated[str, "kunci, misalnya pilwalkot-2020"]
    nama: Annotated[str, "nama resmi"]
    tahun: Annotated[int, "tahun"]
    tanggal: Annotated[date | None, "hari pemungutan suara"]
    label_terdaftar: Annotated[str, "nama daftar pemilih tetap"]
    label_pindahan: Annotated[str, "nama daftar pindah memilih"]
    label_tambahan: Annotated[str, "nama daftar pemilih dengan KTP elektronik"]
    rumus_partisipasi: Annotated[str, "rumus resmi partisipasi dalam kata-kata"]
    sumber: Annotated[str, "asal keterangan"]


class KelompokTahapan(StrEnum):
    PERSIAPAN = "persiapan"
    PENYELENGGARAAN = "penyelenggaraan"


class StatusTahapan(StrEnum):
    """Whether the stage belongs to this office in this year, and was done."""

    SELESAI = "selesai"
    BELUM = "belum"
    DI_LUAR_TAHUN = "di_luar_tahun"
    TIDAK_BERLAKU = "tidak_berlaku"


@dataclass(frozen=True, slots=True)
class Tahapan:
    """A stage of an election, planned and real."""

    pemilihan: Annotated[str, "kode pemilihan"]
    urut: Annotated[int, "urutan"]
    kelompok: Annotated[KelompokTahapan, "persiapan atau penyelenggaraan"]
    nama: Annotated[str, "nama tahapan"]
    status: Annotated[StatusTahapan, "selesai, belum, di luar tahun laporan, atau tidak berlaku"]
    is_tepat_waktu: Annotated[bool | None, "ya atau tidak; kosong bila tidak dinilai"]
    rencana_mulai: Annotated[date | None, "jadwal mulai"] = None
    rencana_selesai: Annotated[date | None, "jadwal selesai"] = None
    realisasi_mulai: Annotated[date | None, "pelaksanaan mulai"] = None
    realisasi_selesai: Annotated[date | None, "pelaksanaan selesai"] = None
    dasar: Annotated[str | None, "id peraturan jadwal"] = None
    sumber: Annotated[str, "asal keterangan"] = ""


def check_tepat_waktu(
    status: StatusTahapan, rencana_selesai: date | None, realisasi_selesai: date | None
) -> bool | None:
    """Whether a finished stage ended by the day its schedule says; None where that cannot be told from the dates."""
    if status is not StatusTahapan.SELESAI or rencana_selesai is None or realisasi_selesai is None:
        return None
    return realisasi_selesai <= rencana_selesai


class JenisPerkara(StrEnum):
    """Kinds of case; each drives another indicator."""

    SENGKETA_PROSES = "sengketa_proses"
    SENGKETA_TUN = "sengketa_tun"
    PERSELISIHAN_HASIL = "perselisihan_hasil"
    PELANGGARAN = "pelanggaran"
    KONFLIK = "konflik"


@dataclass(frozen=True, slots=True)
class Perkara:
    """A dispute, suit, violation or incident, with parties and verdict."""

    kode: Annotated[str, "kunci"]
    pemilihan: Annotated[str, "kode pemilihan"]
    jenis: Annotated[JenisPerkara, "jenis"]
    lembaga: Annotated[str, "Bawaslu, PTTUN, MK, DKPP, …"]
    nomor: Annotated[str | None, "nomor register atau surat"]
    pemohon: Annotated[str | None, "pemohon atau pelapor"]
    termohon: Annotated[str | None, "termohon atau terlapor"]
    amar: Annotated[str | None, "amar putusan"]
    is_terbukti: Annotated[bool | None, "ya bila pelanggaran terbukti atau permohonan dikabulkan"]
    tanggal: Annotated[date | None, "tanggal putusan atau surat"] = None
    keterangan: Annotated[str | None, "keterangan"] = None
    sumber: Annotated[str, "asal keterangan"] = ""


class Disabilitas(StrEnum):
    """Of whom a count of voters speaks: all of them, or those of them with a disability (codes of KPU's voter data)."""

    SEMUA = ""
    PENYANDANG = "d"
    FISIK = "1"
    INTELEKTUAL = "2"
    MENTAL = "3"
    WICARA = "4"
    RUNGU = "5"
    NETRA = "6"

    @property
    def label(self) -> str:
        """In the words of the lists."""
        return _LABEL_DISABILITAS[self]

    @property
    def induk(self) -> "Disabilitas | None":
        """The count that this one is a part of, where both would be the same people twice."""
        return Disabilitas.PENYANDANG if self.value.isdigit() else None


_LABEL_DISABILITAS = {
    Disabilitas.SEMUA: "semua pemilih",
    Disabilitas.PENYANDANG: "penyandang disabilitas",
    Disabilitas.FISIK: "fisik",
    Disabilitas.INTELEKTUAL: "intelektual",
    Disabilitas.MENTAL: "mental",
    Disabilitas.WICARA: "sensorik wicara",
    Disabilitas.RUNGU: "sensorik rungu",
    Disabilitas.NETRA: "sensorik netra",
}


@dataclass(frozen=True, slots=True)
class SelPemilih:
    """How many voters of one kind there are in an area, and how many of them voted; None: not known. Never a person.

    letak: where it was written, for messages.
    """

    kategori: KategoriPemilih
    jenis_kelamin: JenisKelamin
    pemilih: int | None
    pengguna: int | None
    disabilitas: Disabilitas = Disabilitas.SEMUA
    kecamatan: str = ""
    kelurahan: str = ""
    letak: str = ""
