"""What the checker says, beside the text that it says it of, and all of it on a page of its own."""

from collections.abc import Collection, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.doors.web.laporan.cari import find_laporan_ruang
from akuntabel.doors.web.lingkungan import build_url
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.pelaporan.temuan_blok import HasilTemuan, TemuanBlok, check_laporan, find_tersimpan


def build_temuan(
    ruang: Ruang, laporan: LaporanKinerja, nama: str, *, hasil: HasilTahun, daftar_nama: Collection[str] = ()
) -> dict[str, Any]:
    """What bagian_temuan.html shows: what is known at once, and where to ask for what is not known yet.

    The checker reads the whole report; that takes a moment, for which no page waits.
    """
    dicari = tuple(daftar_nama) or ((nama,) if nama else ())
    diketahui = find_tersimpan(laporan, hasil)
    alamat = build_url("laporan_temuan_bagian", ruang.satker.kode, ruang.tahun, laporan.pk)
    return {
        "temuan_alamat": "" if diketahui else f"{alamat}?" + "&".join(f"teks={n}" for n in dicari),
        "temuan_semua": build_url("laporan_temuan", ruang.satker.kode, ruang.tahun, laporan.pk),
        "temuan": _saring(diketahui, dicari) if diketahui else None,
        "temuan_jumlah": len(diketahui.daftar) if diketahui else 0,
    }


@di_ruang
def show_bagian(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """The findings of the texts that ``teks`` names, for the script of their page."""
    laporan = find_laporan_ruang(ruang, id_)
    konteks: dict[str, Any] = {
        "temuan_alamat": "",
        "temuan_semua": build_url("laporan_temuan", ruang.satker.kode, ruang.tahun, laporan.pk),
    }
    try:
        hasil = check_laporan(laporan)
    except ValidationError as galat:
        return render(request, "laporan/isi_temuan.html", konteks | {"temuan": None, "temuan_galat": galat.messages})
    temuan = _saring(hasil, request.GET.getlist("teks"))
    return render(request, "laporan/isi_temuan.html", konteks | {"temuan": temuan, "temuan_jumlah": len(hasil.daftar)})


@di_ruang
def show_temuan(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """All findings, by text, the gravest first."""
    laporan = find_laporan_ruang(ruang, id_)
    konteks: dict[str, Any] = {"ruang": ruang, "laporan": laporan}
    try:
        hasil = check_laporan(laporan)
    except ValidationError as galat:
        return render(request, "laporan/belum_lengkap.html", konteks | {"daftar_galat": galat.messages})
    konteks |= {"hasil": hasil, "kelompok": _kelompokkan(hasil.daftar)}
    return render(request, "laporan/temuan.html", konteks)


def _saring(hasil: HasilTemuan, daftar_nama: Collection[str]) -> tuple[TemuanBlok, ...]:
    return tuple(t for t in hasil.daftar if t.nama in daftar_nama)


def _kelompokkan(daftar: Sequence[TemuanBlok]) -> list[tuple[str, str, list[TemuanBlok]]]:
    """Findings of one text together; name and title of each."""
    per_nama: dict[str, list[TemuanBlok]] = {}
    for t in daftar:
        per_nama.setdefault(t.nama, []).append(t)
    return [(nama, isi[0].judul, isi) for nama, isi in per_nama.items()]
