"""The database itself keeps what was measured: facts are only added, each corrects the last of its own chain.

SQLite's REPLACE deletes rows that stand in its way without firing triggers of DELETE; therefore a new row may not take
the place of another either. A quarter that is submitted or verified takes no fact, unless it is verified and opened
again for now.
"""

from collections.abc import Iterator

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TETAP = {
    "pengukuran_fakta": "fakta tidak diubah atau dihapus; catat fakta yang menggantikannya",
    "pengukuran_catatansel": "catatan sel tidak diubah atau dihapus; balas dengan catatan lain",
}
KUNCI = ("satker_id", "elemen_id", "tahun", "jenis_kelamin", "rincian")
BUKAN_RANTAI = "yang digantikan bukan fakta sel yang sama"
SUDAH_ADA = "sel ini sudah mempunyai fakta; gantikan yang terakhir"
BUKAN_ELEMEN = "elemen itu bukan milik satker ini atau satker di atasnya pada tahun itu"
TERKUNCI = "pengukuran triwulan ini sudah diajukan atau diverifikasi"
BUKTI = "kode dan berkas bukti tidak berubah; catat bukti lain"
ELEMEN = "elemen yang sudah mempunyai fakta tetap kode, bentuk, satuan, dan konsolidasinya"
PERALIHAN = "status pengukuran tidak dapat beralih seperti itu"
PEMBUKAAN = "pembukaan kembali hanya dapat diakhiri lebih awal"
BERLAKU = (
    "SELECT 1 FROM pengukuran_pembukaankembali AS b WHERE b.satker_id = NEW.satker_id AND b.tahun = NEW.tahun "
    "AND b.triwulan = {triwulan} AND b.sampai > {kini}"
)
UBAH_ELEMEN = " OR ".join(
    f"NEW.{k} <> OLD.{k}" for k in ("satker_id", "tahun", "kode", "bentuk", "satuan", "konsolidasi")
)
UBAH_BUKTI = (
    "NEW.kode <> OLD.kode OR NEW.satker_id <> OLD.satker_id OR NEW.tahun <> OLD.tahun "
    "OR (OLD.berkas_id IS NOT NULL AND (NEW.berkas_id IS NULL OR NEW.berkas_id <> OLD.berkas_id))"
)
UBAH_PEMBUKAAN = (
    "NEW.sampai > OLD.sampai OR NEW.satker_id <> OLD.satker_id OR NEW.tahun <> OLD.tahun "
    "OR NEW.triwulan <> OLD.triwulan OR NEW.alasan <> OLD.alasan"
)
SAH = (  # from, to, and whether the quarter must be open again
    ("disusun", "diajukan", False),
    ("diajukan", "disusun", False),
    ("diajukan", "diverifikasi", False),
    ("diverifikasi", "disusun", True),
)


def _sama(a: str, b: str) -> str:
    triwulan = f"COALESCE({a}.triwulan, 0) = COALESCE({b}.triwulan, 0)"
    return " AND ".join([*(f"{a}.{k} = {b}.{k}" for k in KUNCI), triwulan])


def _peralihan_sah(kini: str) -> str:
    buka = BERLAKU.format(triwulan="NEW.triwulan", kini=kini)
    return " OR ".join(
        f"(OLD.status = '{dari}' AND NEW.status = '{ke}'" + (f" AND EXISTS ({buka}))" if is_dibuka else ")")
        for dari, ke, is_dibuka in SAH
    )


def _sqlite() -> Iterator[str]:
    def tolak(nama: str, tindakan: str, tabel: str, syarat: str, pesan: str) -> str:
        saat = f" WHEN {syarat}" if syarat else ""
        return (
            f"CREATE TRIGGER {tabel}_{nama} BEFORE {tindakan} ON {tabel}{saat} "
            f"BEGIN SELECT RAISE(ABORT, '{pesan}'); END"
        )

    kini = "strftime('%Y-%m-%d %H:%M:%f', 'now')"
    for tabel, pesan in TETAP.items():
        yield tolak("ubah", "UPDATE", tabel, "", pesan)
        yield tolak("hapus", "DELETE", tabel, "", pesan)
        yield tolak("ganti", "INSERT", tabel, f"EXISTS (SELECT 1 FROM {tabel} AS l WHERE l.id = NEW.id)", pesan)
    fakta = "pengukuran_fakta"
    lama = f"SELECT 1 FROM {fakta} AS l WHERE"
    for nama, syarat, pesan in (
        ("awal", f"NEW.menggantikan_id IS NULL AND EXISTS ({lama} {_sama('l', 'NEW')})", SUDAH_ADA),
        (
            "rantai",
            f"NEW.menggantikan_id IS NOT NULL AND (NOT EXISTS ({lama} l.id = NEW.menggantikan_id AND "
            f"{_sama('l', 'NEW')}) OR EXISTS ({lama} l.menggantikan_id = NEW.menggantikan_id))",
            BUKAN_RANTAI,
        ),
        (
            "elemen",
            "NOT EXISTS (SELECT 1 FROM pengukuran_elemen AS e JOIN organisasi_satker AS a ON a.id = e.satker_id "
            "JOIN organisasi_satker AS s ON s.id = NEW.satker_id WHERE e.id = NEW.elemen_id "
            "AND e.tahun = NEW.tahun AND substr(s.path, 1, length(a.path)) = a.path)",
            BUKAN_ELEMEN,
        ),
        (
            "terkunci",
            "EXISTS (SELECT 1 FROM pengukuran_pengukurantriwulan AS p WHERE p.satker_id = NEW.satker_id "
            "AND p.tahun = NEW.tahun AND p.triwulan = COALESCE(NEW.triwulan, 4) AND (p.status = 'diajukan' OR "
            f"(p.status = 'diverifikasi' AND NOT EXISTS "
            f"({BERLAKU.format(triwulan='COALESCE(NEW.triwulan, 4)', kini=kini)}))))",
            TERKUNCI,
        ),
    ):
        yield tolak(nama, "INSERT", fakta, syarat, pesan)
    yield tolak("tetap", "UPDATE", "pengukuran_bukti", UBAH_BUKTI, BUKTI)
    berfakta = f"EXISTS (SELECT 1 FROM {fakta} AS f WHERE f.elemen_id = OLD.id)"
    yield tolak("tetap", "UPDATE", "pengukuran_elemen", f"({UBAH_ELEMEN}) AND {berfakta}", ELEMEN)
    triwulan = "pengukuran_pengukurantriwulan"
    yield tolak("lahir", "INSERT", triwulan, "NEW.status <> 'disusun'", PERALIHAN)
    ada = "l.satker_id = NEW.satker_id AND l.tahun = NEW.tahun AND l.triwulan = NEW.triwulan"
    ganti = f"EXISTS (SELECT 1 FROM {triwulan} AS l WHERE l.id = NEW.id OR ({ada}))"
    yield tolak("ganti", "INSERT", triwulan, ganti, PERALIHAN)
    yield tolak("hapus", "DELETE", triwulan, "OLD.status = 'diverifikasi'", PERALIHAN)
    alih = f"NEW.status <> OLD.status AND NOT ({_peralihan_sah(kini)})"
    yield tolak("alih", "UPDATE", triwulan, alih, PERALIHAN)
    buka = "pengukuran_pembukaankembali"
    yield tolak("ubah", "UPDATE", buka, UBAH_PEMBUKAAN, PEMBUKAAN)
    yield tolak("hapus", "DELETE", buka, "", PEMBUKAAN)
    yield tolak("ganti", "INSERT", buka, f"EXISTS (SELECT 1 FROM {buka} AS l WHERE l.id = NEW.id)", PEMBUKAAN)


def _tolak(pesan: str) -> str:
    return f"RAISE EXCEPTION '{pesan}' USING ERRCODE = 'integrity_constraint_violation'"


def _pemicu(tabel: str, nama: str, saat: str, isi: str, deklarasi: str = "") -> Iterator[str]:
    fungsi = f"{tabel}_{nama}"
    yield f"""
CREATE FUNCTION {fungsi}() RETURNS trigger LANGUAGE plpgsql AS $$
{deklarasi}
BEGIN
  {isi}
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$"""
    yield f"CREATE TRIGGER {fungsi} BEFORE {saat} ON {tabel} FOR EACH ROW EXECUTE FUNCTION {fungsi}()"


def _postgres() -> Iterator[str]:
    for tabel, pesan in TETAP.items():
        yield from _pemicu(tabel, "tetap", "UPDATE OR DELETE", f"{_tolak(pesan)};")
    yield from _pemicu("pengukuran_fakta", "sah", "INSERT", _isi_fakta(), "DECLARE keadaan text;")
    yield from _pemicu("pengukuran_bukti", "tetap", "UPDATE", f"IF {UBAH_BUKTI} THEN {_tolak(BUKTI)}; END IF;")
    berfakta = "EXISTS (SELECT 1 FROM pengukuran_fakta AS f WHERE f.elemen_id = OLD.id)"
    yield from _pemicu(
        "pengukuran_elemen", "tetap", "UPDATE", f"IF ({UBAH_ELEMEN}) AND {berfakta} THEN {_tolak(ELEMEN)}; END IF;"
    )
    isi = f"""
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'disusun' THEN {_tolak(PERALIHAN)}; END IF;
  ELSIF TG_OP = 'DELETE' THEN
    IF OLD.status = 'diverifikasi' THEN {_tolak(PERALIHAN)}; END IF;
  ELSIF NEW.status <> OLD.status AND NOT ({_peralihan_sah("clock_timestamp()")}) THEN
    {_tolak(PERALIHAN)};
  END IF;"""
    yield from _pemicu("pengukuran_pengukurantriwulan", "alih", "INSERT OR UPDATE OR DELETE", isi)
    isi = f"IF TG_OP = 'DELETE' OR {UBAH_PEMBUKAAN} THEN {_tolak(PEMBUKAAN)}; END IF;"
    yield from _pemicu("pengukuran_pembukaankembali", "tetap", "UPDATE OR DELETE", isi)


def _isi_fakta() -> str:
    """What a new fact must be. FOR SHARE waits for whoever submits or verifies the quarter at this moment."""
    lama = "SELECT 1 FROM pengukuran_fakta AS l WHERE"
    buka = BERLAKU.format(triwulan="COALESCE(NEW.triwulan, 4)", kini="clock_timestamp()")
    return f"""
  IF NEW.menggantikan_id IS NULL THEN
    IF EXISTS ({lama} {_sama("l", "NEW")}) THEN {_tolak(SUDAH_ADA)}; END IF;
  ELSIF NOT EXISTS ({lama} l.id = NEW.menggantikan_id AND {_sama("l", "NEW")}) THEN
    {_tolak(BUKAN_RANTAI)};
  END IF;
  IF NOT EXISTS (SELECT 1 FROM pengukuran_elemen AS e JOIN organisasi_satker AS a ON a.id = e.satker_id
      JOIN organisasi_satker AS s ON s.id = NEW.satker_id
      WHERE e.id = NEW.elemen_id AND e.tahun = NEW.tahun AND starts_with(s.path, a.path)) THEN
    {_tolak(BUKAN_ELEMEN)};
  END IF;
  SELECT status INTO keadaan FROM pengukuran_pengukurantriwulan AS p
    WHERE p.satker_id = NEW.satker_id AND p.tahun = NEW.tahun AND p.triwulan = COALESCE(NEW.triwulan, 4) FOR SHARE;
  IF keadaan = 'diajukan' OR (keadaan = 'diverifikasi' AND NOT EXISTS ({buka})) THEN
    {_tolak(TERKUNCI)};
  END IF;"""


def pasang(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for perintah in _postgres() if schema_editor.connection.vendor == "postgresql" else _sqlite():
        schema_editor.execute(perintah, params=None)


class Migration(migrations.Migration):
    dependencies = (("pengukuran", "0001_initial"), ("organisasi", "0001_initial"))
    operations = (migrations.RunPython(pasang, migrations.RunPython.noop),)
