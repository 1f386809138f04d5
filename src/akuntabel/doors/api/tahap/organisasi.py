"""Offices, their entities, units, officials; and who is asking."""

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from akuntabel.doors.api.baris import Anak, Baris, Dari, KodeSatker, Tanggal, Waktu, read_baris
from akuntabel.doors.api.jawaban import build_jawaban
from akuntabel.doors.api.kumpulan import Halaman, Kode, Kumpulan, Potongan, add_kumpulan, show_halaman
from akuntabel.doors.api.pintu import get_ruang, jaga
from akuntabel.siklus.hak_token import HakToken
from akuntabel.siklus.organisasi import models as m
from akuntabel.siklus.organisasi.querysets import daftar_penugasan_berlaku

router = Router(tags=["Organisasi"])


class Satker(Baris):
    """An office."""

    kode: str
    nama: str
    nama_lengkap: str
    jenis: str
    wilayah: str
    induk: Annotated[str | None, Dari("induk__kode")]
    entitas: str
    kementerian: str
    kota: str
    is_aktif: bool


class Entitas(Baris):
    """A name under which an office reports."""

    satker: KodeSatker
    kode: str
    nama: str
    peran_pimpinan: str


class Unit(Baris):
    """A division of the commission or a part of its secretariat."""

    satker: KodeSatker
    kode: str
    jenis: str
    nama: str
    induk: Annotated[str | None, Dari("induk__kode")]


class Pejabat(Baris):
    """An official, past, present or to come."""

    satker: KodeSatker
    kode: str
    peran: str
    jabatan: str
    nama: str
    nip: str
    sifat: str
    mulai: Tanggal | None
    selesai: Tanggal | None


class Keputusan(Baris):
    """A decision of a rapat pleno."""

    urut: int
    bunyi: str
    jenis: str
    setuju: int | None


class BeritaAcara(Baris):
    """The minutes of a rapat pleno with their decisions."""

    satker: KodeSatker
    nomor: str
    tanggal: Tanggal
    tempat: str
    agenda: str
    status: str
    sidik: str
    keputusan: Annotated[list[Keputusan], Anak(lambda: m.KeputusanPleno.objects.order_by("urut", "pk"), "berita_acara")]


class Penugasan(Baris):
    """A role in an office."""

    satker: str
    peran: str


class Saya(Baris):
    """Who asks, by what, and what they may."""

    nama: str
    token: str | None
    hak: list[str]
    berlaku_sampai: Waktu | None
    penugasan: list[Penugasan]


@router.get("/saya", response=Saya, summary="Siapa yang meminta, dan haknya", operation_id="saya", url_name="api_saya")
@jaga(HakToken.BACA)
def show_saya(request: HttpRequest) -> HttpResponse:
    """Orang di balik token atau sesi ini, hak tokennya, dan perannya di setiap satker."""
    pemohon = get_ruang(request).pemohon
    daftar = daftar_penugasan_berlaku(pemohon.pengguna)
    return build_jawaban(
        {
            "nama": pemohon.pengguna.nama,
            "token": pemohon.token.nama if pemohon.token else None,
            "hak": pemohon.token.hak if pemohon.token else [c.value for c in HakToken],
            "berlaku_sampai": pemohon.token.kedaluwarsa if pemohon.token else None,
            "penugasan": [{"satker": p.satker.kode, "peran": p.peran} for p in daftar],
        }
    )


@router.get(
    "/satker",
    response=Halaman[Satker],
    summary="Satker yang terlihat oleh Anda",
    operation_id="satker",
    url_name="api_satker",
)
@jaga(HakToken.BACA)
def show_daftar_satker(request: HttpRequest, hal: Query[Potongan]) -> HttpResponse:
    """Satker tempat Anda berperan, dan satker di bawahnya bila peran Anda melihat ke bawah."""
    return show_halaman(request, Satker, m.Satker.objects.filter(get_ruang(request).saring(awalan="")), hal)


@router.get(
    "/satker/{slug:kode}",
    response=Satker,
    summary="Satu satker",
    operation_id="satu_satker",
    url_name="api_satu_satker",
)
@jaga(HakToken.BACA)
def show_satker(request: HttpRequest, kode: Kode) -> HttpResponse:
    """Satu satker menurut kodenya."""
    return build_jawaban(read_baris(Satker, m.Satker.objects.filter(pk=get_ruang(request).kantor.pk))[0])


for kumpulan in (
    Kumpulan(
        nama="entitas", judul="Entitas pelapor", baris=Entitas, daftar=lambda: m.EntitasPelapor.objects.all(), tahun=""
    ),
    Kumpulan(nama="unit", judul="Unit kerja", baris=Unit, daftar=lambda: m.Unit.objects.all(), tahun=""),
    Kumpulan(nama="pejabat", judul="Pejabat", baris=Pejabat, daftar=lambda: m.Pejabat.objects.all(), tahun=""),
    Kumpulan(
        nama="berita-acara",
        judul="Berita acara rapat pleno dengan keputusannya",
        baris=BeritaAcara,
        daftar=lambda: m.BeritaAcara.objects.all(),
        tahun="",
    ),
):
    add_kumpulan(router, kumpulan)
