"""An indicator beside its data: target, realisasi and capaian in the words of the page; the figures are the core's."""

from collections.abc import Mapping
from dataclasses import dataclass

from akuntabel.core.calc.jejak import Jejak
from akuntabel.core.calc.nilai import Nilai, StatusNilai
from akuntabel.core.fakta.perencanaan import Indikator
from akuntabel.core.fakta.slot import show_capaian
from akuntabel.core.fakta.target import TargetTidakTerbacaError, parse_target, show_realisasi, show_target
from akuntabel.siklus.pengukuran.hitung import HasilIndikator, HasilPengukuran, daftar_nama_rumus
from akuntabel.siklus.pengukuran.target import TARGET_TAHUNAN
from akuntabel.siklus.perencanaan import models as perencanaan

STRIP = "–"
SEBUTAN_KELAMIN: Mapping[str, str] = {"L": "laki-laki", "P": "perempuan"}


@dataclass(frozen=True, slots=True)
class IndikatorKisi:
    """What the page shows of an indicator. tercapai: "ya", "tidak", or "" where nobody can tell."""

    indikator: perencanaan.Indikator
    target: str
    target_triwulan: str
    realisasi: str
    capaian: str
    kategori: str
    alasan: str
    tercapai: str
    jejak: Jejak | None

    @property
    def angka(self) -> dict[str, str]:
        """What changes when a datum does: the answer to a saved cell."""
        return {
            "kode": self.indikator.kode,
            "realisasi": self.realisasi,
            "capaian": self.capaian,
            "kategori": self.kategori,
            "alasan": self.alasan,
            "tercapai": self.tercapai,
        }


def build_indikator_kisi(
    hasil: HasilPengukuran, h: HasilIndikator, nama: Mapping[str, str], target_tahun: str = ""
) -> IndikatorKisi:
    """The indicator as the page shows it.

    nama: of the elements, by code. target_tahun: what the agreement promises, as it is stored.
    """
    mentah, terbatas = h.capaian.mentah, h.capaian.terbatas
    capaian = show_capaian(hasil, mentah).teks
    if mentah.angka != terbatas.angka:
        capaian += f" (dihitung {show_capaian(hasil, terbatas).teks})"
    is_tercapai = h.capaian.is_tercapai
    return IndikatorKisi(
        h.indikator,
        show_target_kisi(target_tahun, h.acuan) or "belum ada",
        show_target_kisi(h.target_teks, h.acuan) or STRIP,
        show_realisasi(h.realisasi, h.acuan).teks,
        capaian,
        h.capaian.kategori.label if h.capaian.kategori else STRIP,
        _catatan(h) if mentah.is_counted else explain_kosong(h, hasil.elemen, nama) or mentah.alasan,
        "" if is_tercapai is None else "ya" if is_tercapai else "tidak",
        mentah.jejak,
    )


def _catatan(h: HasilIndikator) -> str:
    """What a reader must know about the target; what holds for all of them stands above the grid."""
    return "" if h.catatan == TARGET_TAHUNAN else h.catatan


def explain_kosong(h: HasilIndikator, elemen: Mapping[str, Nilai], nama: Mapping[str, str]) -> str:
    """Which data of the formula are not filled in yet, by the names that people know; "" where it is not that."""
    kosong = [
        sebut_nama(n, nama)
        for n in daftar_nama_rumus(h.indikator)
        if n not in elemen or elemen[n].status is StatusNilai.TIDAK_DAPAT_DIHITUNG
    ]
    return f"Belum diisi: {'; '.join(kosong)}." if kosong else ""


def sebut_nama(nama_rumus: str, nama: Mapping[str, str]) -> str:
    """A name of a formula in words: "dpt.P" is "Pemilih dalam DPT, perempuan"."""
    kode, *bagian = nama_rumus.split(".")
    return ", ".join([nama.get(kode, kode), *(SEBUTAN_KELAMIN.get(b, b) for b in bagian)])


def show_target_kisi(teks: str, acuan: Indikator) -> str:
    """A target with its unit, as it was typed where it cannot be read; "" for none."""
    try:
        return show_target(parse_target(teks, acuan), acuan).teks if teks else ""
    except TargetTidakTerbacaError:
        return teks
