"""The database itself keeps counts of voters as they were written: rows are added, never changed or deleted.

A row that takes the place of another must speak of the same cell. SQLite's REPLACE deletes rows that stand in its way
without firing triggers of DELETE; therefore a row may not take the place of one that is there, except by menggantikan.
"""

from collections.abc import Iterator

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABEL = "kepemiluan_daftarpemilih"
PESAN_TETAP = "daftar pemilih hanya dapat ditambah; tulis angka pengganti dengan alasannya"
PESAN_SEL = "angka pengganti harus untuk sel yang sama dengan yang digantikannya"
# Without pemilihan: an office that writes down the election anew in its own words goes on with the same cells.
KUNCI = ("satker_id", "kategori", "jenis_kelamin", "disabilitas", "kecamatan", "kelurahan")
_SAMA = " AND ".join(f"l.{k} = NEW.{k}" for k in KUNCI)
_LAIN_SEL = (
    "NEW.menggantikan_id IS NOT NULL AND NOT EXISTS "
    f"(SELECT 1 FROM {TABEL} AS l WHERE l.id = NEW.menggantikan_id AND {_SAMA})"
)
_TERTIMPA = (
    f"EXISTS (SELECT 1 FROM {TABEL} AS l WHERE l.id = NEW.id OR l.menggantikan_id = NEW.menggantikan_id "
    "OR (l.menggantikan_id IS NULL AND NEW.menggantikan_id IS NULL "
    f"AND l.pemilihan_id = NEW.pemilihan_id AND {_SAMA}))"
)


def daftar_sqlite() -> Iterator[str]:
    """The guards in SQLite."""
    for tindakan in ("UPDATE", "DELETE"):
        yield (
            f"CREATE TRIGGER {TABEL}_{tindakan}_tetap BEFORE {tindakan} ON {TABEL} "
            f"BEGIN SELECT RAISE(ABORT, '{PESAN_TETAP}'); END"
        )
    for nama, syarat, pesan in (("timpa", _TERTIMPA, PESAN_TETAP), ("sel", _LAIN_SEL, PESAN_SEL)):
        yield (
            f"CREATE TRIGGER {TABEL}_{nama} BEFORE INSERT ON {TABEL} WHEN {syarat} "
            f"BEGIN SELECT RAISE(ABORT, '{pesan}'); END"
        )


def daftar_postgres() -> Iterator[str]:
    """The guards in PostgreSQL, where no REPLACE goes round the unique keys."""
    raise_ = "RAISE EXCEPTION '{}' USING ERRCODE = 'integrity_constraint_violation'"
    yield f"""
CREATE FUNCTION {TABEL}_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  {raise_.format(PESAN_TETAP)};
END $$"""
    yield f"""
CREATE FUNCTION {TABEL}_sel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF {_LAIN_SEL} THEN {raise_.format(PESAN_SEL)}; END IF;
  RETURN NEW;
END $$"""
    for waktu, fungsi in (("UPDATE OR DELETE", "tetap"), ("INSERT", "sel")):
        yield (
            f"CREATE TRIGGER {TABEL}_{fungsi} BEFORE {waktu} ON {TABEL} FOR EACH ROW EXECUTE FUNCTION {TABEL}_{fungsi}()"
        )


def pasang(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    daftar = daftar_postgres() if schema_editor.connection.vendor == "postgresql" else daftar_sqlite()
    for perintah in daftar:
        schema_editor.execute(perintah, params=None)


class Migration(migrations.Migration):
    dependencies = (("kepemiluan", "0001_initial"),)
    operations = (migrations.RunPython(pasang, migrations.RunPython.noop),)
