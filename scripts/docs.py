"""Write the generated pages of docs/; with --check, say which of them are out of date and fail.

docs/paket-data.md   every file and column of a data package, from the dataclasses
docs/kebijakan.md   every policy and scale, from core/regulasi
docs/aturan/   every rule of the checker: an index by family, and a page per rule from its docstring and its spec
"""

import inspect
import re
import sys
from functools import partial
from pathlib import Path

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.checker.registry import DAFTAR_ATURAN
from akuntabel.core.checker.temuan import Aturan
from akuntabel.core.fakta.skema import (
    DAFTAR_POHON,
    DAFTAR_TABEL,
    POHON_BILA_ADA,
    Kolom,
    TabelPaket,
    daftar_kolom,
    unwrap_jenis,
)
from akuntabel.core.regulasi import daftar_kebijakan, load_kebijakan

AKAR = Path(__file__).parents[1]
PENGANTAR = """Satu folder memuat semua fakta satu satker dalam satu tahun: CSV untuk tabel, YAML untuk pohon kecil,
Markdown untuk uraian. CSV memakai UTF-8, pemisah koma, baris kepala, angka polos dengan titik desimal, tanggal
tahun-bulan-hari, `ya`/`tidak`; sel kosong berarti tidak ada. `datapackage.json` (Frictionless Data Package) memuat
skema dan SHA-256 setiap berkas dan dibuat oleh `akuntabel validasi PAKET --segel`.

"""
PENGANTAR_ATURAN = """`akuntabel check LAPORAN` menjalankan semuanya; `--select HIT,ANG001` memilih, `--ignore KODE`
melewati, `akuntabel rule KODE` menjelaskan satu. *Galat* berarti dua hal dalam laporan tidak dapat sama-sama benar;
*peringatan* berarti sangat mungkin keliru; *info* menyangkut bentuk. Angka dibandingkan sebagai rentang pembulatan
dari angka yang tercetak. Aturan yang tidak mendapat kepastian dari laporannya diam.
"""
KELUARGA_ATURAN = {
    "HIT": "hitungan kinerja",
    "ANG": "anggaran",
    "KON": "konsistensi antartempat",
    "LKP": "kelengkapan",
    "SKL": "skala kategori",
    "STR": "struktur dan penomoran",
    "RUJ": "peraturan dan rencana yang dikutip",
    "BHS": "kata, istilah, dan bentuk angka",
    "FKT": "dokumen terhadap faktanya (`--paket`)",
    "PGC": "pengecualian yang diputuskan orang (`--exceptions`)",
}
TANDA = "<!-- Halaman ini dibuat oleh scripts/docs.py; jangan disunting. -->\n\n"


def write_paket_data() -> str:
    """The page of the data package."""
    bagian = [
        TANDA,
        "# Paket data\n\n",
        PENGANTAR,
        "Uraian ada di `narasi/<nama>.md`; berkas bukti di `bukti/<sha256>.<jenis>`.\n",
    ]
    bagian += [_halaman_entitas(f"{nama}.yaml", jenis) for nama, jenis in DAFTAR_POHON.items()]
    bagian += [_halaman_entitas(tabel.berkas, tabel.jenis, tabel) for tabel in DAFTAR_TABEL]
    return "".join(bagian)


def _halaman_entitas(berkas: str, jenis: type, tabel: TabelPaket | None = None) -> str:
    asing = {a.kolom: f"{a.tabel}.csv" for a in tabel.kunci_asing} if tabel else {}
    kunci = f"\nKunci: {', '.join(f'`{k}`' for k in tabel.kunci)}.\n" if tabel else ""
    if sebab := POHON_BILA_ADA.get(berkas.removesuffix(".yaml")):
        kunci = f"\nHanya ada bila {sebab}; paket tanpa berkas ini tetap lengkap.\n"
    baris = "".join(_baris_kolom(k, asing.get(k.nama, "")) for k in daftar_kolom(jenis))
    return f"\n## `{berkas}`\n{kunci}\n| kolom | jenis | wajib | arti |\n|---|---|---|---|\n{baris}"


def _baris_kolom(kolom: Kolom, tujuan: str) -> str:
    jenis = " \\| ".join(f"`{p}`" for p in kolom.pilihan) if kolom.pilihan else _nama_jenis(kolom)
    if tujuan:
        jenis += f" → `{tujuan}`"
    return f"| `{kolom.nama}` | {jenis} | {'ya' if kolom.is_wajib else ''} | {kolom.keterangan} |\n"


def _nama_jenis(kolom: Kolom) -> str:
    nama = {"str": "teks", "int": "bilangan bulat", "Decimal": "bilangan", "date": "tanggal"}
    jenis, _, _ = unwrap_jenis(kolom.jenis)
    return nama.get(getattr(jenis, "__name__", ""), "daftar")


def write_kebijakan() -> str:
    """The page of the policies."""
    bagian = [TANDA, "# Kebijakan hitung\n\nNilainya ada di `core/regulasi/data/`; kode tidak memuat satu pun.\n"]
    for nama in daftar_kebijakan():
        k = load_kebijakan(nama)
        batas = " s.d. ".join("–" if b is None else f"{format_angka(b)}%" for b in (k.batas_bawah, k.batas_atas))
        bagian.append(
            f"\n## `{nama}`\n\n{k.judul}. {k.keterangan}\n\nDasar: {k.dasar}. Batas: {batas}. "
            f"Pembulatan: {k.pembulatan.desimal} desimal. Rekapitulasi: {k.rekap_sasaran.value}, "
            f"{k.rekap_organisasi.value}.\n\n| arah | rumus |\n|---|---|\n"
        )
        bagian += [f"| {arah.value} | `{rumus.value}` |\n" for arah, rumus in k.rumus.items()]
        bagian.append(f"\nSkala {k.skala.judul}:\n\n| batas bawah | kategori |\n|---|---|\n")
        bagian += [f"| {'≥' if p.inklusif else '>'} {format_angka(p.batas)} | {p.label} |\n" for p in k.skala.pita]
    return "".join(bagian)


def write_aturan() -> str:
    """The index of the checker's rules, family by family."""
    bagian = [TANDA, "# Aturan pemeriksa\n\n", PENGANTAR_ATURAN]
    for awalan, nama in KELUARGA_ATURAN.items():
        bagian.append(f"\n## {awalan}: {nama}\n\n| kode | yang ditemukan | tingkat |\n|---|---|---|\n")
        for a in (a for a in DAFTAR_ATURAN if a.kode.startswith(awalan)):
            judul = inspect.cleandoc(a.penjelasan).partition("\n")[0]
            bagian.append(f"| [{a.kode}]({a.kode}.md) | {judul} | {a.tingkat.value} |\n")
    return "".join(bagian)


def write_halaman_aturan(aturan: Aturan) -> str:
    """The page of one rule, with the example that its test runs."""
    judul, _, isi = inspect.cleandoc(aturan.penjelasan).partition("\n")
    butir = re.sub(r"^(Yang diperiksa|Mengapa penting|Perbaikan|Dasar):", r"* **\1**:", isi.strip(), flags=re.MULTILINE)
    spec = (AKAR / "tests" / "checker" / "specs" / f"{aturan.kode}.md").read_text().partition("\n")[2].strip()
    return (
        f"{TANDA}# {aturan.kode} {aturan.nama}\n\n{judul}\n\nTingkat: {aturan.tingkat.value}.\n\n{butir}\n\n"
        "## Contoh\n\nBaris yang ditandai `<!-- kode hasil-hitung -->` ditemukan; baris lain tidak.\n\n"
        f"````text\n{spec}\n````\n"
    )


HALAMAN = {
    "docs/paket-data.md": write_paket_data,
    "docs/kebijakan.md": write_kebijakan,
    "docs/aturan/README.md": write_aturan,
} | {f"docs/aturan/{a.kode}.md": partial(write_halaman_aturan, a) for a in DAFTAR_ATURAN}


def _sisa_aturan() -> list[str]:
    """Pages of rules that are no more; removed unless this is only a check."""
    sisa = [f for f in (AKAR / "docs" / "aturan").glob("*.md") if f"docs/aturan/{f.name}" not in HALAMAN]
    if "--check" not in sys.argv:
        for berkas in sisa:
            berkas.unlink()
        return []
    return [str(f.relative_to(AKAR)) for f in sisa]


def main() -> int:
    """Write, or check; the exit code."""
    usang = _sisa_aturan()
    for nama, tulis in HALAMAN.items():
        isi, berkas = tulis(), AKAR / nama
        if "--check" not in sys.argv:
            berkas.write_text(isi)
        elif not berkas.is_file() or berkas.read_text() != isi:
            usang.append(nama)
    if usang:
        sys.stderr.write(f"out of date: {', '.join(usang)}; run make docs\n")
    return 1 if usang else 0


if __name__ == "__main__":
    sys.exit(main())
