"""What was measured: elements, facts with their history, evidence, quarters, annual values."""

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from akuntabel.doors.api.baris import Anak, Angka, Baris, Dari, KodeSatker, Tanggal, Ubah, Waktu, read_baris
from akuntabel.doors.api.jawaban import build_jawaban
from akuntabel.doors.api.kumpulan import (
    Halaman,
    Kode,
    Kumpulan,
    PotonganSatker,
    Tahun,
    add_kumpulan,
    saring_atas,
    show_halaman,
)
from akuntabel.doors.api.pintu import get_ruang, jaga
from akuntabel.siklus.hak_token import HakToken
from akuntabel.siklus.pengukuran import models as m
from akuntabel.siklus.pengukuran.berlaku import daftar_elemen_berlaku
from akuntabel.siklus.perjanjian.models import TRIWULAN

router = Router(tags=["Pengukuran"])
AngkaTertulis = Annotated[Angka | None, Ubah(lambda teks: teks or None)]


class Rincian(Baris):
    """A part that is asked for."""

    jenis_kelamin: str
    rincian: str
    jenis: str


class Elemen(Baris):
    """A thing that is counted or observed in a year. satker: who names it."""

    satker: KodeSatker
    kode: str
    nama: str
    satuan: str
    konsolidasi: str
    bentuk: str
    asal: str
    unit: Annotated[str | None, Dari("unit__kode")]
    keterangan: str
    rincian: Annotated[list[Rincian], Anak(lambda: m.RincianElemen.objects.order_by("urut", "pk"), "elemen")]


class Fakta(Baris):
    """A measured fact; triwulan null: of the year as a whole. id is what ``dilihat`` names when it is written anew."""

    id: int
    satker: KodeSatker
    tahun: int
    triwulan: int | None
    elemen: Annotated[str, Dari("elemen__kode")]
    jenis_kelamin: str
    rincian: str
    status: str
    nilai: AngkaTertulis
    satuan: Annotated[str, Dari("elemen__satuan")]
    predikat: str
    tanggal: Tanggal | None
    alasan: str
    tahun_rujukan: int | None
    tanggal_rilis: Tanggal | None
    sumber: str
    bukti: Annotated[str | None, Dari("bukti__kode")]
    menggantikan: Annotated[int | None, Dari("menggantikan_id")]
    is_ditarik: bool
    alasan_perubahan: str
    pencatat: Annotated[str | None, Dari("pencatat__nama")]
    dicatat_pada: Annotated[Waktu, Dari("created_at")]


class Bukti(Baris):
    """Where a fact can be looked up. sidik: SHA-256 of the file, where there is one."""

    satker: KodeSatker
    tahun: int
    kode: str
    nama: str
    letak: str
    keterangan: str
    sidik: Annotated[str | None, Dari("berkas__sidik")]


class Triwulan(Baris):
    """How far the measurement of a quarter has come."""

    satker: KodeSatker
    tahun: int
    triwulan: int
    status: str
    versi: int
    diajukan_pada: Waktu | None
    diverifikasi_pada: Waktu | None
    is_diverifikasi_sendiri: bool
    catatan: str


class Jadwal(Baris):
    """When a quarter is measured, for the office that says so and all below it."""

    satker: KodeSatker
    tahun: int
    triwulan: int
    buka: Tanggal
    tenggat: Tanggal
    kunci: Tanggal | None


class NilaiTahunan(Baris):
    """What an indicator came to in a year. silsilah of zeros: the office as a whole."""

    satker: KodeSatker
    tahun: int
    silsilah: str
    kode: str
    status: str
    nilai: Angka | None
    capaian: Annotated[Angka | None, Field(description="persen, sesudah batas kebijakan")]
    kategori: str
    pembilang: Angka | None
    penyebut: Angka | None
    pengali: Angka
    dihitung_pada: Waktu


class RealisasiAksi(Baris):
    """What became of an action of the rencana aksi."""

    satker: KodeSatker
    aksi: Annotated[str, Dari("aksi__uraian")]
    triwulan: Annotated[int, Dari("aksi__triwulan")]
    status: str
    uraian: str
    tanggal: Tanggal | None
    bukti: Annotated[str | None, Dari("bukti__kode")]
    hambatan: str
    tindak_lanjut: str
    tenggat: Tanggal | None


class Riwayat(Baris):
    """A figure of an earlier year as it was published."""

    satker: KodeSatker
    tahun_laporan: int
    indikator: Annotated[str, Dari("indikator__kode")]
    tahun: int
    nilai: AngkaTertulis
    predikat: str
    target: str
    peristiwa: str
    sumber: str


class Pembanding(Baris):
    """A benchmark from outside the office."""

    satker: KodeSatker
    tahun_laporan: int
    indikator: Annotated[str, Dari("indikator__kode")]
    nama: str
    tingkat: str
    tahun: int
    nilai: str
    is_target: bool
    sumber: str


class PotonganFakta(PotonganSatker):
    """Which facts."""

    triwulan: Annotated[int | None, Field(ge=min(TRIWULAN), le=max(TRIWULAN), description="hanya triwulan ini")] = None
    riwayat: Annotated[bool, Field(description="sertakan yang sudah digantikan atau ditarik")] = False


@router.get(
    "/satker/{slug:kode}/{int:tahun}/elemen",
    response=list[Elemen],
    summary="Elemen data yang berlaku bagi satker pada tahun itu",
    operation_id="elemen",
    url_name="api_elemen",
)
@jaga(HakToken.BACA)
def show_elemen(request: HttpRequest, kode: Kode, tahun: Tahun) -> HttpResponse:
    """Satker terdekat yang menyebut suatu kode menentukan artinya."""
    berlaku = [e.pk for e in daftar_elemen_berlaku(get_ruang(request).kantor, tahun).values()]
    return build_jawaban(read_baris(Elemen, m.Elemen.objects.filter(pk__in=berlaku).order_by("urut", "kode")))


@router.get(
    "/satker/{slug:kode}/{int:tahun}/fakta",
    response=Halaman[Fakta],
    summary="Fakta pengukuran, yang berlaku atau dengan riwayatnya",
    operation_id="fakta",
    url_name="api_fakta",
)
@jaga(HakToken.BACA)
def show_fakta(request: HttpRequest, kode: Kode, tahun: Tahun, hal: Query[PotonganFakta]) -> HttpResponse:
    """Setiap fakta menggantikan paling banyak satu fakta sebelumnya; yang terakhir berlaku."""
    semua = m.Fakta.objects.all() if hal.riwayat else m.Fakta.objects.terkini()
    semua = semua.filter(get_ruang(request).saring(is_bawahan=hal.bawahan), tahun=tahun)
    lain = {k: str(v).lower() for k, v in hal.model_dump(exclude={"sesudah", "batas"}, exclude_defaults=True).items()}
    if hal.triwulan is not None:
        semua = semua.filter(triwulan=hal.triwulan)
    return show_halaman(request, Fakta, semua, hal, **lain)


for kumpulan in (
    Kumpulan(nama="bukti", judul="Bukti", baris=Bukti, daftar=lambda: m.Bukti.objects.all()),
    Kumpulan(
        nama="triwulan",
        judul="Keadaan pengukuran setiap triwulan",
        baris=Triwulan,
        daftar=lambda: m.PengukuranTriwulan.objects.all(),
    ),
    Kumpulan(
        nama="jadwal-pengukuran",
        judul="Jadwal pengukuran",
        baris=Jadwal,
        daftar=lambda: m.JadwalPengukuran.objects.all(),
        saring=saring_atas,
    ),
    Kumpulan(
        nama="nilai-tahunan",
        judul="Nilai tahunan setiap indikator dan organisasi, tanpa jejak",
        baris=NilaiTahunan,
        daftar=lambda: m.NilaiTahunan.objects.all(),
    ),
    Kumpulan(
        nama="realisasi-aksi",
        judul="Pelaksanaan rencana aksi",
        baris=RealisasiAksi,
        daftar=lambda: m.RealisasiAksi.objects.all(),
        tahun="aksi__rencana_aksi__perjanjian__tahun",
    ),
    Kumpulan(
        nama="riwayat",
        judul="Angka tahun lalu yang dikutip laporan tahun itu",
        baris=Riwayat,
        daftar=lambda: m.Riwayat.objects.all(),
        tahun="tahun_laporan",
    ),
    Kumpulan(
        nama="pembanding",
        judul="Pembanding dari luar satker",
        baris=Pembanding,
        daftar=lambda: m.Pembanding.objects.all(),
        tahun="tahun_laporan",
    ),
):
    add_kumpulan(router, kumpulan)
