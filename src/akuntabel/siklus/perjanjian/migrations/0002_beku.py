"""The database itself keeps what was signed: no way to change or delete it, from the ORM, the API or by hand."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

PESAN = "perjanjian yang sudah ditandatangani tidak dapat diubah; buat revisi"
INDUK = "perjanjian_perjanjiankinerja"
ANAK = "perjanjian_perjanjiantarget"

SQLITE = (
    *(
        f"CREATE TRIGGER {INDUK}_{a}_beku BEFORE {a} ON {INDUK} WHEN OLD.status = 'ditandatangani' "
        f"BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"
        for a in ("UPDATE", "DELETE")
    ),
    *(
        f"CREATE TRIGGER {ANAK}_{a}_{baris}_beku BEFORE {a} ON {ANAK} "
        f"WHEN (SELECT status FROM {INDUK} WHERE id = {baris}.perjanjian_id) = 'ditandatangani' "
        f"BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"
        for a, baris in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("UPDATE", "NEW"), ("DELETE", "OLD"))
    ),
)
POSTGRES = (
    f"""
CREATE FUNCTION perjanjian_beku() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'ditandatangani' THEN
    RAISE EXCEPTION '{PESAN}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$""",
    f"""
CREATE FUNCTION perjanjian_target_beku() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM {INDUK} WHERE status = 'ditandatangani' AND id IN (
      CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE OLD.perjanjian_id END,
      CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE NEW.perjanjian_id END)) THEN
    RAISE EXCEPTION '{PESAN}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$""",
    f"CREATE TRIGGER {INDUK}_beku BEFORE UPDATE OR DELETE ON {INDUK} FOR EACH ROW EXECUTE FUNCTION perjanjian_beku()",
    f"CREATE TRIGGER {ANAK}_beku BEFORE INSERT OR UPDATE OR DELETE ON {ANAK} "
    "FOR EACH ROW EXECUTE FUNCTION perjanjian_target_beku()",
)


def pasang(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for perintah in POSTGRES if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(perintah, params=None)


class Migration(migrations.Migration):
    dependencies = (("perjanjian", "0001_initial"),)
    operations = (migrations.RunPython(pasang, migrations.RunPython.noop),)
