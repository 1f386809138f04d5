"""The database itself keeps every adoption as it was recorded: rows are added, never changed, replaced or deleted."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

PESAN = "penetapan laporan yang sudah dicatat tidak dapat diubah atau dihapus"
TABEL = "publikasi_penetapanlaporan"

SQLITE = (
    *(
        f"CREATE TRIGGER {TABEL}_{a}_tetap BEFORE {a} ON {TABEL} BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"
        for a in ("UPDATE", "DELETE")
    ),
    # REPLACE deletes the row in its way without firing a trigger of DELETE.
    f"CREATE TRIGGER {TABEL}_ganti_tetap BEFORE INSERT ON {TABEL} "
    "WHEN EXISTS "
    f"(SELECT 1 FROM {TABEL} AS p WHERE p.id = NEW.id OR p.laporan_id = NEW.laporan_id OR p.slug = NEW.slug) "
    f"BEGIN SELECT RAISE(ABORT, '{PESAN}'); END",
)
POSTGRES = (
    f"""
CREATE FUNCTION {TABEL}_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '{PESAN}' USING ERRCODE = 'integrity_constraint_violation';
END $$""",
    f"CREATE TRIGGER {TABEL}_tetap BEFORE UPDATE OR DELETE ON {TABEL} FOR EACH ROW EXECUTE FUNCTION {TABEL}_tetap()",
)


def pasang(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for perintah in POSTGRES if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(perintah, params=None)


class Migration(migrations.Migration):
    dependencies = (("publikasi", "0004_penetapan"),)
    operations = (migrations.RunPython(pasang, migrations.RunPython.noop),)
