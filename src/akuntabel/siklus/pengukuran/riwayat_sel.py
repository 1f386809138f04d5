"""How a cell came to what it says: every fact that was ever written in it, the newest first."""

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.models import CatatanSel, Fakta
from akuntabel.siklus.pengukuran.sel import KunciSel


def daftar_riwayat_sel(satker: Satker, tahun: int, triwulan: int | None, kunci: KunciSel) -> list[Fakta]:
    """The chain of a cell with who wrote each link, when and why."""
    return list(
        Fakta.objects.filter(
            satker=satker,
            tahun=tahun,
            triwulan=triwulan,
            elemen__kode=kunci.elemen,
            jenis_kelamin=kunci.jenis_kelamin,
            rincian=kunci.rincian,
        )
        .select_related("elemen", "pencatat", "bukti")
        .order_by("-pk")
    )


def daftar_catatan_sel(satker: Satker, tahun: int, triwulan: int, kunci: KunciSel) -> list[CatatanSel]:
    """The remarks on a cell in their order, answers after what they answer."""
    semua = CatatanSel.objects.filter(
        satker=satker,
        tahun=tahun,
        triwulan=triwulan,
        elemen__kode=kunci.elemen,
        jenis_kelamin=kunci.jenis_kelamin,
        rincian=kunci.rincian,
    ).select_related("penulis")
    return sorted(semua, key=lambda c: (c.membalas_id or c.pk, c.pk))
