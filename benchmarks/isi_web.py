"""Run by bench_web in a process of its own: the nation's 553 offices, one plan for all, an agreement in every office.

Writes halaman.txt: the cookie of a person who sees everything, then a line per page: name, tab, address.
"""

import os
from pathlib import Path

import django
from django.core.management import call_command


def main() -> None:
    """Fill the database, open a session, name the pages."""
    django.setup()
    call_command("migrate", verbosity=0)
    kuki, halaman = _fill()
    baris = [kuki, *(f"{nama}\t{alamat}" for nama, alamat in halaman.items())]
    Path(os.environ["AKUNTABEL_DATA"], "halaman.txt").write_text("\n".join(baris), "utf-8")


def _fill() -> tuple[str, dict[str, str]]:
    # Models can be imported only now.
    from django.test import Client
    from django.urls import reverse

    from akuntabel.platform.accounts.models import Pengguna
    from akuntabel.siklus.organisasi.actions import assign_peran
    from akuntabel.siklus.organisasi.models import EntitasPelapor, Pejabat, Peran, Satker
    from akuntabel.siklus.organisasi.pohon_kpu import build_pohon_kpu
    from akuntabel.siklus.perencanaan.models import AdopsiRenstra, Indikator
    from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, PerjanjianTarget
    from doors.web.isi import TAHUN, build_renstra_nasional

    pusat = build_pohon_kpu()
    renstra = build_renstra_nasional(pusat, 20)
    indikator = list(Indikator.objects.filter(sasaran__renstra=renstra).order_by("pk"))
    bawahan = list(Satker.objects.exclude(pk=pusat.pk).order_by("path"))
    assert len(bawahan) == 552
    entitas = dict(EntitasPelapor.objects.values_list("satker", "pk"))
    adopsi = AdopsiRenstra.objects.bulk_create(
        AdopsiRenstra(satker=s, renstra=renstra, tahun_mulai=TAHUN, dasar="Keputusan KPU") for s in bawahan
    )
    hubungan = AdopsiRenstra.daftar_indikator.through
    hubungan.objects.bulk_create(hubungan(adopsirenstra_id=a.pk, indikator_id=i.pk) for a in adopsi for i in indikator)
    ketua, atasan = (
        Pejabat.objects.bulk_create(
            Pejabat(satker=s, kode=kode, peran=peran, jabatan=jabatan, nama=f"{jabatan} {s.nama}") for s in bawahan
        )
        for kode, peran, jabatan in (("ketua", "pimpinan", "Ketua"), ("atasan", "atasan", "Ketua di atas"))
    )
    perjanjian = PerjanjianKinerja.objects.bulk_create(
        PerjanjianKinerja(
            satker=s, entitas_id=entitas[s.pk], kode="pk", tahun=TAHUN, pihak_pertama=k, pihak_kedua=a, renstra=renstra
        )
        for s, k, a in zip(bawahan, ketua, atasan, strict=True)
    )
    PerjanjianTarget.objects.bulk_create(
        PerjanjianTarget(perjanjian=p, indikator=i, target="77.5", urut=n)
        for p in perjanjian
        for n, i in enumerate(indikator, 1)
    )
    pengamat = Pengguna.objects.create_pengguna("pengamat@contoh.go.id", "Pengamat")
    assign_peran(pengamat, pusat, Peran.SUPERVISOR, by=None)
    klien = Client()
    klien.force_login(pengamat)
    # A browser comes with the CSRF cookie of its first page.
    klien.get(reverse("daftar_satker"), headers={"host": "127.0.0.1"})
    contoh = perjanjian[-1]
    kode = contoh.satker.kode
    return "; ".join(f"{nama}={isi.value}" for nama, isi in klien.cookies.items()), {
        "daftar satker": reverse("daftar_satker"),
        "profil satker": reverse("satker", args=[pusat.kode]),
        "beranda": reverse("ruang", args=[kode, TAHUN]),
        "Renstra": reverse("renstra_rinci", args=[pusat.kode, renstra.pk]),
        "perjanjian": reverse("perjanjian_rinci", args=[kode, TAHUN, contoh.pk]),
        "kamus indikator": reverse("kamus", args=[kode, TAHUN]),
    }


if __name__ == "__main__":
    main()
