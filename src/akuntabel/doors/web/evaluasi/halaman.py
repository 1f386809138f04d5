"""The evaluation of an office and year: both worksheets side by side, and each of them as a whole."""

from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from akuntabel.core.calc.nilai_akip import CaraNilai
from akuntabel.core.regulasi.lke import SubLke, find_lke
from akuntabel.doors.web.evaluasi.cari import find_lke as find_lembar
from akuntabel.doors.web.evaluasi.tampil import LkeTampil, build_komponen, read_tampil
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.riwayat import daftar_riwayat
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.evaluasi.actions import draft_lke
from akuntabel.siklus.evaluasi.isi import daftar_rekomendasi_lke
from akuntabel.siklus.evaluasi.models import JenisLke, Lke, StatusLke
from akuntabel.siklus.evaluasi.permissions import is_penetap, is_penilai, is_penyusun

SEBUTAN_CARA = {
    CaraNilai.PREDIKAT: "predikat tiap subkomponen",
    CaraNilai.ANGKA: "nilai 0–100 tiap kriteria, dirata-ratakan",
    CaraNilai.JAWABAN: "jawaban tiap pertanyaan, dirata-ratakan",
}


@dataclass(frozen=True, slots=True)
class BarisBanding:
    """A sub-component in both worksheets. selisih: points of the official one above the own."""

    sub: SubLke
    predikat: tuple[str, str]
    poin: tuple[Decimal | None, Decimal | None]

    @property
    def selisih(self) -> Decimal | None:
        """Official less own; None while one is missing."""
        mandiri, resmi = self.poin
        return None if mandiri is None or resmi is None else resmi - mandiri


@di_ruang
def show_evaluasi(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Both worksheets of the year, what they say of each sub-component, and earlier revisions."""
    daftar = list(
        Lke.objects.visible_to(ruang.pengguna)
        .filter(satker=ruang.satker, tahun=ruang.tahun)
        .select_related("satker", "penilai", "evaluator")
        .order_by("jenis", "-revisi")
    )
    terbaru = {j: next((n for n in daftar if n.jenis == j.value), None) for j in JenisLke}
    tampil = {j: read_tampil(lke) for j, lke in terbaru.items() if lke is not None}
    templat = find_lke(ruang.tahun)
    penilai = is_penilai(ruang.pengguna, ruang.satker)
    konteks = {
        "ruang": ruang,
        "templat": templat,
        "lembar": [(j, tampil.get(j), _boleh_susun(ruang, j, penilai)) for j in JenisLke],
        "lama": [n for n in daftar if n not in terbaru.values()],
        "banding": _build_banding(tampil),
        "daftar_cara": [(c.value, SEBUTAN_CARA[c]) for c in templat.cara] if templat else [],
        "sebutan_cara": SEBUTAN_CARA,
    }
    return render(request, "evaluasi/daftar.html", konteks)


@require_POST
@di_ruang
def draft(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Begin a worksheet; ``jenis`` says which."""
    jenis = JenisLke.RESMI if request.POST.get("jenis") == JenisLke.RESMI.value else JenisLke.MANDIRI
    cara = next((c for c in CaraNilai if c.value == request.POST.get("cara")), None)
    dibuat: list[Lke] = []

    def tindakan() -> None:
        dibuat.append(draft_lke(ruang.satker, ruang.tahun, jenis=jenis, cara=cara, by=ruang.pengguna))

    sukses = "Lembar kerja evaluasi disusun. Yang dapat dibuktikan aplikasi sudah diisi; periksa dan lengkapi."
    if perform(request, tindakan, sukses=sukses):
        return redirect("evaluasi_lke", kode=ruang.satker.kode, tahun=ruang.tahun, id_=dibuat[0].pk)
    return redirect("evaluasi", kode=ruang.satker.kode, tahun=ruang.tahun)


@di_ruang
def show_lke(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """One worksheet: its score, each component, what the control says, its recommendations."""
    lke = find_lembar(ruang, id_)
    t = read_tampil(lke)
    konteks = {
        "ruang": ruang,
        "t": t,
        "lke": lke,
        "sebutan_cara": SEBUTAN_CARA[CaraNilai(lke.cara)],
        "komponen": [
            (k, h, build_komponen(t, k, {})) for k, h in zip(t.isi.templat.komponen, t.hasil.komponen, strict=True)
        ],
        "rekomendasi": daftar_rekomendasi_lke(lke),
        "is_tulis": lke.status == StatusLke.DISUSUN.value and is_penyusun(ruang.pengguna, lke),
        "is_penyusun": is_penyusun(ruang.pengguna, lke),
        "is_penetap": is_penetap(ruang.pengguna, lke),
        "is_terbaru": not Lke.objects.filter(
            satker=lke.satker_id, tahun=lke.tahun, jenis=lke.jenis, revisi__gt=lke.revisi
        ).exists(),
        "riwayat": daftar_riwayat(lke),
    }
    return render(request, "evaluasi/lke.html", konteks)


def _boleh_susun(ruang: Ruang, jenis: JenisLke, penilai: bool) -> bool:
    return penilai if jenis is JenisLke.RESMI else ruang.is_perencana


def _build_banding(tampil: dict[JenisLke, LkeTampil]) -> list[BarisBanding]:
    """Side by side, where there is one of each and both rest on the same regulation."""
    mandiri, resmi = tampil.get(JenisLke.MANDIRI), tampil.get(JenisLke.RESMI)
    if mandiri is None or resmi is None or mandiri.lke.regulasi != resmi.lke.regulasi:
        return []
    return [
        BarisBanding(
            sub,
            (mandiri.isi.read_predikat(sub.kode), resmi.isi.read_predikat(sub.kode)),
            (_poin(mandiri, sub), _poin(resmi, sub)),
        )
        for sub in mandiri.isi.templat.daftar_sub()
    ]


def _poin(t: LkeTampil, sub: SubLke) -> Decimal | None:
    hasil = t.hasil.find_sub(sub.kode)
    return hasil.tertimbang.angka if hasil and hasil.is_lengkap else None
