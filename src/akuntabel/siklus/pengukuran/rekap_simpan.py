"""How annual values and their sums are read under a lock and written, in statements whose text is made once.

Every cell that somebody saves passes here; to have the text built anew each time costs more than to run it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models import Field, OuterRef, Subquery

from akuntabel.platform.kueri import KueriTetap, build_nilai, run_sql, run_sql_berulang
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.models.dasar import DasarNilai
from akuntabel.siklus.pengukuran.models.rekap import NilaiTahunan, RekapTahunan
from akuntabel.siklus.pengukuran.rekap_jumlah import Jumlah

_REKAP = """
SELECT id, silsilah, jumlah_satker, jumlah_rasio, jumlah_nilai, jumlah_capaian,
  total_pembilang, total_berskala, total_penyebut, total_nilai, total_capaian
FROM pengukuran_rekaptahunan WHERE tahun = %s AND silsilah IN ({silsilah}) AND simpul_id IN ({simpul})
ORDER BY silsilah, simpul_id"""
_TAMBAH = """
UPDATE pengukuran_rekaptahunan SET jumlah_satker = %s, jumlah_rasio = %s, jumlah_nilai = %s, jumlah_capaian = %s,
  total_pembilang = %s, total_berskala = %s, total_penyebut = %s, total_nilai = %s, total_capaian = %s
WHERE id = %s"""
_UPSERT = "INSERT INTO {tabel} ({nama}) VALUES ({tempat}) ON CONFLICT ({unik}) DO UPDATE SET {diganti}"


@dataclass(frozen=True, slots=True)
class NilaiTerkunci:
    """What an office came to in a year, by silsilah, by what, and its path; all stay until the transaction ends.

    dasar: the identity of what the values were computed by; None where nothing is kept.
    """

    jalur: str
    dasar: str | None
    nilai: Mapping[UUID, NilaiTahunan]


def lock_nilai(satker: Satker, tahun: int) -> NilaiTerkunci:
    """Read them under a lock: nobody else writes values of this office, or moves it, before this transaction ends."""
    ((_, jalur, dasar),) = _JALUR.rows(tahun, satker.pk)
    return NilaiTerkunci(jalur, dasar, {n.silsilah: n for n in _NILAI(satker.pk, tahun)})


def save_nilai(daftar: Sequence[NilaiTahunan]) -> None:
    """Write these values, whether they are there or not."""
    _save(NilaiTahunan, ("satker", "tahun", "silsilah"), daftar)


def add_rekap(daftar_id: Collection[int], tahun: int, selisih: Mapping[UUID, Jumlah]) -> int:
    """Add to the sums of these offices, by silsilah; how many rows there were to add to.

    They are locked always in one order, so that two writers never wait for each other in a ring.
    """
    per_silsilah = {adapt_silsilah(silsilah): jumlah for silsilah, jumlah in selisih.items()}
    sql = _REKAP.format(silsilah=_tempat(len(per_silsilah)), simpul=_tempat(len(daftar_id)))
    baris = run_sql(sql + _kunci(), [tahun, *per_silsilah, *daftar_id])
    run_sql_berulang(
        _TAMBAH, [(*(Jumlah.of_isi(isi) + per_silsilah[silsilah]).isi, pk) for pk, silsilah, *isi in baris]
    )
    return len(baris)


def save_rekap(daftar: Sequence[RekapTahunan]) -> None:
    """Write these sums, whether their rows are there or not."""
    _save(RekapTahunan, ("simpul", "tahun", "silsilah"), daftar)


def make_rekap(daftar_id: Iterable[int], tahun: int, daftar_silsilah: Iterable[UUID]) -> None:
    """Rows of 0 where there are none yet. Of two who make the same row, the second waits for the first.

    Always in one order, and before any sum is locked.
    """
    RekapTahunan.objects.bulk_create(
        [
            RekapTahunan(simpul_id=simpul, tahun=tahun, silsilah=silsilah)
            for silsilah in sorted(daftar_silsilah)
            for simpul in sorted(daftar_id)
        ],
        ignore_conflicts=True,
    )


def _save(model: type[models.Model], kunci: tuple[str, ...], daftar: Sequence[models.Model]) -> None:
    sql, bidang = _build_upsert(model, kunci)
    run_sql_berulang(sql, [build_nilai(baris, bidang) for baris in daftar])


@cache
def _build_upsert(model: type[models.Model], kunci: tuple[str, ...]) -> "tuple[str, list[Field[Any, Any]]]":
    """INSERT that becomes an UPDATE where the key stands already, and the fields in the order of its values."""
    bidang = [b for b in model._meta.concrete_fields if not b.primary_key]
    nama = [str(b.column) for b in bidang]
    unik = [str(b.column) for b in bidang if b.name in kunci]
    diganti = ", ".join(f"{n} = EXCLUDED.{n}" for n in nama if n not in unik)
    sql = _UPSERT.format(
        tabel=model._meta.db_table,
        nama=", ".join(nama),
        tempat=_tempat(len(nama)),
        unik=", ".join(unik),
        diganti=diganti,
    )
    return sql, bidang


def adapt_silsilah(silsilah: UUID) -> UUID | str:
    """As the database at hand keeps it."""
    return silsilah if connection.features.has_native_uuid_field else silsilah.hex


_JALUR: KueriTetap[Satker] = KueriTetap(
    lambda tahun, pk: (
        Satker.objects.select_for_update(no_key=True)
        .filter(pk=pk)
        .only("path")
        .annotate(dasar=Subquery(DasarNilai.objects.filter(satker=OuterRef("pk"), tahun=tahun).values("dasar")))
    ),
    2020,
    1,
)
_NILAI: KueriTetap[NilaiTahunan] = KueriTetap(
    lambda satker, tahun: NilaiTahunan.objects.filter(satker=satker, tahun=tahun).defer(
        "satker", "tahun", "urut_capaian", "dihitung_pada"
    ),
    1,
    2020,
)


def _tempat(banyaknya: int) -> str:
    return ", ".join(["%s"] * banyaknya)


def _kunci() -> str:
    """SQLite has let one writer in; on PostgreSQL who reads what it will write locks it."""
    return " FOR NO KEY UPDATE" if connection.vendor == "postgresql" else ""
