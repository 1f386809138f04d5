"""Recovery of tables from text: cells that are right over every layout of the fixtures, and speed over pages.

Precision: right cells among those read (a wrong cell is worse than a missing one). Recall: right cells among those
there. Speed: a text of 40 pages, and how the time grows when the text is ten times as long.
"""

import time

from akuntabel.core.readers.teks.teks import read_teks
from readers.nilai_bacaan import BENTUK, Nilai, daftar_bentuk, nilai_bentuk, read_kebenaran

BARIS_HALAMAN = 45
HALAMAN = 40
PROSA = "Pada tahun berjalan target layanan ditetapkan sebesar 80 persen dengan realisasi 82,5 persen dari semua desa."


def main() -> None:
    """Print what was recovered, layouts with something amiss, and the time for 40 and 400 pages."""
    nilai = {nama: nilai_bentuk(nama) for nama in daftar_bentuk()}
    semua = sum(nilai.values(), Nilai(0, 0, 0))
    prosa = sum(not read_kebenaran(nama).tabel for nama in nilai)
    print(
        f"layouts: {len(nilai)} files ({prosa} of prose only), {semua.ada} cells, "
        f"precision {semua.precision:.3f} recall {semua.recall:.3f}"
    )
    for nama, n in nilai.items():
        if n.benar < max(n.ada, n.terbaca):
            print(f"  {nama}: {n.benar} right of {n.terbaca} read, {n.ada} there")
    sebentar, lama = _waktu(HALAMAN), _waktu(10 * HALAMAN)
    print(f"text of {HALAMAN} pages: {sebentar:.3f} s (goal ≤ 0.1); of {10 * HALAMAN}: {lama / sebentar:.1f} x as long")


def _waktu(halaman: int) -> float:
    teks = _teks(halaman)
    mulai = time.process_time()
    read_teks("laporan.txt", teks)
    return time.process_time() - mulai


def _teks(halaman: int) -> str:
    """All layouts one after another, again and again, as many lines of prose behind each, with page breaks."""
    isi = [(BENTUK / f"{nama}.txt").read_text("utf-8").replace("\f", "") for nama in daftar_bentuk()]
    baris = [b for teks in isi for b in (*teks.split("\n"), *[PROSA] * teks.count("\n"), "")]
    banyak = (baris * (halaman * BARIS_HALAMAN // len(baris) + 1))[: halaman * BARIS_HALAMAN]
    return "\f".join("\n".join(banyak[n : n + BARIS_HALAMAN]) for n in range(0, len(banyak), BARIS_HALAMAN))


if __name__ == "__main__":
    main()
