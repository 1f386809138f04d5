"""The page of a form: every act of this stage that asks for more than a button looks the same."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from akuntabel.doors.web.formulir import FormDasar
from akuntabel.doors.web.ruang import Ruang

Remah = tuple[str, str]  # a word and where it leads


def show_form(
    request: HttpRequest,
    ruang: Ruang,
    form: FormDasar,
    judul: str,
    *,
    remah: Sequence[Remah],
    keterangan: str = "",
    simpan: str = "Simpan",
    is_berkas: bool = False,
) -> HttpResponse:
    """The form under its heading; "Batal" leads to the last of ``remah``."""
    konteks = {
        "ruang": ruang,
        "form": form,
        "judul": judul,
        "keterangan": keterangan,
        "remah": remah,
        "simpan": simpan,
        "is_berkas": is_berkas,
    }
    return render(request, "organisasi/formulir.html", konteks)


def remah_satker(ruang: Ruang) -> list[Remah]:
    """The way back to the office."""
    return [("Profil satker", reverse("satker", args=(ruang.satker.kode,)))]


def remah_ke(ruang: Ruang, teks: str, nama_url: str, *args: object) -> list[Remah]:
    """The way back to a page of the office."""
    return [(teks, reverse(nama_url, args=(ruang.satker.kode, *args)))]
