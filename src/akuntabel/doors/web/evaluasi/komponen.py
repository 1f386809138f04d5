"""One component of a worksheet: its sub-components are written here, each saved by itself, with the score beside."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from akuntabel.core.regulasi.lke import KomponenLke, SubLke
from akuntabel.doors.web.evaluasi.cari import find_lke, find_sub
from akuntabel.doors.web.evaluasi.forms import SubForm
from akuntabel.doors.web.evaluasi.tampil import LkeTampil, build_komponen, build_sub, read_tampil
from akuntabel.doors.web.formulir import save_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.evaluasi.actions import adopt_bukti, evaluate_sub
from akuntabel.siklus.evaluasi.actions_bukti import refresh_bukti
from akuntabel.siklus.evaluasi.models import Lke, StatusLke
from akuntabel.siklus.evaluasi.permissions import is_penyusun, require_penyusun


@di_ruang
def show_komponen(request: HttpRequest, ruang: Ruang, id_: int, komponen: str) -> HttpResponse:
    """The component with all its sub-components; to be written by who writes the worksheet, else to be read."""
    lke = find_lke(ruang, id_)
    acuan = lke.templat.find_komponen(komponen)
    if acuan is None:
        raise Http404
    return _show(request, ruang, read_tampil(lke), acuan, None)


@require_POST
@di_ruang
def save_sub(request: HttpRequest, ruang: Ruang, id_: int, sub: str) -> HttpResponse:
    """Write a sub-component. To the script of the page the new score is answered, else the page comes anew."""
    lke = find_lke(ruang, id_)
    require_penyusun(ruang.pengguna, lke, "lke.evaluate")
    acuan = find_sub(lke, sub)
    t = read_tampil(lke)
    form = SubForm(request.POST, isi=t.isi, sub=acuan)
    is_simpan = save_form(request, form, lambda _: evaluate_sub(lke, sub, form.isi(), by=ruang.pengguna))
    if "HX-Request" in request.headers:
        return _show_hasil(request, ruang, lke, acuan, form, is_simpan=is_simpan)
    komponen = _find_komponen(lke, acuan)
    if not is_simpan:
        return _show(request, ruang, read_tampil(lke), komponen, form)
    messages.success(request, f"Subkomponen {sub} tersimpan.")
    return _kembali(ruang, lke, acuan)


@require_POST
@di_ruang
def accept_sub(request: HttpRequest, ruang: Ruang, id_: int, sub: str) -> HttpResponse:
    """Take over what the application has filled in."""
    lke = find_lke(ruang, id_)
    acuan = find_sub(lke, sub)
    perform(request, lambda: adopt_bukti(lke, sub, by=ruang.pengguna), sukses=f"Isian aplikasi {sub} diterima.")
    return _kembali(ruang, lke, acuan)


@require_POST
@di_ruang
def refresh(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Look into the records of the application anew."""
    lke = find_lke(ruang, id_)
    sukses = "Catatan aplikasi dibaca kembali; jawaban orang tidak diubah."
    perform(request, lambda: refresh_bukti(lke, by=ruang.pengguna), sukses=sukses)
    return redirect("evaluasi_lke", kode=ruang.satker.kode, tahun=ruang.tahun, id_=lke.pk)


def _show(
    request: HttpRequest, ruang: Ruang, t: LkeTampil, komponen: KomponenLke, form: SubForm | None
) -> HttpResponse:
    lke = t.lke
    is_tulis = lke.status == StatusLke.DISUSUN.value and is_penyusun(ruang.pengguna, lke)
    isian = {s.kode: SubForm(isi=t.isi, sub=s) for s in komponen.sub} if is_tulis else {}
    if form is not None:
        isian[form.acuan.kode] = form
    kode = [k.kode for k in t.isi.templat.komponen]
    urut = kode.index(komponen.kode)
    konteks = {
        "ruang": ruang,
        "t": t,
        "lke": lke,
        "komponen": komponen,
        "hasil": t.hasil.komponen[urut],
        "daftar_sub": build_komponen(t, komponen, isian),
        "is_tulis": is_tulis,
        "daftar_komponen": t.isi.templat.komponen,
        "lanjut": kode[urut + 1] if urut + 1 < len(kode) else "",
    }
    return render(request, "evaluasi/komponen.html", konteks)


def _show_hasil(
    request: HttpRequest, ruang: Ruang, lke: Lke, sub: SubLke, form: SubForm, *, is_simpan: bool
) -> HttpResponse:
    """Score and notes of the sub-component and the score of the worksheet; the versions that a next save must name."""
    t = read_tampil(lke)
    kini = SubForm(isi=t.isi, sub=sub)
    konteks = {"ruang": ruang, "t": t, "lke": lke, "s": build_sub(t, sub, kini), "form": form, "is_simpan": is_simpan}
    return render(request, "evaluasi/hasil.html", konteks)


def _find_komponen(lke: Lke, sub: SubLke) -> KomponenLke:
    return next(k for k in lke.templat.komponen if any(s.kode == sub.kode for s in k.sub))


def _kembali(ruang: Ruang, lke: Lke, sub: SubLke) -> HttpResponse:
    argumen = (ruang.satker.kode, ruang.tahun, lke.pk, _find_komponen(lke, sub).kode)
    return redirect(f"{reverse('evaluasi_komponen', args=argumen)}#sub-{sub.kode}")
