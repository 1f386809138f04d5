"""A report in plain words, for somebody who looks once."""

from collections import Counter
from decimal import Decimal

from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.doors.portal.gambar import Batang
from akuntabel.doors.portal.lingkungan import show_rupiah
from akuntabel.siklus.publikasi.baca_portal import TerbitanLengkap
from akuntabel.siklus.publikasi.models import SasaranTerbit, Terbitan

SERATUS = Decimal(100)


def build_kalimat(isi: TerbitanLengkap) -> list[str]:
    """What was promised, what became of it, what it cost, and what nobody knows yet."""
    t = isi.terbitan
    kalimat = [_kinerja(t), _organisasi(t), _anggaran(t), _tanpa_nilai(isi)]
    return [k for k in kalimat if k]


def build_ringkas(t: Terbitan) -> str:
    """The same in one line, for feeds."""
    return " ".join(k for k in (_kinerja(t), _organisasi(t), _anggaran(t)) if k)


def show_capaian(tercetak: str, status: str) -> str:
    """A capaian as it is printed, else its status in words."""
    return tercetak or StatusNilai(status).label


def build_batang(s: SasaranTerbit) -> Batang:
    """A sasaran as a bar; whether its target was reached is said in words too."""
    nilai = Decimal(s.capaian) if s.capaian else None
    tulisan = show_capaian(s.capaian_tercetak, s.status)
    if nilai is None:
        return Batang(f"Sasaran {s.kode}", None, tulisan)
    kata = s.kategori or ("tercapai" if nilai >= SERATUS else "belum tercapai")
    return Batang(f"Sasaran {s.kode}", nilai, f"{tulisan} · {kata}", "baik" if nilai >= SERATUS else "kurang")


def _kinerja(t: Terbitan) -> str:
    if not t.jumlah_indikator:
        return ""
    awal = f"{t.nama_satker} berjanji mencapai target {t.jumlah_indikator} indikator kinerja pada tahun {t.tahun}."
    if not t.jumlah_terukur:
        return f"{awal} Belum ada yang terukur."
    if t.jumlah_tercapai == t.jumlah_indikator:
        return f"{awal} Semuanya tercapai."
    return f"{awal} {t.jumlah_terukur} sudah terukur, {t.jumlah_tercapai} di antaranya mencapai target."


def _organisasi(t: Terbitan) -> str:
    if not t.capaian:
        return f"Capaian keseluruhannya {StatusNilai(t.status_capaian).label}: {t.alasan_capaian or 'tanpa alasan'}."
    kategori = f", termasuk kategori “{t.kategori}”" if t.kategori else ""
    return f"Capaian keseluruhannya {t.capaian_tercetak}{kategori}."


def _anggaran(t: Terbitan) -> str:
    if t.pagu is None:
        return ""
    if t.realisasi is None:
        return f"Anggarannya {show_rupiah(t.pagu)}; realisasinya belum diketahui."
    serapan = f" ({t.serapan_tercetak})" if t.serapan_tercetak else ""
    return f"Dari anggaran {show_rupiah(t.pagu)}, yang terpakai {show_rupiah(t.realisasi)}{serapan}."


def _tanpa_nilai(isi: TerbitanLengkap) -> str:
    hitungan = Counter(StatusNilai(i.isi.status).label for i in isi.tanpa_nilai)
    if not hitungan:
        return ""
    bagian = ", ".join(f"{jumlah} {label}" for label, jumlah in hitungan.items())
    return f"Indikator yang belum dapat dinilai: {bagian}. Sebabnya disebut pada tiap indikator."
