"""The steps that every review has: what Lampiran III.C.3 asks for, with what the evidence already shows."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.reviu.actions import IsiLangkah, draft_langkah
from akuntabel.siklus.reviu.bukti_mesin import read_bukti
from akuntabel.siklus.reviu.models import ButirReviu, KelompokLangkah, LangkahReviu
from akuntabel.siklus.reviu.permissions import require_auditor


@dataclass(frozen=True, slots=True)
class LangkahBaku:
    """A step and the lines of the checklist whose evidence is its result."""

    kelompok: KelompokLangkah
    uraian: str
    daftar_butir: tuple[str, ...]


_K = KelompokLangkah
DAFTAR_LANGKAH_BAKU = (
    LangkahBaku(_K.KEANDALAN, "Menghitung ulang angka naskah laporan dengan pemeriksa.", ("II.5",)),
    LangkahBaku(_K.KEANDALAN, "Menelusuri data terukur ke sumber dan buktinya.", ("II.2", "I.4")),
    LangkahBaku(_K.KEANDALAN, "Menelaah alur data dari unit pengampu sampai diverifikasi.", ("II.3", "II.4")),
    LangkahBaku(
        _K.SAKIP, "Membandingkan tujuan dan sasaran laporan dengan perjanjian kinerja dan Renstra.", ("III.1", "III.2")
    ),
    LangkahBaku(_K.SAKIP, "Membandingkan target dan IKU laporan dengan dokumen perencanaannya.", ("III.4", "III.5")),
    LangkahBaku(_K.SUBSTANSI, "Menelaah penyajian target, capaian, dan perbandingannya.", ("I.2", "I.3", "III.7")),
    LangkahBaku(_K.SUBSTANSI, "Menelaah akuntabilitas keuangan.", ("I.6",)),
    LangkahBaku(_K.SUBSTANSI, "Menelaah upaya perbaikan ke depan.", ("I.5",)),
)


@transaction.atomic
def draft_langkah_baku(laporan: LaporanKinerja, *, by: Pengguna) -> int:
    """Write the standard steps that are not there yet; conclusions are left to the auditor. How many.

    Raises PermissionDenied, ValidationError.
    """
    require_auditor(by, laporan)
    bukti = {b.kode: read_bukti(b.bukti_mesin) for b in ButirReviu.objects.filter(laporan=laporan)}
    if not bukti:
        raise ValidationError("Susun bukti dari data lebih dahulu; hasilnya menjadi hasil langkah.")
    ada = set(LangkahReviu.objects.filter(laporan=laporan).values_list("uraian", flat=True))
    baru = [la for la in DAFTAR_LANGKAH_BAKU if la.uraian not in ada]
    for langkah in baru:
        hasil = " ".join(kalimat for kode in langkah.daftar_butir if kode in bukti for kalimat in bukti[kode].uraian)
        draft_langkah(laporan, IsiLangkah(langkah.kelompok, langkah.uraian, hasil), by=by)
    return len(baru)
