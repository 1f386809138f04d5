"""CPU of the example's PDF + DOCX + HTML ÷ a bare Typst compile of the same source, and ÷ LibreOffice's DOCX to PDF.

Warm: imports, typeface and pictures are there. Typst remembers layouts, so a document that it has set before costs it
next to nothing; every run therefore sets a document of its own, with other words in every cell. LibreOffice runs as a
user would run it, from cold.
"""

import itertools
import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import typst

from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.core.fakta.paket import read_paket
from akuntabel.core.naskah.model import Baris, Naskah, Teks
from akuntabel.core.naskah.penomoran import ubah_baris
from akuntabel.core.render.berkas import Format, render_berkas
from akuntabel.core.render.gambar import draw_semua
from akuntabel.core.render.pdf import STANDAR, load_huruf
from akuntabel.core.render.typst_sumber import write_typst

CONTOH = Path(__file__).parents[1] / "contoh" / "kpu-kota-blitar-2020"
SASARAN_TYPST = 2.5
SASARAN_LIBREOFFICE = 0.5
PUTARAN = 5


def main() -> None:
    """Print the ratios and the peak of memory."""
    naskah = compose_lkj(compute_hasil(read_paket(CONTOH)))
    semua = [Format.PDF, Format.DOCX, Format.HTML]
    susun = _ukur(lambda _: compose_lkj(compute_hasil(read_paket(CONTOH))), naskah)
    kita = _ukur(lambda n: render_berkas(n, semua), naskah)
    with tempfile.TemporaryDirectory() as folder:
        typst_polos = _ukur_typst(naskah, Path(folder))
        print(f"example: read, compute, compose {susun:.3f} s CPU; PDF + DOCX + HTML {kita:.3f} s CPU (warm)")
        print(f"÷ bare Typst ({typst_polos:.3f} s): {kita / typst_polos:.2f} (goal ≤ {SASARAN_TYPST})")
        _bandingkan_libreoffice(naskah, kita, Path(folder))
    print(f"memory peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


_urut = itertools.count(1)


def _naskah_baru(naskah: Naskah) -> Naskah:
    """The same document with other words: a number of its own behind every run."""
    nomor = next(_urut)

    def ubah(baris: Baris) -> Baris:
        return tuple(replace(p, teks=f"{p.teks} {nomor}") if isinstance(p, Teks) else p for p in baris)

    bab = tuple(replace(b, isi=tuple(ubah_baris(blok, ubah) for blok in b.isi)) for b in naskah.bab)
    return replace(naskah, bab=bab)


def _ukur(kerja: Callable[[Naskah], object], naskah: Naskah) -> float:
    waktu = [_waktu(kerja, baru) for baru in _daftar_baru(naskah)]
    return statistics.median(waktu[1:])  # the first warms up


def _daftar_baru(naskah: Naskah) -> Iterator[Naskah]:
    return (_naskah_baru(naskah) for _ in range(PUTARAN + 1))


def _waktu(kerja: Callable[[Naskah], object], naskah: Naskah) -> float:
    mulai = time.process_time()
    kerja(naskah)
    return time.process_time() - mulai


def _ukur_typst(naskah: Naskah, folder: Path) -> float:
    """Typst alone: sources and standards as ours, written before the clock starts, nothing of ours around it."""
    gambar = draw_semua(naskah)
    waktu = []
    for baru in _daftar_baru(naskah):
        sumber = folder / "naskah.typ"
        sumber.write_text(write_typst(baru, gambar), "utf-8")
        mulai = time.process_time()
        kompilator = typst.Compiler(sumber, font_paths=load_huruf(), ignore_system_fonts=True)
        kompilator.compile(format="pdf", pdf_standards=STANDAR)
        waktu.append(time.process_time() - mulai)
    return statistics.median(waktu[1:])


def _bandingkan_libreoffice(naskah: Naskah, kita: float, folder: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        print("÷ LibreOffice: soffice is not installed here")
        return
    docx = folder / "naskah.docx"
    docx.write_bytes(render_berkas(naskah, [Format.DOCX])[Format.DOCX].isi)
    perintah = [soffice, f"-env:UserInstallation=file://{folder}/lo", "--headless", "--convert-to", "pdf"]
    sebelum = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([*perintah, "--outdir", folder, docx], check=True, capture_output=True)  # noqa: S603 — our own file
    sesudah = resource.getrusage(resource.RUSAGE_CHILDREN)
    waktu = sesudah.ru_utime + sesudah.ru_stime - sebelum.ru_utime - sebelum.ru_stime
    print(f"÷ LibreOffice DOCX to PDF ({waktu:.3f} s): {kita / waktu:.2f} (goal ≤ {SASARAN_LIBREOFFICE})")


if __name__ == "__main__":
    main()
