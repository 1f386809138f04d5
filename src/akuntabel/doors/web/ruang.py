"""Where a person works: one office, one year, and what the person may do there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.models import Peran, Satker
from akuntabel.siklus.organisasi.querysets import daftar_penugasan_berlaku, find_satker, is_terlihat

P = ParamSpec("P")
TAHUN_TERAWAL, TAHUN_TERAKHIR = 2005, 2100


@dataclass(frozen=True, slots=True)
class Ruang:
    """An office and a year as one person sees them. daftar_peran: the roles of the person in this very office."""

    pengguna: Pengguna
    satker: Satker
    tahun: int
    daftar_peran: frozenset[Peran]

    def is_boleh(self, *peran: Peran) -> bool:
        """Whether the person has one of the roles here: what decides which buttons are shown. The act asks again."""
        return not self.daftar_peran.isdisjoint(peran)

    def require(self, *peran: Peran) -> None:
        """For pages that only lead to an act: raises PermissionDenied with a message that says who may."""
        if not self.is_boleh(*peran):
            boleh = " atau ".join(p.sebutan for p in peran)
            raise PermissionDenied(f"Halaman ini untuk {boleh} di {self.satker}.")

    @property
    def is_perencana(self) -> bool:
        """May write plans and agreements."""
        return self.is_boleh(Peran.PERENCANA)

    @property
    def is_pimpinan(self) -> bool:
        """May approve and sign."""
        return self.is_boleh(Peran.PIMPINAN)

    @property
    def is_admin(self) -> bool:
        """May change the office and its people."""
        return self.is_boleh(Peran.ADMIN)


def get_pengguna(request: HttpRequest) -> Pengguna:
    """The person who signed in. Raises PermissionDenied where nobody did."""
    if not isinstance(request.user, Pengguna):
        raise PermissionDenied("Silakan masuk dahulu.")
    return request.user


def open_ruang(request: HttpRequest, kode: str, tahun: int | None = None) -> Ruang:
    """The office of that code in that year (this year); 404 where the person does not see it."""
    pengguna = get_pengguna(request)
    tahun = tahun or timezone.localdate().year
    daftar = daftar_penugasan_berlaku(pengguna)
    sendiri = (p.satker for p in daftar if p.satker.kode == kode)  # already read with the roles
    satker = next(sendiri, None) or find_satker(kode)
    if satker is None or not is_terlihat(pengguna, satker) or not TAHUN_TERAWAL <= tahun <= TAHUN_TERAKHIR:
        raise Http404
    peran = frozenset(p.peran_enum for p in daftar if p.satker_id == satker.pk)
    ruang = Ruang(pengguna, satker, tahun, peran)
    request.ruang = ruang  # type: ignore[attr-defined]  # read by the layout
    return ruang


def di_ruang(
    view: Callable[Concatenate[HttpRequest, Ruang, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """A view about one office, named by its address (``kode``, ``tahun`` where it matters); asks for sign-in."""

    @login_required
    @wraps(view)
    def bungkus(
        request: HttpRequest, *args: Any, kode: str, tahun: int | None = None, **kwargs: Any
    ) -> HttpResponseBase:
        return view(request, open_ruang(request, kode, tahun), *args, **kwargs)

    return bungkus
