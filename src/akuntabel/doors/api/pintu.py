"""Who comes in and what they may: every operation goes through here before anything of the request is read.

In this order, so that no answer tells more than it should: how often (429), who asks (401), what the token is for
(403), whether the office is seen (404), whether the role may act there (403), whether the body can be read (413, 415).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from django.conf import settings
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from ninja.decorators import decorate_view
from ninja.utils import check_csrf

from akuntabel.doors.api.jawaban import JSON, add_etag
from akuntabel.doors.api.masalah import DAFTAR_MASALAH, GalatApi, answer_galat
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.accounts.pengenal import read_alamat
from akuntabel.platform.akses.laju import Laju
from akuntabel.platform.akses.masuk import find_token, note_pakai
from akuntabel.platform.akses.models import TokenAkses
from akuntabel.siklus.hak_token import HakToken
from akuntabel.siklus.organisasi.models import Peran, Satker
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.organisasi.querysets import find_satker, is_terlihat, saring_jalur, saring_terlihat

BADAN_TERBESAR = 1024 * 1024
LAJU = Laju()
F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Pemohon:
    """A person, by a token or by the session of the browser; a session is for everything the person may."""

    pengguna: Pengguna
    token: TokenAkses | None

    @property
    def sebutan(self) -> str:
        """By whose name requests are counted and keys are kept."""
        return f"token {self.token.pk}" if self.token else f"pengguna {self.pengguna.pk}"

    @property
    def batas(self) -> str:
        """The one office the token is bound to; empty: every office that the person sees."""
        return self.token.batas if self.token else ""

    def require_hak(self, hak: HakToken) -> None:
        """Raises GalatApi (403) where the token is for something else."""
        if self.token is not None and hak.value not in self.token.hak:
            raise GalatApi(403, f"Token ini tidak mempunyai hak “{hak}”; buat token dengan hak itu.")


@dataclass(frozen=True, slots=True)
class Ruang:
    """Who asks, and about which office; satker None: about all that they see."""

    pemohon: Pemohon
    satker: Satker | None

    @property
    def pengguna(self) -> Pengguna:
        """The person."""
        return self.pemohon.pengguna

    @property
    def kantor(self) -> Satker:
        """The office of an address that names one."""
        if self.satker is None:
            raise ValueError("an address without an office")
        return self.satker

    def saring(self, *, is_bawahan: bool = False, awalan: str = "satker__") -> Q:
        """What belongs to the office of the address, or also to those below it, as far as the person sees them."""
        terlihat = saring_terlihat(self.pengguna, awalan)
        if self.pemohon.batas:
            terlihat &= Q(**{f"{awalan}kode": self.pemohon.batas})
        if self.satker is None:
            return terlihat
        if is_bawahan:
            return terlihat & saring_jalur(self.satker.path, awalan)
        return Q(**{f"{awalan}pk": self.satker.pk})


def jaga(hak: HakToken, peran: frozenset[Peran] | None = None, tindakan: str = "") -> Callable[[F], F]:
    """An operation for tokens of that scope, and for these roles in the office of its address."""

    def bungkus(run: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(run)
        def jawab(request: HttpRequest, **bagian: Any) -> HttpResponse:
            try:
                ruang = _open_ruang(request, hak, bagian.get("kode"))
                if peran is not None:
                    require_peran(ruang.pengguna, ruang.kantor, peran, tindakan)
                if request.method != "GET":
                    _check_badan(request)
            except Exception as galat:  # every refusal has one form
                return answer_galat(galat)
            request.ruang = ruang  # type: ignore[attr-defined]
            jawaban = run(request, **bagian)
            return add_etag(request, jawaban) if request.method == "GET" and jawaban.status_code == 200 else jawaban

        return jawab

    return decorate_view(bungkus)


def get_ruang(request: HttpRequest) -> Ruang:
    """Who asks about what, as ``jaga`` has found it."""
    ruang: Ruang = request.ruang  # type: ignore[attr-defined]
    return ruang


def _open_ruang(request: HttpRequest, hak: HakToken, kode: str | None) -> Ruang:
    pemohon = _read_pemohon(request)
    pemohon.require_hak(hak)
    if kode is None:
        return Ruang(pemohon, None)
    satker = find_satker(kode)
    if satker is None or not is_terlihat(pemohon.pengguna, satker):
        raise Http404
    if pemohon.batas not in ("", satker.kode):
        raise GalatApi(403, f"Token ini hanya untuk satker {pemohon.batas}.")
    return Ruang(pemohon, satker)


def _read_pemohon(request: HttpRequest) -> Pemohon:
    """Raises GalatApi: 401 for who shows nothing that opens, 403 for a form forged elsewhere, 429."""
    kepala = request.headers.get("Authorization")
    if kepala is not None:
        cara, _, teks = kepala.partition(" ")
        token = find_token(teks.strip()) if cara.lower() == "bearer" else None
        pemohon = None if token is None else Pemohon(token.pengguna, token)
    else:
        pemohon = Pemohon(request.user, None) if isinstance(request.user, Pengguna) else None
    _check_laju(pemohon.sebutan if pemohon else f"alamat {read_alamat(request)}")
    if pemohon is None:
        raise GalatApi(401, DAFTAR_MASALAH[401].arti, kepala={"WWW-Authenticate": 'Bearer realm="akuntabel"'})
    if pemohon.token is not None:
        note_pakai(pemohon.token)
    elif check_csrf(request) is not None:
        raise GalatApi(403, "Permintaan dengan sesi peramban harus membawa kepala X-CSRFToken.")
    return pemohon


def _check_laju(siapa: str) -> None:
    tunggu = LAJU.take(siapa, settings.API_LAJU)
    if tunggu:
        detail = f"Lebih dari {settings.API_LAJU} permintaan per menit. Coba lagi sesudah {tunggu} detik."
        raise GalatApi(429, detail, kepala={"Retry-After": str(tunggu)})


def _check_badan(request: HttpRequest) -> None:
    if request.content_type != JSON:
        raise GalatApi(415, DAFTAR_MASALAH[415].arti)
    if len(request.body) > BADAN_TERBESAR:
        raise GalatApi(413, DAFTAR_MASALAH[413].arti)
