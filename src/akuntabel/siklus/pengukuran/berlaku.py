"""What holds for an office in a year: elements, rules, and when a quarter may be written."""

from calendar import monthrange
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.kueri import (
    daftar_id_jalur,
    read_aturan,
    read_elemen,
    read_jadwal,
    read_pembukaan,
    read_pengukuran,
)
from akuntabel.siklus.pengukuran.models import (
    AturanPengukuran,
    Elemen,
    JadwalPengukuran,
    PengukuranTriwulan,
    StatusPengukuran,
)
from akuntabel.siklus.perjanjian.models import ROMAWI


def akhir_triwulan(tahun: int, triwulan: int) -> date:
    """The last day of a quarter."""
    bulan = triwulan * 3
    return date(tahun, bulan, monthrange(tahun, bulan)[1])


def daftar_elemen_berlaku(satker: Satker, tahun: int, hanya: Collection[str] | None = None) -> dict[str, Elemen]:
    """The elements of the year by kode, in their order; the nearest office that names a kode says what it is."""
    return pilih_elemen(satker, read_elemen(daftar_id_jalur(satker), tahun, hanya))


def pilih_elemen(satker: Satker, baris: Iterable[Elemen]) -> dict[str, Elemen]:
    """Of the elements of a line of offices, those that hold for the last of them."""
    tempat = {pk: n for n, pk in enumerate(daftar_id_jalur(satker))}
    terurut = sorted(baris, key=lambda e: (tempat[e.satker_id], e.urut, e.kode))
    for e in terurut:
        if e.satker_id == satker.pk:
            e.satker = satker
    return {e.kode: e for e in terurut}


def find_aturan(satker: Satker, tahun: int) -> AturanPengukuran:
    """By what the office measures; the rules of the nearest office that has set any, else the ordinary ones."""
    jalur = daftar_id_jalur(satker)
    daftar = sorted(read_aturan(jalur, tahun), key=lambda a: (jalur.index(a.satker_id), a.tahun))
    return daftar[-1] if daftar else AturanPengukuran(satker=satker, tahun=tahun)


@dataclass(frozen=True, slots=True)
class Jendela:
    """Whether a quarter may be written today, and why not. sampai: until when it is open again."""

    is_terbuka: bool
    alasan: str
    jadwal: JadwalPengukuran | None
    pengukuran: PengukuranTriwulan | None
    sampai: datetime | None

    @property
    def is_terlambat(self) -> bool:
        """Past its deadline and not verified."""
        is_selesai = self.pengukuran is not None and self.pengukuran.is_beku
        return self.jadwal is not None and not is_selesai and timezone.localdate() > self.jadwal.tenggat


def find_jendela(satker: Satker, tahun: int, triwulan: int) -> Jendela:
    """One quarter."""
    return daftar_jendela(satker, tahun, (triwulan,))[triwulan]


def daftar_jendela(satker: Satker, tahun: int, daftar_triwulan: Collection[int] = tuple(ROMAWI)) -> dict[int, Jendela]:
    """Every quarter of a year: its schedule, its state, and whether it is opened again."""
    jadwal = _daftar_jadwal(satker, tahun)
    pengukuran = {p.triwulan: p for p in read_pengukuran(satker, tahun)}
    dibuka = _daftar_dibuka(satker, tahun)
    return {t: _jendela(t, tahun, jadwal.get(t), pengukuran.get(t), dibuka.get(t)) for t in daftar_triwulan}


def find_jendela_terkunci(satker: Satker, pengukuran: PengukuranTriwulan) -> Jendela:
    """The window of a quarter whose row the caller holds; who opened it again is only asked where it is shut."""
    t, tahun = pengukuran.triwulan, pengukuran.tahun
    jadwal = _daftar_jadwal(satker, tahun).get(t)
    jendela = _jendela(t, tahun, jadwal, pengukuran, None)
    if jendela.is_terbuka:
        return jendela
    return _jendela(t, tahun, jadwal, pengukuran, _daftar_dibuka(satker, tahun).get(t))


def _daftar_jadwal(satker: Satker, tahun: int) -> dict[int, JadwalPengukuran]:
    jalur = daftar_id_jalur(satker)
    terdekat = sorted(read_jadwal(jalur, tahun), key=lambda j: jalur.index(j.satker_id))
    return {j.triwulan: j for j in terdekat}


def _daftar_dibuka(satker: Satker, tahun: int) -> dict[int, datetime]:
    return {b.triwulan: b.sampai for b in read_pembukaan(satker, tahun, timezone.now())}


def _jendela(
    triwulan: int,
    tahun: int,
    jadwal: JadwalPengukuran | None,
    pengukuran: PengukuranTriwulan | None,
    sampai: datetime | None,
) -> Jendela:
    alasan = _alasan_tertutup(f"Triwulan {ROMAWI[triwulan]} {tahun}", jadwal, pengukuran, sampai)
    return Jendela(not alasan, alasan, jadwal, pengukuran, sampai)


def _alasan_tertutup(
    nama: str, jadwal: JadwalPengukuran | None, pengukuran: PengukuranTriwulan | None, sampai: datetime | None
) -> str:
    status = pengukuran.status if pengukuran else StatusPengukuran.DISUSUN.value
    hari = timezone.localdate()
    if status == StatusPengukuran.DIAJUKAN.value:
        return f"{nama} sedang diperiksa. Minta pemeriksa mengembalikannya bila ada yang harus dibetulkan."
    if sampai is not None:
        return ""
    if status == StatusPengukuran.DIVERIFIKASI.value:
        return f"{nama} sudah diverifikasi. Minta pimpinan membukanya kembali dengan alasan."
    if jadwal is not None and hari < jadwal.buka:
        return f"{nama} baru dibuka {format_tanggal(jadwal.buka)}."
    if jadwal is not None and jadwal.kunci is not None and hari > jadwal.kunci:
        return f"{nama} dikunci sejak {format_tanggal(jadwal.kunci)}. Minta pimpinan membukanya kembali dengan alasan."
    return ""
