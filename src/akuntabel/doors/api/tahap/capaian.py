"""Capaian of an office as the screens compute it, indicator by indicator, with the trace of every figure."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from akuntabel.doors.api.baris import Baris
from akuntabel.doors.api.hitungan import Hitungan, Rekap, build_hitungan, build_rekap
from akuntabel.doors.api.jawaban import build_jawaban
from akuntabel.doors.api.kumpulan import Kode, Tahun
from akuntabel.doors.api.pintu import get_ruang, jaga
from akuntabel.siklus.hak_token import HakToken
from akuntabel.siklus.pengukuran.hitung import HasilIndikator, HasilPengukuran, compute_capaian_tahun
from akuntabel.siklus.perjanjian.models import TRIWULAN

router = Router(tags=["Capaian"])
PERSEN = "%"


class CapaianIndikator(Baris):
    """An indicator: what was promised, what was reached, how far that is. capaian: within the bounds of the policy."""

    kode: str
    silsilah: str
    nama: str
    satuan: str
    arah: str
    target: str | None
    realisasi: Hitungan
    realisasi_tertulis: Annotated[str | None, Field(description="angka, predikat, atau tanggal, sebagaimana dihitung")]
    capaian_mentah: Hitungan
    capaian: Hitungan
    kategori: str | None
    is_tercapai: bool | None
    catatan: str


class CapaianSasaran(Baris):
    """A sasaran with its indicators."""

    kode: str
    nama: str
    capaian: Rekap
    kategori: str | None
    indikator: list[CapaianIndikator]


class Capaian(Baris):
    """The measurement of an office at the end of a quarter, or of the year."""

    satker: str
    tahun: int
    triwulan: int | None
    perjanjian: str | None
    kebijakan: str
    organisasi: Rekap
    kategori: str | None
    sasaran: list[CapaianSasaran]
    catatan: list[str]


class Masa(Schema):
    """Which period."""

    triwulan: Annotated[
        int | None, Field(ge=min(TRIWULAN), le=max(TRIWULAN), description="sampai akhir triwulan ini; kosong: setahun")
    ] = None


@router.get(
    "/satker/{slug:kode}/{int:tahun}/capaian",
    response=Capaian,
    summary="Capaian setiap indikator, sasaran, dan organisasi dengan jejak hitungnya",
    operation_id="capaian",
    url_name="api_capaian",
)
@jaga(HakToken.BACA)
def show_capaian(request: HttpRequest, kode: Kode, tahun: Tahun, masa: Query[Masa]) -> HttpResponse:
    """Dihitung dari fakta yang berlaku saat ini, dengan rumus dan kebijakan yang sama seperti layar dan laporan."""
    return build_jawaban(build_capaian(compute_capaian_tahun(get_ruang(request).kantor, tahun, masa.triwulan)))


def build_capaian(hasil: HasilPengukuran) -> dict[str, Any]:
    """A measurement as plain values."""
    return {
        "satker": hasil.satker.kode,
        "tahun": hasil.tahun,
        "triwulan": hasil.triwulan,
        "perjanjian": hasil.perjanjian.kode if hasil.perjanjian else None,
        "kebijakan": hasil.kebijakan.nama,
        "organisasi": build_rekap(hasil.organisasi, PERSEN),
        "kategori": hasil.kategori.label if hasil.kategori else None,
        "sasaran": [
            {
                "kode": s.sasaran.kode,
                "nama": s.sasaran.nama,
                "capaian": build_rekap(s.rekap, PERSEN),
                "kategori": s.kategori.label if s.kategori else None,
                "indikator": [_indikator(i) for i in s.daftar_indikator],
            }
            for s in hasil.sasaran
        ],
        "catatan": list(hasil.catatan),
    }


def _indikator(i: HasilIndikator) -> dict[str, Any]:
    nilai = i.realisasi.nilai
    return {
        "kode": i.indikator.kode,
        "silsilah": i.indikator.silsilah,
        "nama": i.indikator.nama,
        "satuan": i.acuan.satuan,
        "arah": i.acuan.arah.value,
        "target": i.target.teks if i.target else None,
        "realisasi": build_hitungan(nilai, i.acuan.satuan),
        "realisasi_tertulis": i.realisasi.teks if nilai.is_counted else None,
        "capaian_mentah": build_hitungan(i.capaian.mentah, PERSEN) | {"jejak": None},  # the same trace as below
        "capaian": build_hitungan(i.capaian.terbatas, PERSEN, jejak=i.capaian.mentah.jejak),
        "kategori": i.capaian.kategori.label if i.capaian.kategori else None,
        "is_tercapai": i.capaian.is_tercapai,
        "catatan": i.catatan,
    }
