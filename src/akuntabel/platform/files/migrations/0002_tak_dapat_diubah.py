"""What a file is never changes; only how long it is kept may, and the row may go when its time is over."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

KOLOM = "sidik, nama, jenis, ukuran, pengunggah_id, created_at"
PESAN = "catatan berkas tidak dapat diubah"

SQLITE = "CREATE TRIGGER files_berkas_tetap BEFORE UPDATE OF {k} ON files_berkas BEGIN SELECT RAISE(ABORT, '{p}'); END"
FUNGSI = """
CREATE OR REPLACE FUNCTION files_tolak() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{p}' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
POSTGRES = (
    "CREATE TRIGGER files_berkas_tetap BEFORE UPDATE OF {k} ON files_berkas FOR EACH ROW EXECUTE FUNCTION files_tolak()"
)


def pasang(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    is_postgres = schema_editor.connection.vendor == "postgresql"
    if is_postgres:
        schema_editor.execute(FUNGSI.format(p=PESAN))
    schema_editor.execute((POSTGRES if is_postgres else SQLITE).format(k=KOLOM, p=PESAN))


def lepas(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    is_postgres = schema_editor.connection.vendor == "postgresql"
    schema_editor.execute("DROP TRIGGER files_berkas_tetap" + (" ON files_berkas" if is_postgres else ""))


class Migration(migrations.Migration):
    dependencies = (("files", "0001_initial"),)
    operations = (migrations.RunPython(pasang, lepas),)
