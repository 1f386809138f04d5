"""A Word file that comes back edited: handed in, laid beside what was given out, taken over text by text."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.doors.web.formulir import FormDasar, drop_draf, open_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.laporan.beda import Ubahan, build_beda
from akuntabel.doors.web.laporan.cari import find_laporan_ruang
from akuntabel.doors.web.laporan.cetak import show_slot
from akuntabel.doors.web.permintaan import read_nomor
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.platform.files.jenis import DOCX, MIB
from akuntabel.siklus.pelaporan.actions_blok import compute_hasil_laporan
from akuntabel.siklus.pelaporan.banding_word import (
    Tawaran,
    adopt_suntingan,
    compare_unggahan,
    import_word,
    return_suntingan,
)
from akuntabel.siklus.pelaporan.models import LaporanKinerja, UnggahanWord
from akuntabel.siklus.pelaporan.permissions import PERAN_PENULIS

_BATAS = f"{DOCX.batas // MIB} MB"
_TERBANYAK = 20  # uploads in the list


class UnggahForm(FormDasar):
    """The edited file."""

    berkas = forms.FileField(
        label="Berkas Word",
        help_text=f"Berkas .docx yang diunduh dari laporan ini lalu disunting; paling besar {_BATAS}.",
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )

    def clean_berkas(self) -> Any:
        """Not larger than any report."""
        berkas = self.cleaned_data["berkas"]
        if berkas.size > DOCX.batas:
            raise ValidationError(f"Berkas lebih besar dari {_BATAS}.")
        return berkas


@di_ruang
def show_unggah(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Hand a file in; below, those that came before."""
    ruang.require(*PERAN_PENULIS)
    laporan = find_laporan_ruang(ruang, id_)
    form = open_form(request, UnggahForm)
    if request.method == "POST" and form.is_valid():
        berkas = form.cleaned_data["berkas"]
        try:
            unggahan = import_word(laporan, berkas.name or "laporan.docx", berkas.read(), by=ruang.pengguna)
        except ValidationError as galat:
            form.add_galat(galat)
        else:
            drop_draf(request)
            return _redirect_unggahan(ruang, unggahan)
    konteks = {
        "ruang": ruang,
        "laporan": laporan,
        "form": form,
        "daftar": laporan.daftar_unggahan.select_related("oleh")[:_TERBANYAK],
    }
    return render(request, "laporan/unggah.html", konteks)


@di_ruang
def show_unggahan(request: HttpRequest, ruang: Ruang, id_: int, nomor: int) -> HttpResponse:
    """What the file changes: texts to take over, figures that are findings, and what belongs to no text."""
    ruang.require(*PERAN_PENULIS)
    unggahan = _find_unggahan(find_laporan_ruang(ruang, id_), nomor)
    konteks: dict[str, Any] = {"ruang": ruang, "laporan": unggahan.laporan, "unggahan": unggahan}
    try:
        fakta = compute_hasil_laporan(unggahan.laporan)
        hasil = compare_unggahan(unggahan)
    except ValidationError as galat:
        return render(request, "laporan/belum_lengkap.html", konteks | {"daftar_galat": galat.messages})
    konteks |= {
        "hasil": hasil,
        "daftar": [(t, _show_beda(fakta, t)) for t in hasil.daftar],
        "sisa": sum(not t.is_diterima and not t.is_ditolak for t in hasil.daftar),
        "boleh": unggahan.laporan.is_disusun,
    }
    return render(request, "laporan/unggahan.html", konteks)


@require_POST
@di_ruang
def adopt(request: HttpRequest, ruang: Ruang, id_: int, nomor: int, nama: str) -> HttpResponse:
    """The words of the file become the text."""
    unggahan = _find_unggahan(find_laporan_ruang(ruang, id_), nomor)
    versi = read_nomor(request.POST.get("versi")) or 0

    def tindakan() -> object:
        return adopt_suntingan(unggahan, nama, versi=versi, by=ruang.pengguna)

    perform(request, tindakan, sukses="Suntingan diterima; slotnya tetap terikat pada fakta.")
    return _redirect_unggahan(ruang, unggahan)


@require_POST
@di_ruang
def return_(request: HttpRequest, ruang: Ruang, id_: int, nomor: int, nama: str) -> HttpResponse:
    """The text stays as it is."""
    unggahan = _find_unggahan(find_laporan_ruang(ruang, id_), nomor)
    perform(request, lambda: return_suntingan(unggahan, nama, by=ruang.pengguna), sukses="Suntingan tidak dipakai.")
    return _redirect_unggahan(ruang, unggahan)


def _show_beda(fakta: HasilTahun, t: Tawaran) -> tuple[Ubahan, ...]:
    """What changed, in the words of a reader: bound figures as they print."""
    return build_beda(show_slot(fakta, t.suntingan.semula), show_slot(fakta, t.suntingan.baru))


def _find_unggahan(laporan: LaporanKinerja, nomor: int) -> UnggahanWord:
    daftar = UnggahanWord.objects.select_related("dokumen__berkas", "berkas", "oleh")
    unggahan = get_object_or_404(daftar, pk=nomor, laporan=laporan)
    unggahan.laporan = laporan
    return unggahan


def _redirect_unggahan(ruang: Ruang, unggahan: UnggahanWord) -> HttpResponse:
    return redirect(
        "laporan_unggahan", kode=ruang.satker.kode, tahun=ruang.tahun, id_=unggahan.laporan_id, nomor=unggahan.pk
    )
