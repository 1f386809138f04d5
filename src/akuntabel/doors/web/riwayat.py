"""The trail of one thing as people read it: who, when, what, from what to what, why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.db.models import F

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.platform.kueri import KueriTetap

PALING_BANYAK = 50  # acts, the newest ones
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
    "measure": "mencatat",
    "assign": "menugaskan",
    "compute": "menghitung",
    "butir": "menjawab butir",
    "langkah": "menulis langkah",
    "temuan": "mencatat temuan",
    "submit_tanggapan": "menanggapi temuan",
    "return_tanggapan": "mengembalikan tanggapan temuan",
    "approve_tanggapan": "menyepakati perbaikan temuan",
    "approve_penjelasan": "menjelaskan temuan",
    "submit_perbaikan": "memperbaiki temuan",
    "return_perbaikan": "mengembalikan perbaikan temuan",
    "approve_perbaikan": "menutup temuan",
    "withdraw_temuan": "mencabut temuan",
    "return_reviu": "mengembalikan untuk diperbaiki",
    "review": "mereviu",
    "dokumen": "menambah dokumen",
    "dokumen_withdraw": "melepas dokumen",
}


@dataclass(frozen=True, slots=True)
class BarisRiwayat:
    """One act. perubahan: (field, before, after)."""

    waktu: datetime
    pelaku: str
    tindakan: str
    perubahan: tuple[tuple[str, str, str], ...]
    alasan: str


def daftar_riwayat(objek: models.Model, *, paling_banyak: int = PALING_BANYAK) -> tuple[BarisRiwayat, ...]:
    """The newest acts on an object first."""
    return tuple(_baris(j) for j in _JEJAK(objek._meta.label, str(objek.pk))[:paling_banyak])


_JEJAK = KueriTetap(
    lambda objek, objek_id: (
        JejakAudit.objects.filter(objek=objek, objek_id=objek_id)
        .annotate(nama_pelaku=F("pelaku__nama"))
        .order_by("-pk")[:PALING_BANYAK]
    ),
    "akuntabel.Objek",
    "0",
)


def _baris(jejak: JejakAudit) -> BarisRiwayat:
    kata = jejak.tindakan.rsplit(".", 1)[-1]
    nama: Iterable[str] = dict.fromkeys([*jejak.lama, *jejak.baru])
    return BarisRiwayat(
        jejak.waktu,
        jejak.nama_pelaku or "sistem",  # type: ignore[attr-defined]  # annotated by the query
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
