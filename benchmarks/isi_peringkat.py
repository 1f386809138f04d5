"""Run by bench_peringkat and bench_rekap in a process of its own: a nation with its annual values.

BENCH_SATKER offices (553, or more: then the provinces get more regencies), 20 indicators, five years. Writes
halaman.txt: the cookie of a person who sees everything, then a line per page: name, tab, address.
"""

import os
import random
from decimal import Decimal
from pathlib import Path

import django
from django.core.management import call_command

TAHUN_SEJAJAR, INDIKATOR = 5, 20
JUMLAH_SATKER = int(os.environ.get("BENCH_SATKER", "553"))


def main() -> None:
    """Fill the database, open a session, name the pages."""
    django.setup()
    call_command("migrate", verbosity=0)
    kuki, halaman = _fill()
    baris = [kuki, *(f"{nama}\t{alamat}" for nama, alamat in halaman.items())]
    Path(os.environ["AKUNTABEL_DATA"], "halaman.txt").write_text("\n".join(baris), "utf-8")


def _fill() -> tuple[str, dict[str, str]]:
    # Models can be imported only now.
    from django.db import transaction
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone

    from akuntabel.core.calc.nilai import StatusNilai
    from akuntabel.core.calc.pembulatan import exact, round_hasil
    from akuntabel.platform.accounts.models import Pengguna
    from akuntabel.siklus.organisasi.actions import SatkerBaru, assign_peran
    from akuntabel.siklus.organisasi.massal import SatkerBerinduk, write_satker
    from akuntabel.siklus.organisasi.models import JenisSatker, Peran, Satker
    from akuntabel.siklus.organisasi.pohon_kpu import build_pohon_kpu
    from akuntabel.siklus.pengukuran.models import SILSILAH_ORGANISASI, NilaiTahunan
    from akuntabel.siklus.pengukuran.rekap import build_urut
    from akuntabel.siklus.pengukuran.rekap_ulang import rebuild_rekap
    from akuntabel.siklus.perencanaan.models import Indikator
    from doors.web.isi import TAHUN, build_renstra_nasional

    acak = random.Random(20)  # noqa: S311 — no secret
    pusat = build_pohon_kpu()
    provinsi = list(Satker.objects.filter(jenis=JenisSatker.PROVINSI.value).order_by("path"))
    kurang = JUMLAH_SATKER - Satker.objects.count()
    with transaction.atomic():
        tambahan = [
            SatkerBerinduk(SatkerBaru(f"T{n}", f"KPU Kabupaten {n}", "KPU", "kabupaten", "Kota", "KPU", "KPU"), p.kode)
            for n in range(kurang)
            for p in (provinsi[n % len(provinsi)],)
        ]
        write_satker(tambahan, {p.kode: p for p in provinsi})
    renstra = build_renstra_nasional(pusat, INDIKATOR)
    indikator = list(Indikator.objects.filter(sasaran__renstra=renstra).order_by("pk"))[:INDIKATOR]
    sekarang = timezone.now()

    def nilai(satker: Satker, tahun: int, silsilah: object, kode: str) -> NilaiTahunan:
        terdaftar = acak.randint(1_000, 3_000_000)
        hadir = acak.randint(terdaftar // 2, terdaftar)
        with exact():
            persen = round_hasil(hadir * Decimal(100) / terdaftar)
            capaian = round_hasil(persen / Decimal("0.775"))
        return NilaiTahunan(
            satker=satker, tahun=tahun, silsilah=silsilah, kode=kode, status=StatusNilai.TERUKUR.value, nilai=persen,
            capaian=capaian, urut_capaian=build_urut(capaian), kategori="Baik", pembilang=hadir, penyebut=terdaftar,
            pengali=100, dihitung_pada=sekarang,
        )  # fmt: skip

    lajur = [(i.silsilah, i.kode) for i in indikator] + [(SILSILAH_ORGANISASI, "")]
    for tahun in range(TAHUN - TAHUN_SEJAJAR + 1, TAHUN + 1):
        NilaiTahunan.objects.bulk_create(
            (nilai(s, tahun, silsilah, kode) for s in Satker.objects.order_by("pk") for silsilah, kode in lajur),
            batch_size=1000,
        )
    rebuild_rekap()
    pengamat = Pengguna.objects.create_pengguna("pengamat@contoh.go.id", "Pengamat")
    assign_peran(pengamat, pusat, Peran.SUPERVISOR, by=None)
    klien = Client()
    klien.force_login(pengamat)
    peringkat = reverse("supervisi_peringkat", args=[pusat.kode, TAHUN])
    return "; ".join(f"{nama}={isi.value}" for nama, isi in klien.cookies.items()), {
        "league, five years": peringkat,
        "league, all indicators": f"{peringkat}?bentuk=semua",
        "league, last page": f"{peringkat}?halaman={JUMLAH_SATKER // 50}",
        "league, one indicator": f"{peringkat}?indikator={indikator[0].silsilah}",
        "offices below": reverse("supervisi", args=[pusat.kode, TAHUN]),
        "one indicator over provinces": reverse("supervisi_indikator", args=[pusat.kode, TAHUN, indikator[0].silsilah]),
    }


if __name__ == "__main__":
    main()
