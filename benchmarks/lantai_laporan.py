"""The floor of bench_laporan: facts that are at hand, composed and rendered; no database, nothing kept."""

from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.core.fakta.paket import seal_fakta
from akuntabel.core.render.berkas import Format, render_berkas

FORMAT = (Format.PDF, Format.DOCX, Format.HTML)


def render_polos(fakta: FaktaTahun) -> int:
    """The three files of a report; only their size goes back."""
    berkas = render_berkas(compose_lkj(compute_hasil(seal_fakta(fakta))), FORMAT)
    return sum(len(b.isi) for b in berkas.values())
