"""A case: recorded with its parties, decided with its verdict, proven by its documents."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import BerkasDitolakError, store_berkas
from akuntabel.siklus.kepemiluan.berlaku import daftar_perkara_tahun
from akuntabel.siklus.kepemiluan.isian import IsiPerkara, check_kode, check_perkara
from akuntabel.siklus.kepemiluan.models import DokumenPerkara, Pemilihan, Perkara
from akuntabel.siklus.kepemiluan.permissions import require_pencatat
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.pohon import lock_satker
from akuntabel.siklus.organisasi.ubah import change_berversi
from akuntabel.siklus.pengukuran.nilai import refresh_nilai_tahunan
from akuntabel.siklus.perencanaan.isian import rapikan


@transaction.atomic
def draft_perkara(satker: Satker, pemilihan: Pemilihan, isi: IsiPerkara, *, by: Pengguna | None) -> Perkara:
    """Record a case or an incident. Raises PermissionDenied, ValidationError."""
    require_pencatat(by, satker, "perkara.draft")
    check_kode(isi.kode)
    check_perkara(isi)
    lock_satker(satker)
    daftar = daftar_perkara_tahun(satker, pemilihan.tahun_laporan)
    if daftar.filter(kode=isi.kode).exists():
        raise ValidationError({"kode": f"Tahun ini sudah ada perkara dengan kode {isi.kode}; pakai kode lain."})
    terakhir = daftar.order_by().aggregate(n=Max("urut"))["n"]
    perkara = Perkara(
        satker=satker, pemilihan=pemilihan, urut=0 if terakhir is None else terakhir + 1, kode=isi.kode, **_kolom(isi)
    )
    perkara.full_clean()
    perkara.save()
    baru = {"kode": perkara.kode, "jenis": perkara.jenis, "nomor": perkara.nomor, "is_terbukti": perkara.is_terbukti}
    record_audit(by, "perkara.draft", perkara, baru=baru)
    refresh_nilai_tahunan(satker, pemilihan.tahun_laporan)
    return perkara


@transaction.atomic
def revise_perkara(perkara: Perkara, isi: IsiPerkara, *, versi: int | None, by: Pengguna) -> None:
    """Change what is recorded of a case, its verdict too; its code stays.

    Raises PermissionDenied, ValidationError, SudahBerubahError.
    """
    require_pencatat(by, perkara.satker, "perkara.revise")
    check_perkara(isi)
    change_berversi(perkara, _kolom(isi), versi=versi, by=by, tindakan="perkara.revise")
    refresh_nilai_tahunan(perkara.satker, perkara.pemilihan.tahun_laporan)


@transaction.atomic
def withdraw_perkara(perkara: Perkara, *, by: Pengguna, alasan: str) -> None:
    """Take back what was no case of this office; the trail keeps it. Raises PermissionDenied, ValidationError."""
    require_pencatat(by, perkara.satker, "perkara.withdraw")
    if not rapikan(alasan):
        raise ValidationError("Tulis alasan perkara ini dihapus.")
    lama = {nama: str(getattr(perkara, nama) or "") for nama in ("kode", "jenis", "lembaga", "nomor", "amar")}
    dokumen = [f"{d.nama} {d.berkas.sidik}" for d in perkara.daftar_dokumen.select_related("berkas")]
    record_audit(by, "perkara.withdraw", perkara, lama=lama | {"dokumen": dokumen}, alasan=rapikan(alasan))
    perkara.daftar_dokumen.all().delete()
    perkara.delete()
    refresh_nilai_tahunan(perkara.satker, perkara.pemilihan.tahun_laporan)


@transaction.atomic
def write_dokumen_perkara(perkara: Perkara, isi: bytes, nama_berkas: str, *, nama: str, by: Pengguna) -> DokumenPerkara:
    """Add a document to a case. Raises PermissionDenied, ValidationError."""
    require_pencatat(by, perkara.satker, "perkara.dokumen")
    if not rapikan(nama):
        raise ValidationError({"nama": "Tulis nama dokumen, misalnya Salinan putusan."})
    dokumen = DokumenPerkara(perkara=perkara, nama=rapikan(nama), berkas=_simpan(isi, nama_berkas, by), pengunggah=by)
    if perkara.daftar_dokumen.filter(berkas=dokumen.berkas).exists():
        raise ValidationError({"berkas": "Berkas ini sudah ada di perkara ini."})
    dokumen.full_clean()
    dokumen.save()
    baru = {"nama": dokumen.nama, "sidik": dokumen.berkas.sidik}
    record_audit(by, "perkara.dokumen", perkara, baru=baru)
    return dokumen


@transaction.atomic
def withdraw_dokumen_perkara(dokumen: DokumenPerkara, *, by: Pengguna, alasan: str) -> None:
    """Take a document off a case; the file is kept and the trail says so. Raises PermissionDenied, ValidationError."""
    require_pencatat(by, dokumen.perkara.satker, "perkara.dokumen_withdraw")
    if not rapikan(alasan):
        raise ValidationError("Tulis alasan dokumen ini dilepas.")
    lama = {"nama": dokumen.nama, "sidik": dokumen.berkas.sidik}
    record_audit(by, "perkara.dokumen_withdraw", dokumen.perkara, lama=lama, alasan=rapikan(alasan))
    dokumen.delete()


def _simpan(isi: bytes, nama: str, by: Pengguna) -> Berkas:
    try:
        return store_berkas(isi, nama, by=by, retensi=Retensi.PERMANEN)
    except BerkasDitolakError as galat:
        raise ValidationError({"berkas": [str(m) for m in galat.daftar_masalah]}) from galat


def _kolom(isi: IsiPerkara) -> dict[str, object]:
    return {
        "jenis": isi.jenis.value,
        "lembaga": rapikan(isi.lembaga),
        "nomor": rapikan(isi.nomor),
        "pemohon": rapikan(isi.pemohon),
        "termohon": rapikan(isi.termohon),
        "amar": rapikan(isi.amar),
        "is_terbukti": isi.is_terbukti,
        "tanggal": isi.tanggal,
        "keterangan": rapikan(isi.keterangan),
        "sumber": rapikan(isi.sumber),
    }
