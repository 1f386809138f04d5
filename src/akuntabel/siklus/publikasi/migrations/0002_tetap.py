"""The database itself keeps what was published as it was: only its withdrawal changes a row, and nothing deletes one.

A report is written while it is "disiapkan", with its lines, and published by one UPDATE; so no line comes in later.
SQLite's REPLACE deletes rows that stand in its way without firing triggers of DELETE; therefore a row may not take the
place of a published one either.
"""

from collections.abc import Iterator

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

PESAN = "yang sudah terbit tidak dapat diubah; tarik dengan alasan, atau terbitkan revisinya"
TERBITAN = "publikasi_terbitan"
ISI = tuple(
    f"publikasi_{nama}"
    for nama in ("dokumenterbit", "sasaranterbit", "indikatorterbit", "riwayatterbit", "anggaranterbit")
)
PENARIKAN = ("status", "ditarik_pada", "alasan_tarik")  # the columns that a withdrawal writes


def _sqlite(kolom: list[str]) -> Iterator[str]:
    def tolak(nama: str, tindakan: str, tabel: str, syarat: str) -> str:
        return (
            f"CREATE TRIGGER {tabel}_{nama} BEFORE {tindakan} ON {tabel} WHEN {syarat} "
            f"BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"
        )

    tetap = " OR ".join(f"NEW.{k} IS NOT OLD.{k}" for k in kolom if k not in PENARIKAN)
    tergusur = f"EXISTS (SELECT 1 FROM {TERBITAN} AS t WHERE t.status <> 'disiapkan' AND t.id <> {{}} AND {{}})"
    yield tolak("lahir", "INSERT", TERBITAN, "NEW.status <> 'disiapkan'")
    yield tolak("ganti", "INSERT", TERBITAN, tergusur.format("-1", "(t.id = NEW.id OR t.slug = NEW.slug)"))
    yield tolak("geser", "UPDATE", TERBITAN, tergusur.format("OLD.id", "(t.id = NEW.id OR t.slug = NEW.slug)"))
    yield tolak("hapus", "DELETE", TERBITAN, "OLD.status <> 'disiapkan'")
    yield tolak("terbit", "UPDATE", TERBITAN, "OLD.status = 'disiapkan' AND NEW.status = 'ditarik'")
    yield tolak("tarik", "UPDATE", TERBITAN, f"OLD.status = 'terbit' AND (NEW.status <> 'ditarik' OR {tetap})")
    yield tolak("tutup", "UPDATE", TERBITAN, "OLD.status = 'ditarik'")
    for isi in ISI:
        induk = f"EXISTS (SELECT 1 FROM {TERBITAN} AS t WHERE t.status <> 'disiapkan' AND t.id = {{}})"
        pengganti = induk.format(f"(SELECT a.terbitan_id FROM {isi} AS a WHERE a.id = NEW.id)")
        yield tolak("tambah", "INSERT", isi, f"{induk.format('NEW.terbitan_id')} OR {pengganti}")
        yield tolak(
            "ubah",
            "UPDATE",
            isi,
            f"{induk.format('OLD.terbitan_id')} OR {induk.format('NEW.terbitan_id')} OR {pengganti}",
        )
        yield tolak("hapus", "DELETE", isi, induk.format("OLD.terbitan_id"))


def _postgres() -> Iterator[str]:
    raise_ = f"RAISE EXCEPTION '{PESAN}' USING ERRCODE = 'integrity_constraint_violation'"
    lanjut = "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;"
    kurang = " ".join(f"- '{k}'" for k in PENARIKAN)
    yield f"""
CREATE FUNCTION {TERBITAN}_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'disiapkan' THEN {raise_}; END IF;
  ELSIF TG_OP = 'DELETE' THEN
    IF OLD.status <> 'disiapkan' THEN {raise_}; END IF;
  ELSIF OLD.status = 'ditarik' OR (OLD.status = 'disiapkan' AND NEW.status = 'ditarik') THEN
    {raise_};
  ELSIF OLD.status = 'terbit' AND (NEW.status <> 'ditarik'
      OR to_jsonb(NEW) {kurang} IS DISTINCT FROM to_jsonb(OLD) {kurang}) THEN
    {raise_};
  END IF;
  {lanjut}
END $$"""
    # FOR SHARE waits for whoever is publishing at this moment, and keeps others from it until this line is written.
    yield f"""
CREATE FUNCTION {TERBITAN}_isi_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  keadaan text;
BEGIN
  FOR keadaan IN
    SELECT status FROM {TERBITAN} WHERE id IN (
      CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE OLD.terbitan_id END,
      CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE NEW.terbitan_id END) FOR SHARE
  LOOP
    IF keadaan <> 'disiapkan' THEN {raise_}; END IF;
  END LOOP;
  {lanjut}
END $$"""
    for tabel, fungsi in ((TERBITAN, "tetap"), *((isi, "isi_tetap") for isi in ISI)):
        yield (
            f"CREATE TRIGGER {tabel}_tetap BEFORE INSERT OR UPDATE OR DELETE ON {tabel} "
            f"FOR EACH ROW EXECUTE FUNCTION {TERBITAN}_{fungsi}()"
        )
    for tabel in (TERBITAN, "publikasi_satkerterbit"):  # an office with all below it is one range of bytes
        yield f'ALTER TABLE {tabel} ALTER COLUMN path TYPE varchar(120) COLLATE "C"'


def pasang(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    kolom = [f.column for f in apps.get_model("publikasi", "Terbitan")._meta.concrete_fields]
    is_postgres = schema_editor.connection.vendor == "postgresql"
    for perintah in _postgres() if is_postgres else _sqlite(kolom):
        schema_editor.execute(perintah, params=None)


class Migration(migrations.Migration):
    dependencies = (("publikasi", "0001_initial"),)
    operations = (migrations.RunPython(pasang, migrations.RunPython.noop),)
