"""What an office has of imports of its budget, for the pages (see ``isi_anggaran``)."""

from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.anggaran.impor import PilihanImpor, submit_impor
from akuntabel.siklus.organisasi.models import Satker
from berkas_anggaran import build_daun, build_fa, build_pohon, write_csv

TAHUN = timezone.localdate().year


def submit_contoh(satker: Satker, n: int, *, by: Pengguna) -> str:
    """A report that was handed in and waits for a worker; the id of its job."""
    kisi = build_fa(build_pohon(build_daun(10 + n)), kode_satker=satker.kode, tahun=TAHUN)
    _, tugas = submit_impor(satker, TAHUN, f"fa-{n}.csv", write_csv(kisi), pilihan=PilihanImpor(), by=by)
    return str(tugas.pk)
