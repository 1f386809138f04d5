"""Run by bench_portal in a process of its own: 553 offices that have all published, one of them five years.

Writes halaman.txt: a line per page: name, tab, address.
"""

import os
from pathlib import Path

import django
from django.core.management import call_command

TAHUN = 2020
JUMLAH_INDIKATOR = 11


def main() -> None:
    """Fill the database, name the pages."""
    django.setup()
    call_command("migrate", verbosity=0)
    baris = [f"{nama}\t{alamat}" for nama, alamat in _fill().items()]
    Path(os.environ["AKUNTABEL_DATA"], "halaman.txt").write_text("\n".join(baris), "utf-8")


def _fill() -> dict[str, str]:
    # Models can be imported only now.
    from django.db import transaction
    from django.urls import reverse
    from terbitan_contoh import DAFTAR_INDIKATOR, build_terbitan

    from akuntabel.siklus.organisasi.pohon_kpu import build_pohon_kpu
    from akuntabel.siklus.publikasi.daftar_satker import refresh_daftar_satker
    from akuntabel.siklus.publikasi.models import SatkerTerbit

    build_pohon_kpu()
    indikator = [{**DAFTAR_INDIKATOR[n % 3], "kode": f"{n % 3 + 1}.{n}"} for n in range(JUMLAH_INDIKATOR)]
    with transaction.atomic():
        refresh_daftar_satker()
        daftar_kode = list(SatkerTerbit.objects.order_by("path").values_list("kode", flat=True))
        for n, kode in enumerate(daftar_kode):
            build_terbitan(kode, TAHUN, indikator=indikator, capaian=f"{80 + n % 40}.{n % 97:02}")
        contoh = daftar_kode[-1]
        for tahun in range(TAHUN - 4, TAHUN):
            terbitan = build_terbitan(contoh, tahun, indikator=indikator)
    assert len(daftar_kode) == 553
    return {
        "front": reverse("publik"),
        "office": reverse("publik_satker", args=[contoh]),
        "office-year": reverse("publik_tahun", args=[contoh, TAHUN]),
        "two years": reverse("publik_banding", args=[contoh]),
        "nation": reverse("publik_nasional"),
        "document": reverse("publik_dokumen", args=[terbitan.daftar_dokumen.get().sha256]),
    }


if __name__ == "__main__":
    main()
