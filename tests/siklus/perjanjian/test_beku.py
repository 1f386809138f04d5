"""There is no way around: what is signed or approved stays as it is, against every door to the database there is.

Each way is tried against every table that is frozen. It must be refused by the database, with words that say what to
do, and afterwards everything must be as it was.
"""

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from django.db import DatabaseError, connection, models, transaction

from akuntabel.siklus.perjanjian.isi import is_utuh
from akuntabel.siklus.perjanjian.models import (
    Aksi,
    PerjanjianAnggaran,
    PerjanjianKinerja,
    PerjanjianTarget,
    RencanaAksi,
    TargetTriwulan,
)

PESAN = r"sudah (ditandatangani|disetujui) tidak dapat diubah; buat revisi"
UBAHAN: dict[type[models.Model], tuple[str, object]] = {
    PerjanjianKinerja: ("tanggal_penandatanganan", date(2026, 1, 1)),
    PerjanjianTarget: ("target", "1"),
    PerjanjianAnggaran: ("pagu", 1),
    RencanaAksi: ("tanggal_persetujuan", date(2026, 1, 1)),
    TargetTriwulan: ("target", "1"),
    Aksi: ("uraian", "Lain"),
}
INDUK = {PerjanjianTarget: "perjanjian", PerjanjianAnggaran: "perjanjian", TargetTriwulan: "rencana_aksi"} | {
    Aksi: "rencana_aksi"
}


def _rekam() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every frozen table."""
    return {m.__name__: list(m._default_manager.order_by("pk").values_list()) for m in UBAHAN}


def _jalankan(*kata: str, isi: Sequence[object] = ()) -> None:
    """A command in words, of which some are names of tables and columns."""
    with connection.cursor() as kursor:
        kursor.execute(" ".join(kata), isi)


def _baris(model: type[models.Model]) -> models.Model:
    return model._default_manager.order_by("pk")[0]


def _tabel(model: type[models.Model]) -> str:
    return model._meta.db_table


def _save(model: type[models.Model]) -> None:
    baris = _baris(model)
    setattr(baris, *UBAHAN[model])
    baris.save()


def _bulk_update(model: type[models.Model]) -> None:
    baris = _baris(model)
    setattr(baris, *UBAHAN[model])
    model._default_manager.bulk_update([baris], [UBAHAN[model][0]])


def _upsert(model: type[models.Model]) -> None:
    baris = _baris(model)
    setattr(baris, *UBAHAN[model])
    model._default_manager.bulk_create(
        [baris], update_conflicts=True, unique_fields=["pk"], update_fields=[UBAHAN[model][0]]
    )


def _sql_update(model: type[models.Model]) -> None:
    kolom, nilai = UBAHAN[model]
    _jalankan("UPDATE", _tabel(model), "SET", kolom, "= %s", isi=[nilai])


def _pindah_nomor(model: type[models.Model]) -> None:
    _jalankan("UPDATE", _tabel(model), "SET id = id + 1000")


CARA: dict[str, Callable[[type[models.Model]], object]] = {
    "save": _save,
    "delete": lambda m: _baris(m).delete(),
    "update": lambda m: m._default_manager.update(**dict([UBAHAN[m]])),
    "delete massal": lambda m: m._default_manager.all().delete(),
    "delete mentah": lambda m: m._default_manager.all()._raw_delete(m._default_manager.db),
    "bulk_update": _bulk_update,
    "bulk_create menimpa": _upsert,
    "SQL UPDATE": _sql_update,
    "SQL UPDATE id": _pindah_nomor,
    "SQL DELETE": lambda m: _jalankan("DELETE FROM", _tabel(m)),
}


@pytest.fixture
def beku(rencana_aksi_disetujui: RencanaAksi) -> RencanaAksi:
    """A signed agreement with an approved rencana aksi: a row in every table."""
    assert all(isi for isi in _rekam().values())
    return rencana_aksi_disetujui


def _ditolak(cara: Callable[[], object]) -> None:
    sebelum = _rekam()
    with pytest.raises(DatabaseError) as kena, transaction.atomic():
        cara()
    if not isinstance(kena.value, models.ProtectedError):  # Django itself deletes nothing that others point at
        assert kena.match(PESAN)
    assert _rekam() == sebelum
    for dokumen in (*PerjanjianKinerja.objects.all(), *RencanaAksi.objects.all()):
        assert is_utuh(dokumen) or not dokumen.is_beku


@pytest.mark.parametrize("model", UBAHAN)
@pytest.mark.parametrize("cara", CARA)
def test_no_way_changes_or_deletes_what_is_frozen(beku, model, cara: str):
    _ditolak(lambda: CARA[cara](model))


@pytest.mark.parametrize("model", INDUK)
def test_nothing_is_added_to_what_is_frozen(beku, model):
    baris = _baris(model)
    baris.pk = None
    _ditolak(baris.save)
    baris.pk = None
    _ditolak(lambda: model._default_manager.bulk_create([baris]))


@pytest.mark.parametrize("model", INDUK)
def test_no_line_moves_into_or_out_of_what_is_frozen(draf_lain, model):
    kolom = f"{INDUK[model]}_id"
    baris, asing = _baris(model), model._default_manager.order_by("pk").last()
    assert getattr(baris, kolom) != getattr(asing, kolom)
    pindah = ("UPDATE", _tabel(model), "SET", kolom, "= %s WHERE id = %s")
    _ditolak(lambda: _jalankan(*pindah, isi=[getattr(asing, kolom), baris.pk]))
    _ditolak(lambda: _jalankan(*pindah, isi=[getattr(baris, kolom), asing.pk]))


@pytest.mark.parametrize("model", [PerjanjianKinerja, RencanaAksi])
def test_nothing_is_born_frozen(beku, model):
    tiruan = _baris(model)
    tiruan.pk, tiruan.revisi = None, 9
    if isinstance(tiruan, PerjanjianKinerja):
        tiruan.kode, tiruan.alasan_revisi = "pk-tiruan", "asumsi"
    else:
        tiruan.uraian_revisi = "tiruan"
    _ditolak(lambda: model._default_manager.bulk_create([tiruan]))


@pytest.fixture
def draf_lain(pemeran, beku: RencanaAksi) -> RencanaAksi:
    """Drafts beside what is frozen, with a row in every table: a lever that must not lift anything."""
    perjanjian = beku.perjanjian
    lain = PerjanjianKinerja.objects.create(
        satker=perjanjian.satker,
        entitas=perjanjian.entitas,
        kode="pk-2027",
        tahun=2027,
        pihak_pertama=perjanjian.pihak_pertama,
        pihak_kedua=perjanjian.pihak_kedua,
    )
    target = lain.daftar_target.create(indikator=perjanjian.daftar_target.all()[0].indikator, target="1")
    lain.daftar_anggaran.create(kode="3355", uraian="A", pagu=1)
    rencana_aksi = RencanaAksi.objects.create(satker=lain.satker, perjanjian=lain)
    rencana_aksi.daftar_target.create(perjanjian_target=target, triwulan=1, target="1")
    rencana_aksi.daftar_aksi.create(perjanjian_target=target, uraian="A", triwulan=1)
    return rencana_aksi


sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="REPLACE is SQLite's own")


@sqlite
@pytest.mark.parametrize("model", UBAHAN)
def test_replace_does_not_slip_past_the_triggers_of_delete(draf_lain, model):
    """SQLite's REPLACE deletes what stands in its way without firing triggers of DELETE."""
    baris, lain = _baris(model), model._default_manager.order_by("pk").last()
    kolom = [f.column for f in model._meta.concrete_fields if not f.primary_key]
    tabel, ambil = _tabel(model), ", ".join(kolom)
    salin = ("INSERT OR REPLACE INTO", tabel, f"(id, {ambil}) SELECT %s,", ambil, "FROM", tabel, "WHERE id = %s")
    _ditolak(lambda: _jalankan(*salin, isi=[baris.pk, lain.pk]))
    _ditolak(lambda: _jalankan("UPDATE OR REPLACE", tabel, "SET id = %s WHERE id = %s", isi=[baris.pk, lain.pk]))


@sqlite
@pytest.mark.parametrize(
    ("model", "kunci"),
    [
        (PerjanjianKinerja, ("satker_id", "kode")),
        (PerjanjianKinerja, ("entitas_id", "pihak_pertama_id", "tahun", "revisi")),
        (RencanaAksi, ("perjanjian_id", "revisi")),
    ],
)
def test_replace_by_another_unique_key_does_not_either(draf_lain, model, kunci):
    baris, lain = _baris(model), model._default_manager.order_by("pk").last()
    jadi = ", ".join(f"{k} = %s" for k in kunci)
    nilai = [*(getattr(baris, k) for k in kunci), lain.pk]
    _ditolak(lambda: _jalankan("UPDATE OR REPLACE", _tabel(model), "SET", jadi, "WHERE id = %s", isi=nilai))


def test_a_draft_beside_it_can_still_be_changed_and_deleted(draf_lain):
    """The triggers do not refuse everything."""
    perjanjian = draf_lain.perjanjian
    PerjanjianTarget.objects.filter(perjanjian=perjanjian).update(target="2")
    draf_lain.delete()
    assert perjanjian.delete()[0] == 3
