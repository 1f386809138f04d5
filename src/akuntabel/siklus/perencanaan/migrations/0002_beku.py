"""The database itself keeps what was adopted, and what may only be added to: no way around it, from ORM, API or by hand.

Frozen: a Renstra and an RKT that are ``ditetapkan``, with all that hangs from them. Only added to: pagu, adoptions.
"""

from collections.abc import Iterator
from typing import NamedTuple

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

APP = "perencanaan"
PESAN_RENSTRA = "Renstra yang sudah ditetapkan tidak dapat diubah; susun versi berikutnya"
PESAN_RENCANA = "RKT yang sudah ditetapkan tidak dapat diubah; susun revisinya"
PESAN_TAMBAH = "baris ini hanya dapat ditambah, tidak diubah atau dihapus"


class Beku(NamedTuple):
    """A table frozen with the row of ``induk`` whose id is ``kunci``, written over a row called {r}."""

    tabel: str
    induk: str
    kunci: str
    pesan: str


RENSTRA, RENCANA = f"{APP}_renstra", f"{APP}_rencanakinerja"
_SASARAN = f"SELECT renstra_id FROM {APP}_sasaran WHERE id ="
_INDIKATOR = f"SELECT sasaran_id FROM {APP}_indikator WHERE id ="
DAFTAR_BEKU = (
    Beku(f"{APP}_tujuan", RENSTRA, "{r}.renstra_id", PESAN_RENSTRA),
    Beku(f"{APP}_sasaran", RENSTRA, "{r}.renstra_id", PESAN_RENSTRA),
    Beku(f"{APP}_pendanaanrenstra", RENSTRA, "{r}.renstra_id", PESAN_RENSTRA),
    Beku(f"{APP}_indikator", RENSTRA, f"({_SASARAN} {{r}}.sasaran_id)", PESAN_RENSTRA),
    Beku(f"{APP}_targetrenstra", RENSTRA, f"({_SASARAN} ({_INDIKATOR} {{r}}.indikator_id))", PESAN_RENSTRA),
    Beku(f"{APP}_rencanatarget", RENCANA, "{r}.rencana_id", PESAN_RENCANA),
)
DAFTAR_INDUK = ((RENSTRA, PESAN_RENSTRA), (RENCANA, PESAN_RENCANA))
DAFTAR_TAMBAH = (f"{APP}_pagu", f"{APP}_adopsirenstra", f"{APP}_adopsirenstra_daftar_indikator")


def daftar_sqlite() -> Iterator[str]:
    """A trigger per table, act and row (before, after)."""
    for b in DAFTAR_BEKU:
        for perintah, r in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            syarat = f"(SELECT status FROM {b.induk} WHERE id = {b.kunci.format(r=r)}) = 'ditetapkan'"
            yield _pemicu_sqlite(b.tabel, perintah, r, b.pesan, syarat)
    for induk, pesan in DAFTAR_INDUK:
        for perintah in ("UPDATE", "DELETE"):
            yield _pemicu_sqlite(induk, perintah, "OLD", pesan, "OLD.status = 'ditetapkan'")
    for tabel in DAFTAR_TAMBAH:
        for perintah in ("UPDATE", "DELETE"):
            yield _pemicu_sqlite(tabel, perintah, "OLD", PESAN_TAMBAH, "1")


def _pemicu_sqlite(tabel: str, perintah: str, r: str, pesan: str, syarat: str) -> str:
    return (
        f"CREATE TRIGGER {tabel}_{perintah}_{r}_beku BEFORE {perintah} ON {tabel} WHEN {syarat} "
        f"BEGIN SELECT RAISE(ABORT, '{pesan}'); END"
    )


def daftar_postgres() -> Iterator[str]:
    """A function and a trigger per table."""
    for b in DAFTAR_BEKU:
        periksa = "".join(
            f"  IF TG_OP <> '{bukan}' THEN\n"
            f"    IF (SELECT status FROM {b.induk} WHERE id = {b.kunci.format(r=r)}) = 'ditetapkan' THEN\n"
            f"      RAISE EXCEPTION '{b.pesan}' USING ERRCODE = 'integrity_constraint_violation';\n"
            "    END IF;\n"
            "  END IF;\n"
            for bukan, r in (("INSERT", "OLD"), ("DELETE", "NEW"))
        )
        yield from _pemicu_postgres(b.tabel, periksa, "INSERT OR UPDATE OR DELETE")
    for induk, pesan in DAFTAR_INDUK:
        periksa = (
            f"  IF OLD.status = 'ditetapkan' THEN\n    RAISE EXCEPTION '{pesan}'"
            " USING ERRCODE = 'integrity_constraint_violation';\n  END IF;\n"
        )
        yield from _pemicu_postgres(induk, periksa, "UPDATE OR DELETE")
    for tabel in DAFTAR_TAMBAH:
        periksa = f"  RAISE EXCEPTION '{PESAN_TAMBAH}' USING ERRCODE = 'integrity_constraint_violation';\n"
        yield from _pemicu_postgres(tabel, periksa, "UPDATE OR DELETE")


def _pemicu_postgres(tabel: str, periksa: str, perintah: str) -> tuple[str, str]:
    return (
        f"CREATE FUNCTION {tabel}_beku() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n{periksa}"
        "  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n  RETURN NEW;\nEND $$",
        f"CREATE TRIGGER {tabel}_beku BEFORE {perintah} ON {tabel} FOR EACH ROW EXECUTE FUNCTION {tabel}_beku()",
    )


def pasang(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    is_postgres = schema_editor.connection.vendor == "postgresql"
    for perintah in daftar_postgres() if is_postgres else daftar_sqlite():
        schema_editor.execute(perintah, params=None)


class Migration(migrations.Migration):
    dependencies = (("perencanaan", "0001_initial"),)
    operations = (migrations.RunPython(pasang, migrations.RunPython.noop),)
