"""What other stages ask of publications: whether the report of an office-year is public."""

from django.utils import timezone

from akuntabel.siklus.evaluasi.sumber_terbitan import TerbitanLaporan
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.publikasi.models import JenisTerbitan, StatusTerbitan, Terbitan


def find_terbitan_tahunan(kode_satker: str, tahun: int) -> Terbitan | None:
    """The newest publication of the annual report of an office's main entity; None where it is none, or withdrawn."""
    terbaru = (
        Terbitan.objects.exclude(status=StatusTerbitan.DISIAPKAN.value)
        .filter(kode_satker=kode_satker, tahun=tahun, jenis=JenisTerbitan.TAHUNAN.value, is_utama=True)
        .order_by("-revisi")
        .first()
    )
    return None if terbaru is None or terbaru.is_ditarik else terbaru


def read_terbitan_laporan(satker: Satker, tahun: int) -> TerbitanLaporan | None:
    """The proof of kriteria 3a5; its page is the public one."""
    terbitan = find_terbitan_tahunan(satker.kode, tahun)
    if terbitan is None:
        return None
    hari = timezone.localtime(terbitan.terbit_pada).date()
    return TerbitanLaporan(terbitan.judul, hari, "publik_terbitan", (terbitan.slug,))
