"""The database itself keeps every signature as it was recorded: rows are added, never changed or deleted."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

PESAN = "tanda tangan yang sudah dicatat tidak dapat diubah atau dihapus"
TABEL = "perjanjian_tandatangan"

SQLITE = tuple(
    f"CREATE TRIGGER {TABEL}_{a}_tetap BEFORE {a} ON {TABEL} BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"
    for a in ("UPDATE", "DELETE")
)
POSTGRES = (
    f"""
CREATE FUNCTION tanda_tangan_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '{PESAN}' USING ERRCODE = 'integrity_constraint_violation';
END $$""",
    f"CREATE TRIGGER {TABEL}_tetap BEFORE UPDATE OR DELETE ON {TABEL} FOR EACH ROW "
    "EXECUTE FUNCTION tanda_tangan_tetap()",
)


def pasang(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for perintah in POSTGRES if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(perintah, params=None)


class Migration(migrations.Migration):
    dependencies = (("perjanjian", "0002_beku"),)
    operations = (migrations.RunPython(pasang, migrations.RunPython.noop),)
