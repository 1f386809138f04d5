"""Reports in all their revisions, with their texts, issues and steps ahead."""

from typing import Annotated

from ninja import Router

from akuntabel.doors.api.baris import Anak, Baris, Dari, KodeSatker, Tanggal, Waktu
from akuntabel.doors.api.kumpulan import Kumpulan, add_kumpulan
from akuntabel.siklus.pelaporan import models as m

router = Router(tags=["Pelaporan"])


class Blok(Baris):
    """A text of a report, in Markdown with slots. is_usulan: a draft sentence that nobody has accepted yet."""

    nama: str
    isi: str
    versi: int
    is_usulan: bool
    pengubah: Annotated[str | None, Dari("pengubah__nama")]
    diubah_pada: Waktu | None


class Isu(Baris):
    """A main problem of the office."""

    urut: int
    isu: str
    uraian: str
    sasaran: str


class Langkah(Baris):
    """A step ahead that the report promises."""

    urut: int
    teks: str
    pengampu: str
    tenggat: Tanggal | None
    indikator: str


class Laporan(Baris):
    """A report. sidik: hash of the facts that were submitted, then of those that were signed."""

    id: int
    satker: KodeSatker
    tahun: int
    entitas: Annotated[str, Dari("entitas__kode")]
    jenis: str
    triwulan: int | None
    revisi: int
    alasan_revisi: str
    status: str
    versi: int
    tema: str
    tempat: str
    tanggal: Tanggal | None
    bulan: str
    penanda_tangan: str
    pereviu: str
    dasar: list[str]
    diajukan_pada: Waktu | None
    sidik: str
    blok: Annotated[list[Blok], Anak(lambda: m.BlokLaporan.objects.order_by("nama"), "laporan")]
    isu: Annotated[list[Isu], Anak(lambda: m.IsuLaporan.objects.order_by("urut"), "laporan")]
    langkah: Annotated[list[Langkah], Anak(lambda: m.LangkahLaporan.objects.order_by("urut"), "laporan")]


add_kumpulan(
    router,
    Kumpulan(
        nama="laporan",
        judul="Laporan Kinerja dengan teks, isu, dan langkah ke depannya",
        baris=Laporan,
        daftar=lambda: m.LaporanKinerja.objects.all(),
    ),
)
