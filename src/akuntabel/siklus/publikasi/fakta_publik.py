"""The facts of a report as the public gets them: dated, with the statement of review, without the evidence itself."""

from dataclasses import replace
from datetime import date

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.laporan import PernyataanReviu
from akuntabel.core.fakta.paket import seal_fakta


def build_fakta_publik(fakta: FaktaTahun, *, reviu: PernyataanReviu, tanggal: date) -> FaktaTahun:
    """What is published, sealed: its hash is what the QR of the document carries.

    Evidence is named, and stays in the office: attendance lists and letters hold data of persons whom a report does not
    name (UU 27/2022), and nobody has looked through them for that.
    """
    return seal_fakta(
        replace(
            fakta,
            laporan=replace(fakta.laporan, tanggal=tanggal),
            reviu=reviu,
            daftar_bukti=tuple(replace(b, berkas=None) for b in fakta.daftar_bukti),
            bukti_berkas={},
        )
    )
