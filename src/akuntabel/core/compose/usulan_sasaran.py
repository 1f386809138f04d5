"""Drafts of the texts of one sasaran: what it is measured by, what it cost, which money served it.

In the sentences below @ stands for the code of the sasaran.
"""

from collections.abc import Callable, Mapping

from akuntabel.core.compose.kalimat import huruf_kecil_awal, sambung
from akuntabel.core.fakta.anggaran_sasaran import BarisSasaran, daftar_anggaran_sasaran
from akuntabel.core.fakta.hasil import HasilSasaran, HasilTahun
from akuntabel.core.fakta.perencanaan import HubunganAnggaran


def _tulis(s: HasilSasaran, teks: str) -> str:
    return teks.replace("@", s.sasaran.kode)


def _draft_sasaran(hasil: HasilTahun, s: HasilSasaran) -> str:
    """The sasaran as a whole."""
    if not s.indikator:
        return ""
    return f"Sasaran ini diukur dengan indikator {sambung(i.indikator.kode for i in s.indikator)}. " + _tulis(
        s, "Capaiannya {{ capaian.sasaran.@ }} dengan kategori {{ kategori.sasaran.@ }}."
    )


def _draft_efisiensi(hasil: HasilTahun, s: HasilSasaran) -> str:
    """Analysis 6."""
    if not daftar_anggaran_sasaran(hasil, s.sasaran.kode):
        return ""
    return _tulis(
        s,
        "Anggaran yang dikaitkan dengan sasaran ini {{ efisiensi.@.pagu }} dengan serapan {{ efisiensi.@.serapan }}. "
        "Dengan capaian sasaran {{ capaian.sasaran.@ }}, penggunaan sumber daya {{ efisiensi.@.putusan }}.",
    )


def _draft_program(hasil: HasilTahun, s: HasilSasaran) -> str:
    """Analysis 7: the main ones with their absorption, the supporting ones by name."""
    daftar = daftar_anggaran_sasaran(hasil, s.sasaran.kode)
    utama = sambung(_serapan(d) for d in daftar if d.hubungan is HubunganAnggaran.UTAMA)
    pendukung = sambung(dict.fromkeys(_nama(d) for d in daftar if d.hubungan is HubunganAnggaran.PENDUKUNG))
    return " ".join(
        [f"Sasaran ini terutama ditunjang oleh {utama}."] * bool(utama)
        + [f"Pendukungnya adalah {pendukung}."] * bool(pendukung)
    )


def _serapan(d: BarisSasaran) -> str:
    sumber = d.baris.sumber_dana
    return f"{_nama(d)} ({sumber}) dengan serapan {{{{ anggaran.{d.kode.kode}.{sumber}.persen }}}}"


def _nama(d: BarisSasaran) -> str:
    return huruf_kecil_awal(d.kode.uraian)


USULAN_SASARAN: Mapping[str, Callable[[HasilTahun, HasilSasaran], str]] = {
    "sasaran": _draft_sasaran,
    "efisiensi": _draft_efisiensi,
    "program": _draft_program,
}
