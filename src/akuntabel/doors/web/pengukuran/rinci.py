"""One datum of the grid: how it came to what it says, its evidence, what people say about it; and traces of capaian.

Asked for by the grid's script these pages answer with what they say only, to stand beside the grid.
"""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.pengukuran.forms import BuktiForm, CatatanForm
from akuntabel.doors.web.pengukuran.kisi import build_keadaan, require_triwulan, tampil
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.platform.files.kirim import send_berkas
from akuntabel.platform.files.simpan import BerkasDitolakError, BerkasHilangError
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.pengukuran.actions_bukti import attach_bukti, draft_bukti
from akuntabel.siklus.pengukuran.actions_catatan import answer_catatan, draft_catatan
from akuntabel.siklus.pengukuran.berlaku import daftar_elemen_berlaku, find_jendela
from akuntabel.siklus.pengukuran.hitung import compute_capaian_tahun
from akuntabel.siklus.pengukuran.kisi import BarisKisi, find_baris, read_target_tahun
from akuntabel.siklus.pengukuran.kisi_hasil import build_indikator_kisi
from akuntabel.siklus.pengukuran.models import Bukti, CatatanSel
from akuntabel.siklus.pengukuran.permissions import PERAN_PER_TINDAKAN
from akuntabel.siklus.pengukuran.riwayat_sel import daftar_catatan_sel, daftar_riwayat_sel
from akuntabel.siklus.perjanjian.models import ROMAWI

KEPALA_BAGIAN = "X-Bagian"


@di_ruang
def show_rinci(request: HttpRequest, ruang: Ruang, tw: int, kunci: str) -> HttpResponse:
    """The datum with its history, evidence and remarks."""
    baris = _find_baris(ruang, tw, kunci)
    return _show(request, ruang, tw, baris, open_form(request, BuktiForm), open_form(request, CatatanForm))


@require_POST
@di_ruang
def add_bukti(request: HttpRequest, ruang: Ruang, tw: int, kunci: str) -> HttpResponse:
    """Evidence for the datum, dropped on its row or chosen on its page."""
    ruang.require(*PERAN_PER_TINDAKAN["fakta.measure"])
    baris = _find_baris(ruang, tw, kunci)
    if request.accepts("text/html"):
        form = open_form(request, BuktiForm)
        if save_form(request, form, lambda isi: _attach(ruang, baris, isi)):
            messages.success(request, f"Bukti terlampir pada {baris.sebutan}.")
            return _kembali(ruang, tw, baris)
        return _show(request, ruang, tw, baris, form, CatatanForm())
    try:
        bukti, lama = None, ""
        for berkas in request.FILES.getlist("berkas"):
            bukti, lama = _attach(ruang, baris, {"berkas": berkas, "nama": "", "letak": ""})
            baris = _find_baris(ruang, tw, kunci)
    except ValidationError as galat:
        return JsonResponse({"pesan": " ".join(galat.messages)}, status=422)
    except SudahBerubahError as galat:
        return JsonResponse({"pesan": str(galat)}, status=409)
    if bukti is None:
        return JsonResponse({"pesan": "Tidak ada berkas yang terkirim."}, status=422)
    return JsonResponse({"bukti": bukti.nama, "lama": lama, "pesan": f"{bukti.nama} terlampir"})


@require_POST
@di_ruang
def add_catatan(request: HttpRequest, ruang: Ruang, tw: int, kunci: str) -> HttpResponse:
    """A remark; where there is one already it is an answer to it, and may settle it."""
    ruang.require(*PERAN_PER_TINDAKAN["catatan_sel.draft"])
    baris = _find_baris(ruang, tw, kunci)
    form = open_form(request, CatatanForm)
    terbuka = next((c for c in reversed(_daftar_catatan(ruang, tw, baris)) if c.membalas_id is None), None)

    def tindakan(isi: Mapping[str, Any]) -> None:
        if terbuka is None:
            draft_catatan(ruang.satker, ruang.tahun, tw, baris.kunci, isi["teks"], by=ruang.pengguna)
        else:
            answer_catatan(terbuka, isi["teks"], by=ruang.pengguna, is_selesai=isi["is_selesai"])

    if save_form(request, form, tindakan):
        messages.success(request, "Catatan tersimpan.")
        return _kembali(ruang, tw, baris)
    return _show(request, ruang, tw, baris, BuktiForm(), form)


@di_ruang
def download_bukti(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponseBase:
    """The file of a piece of evidence."""
    daftar = Bukti.objects.visible_to(ruang.pengguna).filter(satker=ruang.satker).select_related("berkas")
    berkas = get_object_or_404(daftar, pk=id_).berkas
    if berkas is None:
        raise Http404
    try:
        return send_berkas(berkas)
    except BerkasHilangError as galat:
        raise Http404(str(galat)) from galat


@di_ruang
def show_jejak(request: HttpRequest, ruang: Ruang, tw: int, indikator: str) -> HttpResponse:
    """Where the capaian of an indicator comes from."""
    require_triwulan(tw)
    hasil = compute_capaian_tahun(ruang.satker, ruang.tahun, tw, hanya={indikator})
    h = hasil.find_indikator(indikator)
    if h is None:
        raise Http404
    nama = {kode: e.nama for kode, e in daftar_elemen_berlaku(ruang.satker, ruang.tahun).items()}
    kini = build_indikator_kisi(hasil, h, nama, read_target_tahun(hasil).get(h.indikator.pk, ""))
    konteks = {"ruang": ruang, "tw": tw, "romawi": ROMAWI, "i": kini, "induk": _induk(request)}
    return render(request, "pengukuran/jejak.html", konteks)


def _induk(request: HttpRequest) -> str:
    return "pengukuran/bagian.html" if request.headers.get(KEPALA_BAGIAN) else "dasar.html"


def _find_baris(ruang: Ruang, tw: int, kunci: str) -> BarisKisi:
    require_triwulan(tw)
    baris = find_baris(ruang.satker, ruang.tahun, tw, kunci)
    if baris is None:
        raise Http404
    return baris


def _daftar_catatan(ruang: Ruang, tw: int, baris: BarisKisi) -> list[CatatanSel]:
    return daftar_catatan_sel(ruang.satker, ruang.tahun, tw, baris.kunci)


def _attach(ruang: Ruang, baris: BarisKisi, isi: Mapping[str, Any]) -> tuple[Bukti, str]:
    """Take the evidence in and hold it against the fact of the row, where there is one; the fact that holds now.

    Raises ValidationError, SudahBerubahError.
    """
    if baris.fakta is None:
        raise ValidationError({"berkas": "Isi dahulu nilainya, atau keadaannya; buktinya menyusul."})
    berkas = isi["berkas"]
    try:
        bukti = draft_bukti(
            ruang.satker,
            ruang.tahun,
            nama=isi["nama"],
            letak=isi["letak"],
            isi=berkas or None,
            nama_berkas=berkas.name if berkas else "",
            by=ruang.pengguna,
        )
    except BerkasDitolakError as galat:
        raise ValidationError({"berkas": [str(m) for m in galat.daftar_masalah]}) from galat
    hasil = attach_bukti(baris.fakta, bukti, by=ruang.pengguna)
    return bukti, str(next((f.pk for f in hasil.daftar_fakta), baris.fakta.pk))


def _kembali(ruang: Ruang, tw: int, baris: BarisKisi) -> HttpResponse:
    alamat = reverse("pengukuran_kisi", kwargs={"kode": ruang.satker.kode, "tahun": ruang.tahun, "tw": tw})
    return redirect(f"{alamat}#{baris.nama_kunci}")


def _show(
    request: HttpRequest, ruang: Ruang, tw: int, baris: BarisKisi, form_bukti: BuktiForm, form_catatan: CatatanForm
) -> HttpResponse:
    keadaan = build_keadaan(ruang, find_jendela(ruang.satker, ruang.tahun, tw))
    konteks = {
        "ruang": ruang,
        "tw": tw,
        "romawi": ROMAWI,
        "b": baris,
        "induk": _induk(request),
        "riwayat": daftar_riwayat_sel(ruang.satker, ruang.tahun, None if baris.setahun else tw, baris.kunci),
        "catatan": _daftar_catatan(ruang, tw, baris),
        "tampil": tampil,
        "is_tulis": keadaan.is_tulis,
        "is_catat": ruang.is_boleh(*PERAN_PER_TINDAKAN["catatan_sel.draft"]),
        "form_bukti": form_bukti,
        "form_catatan": form_catatan,
    }
    return render(request, "pengukuran/rinci.html", konteks)
