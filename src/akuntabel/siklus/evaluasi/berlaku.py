"""Which worksheet counts, and which recommendations bind an office."""

from akuntabel.siklus.evaluasi.models import JenisLke, Lke, Rekomendasi, StatusLke
from akuntabel.siklus.organisasi.models import Satker


def find_lke_terakhir(satker: Satker, tahun: int, jenis: JenisLke) -> Lke | None:
    """The newest revision of that kind, whatever its state."""
    daftar = Lke.objects.filter(satker=satker, tahun=tahun, jenis=jenis.value).select_related("satker", "penilai")
    return daftar.order_by("-revisi").first()


def find_lke_berlaku(satker: Satker, tahun: int, jenis: JenisLke = JenisLke.RESMI) -> Lke | None:
    """The newest adopted revision of that kind: the score of the year."""
    daftar = Lke.objects.filter(
        satker=satker, tahun=tahun, jenis=jenis.value, status=StatusLke.DITETAPKAN.value
    ).select_related("satker", "penilai")
    return daftar.order_by("-revisi").first()


def daftar_rekomendasi(satker: Satker, tahun: int | None, *, is_terbuka: bool = False) -> list[Rekomendasi]:
    """The recommendations that bind the office; of one evaluated year, or (None) of all. is_terbuka: not settled."""
    daftar = Rekomendasi.objects.filter(satker=satker).berlaku()
    if tahun is not None:
        daftar = daftar.filter(tahun=tahun)
    if is_terbuka:
        daftar = daftar.terbuka()
    terkait = daftar.select_related("satker", "lke__penilai", "indikator", "unit", "pejabat__pengguna")
    return list(terkait.order_by("-tahun", "nomor"))
