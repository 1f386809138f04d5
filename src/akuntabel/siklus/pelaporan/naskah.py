"""The report as a document, out of the database through the core; the one way for every door and every later stage."""

from dataclasses import replace

from django.core.exceptions import ValidationError

from akuntabel.core.compose.laporan_triwulan import compose_laporan_triwulan
from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.compose.narasi import RujukanNarasiError
from akuntabel.core.fakta.hasil import HasilTahun, compute_hasil
from akuntabel.core.fakta.laporan import PernyataanReviu
from akuntabel.core.fakta.masalah import PaketTidakSahError
from akuntabel.core.fakta.narasi import check_narasi
from akuntabel.core.fakta.paket import seal_fakta
from akuntabel.core.fakta.slot import SlotTidakDikenalError
from akuntabel.core.naskah.model import Naskah
from akuntabel.siklus.pelaporan.isi_triwulan import build_isi_triwulan
from akuntabel.siklus.pelaporan.models import JenisLaporan, LaporanKinerja
from akuntabel.siklus.pelaporan.snapshot import build_fakta_laporan

JUDUL_TRIWULAN = {
    JenisLaporan.TRIWULAN.value: "Laporan Kinerja",
    JenisLaporan.INTERIM.value: "Laporan Kinerja Interim",
}


def compose_laporan(laporan: LaporanKinerja, *, reviu: PernyataanReviu | None = None) -> tuple[HasilTahun, Naskah]:
    """What follows from the facts of the report, and the report itself. reviu: the signed statement to be bound in.

    Of a quarter the results are those of the year's facts; its document tells of the measurement up to the quarter.
    Raises ValidationError with everything that keeps it from being composed.
    """
    try:
        fakta = build_fakta_laporan(laporan)
    except PaketTidakSahError as galat:
        raise ValidationError([str(m) for m in galat.daftar_masalah]) from galat
    if reviu is not None:
        fakta = seal_fakta(replace(fakta, reviu=reviu))
    hasil = compute_hasil(fakta)
    return hasil, compose_hasil(laporan, hasil)


def compose_hasil(laporan: LaporanKinerja, hasil: HasilTahun) -> Naskah:
    """The document of results that the caller has. Raises ValidationError for a text whose slots name nothing now."""
    if not laporan.is_tahunan:
        isi = build_isi_triwulan(laporan)
        return compose_laporan_triwulan(isi, judul=JUDUL_TRIWULAN[laporan.jenis], narasi=hasil.fakta.narasi)
    try:
        return compose_lkj(hasil)
    except (RujukanNarasiError, SlotTidakDikenalError) as galat:  # written while the facts were others
        masalah = [str(m) for m in check_narasi(hasil.fakta)]
        raise ValidationError(masalah or [str(galat)]) from galat
