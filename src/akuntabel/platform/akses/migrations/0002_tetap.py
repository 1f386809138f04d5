"""The database itself keeps what a token is for: it can be used, it can end, and nothing else can happen to it."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABEL = "akses_tokenakses"
PESAN = "token hanya dapat dicabut; hak dan masa berlakunya tidak dapat diubah"
TETAP = ("pengguna_id", "nama", "awalan", "sidik", "hak", "batas", "kedaluwarsa", "created_at")

SQLITE = f"""
CREATE TRIGGER {TABEL}_tetap BEFORE UPDATE ON {TABEL}
WHEN {" OR ".join(f"OLD.{k} IS NOT NEW.{k}" for k in TETAP)}
  OR (OLD.dicabut_pada IS NOT NULL AND OLD.dicabut_pada IS NOT NEW.dicabut_pada)
BEGIN SELECT RAISE(ABORT, '{PESAN}'); END
"""
FUNGSI = f"""
CREATE FUNCTION {TABEL}_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF {" OR ".join(f"OLD.{k} IS DISTINCT FROM NEW.{k}" for k in TETAP)}
    OR (OLD.dicabut_pada IS NOT NULL AND OLD.dicabut_pada IS DISTINCT FROM NEW.dicabut_pada) THEN
    RAISE EXCEPTION '{PESAN}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$
"""
POSTGRES = f"CREATE TRIGGER {TABEL}_tetap BEFORE UPDATE ON {TABEL} FOR EACH ROW EXECUTE FUNCTION {TABEL}_tetap()"


def pasang(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    is_postgres = schema_editor.connection.vendor == "postgresql"
    for perintah in (FUNGSI, POSTGRES) if is_postgres else (SQLITE,):
        schema_editor.execute(perintah, params=None)


class Migration(migrations.Migration):
    dependencies = (("akses", "0001_initial"),)
    operations = (migrations.RunPython(pasang, migrations.RunPython.noop),)
