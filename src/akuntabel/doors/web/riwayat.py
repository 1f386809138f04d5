"""The trail of one thing as people read it: who, when, what, from what to what, why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import models

from akuntabel.platform.audit.models import JejakAudit

KATA_TINDAKAN: Mapping[str, str] = {
    "draft": "menyusun",
    "submit": "mengajukan",
    "return": "mengembalikan",
    "approve": "menyetujui",
    "adopt": "menetapkan",
    "sign": "menandatangani",
    "revise": "mengubah",
    "withdraw": "mencabut",
    "import": "mengimpor",
    "target": "menulis target",
    "anggaran": "menulis anggaran",
    "aksi": "menulis aksi",
    "indikator": "memilih indikator",
    "pihak": "mengubah pihak",
    "write": "menulis",
    "tanda_tangan": "mencatat tanda tangan",
}


@dataclass(frozen=True, slots=True)
class BarisRiwayat:
    """One act. perubahan: (field, before, after)."""

    waktu: datetime
    pelaku: str
    tindakan: str
    perubahan: tuple[tuple[str, str, str], ...]
    alasan: str


def daftar_riwayat(objek: models.Model, *, paling_banyak: int = 50) -> tuple[BarisRiwayat, ...]:
    """The newest acts on an object first."""
    jejak = (
        JejakAudit.objects.filter(objek=objek._meta.label, objek_id=str(objek.pk))
        .select_related("pelaku")
        .order_by("-pk")[:paling_banyak]
    )
    return tuple(_baris(j) for j in jejak)


def _baris(jejak: JejakAudit) -> BarisRiwayat:
    kata = jejak.tindakan.rsplit(".", 1)[-1]
    nama: Iterable[str] = dict.fromkeys([*jejak.lama, *jejak.baru])
    return BarisRiwayat(
        jejak.waktu,
        str(jejak.pelaku) if jejak.pelaku else "sistem",
        KATA_TINDAKAN.get(kata, kata),
        tuple((n, _teks(jejak.lama.get(n)), _teks(jejak.baru.get(n))) for n in nama),
        jejak.alasan,
    )


def _teks(nilai: object) -> str:
    if nilai is None or nilai == "":
        return ""
    if isinstance(nilai, list | dict):
        return f"{len(nilai)} baris"
    return str(nilai)
