"""Write the generated pages of docs/; with --check, say which of them are out of date and fail.

docs/paket-data.md   every file and column of a data package, from the dataclasses
docs/kebijakan.md   every policy and scale, from core/regulasi
docs/aturan/README.md   every rule of the checker, from its docstring
docs/gambar/laporan-halaman.png   a page of the example's report (drawn anew, not checked)
"""

import inspect
import re
import sys
from pathlib import Path

import pypdfium2

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.checker.registry import DAFTAR_ATURAN
from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.core.fakta.paket import read_paket
from akuntabel.core.fakta.skema import DAFTAR_POHON, DAFTAR_TABEL, Kolom, TabelPaket, daftar_kolom, unwrap_jenis
from akuntabel.core.regulasi import daftar_kebijakan, load_kebijakan
from akuntabel.core.render.gambar import draw_semua
from akuntabel.core.render.pdf import render_pdf

AKAR = Path(__file__).parents[1]
PENGANTAR = """Satu folder memuat semua fakta satu satker dalam satu tahun: CSV untuk tabel, YAML untuk pohon kecil,
Markdown untuk uraian. CSV memakai UTF-8, pemisah koma, baris kepala, angka polos dengan titik desimal, tanggal
tahun-bulan-hari, `ya`/`tidak`; sel kosong berarti tidak ada. `datapackage.json` (Frictionless Data Package) memuat
skema dan SHA-256 setiap berkas dan dibuat oleh `akuntabel validasi PAKET --segel`.

"""
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


def write_gambar(berkas: Path) -> None:
    """The picture of the README: the page of the example's report that holds the measurement of the year."""
    naskah = compose_lkj(compute_hasil(read_paket(AKAR / "contoh" / "kpu-kota-blitar-2020")))
    pdf = render_pdf(naskah, gambar=draw_semua(naskah, png=False))
    dokumen = pypdfium2.PdfDocument(pdf.pdf)
    halaman = next(
        h for h in dokumen if {"Pengukuran", "Kinerja", "menunggu"} <= set(_kata(h)) and "62,87%" in _kata(h)
    )
    gambar = halaman.render(scale=1.4).to_pil().convert("P", palette=1, colors=64)
    gambar.save(berkas, optimize=True)


def _kata(halaman: pypdfium2.PdfPage) -> list[str]:
    return halaman.get_textpage().get_text_range().split()


def write_aturan() -> str:
    """The page of the checker's rules."""
    bagian = [TANDA, "# Aturan pemeriksa\n\n`akuntabel check LAPORAN` menjalankan semuanya; `akuntabel rule KODE`"]
    bagian.append(" menampilkan satu.\n\n| kode | nama | tingkat |\n|---|---|---|\n")
    bagian += [f"| [{a.kode}](#{a.kode.lower()}) | {a.nama} | {a.tingkat.value} |\n" for a in DAFTAR_ATURAN]
    for a in DAFTAR_ATURAN:
        judul, _, isi = inspect.cleandoc(a.penjelasan).partition("\n")
        butir = re.sub(
            r"^(Yang diperiksa|Mengapa penting|Perbaikan|Dasar):", r"* **\1**:", isi.strip(), flags=re.MULTILINE
        )
        bagian.append(f"\n## {a.kode}\n\n`{a.nama}`. {judul}\n\n{butir}\n")
    return "".join(bagian)


HALAMAN = {
    "docs/paket-data.md": write_paket_data,
    "docs/kebijakan.md": write_kebijakan,
    "docs/aturan/README.md": write_aturan,
}


def main() -> int:
    """Write, or check; the exit code."""
    usang = []
    if "--check" not in sys.argv:
        write_gambar(AKAR / "docs" / "gambar" / "laporan-halaman.png")
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
