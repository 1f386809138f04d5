"""Tell the people of an office what happened there: who they are is said by their roles of today."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.notifikasi.kirim import notify
from akuntabel.siklus.organisasi.models import Penugasan, Peran, Satker
from akuntabel.siklus.organisasi.querysets import saring_masa


@dataclass(frozen=True, slots=True)
class Kabar:
    """What is told. halaman, argumen: the page to act on, by its name (a contract with the doors, kept by tests).

    kunci: what it is about; while a person has not read it, it is not told again.
    """

    jenis: str
    teks: str
    halaman: str
    argumen: tuple[object, ...]
    kunci: str


def daftar_berperan(satker: Satker, daftar_peran: Iterable[Peran]) -> list[Pengguna]:
    """Who has one of these roles in this very office today."""
    penugasan = Penugasan.objects.filter(satker=satker, peran__in=[p.value for p in daftar_peran])
    pengguna = penugasan.filter(saring_masa(timezone.localdate())).values("pengguna")
    return list(Pengguna.objects.filter(pk__in=pengguna, is_active=True).order_by("pk"))


def tell(daftar_pengguna: Iterable[Pengguna], kabar: Kabar, *, by: Pengguna | None, is_sekali: bool = False) -> None:
    """Say it, in the transaction of the act; not to who did it (``by``; None: the system). is_sekali: see notify."""
    notify(
        [p for p in daftar_pengguna if p != by],
        jenis=kabar.jenis,
        teks=kabar.teks,
        alamat=reverse(kabar.halaman, args=kabar.argumen),
        kunci=kabar.kunci,
        is_sekali=is_sekali,
    )
