"""The database itself refuses to change or delete what the trail holds."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABEL = ("audit_jejakaudit", "audit_segelaudit")
PESAN = "jejak audit tidak dapat diubah atau dihapus"

SQLITE = "CREATE TRIGGER {t}_{a} BEFORE {a} ON {t} BEGIN SELECT RAISE(ABORT, '{p}'); END"
FUNGSI = """
CREATE OR REPLACE FUNCTION audit_tolak() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{p}' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
POSTGRES = "CREATE TRIGGER {t}_{a} BEFORE {a} ON {t} FOR EACH ROW EXECUTE FUNCTION audit_tolak()"


def pasang(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    is_postgres = schema_editor.connection.vendor == "postgresql"
    if is_postgres:
        schema_editor.execute(FUNGSI.format(p=PESAN))
    for tabel in TABEL:
        for tindakan in ("UPDATE", "DELETE"):
            schema_editor.execute((POSTGRES if is_postgres else SQLITE).format(t=tabel, a=tindakan, p=PESAN))


def lepas(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    is_postgres = schema_editor.connection.vendor == "postgresql"
    for tabel in TABEL:
        for tindakan in ("UPDATE", "DELETE"):
            schema_editor.execute(f"DROP TRIGGER {tabel}_{tindakan}" + (f" ON {tabel}" if is_postgres else ""))


class Migration(migrations.Migration):
    dependencies = (("audit", "0001_initial"),)
    operations = (migrations.RunPython(pasang, lepas),)
