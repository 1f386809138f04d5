"""Agreements and rencana aksi, in every state."""

from typing import Annotated

from ninja import Router

from akuntabel.doors.api.baris import Anak, Baris, Dari, KodeSatker, Rupiah, Tanggal
from akuntabel.doors.api.kumpulan import Kumpulan, add_kumpulan
from akuntabel.siklus.perjanjian import models as m

router = Router(tags=["Perjanjian"])


class TargetPerjanjian(Baris):
    """A line of an agreement."""

    indikator: Annotated[str, Dari("indikator__kode")]
    silsilah: Annotated[str, Dari("indikator__silsilah")]
    nama: Annotated[str, Dari("indikator__nama")]
    satuan: Annotated[str, Dari("indikator__satuan")]
    target: str
    alasan: str


class AnggaranPerjanjian(Baris):
    """A line of the budget below the targets."""

    kode: str
    uraian: str
    sumber_dana: str
    pagu: Rupiah
    keterangan: str


class Perjanjian(Baris):
    """A Perjanjian Kinerja with its targets and budget. sidik: SHA-256 of what was signed."""

    satker: KodeSatker
    tahun: int
    kode: str
    entitas: Annotated[str, Dari("entitas__kode")]
    revisi: int
    status: str
    pihak_pertama: Annotated[str, Dari("pihak_pertama__nama")]
    jabatan_pertama: Annotated[str, Dari("pihak_pertama__jabatan")]
    pihak_kedua: Annotated[str, Dari("pihak_kedua__nama")]
    jabatan_kedua: Annotated[str, Dari("pihak_kedua__jabatan")]
    alasan_revisi: str
    tanggal_penandatanganan: Tanggal | None
    sidik: str
    target: Annotated[
        list[TargetPerjanjian], Anak(lambda: m.PerjanjianTarget.objects.order_by("urut", "pk"), "perjanjian")
    ]
    anggaran: Annotated[
        list[AnggaranPerjanjian], Anak(lambda: m.PerjanjianAnggaran.objects.order_by("urut", "pk"), "perjanjian")
    ]


class TargetTriwulan(Baris):
    """What an indicator is to reach by the end of a quarter."""

    indikator: Annotated[str, Dari("perjanjian_target__indikator__kode")]
    triwulan: int
    target: str


class Aksi(Baris):
    """One thing to be done for an indicator."""

    indikator: Annotated[str, Dari("perjanjian_target__indikator__kode")]
    uraian: str
    triwulan: int
    unit: Annotated[str | None, Dari("unit__kode")]
    pejabat: Annotated[str | None, Dari("pejabat__kode")]
    kode_anggaran: str
    anggaran: Rupiah | None


class RencanaAksi(Baris):
    """The plan of action of an agreement."""

    satker: KodeSatker
    perjanjian: Annotated[str, Dari("perjanjian__kode")]
    revisi: int
    status: str
    uraian_revisi: str
    tanggal_persetujuan: Tanggal | None
    sidik: str
    target: Annotated[list[TargetTriwulan], Anak(lambda: m.TargetTriwulan.objects.order_by("pk"), "rencana_aksi")]
    aksi: Annotated[list[Aksi], Anak(lambda: m.Aksi.objects.order_by("triwulan", "urut", "pk"), "rencana_aksi")]


for kumpulan in (
    Kumpulan(
        nama="perjanjian",
        judul="Perjanjian Kinerja dengan target dan anggarannya",
        baris=Perjanjian,
        daftar=lambda: m.PerjanjianKinerja.objects.all(),
    ),
    Kumpulan(
        nama="rencana-aksi",
        judul="Rencana aksi dengan target triwulan dan aksinya",
        baris=RencanaAksi,
        daftar=lambda: m.RencanaAksi.objects.all(),
        tahun="perjanjian__tahun",
    ),
):
    add_kumpulan(router, kumpulan)
