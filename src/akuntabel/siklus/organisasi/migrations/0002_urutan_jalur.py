"""Paths are compared byte by byte, whatever the language of the database: ranges of them are subtrees."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def pasang(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute('ALTER TABLE organisasi_satker ALTER COLUMN path TYPE varchar(120) COLLATE "C"')


class Migration(migrations.Migration):
    dependencies = (("organisasi", "0001_initial"),)
    operations = (migrations.RunPython(pasang, migrations.RunPython.noop),)
