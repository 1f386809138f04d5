"""Stages on a line of time: the schedule above, how it went below. Drawn by the server, with its table beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from akuntabel.core.calc.angka import BULAN
from akuntabel.siklus.kepemiluan.models import Tahapan

LEBAR_GAMBAR, LEBAR_TEPI = 780, 70  # the edge holds the word behind a late bar
LEBAR = LEBAR_GAMBAR + LEBAR_TEPI
TINGGI_BARIS, TINGGI_KEPALA = 42, 26
TEBAL, SELA_ATAS, SELA_BAWAH = 8, 19, 29  # of a bar, and where the two of a row begin
LEBAR_TERKECIL = 5  # a day must be seen
HURUF_NAMA = 110
BULAN_TERBANYAK = 18  # beyond, one mark for each quarter
_TRIWULAN = 3


@dataclass(frozen=True, slots=True)
class Batang:
    """A bar. rupa: rencana, tepat, telat, or jalan where it has not ended or nobody can tell."""

    x: int
    y: int
    lebar: int
    rupa: str
    teks: str


@dataclass(frozen=True, slots=True)
class BarisGaris:
    """A stage in the drawing."""

    y: int
    nama: str
    lengkap: str
    daftar_batang: tuple[Batang, ...]


@dataclass(frozen=True, slots=True)
class TandaWaktu:
    """A mark of the scale."""

    x: int
    teks: str


@dataclass(frozen=True, slots=True)
class GarisWaktu:
    """The drawing: rows, marks, where today is (None: outside). tanpa_tanggal: stages that have none."""

    tinggi: int
    daftar_baris: tuple[BarisGaris, ...]
    daftar_tanda: tuple[TandaWaktu, ...]
    hari_ini: int | None
    tanpa_tanggal: int


def build_garis(daftar: Sequence[Tahapan], hari_ini: date) -> GarisWaktu | None:
    """The drawing of these stages; None where none of them has a day."""
    bertanggal = [t for t in daftar if _daftar_hari(t)]
    if not bertanggal:
        return None
    hari = [h for t in bertanggal for h in _daftar_hari(t)]
    skala = _Skala(min(hari).replace(day=1), max(hari) + timedelta(1))
    baris = tuple(_baris(n, t, skala) for n, t in enumerate(bertanggal))
    return GarisWaktu(
        tinggi=TINGGI_KEPALA + TINGGI_BARIS * len(baris) + 6,
        daftar_baris=baris,
        daftar_tanda=tuple(skala.daftar_tanda()),
        hari_ini=skala.x(hari_ini) if skala.awal <= hari_ini <= skala.akhir else None,
        tanpa_tanggal=len(daftar) - len(bertanggal),
    )


@dataclass(frozen=True, slots=True)
class _Skala:
    awal: date
    akhir: date

    def x(self, hari: date) -> int:
        """Where a day lies."""
        return (hari - self.awal).days * LEBAR_GAMBAR // max((self.akhir - self.awal).days, 1)

    def daftar_tanda(self) -> list[TandaWaktu]:
        """The first of each month, or of each quarter where there are many."""
        bulan = (self.akhir.year - self.awal.year) * 12 + self.akhir.month - self.awal.month + 1
        langkah = 1 if bulan <= BULAN_TERBANYAK else _TRIWULAN
        tanda: list[TandaWaktu] = []
        hari = self.awal
        while hari <= self.akhir:
            if langkah == 1 or hari.month % _TRIWULAN == 1:
                tahun = f" {hari.year}" if hari.month == 1 or not tanda else ""
                tanda.append(TandaWaktu(self.x(hari), f"{BULAN[hari.month - 1][:3]}{tahun}"))
            hari = (hari + timedelta(32)).replace(day=1)
        return tanda


def _daftar_hari(t: Tahapan) -> list[date]:
    hari = (t.rencana_mulai, t.rencana_selesai, t.realisasi_mulai, t.realisasi_selesai)
    return [h for h in hari if h is not None]


def _baris(n: int, t: Tahapan, skala: _Skala) -> BarisGaris:
    y = TINGGI_KEPALA + n * TINGGI_BARIS
    lengkap = f"{t.urut}. {t.nama}"
    nama = lengkap if len(lengkap) <= HURUF_NAMA else lengkap[: HURUF_NAMA - 1].rstrip() + "…"
    rupa = {True: "tepat", False: "telat", None: "jalan"}[t.is_tepat_waktu if t.realisasi_selesai else None]
    batang = (
        _batang(t.rencana_mulai, t.rencana_selesai, y + SELA_ATAS, "rencana", "Jadwal", skala),
        _batang(t.realisasi_mulai, t.realisasi_selesai, y + SELA_BAWAH, rupa, "Pelaksanaan", skala),
    )
    return BarisGaris(y, nama, lengkap, tuple(b for b in batang if b is not None))


def _batang(mulai: date | None, selesai: date | None, y: int, rupa: str, awalan: str, skala: _Skala) -> Batang | None:
    dari, sampai = mulai or selesai, selesai or mulai
    if dari is None or sampai is None:
        return None
    kiri, kanan = skala.x(dari), skala.x(sampai + timedelta(1))
    kata = {"tepat": ", tepat waktu", "telat": ", terlambat"}.get(rupa, "")
    rentang = " sampai ".join(dict.fromkeys(f"{h:%d-%m-%Y}" for h in (mulai, selesai) if h is not None))
    return Batang(kiri, y, max(kanan - kiri, LEBAR_TERKECIL), rupa, f"{awalan} {rentang}{kata}")
