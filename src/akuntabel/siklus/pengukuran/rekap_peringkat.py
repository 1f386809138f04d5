"""Offices beside each other by what they reached: read from annual values by an index, a page at a time (ADR 0016).

The statements of the page are written out: to have them built anew for each request costs more than to run them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import connection

from akuntabel.siklus.pengukuran.rekap import Kunci
from akuntabel.siklus.pengukuran.rekap_lingkup import Lingkup
from akuntabel.siklus.pengukuran.rekap_simpan import adapt_silsilah

TAHUN_SEJAJAR = 5
# Of the only root every value counts, and an index holds their order. Below it few offices are looked up and sorted.
_PUNCAK = """
SELECT satker_id, urut_capaian FROM pengukuran_nilaitahunan
WHERE tahun = %s AND silsilah = %s AND urut_capaian IS NOT NULL"""
_BAWAHAN = """
SELECT n.satker_id, n.urut_capaian FROM organisasi_satker s CROSS JOIN pengukuran_nilaitahunan n
WHERE n.satker_id = s.id AND n.tahun = %s AND n.silsilah = %s AND n.urut_capaian IS NOT NULL
AND s.path >= %s AND s.path < %s"""
_HALAMAN = """
WITH halaman AS ({urutan} ORDER BY urut_capaian DESC, satker_id LIMIT %s OFFSET %s)
SELECT h.satker_id, s.kode, s.nama, h.urut_capaian, l.tahun, l.silsilah, l.urut_capaian, l.status
FROM halaman h JOIN organisasi_satker s ON s.id = h.satker_id
JOIN pengukuran_nilaitahunan l ON l.satker_id = h.satker_id WHERE {lajur} ORDER BY h.urut_capaian DESC, h.satker_id"""
_DI_DEPAN = "SELECT COUNT(*) FROM ({urutan}) AS u WHERE u.urut_capaian {di_depan} %s"
_PER_TAHUN = f"l.tahun IN ({', '.join(['%s'] * TAHUN_SEJAJAR)}) AND l.silsilah = %s"
_PER_INDIKATOR = "l.tahun = %s"
_CAKUPAN = """
SELECT tahun, silsilah, jumlah_satker, jumlah_capaian, total_capaian FROM pengukuran_rekaptahunan
WHERE simpul_id = %s AND tahun BETWEEN %s AND %s AND (tahun = %s OR silsilah = %s) AND jumlah_satker > 0"""


@dataclass(frozen=True, slots=True)
class Pilihan:
    """The order of a league: by an indicator in a year, the highest first (is_naik: the lowest).

    daftar_silsilah: the indicators beside each other in that year; without any, the years up to it stand there.
    """

    tahun: int
    silsilah: UUID
    daftar_silsilah: tuple[UUID, ...] = ()
    is_naik: bool = False

    @property
    def lajur(self) -> list[Kunci]:
        """The columns from left to right: year and indicator of each."""
        if self.daftar_silsilah:
            return [(self.tahun, silsilah) for silsilah in self.daftar_silsilah]
        return [(tahun, self.silsilah) for tahun in range(self.tahun - TAHUN_SEJAJAR + 1, self.tahun + 1)]


Parameter = int | str | UUID
Sel = tuple[int | None, str]  # capaian in millionths, None where there is none; status, which says why


@dataclass(frozen=True, slots=True)
class Tempat:
    """An office in the order. tempat: offices with the same figure share one; sel: one for each column."""

    tempat: int
    satker_id: int
    kode: str
    nama: str
    urut_capaian: int
    sel: list[Sel | None]


def read_peringkat(lingkup: Lingkup, pilihan: Pilihan, *, awal: int = 0, sebanyak: int = 1_000_000) -> list[Tempat]:
    """The offices that have a capaian for the indicator in the year, in its order, from the place ``awal`` on."""
    lajur = {(tahun, adapt_silsilah(silsilah)): n for n, (tahun, silsilah) in enumerate(pilihan.lajur)}
    sql, parameter = _build_sql(lingkup, pilihan, awal, sebanyak)
    daftar: list[Tempat] = []
    with connection.cursor() as kursor:
        kursor.execute(sql, parameter)
        for satker_id, kode, nama, urut, tahun, silsilah, urut_sel, status in kursor.fetchall():
            if not daftar or daftar[-1].satker_id != satker_id:
                tempat = _find_tempat(lingkup, pilihan, daftar, awal, urut)
                daftar.append(Tempat(tempat, satker_id, kode, nama, urut, [None] * len(lajur)))
            kolom = lajur.get((tahun, silsilah))
            if kolom is not None:
                daftar[-1].sel[kolom] = urut_sel, status
    return daftar


def _build_sql(lingkup: Lingkup, pilihan: Pilihan, awal: int, sebanyak: int) -> tuple[str, list[Parameter]]:
    urutan, parameter = _build_urutan(lingkup, pilihan)
    parameter += [sebanyak, awal]
    if pilihan.daftar_silsilah:
        sql = _HALAMAN.format(urutan=urutan, lajur=_PER_INDIKATOR)
        parameter.append(pilihan.tahun)
    else:
        sql = _HALAMAN.format(urutan=urutan, lajur=_PER_TAHUN)
        parameter += [*(tahun for tahun, _ in pilihan.lajur), adapt_silsilah(pilihan.silsilah)]
    return sql.replace("DESC", "ASC") if pilihan.is_naik else sql, parameter


def read_capaian(lingkup: Lingkup, pilihan: Pilihan) -> dict[tuple[int, Kunci], Decimal | None]:
    """What all offices reached, to the last digit, by office and column: for who goes on working with it."""
    daftar = lingkup.saring_nilai().filter(
        tahun__in={tahun for tahun, _ in pilihan.lajur}, silsilah__in={silsilah for _, silsilah in pilihan.lajur}
    )
    baris = daftar.values_list("satker_id", "tahun", "silsilah", "capaian")
    return {(satker, (tahun, silsilah)): capaian for satker, tahun, silsilah, capaian in baris}


@dataclass(frozen=True, slots=True)
class CakupanRekap:
    """Of an indicator in a year over all offices below: how many answer for it, how many have a capaian, its sum."""

    jumlah_satker: int
    jumlah_capaian: int
    total_capaian: Decimal


def read_cakupan(lingkup: Lingkup, pilihan: Pilihan) -> dict[Kunci, CakupanRekap]:
    """Of every indicator in the year, and of the chosen one in the years before; nothing for who sees one office."""
    if not lingkup.is_utuh:
        return {}
    tahun = pilihan.tahun
    parameter: list[Parameter] = [
        lingkup.simpul.pk,
        tahun - TAHUN_SEJAJAR + 1,
        tahun,
        tahun,
        adapt_silsilah(pilihan.silsilah),
    ]
    with connection.cursor() as kursor:
        kursor.execute(_CAKUPAN, parameter)
        return {
            (tahun, milik if isinstance(milik, UUID) else UUID(milik)): CakupanRekap(
                jumlah_satker, jumlah_capaian, Decimal(total)
            )
            for tahun, milik, jumlah_satker, jumlah_capaian, total in kursor.fetchall()
        }


def _find_tempat(lingkup: Lingkup, pilihan: Pilihan, sebelum: Sequence[Tempat], awal: int, urut: int) -> int:
    """The place of the next office: that of the one before it where their figures are the same."""
    if sebelum and sebelum[-1].urut_capaian == urut:
        return sebelum[-1].tempat
    if sebelum or awal == 0:
        return awal + len(sebelum) + 1
    urutan, parameter = _build_urutan(lingkup, pilihan)
    di_depan = "<" if pilihan.is_naik else ">"
    with connection.cursor() as kursor:
        kursor.execute(_DI_DEPAN.format(urutan=urutan, di_depan=di_depan), [*parameter, urut])
        return int(kursor.fetchone()[0]) + 1


def _build_urutan(lingkup: Lingkup, pilihan: Pilihan) -> tuple[str, list[Parameter]]:
    """The offices that have a place, before they are put in order."""
    parameter: list[Parameter] = [pilihan.tahun, adapt_silsilah(pilihan.silsilah)]
    return (_PUNCAK, parameter) if lingkup.is_semesta else (_BAWAHAN, [*parameter, *lingkup.batas])
