"""There is no way around: what was adopted, what binds and what was done stays, against every door to the database."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, models, transaction
from evaluasi_contoh import Evaluasi
from pemeran import Pemeran

from akuntabel.siklus.evaluasi.actions_rekomendasi import draft_tindak_lanjut
from akuntabel.siklus.evaluasi.models import BuktiKriteria, Lke, NilaiKriteria, NilaiSub, Rekomendasi, TindakLanjut

UBAHAN: dict[type[models.Model], tuple[str, object]] = {
    Lke: ("simpulan", "Lain"),
    NilaiSub: ("predikat", "AA"),
    NilaiKriteria: ("jawaban", "tidak"),
    BuktiKriteria: ("uraian", "Lain"),
    Rekomendasi: ("teks", "Lain"),
    TindakLanjut: ("uraian", "Lain"),
}
PESAN = "tidak dapat diubah|hanya dapat ditambah"


@pytest.fixture
def tetap(evaluasi: Evaluasi, pemeran: Pemeran) -> Rekomendasi:
    """An adopted worksheet with a recommendation that was followed up."""
    rekomendasi = evaluasi.resmi()
    draft_tindak_lanjut(rekomendasi, "Sudah.", by=pemeran.danu)
    return rekomendasi


def _rekam() -> dict[str, list[tuple[object, ...]]]:
    return {m.__name__: list(m._default_manager.order_by("pk").values_list()) for m in UBAHAN}


def _baris(model: type[models.Model]) -> models.Model:
    return model._default_manager.order_by("pk")[0]


def _save(model: type[models.Model]) -> None:
    baris = _baris(model)
    setattr(baris, *UBAHAN[model])
    baris.save()


def _update(model: type[models.Model]) -> None:
    nama, nilai = UBAHAN[model]
    model._default_manager.update(**{nama: nilai})


def _delete(model: type[models.Model]) -> None:
    model._default_manager.filter(pk=_baris(model).pk)._raw_delete(using="default")  # type: ignore[attr-defined]


def _ganti(model: type[models.Model]) -> None:
    """A row in the place of a kept one: on SQLite REPLACE would drop the old one without a word."""
    baris, tabel = _baris(model), model._meta.db_table
    kolom = [f.column for f in model._meta.concrete_fields]
    nama = UBAHAN[model][0]
    pilih = ", ".join("%s" if k == nama else k for k in kolom)
    perintah = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"
    akhir = "" if connection.vendor == "sqlite" else f" ON CONFLICT (id) DO UPDATE SET {nama} = EXCLUDED.{nama}"
    with connection.cursor() as kursor:
        sql = f"{perintah} INTO {tabel} ({', '.join(kolom)}) SELECT {pilih} FROM {tabel} WHERE id = %s{akhir}"  # noqa: S608 — names of our own tables
        kursor.execute(sql, [UBAHAN[model][1], baris.pk])


@pytest.mark.parametrize("model", UBAHAN, ids=lambda m: m.__name__)
@pytest.mark.parametrize("cara", [_save, _update, _delete, _ganti])
def test_no_way_changes_what_is_kept(
    tetap: Rekomendasi, model: type[models.Model], cara: Callable[[type[models.Model]], None]
) -> None:
    sebelum = _rekam()
    assert all(sebelum.values())
    with pytest.raises(DatabaseError, match=PESAN), transaction.atomic():
        cara(model)
    assert _rekam() == sebelum


def test_a_line_is_not_added_to_an_adopted_worksheet(tetap: Rekomendasi) -> None:
    lke = tetap.lke
    for buat in (
        lambda: NilaiSub.objects.create(lke=lke, kode="9z"),
        lambda: NilaiKriteria.objects.create(lke=lke, kode="9z1"),
        lambda: BuktiKriteria.objects.create(lke=lke, kode="1a1", uraian="x"),
        lambda: Rekomendasi.objects.create(satker=tetap.satker, tahun=tetap.tahun, lke=lke, nomor=99, teks="x"),
    ):
        with pytest.raises(DatabaseError, match=PESAN), transaction.atomic():
            buat()


def test_nothing_is_born_adopted(evaluasi: Evaluasi) -> None:
    lke = evaluasi.tetapkan(evaluasi.isi(evaluasi.draft()))
    lke.pk, lke.revisi = None, 7
    with pytest.raises(DatabaseError, match=PESAN), transaction.atomic():
        lke.save(force_insert=True)


def test_who_answers_and_until_when_may_change(tetap: Rekomendasi) -> None:
    Rekomendasi.objects.filter(pk=tetap.pk).update(tenggat="2030-01-01", status="selesai")
    assert Rekomendasi.objects.get(pk=tetap.pk).status == "selesai"


def test_a_recommendation_does_not_leave_its_worksheet(tetap: Rekomendasi) -> None:
    with pytest.raises(DatabaseError, match=PESAN), transaction.atomic():
        Rekomendasi.objects.filter(pk=tetap.pk).update(lke=None)
