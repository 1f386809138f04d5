"""The database itself keeps what was adopted, what a recommendation says, and what was done about it.

A worksheet is frozen with its values and evidence once it is adopted; nothing enters the database adopted. A
recommendation binds when it rests on no sheet or on an adopted one: then what it says stays, and only who answers for it,
until when, and its state change. Follow-up is only added. SQLite's REPLACE deletes rows that stand in its way without
firing triggers of DELETE; therefore a row may not take the place of a kept one either.
"""

from collections.abc import Iterator

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

BEKU = "lembar kerja evaluasi yang sudah ditetapkan tidak dapat diubah; buat revisi"
REKOMENDASI = "isi rekomendasi yang sudah berlaku tidak dapat diubah atau dihapus"
TINDAK_LANJUT = "tindak lanjut hanya dapat ditambah"
ANAK = ("evaluasi_nilaisub", "evaluasi_nilaikriteria", "evaluasi_buktikriteria")
ISI_REKOMENDASI = ("satker_id", "tahun", "lke_id", "nomor", "sub", "teks", "sumber", "indikator_id")


def _sqlite() -> Iterator[str]:
    def tolak(nama: str, tindakan: str, tabel: str, syarat: str, pesan: str) -> str:
        return (
            f"CREATE TRIGGER {tabel}_{nama} BEFORE {tindakan} ON {tabel} WHEN {syarat} "
            f"BEGIN SELECT RAISE(ABORT, '{pesan}'); END"
        )

    lke = "evaluasi_lke"
    beku = f"SELECT 1 FROM {lke} AS d WHERE d.status = 'ditetapkan' AND"
    sama = (
        "(d.id = NEW.id OR d.satker_id = NEW.satker_id AND d.tahun = NEW.tahun AND d.jenis = NEW.jenis "
        "AND d.revisi = NEW.revisi)"
    )
    yield tolak("ubah_beku", "UPDATE", lke, "OLD.status = 'ditetapkan'", BEKU)
    yield tolak("hapus_beku", "DELETE", lke, "OLD.status = 'ditetapkan'", BEKU)
    yield tolak("lahir_beku", "INSERT", lke, "NEW.status = 'ditetapkan'", BEKU)
    yield tolak("ganti_beku", "INSERT", lke, f"EXISTS ({beku} {sama})", BEKU)
    yield tolak("geser_beku", "UPDATE", lke, f"EXISTS ({beku} d.id <> OLD.id AND {sama})", BEKU)
    for anak in ANAK:
        induk = f"EXISTS ({beku} d.id = {{}}.lke_id)"
        pengganti = f"EXISTS ({beku} d.id = (SELECT a.lke_id FROM {anak} AS a WHERE a.id = NEW.id))"
        yield tolak("tambah_beku", "INSERT", anak, f"{induk.format('NEW')} OR {pengganti}", BEKU)
        yield tolak("ubah_beku", "UPDATE", anak, f"{induk.format('OLD')} OR {induk.format('NEW')}", BEKU)
        yield tolak("hapus_beku", "DELETE", anak, induk.format("OLD"), BEKU)
    tabel = "evaluasi_rekomendasi"
    berlaku = f"({{0}}.lke_id IS NULL OR EXISTS ({beku} d.id = {{0}}.lke_id))"
    berubah = " OR ".join(f"OLD.{k} IS NOT NEW.{k}" for k in ISI_REKOMENDASI)
    sama = "(r.id = NEW.id OR r.satker_id = NEW.satker_id AND r.tahun = NEW.tahun AND r.nomor = NEW.nomor)"
    lama = f"EXISTS (SELECT 1 FROM {tabel} AS r WHERE {sama} AND {berlaku.format('r')})"
    yield tolak("tambah_beku", "INSERT", tabel, f"EXISTS ({beku} d.id = NEW.lke_id) OR {lama}", REKOMENDASI)
    yield tolak("ubah_beku", "UPDATE", tabel, f"{berlaku.format('OLD')} AND ({berubah})", REKOMENDASI)
    yield tolak("pindah", "UPDATE", tabel, "OLD.lke_id IS NOT NEW.lke_id", REKOMENDASI)
    yield tolak("hapus_beku", "DELETE", tabel, berlaku.format("OLD"), REKOMENDASI)
    tabel = "evaluasi_tindaklanjut"
    ada = f"EXISTS (SELECT 1 FROM {tabel} AS t WHERE t.id = NEW.id)"
    yield tolak("ganti", "INSERT", tabel, ada, TINDAK_LANJUT)
    yield tolak("ubah", "UPDATE", tabel, "1", TINDAK_LANJUT)
    yield tolak("hapus", "DELETE", tabel, "1", TINDAK_LANJUT)


def _postgres() -> Iterator[str]:
    def tolak(pesan: str) -> str:
        return f"RAISE EXCEPTION '{pesan}' USING ERRCODE = 'integrity_constraint_violation'"

    def fungsi(nama: str, isi: str) -> str:
        return f"CREATE FUNCTION {nama}() RETURNS trigger LANGUAGE plpgsql AS $$\n{isi}\n$$"

    def pasang_pada(tabel: str, nama: str, tindakan: str = "INSERT OR UPDATE OR DELETE") -> str:
        return f"CREATE TRIGGER {tabel}_beku BEFORE {tindakan} ON {tabel} FOR EACH ROW EXECUTE FUNCTION {nama}()"

    lanjut = "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;"
    yield fungsi(
        "evaluasi_lke_beku",
        f"""BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status = 'ditetapkan' THEN {tolak(BEKU)}; END IF;
  ELSIF OLD.status = 'ditetapkan' THEN
    {tolak(BEKU)};
  END IF;
  {lanjut}
END""",
    )
    # FOR SHARE waits for whoever adopts at this moment, and keeps others from adopting until this line is written.
    cari = """SELECT status FROM evaluasi_lke WHERE id IN (
      CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE OLD.lke_id END,
      CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE NEW.lke_id END) FOR SHARE"""
    yield fungsi(
        "evaluasi_baris_lke_beku",
        f"""DECLARE
  keadaan text;
BEGIN
  FOR keadaan IN {cari} LOOP
    IF keadaan = 'ditetapkan' THEN {tolak(BEKU)}; END IF;
  END LOOP;
  {lanjut}
END""",
    )
    berubah = " OR ".join(f"OLD.{k} IS DISTINCT FROM NEW.{k}" for k in ISI_REKOMENDASI)
    yield fungsi(
        "evaluasi_rekomendasi_beku",
        f"""DECLARE
  keadaan text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT status INTO keadaan FROM evaluasi_lke WHERE id = NEW.lke_id FOR SHARE;
    IF keadaan = 'ditetapkan' THEN {tolak(REKOMENDASI)}; END IF;
    RETURN NEW;
  END IF;
  SELECT status INTO keadaan FROM evaluasi_lke WHERE id = OLD.lke_id FOR SHARE;
  IF TG_OP = 'DELETE' THEN
    IF OLD.lke_id IS NULL OR keadaan = 'ditetapkan' THEN {tolak(REKOMENDASI)}; END IF;
    RETURN OLD;
  END IF;
  IF OLD.lke_id IS DISTINCT FROM NEW.lke_id OR
     ((OLD.lke_id IS NULL OR keadaan = 'ditetapkan') AND ({berubah})) THEN
    {tolak(REKOMENDASI)};
  END IF;
  RETURN NEW;
END""",
    )
    yield fungsi("evaluasi_tindaklanjut_tetap", f"BEGIN\n  {tolak(TINDAK_LANJUT)};\nEND")
    yield pasang_pada("evaluasi_lke", "evaluasi_lke_beku")
    for anak in ANAK:
        yield pasang_pada(anak, "evaluasi_baris_lke_beku")
    yield pasang_pada("evaluasi_rekomendasi", "evaluasi_rekomendasi_beku")
    yield pasang_pada("evaluasi_tindaklanjut", "evaluasi_tindaklanjut_tetap", "UPDATE OR DELETE")


def pasang(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for perintah in _postgres() if schema_editor.connection.vendor == "postgresql" else _sqlite():
        schema_editor.execute(perintah, params=None)


class Migration(migrations.Migration):
    dependencies = (("evaluasi", "0001_initial"),)
    operations = (migrations.RunPython(pasang, migrations.RunPython.noop),)
