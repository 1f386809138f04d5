"""The sums of all offices computed anew from their annual values: what the sums written with each change must equal."""

from collections.abc import Mapping
from uuid import UUID

from django.db import connection, transaction

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.pohon import lock_pohon
from akuntabel.siklus.pengukuran.models.rekap import NilaiTahunan, RekapTahunan
from akuntabel.siklus.pengukuran.rekap import daftar_simpul
from akuntabel.siklus.pengukuran.rekap_jumlah import KOSONG, Jumlah
from akuntabel.siklus.pengukuran.rekap_simpan import save_rekap

KunciRekap = tuple[int, UUID]  # office and silsilah, within a year
SEKALI_BACA, SEKALI_TULIS = 2000, 2000


@transaction.atomic
def rebuild_rekap() -> int:
    """Put right every sum that is not what the annual values say; how many were wrong. 0 is what one expects.

    While it runs, moves of offices and new values wait.
    """
    lock_pohon()
    _lock_nilai()
    jalur = {pk: daftar_simpul(path) for pk, path in Satker.objects.values_list("pk", "path")}
    daftar_tahun = {
        t for model in (NilaiTahunan, RekapTahunan) for t in model.objects.values_list("tahun", flat=True).distinct()
    }
    return sum(_rebuild_tahun(tahun, jalur) for tahun in sorted(daftar_tahun))


def _lock_nilai() -> None:
    """Nobody is half-way through a change, and nobody begins one. SQLite has let no other writer in anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as kursor:
            kursor.execute(f"LOCK TABLE {NilaiTahunan._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")


def _rebuild_tahun(tahun: int, jalur: Mapping[int, list[int]]) -> int:
    benar = _sum_nilai(tahun, jalur)
    salah = []
    for rekap in RekapTahunan.objects.filter(tahun=tahun).order_by("pk").iterator(SEKALI_BACA):
        jumlah = benar.pop((rekap.simpul_id, rekap.silsilah), KOSONG)
        if Jumlah.of_rekap(rekap) != jumlah:
            jumlah.write(rekap)
            salah.append(rekap)
    for (simpul, silsilah), jumlah in benar.items():
        rekap = RekapTahunan(simpul_id=simpul, tahun=tahun, silsilah=silsilah)
        jumlah.write(rekap)
        salah.append(rekap)
    for awal in range(0, len(salah), SEKALI_TULIS):
        save_rekap(salah[awal : awal + SEKALI_TULIS])
    return len(salah)


def _sum_nilai(tahun: int, jalur: Mapping[int, list[int]]) -> dict[KunciRekap, Jumlah]:
    """The annual values of a year, added up along every path."""
    benar: dict[KunciRekap, Jumlah] = {}
    for nilai in NilaiTahunan.objects.filter(tahun=tahun).order_by("pk").iterator(SEKALI_BACA):
        jumlah = Jumlah.of(nilai)
        for simpul in jalur[nilai.satker_id]:
            kunci = simpul, nilai.silsilah
            benar[kunci] = benar[kunci] + jumlah if kunci in benar else jumlah
    return benar
