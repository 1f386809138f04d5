"""There is no way around: what is public stays as it was published, against every door to the database there is."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, connection, models, transaction
from terbit_contoh import KantorTerbit
from terbitan_contoh import build_register, build_terbitan

from akuntabel.siklus.publikasi.models import (
    AnggaranTerbit,
    DokumenTerbit,
    IndikatorTerbit,
    PenetapanLaporan,
    RiwayatTerbit,
    SasaranTerbit,
    StatusTerbitan,
    Terbitan,
)

pytestmark = pytest.mark.django_db
PESAN = "sudah terbit tidak dapat diubah"
ISI: dict[type[models.Model], tuple[str, object]] = {
    SasaranTerbit: ("nama", "Lain"),
    IndikatorTerbit: ("capaian", "1"),
    RiwayatTerbit: ("realisasi", "1"),
    AnggaranTerbit: ("pagu", 1),
    DokumenTerbit: ("sha256", "0" * 64),
}
SEMUA = {Terbitan: ("judul", "Lain")} | ISI


@pytest.fixture
def terbitan(db: None) -> Terbitan:
    build_register()
    return build_terbitan()


def _rekam() -> dict[str, list[tuple[object, ...]]]:
    return {m.__name__: list(m._default_manager.order_by("pk").values_list()) for m in SEMUA}


def _baris(model: type[models.Model]) -> models.Model:
    return model._default_manager.order_by("pk")[0]


def _save(model: type[models.Model], bidang: str, nilai: object) -> None:
    baris = _baris(model)
    setattr(baris, bidang, nilai)
    baris.save()


def _update(model: type[models.Model], bidang: str, nilai: object) -> None:
    model._default_manager.update(**{bidang: nilai})


def _delete(model: type[models.Model], bidang: str, nilai: object) -> None:
    model._default_manager.all()._raw_delete(model._default_manager.db)  # type: ignore[attr-defined]  # as a cascade does


def _replace(model: type[models.Model], bidang: str, nilai: object) -> None:
    """SQLite's own way past triggers of DELETE; PostgreSQL has its upsert."""
    baris = _baris(model)
    kolom = [f.column for f in model._meta.concrete_fields]
    isi = [f.get_db_prep_save(getattr(baris, f.attname), connection) for f in model._meta.concrete_fields]
    isi[kolom.index(model._meta.get_field(bidang).column)] = nilai
    tabel, daftar = model._meta.db_table, f"({', '.join(kolom)})"
    tanda = f"({', '.join(['%s'] * len(kolom))})"
    if connection.vendor == "sqlite":
        kata = ["REPLACE INTO", tabel, daftar, "VALUES", tanda]
    else:
        ubah = f"{bidang} = EXCLUDED.{bidang}"
        kata = ["INSERT INTO", tabel, daftar, "VALUES", tanda, "ON CONFLICT (id) DO UPDATE SET", ubah]
    with connection.cursor() as kursor:
        kursor.execute(" ".join(kata), isi)


@pytest.mark.parametrize("cara", [_save, _update, _delete, _replace])
@pytest.mark.parametrize("model", SEMUA)
def test_nothing_of_a_published_report_changes(
    terbitan: Terbitan, model: type[models.Model], cara: Callable[..., None]
):
    sebelum = _rekam()
    assert sebelum[model.__name__]
    with pytest.raises(DatabaseError, match=PESAN), transaction.atomic():
        cara(model, *SEMUA[model])
    assert _rekam() == sebelum


@pytest.mark.parametrize("model", ISI)
def test_no_line_comes_in_later(terbitan: Terbitan, model: type[models.Model]):
    baru = _baris(model)
    baru.pk = None
    for bidang in ("kode", "nama"):
        if hasattr(baru, bidang):
            setattr(baru, bidang, "baru")
    with pytest.raises(DatabaseError, match=PESAN), transaction.atomic():
        baru.save(force_insert=True)


def test_a_withdrawal_writes_its_three_columns_and_no_other(terbitan: Terbitan):
    lain: dict[str, Any] = {"status": "ditarik", "ditarik_pada": terbitan.terbit_pada, "alasan_tarik": "Keliru"}
    with pytest.raises(DatabaseError, match=PESAN), transaction.atomic():
        Terbitan.objects.update(**lain, capaian="1")
    Terbitan.objects.update(**lain)
    with pytest.raises(DatabaseError, match=PESAN), transaction.atomic():
        Terbitan.objects.update(status=StatusTerbitan.TERBIT.value, ditarik_pada=None, alasan_tarik="")
    with pytest.raises(DatabaseError, match=PESAN), transaction.atomic():
        Terbitan.objects.update(alasan_tarik="Lain")


def test_nothing_is_born_public(terbitan: Terbitan):
    baru = Terbitan.objects.get()
    baru.pk, baru.slug = None, "lain"
    with pytest.raises(DatabaseError, match=PESAN), transaction.atomic():
        baru.save(force_insert=True)


@pytest.mark.parametrize("cara", [_save, _update, _delete, _replace])
def test_an_adoption_stays_as_it_was_recorded(kantor: KantorTerbit, cara: Callable[..., None]):
    kantor.tetapkan()
    sebelum = list(PenetapanLaporan.objects.values_list())
    with pytest.raises(DatabaseError, match="penetapan laporan yang sudah dicatat"), transaction.atomic():
        cara(PenetapanLaporan, "nama", "Lain")
    assert list(PenetapanLaporan.objects.values_list()) == sebelum
