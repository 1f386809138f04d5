"""Names and addresses under which a report is public. They stay for ever, so they are built here and nowhere else."""

from django.conf import settings

from akuntabel.siklus.pelaporan.models import LaporanKinerja


def build_alamat_dokumen(sidik: str) -> str:
    """The public page where a document of that hash is verified; what its QR holds."""
    return f"{settings.ALAMAT_SITUS.rstrip('/')}/publik/dokumen/{sidik}/"


def build_slug(laporan: LaporanKinerja) -> str:
    """ "657960-2020-kpu", "657960-2020-kpu-triwulan-2", "657960-2020-kpu-r1" """
    masa = f"-{laporan.jenis}-{laporan.triwulan}" if laporan.triwulan else ""
    revisi = f"-r{laporan.revisi}" if laporan.revisi else ""
    return f"{laporan.satker.kode}-{laporan.tahun}-{laporan.entitas.kode}{masa}{revisi}".lower()


def build_nama_berkas(slug: str, akhiran: str, *, bagian: str = "") -> str:
    """ "laporan-kinerja-657960-2020-kpu.pdf", "laporan-kinerja-657960-2020-kpu-indikator.csv" """
    return f"laporan-kinerja-{slug}{f'-{bagian}' if bagian else ''}.{akhiran}"


def build_alamat_terbitan(slug: str) -> str:
    """The public page of a report."""
    return f"{settings.ALAMAT_SITUS.rstrip('/')}/publik/terbitan/{slug}/"
