"""The database itself keeps what a review ended with: no way to change it, from the ORM or by hand.

While a report is reviewed or signed, its checklist, evidence, steps and findings stand still; a report that goes back
sets them free again. Statements and words about findings are only added. SQLite's REPLACE deletes rows that stand in
its way without firing triggers of DELETE; therefore a row may not take the place of another either.
"""

from collections.abc import Iterator

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

LAPORAN = "pelaporan_laporankinerja"
BEKU = "('direviu', 'ditandatangani')"
KERTAS_KERJA = ("reviu_butirreviu", "reviu_buktireviu", "reviu_langkahreviu", "reviu_temuanreviu")
TEMUAN, TANGGAPAN, HASIL = "reviu_temuanreviu", "reviu_tanggapantemuan", "reviu_hasilreviu"
PESAN = "kertas kerja reviu yang sudah ditandatangani tidak dapat diubah; kembalikan laporannya lebih dahulu"
PESAN_TETAP = "pernyataan reviu dan tanggapan temuan hanya dapat ditambah"


def _sqlite() -> Iterator[str]:
    def tolak(nama: str, tindakan: str, tabel: str, syarat: str, pesan: str) -> str:
        return (
            f"CREATE TRIGGER {tabel}_{nama} BEFORE {tindakan} ON {tabel} WHEN {syarat} "
            f"BEGIN SELECT RAISE(ABORT, '{pesan}'); END"
        )

    beku = f"EXISTS (SELECT 1 FROM {LAPORAN} AS l WHERE l.status IN {BEKU} AND l.id = "
    for tabel in KERTAS_KERJA:
        pengganti = f"{beku}(SELECT a.laporan_id FROM {tabel} AS a WHERE a.id = NEW.id))"
        yield tolak("tambah_beku", "INSERT", tabel, f"{beku}NEW.laporan_id) OR {pengganti}", PESAN)
        yield tolak("ubah_beku", "UPDATE", tabel, f"{beku}OLD.laporan_id) OR {beku}NEW.laporan_id)", PESAN)
        yield tolak("hapus_beku", "DELETE", tabel, f"{beku}OLD.laporan_id)", PESAN)
    temuan = f"{beku}(SELECT t.laporan_id FROM {TEMUAN} AS t WHERE t.id = NEW.temuan_id))"
    yield tolak("tambah_beku", "INSERT", TANGGAPAN, temuan, PESAN)
    for tabel in (TANGGAPAN, HASIL):
        ada = f"EXISTS (SELECT 1 FROM {tabel} AS a WHERE a.id = NEW.id)"
        yield tolak("ganti_tetap", "INSERT", tabel, ada, PESAN_TETAP)
        yield tolak("ubah_tetap", "UPDATE", tabel, "1", PESAN_TETAP)
        yield tolak("hapus_tetap", "DELETE", tabel, "1", PESAN_TETAP)
    kembar = f"EXISTS (SELECT 1 FROM {HASIL} AS a WHERE a.laporan_id = NEW.laporan_id AND a.nomor = NEW.nomor)"
    yield tolak("kembar_tetap", "INSERT", HASIL, kembar, PESAN_TETAP)


def _postgres() -> Iterator[str]:
    def raise_(pesan: str) -> str:
        return f"RAISE EXCEPTION '{pesan}' USING ERRCODE = 'integrity_constraint_violation'"

    lanjut = "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;"
    # FOR SHARE waits for whoever is signing at this moment, and keeps others from signing until this line is written.
    yield f"""
CREATE FUNCTION reviu_kertas_kerja_beku() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  keadaan text;
BEGIN
  FOR keadaan IN
    SELECT status FROM {LAPORAN} WHERE id IN (
      CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE OLD.laporan_id END,
      CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE NEW.laporan_id END) FOR SHARE
  LOOP
    IF keadaan IN {BEKU} THEN {raise_(PESAN)}; END IF;
  END LOOP;
  {lanjut}
END $$"""
    yield f"""
CREATE FUNCTION reviu_tanggapan_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  keadaan text;
BEGIN
  IF TG_OP <> 'INSERT' THEN {raise_(PESAN_TETAP)}; END IF;
  SELECT l.status INTO keadaan FROM {LAPORAN} AS l JOIN {TEMUAN} AS t ON t.laporan_id = l.id
    WHERE t.id = NEW.temuan_id FOR SHARE OF l;
  IF keadaan IN {BEKU} THEN {raise_(PESAN)}; END IF;
  RETURN NEW;
END $$"""
    yield f"""
CREATE FUNCTION reviu_hasil_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  {raise_(PESAN_TETAP)};
END $$"""
    for tabel in KERTAS_KERJA:
        yield (
            f"CREATE TRIGGER {tabel}_beku BEFORE INSERT OR UPDATE OR DELETE ON {tabel} "
            "FOR EACH ROW EXECUTE FUNCTION reviu_kertas_kerja_beku()"
        )
    yield (
        f"CREATE TRIGGER {TANGGAPAN}_tetap BEFORE INSERT OR UPDATE OR DELETE ON {TANGGAPAN} "
        "FOR EACH ROW EXECUTE FUNCTION reviu_tanggapan_tetap()"
    )
    yield (
        f"CREATE TRIGGER {HASIL}_tetap BEFORE UPDATE OR DELETE ON {HASIL} "
        "FOR EACH ROW EXECUTE FUNCTION reviu_hasil_tetap()"
    )


def pasang(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for perintah in _postgres() if schema_editor.connection.vendor == "postgresql" else _sqlite():
        schema_editor.execute(perintah, params=None)


class Migration(migrations.Migration):
    dependencies = (("reviu", "0001_initial"),)
    operations = (migrations.RunPython(pasang, migrations.RunPython.noop),)
