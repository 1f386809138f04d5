"""Everything known about one office in one year, frozen. The waist of the hour-glass (architecture §2)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from akuntabel.core.fakta.anggaran import Anggaran, Hibah, KodeAnggaran, RevisiDipa, RincianRevisi
from akuntabel.core.fakta.kepemiluan import Pemilihan, Perkara, Tahapan
from akuntabel.core.fakta.laporan import IsuStrategis, Langkah, Laporan, PernyataanReviu
from akuntabel.core.fakta.organisasi import Pejabat, Satker, Unit, UraianTugas
from akuntabel.core.fakta.pengukuran import Bukti, CatatanSumber, Elemen, Fakta, Pembanding, Riwayat
from akuntabel.core.fakta.perencanaan import (
    Indikator,
    PerjanjianKinerja,
    PerjanjianTarget,
    Renstra,
    Sasaran,
    SasaranAnggaran,
    TargetRenstra,
)


@dataclass(frozen=True, slots=True)
class FaktaTahun:
    """The facts of one office-year. Every tuple keeps the order of its file.

    narasi: Markdown by slot name; bukti_berkas: evidence files by path; sidik: SHA-256 over all of it, set by
    whoever reads or seals a package; reviu: the signed statement, once there is one.
    """

    satker: Satker
    laporan: Laporan
    renstra: Renstra
    daftar_pejabat: tuple[Pejabat, ...]
    daftar_unit: tuple[Unit, ...]
    daftar_tugas: tuple[UraianTugas, ...]
    daftar_sasaran: tuple[Sasaran, ...]
    daftar_indikator: tuple[Indikator, ...]
    daftar_target_renstra: tuple[TargetRenstra, ...]
    daftar_perjanjian: tuple[PerjanjianKinerja, ...]
    daftar_perjanjian_target: tuple[PerjanjianTarget, ...]
    daftar_sasaran_anggaran: tuple[SasaranAnggaran, ...]
    daftar_elemen: tuple[Elemen, ...]
    daftar_fakta: tuple[Fakta, ...]
    daftar_riwayat: tuple[Riwayat, ...]
    daftar_pembanding: tuple[Pembanding, ...]
    daftar_pemilihan: tuple[Pemilihan, ...]
    daftar_tahapan: tuple[Tahapan, ...]
    daftar_perkara: tuple[Perkara, ...]
    daftar_kode_anggaran: tuple[KodeAnggaran, ...]
    daftar_anggaran: tuple[Anggaran, ...]
    daftar_revisi: tuple[RevisiDipa, ...]
    daftar_rincian_revisi: tuple[RincianRevisi, ...]
    daftar_hibah: tuple[Hibah, ...]
    daftar_isu: tuple[IsuStrategis, ...]
    daftar_langkah: tuple[Langkah, ...]
    daftar_bukti: tuple[Bukti, ...]
    daftar_catatan_sumber: tuple[CatatanSumber, ...]
    narasi: Mapping[str, str] = field(default_factory=dict)
    bukti_berkas: Mapping[str, bytes] = field(default_factory=dict)
    sidik: str = ""
    reviu: PernyataanReviu | None = None

    @property
    def tahun(self) -> int:
        """The year reported on."""
        return self.laporan.tahun

    @property
    def perjanjian_berlaku(self) -> PerjanjianKinerja | None:
        """The agreement in force: the highest revision of the year."""
        daftar = [p for p in self.daftar_perjanjian if p.tahun == self.tahun]
        return max(daftar, key=lambda p: p.revisi, default=None)

    def find_pejabat(self, kode: str) -> Pejabat:
        """The official of that code; packages are checked for dangling codes when they are read."""
        return next(p for p in self.daftar_pejabat if p.kode == kode)
