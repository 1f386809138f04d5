"""Who has gone on to other work while a long file was read is told what came of it; who waited has seen it."""

from datetime import datetime, timedelta

from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.tasks.kerjakan import transaksi_akhir
from akuntabel.siklus.organisasi.kabar import Kabar, tell
from akuntabel.siklus.organisasi.models import Satker

LAMA = timedelta(seconds=20)


def announce_hasil(
    satker: Satker, tahun: int, tugas: str, *, nama: str, teks: str, sejak: datetime | None, kepada: Pengguna
) -> None:
    """Say what came of reading a file, if it took long. tugas: the id of the job, whose page shows the rest."""
    if sejak is None or timezone.now() - sejak < LAMA:
        return
    kabar = Kabar(
        "anggaran.impor",
        f"{nama}: {teks}",
        "anggaran_impor_tugas",
        (satker.kode, tahun, tugas),
        kunci=f"anggaran.impor:{tugas}",
    )
    with transaksi_akhir():
        tell([kepada], kabar, by=None, is_sekali=True)
