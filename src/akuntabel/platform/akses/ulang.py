"""A request that is sent again with its key is done once: the second time it gets the answer of the first.

The key, the act and the answer are one transaction. Of two that come at the same time one waits for the other (the
unique key in the database); what failed leaves no key behind, so it may be tried again.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from akuntabel.platform.akses.models import KunciIdempoten

SIMPAN = timedelta(hours=24)


class KunciDipakaiError(Exception):
    """The key was used for something else before: the program would get the answer to another question."""


@dataclass(frozen=True, slots=True)
class Permintaan:
    """What is sent again: who asks, with which key, for what. sidik_isi: SHA-256 of the body."""

    pemegang: str
    kunci: str
    metode: str
    alamat: str
    sidik_isi: str


@dataclass(frozen=True, slots=True)
class Jawaban:
    """What was answered. is_ulangan: it was answered before, and nothing was done now."""

    status: int
    isi: Mapping[str, Any]
    is_ulangan: bool = False


def run_sekali(permintaan: Permintaan, kerja: Callable[[], Jawaban]) -> Jawaban:
    """Do it, unless it was done with this key before. Raises KunciDipakaiError, and whatever ``kerja`` raises."""
    with transaction.atomic():
        kunci = _claim(permintaan)
        if kunci.status is not None:
            return Jawaban(kunci.status, kunci.jawaban or {}, is_ulangan=True)
        jawaban = kerja()
        KunciIdempoten.objects.filter(pk=kunci.pk).update(status=jawaban.status, jawaban=jawaban.isi)
        return jawaban


def remove_kunci_lama() -> None:
    """Keys that have run out leave the table."""
    KunciIdempoten.objects.filter(kedaluwarsa__lte=timezone.now()).delete()


def _claim(p: Permintaan) -> KunciIdempoten:
    """The key of this request, new or as it was kept. Raises KunciDipakaiError."""
    milik = KunciIdempoten.objects.filter(pemegang=p.pemegang, kunci=p.kunci)
    milik.filter(kedaluwarsa__lte=timezone.now()).delete()
    ada = milik.first()
    if ada is None:
        try:
            with transaction.atomic():
                return KunciIdempoten.objects.create(
                    pemegang=p.pemegang,
                    kunci=p.kunci,
                    metode=p.metode,
                    alamat=p.alamat,
                    sidik_isi=p.sidik_isi,
                    kedaluwarsa=timezone.now() + SIMPAN,
                )
        except IntegrityError:  # somebody else was faster and has finished by now
            ada = milik.get()
    if (ada.metode, ada.alamat, ada.sidik_isi) != (p.metode, p.alamat, p.sidik_isi):
        raise KunciDipakaiError
    return ada
