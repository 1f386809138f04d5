"""Filled-in forms into the database: what would change is shown first, then all of it is taken or none.

What a form does not name stays as it is; nothing is ever removed by an import.
"""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.core.fakta.masalah import Masalah
from akuntabel.core.readers.isian.banding import PerubahanLembar, compare_isian
from akuntabel.core.readers.isian.bentuk import Formulir
from akuntabel.core.readers.isian.hasil import DataIsian, HasilIsian, Nilai
from akuntabel.core.readers.isian.templat import write_templat
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.perencanaan.permissions import PERAN_PENYUSUN


class TempatIsian(Protocol):
    """What a form is filled in for: a plan or an agreement that is being drafted."""

    @property
    def satker(self) -> Satker:
        """Whose it is."""

    @property
    def formulir(self) -> Formulir:
        """The form."""

    @property
    def judul(self) -> str:
        """What it is called on a template."""

    @property
    def daftar_tahun(self) -> Sequence[int]:
        """The years that a template has columns for."""

    def read_ada(self) -> DataIsian:
        """What is there, as rows of the form."""

    def read_info(self) -> Mapping[str, Mapping[str, Nilai]]:
        """What a template shows for reading only."""

    def read_dikenal(self) -> Mapping[str, Collection[str]]:
        """Codes known elsewhere that a column may point at."""

    def check(self, hasil: HasilIsian, ada: DataIsian) -> None:
        """Note every problem that only the whole shows."""

    def write(self, hasil: HasilIsian, ada: DataIsian, *, by: Pengguna) -> None:
        """Store the rows through the acts of their stage."""


@dataclass(frozen=True, slots=True)
class PratinjauIsian:
    """What taking a form would do. sidik: of the form and of what is there; masalah: what must be mended first."""

    daftar_perubahan: tuple[PerubahanLembar, ...]
    masalah: tuple[Masalah, ...]
    catatan: tuple[str, ...]
    sidik: str

    @property
    def is_sah(self) -> bool:
        """Whether there is something to take and nothing against it."""
        return not self.masalah and any(p.is_berubah for p in self.daftar_perubahan)


def build_templat(tempat: TempatIsian, *, is_terisi: bool) -> bytes:
    """The workbook to fill in; with what is there already, where asked for."""
    return write_templat(
        tempat.formulir,
        judul=tempat.judul,
        daftar_tahun=tempat.daftar_tahun,
        ada=tempat.read_ada() if is_terisi else None,
        info=tempat.read_info(),
        dikenal=tempat.read_dikenal(),
    )


def check_isian(tempat: TempatIsian, hasil: HasilIsian) -> PratinjauIsian:
    """Hold a form against what is there; writes nothing."""
    ada = tempat.read_ada()
    if not hasil.masalah:  # what follows would only echo them
        tempat.check(hasil, ada)
    perubahan = compare_isian(tempat.formulir, hasil, ada)
    return PratinjauIsian(perubahan, tuple(hasil.masalah), tuple(hasil.catatan), _sidik(hasil.data, ada))


@transaction.atomic
def import_isian(tempat: TempatIsian, hasil: HasilIsian, *, sidik: str, by: Pengguna) -> PratinjauIsian:
    """Take a form as it was shown. Raises PermissionDenied, ValidationError, SudahBerubahError.

    sidik: of the preview that the person saw; where anything has changed since, it must be looked at again.
    """
    require_peran(by, tempat.satker, PERAN_PENYUSUN, f"{tempat.formulir.nama}.import")
    pratinjau = check_isian(tempat, hasil)
    if pratinjau.masalah:
        raise ValidationError([str(m) for m in pratinjau.masalah])
    if pratinjau.sidik != sidik:
        raise SudahBerubahError(f"{tempat.judul} sudah berubah sejak pratinjau ini dibuat. Lihat pratinjaunya lagi.")
    tempat.write(hasil, tempat.read_ada(), by=by)
    jumlah = {p.lembar.judul: [len(p.daftar_baru), len(p.daftar_berubah)] for p in pratinjau.daftar_perubahan}
    record_audit(by, f"{tempat.formulir.nama}.import", tempat.satker, baru={"baru_dan_berubah": jumlah})
    return pratinjau


def _sidik(data: DataIsian, ada: DataIsian) -> str:
    teks = json.dumps([data, ada], default=str, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(teks.encode()).hexdigest()
