"""Reading and checking the example's report ÷ the barest extraction of the same file by the usual library.

PDF: ÷ pdfplumber's tables of every page. DOCX: ÷ the text of the body by lxml. Warm and by the clock, because a PDF is
read in a process of its own: its start is part of the time.
"""

import io
import time
import zipfile
from collections.abc import Callable

import pdfplumber
from lxml import etree

from akuntabel.core.checker.registry import check_naskah
from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.core.fakta.paket import read_paket
from akuntabel.core.readers.baca import read_isi
from akuntabel.core.render.berkas import Format, render_berkas
from benchmarks.bench_dokumen import CONTOH

SASARAN_PDF = 1.5
SASARAN_DOCX = 3
TAMBAHAN_DOCX = 0.2  # seconds
PUTARAN = 5
T = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def main() -> None:
    """Print the ratios."""
    jadi = render_berkas(compose_lkj(compute_hasil(read_paket(CONTOH))), [Format.PDF, Format.DOCX])
    pdf, docx = jadi[Format.PDF].isi, jadi[Format.DOCX].isi
    polos_pdf = _ukur(lambda: _tabel_pdfplumber(pdf), 1)
    baca, kita = _ukur(lambda: read_isi("lkj.pdf", pdf)), _ukur(lambda: check_naskah(read_isi("lkj.pdf", pdf)))
    print(f"check PDF {kita:.2f} s, of that reading {baca:.2f} s; bare pdfplumber {polos_pdf:.2f} s")
    print(f"÷ bare pdfplumber: {kita / polos_pdf:.2f} (goal ≤ {SASARAN_PDF})")
    polos_docx = _ukur(lambda: _teks_lxml(docx))
    baca, kita = _ukur(lambda: read_isi("lkj.docx", docx)), _ukur(lambda: check_naskah(read_isi("lkj.docx", docx)))
    batas = SASARAN_DOCX * polos_docx + TAMBAHAN_DOCX
    print(f"check DOCX {kita:.2f} s, of that reading {baca:.2f} s; bare lxml {polos_docx:.3f} s")
    print(f"÷ ({SASARAN_DOCX} × bare lxml + {TAMBAHAN_DOCX} s = {batas:.2f} s): {kita / batas:.2f} (goal ≤ 1)")


def _tabel_pdfplumber(isi: bytes) -> int:
    with pdfplumber.open(io.BytesIO(isi)) as berkas:
        return sum(len(halaman.extract_tables()) for halaman in berkas.pages)


def _teks_lxml(isi: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
        badan = etree.fromstring(zip_.read("word/document.xml"))
    return len("".join(t.text or "" for t in badan.iter(T)))


def _ukur(kerja: Callable[[], object], putaran: int = PUTARAN) -> float:
    """The least of seconds by the clock: what the work itself takes; the first run warms up."""
    waktu = []
    for _ in range(putaran + 1):
        mulai = time.perf_counter()
        kerja()
        waktu.append(time.perf_counter() - mulai)
    return min(waktu[1:])


if __name__ == "__main__":
    main()
