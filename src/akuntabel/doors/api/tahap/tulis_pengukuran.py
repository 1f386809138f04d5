"""To measure through the API: the same act as the grid of the screen, many cells at once, all or nothing."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from pydantic import Field

from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.doors.api.baris import Baris, read_baris
from akuntabel.doors.api.isian import AngkaTulis, Isian, Teks, TeksPendek
from akuntabel.doors.api.kumpulan import Kode, Tahun
from akuntabel.doors.api.masalah import GalatApi
from akuntabel.doors.api.pintu import Ruang, get_ruang, jaga
from akuntabel.doors.api.tahap.capaian import Capaian, build_capaian
from akuntabel.doors.api.tahap.pengukuran import Fakta, router
from akuntabel.doors.api.ulangan import KunciUlang, perform
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.hak_token import HakToken
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran import models as m
from akuntabel.siklus.pengukuran.actions import TINDAKAN, IsianSel, measure_fakta
from akuntabel.siklus.pengukuran.permissions import PERAN_PER_TINDAKAN


class SelTulis(Isian):
    """A cell: an element, perhaps a part of it, and what is written there.

    dilihat: id of the fact that is seen there now, null where the cell is empty; without it nobody could tell who was
    faster. ditarik: take the figure back.
    """

    elemen: Annotated[str, Field(max_length=60, pattern=r"^[a-z][a-z0-9_]*$")]
    jenis_kelamin: Literal["", "L", "P"] = ""
    rincian: TeksPendek = ""
    nilai: AngkaTulis | None = None
    status: StatusNilai | None = None
    predikat: Annotated[TeksPendek, Field(max_length=60)] = ""
    tanggal: date | None = None
    alasan: Teks = ""
    tahun_rujukan: Annotated[int, Field(ge=1945, le=2100)] | None = None
    tanggal_rilis: date | None = None
    sumber: Teks = ""
    bukti: TeksPendek | None = None
    dilihat: Annotated[int, Field(ge=1, le=2**63 - 1)] | None = None
    alasan_perubahan: Teks = ""
    ditarik: bool = False


class FaktaTulis(Isian):
    """Cells of one quarter; triwulan null: of the year as a whole."""

    triwulan: Literal[1, 2, 3, 4] | None
    isian: Annotated[list[SelTulis], Field(min_length=1, max_length=500)]


class HasilTulis(Baris):
    """What was stored (nothing, where everything was there already), and what follows for the indicators it touches."""

    tersimpan: list[Fakta]
    triwulan: Capaian
    tahun: Capaian


@router.post(
    "/satker/{slug:kode}/{int:tahun}/fakta",
    response=HasilTulis,
    summary="Catat data pengukuran",
    operation_id="tulis_fakta",
    url_name="api_fakta",
)
@jaga(HakToken.UKUR, PERAN_PER_TINDAKAN[TINDAKAN], TINDAKAN)
def write_fakta(
    request: HttpRequest, kode: Kode, tahun: Tahun, isi: FaktaTulis, kunci: KunciUlang = None
) -> HttpResponse:
    """Semua tersimpan, atau tidak satu pun; semua sebab penolakan disebut sekaligus.

    Koreksi atas isian yang ada menyebut `dilihat` (id fakta yang berlaku) dan `alasan_perubahan`. Bila orang lain sudah
    menggantinya, jawabannya 409 dengan isian Anda (`tertulis`) dan yang berlaku (`sekarang`).
    """
    ruang = get_ruang(request)
    return perform(request, kunci, lambda: _measure(ruang, tahun, isi))


def _measure(ruang: Ruang, tahun: int, isi: FaktaTulis) -> dict[str, Any]:
    satker = ruang.kantor
    bukti = _read_bukti(satker, tahun, isi.isian)
    daftar = [_build_isian(sel, bukti) for sel in isi.isian]
    try:
        hasil = measure_fakta(satker, tahun, isi.triwulan, daftar, by=ruang.pengguna)
    except SudahBerubahError as galat:
        raise _sebut_bentrok(galat, satker, tahun, isi) from galat
    baru = m.Fakta.objects.filter(pk__in=[f.pk for f in hasil.daftar_fakta]).order_by("pk")
    return {
        "tersimpan": read_baris(Fakta, baru),
        "triwulan": build_capaian(hasil.triwulan),
        "tahun": build_capaian(hasil.tahun),
    }


def _read_bukti(satker: Satker, tahun: int, daftar: Sequence[SelTulis]) -> dict[str, m.Bukti]:
    """The evidence that the cells name. Raises GalatApi naming all that is not there."""
    kode = {sel.bukti for sel in daftar if sel.bukti}
    ada = {b.kode: b for b in m.Bukti.objects.filter(satker=satker, tahun=tahun, kode__in=kode)}
    if kode - ada.keys():
        salah = [
            {"letak": f"isian[{n}].bukti", "pesan": f"bukti {sel.bukti} tidak ada pada tahun {tahun}."}
            for n, sel in enumerate(daftar)
            if sel.bukti and sel.bukti not in ada
        ]
        raise GalatApi(422, "Sebagian bukti tidak dikenal; tidak ada yang disimpan.", salah)
    return ada


def _build_isian(sel: SelTulis, bukti: dict[str, m.Bukti]) -> IsianSel:
    return IsianSel(
        elemen=sel.elemen,
        jenis_kelamin=sel.jenis_kelamin,
        rincian=sel.rincian,
        status=sel.status,
        nilai=None if sel.nilai is None else Decimal(sel.nilai),
        predikat=sel.predikat,
        tanggal=sel.tanggal,
        alasan=sel.alasan,
        tahun_rujukan=sel.tahun_rujukan,
        tanggal_rilis=sel.tanggal_rilis,
        sumber=sel.sumber,
        bukti=bukti[sel.bukti] if sel.bukti else None,
        dilihat=sel.dilihat,
        alasan_perubahan=sel.alasan_perubahan,
        is_ditarik=sel.ditarik,
    )


def _sebut_bentrok(galat: SudahBerubahError, satker: Satker, tahun: int, isi: FaktaTulis) -> GalatApi:
    """Both sides of every cell where somebody else was faster."""
    semua = m.Fakta.objects.terkini().filter(satker=satker, tahun=tahun, triwulan=isi.triwulan)
    kini = {
        (f["elemen"], f["jenis_kelamin"], f["rincian"]): f
        for f in read_baris(Fakta, semua.filter(elemen__kode__in={s.elemen for s in isi.isian}))
    }
    bentrok = [
        {"letak": f"isian[{n}]", "tertulis": sel.model_dump(mode="json", exclude_defaults=True), "sekarang": ada}
        for n, sel in enumerate(isi.isian)
        for ada in [kini.get((sel.elemen, sel.jenis_kelamin, sel.rincian))]
        if (ada["id"] if ada else None) != sel.dilihat
    ]
    lain = {"bentrok": bentrok, "oleh": galat.oleh, "waktu": galat.waktu}
    return GalatApi(409, str(galat), (), lain)
