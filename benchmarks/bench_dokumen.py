"""CPU of the example's PDF + DOCX + HTML ÷ a bare Typst compile of the same source, and ÷ LibreOffice's DOCX to PDF.

Warm: the median of five runs after one that nobody counts. LibreOffice runs as a user would run it, from cold.
"""

import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import typst

from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.core.fakta.paket import read_paket
from akuntabel.core.naskah.model import Naskah
from akuntabel.core.render.berkas import Format, render_berkas
from akuntabel.core.render.gambar import draw_semua
from akuntabel.core.render.pdf import STANDAR, load_huruf
from akuntabel.core.render.typst_sumber import write_typst

CONTOH = Path(__file__).parents[1] / "contoh" / "kpu-kota-blitar-2020"
SASARAN_TYPST = 2.5
SASARAN_LIBREOFFICE = 0.5


def main() -> None:
    """Print the ratios and the peak of memory."""
    hasil = compute_hasil(read_paket(CONTOH))
    naskah = compose_lkj(hasil)
    kita = _ukur(lambda: render_berkas(naskah, [Format.PDF, Format.DOCX, Format.HTML]))
    with tempfile.TemporaryDirectory() as folder:
        typst_polos = _ukur_typst(naskah, Path(folder))
        susun = _ukur(lambda: compose_lkj(compute_hasil(read_paket(CONTOH))))
        print(f"example: read, compute, compose {susun:.3f} s CPU; PDF + DOCX + HTML {kita:.3f} s CPU (warm)")
        print(f"÷ bare Typst ({typst_polos:.3f} s): {kita / typst_polos:.2f} (goal ≤ {SASARAN_TYPST})")
        _bandingkan_libreoffice(naskah, kita, Path(folder))
    puncak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"memory peak {puncak} MB")


def _ukur(kerja: Callable[[], object]) -> float:
    kerja()
    waktu = []
    for _ in range(5):
        mulai = time.process_time()
        kerja()
        waktu.append(time.process_time() - mulai)
    return statistics.median(waktu)


def _ukur_typst(naskah: Naskah, folder: Path) -> float:
    """Typst alone: the same source and standards, nothing of ours around it."""
    sumber = folder / "naskah.typ"
    sumber.write_text(write_typst(naskah, draw_semua(naskah)), "utf-8")
    return _ukur(
        lambda: typst.Compiler(sumber, font_paths=load_huruf(), ignore_system_fonts=True).compile(
            format="pdf", pdf_standards=STANDAR
        )
    )


def _bandingkan_libreoffice(naskah: Naskah, kita: float, folder: Path) -> None:
    if shutil.which("soffice") is None:
        print("÷ LibreOffice: soffice is not installed here")
        return
    docx = folder / "naskah.docx"
    docx.write_bytes(render_berkas(naskah, [Format.DOCX])[Format.DOCX])
    sebelum = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(  # noqa: S603 — a fixed command over our own file
        ["soffice", f"-env:UserInstallation=file://{folder}/lo", "--headless", "--convert-to", "pdf", "--outdir", folder, docx],  # noqa: E501, S607 — one command line
        check=True,
        capture_output=True,
    )
    sesudah = resource.getrusage(resource.RUSAGE_CHILDREN)
    waktu = sesudah.ru_utime + sesudah.ru_stime - sebelum.ru_utime - sebelum.ru_stime
    print(f"÷ LibreOffice DOCX to PDF ({waktu:.3f} s): {kita / waktu:.2f} (goal ≤ {SASARAN_LIBREOFFICE})")


if __name__ == "__main__":
    main()
