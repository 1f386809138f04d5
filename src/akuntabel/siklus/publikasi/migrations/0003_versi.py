"""The database itself renews the mark of what is public (``VersiPublikasi``): no act can forget to.

Any change of a report, of its files or of the register counts; lines of a report change only while it is written, and its
row changes last. The mark is random, so no rollback, restore or second database comes to the same one with other content.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

VERSI = "publikasi_versipublikasi"
DAFTAR_TABEL = ("publikasi_terbitan", "publikasi_dokumenterbit", "publikasi_satkerterbit")


def pasang(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            f"""
CREATE FUNCTION {VERSI}_perbarui() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO {VERSI} (id, tanda) VALUES (1, gen_random_uuid()::text)
    ON CONFLICT (id) DO UPDATE SET tanda = EXCLUDED.tanda;
  RETURN NULL;
END $$""",
            params=None,
        )
        for tabel in DAFTAR_TABEL:
            schema_editor.execute(
                f"CREATE TRIGGER {tabel}_versi AFTER INSERT OR UPDATE OR DELETE ON {tabel} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION {VERSI}_perbarui()",
                params=None,
            )
        return
    for tabel in DAFTAR_TABEL:
        for tindakan in ("INSERT", "UPDATE", "DELETE"):
            # Two plain statements: inside a trigger the conflict clause of an upsert yields to that of the statement
            # outside.
            schema_editor.execute(
                f"CREATE TRIGGER {tabel}_versi_{tindakan.lower()} AFTER {tindakan} ON {tabel} BEGIN "
                f"INSERT INTO {VERSI} (id, tanda) SELECT 1, '' WHERE NOT EXISTS (SELECT 1 FROM {VERSI}); "
                f"UPDATE {VERSI} SET tanda = lower(hex(randomblob(16))); END",
                params=None,
            )


class Migration(migrations.Migration):
    dependencies = (("publikasi", "0002_tetap"),)
    operations = (migrations.RunPython(pasang, migrations.RunPython.noop),)
