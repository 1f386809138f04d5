"""Seal the trail in batches, and find out whether anybody has touched what was sealed."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone

from akuntabel.platform.audit.models import JejakAudit, SegelAudit

TENANG = timedelta(seconds=60)  # a row younger than this may have an older neighbour whose transaction still runs
SIDIK_AWAL = "0" * 64


@dataclass(frozen=True, slots=True)
class MasalahAudit:
    """A seal that does not hold: which rows, and what is wrong with them."""

    segel: int
    dari: int
    sampai: int
    pesan: str


@transaction.atomic
def seal_audit(*, tenang: timedelta = TENANG) -> SegelAudit | None:
    """Seal all rows older than ``tenang`` that have no seal yet; None where there are none."""
    terakhir = SegelAudit.objects.select_for_update().order_by("sampai").last()
    awal = terakhir.sampai if terakhir else 0
    baris = list(JejakAudit.objects.filter(pk__gt=awal, waktu__lte=timezone.now() - tenang).order_by("pk"))
    if not baris:
        return None
    return SegelAudit.objects.create(
        dari=baris[0].pk,
        sampai=baris[-1].pk,
        jumlah=len(baris),
        sidik=compute_sidik(terakhir.sidik if terakhir else SIDIK_AWAL, baris),
    )


def compute_sidik(sebelum: str, daftar: Iterable[JejakAudit]) -> str:
    """SHA-256 over the seal before and every field of every row, in order."""
    hash_ = hashlib.sha256(sebelum.encode("ascii"))
    for b in daftar:
        isi = [b.pk, b.waktu, b.pelaku_id, b.tindakan, b.objek, b.objek_id, b.lama, b.baru, b.alasan]
        hash_.update(json.dumps(isi, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False).encode())
        hash_.update(b"\n")
    return hash_.hexdigest()


def verify_audit() -> Iterator[MasalahAudit]:
    """Every seal whose rows were changed, removed or added to since; nothing where the trail is whole."""
    sebelum, akhir = SIDIK_AWAL, 0
    for segel in SegelAudit.objects.order_by("sampai").iterator():
        baris = list(JejakAudit.objects.filter(pk__gt=akhir, pk__lte=segel.sampai).order_by("pk"))
        if len(baris) != segel.jumlah:
            pesan = f"seharusnya {segel.jumlah} baris, yang ada {len(baris)}"
            yield MasalahAudit(segel.pk, segel.dari, segel.sampai, pesan)
        elif compute_sidik(sebelum, baris) != segel.sidik:
            yield MasalahAudit(segel.pk, segel.dari, segel.sampai, "isinya tidak lagi sama dengan saat disegel")
        sebelum, akhir = segel.sidik, segel.sampai
