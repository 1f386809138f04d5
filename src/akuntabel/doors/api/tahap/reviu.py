"""Reviews of reports: findings with what was answered, and the statements that were signed."""

from typing import Annotated

from ninja import Router

from akuntabel.doors.api.baris import Anak, Baris, Dari, Tanggal, Waktu
from akuntabel.doors.api.kumpulan import Kumpulan, add_kumpulan
from akuntabel.siklus.reviu import models as m

router = Router(tags=["Reviu"])
SatkerLaporan = Annotated[str, Dari("laporan__satker__kode")]


class Tanggapan(Baris):
    """A word about a finding, and the state it led to."""

    tindakan: str
    teks: str
    status: str
    oleh: Annotated[str, Dari("oleh__nama")]
    waktu: Waktu


class TemuanReviu(Baris):
    """A finding. kode_aturan: the rule of the checker, where it was found by machine."""

    satker: SatkerLaporan
    laporan: Annotated[int, Dari("laporan_id")]
    nomor: int
    uraian: str
    butir: str
    kode_aturan: str
    letak: str
    blok: str
    saran: str
    status: str
    tanggapan: Annotated[list[Tanggapan], Anak(lambda: m.TanggapanTemuan.objects.order_by("pk"), "temuan")]


class HasilReviu(Baris):
    """The Pernyataan Telah Direviu as it was signed. sidik_fakta: hash of the facts that were reviewed."""

    satker: SatkerLaporan
    laporan: Annotated[int, Dari("laporan_id")]
    nomor: int
    sidik_fakta: str
    kesimpulan: str
    paragraf_penjelas: list[str]
    nama: str
    nip: str
    jabatan: str
    tempat: str
    tanggal: Tanggal
    cara: str


for kumpulan in (
    Kumpulan(
        nama="temuan-reviu",
        judul="Temuan reviu dengan tanggapannya",
        baris=TemuanReviu,
        daftar=lambda: m.TemuanReviu.objects.all(),
        milik="laporan__satker__",
        tahun="laporan__tahun",
    ),
    Kumpulan(
        nama="hasil-reviu",
        judul="Pernyataan Telah Direviu",
        baris=HasilReviu,
        daftar=lambda: m.HasilReviu.objects.all(),
        milik="laporan__satker__",
        tahun="laporan__tahun",
    ),
):
    add_kumpulan(router, kumpulan)
