"""Who can be put on the team of a report."""

from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.models import LEBAR_LANGKAH, Penugasan, Peran
from akuntabel.siklus.organisasi.querysets import saring_masa
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.reviu.permissions import is_penyusun


def daftar_calon(laporan: LaporanKinerja) -> tuple[list[Pengguna], list[Pengguna]]:
    """Auditors of the offices above, and those of the office itself; without who had a hand in the report."""
    langkah, jalur = LEBAR_LANGKAH + 1, laporan.satker.path
    daftar_jalur = [jalur[:n] for n in range(langkah, len(jalur) + 1, langkah)]
    penugasan = (
        Penugasan.objects.filter(
            saring_masa(timezone.localdate()),
            peran=Peran.AUDITOR.value,
            satker__path__in=daftar_jalur,
            pengguna__is_active=True,
        )
        .select_related("pengguna", "satker")
        .order_by("pengguna__nama")
    )
    layak = [p for p in penugasan if not is_penyusun(p.pengguna, laporan)]
    di_atas = {p.pengguna_id: p.pengguna for p in layak if p.satker_id != laporan.satker_id}
    sendiri = {p.pengguna_id: p.pengguna for p in layak if p.satker_id == laporan.satker_id}
    return list(di_atas.values()), [p for pk, p in sendiri.items() if pk not in di_atas]
