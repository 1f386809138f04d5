"""``akuntabel audit``: seal the trail, and find out whether anybody has touched what was sealed."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from akuntabel.doors.cli.django_siap import require_basis_data
from akuntabel.doors.cli.konsol import konsol_galat
from akuntabel.platform.audit.models import JejakAudit, SegelAudit
from akuntabel.platform.audit.segel import seal_audit, verify_audit

KODE_RUSAK = 1


class TindakanAudit(StrEnum):
    """What to do with the trail."""

    VERIFY = "verify"
    SEAL = "seal"


def audit_jejak(
    tindakan: Annotated[
        TindakanAudit,
        typer.Argument(help="verify: periksa keutuhan jejak; seal: segel yang belum disegel.", show_default=False),
    ],
) -> int:
    """Exit code 0: the trail is whole; 1: it is not."""
    require_basis_data()
    return _verify() if tindakan is TindakanAudit.VERIFY else _seal()


def _seal() -> int:
    segel = seal_audit()
    if segel is None:
        sys.stdout.write("Tidak ada baris jejak yang sudah tenang dan belum disegel.\n")
    else:
        sys.stdout.write(f"Segel {segel.pk}: baris {segel.dari}–{segel.sampai}, {segel.jumlah} baris.\n{segel.sidik}\n")
    return 0


def _verify() -> int:
    daftar = list(verify_audit())
    for m in daftar:
        konsol_galat().print(f"Segel {m.segel}, baris {m.dari}–{m.sampai}: {m.pesan}.", style="red")
    terakhir = SegelAudit.objects.order_by("sampai").last()
    batas = terakhir.sampai if terakhir else 0
    jumlah, belum = JejakAudit.objects.filter(pk__lte=batas).count(), JejakAudit.objects.filter(pk__gt=batas).count()
    if daftar:
        konsol_galat().print(
            f"Jejak audit tidak utuh: {len(daftar)} dari {SegelAudit.objects.count()} segel rusak. Bandingkan baris "
            "itu dengan cadangan basis data, dan laporkan kepada penanggung jawab keamanan informasi.",
            style="red",
        )
        return KODE_RUSAK
    sys.stdout.write(
        f"Jejak audit utuh: {SegelAudit.objects.count()} segel atas {jumlah} baris; {belum} baris belum disegel.\n"
    )
    if terakhir:
        sys.stdout.write(f"Segel terakhir: {terakhir.sidik}\n")
    return 0
