"""An office: its letterhead, the entities it reports for, its units and officials."""

from datetime import date

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.organisasi.forms import EntitasForm, ProfilForm
from akuntabel.doors.web.organisasi.halaman import remah_satker, show_form
from akuntabel.doors.web.organisasi.susun import susun_unit
from akuntabel.doors.web.riwayat import daftar_riwayat
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.platform.kueri import KueriTetap
from akuntabel.siklus.organisasi.actions import BIDANG_PROFIL, draft_entitas, revise_satker
from akuntabel.siklus.organisasi.kode import pick_kode
from akuntabel.siklus.organisasi.models import EntitasPelapor, Pejabat, Peran, Satker, Unit, UraianTugas
from akuntabel.siklus.organisasi.querysets import find_satker_pk

PENGURUS = (Peran.ADMIN, Peran.PERENCANA)


@di_ruang
def show_satker(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Everything about an office on one page; each part leads to where it is changed."""
    satker = ruang.satker
    return render(
        request,
        "organisasi/satker.html",
        {
            "ruang": ruang,
            "satker": satker,
            "induk": find_satker_pk(satker.induk_id) if satker.induk_id else None,
            "is_pengurus": ruang.is_boleh(*PENGURUS),
            "daftar_entitas": _ENTITAS(satker.pk),
            "daftar_unit": susun_unit(_UNIT(satker.pk)),
            "daftar_tugas": _TUGAS(satker.pk),
            "daftar_pejabat": _PEJABAT(satker.pk, timezone.localdate()),
            "jumlah_bawahan": Satker.objects.di_bawah(satker.path).count() - 1,
            "riwayat": daftar_riwayat(satker, paling_banyak=10),
        },
    )


_ENTITAS = KueriTetap(lambda satker: EntitasPelapor.objects.filter(satker=satker), 1)
_UNIT = KueriTetap(
    lambda satker: (
        Unit.objects.filter(satker=satker).annotate(jumlah_tugas=Count("daftar_tugas")).order_by("urut", "pk")
    ),
    1,
)
_TUGAS = KueriTetap(lambda satker: UraianTugas.objects.filter(satker=satker, unit=None), 1)
_PEJABAT = KueriTetap(
    lambda satker, hari: Pejabat.objects.filter(satker=satker).berlaku_pada(hari), 1, date(2020, 1, 1)
)


@di_ruang
def edit_profil(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Change what stands in the letterhead and on covers."""
    ruang.require(*PENGURUS)
    satker = ruang.satker
    awal = {nama: getattr(satker, nama) for nama in (*BIDANG_PROFIL, "versi")}
    form = open_form(request, ProfilForm, initial=awal)
    if request.method == "POST" and save_form(
        request,
        form,
        lambda isi: revise_satker(satker, {n: isi[n] for n in BIDANG_PROFIL}, versi=isi["versi"], by=ruang.pengguna),
    ):
        messages.success(request, "Profil satker tersimpan.")
        return redirect("satker", kode=satker.kode)
    return show_form(request, ruang, form, "Ubah profil satker", remah=remah_satker(ruang))


@di_ruang
def draft_entitas_baru(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Another entity that the office reports for."""
    ruang.require(*PENGURUS)
    form = open_form(request, EntitasForm, initial={"nama": "Sekretariat"})
    if request.method == "POST" and save_form(
        request,
        form,
        lambda isi: draft_entitas(
            ruang.satker,
            kode=pick_kode(isi["nama"], ruang.satker.daftar_entitas.values_list("kode", flat=True)),
            nama=isi["nama"],
            peran_pimpinan=isi["peran_pimpinan"],
            by=ruang.pengguna,
        ),
    ):
        messages.success(request, "Entitas pelapor ditambahkan.")
        return redirect("satker", kode=ruang.satker.kode)
    keterangan = "Satker yang melapor atas dua nama, misalnya KPU dan Sekretariat, mempunyai dua entitas."
    return show_form(request, ruang, form, "Tambah entitas pelapor", keterangan=keterangan, remah=remah_satker(ruang))
