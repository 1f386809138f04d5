"""An indicator beside its data: target, realisasi and capaian in the words of the page; the figures are the core's."""

from dataclasses import dataclass

from akuntabel.core.calc.jejak import Jejak
from akuntabel.core.fakta.perencanaan import Indikator
from akuntabel.core.fakta.slot import show_capaian
from akuntabel.core.fakta.target import TargetTidakTerbacaError, parse_target, show_realisasi, show_target
from akuntabel.siklus.pengukuran.hitung import HasilIndikator, HasilPengukuran
from akuntabel.siklus.perencanaan import models as perencanaan

STRIP = "–"


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


def build_indikator_kisi(hasil: HasilPengukuran, h: HasilIndikator, target_tahun: str = "") -> IndikatorKisi:
    """The indicator as the page shows it. target_tahun: what the agreement promises, as it is stored."""
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
        h.catatan if mentah.is_counted else mentah.alasan,
        "" if is_tercapai is None else "ya" if is_tercapai else "tidak",
        mentah.jejak,
    )


def show_target_kisi(teks: str, acuan: Indikator) -> str:
    """A target with its unit, as it was typed where it cannot be read; "" for none."""
    try:
        return show_target(parse_target(teks, acuan), acuan).teks if teks else ""
    except TargetTidakTerbacaError:
        return teks
