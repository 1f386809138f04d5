"""What a person finds in the application: how many are new, which, and that they were read."""

from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.kueri import KueriTetap
from akuntabel.platform.notifikasi.models import JadwalRingkasan, Notifikasi, PilihanNotifikasi

TERBANYAK = 100  # so many are counted; more are "99+" to everybody

# Every page shows the number, so its SQL is written once.
_BELUM_DIBACA: KueriTetap[Notifikasi] = KueriTetap(
    lambda orang: Notifikasi.objects.filter(pengguna=orang, dibaca_pada=None).only("pk")[:TERBANYAK], 1
)


def count_belum_dibaca(pengguna: Pengguna) -> int:
    """How many messages the person has not read, counted up to TERBANYAK."""
    return len(_BELUM_DIBACA(pengguna.pk))


def mark_dibaca(pengguna: Pengguna, *, pk: int | None = None) -> None:
    """The person has read this message, or all; that of another person stays as it is."""
    daftar = Notifikasi.objects.filter(pengguna=pengguna, dibaca_pada=None)
    (daftar if pk is None else daftar.filter(pk=pk)).update(dibaca_pada=timezone.now())


def find_jadwal(pengguna: Pengguna) -> JadwalRingkasan:
    """How often the person wants a mail."""
    pilihan = PilihanNotifikasi.objects.filter(pengguna=pengguna).first()
    return JadwalRingkasan(pilihan.ringkasan) if pilihan else JadwalRingkasan.HARIAN


def set_jadwal(pengguna: Pengguna, jadwal: JadwalRingkasan) -> None:
    """From now on so often."""
    PilihanNotifikasi.objects.update_or_create(pengguna=pengguna, defaults={"ringkasan": jadwal.value})
