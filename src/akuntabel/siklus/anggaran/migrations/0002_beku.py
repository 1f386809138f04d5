"""The database keeps the ledger: what was booked or taken stays, and a new entry is booked only if it fits.

A booked revision and a taken version do not change any more, with all their lines, from the ORM or by hand. An entry made
here (not one that a data package tells of the past) must, when it is booked, start where the entry before it ended, have
details that add up to its change, and leave every output alone if it is within the authority of the KPA.

SQLite's REPLACE deletes rows that stand in its way without firing triggers of DELETE; therefore a row may not take the
place of a frozen one either. On PostgreSQL the lines of a version are guarded by statement, not by row: 150,000 of them
are written at once.
"""

from collections.abc import Iterator

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

REVISI, RINCIAN = "anggaran_revisidipa", "anggaran_rincianrevisi"
VERSI, BARIS = "anggaran_versianggaran", ("anggaran_barisanggaran", "anggaran_posanggaran")
DITETAPKAN, DIAMBIL = "status = 'ditetapkan'", "status = 'diambil'"

PESAN_REVISI = "revisi yang sudah ditetapkan tidak dapat diubah; catat revisi berikutnya"
PESAN_VERSI = "versi anggaran yang sudah diambil tidak dapat diubah; ambil versi berikutnya"
PESAN_ASAL = "asal revisi (diimpor atau tidak) tidak dapat diubah"
# What an entry must fulfil when it is booked: the condition that breaks it (NEW is the entry), and what is said then.
SYARAT = (
    (
        f"NEW.nomor > 0 AND NOT EXISTS (SELECT 1 FROM {REVISI} AS s WHERE s.satker_id = NEW.satker_id AND "
        f"s.tahun = NEW.tahun AND s.nomor = NEW.nomor - 1 AND s.{DITETAPKAN} AND s.menjadi = NEW.semula)",
        "pagu semula bukan pagu menjadi dari revisi sebelumnya",
    ),
    (
        f"NEW.nomor > 0 AND (SELECT COALESCE(SUM(r.selisih), 0) FROM {RINCIAN} AS r WHERE r.revisi_id = NEW.id) "
        "<> NEW.menjadi - NEW.semula",
        "jumlah rincian bukan selisih pagu semula dan menjadi",
    ),
    (
        f"NEW.kewenangan = 'KPA' AND EXISTS (SELECT 1 FROM {RINCIAN} AS r WHERE r.revisi_id = NEW.id "
        "GROUP BY r.output, r.sumber_dana HAVING SUM(r.selisih) <> 0)",
        "revisi POK mengubah pagu sebuah output (KRO); itu bukan kewenangan KPA",
    ),
)


def _sqlite() -> Iterator[str]:
    def tolak(nama: str, tindakan: str, tabel: str, syarat: str, pesan: str) -> str:
        return (
            f"CREATE TRIGGER {tabel}_{nama} BEFORE {tindakan} ON {tabel} WHEN {syarat} "
            f"BEGIN SELECT RAISE(ABORT, '{pesan}'); END"
        )

    for induk, beku, pesan, kunci, anak, asing in (
        (REVISI, DITETAPKAN, PESAN_REVISI, "d.satker_id = NEW.satker_id AND d.tahun = NEW.tahun AND d.nomor = NEW.nomor",
         (RINCIAN,), "revisi_id"),
        (VERSI, DIAMBIL, PESAN_VERSI, "d.satker_id = NEW.satker_id AND d.tahun = NEW.tahun AND d.nomor = NEW.nomor",
         BARIS, "versi_id"),
    ):  # fmt: skip
        ada = f"EXISTS (SELECT 1 FROM {induk} AS d WHERE d.{beku} AND"
        yield tolak("ubah_beku", "UPDATE", induk, f"OLD.{beku}", pesan)
        yield tolak("hapus_beku", "DELETE", induk, f"OLD.{beku}", pesan)
        yield tolak("lahir_beku", "INSERT", induk, f"NEW.{beku}", pesan)
        yield tolak("ganti_beku", "INSERT", induk, f"{ada} (d.id = NEW.id OR ({kunci})))", pesan)
        yield tolak("geser_beku", "UPDATE", induk, f"{ada} d.id <> OLD.id AND (d.id = NEW.id OR ({kunci})))", pesan)
        for tabel in anak:
            baru, lama = f"{ada} d.id = NEW.{asing})", f"{ada} d.id = OLD.{asing})"
            diganti = f"{ada} d.id = (SELECT a.{asing} FROM {tabel} AS a WHERE a.id = NEW.id))"
            yield tolak("tambah_beku", "INSERT", tabel, f"{baru} OR {diganti}", pesan)
            yield tolak("ubah_beku", "UPDATE", tabel, f"{lama} OR {baru} OR {diganti}", pesan)
            yield tolak("hapus_beku", "DELETE", tabel, lama, pesan)
    yield tolak("asal", "UPDATE", REVISI, "OLD.is_impor <> NEW.is_impor", PESAN_ASAL)
    for nomor, (syarat, pesan) in enumerate(SYARAT, 1):
        saat = f"NEW.{DITETAPKAN} AND NOT NEW.is_impor"
        yield tolak(f"syarat_{nomor}", "UPDATE", REVISI, f"{saat} AND {syarat}", pesan)


def _postgres() -> Iterator[str]:
    yield from _postgres_induk(REVISI, DITETAPKAN, PESAN_REVISI, _syarat_postgres())
    yield from _postgres_induk(VERSI, DIAMBIL, PESAN_VERSI, "")
    # FOR SHARE waits for whoever is booking at this moment, and keeps others from booking until this line is written.
    yield f"""
CREATE FUNCTION {RINCIAN}_beku() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  keadaan text;
BEGIN
  FOR keadaan IN
    SELECT status FROM {REVISI} WHERE id IN (
      CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE OLD.revisi_id END,
      CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE NEW.revisi_id END) FOR SHARE
  LOOP
    IF keadaan = 'ditetapkan' THEN {_raise(PESAN_REVISI)}; END IF;
  END LOOP;
  {_LANJUT}
END $$"""
    yield (
        f"CREATE TRIGGER {RINCIAN}_beku BEFORE INSERT OR UPDATE OR DELETE ON {RINCIAN} "
        f"FOR EACH ROW EXECUTE FUNCTION {RINCIAN}_beku()"
    )
    yield f"""
CREATE FUNCTION {VERSI}_baris_beku() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  keadaan text;
BEGIN
  FOR keadaan IN
    SELECT status FROM {VERSI} WHERE id IN (SELECT DISTINCT versi_id FROM baris_tersentuh) FOR SHARE
  LOOP
    IF keadaan = 'diambil' THEN {_raise(PESAN_VERSI)}; END IF;
  END LOOP;
  RETURN NULL;
END $$"""
    for tabel in BARIS:
        for tindakan, acuan in (
            ("INSERT", "NEW TABLE"),
            ("DELETE", "OLD TABLE"),
            ("UPDATE", "OLD TABLE"),
            ("UPDATE", "NEW TABLE"),
        ):
            yield (
                f"CREATE TRIGGER {tabel}_{tindakan.lower()}_{acuan[:3].lower()} AFTER {tindakan} ON {tabel} "
                f"REFERENCING {acuan} AS baris_tersentuh FOR EACH STATEMENT EXECUTE FUNCTION {VERSI}_baris_beku()"
            )


_LANJUT = "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;"


def _raise(pesan: str) -> str:
    return f"RAISE EXCEPTION '{pesan}' USING ERRCODE = 'integrity_constraint_violation'"


def _syarat_postgres() -> str:
    periksa = "\n".join(f"    IF {syarat} THEN {_raise(pesan)}; END IF;" for syarat, pesan in SYARAT)
    return f"""
  IF TG_OP = 'UPDATE' THEN
    IF OLD.is_impor <> NEW.is_impor THEN {_raise(PESAN_ASAL)}; END IF;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.{DITETAPKAN} AND NOT NEW.is_impor THEN
{periksa}
  END IF;"""


def _postgres_induk(tabel: str, beku: str, pesan: str, syarat: str) -> Iterator[str]:
    yield f"""
CREATE FUNCTION {tabel}_beku() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.{beku} THEN {_raise(pesan)}; END IF;
  ELSIF OLD.{beku} THEN
    {_raise(pesan)};
  END IF;{syarat}
  {_LANJUT}
END $$"""
    yield (
        f"CREATE TRIGGER {tabel}_beku BEFORE INSERT OR UPDATE OR DELETE ON {tabel} "
        f"FOR EACH ROW EXECUTE FUNCTION {tabel}_beku()"
    )


def pasang(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    bahasa = _postgres if schema_editor.connection.vendor == "postgresql" else _sqlite
    for perintah in bahasa():
        schema_editor.execute(perintah, params=None)


class Migration(migrations.Migration):
    dependencies = (("anggaran", "0001_initial"),)
    operations = (migrations.RunPython(pasang, migrations.RunPython.noop),)
