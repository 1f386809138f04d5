"""The documents that the facts of a package give: what a report is compared with when it is checked."""

from pathlib import Path

from akuntabel.core.compose.isi_perjanjian import read_isi_perjanjian
from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.compose.perjanjian import compose_perjanjian
from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.core.naskah.terbaca import NaskahTerbaca
from akuntabel.core.readers.html import read_html
from akuntabel.core.render.berkas import Format, render_berkas
from akuntabel.doors.cli.paket import open_paket


def compose_acuan(paket: Path) -> tuple[NaskahTerbaca, ...]:
    """The documents that the facts give, read back as a checker reads them."""
    hasil = compute_hasil(open_paket(paket))
    return tuple(
        read_html(naskah.judul, render_berkas(naskah, [Format.HTML])[Format.HTML].isi)
        for naskah in (compose_lkj(hasil), compose_perjanjian(read_isi_perjanjian(hasil)))
    )
