"""A published report as rows for machines: the same columns in CSV and JSON, with identifiers that do not change.

A row is named by the page of its report and its place there (``…#indikator-1.2``). Figures are exact text; rupiah are
whole numbers; what has no figure is empty and says so in ``status`` and ``alasan``.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Model

from akuntabel.siklus.publikasi.models import Terbitan

LISENSI = "https://creativecommons.org/licenses/by/4.0/"
KOLOM: Mapping[str, tuple[str, ...]] = {
    "sasaran": (
        *("kode", "nama", "capaian", "capaian_tercetak", "kategori", "status", "alasan"),
        *("jumlah_terukur", "jumlah_indikator"),
    ),
    "indikator": (
        *("sasaran", "kode", "silsilah", "nama", "definisi", "satuan", "arah", "rumus", "sumber"),
        *("target", "realisasi", "capaian", "capaian_terbatas", "kategori", "is_tercapai", "status", "alasan"),
    ),
    "riwayat": ("indikator", "tahun", "target", "realisasi", "target_renstra", "peristiwa", "sumber"),
    "anggaran": (
        "kode",
        "induk",
        "nama",
        "tingkat",
        "kedalaman",
        "sumber_dana",
        "pagu",
        "realisasi",
        "sisa",
        "serapan",
    ),
}
KUNCI: Mapping[str, tuple[str, ...]] = {
    "sasaran": ("kode",),
    "indikator": ("kode",),
    "riwayat": ("indikator", "tahun", "urut"),
    "anggaran": ("kode", "sumber_dana"),
}
KOLOM_TERBITAN = (
    *("slug", "kode_satker", "nama_satker", "jenis_satker", "kode_induk", "wilayah", "tahun", "entitas"),
    *("nama_entitas", "jenis", "triwulan", "revisi", "capaian", "kategori", "status_capaian", "alasan_capaian"),
    *("jumlah_indikator", "jumlah_terukur", "jumlah_tercapai", "pagu", "realisasi", "serapan", "kebijakan"),
    *("penanda_tangan", "jabatan_penanda_tangan", "tanggal_tanda_tangan", "terbit_pada", "sidik"),
)


def read_baris(terbitan: Terbitan, tabel: str, alamat: str) -> Iterator[dict[str, Any]]:
    """The rows of one table of a report; alamat: of its page."""
    for objek in getattr(terbitan, f"daftar_{tabel}").order_by("urut"):
        letak = "-".join(str(getattr(objek, k)) for k in KUNCI[tabel])
        yield {"id": f"{alamat}#{tabel}-{letak}"} | _isi(objek, KOLOM[tabel])


def read_terbitan(terbitan: Terbitan, alamat: str) -> dict[str, Any]:
    """What is said of the report itself."""
    return {"id": alamat} | _isi(terbitan, KOLOM_TERBITAN)


def build_json(terbitan: Terbitan, alamat: str) -> dict[str, Any]:
    """A report whole, with traces."""
    isi = read_terbitan(terbitan, alamat) | {"lisensi": LISENSI, "jejak_capaian": terbitan.jejak_capaian}
    for tabel in KOLOM:
        isi[tabel] = list(read_baris(terbitan, tabel, alamat))
    jejak = terbitan.daftar_indikator.order_by("urut").values_list("kode", "jejak", "jejak_realisasi")
    return isi | {"jejak": {kode: {"capaian": c, "realisasi": r} for kode, c, r in jejak}}


def write_csv(kolom: tuple[str, ...], daftar: Iterator[dict[str, Any]]) -> bytes:
    """UTF-8, comma, a header; nothing is written where nothing is known."""
    keluar = io.StringIO(newline="")
    tulis = csv.writer(keluar, lineterminator="\r\n")
    tulis.writerow(kolom)
    for baris in daftar:
        tulis.writerow(["" if baris[k] is None else _teks(baris[k]) for k in kolom])
    return keluar.getvalue().encode()


def _isi(objek: Model, kolom: tuple[str, ...]) -> dict[str, Any]:
    return {k: getattr(objek, k) for k in kolom}


def _teks(nilai: Any) -> str:
    if isinstance(nilai, bool):
        return "true" if nilai else "false"
    return nilai.isoformat() if hasattr(nilai, "isoformat") else str(nilai)
