"""Collections: pages of rows of one office, or of all below it, each declared once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router, Schema
from pydantic import Field

from akuntabel.doors.api.baris import Baris, read_baris_berkunci
from akuntabel.doors.api.jawaban import build_jawaban
from akuntabel.doors.api.pintu import Ruang, get_ruang, jaga
from akuntabel.siklus.hak_token import HakToken
from akuntabel.siklus.perencanaan.querysets import daftar_jalur_atas

ID_TERBESAR = 2**63 - 1
BATAS, BATAS_TERBESAR = 100, 1000
B = TypeVar("B")
Tahun = Annotated[int, Path(ge=2005, le=2100, description="tahun anggaran")]
Kode = Annotated[str, Path(description="kode satker")]
Nomor = Annotated[int, Path(ge=1, le=ID_TERBESAR)]


class Potongan(Schema):
    """Which part of a collection."""

    sesudah: Annotated[int, Field(ge=0, le=ID_TERBESAR, description="mulai sesudah baris ini (dari “berikutnya”)")] = 0
    batas: Annotated[int, Field(ge=1, le=BATAS_TERBESAR, description="paling banyak baris")] = BATAS


class PotonganSatker(Potongan):
    """The same of an office, perhaps with those below it."""

    bawahan: Annotated[bool, Field(description="sertakan satker di bawahnya yang terlihat oleh Anda")] = False


class Halaman(Schema, Generic[B]):
    """A page of a collection. berikutnya: the address of the next one, null at the end."""

    data: list[B]
    berikutnya: str | None


@dataclass(frozen=True, kw_only=True)
class Kumpulan:
    """A collection of one kind of row.

    daftar: all of them; milik: how they lead to their office; tahun: the column of the year, "" where they have none.
    saring: instead of "belongs to the office".
    """

    nama: str
    judul: str
    baris: type[Baris]
    daftar: Callable[[], QuerySet[Any]]
    milik: str = "satker__"
    tahun: str = "tahun"
    saring: Callable[[Ruang, bool], Q] | None = None

    def find_semua(self, ruang: Ruang, tahun: int | None, *, is_bawahan: bool) -> QuerySet[Any]:
        """What of it the person sees under that address; a stage that hides more says so in its ``visible_to``."""
        semua = self.daftar()
        if hasattr(semua, "visible_to"):
            semua = semua.visible_to(ruang.pengguna)
        saring = self.saring or (lambda r, b: r.saring(is_bawahan=b, awalan=self.milik))
        semua = semua.filter(saring(ruang, is_bawahan))
        return semua if tahun is None else semua.filter(**{self.tahun: tahun})


def saring_atas(ruang: Ruang, is_bawahan: bool) -> Q:
    """What belongs to the office, and what an office above has written down for all below it."""
    return ruang.saring(is_bawahan=is_bawahan) | Q(satker__path__in=daftar_jalur_atas(ruang.kantor.path))


def show_halaman(
    request: HttpRequest, kelas: type[Baris], semua: QuerySet[Any], hal: Potongan, **lain: object
) -> HttpResponse:
    """One page, in the order in which the rows came; one more row is read to know whether there is another page."""
    baris = read_baris_berkunci(kelas, semua.filter(pk__gt=hal.sesudah).order_by("pk")[: hal.batas + 1])
    berikutnya = None
    if len(baris) > hal.batas:
        baris = baris[: hal.batas]
        isi = {"sesudah": baris[-1][0], "batas": hal.batas, **lain}
        berikutnya = f"{request.path}?{urlencode(isi)}"
    return build_jawaban({"data": [isi for _, isi in baris], "berikutnya": berikutnya})


def add_kumpulan(router: Router, k: Kumpulan) -> None:
    """Its operation: of a year where its rows have one."""

    def answer(request: HttpRequest, hal: PotonganSatker, tahun: int | None = None) -> HttpResponse:
        semua = k.find_semua(get_ruang(request), tahun, is_bawahan=hal.bawahan)
        lain = {"bawahan": "true"} if hal.bawahan else {}
        return show_halaman(request, k.baris, semua, hal, **lain)

    def setahun(request: HttpRequest, kode: Kode, tahun: Tahun, hal: Query[PotonganSatker]) -> HttpResponse:
        return answer(request, hal, tahun)

    def semua(request: HttpRequest, kode: Kode, hal: Query[PotonganSatker]) -> HttpResponse:
        return answer(request, hal)

    bentuk = Halaman[k.baris]  # type: ignore[name-defined]  # a class made of a value
    nama = k.nama.replace("-", "_")
    router.get(
        f"/satker/{{slug:kode}}/{{int:tahun}}/{k.nama}" if k.tahun else f"/satker/{{slug:kode}}/{k.nama}",
        response=bentuk,
        summary=k.judul,
        operation_id=nama,
        url_name=f"api_{nama}",
    )(jaga(HakToken.BACA)(setahun if k.tahun else semua))
