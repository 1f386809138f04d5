"""Findings: written, taken over from the checker, looked at with all that was said, moved on by either side."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.reviu.cari import HakReviu, find_reviu, read_hak, require_tim
from akuntabel.doors.web.reviu.forms import TanggapanForm, TemuanForm
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.reviu.actions_temuan import TINDAKAN_TEMUAN, adopt_temuan_mesin, draft_temuan
from akuntabel.siklus.reviu.checklist import find_butir
from akuntabel.siklus.reviu.models import TemuanReviu
from akuntabel.siklus.reviu.permissions import PERALIHAN_TEMUAN, PeralihanTemuan


@dataclass(frozen=True, slots=True)
class Tindakan:
    """An act on a finding as the page offers it. alamat: its slug."""

    alamat: str
    tombol: str
    bantuan: str
    aturan: PeralihanTemuan

    @property
    def nama(self) -> str:
        """The act behind the address."""
        return self.alamat.replace("-", "_")


_KATA = (
    ("submit-tanggapan", "Tanggapi", "Setuju dan apa yang akan diperbaiki, atau penjelasan mengapa tidak."),
    ("approve-tanggapan", "Sepakati perbaikan", "Langkah perbaikan yang disepakati."),
    ("return-tanggapan", "Minta tanggapan lagi", "Mengapa tanggapannya belum menjawab."),
    ("approve-penjelasan", "Jelaskan dalam pernyataan", "Kalimat ini menjadi paragraf penjelas pernyataan reviu."),
    ("submit-perbaikan", "Sudah diperbaiki", "Apa yang diperbaiki dan di mana."),
    ("approve-perbaikan", "Tutup temuan", "Boleh kosong."),
    ("return-perbaikan", "Belum selesai diperbaiki", "Apa yang masih kurang."),
    ("withdraw-temuan", "Cabut temuan", "Mengapa ini bukan temuan."),
)
DAFTAR_TINDAKAN = tuple(Tindakan(a, t, b, PERALIHAN_TEMUAN[a.replace("-", "_")]) for a, t, b in _KATA)


@di_ruang
def draft(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Write a finding; ?butir= names the line of the checklist that one comes from."""
    laporan = find_reviu(ruang, id_)
    require_tim(ruang, laporan)
    form = open_form(request, TemuanForm, initial={"butir": request.GET.get("butir", "")})

    def tindakan(_: Mapping[str, Any]) -> None:
        draft_temuan(laporan, form.isian(), by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Temuan tersimpan; penyusun laporan diberi tahu.")
        return redirect("reviu_rinci", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk)
    konteks = {"ruang": ruang, "laporan": laporan, "form": form, "judul": "Tambah temuan", "simpan": "Simpan temuan"}
    return render(request, "reviu/formulir.html", konteks)


@di_ruang
@require_POST
def adopt(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Take a finding of the checker over."""
    laporan = find_reviu(ruang, id_)
    kunci = request.POST.get("kunci", "")
    perform(request, lambda: adopt_temuan_mesin(laporan, kunci, by=ruang.pengguna), sukses="Temuan pemeriksa diambil.")
    return redirect("reviu_rinci", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk)


@di_ruang
def show(request: HttpRequest, ruang: Ruang, id_: int, nomor: int) -> HttpResponse:
    """A finding with all that was said about it, and what can be done next."""
    laporan = find_reviu(ruang, id_)
    temuan = _find(laporan, nomor)
    hak = read_hak(ruang, laporan)
    konteks = {
        "ruang": ruang,
        "laporan": laporan,
        "temuan": temuan,
        "butir": find_butir(temuan.butir) if temuan.butir else None,
        "daftar_tanggapan": temuan.daftar_tanggapan.select_related("oleh"),
        "daftar_tindakan": [t for t in DAFTAR_TINDAKAN if _is_boleh(t, temuan, hak)],
    }
    return render(request, "reviu/temuan.html", konteks)


@di_ruang
def act(request: HttpRequest, ruang: Ruang, id_: int, nomor: int, tindakan: str) -> HttpResponse:
    """Say something about a finding, and with it move it on."""
    laporan = find_reviu(ruang, id_)
    temuan = _find(laporan, nomor)
    pilihan = next((t for t in DAFTAR_TINDAKAN if t.alamat == tindakan), None)
    if pilihan is None:
        raise Http404
    _require_boleh(pilihan, ruang, laporan)
    form = open_form(request, TanggapanForm, initial={"versi": temuan.versi})

    def jalankan(isi: Mapping[str, Any]) -> None:
        TINDAKAN_TEMUAN[pilihan.nama](temuan, teks=isi["teks"], versi=isi["versi"], by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, jalankan):
        messages.success(request, f"Temuan {temuan.nomor} sekarang {temuan.status_enum.label}.")
        return redirect("reviu_temuan", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk, nomor=temuan.pk)
    konteks = {"ruang": ruang, "laporan": laporan, "temuan": temuan, "tindakan": pilihan, "form": form}
    return render(request, "reviu/tindakan.html", konteks)


def _find(laporan: LaporanKinerja, nomor: int) -> TemuanReviu:
    temuan: TemuanReviu = get_object_or_404(TemuanReviu.objects.select_related("pembuat"), pk=nomor, laporan=laporan)
    temuan.laporan = laporan
    return temuan


def _is_boleh(tindakan: Tindakan, temuan: TemuanReviu, hak: HakReviu) -> bool:
    is_pihak = hak.is_auditor if tindakan.aturan.is_auditor else hak.is_penanggap
    return is_pihak and hak.is_berjalan and temuan.status_enum in tindakan.aturan.dari


def _require_boleh(tindakan: Tindakan, ruang: Ruang, laporan: LaporanKinerja) -> None:
    """For a page that only leads to an act. Raises PermissionDenied."""
    if tindakan.aturan.is_auditor:
        require_tim(ruang, laporan)
    elif not read_hak(ruang, laporan).is_penanggap:
        raise PermissionDenied(f"Temuan ditanggapi perencana atau pimpinan {ruang.satker}.")
