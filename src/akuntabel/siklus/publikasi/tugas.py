"""Publishing in the background: every file is made, then all is public at once."""

from django.core.exceptions import PermissionDenied, ValidationError
from django_tasks import task

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.tasks.antrean import submit_tugas
from akuntabel.platform.tasks.kerjakan import TugasGagalError
from akuntabel.platform.tasks.models import StatusTugas, Tugas
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.publikasi.actions import publish_laporan, require_penetapan
from akuntabel.siklus.publikasi.permissions import require_permission


def submit_terbitan(laporan: LaporanKinerja, *, by: Pengguna) -> Tugas:
    """Ask for the publication; where it has been asked for and runs, that job. Raises as ``publish_laporan``."""
    require_permission(by, "laporan.publish", laporan.satker)
    require_penetapan(laporan)
    berjalan = find_tugas(laporan)
    if berjalan is not None and not berjalan.is_selesai:
        return berjalan
    return submit_tugas(terbitkan, laporan.pk, by.pk, by=by)


def find_tugas(laporan: LaporanKinerja) -> Tugas | None:
    """The latest job that was to publish this report."""
    daftar = Tugas.objects.filter(nama=terbitkan.module_path, argumen__args__0=laporan.pk)
    return daftar.order_by("-created_at").first()


def is_gagal(tugas: Tugas | None) -> bool:
    """Whether the job ended without a publication."""
    return tugas is not None and tugas.status == StatusTugas.GAGAL


@task
def terbitkan(laporan: int, pengguna: int) -> dict[str, str]:
    """The job."""
    objek = LaporanKinerja.objects.select_related("satker__induk", "entitas").get(pk=laporan)
    try:
        terbitan = publish_laporan(objek, by=Pengguna.objects.get(pk=pengguna))
    except ValidationError as galat:
        raise TugasGagalError("; ".join(galat.messages)) from galat
    except PermissionDenied as galat:
        raise TugasGagalError(str(galat)) from galat
    return {"slug": terbitan.slug}
