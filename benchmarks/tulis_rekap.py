"""Run by bench_rekap in a process of its own, on the nation of isi_peringkat: prints seconds of the two writes.

A value of an office changes, each time of another office: written alone in a transaction, and with its sums along the
path to the nation. Turn by turn, so that both meet the same moments of the machine.
"""

import random
import time
from dataclasses import replace
from statistics import median

import django

PUTARAN, PEMANASAN = 300, 30


def main() -> None:
    """Plain, then with roll-up."""
    django.setup()
    # Models can be imported only now.
    from django.db import transaction

    from akuntabel.siklus.organisasi.models import Satker
    from akuntabel.siklus.pengukuran.models import NilaiTahunan, RekapTahunan
    from akuntabel.siklus.pengukuran.rekap import build_hasil, write_nilai_tahunan
    from akuntabel.siklus.pengukuran.rekap_simpan import save_nilai
    from akuntabel.siklus.pengukuran.rekap_ulang import rebuild_rekap

    acak = random.Random(6)  # noqa: S311 — no secret
    tahun = RekapTahunan.objects.latest("tahun").tahun
    waktu: dict[str, list[float]] = {"polos": [], "rekap": []}
    for satker in acak.sample(list(Satker.objects.exclude(induk=None)), PUTARAN + PEMANASAN):
        nilai = NilaiTahunan.objects.filter(satker=satker, tahun=tahun, kode="1.1").get()
        nilai.pembilang = acak.randint(1, 1000)
        mulai = time.perf_counter()
        with transaction.atomic():
            save_nilai([nilai])
        waktu["polos"].append(time.perf_counter() - mulai)
        nilai.refresh_from_db()
        hasil = replace(build_hasil(nilai), pembilang=nilai.pembilang + 1)
        mulai = time.perf_counter()
        write_nilai_tahunan(satker, tahun, [hasil])
        waktu["rekap"].append(time.perf_counter() - mulai)
    print(*(median(w[PEMANASAN:]) for w in waktu.values()))
    # What the plain writes left out of the sums is put right; nothing else may be wrong.
    assert rebuild_rekap() <= 4 * (PUTARAN + PEMANASAN)


if __name__ == "__main__":
    main()
