"""The database itself keeps what was signed, and every version of a text: no way to change or delete it by hand.

A report is frozen with its blocks, issues and steps when it is signed; versions of a text are append-only from the
beginning and end with the signature. Nothing enters the database signed. SQLite's REPLACE deletes rows that stand in
its way without firing triggers of DELETE; therefore a row may not take the place of a frozen one either.
"""

from collections.abc import Iterator

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

LAPORAN = "pelaporan_laporankinerja"
ANAK = ("pelaporan_bloklaporan", "pelaporan_isulaporan", "pelaporan_langkahlaporan")
BLOK, VERSI = "pelaporan_bloklaporan", "pelaporan_versiblok"
BEKU = "ditandatangani"
PESAN = "laporan yang sudah ditandatangani tidak dapat diubah; buat revisi"
PESAN_VERSI = "versi teks laporan hanya dapat ditambah"
# NULL is equal to nothing: an annual report has no quarter.
SAMA = (
    "d.id = NEW.id OR (d.satker_id = NEW.satker_id AND d.tahun = NEW.tahun AND d.entitas_id = NEW.entitas_id "
    "AND d.jenis = NEW.jenis AND COALESCE(d.triwulan, 0) = COALESCE(NEW.triwulan, 0) AND d.revisi = NEW.revisi)"
)


def _sqlite() -> Iterator[str]:
    def tolak(nama: str, tindakan: str, tabel: str, syarat: str, pesan: str = PESAN) -> str:
        return (
            f"CREATE TRIGGER {tabel}_{nama} BEFORE {tindakan} ON {tabel} WHEN {syarat} "
            f"BEGIN SELECT RAISE(ABORT, '{pesan}'); END"
        )

    beku = f"SELECT 1 FROM {LAPORAN} AS d WHERE d.status = '{BEKU}' AND"
    yield tolak("ubah_beku", "UPDATE", LAPORAN, f"OLD.status = '{BEKU}'")
    yield tolak("hapus_beku", "DELETE", LAPORAN, f"OLD.status = '{BEKU}'")
    yield tolak("lahir_beku", "INSERT", LAPORAN, f"NEW.status = '{BEKU}'")
    yield tolak("ganti_beku", "INSERT", LAPORAN, f"EXISTS ({beku} ({SAMA}))")
    yield tolak("geser_beku", "UPDATE", LAPORAN, f"EXISTS ({beku} d.id <> OLD.id AND ({SAMA}))")
    for anak in ANAK:
        induk = f"EXISTS ({beku} d.id = {{}}.laporan_id)"
        pengganti = f"EXISTS ({beku} d.id = (SELECT a.laporan_id FROM {anak} AS a WHERE a.id = NEW.id))"
        yield tolak("tambah_beku", "INSERT", anak, f"{induk.format('NEW')} OR {pengganti}")
        yield tolak("ubah_beku", "UPDATE", anak, f"{induk.format('OLD')} OR {induk.format('NEW')} OR {pengganti}")
        yield tolak("hapus_beku", "DELETE", anak, induk.format("OLD"))
    yield tolak("tambah_beku", "INSERT", VERSI, f"EXISTS ({beku} d.id = {_LAPORAN_BLOK})")
    ada = (
        f"EXISTS (SELECT 1 FROM {VERSI} AS v WHERE v.id = NEW.id OR (v.blok_id = NEW.blok_id AND v.versi = NEW.versi))"
    )
    yield tolak("ganti_tetap", "INSERT", VERSI, ada, PESAN_VERSI)
    yield tolak("ubah_tetap", "UPDATE", VERSI, "1", PESAN_VERSI)
    yield tolak("hapus_tetap", "DELETE", VERSI, "1", PESAN_VERSI)


_LAPORAN_BLOK = f"(SELECT b.laporan_id FROM {BLOK} AS b WHERE b.id = NEW.blok_id)"


def _postgres() -> Iterator[str]:
    def raise_(pesan: str) -> str:
        return f"RAISE EXCEPTION '{pesan}' USING ERRCODE = 'integrity_constraint_violation'"

    lanjut = "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;"
    yield f"""
CREATE FUNCTION {LAPORAN}_beku() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status = '{BEKU}' THEN {raise_(PESAN)}; END IF;
  ELSIF OLD.status = '{BEKU}' THEN
    {raise_(PESAN)};
  END IF;
  {lanjut}
END $$"""
    # FOR SHARE waits for whoever is signing at this moment, and keeps others from signing until this line is written.
    yield f"""
CREATE FUNCTION {LAPORAN}_baris_beku() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  keadaan text;
BEGIN
  FOR keadaan IN
    SELECT status FROM {LAPORAN} WHERE id IN (
      CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE OLD.laporan_id END,
      CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE NEW.laporan_id END) FOR SHARE
  LOOP
    IF keadaan = '{BEKU}' THEN {raise_(PESAN)}; END IF;
  END LOOP;
  {lanjut}
END $$"""
    yield f"""
CREATE FUNCTION {VERSI}_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  keadaan text;
BEGIN
  IF TG_OP <> 'INSERT' THEN {raise_(PESAN_VERSI)}; END IF;
  SELECT status INTO keadaan FROM {LAPORAN} WHERE id = {_LAPORAN_BLOK} FOR SHARE;
  IF keadaan = '{BEKU}' THEN {raise_(PESAN)}; END IF;
  RETURN NEW;
END $$"""
    pemicu = {LAPORAN: f"{LAPORAN}_beku", **dict.fromkeys(ANAK, f"{LAPORAN}_baris_beku"), VERSI: f"{VERSI}_tetap"}
    for tabel, fungsi in pemicu.items():
        yield (
            f"CREATE TRIGGER {tabel}_beku BEFORE INSERT OR UPDATE OR DELETE ON {tabel} "
            f"FOR EACH ROW EXECUTE FUNCTION {fungsi}()"
        )


def pasang(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for perintah in _postgres() if schema_editor.connection.vendor == "postgresql" else _sqlite():
        schema_editor.execute(perintah, params=None)


class Migration(migrations.Migration):
    dependencies = (("pelaporan", "0001_initial"),)
    operations = (migrations.RunPython(pasang, migrations.RunPython.noop),)
