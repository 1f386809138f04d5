"""Reports made elsewhere: handed in, followed while they are checked, compared, each with its findings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from akuntabel.doors.web.formulir import FormDasar, open_form, save_form
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.platform.tasks.models import StatusTugas, Tugas
from akuntabel.siklus.reviu.models import KirimanPeriksa, PeriksaLaporan, StatusPeriksa
from akuntabel.siklus.reviu.periksa import LAPORAN_TERBANYAK, submit_periksa
from akuntabel.siklus.reviu.permissions import PEMERIKSA

PER_HALAMAN = 50
KELUARGA = {
    "HIT": "hitungan",
    "ANG": "anggaran",
    "KON": "konsistensi",
    "LKP": "kelengkapan",
    "SKL": "skala",
    "STR": "struktur",
    "RUJ": "rujukan",
    "BHS": "bahasa",
}


class BanyakBerkasInput(forms.ClearableFileInput):
    """Several files in one field."""

    allow_multiple_selected = True


class BanyakBerkasField(forms.FileField):
    """Every file that was chosen."""

    widget = BanyakBerkasInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        """All of them, each as the field for one file takes it."""
        daftar = data if isinstance(data, list | tuple) else [data]
        return [super(BanyakBerkasField, self).clean(satu, initial) for satu in daftar or [None]]


class PeriksaLaporanForm(FormDasar):
    """The reports to be checked."""

    berkas = BanyakBerkasField(
        label="Berkas laporan",
        widget=BanyakBerkasInput(attrs={"accept": ".pdf,.docx,.xlsx,.txt,.zip", "data-seret": ""}),
        help_text=f"PDF, DOCX, XLSX, atau TXT; boleh beberapa sekaligus, atau satu ZIP. Paling banyak "
        f"{LAPORAN_TERBANYAK} laporan.",
    )
    keterangan = forms.CharField(
        label="Keterangan", required=False, max_length=200, help_text="Misalnya LKj 2025 satker se-provinsi."
    )


@dataclass(frozen=True, slots=True)
class BarisBanding:
    """A report in the comparison. keluarga: findings by family, in the order of ``KELUARGA``."""

    laporan: PeriksaLaporan
    keluarga: tuple[int, ...] = field(default=())


@di_ruang
def show_daftar(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Hand in reports; below, what was checked before."""
    form = open_form(request, PeriksaLaporanForm) if ruang.is_boleh(*PEMERIKSA) else None
    if request.method == "POST":
        ruang.require(*PEMERIKSA)
        if form is not None and (kiriman := _submit(request, ruang, form)) is not None:
            return redirect("periksa_laporan_kiriman", kode=ruang.satker.kode, tahun=ruang.tahun, id_=kiriman.pk)
    selesai = Q(daftar_laporan__status=StatusPeriksa.SELESAI)
    semua = (
        KirimanPeriksa.objects.filter(satker=ruang.satker, tahun=ruang.tahun)
        .select_related("pengunggah")
        .annotate(jumlah=Count("daftar_laporan"), jumlah_selesai=Count("daftar_laporan", filter=selesai))
        .order_by("-pk")
    )
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("halaman"))
    return render(request, "reviu/periksa.html", {"ruang": ruang, "form": form, "halaman": halaman})


@di_ruang
def show_kiriman(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """How far the check is; then the reports beside each other."""
    kiriman = find_kiriman(ruang, id_)
    tugas = Tugas.objects.filter(pk=kiriman.tugas).first() if kiriman.tugas else None
    is_berjalan = tugas is not None and not tugas.is_selesai
    if request.headers.get("HX-Request"):
        jawaban = render(request, "reviu/kemajuan.html", {"tugas": tugas})
        if not is_berjalan:
            jawaban.headers["HX-Refresh"] = "true"
        return jawaban
    konteks = {
        "ruang": ruang,
        "kiriman": kiriman,
        "tugas": tugas,
        "is_berjalan": is_berjalan,
        "is_gagal": tugas is not None and tugas.status == StatusTugas.GAGAL,
        "keluarga": KELUARGA,
        "baris": build_banding(kiriman),
    }
    return render(request, "reviu/periksa_kiriman.html", konteks)


@di_ruang
def show_rinci(request: HttpRequest, ruang: Ruang, id_: int, nomor: int) -> HttpResponse:
    """The findings of one report."""
    kiriman = find_kiriman(ruang, id_)
    laporan = find_periksa(kiriman, nomor)
    konteks = {
        "ruang": ruang,
        "kiriman": kiriman,
        "laporan": laporan,
        "ringkasan": laporan.hasil.get("ringkasan", {}),
        "daftar_temuan": [t | {"tempat": show_letak(t["letak"])} for t in laporan.hasil.get("temuan", [])],
        "daftar_tabel": laporan.hasil.get("tabel", []),
    }
    return render(request, "reviu/periksa_rinci.html", konteks)


def find_kiriman(ruang: Ruang, id_: int) -> KirimanPeriksa:
    """What was handed in here; 404 for that of another office or year."""
    return get_object_or_404(
        KirimanPeriksa.objects.select_related("pengunggah"), pk=id_, satker=ruang.satker, tahun=ruang.tahun
    )


def find_periksa(kiriman: KirimanPeriksa, nomor: int) -> PeriksaLaporan:
    """One report of it, by its number."""
    return get_object_or_404(
        PeriksaLaporan.objects.select_related("berkas").defer("halaman"), kiriman=kiriman, urut=nomor
    )


def build_banding(kiriman: KirimanPeriksa) -> list[BarisBanding]:
    """The reports beside each other: those with most errors per figure that could be recomputed stand as handed in."""
    daftar = kiriman.daftar_laporan.defer("hasil", "halaman").order_by("urut")
    return [BarisBanding(p, tuple(p.per_keluarga.get(k, 0) for k in KELUARGA)) for p in daftar]


def show_letak(letak: Mapping[str, Any]) -> str:
    """A place in words, out of its plain values."""
    bagian = [
        f"halaman {letak['halaman']}" if letak["halaman"] else "",
        str(letak["tabel"] or ""),
        f"baris {letak['baris']}" if letak["baris"] else "",
        f"kolom {letak['kolom']}" if letak["kolom"] else "",
    ]
    return " ".join(b for b in bagian if b) or (f"paragraf {letak['paragraf']}" if letak["paragraf"] else "dokumen")


def _submit(request: HttpRequest, ruang: Ruang, form: PeriksaLaporanForm) -> KirimanPeriksa | None:
    dibuat: list[KirimanPeriksa] = []

    def tindakan(isi: Mapping[str, Any]) -> None:
        daftar = [(b.name or "berkas", b.read()) for b in isi["berkas"]]
        dibuat.append(
            submit_periksa(ruang.satker, ruang.tahun, daftar, by=ruang.pengguna, keterangan=isi["keterangan"])
        )

    return dibuat[0] if save_form(request, form, tindakan) else None
