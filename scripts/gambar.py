"""Draw the pictures of the guides anew: a page of the example's report, pages that ``check --format html`` gives.

The latter is printed by Chromium, where it is installed; pictures are looked at, not compared.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2

from akuntabel.core.checker.keluaran.halaman import render_halaman
from akuntabel.core.checker.registry import check_naskah
from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.core.fakta.paket import read_paket
from akuntabel.core.readers.baca import read_berkas
from akuntabel.core.render.gambar import draw_semua
from akuntabel.core.render.pdf import render_pdf

AKAR = Path(__file__).parents[1]
GAMBAR = AKAR / "docs" / "gambar"


def main() -> int:
    """Draw what can be drawn here; the exit code."""
    _simpan(_pdf_laporan(), {"Pengukuran", "Kinerja", "menunggu", "62,87%"}, "laporan-halaman")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.stderr.write("chromium is not installed: the pictures of check stay as they are\n")
        return 0
    pdf = _pdf_periksa(chromium)
    _simpan(pdf, {"Temuan", "Peringatan"}, "periksa-temuan")
    _simpan(pdf, {"3360.010", "4.600.000"}, "periksa-tabel")
    return 0


def _pdf_laporan() -> bytes:
    naskah = compose_lkj(compute_hasil(read_paket(AKAR / "contoh" / "kpu-kota-blitar-2020")))
    return render_pdf(naskah, gambar=draw_semua(naskah, png=False)).pdf


def _pdf_periksa(chromium: str) -> bytes:
    """The findings on the restated source report, printed."""
    hasil = check_naskah(read_berkas(AKAR / "tests" / "checker" / "contoh" / "laporan-2020.txt"))
    with tempfile.TemporaryDirectory() as folder:
        halaman, pdf = Path(folder) / "periksa.html", Path(folder) / "periksa.pdf"
        halaman.write_text(render_halaman([hasil]), "utf-8")
        perintah = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        perintah += [f"--user-data-dir={folder}/profil", "--no-pdf-header-footer", f"--print-to-pdf={pdf}"]
        subprocess.run([*perintah, halaman.as_uri()], check=True, capture_output=True)  # noqa: S603 — our own page
        return pdf.read_bytes()


def _simpan(pdf: bytes, kata: set[str], nama: str) -> None:
    """The first page that holds all the words, as a small PNG."""
    dokumen = pypdfium2.PdfDocument(pdf)
    halaman = next(h for h in dokumen if kata <= set(h.get_textpage().get_text_range().split()))
    gambar = halaman.render(scale=1.4).to_pil().convert("P", palette=1, colors=64)
    gambar.save(GAMBAR / f"{nama}.png", optimize=True)


if __name__ == "__main__":
    sys.exit(main())
