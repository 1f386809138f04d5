"""The plan: Renstra in its versions with sasaran, indicators and targets; RKT; codes and pagu."""

from typing import Annotated

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Router

from akuntabel.doors.api.baris import Anak, Baris, Dari, KodeSatker, Rupiah, Tanggal, read_baris
from akuntabel.doors.api.jawaban import build_jawaban
from akuntabel.doors.api.kumpulan import Kode, Kumpulan, Nomor, Tahun, add_kumpulan, saring_atas
from akuntabel.doors.api.pintu import get_ruang, jaga
from akuntabel.siklus.hak_token import HakToken
from akuntabel.siklus.perencanaan import models as m
from akuntabel.siklus.perencanaan.berlaku import daftar_indikator_berlaku, find_renstra_berlaku

router = Router(tags=["Perencanaan"])


class Renstra(Baris):
    """A version of a five-year plan."""

    id: int
    satker: KodeSatker
    mulai: int
    selesai: int
    versi: int
    status: str
    berlaku_mulai: Tanggal | None
    alasan_revisi: str
    dasar: str
    visi: str
    misi: list[str]
    tanggal_penetapan: Tanggal | None


class TargetRenstra(Baris):
    """The target of a year, as it is written."""

    tahun: int
    target: str
    sumber: str


class Indikator(Baris):
    """An indicator with its manual. silsilah: the same through all versions of the plan."""

    id: int
    silsilah: str
    kode: str
    nama: str
    definisi: str
    satuan: str
    arah: str
    rumus: str
    pembilang: str
    penyebut: str
    sumber_data: str
    sumber_realisasi: str
    konsolidasi: str
    agregasi: str
    desimal: int
    predikat: str
    pengampu: Annotated[str | None, Dari("pengampu__kode")]
    target: Annotated[list[TargetRenstra], Anak(lambda: m.TargetRenstra.objects.order_by("tahun"), "indikator")]


class IndikatorSatker(Indikator):
    """An indicator that an office answers for, with its sasaran."""

    sasaran: Annotated[str, Dari("sasaran__kode")]
    nama_sasaran: Annotated[str, Dari("sasaran__nama")]


class Sasaran(Baris):
    """A sasaran with its indicators."""

    kode: str
    nama: str
    tujuan: Annotated[str | None, Dari("tujuan__kode")]
    indikator: Annotated[list[Indikator], Anak(lambda: m.Indikator.objects.order_by("urut", "kode"), "sasaran")]


class Tujuan(Baris):
    """What is to be reached within the plan."""

    kode: str
    nama: str


class Pendanaan(Baris):
    """What the plan reckons to need."""

    kode: str
    uraian: str
    tahun: int
    pagu: Rupiah


class RenstraLengkap(Renstra):
    """A version with all that it holds."""

    tujuan: Annotated[list[Tujuan], Anak(lambda: m.Tujuan.objects.order_by("urut", "kode"), "renstra")]
    sasaran: Annotated[list[Sasaran], Anak(lambda: m.Sasaran.objects.order_by("urut", "kode"), "renstra")]
    pendanaan: Annotated[list[Pendanaan], Anak(lambda: m.PendanaanRenstra.objects.order_by("kode", "tahun"), "renstra")]


class TargetRkt(Baris):
    """The target of an indicator for the year."""

    indikator: Annotated[str, Dari("indikator__kode")]
    target_renstra: str
    target: str
    alasan: str


class Rkt(Baris):
    """A plan of one year."""

    satker: KodeSatker
    tahun: int
    revisi: int
    status: str
    alasan_revisi: str
    tanggal_penetapan: Tanggal | None
    target: Annotated[list[TargetRkt], Anak(lambda: m.RencanaTarget.objects.order_by("pk"), "rencana")]


class Pagu(Baris):
    """A line of the budget from a day on; the last of its code and source holds."""

    satker: KodeSatker
    tahun: int
    kode: str
    sumber_dana: str
    pagu: Rupiah
    sejak: Tanggal
    sumber: str


class KodeAnggaran(Baris):
    """A code of programme, kegiatan or output with its official name."""

    satker: KodeSatker
    tahun: int
    kode: str
    tingkat: str
    uraian: str
    induk: str
    satuan: str


class SasaranAnggaran(Baris):
    """Which line of the budget serves which sasaran."""

    satker: KodeSatker
    tahun: int
    sasaran: Annotated[str, Dari("sasaran__kode")]
    kode: str
    sumber_dana: str
    hubungan: str
    alasan: str


class KondisiKinerja(Baris):
    """A condition of the pohon kinerja."""

    satker: KodeSatker
    kode: str
    tingkat: str
    nama: str
    sasaran: Annotated[str | None, Dari("sasaran__kode")]
    indikator: Annotated[str | None, Dari("indikator__kode")]
    unit: Annotated[str | None, Dari("unit__kode")]


@router.get(
    "/satker/{slug:kode}/renstra/{int:id_}",
    response=RenstraLengkap,
    summary="Satu versi Renstra dengan tujuan, sasaran, indikator, target, dan pendanaannya",
    operation_id="satu_renstra",
    url_name="api_satu_renstra",
)
@jaga(HakToken.BACA)
def show_renstra(request: HttpRequest, kode: Kode, id_: Nomor) -> HttpResponse:
    """Milik satker itu, dalam keadaan apa pun."""
    daftar = read_baris(RenstraLengkap, m.Renstra.objects.filter(get_ruang(request).saring(), pk=id_))
    if not daftar:
        raise Http404
    return build_jawaban(daftar[0])


@router.get(
    "/satker/{slug:kode}/{int:tahun}/renstra",
    response=RenstraLengkap,
    summary="Renstra yang berlaku bagi satker pada tahun itu",
    operation_id="renstra_berlaku",
    url_name="api_renstra_berlaku",
)
@jaga(HakToken.BACA)
def show_renstra_berlaku(request: HttpRequest, kode: Kode, tahun: Tahun) -> HttpResponse:
    """Renstranya sendiri, atau Renstra satker di atasnya yang diadopsi."""
    renstra = find_renstra_berlaku(get_ruang(request).kantor, tahun)
    if renstra is None:
        raise Http404
    return build_jawaban(read_baris(RenstraLengkap, m.Renstra.objects.filter(pk=renstra.pk))[0])


@router.get(
    "/satker/{slug:kode}/{int:tahun}/indikator",
    response=list[IndikatorSatker],
    summary="Indikator yang diemban satker pada tahun itu",
    operation_id="indikator",
    url_name="api_indikator",
)
@jaga(HakToken.BACA)
def show_indikator(request: HttpRequest, kode: Kode, tahun: Tahun) -> HttpResponse:
    """Menurut Renstra yang berlaku, dengan manual dan target setiap tahun."""
    return build_jawaban(read_baris(IndikatorSatker, daftar_indikator_berlaku(get_ruang(request).kantor, tahun)))


for kumpulan in (
    Kumpulan(
        nama="renstra",
        judul="Renstra dengan semua versinya",
        baris=Renstra,
        daftar=lambda: m.Renstra.objects.all(),
        tahun="",
    ),
    Kumpulan(nama="rkt", judul="Rencana Kinerja Tahunan", baris=Rkt, daftar=lambda: m.RencanaKinerja.objects.all()),
    Kumpulan(nama="pagu", judul="Pagu yang dicatat", baris=Pagu, daftar=lambda: m.Pagu.objects.all()),
    Kumpulan(
        nama="kode-anggaran",
        judul="Kode program, kegiatan, dan keluaran",
        baris=KodeAnggaran,
        daftar=lambda: m.KodeReferensi.objects.all(),
        saring=saring_atas,
    ),
    Kumpulan(
        nama="sasaran-anggaran",
        judul="Anggaran yang menunjang sasaran",
        baris=SasaranAnggaran,
        daftar=lambda: m.SasaranAnggaran.objects.all(),
    ),
    Kumpulan(
        nama="pohon-kinerja",
        judul="Kondisi dalam pohon kinerja",
        baris=KondisiKinerja,
        daftar=lambda: m.KondisiKinerja.objects.all(),
        tahun="",
    ),
):
    add_kumpulan(router, kumpulan)
