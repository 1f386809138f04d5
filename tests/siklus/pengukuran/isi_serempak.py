"""Run in processes of their own by test_rekap_serempak: ``isi`` fills the database, ``tulis N`` is one of the writers.

``pindah`` moves an office to and fro meanwhile; ``hitung`` prints how many sums are wrong and what the nation's say.
"""

import random
import sys

import django
from django.core.management import call_command

TAHUN, WILAYAH, PUTARAN = 2026, 8, 25


def main() -> None:
    """One of the four."""
    django.setup()
    perintah = {"isi": _isi, "tulis": _tulis, "pindah": _pindah, "hitung": _hitung}
    perintah[sys.argv[1] if len(sys.argv) > 1 else "isi"]()


def _isi() -> None:
    call_command("migrate", verbosity=0)
    from pemeran import build_pemeran, build_satker  # models can be imported only now

    from akuntabel.siklus.organisasi.actions import assign_peran
    from akuntabel.siklus.organisasi.models import Peran

    p = build_pemeran()
    for n in range(WILAYAH):
        build_satker(f"W{n}", f"KPU Kabupaten {n}", "kabupaten", p.provinsi)
    assign_peran(p.admin, p.provinsi, Peran.ADMIN, by=None)


def _tulis() -> None:
    """The same province, the same indicators; offices shared by two writers each."""
    from nilai_contoh import OPINI, PARTISIPASI, build_rasio

    from akuntabel.siklus.organisasi.models import Satker
    from akuntabel.siklus.pengukuran.rekap import write_nilai_tahunan

    acak = random.Random(int(sys.argv[2]))  # noqa: S311 — no secret
    daftar = list(Satker.objects.filter(kode__startswith="W").order_by("kode"))
    for n in range(PUTARAN):
        satker = acak.choice(daftar)
        daftar_silsilah = acak.choice([[PARTISIPASI], [OPINI, PARTISIPASI], [PARTISIPASI, OPINI]])
        isi = [build_rasio(acak.randrange(1000), 1000, s) for s in daftar_silsilah]
        write_nilai_tahunan(satker, TAHUN + n % 2, isi)


def _pindah() -> None:
    from akuntabel.platform.accounts.models import Pengguna
    from akuntabel.siklus.organisasi.actions import move_satker
    from akuntabel.siklus.organisasi.models import Satker

    admin = Pengguna.objects.get(email="admin@contoh.go.id")
    for kode in ["330000", "000000"] * (PUTARAN // 5):
        provinsi = Satker.objects.get(kode="350000")
        move_satker(provinsi, induk=Satker.objects.get(kode=kode), by=admin, alasan="-")


def _hitung() -> None:
    from akuntabel.siklus.pengukuran.models import NilaiTahunan, RekapTahunan
    from akuntabel.siklus.pengukuran.rekap_ulang import rebuild_rekap

    nilai = NilaiTahunan.objects.count()
    satker = sum(RekapTahunan.objects.filter(simpul__kode="000000").values_list("jumlah_satker", flat=True))
    print(rebuild_rekap(), nilai, satker)


if __name__ == "__main__":
    main()
