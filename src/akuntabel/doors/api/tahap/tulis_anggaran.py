"""What was spent in a month, through the API: the whole month anew, unless somebody else has changed it since."""

from hashlib import sha256
from typing import Annotated, Any, Literal

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from ninja import Path, Router
from pydantic import Field

from akuntabel.doors.api.baris import Baris, read_baris
from akuntabel.doors.api.isian import Isian, RupiahTulis, Teks, TeksPendek
from akuntabel.doors.api.jawaban import build_jawaban, dump_json
from akuntabel.doors.api.kumpulan import Kode, Tahun
from akuntabel.doors.api.masalah import GalatApi
from akuntabel.doors.api.pintu import Ruang, get_ruang, jaga
from akuntabel.doors.api.tahap.anggaran import RealisasiBulanan
from akuntabel.doors.api.ulangan import KunciUlang, perform
from akuntabel.siklus.anggaran import models as m
from akuntabel.siklus.anggaran.actions_pelaksanaan import IsianRealisasi, write_realisasi_bulanan
from akuntabel.siklus.anggaran.permissions import PERAN_PER_TINDAKAN
from akuntabel.siklus.hak_token import HakToken
from akuntabel.siklus.organisasi.models import Satker

router = Router(tags=["Anggaran"])
TINDAKAN = "realisasi.write"
ALAMAT = "/satker/{slug:kode}/{int:tahun}/realisasi-anggaran/{int:bulan}"
Bulan = Annotated[int, Path(ge=1, le=12, description="bulan, 1 sampai 12")]


class RealisasiTulis(Isian):
    """What was spent on one code and source."""

    kode: Annotated[str, Field(min_length=1, max_length=120, pattern=r"^[^\x00]*$")]
    sumber_dana: Annotated[str, Field(min_length=1, max_length=20, pattern=r"^[^\x00]*$")]
    jenis_belanja: Literal["", "51", "52", "53", "57"] = ""
    jumlah: RupiahTulis


class BulanTulis(Isian):
    """The whole month. versi: that of the month as it was seen, "" where it was empty. sumber: the document."""

    versi: TeksPendek
    sumber: Annotated[Teks, Field(min_length=1)]
    realisasi: Annotated[list[RealisasiTulis], Field(max_length=2000)]


class RealisasiBulan(Baris):
    """A month with its version."""

    versi: str
    realisasi: list[RealisasiBulanan]


@router.get(
    ALAMAT,
    response=RealisasiBulan,
    summary="Realisasi anggaran satu bulan, dengan versinya",
    operation_id="realisasi_bulan",
    url_name="api_realisasi_bulan",
)
@jaga(HakToken.BACA)
def show_realisasi(request: HttpRequest, kode: Kode, tahun: Tahun, bulan: Bulan) -> HttpResponse:
    """Versi berubah bila isinya berubah; sebutkan saat menulis."""
    return build_jawaban(_read(get_ruang(request).kantor, tahun, bulan))


@router.put(
    ALAMAT,
    response=RealisasiBulan,
    summary="Catat realisasi anggaran satu bulan",
    operation_id="tulis_realisasi_bulan",
    url_name="api_realisasi_bulan",
)
@jaga(HakToken.ANGGARAN, PERAN_PER_TINDAKAN[TINDAKAN], TINDAKAN)
def write_realisasi(
    request: HttpRequest, kode: Kode, tahun: Tahun, bulan: Bulan, isi: BulanTulis, kunci: KunciUlang = None
) -> HttpResponse:
    """Menggantikan seluruh isi bulan itu. Bila orang lain sudah mengubahnya, jawabannya 409 dengan kedua isinya."""
    ruang = get_ruang(request)
    return perform(request, kunci, lambda: _write(ruang, tahun, bulan, isi))


@transaction.atomic
def _write(ruang: Ruang, tahun: int, bulan: int, isi: BulanTulis) -> dict[str, Any]:
    satker = ruang.kantor
    # A month has no row of its own to hold while it is compared; its office has. no_key: others may refer to it.
    Satker.objects.select_for_update(no_key=True).get(pk=satker.pk)
    kini = _read(satker, tahun, bulan)
    if kini["versi"] != isi.versi:
        raise GalatApi(
            409,
            "Realisasi bulan ini sudah diubah orang lain sejak Anda membacanya; yang Anda tulis belum disimpan.",
            lain={"sekarang": kini, "tertulis": isi.model_dump(mode="json")},
        )
    daftar = [IsianRealisasi(r.kode, r.sumber_dana, int(r.jumlah), r.jenis_belanja) for r in isi.realisasi]
    write_realisasi_bulanan(satker, tahun, bulan, daftar, sumber=isi.sumber, by=ruang.pengguna)
    return _read(satker, tahun, bulan)


def _read(satker: Satker, tahun: int, bulan: int) -> dict[str, Any]:
    semua = m.RealisasiBulanan.objects.filter(satker=satker, tahun=tahun, bulan=bulan)
    baris = read_baris(RealisasiBulanan, semua.order_by("kode", "sumber_dana", "jenis_belanja"))
    return {"versi": sha256(dump_json(baris)).hexdigest()[:32] if baris else "", "realisasi": baris}
