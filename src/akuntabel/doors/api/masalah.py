"""What is wrong with a request, said once for every operation: problem details (RFC 9457) in Indonesian.

``DAFTAR_MASALAH`` is the whole list. The exceptions of acts become answers here, the schema takes the declarations from
here, and the page of documentation its words.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.core.exceptions import ValidationError as IsianSalah
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError
from ninja.errors import ValidationError as PermintaanSalah
from pydantic import ConfigDict, Field

from akuntabel.doors.api.isian_salah import daftar_galat_isian
from akuntabel.doors.api.jawaban import build_jawaban
from akuntabel.platform.akses.ulang import KunciDipakaiError
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.pengukuran.sel import IsianTidakSahError, PerluAlasanError

JENIS = "application/problem+json"
ALAMAT_ARTI = "/api/v1/#masalah-{status}"


@dataclass(frozen=True, slots=True)
class JenisMasalah:
    """One kind: its title, and what it means for the program."""

    judul: str
    arti: str


DAFTAR_MASALAH: Mapping[int, JenisMasalah] = {
    400: JenisMasalah("Permintaan tidak terbaca", "Badan permintaan bukan JSON yang sah."),
    401: JenisMasalah("Perlu token", "Token tidak ada, tidak dikenal, kedaluwarsa, atau dicabut."),
    403: JenisMasalah("Tidak boleh", "Peran Anda di satker itu, atau hak token, tidak mengizinkannya."),
    404: JenisMasalah("Tidak ada", "Alamatnya tidak ada, atau Anda tidak melihat satker itu."),
    405: JenisMasalah("Metode tidak dikenal", "Alamat ini tidak mengenal metode itu; lihat kepala Allow."),
    409: JenisMasalah("Sudah berubah", "Isi yang Anda lihat sudah diganti orang lain; keduanya ada dalam jawaban."),
    413: JenisMasalah("Terlalu besar", "Badan permintaan lebih dari 1 MB; kirim sebagian demi sebagian."),
    415: JenisMasalah("Bukan JSON", "Badan permintaan harus berjenis application/json."),
    422: JenisMasalah("Isian tidak sah", "Isinya terbaca tetapi tidak dapat diterima; semua sebab disebut sekaligus."),
    429: JenisMasalah("Terlalu sering", "Permintaan melebihi batas laju; tunggu sesuai kepala Retry-After."),
}


class Galat(Schema):
    """One thing that is wrong, and where."""

    letak: str
    pesan: str


class Masalah(Schema):
    """Problem details (RFC 9457). sekarang and tertulis: both sides where somebody else was faster (409)."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str
    galat: list[Galat] = Field(default_factory=list)


@dataclass(slots=True)
class GalatApi(Exception):  # noqa: N818 — the project's word for an error
    """A request that is refused: which kind, why, and what else the program should know."""

    status: int
    detail: str
    daftar_galat: Sequence[Mapping[str, str]] = ()
    lain: Mapping[str, Any] = field(default_factory=dict)
    kepala: Mapping[str, str] = field(default_factory=dict)


def build_masalah(galat: GalatApi) -> HttpResponse:
    """The answer that says it."""
    isi: dict[str, Any] = {
        "type": ALAMAT_ARTI.format(status=galat.status),
        "title": DAFTAR_MASALAH[galat.status].judul,
        "status": galat.status,
        "detail": galat.detail,
    }
    if galat.daftar_galat:
        isi["galat"] = list(galat.daftar_galat)
    jawaban = build_jawaban(isi | dict(galat.lain), status=galat.status, jenis=JENIS)
    jawaban["Cache-Control"] = "private, no-store"
    for nama, nilai in galat.kepala.items():
        jawaban[nama] = nilai
    return jawaban


def find_masalah(galat: Exception) -> GalatApi | None:
    """What an exception means to who asked; None: it is our own bug."""
    if isinstance(galat, GalatApi):
        return galat
    for kelas, ubah in _PENGUBAH.items():
        if isinstance(galat, kelas):
            return ubah(galat)
    return None


def connect_masalah(api: NinjaAPI) -> None:
    """Every such exception inside an operation becomes its answer."""
    daftar: tuple[type[Exception], ...] = (GalatApi, *_PENGUBAH)
    for kelas in daftar:
        api.add_exception_handler(kelas, _answer)


def _answer(_request: HttpRequest, galat: Exception | type[Exception]) -> HttpResponse:
    return answer_galat(galat if isinstance(galat, Exception) else galat())


def answer_galat(galat: Exception) -> HttpResponse:
    """The answer to an exception; raises it again where it is our own bug."""
    masalah = find_masalah(galat)
    if masalah is None:
        raise galat
    return build_masalah(masalah)


def _sel_salah(galat: IsianTidakSahError) -> GalatApi:
    daftar = [{"letak": str(kunci), "pesan": pesan} for kunci, isi in galat.per_sel.items() for pesan in isi]
    if not isinstance(galat, PerluAlasanError):
        return GalatApi(422, "Sebagian isian tidak dapat diterima; tidak ada yang disimpan.", daftar)
    perlu = {
        "alasan_perubahan": [str(k) for k in galat.perubahan],
        "alasan": [str(k) for k in galat.lonjakan],
    }
    return GalatApi(422, "Sebagian isian perlu alasan; tidak ada yang disimpan.", daftar, {"perlu_alasan": perlu})


def _isian_salah(galat: IsianSalah) -> GalatApi:
    if hasattr(galat, "error_dict"):
        daftar = [{"letak": nama, "pesan": pesan} for nama, isi in galat.message_dict.items() for pesan in isi]
    else:
        daftar = [{"letak": "", "pesan": pesan} for pesan in galat.messages]
    return GalatApi(422, " ".join(galat.messages), daftar)


def _bentrok(galat: SudahBerubahError) -> GalatApi:
    lain = {"sekarang": galat.sekarang, "oleh": galat.oleh, "waktu": galat.waktu, "versi": galat.versi}
    return GalatApi(409, str(galat), (), lain)


def _terbaca_salah(galat: PermintaanSalah) -> GalatApi:
    daftar = daftar_galat_isian(galat.errors)
    return GalatApi(422, " ".join(f"{g['letak']}: {g['pesan']}" for g in daftar), daftar)


_PENGUBAH: Mapping[type[Exception], Callable[[Any], GalatApi]] = {  # the narrower class first
    IsianTidakSahError: _sel_salah,
    IsianSalah: _isian_salah,
    SudahBerubahError: _bentrok,
    PermintaanSalah: _terbaca_salah,
    PermissionDenied: lambda g: GalatApi(403, str(g) or DAFTAR_MASALAH[403].arti),
    Http404: lambda _g: GalatApi(404, DAFTAR_MASALAH[404].arti),
    RequestDataTooBig: lambda _g: GalatApi(413, DAFTAR_MASALAH[413].arti),
    HttpError: lambda _g: GalatApi(400, DAFTAR_MASALAH[400].arti),
    KunciDipakaiError: lambda _g: GalatApi(
        422, "Idempotency-Key ini sudah dipakai untuk permintaan lain. Pakai kunci baru untuk setiap permintaan."
    ),
}
