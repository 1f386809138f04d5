"""Run by bench_sel in a process of its own: an office with eleven indicators, a signed agreement, data to measure.

Writes kisi.json: the cookies of who measures, the token of the form, the address of a cell.
"""

import json
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import django
from django.core.management import call_command

if TYPE_CHECKING:
    from akuntabel.siklus.organisasi.models import Satker
    from akuntabel.siklus.perencanaan.models import Renstra

JUMLAH_INDIKATOR = 11


def main() -> None:
    """Fill the database, open a session, name the cell."""
    django.setup()
    call_command("migrate", verbosity=0)
    Path(os.environ["AKUNTABEL_DATA"], "kisi.json").write_text(json.dumps(_fill()), "utf-8")


def _fill() -> dict[str, str]:
    # Models can be imported only now.
    from django.conf import settings
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone
    from pemeran import build_pemeran

    from akuntabel.platform.draf.models import DrafIsian
    from akuntabel.siklus.pengukuran.actions_elemen import draft_elemen_rumus
    from akuntabel.siklus.perencanaan.models import AdopsiRenstra
    from akuntabel.siklus.perjanjian.actions import (
        approve_perjanjian,
        draft_perjanjian,
        sign_perjanjian,
        submit_perjanjian,
    )

    tahun = timezone.localdate().year
    pemeran = build_pemeran()
    renstra = _build_renstra(pemeran.pusat, tahun)
    adopsi = AdopsiRenstra.objects.create(satker=pemeran.kota, renstra=renstra, tahun_mulai=tahun - 1, dasar="Surat")
    adopsi.daftar_indikator.set([i for s in renstra.daftar_sasaran.all() for i in s.daftar_indikator.all()])
    ketua, atasan = (
        s.daftar_pejabat.create(kode="ketua", peran="pimpinan", jabatan=f"Ketua {s.nama}", nama=f"Ketua {s.nama}")
        for s in (pemeran.kota, pemeran.provinsi)
    )
    perjanjian = draft_perjanjian(pemeran.kota, tahun, pihak_pertama=ketua, pihak_kedua=atasan, by=pemeran.rina)
    submit_perjanjian(perjanjian, by=pemeran.rina)
    approve_perjanjian(perjanjian, by=pemeran.bu_ketua)
    sign_perjanjian(perjanjian, by=pemeran.bu_ketua, tanggal=date(tahun, 1, 15))
    draft_elemen_rumus(pemeran.kota, tahun, by=pemeran.rina)
    DrafIsian.objects.create(pengguna=pemeran.danu, halaman="/polos/")
    klien = Client()
    klien.force_login(pemeran.danu)
    alamat = [pemeran.kota.kode, tahun, 1]
    klien.get(reverse("pengukuran_kisi", args=alamat), headers={"host": "127.0.0.1"})
    return {
        "kuki": "; ".join(f"{nama}={isi.value}" for nama, isi in klien.cookies.items()),
        "token": klien.cookies[settings.CSRF_COOKIE_NAME].value,
        "sel": reverse("pengukuran_sel", args=alamat),
        "satker": pemeran.kota.kode,
    }


def _build_renstra(pusat: "Satker", tahun: int) -> "Renstra":
    """A plan of eleven indicators, each a ratio of two data of its own."""
    from akuntabel.siklus.perencanaan.actions.angka_renstra import IsianTarget, write_target
    from akuntabel.siklus.perencanaan.actions.butir import draft_sasaran, draft_tujuan
    from akuntabel.siklus.perencanaan.actions.indikator import draft_indikator
    from akuntabel.siklus.perencanaan.actions.renstra import draft_renstra, import_penetapan
    from akuntabel.siklus.perencanaan.isian import IsiIndikator, IsiRenstra

    renstra = draft_renstra(pusat, IsiRenstra(tahun - 1, tahun + 3, "Keputusan", "Visi"), by=None)
    tujuan = draft_tujuan(renstra, kode="T1", nama="Pemilu yang demokratis", by=None)
    target = []
    for s in range(1, 4):
        sasaran = draft_sasaran(renstra, kode=f"{s}", nama=f"Sasaran {s}", tujuan=tujuan, by=None)
        for n in range(s, JUMLAH_INDIKATOR + 1, 3):
            isi = IsiIndikator(
                f"{s}.{n}", f"Indikator {n}", "Definisi", "%", "maksimasi", f"p{n} / q{n} * 100", "Rekap", "sendiri",
                "terakhir", "rasio_dari_jumlah",
            )  # fmt: skip
            indikator = draft_indikator(sasaran, isi, by=None)
            target += [IsianTarget(indikator.pk, t, "80") for t in range(tahun - 1, tahun + 4)]
    write_target(renstra, target, by=None, is_baku=True)
    import_penetapan(renstra, tanggal=date(tahun - 1, 1, 2), by=None)
    return renstra


if __name__ == "__main__":
    main()
