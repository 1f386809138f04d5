"""The tree of KPU for demonstration: 1 office of the nation, 38 of provinces, 514 of regencies and cities.

Structure only: how many offices lie where. Names of regencies and codes are made up.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.organisasi.actions import SatkerBaru
from akuntabel.siklus.organisasi.massal import SatkerBerinduk, write_satker
from akuntabel.siklus.organisasi.models import Satker

KODE_PUSAT = "KPU-00"
_KEMENTERIAN = "Komisi Pemilihan Umum (BA 076)"
_ENTITAS = "KPU"


@dataclass(frozen=True, slots=True)
class Provinsi:
    """A province: its code, and how many regencies and cities have an office."""

    kode: str
    nama: str
    kabupaten: int
    kota: int


@transaction.atomic
def build_pohon_kpu(*, by: Pengguna | None = None) -> Satker:
    """Write the whole tree; the office of the nation. Raises ValidationError where it stands already."""
    if Satker.objects.filter(kode=KODE_PUSAT).exists():
        raise ValidationError("Pohon contoh KPU sudah ada; tidak ada yang ditambahkan.")
    daftar = write_satker(list(_daftar_satker()), {})
    pusat = Satker.objects.get(pk=daftar[0].pk)
    record_audit(by, "satker.import", pusat, baru={"jumlah": len(daftar), "sumber": "pohon contoh KPU"})
    return pusat


def daftar_provinsi() -> list[Provinsi]:
    """The provinces in the order of their codes."""
    teks = files("akuntabel.siklus.organisasi").joinpath("data/provinsi.csv").read_text("utf-8")
    return [
        Provinsi(b["kode"], b["nama"], int(b["kabupaten"]), int(b["kota"])) for b in csv.DictReader(teks.splitlines())
    ]


def _daftar_satker() -> Iterator[SatkerBerinduk]:
    yield _satker(KODE_PUSAT, "KPU", "Komisi Pemilihan Umum", "pusat", "Jakarta", "", "")
    for p in daftar_provinsi():
        kode = f"KPU-{p.kode}"
        nama = f"Provinsi {p.nama}"
        yield _satker(kode, f"KPU {nama}", f"Komisi Pemilihan Umum {nama}", "provinsi", p.nama, KODE_PUSAT, p.kode)
        for n in range(1, p.kabupaten + p.kota + 1):
            jenis = "kabupaten" if n <= p.kabupaten else "kota"
            sebutan = f"Kabupaten/Kota {n:02d}, {nama}"
            yield _satker(
                f"{kode}{n:02d}",
                f"KPU {sebutan}",
                f"Komisi Pemilihan Umum {sebutan}",
                jenis,
                f"Kabupaten/Kota {n:02d}",
                kode,
                p.kode,
            )


def _satker(kode: str, nama: str, nama_lengkap: str, jenis: str, kota: str, induk: str, wilayah: str) -> SatkerBerinduk:
    isi = SatkerBaru(kode, nama, nama_lengkap, jenis, kota, _ENTITAS, _KEMENTERIAN, wilayah=wilayah)
    return SatkerBerinduk(isi, induk)
