"""The database itself keeps signed minutes as they are, and lets one post have one permanent holder at a time."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

INDUK = "organisasi_beritaacara"
DAFTAR_ANAK = ("organisasi_pesertapleno", "organisasi_keputusanpleno")
PEJABAT = "organisasi_pejabat"
BEKU = "berita acara yang sudah ditandatangani tidak dapat diubah"
GANDA = "jabatan ini sudah dipegang pejabat tetap lain pada masa yang sama"

# Days unknown or open count as the first and the last day there is. Posts with several holders are left out.
LAIN_SEMASA = f"""
SELECT 1 FROM {PEJABAT} lain
WHERE lain.satker_id = NEW.satker_id AND lain.jabatan = NEW.jabatan AND lain.sifat = 'tetap' AND lain.id <> NEW.id
  AND lain.peran NOT IN ('anggota', 'pereviu')
  AND COALESCE(lain.mulai, '0001-01-01') <= COALESCE(NEW.selesai, '9999-12-31')
  AND COALESCE(NEW.mulai, '0001-01-01') <= COALESCE(lain.selesai, '9999-12-31')
"""
IS_TUNGGAL = "NEW.sifat = 'tetap' AND NEW.peran NOT IN ('anggota', 'pereviu')"

SQLITE = (
    *(
        f"CREATE TRIGGER {INDUK}_{a}_beku BEFORE {a} ON {INDUK} WHEN OLD.status = 'ditandatangani' "
        f"BEGIN SELECT RAISE(ABORT, '{BEKU}'); END"
        for a in ("UPDATE", "DELETE")
    ),
    *(
        f"CREATE TRIGGER {anak}_{a}_{baris}_beku BEFORE {a} ON {anak} "
        f"WHEN (SELECT status FROM {INDUK} WHERE id = {baris}.berita_acara_id) = 'ditandatangani' "
        f"BEGIN SELECT RAISE(ABORT, '{BEKU}'); END"
        for anak in DAFTAR_ANAK
        for a, baris in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("UPDATE", "NEW"), ("DELETE", "OLD"))
    ),
    *(  # AFTER, for before an INSERT there is no id yet
        f"CREATE TRIGGER {PEJABAT}_{a}_tunggal AFTER {a} ON {PEJABAT} WHEN {IS_TUNGGAL} AND EXISTS ({LAIN_SEMASA}) "
        f"BEGIN SELECT RAISE(ABORT, '{GANDA}'); END"
        for a in ("INSERT", "UPDATE")
    ),
)
POSTGRES = (
    f"""
CREATE FUNCTION berita_acara_beku() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'ditandatangani' THEN
    RAISE EXCEPTION '{BEKU}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$""",
    f"""
CREATE FUNCTION berita_acara_isi_beku() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM {INDUK} WHERE status = 'ditandatangani' AND id IN (
      CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE OLD.berita_acara_id END,
      CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE NEW.berita_acara_id END)) THEN
    RAISE EXCEPTION '{BEKU}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$""",
    f"""
CREATE FUNCTION pejabat_tunggal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF {IS_TUNGGAL} THEN
    -- Two transactions cannot see each other's new rows; they wait for each other at the office.
    PERFORM 1 FROM organisasi_satker WHERE id = NEW.satker_id FOR NO KEY UPDATE;
    IF EXISTS ({LAIN_SEMASA}) THEN
      RAISE EXCEPTION '{GANDA}' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  RETURN NULL;
END $$""",
    f"CREATE TRIGGER {INDUK}_beku BEFORE UPDATE OR DELETE ON {INDUK} FOR EACH ROW EXECUTE FUNCTION berita_acara_beku()",
    *(
        f"CREATE TRIGGER {anak}_beku BEFORE INSERT OR UPDATE OR DELETE ON {anak} "
        "FOR EACH ROW EXECUTE FUNCTION berita_acara_isi_beku()"
        for anak in DAFTAR_ANAK
    ),
    f"CREATE TRIGGER {PEJABAT}_tunggal AFTER INSERT OR UPDATE ON {PEJABAT} "
    "FOR EACH ROW EXECUTE FUNCTION pejabat_tunggal()",
)


def pasang(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for perintah in POSTGRES if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(perintah, params=None)


class Migration(migrations.Migration):
    dependencies = (("organisasi", "0002_urutan_jalur"),)
    operations = (migrations.RunPython(pasang, migrations.RunPython.noop),)
