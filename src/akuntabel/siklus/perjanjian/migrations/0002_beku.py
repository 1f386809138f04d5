"""The database itself keeps what was signed or approved: no way to change or delete it, from the ORM or by hand.

A row is frozen when it (or the document it belongs to) has reached its last state. Nothing enters the database in that
state: it is drafted first, so that its lines are there. SQLite's REPLACE deletes rows that stand in its way without
firing triggers of DELETE; therefore a row may not take the place of a frozen one either.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


@dataclass(frozen=True)
class Dokumen:
    """A table whose rows freeze in one state. kunci: its unique keys besides the id; anak: lines, by foreign key."""

    tabel: str
    beku: str
    pesan: str
    kunci: tuple[tuple[str, ...], ...]
    anak: tuple[str, ...]
    kunci_asing: str


DAFTAR = (
    Dokumen(
        "perjanjian_perjanjiankinerja",
        "ditandatangani",
        "perjanjian yang sudah ditandatangani tidak dapat diubah; buat revisi",
        (("satker_id", "kode"), ("entitas_id", "pihak_pertama_id", "tahun", "revisi"), ("sebelumnya_id",)),
        ("perjanjian_perjanjiantarget", "perjanjian_perjanjiananggaran"),
        "perjanjian_id",
    ),
    Dokumen(
        "perjanjian_rencanaaksi",
        "disetujui",
        "rencana aksi yang sudah disetujui tidak dapat diubah; buat revisi",
        (("perjanjian_id", "revisi"),),
        ("perjanjian_targettriwulan", "perjanjian_aksi"),
        "rencana_aksi_id",
    ),
)


def _sqlite(d: Dokumen) -> Iterator[str]:
    def tolak(nama: str, tindakan: str, tabel: str, syarat: str) -> str:
        return (
            f"CREATE TRIGGER {tabel}_{nama} BEFORE {tindakan} ON {tabel} WHEN {syarat} "
            f"BEGIN SELECT RAISE(ABORT, '{d.pesan}'); END"
        )

    beku = f"SELECT 1 FROM {d.tabel} AS d WHERE d.status = '{d.beku}' AND"
    sama = " OR ".join(
        ["d.id = NEW.id", *("(" + " AND ".join(f"d.{k} = NEW.{k}" for k in kunci) + ")" for kunci in d.kunci)]
    )
    yield tolak("ubah_beku", "UPDATE", d.tabel, f"OLD.status = '{d.beku}'")
    yield tolak("hapus_beku", "DELETE", d.tabel, f"OLD.status = '{d.beku}'")
    yield tolak("lahir_beku", "INSERT", d.tabel, f"NEW.status = '{d.beku}'")
    yield tolak("ganti_beku", "INSERT", d.tabel, f"EXISTS ({beku} ({sama}))")
    yield tolak("geser_beku", "UPDATE", d.tabel, f"EXISTS ({beku} d.id <> OLD.id AND ({sama}))")
    for anak in d.anak:
        induk = f"EXISTS ({beku} d.id = {{}}.{d.kunci_asing})"
        pengganti = f"EXISTS ({beku} d.id = (SELECT a.{d.kunci_asing} FROM {anak} AS a WHERE a.id = NEW.id))"
        yield tolak("tambah_beku", "INSERT", anak, f"{induk.format('NEW')} OR {pengganti}")
        yield tolak("ubah_beku", "UPDATE", anak, f"{induk.format('OLD')} OR {induk.format('NEW')} OR {pengganti}")
        yield tolak("hapus_beku", "DELETE", anak, induk.format("OLD"))


def _postgres(d: Dokumen) -> Iterator[str]:
    raise_ = f"RAISE EXCEPTION '{d.pesan}' USING ERRCODE = 'integrity_constraint_violation'"
    lanjut = "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;"
    yield f"""
CREATE FUNCTION {d.tabel}_beku() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status = '{d.beku}' THEN {raise_}; END IF;
  ELSIF OLD.status = '{d.beku}' THEN
    {raise_};
  END IF;
  {lanjut}
END $$"""
    # FOR SHARE waits for whoever is signing at this moment, and keeps others from signing until this line is written.
    yield f"""
CREATE FUNCTION {d.tabel}_baris_beku() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  keadaan text;
BEGIN
  FOR keadaan IN
    SELECT status FROM {d.tabel} WHERE id IN (
      CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE OLD.{d.kunci_asing} END,
      CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE NEW.{d.kunci_asing} END) FOR SHARE
  LOOP
    IF keadaan = '{d.beku}' THEN {raise_}; END IF;
  END LOOP;
  {lanjut}
END $$"""
    yield (
        f"CREATE TRIGGER {d.tabel}_beku BEFORE INSERT OR UPDATE OR DELETE ON {d.tabel} "
        f"FOR EACH ROW EXECUTE FUNCTION {d.tabel}_beku()"
    )
    for anak in d.anak:
        yield (
            f"CREATE TRIGGER {anak}_beku BEFORE INSERT OR UPDATE OR DELETE ON {anak} "
            f"FOR EACH ROW EXECUTE FUNCTION {d.tabel}_baris_beku()"
        )


def pasang(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    bahasa = _postgres if schema_editor.connection.vendor == "postgresql" else _sqlite
    for dokumen in DAFTAR:
        for perintah in bahasa(dokumen):
            schema_editor.execute(perintah, params=None)


class Migration(migrations.Migration):
    dependencies = (("perjanjian", "0001_initial"),)
    operations = (migrations.RunPython(pasang, migrations.RunPython.noop),)
