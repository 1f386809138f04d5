"""Renstra and Perjanjian Kinerja from templates and pasted tables: all mistakes at once, a preview, all or nothing."""

from dataclasses import dataclass, field

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from akuntabel.core.readers.isian.baca import read_isian, read_tempelan
from akuntabel.core.readers.isian.banding import kunci_nilai, show_kunci
from akuntabel.core.readers.isian.bentuk import LembarIsian
from akuntabel.core.readers.isian.hasil import HasilIsian, Nilai
from akuntabel.core.readers.isian.nilai import show_nilai
from akuntabel.core.readers.isian.tempel import NAMA_TEMPELAN
from akuntabel.doors.web.formulir import drop_draf, open_form
from akuntabel.doors.web.impor.forms import IsianForm
from akuntabel.doors.web.impor.halaman import daftar_naskah_perjanjian
from akuntabel.doors.web.impor.titipan import JENIS_ISIAN, Titipan, keep_titipan, open_titipan
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.models import Peran
from akuntabel.siklus.pelaporan.isian import PratinjauIsian, TempatIsian, build_templat, check_isian, import_isian
from akuntabel.siklus.pelaporan.isian_perjanjian import TempatPerjanjian
from akuntabel.siklus.pelaporan.isian_renstra import TempatRenstra, find_naskah_renstra

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BARIS_DITAMPILKAN = 50


@dataclass(frozen=True, slots=True)
class LembarTampil:
    """A sheet of the preview as the page shows it. baru: key and the rest in a line; lebih: rows not shown."""

    judul: str
    jumlah: tuple[int, int, int, int]
    baru: list[tuple[str, str]] = field(default_factory=list)
    berubah: list[tuple[str, str, str, str]] = field(default_factory=list)
    lebih: int = 0

    @property
    def is_tetap(self) -> bool:
        """Whether its rows are all there already."""
        return not self.jumlah[0] and not self.jumlah[1] and bool(self.jumlah[2])


@di_ruang
def import_renstra(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The plan of the office, into the draft that is there or a new one."""
    ruang.require(Peran.PERENCANA)
    return _Alur(request, ruang, _tempat_renstra(ruang), "renstra").run()


@di_ruang
def import_perjanjian(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Targets and annex of an agreement that is being drafted."""
    ruang.require(Peran.PERENCANA)
    return _Alur(request, ruang, _tempat_perjanjian(ruang, id_), f"perjanjian-{id_}").run()


@di_ruang
def download_templat_renstra(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The workbook of a Renstra; ``?isi=1`` with what is there."""
    ruang.require(Peran.PERENCANA)
    return _templat(request, _tempat_renstra(ruang), f"renstra-{ruang.satker.kode}")


@di_ruang
def download_templat_perjanjian(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """The workbook of an agreement; ``?isi=1`` with what is there."""
    ruang.require(Peran.PERENCANA)
    tempat = _tempat_perjanjian(ruang, id_)
    return _templat(request, tempat, f"{tempat.perjanjian.kode}-{ruang.satker.kode}")


def _tempat_renstra(ruang: Ruang) -> TempatRenstra:
    return TempatRenstra(ruang.satker, find_naskah_renstra(ruang.satker), ruang.tahun)


def _tempat_perjanjian(ruang: Ruang, id_: int) -> TempatPerjanjian:
    return TempatPerjanjian(get_object_or_404(daftar_naskah_perjanjian(ruang), pk=id_))


def _templat(request: HttpRequest, tempat: TempatIsian, nama: str) -> HttpResponse:
    is_terisi = request.GET.get("isi") == "1"
    berkas = f"{nama}{'' if is_terisi else '-kosong'}.xlsx"
    return HttpResponse(
        build_templat(tempat, is_terisi=is_terisi),
        content_type=XLSX,
        headers={"Content-Disposition": f'attachment; filename="{berkas}"'},
    )


class _Alur:
    """Hand in, look, take. What was looked at waits as a file; the taking names it by a signed note."""

    def __init__(self, request: HttpRequest, ruang: Ruang, tempat: TempatIsian, nama: str) -> None:
        self._request, self._ruang, self._tempat = request, ruang, tempat
        self._nama = f"{ruang.satker.kode}/{ruang.tahun}/{nama}"

    def run(self) -> HttpResponse:
        """The page, or the way back to the list of imports when everything was taken."""
        if self._request.method == "POST" and "titipan" in self._request.POST:
            return self._take()
        form = open_form(self._request, IsianForm, formulir=self._tempat.formulir)
        if self._request.method == "POST" and form.is_valid():
            try:
                return self._look(form)
            except ValidationError as galat:
                form.add_error("berkas", galat)
        return self._show(form)

    def _look(self, form: IsianForm) -> HttpResponse:
        nama, isi = form.baca()
        lembar = form.cleaned_data["lembar"]
        pratinjau = check_isian(self._tempat, self._baca(nama, isi, lembar))
        catatan = ""
        if pratinjau.is_sah:
            berkas = keep_titipan(self._ruang, nama, isi, jenis=JENIS_ISIAN)
            titipan = Titipan(berkas, self._ruang.pengguna.pk, self._nama, nama, lembar, pratinjau.sidik)
            catatan = titipan.sign()
        return self._show(form, pratinjau, catatan)

    def _take(self) -> HttpResponse:
        try:
            titipan = open_titipan(self._ruang, self._nama, self._request.POST["titipan"])
            hasil = self._baca(titipan.nama, titipan.read(), titipan.lembar)
            import_isian(self._tempat, hasil, sidik=titipan.sidik, by=self._ruang.pengguna)
        except ValidationError as galat:
            for pesan in galat.messages:
                messages.error(self._request, pesan)
        except SudahBerubahError as galat:
            messages.warning(self._request, f"{galat} Unggah berkasnya sekali lagi.")
        else:
            drop_draf(self._request)
            messages.success(self._request, f"{self._tempat.judul}: semua isian sudah diambil.")
            return redirect("impor", kode=self._ruang.satker.kode, tahun=self._ruang.tahun)
        return self._show(IsianForm(formulir=self._tempat.formulir))

    def _baca(self, nama: str, isi: bytes, lembar: str) -> HasilIsian:
        if nama.startswith(NAMA_TEMPELAN):
            return read_tempelan(self._tempat.formulir, isi.decode(), lembar)
        return read_isian(self._tempat.formulir, nama, isi)

    def _show(self, form: IsianForm, pratinjau: PratinjauIsian | None = None, titipan: str = "") -> HttpResponse:
        daftar_lembar = _daftar_tampil(pratinjau) if pratinjau else []
        konteks = {
            "ruang": self._ruang,
            "form": form,
            "judul": self._tempat.judul,
            "pratinjau": pratinjau,
            "daftar_lembar": daftar_lembar,
            "tetap": ", ".join(f"{x.judul} ({x.jumlah[2]})" for x in daftar_lembar if x.is_tetap),
            "titipan": titipan,
            "templat": f"{self._request.path}templat.xlsx",
        }
        return render(self._request, "impor/isian.html", konteks)


def _daftar_tampil(pratinjau: PratinjauIsian) -> list[LembarTampil]:
    daftar = []
    for p in pratinjau.daftar_perubahan:
        baru = [_ringkas(p.lembar, n) for n in p.daftar_baru]
        berubah = [(b.kunci, s.kolom.label, s.lama, s.baru) for b in p.daftar_berubah for s in b.daftar_sel]
        jumlah = (len(p.daftar_baru), len(p.daftar_berubah), p.jumlah_sama, p.jumlah_lain)
        lebih = max(len(baru) - BARIS_DITAMPILKAN, 0) + max(len(berubah) - BARIS_DITAMPILKAN, 0)
        daftar.append(
            LembarTampil(p.lembar.judul, jumlah, baru[:BARIS_DITAMPILKAN], berubah[:BARIS_DITAMPILKAN], lebih)
        )
    return daftar


def _ringkas(lembar: LembarIsian, nilai: Nilai) -> tuple[str, str]:
    """The key of a new row, and what else it says."""
    lain = [k for k in lembar.kolom_terisi if k.nama not in lembar.kunci]
    teks = "; ".join(filter(None, (show_nilai(nilai.get(k.nama), k) for k in lain)))
    return show_kunci(lembar, kunci_nilai(lembar, nilai)), teks
