"""Which reviews a person looks at, with what a list says of each; one query however long it is."""

from django.db.models import CharField, Count, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import saring_jalur
from akuntabel.siklus.pelaporan.models import JenisLaporan, LaporanKinerja, StatusLaporan
from akuntabel.siklus.reviu.berlaku import TEMUAN_SELESAI
from akuntabel.siklus.reviu.models import PenugasanReviu, TemuanReviu


def daftar_reviu(
    satker: Satker, tahun: int, pengguna: Pengguna, *, is_menunjuk_bawahan: bool
) -> QuerySet[LaporanKinerja]:
    """Annual reports of the office, those below that the person reviews, and those below that wait for a team.

    is_menunjuk_bawahan: the person appoints reviewers of the offices below. Annotated: nama_ketua, is_bertim,
    is_saya, jumlah_temuan, jumlah_terbuka.
    """
    tim = PenugasanReviu.objects.filter(laporan=OuterRef("pk"), selesai_pada__isnull=True)
    saring = Q(satker=satker) | Q(is_saya=True)
    if is_menunjuk_bawahan:
        saring |= saring_jalur(satker.path, "satker__") & Q(status=StatusLaporan.DIAJUKAN.value, is_bertim=False)
    return (
        LaporanKinerja.objects.visible_to(pengguna)
        .filter(tahun=tahun, jenis=JenisLaporan.TAHUNAN.value)
        .annotate(
            is_bertim=Exists(tim),
            is_saya=Exists(tim.filter(auditor=pengguna)),
            nama_ketua=Coalesce(
                Subquery(tim.filter(is_ketua=True).values("auditor__nama")[:1]), Value(""), output_field=CharField()
            ),
            jumlah_temuan=_count(),
            jumlah_terbuka=_count(~Q(status__in=TEMUAN_SELESAI)),
        )
        .filter(saring)
        .select_related("satker", "entitas")
        .order_by("satker__path", "entitas__kode", "-revisi")
    )


def _count(saring: Q | None = None) -> Coalesce:
    temuan = TemuanReviu.objects.filter(saring or Q(), laporan=OuterRef("pk")).order_by()
    return Coalesce(Subquery(temuan.values("laporan").annotate(n=Count("pk")).values("n")), 0)
