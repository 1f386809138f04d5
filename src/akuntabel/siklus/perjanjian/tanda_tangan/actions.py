"""Signing an agreement: the signature is made first, then state, file, signature and trail in one transaction."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Protocol

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.regulasi import daftar_kalimat_elektronik
from akuntabel.core.render.stempel import Stempel
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.files.jenis import JPEG, PDF, PNG
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import store_berkas
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.perjanjian.actions import sign_perjanjian
from akuntabel.siklus.perjanjian.dokumen import (
    build_nama_berkas,
    find_tanda_tangan_terakhir,
    read_berkas,
    render_siap_tanda,
)
from akuntabel.siklus.perjanjian.kabar import announce_tanda_tangan
from akuntabel.siklus.perjanjian.models import (
    CaraTandaTangan,
    PerjanjianKinerja,
    PihakPerjanjian,
    TandaTangan,
)
from akuntabel.siklus.perjanjian.permissions import PERAN_PENYETUJU
from akuntabel.siklus.perjanjian.tanda_tangan.izin import find_pejabat, require_boleh, require_giliran
from akuntabel.siklus.perjanjian.tanda_tangan.pengaturan import build_alamat
from akuntabel.siklus.perjanjian.tanda_tangan.porta import Pembubuhan, Penandatangan
from akuntabel.siklus.perjanjian.tanda_tangan.ruas import RUAS, add_ruas
from akuntabel.siklus.perjanjian.tanda_tangan.verifikasi import TandaTanganTerbaca, verify_dokumen

PINDAIAN = (PDF, JPEG, PNG)


class SumberIsi(Protocol):
    """An uploaded file."""

    def read(self, size: int = ..., /) -> bytes: ...


def sign_dokumen_perjanjian(
    perjanjian: PerjanjianKinerja,
    *,
    by: Pengguna,
    pihak: PihakPerjanjian,
    penandatangan: Penandatangan,
    tanggal: date | None = None,
) -> TandaTangan:
    """Put a party's electronic signature into the document. The first one makes the agreement binding.

    tanggal: the day on the document, today; only pihak pertama chooses it. Raises PermissionDenied, ValidationError,
    PenandatanganGagalError, SudahBerubahError; then nothing was signed as far as anybody can see.
    """
    require_boleh(by, perjanjian, pihak)
    require_giliran(perjanjian, pihak, CaraTandaTangan.ELEKTRONIK)
    tanggal = _check_tanggal(tanggal)
    pdf, sidik = _siapkan(perjanjian, pihak, tanggal)
    waktu = timezone.now()
    # Outside any transaction: a remote signer takes seconds, and would hold every other writer for as long.
    jadi = penandatangan.sign(pdf, _pembubuhan(perjanjian, pihak, penandatangan, sidik, waktu))
    tanda = verify_dokumen(jadi).tanda_tangan[-1]
    with transaction.atomic():
        if pihak is PihakPerjanjian.PERTAMA:
            _freeze(perjanjian, sidik, by=by, tanggal=tanggal)
        berkas = store_berkas(
            jadi, build_nama_berkas(perjanjian, "pdf"), by=by, retensi=Retensi.PERMANEN, jenis_boleh=(PDF,)
        )
        return _record(perjanjian, pihak, berkas, by=by, tanggal=tanggal, waktu=waktu, tanda=tanda)


@transaction.atomic
def record_tanda_tangan_basah(
    perjanjian: PerjanjianKinerja,
    *,
    by: Pengguna,
    pihak: Collection[PihakPerjanjian] = tuple(PihakPerjanjian),
    tanggal: date,
    isi: bytes | SumberIsi,
    nama: str,
) -> list[TandaTangan]:
    """Keep the scan of an agreement signed on paper; one file for both parties, or one each.

    Raises PermissionDenied, ValidationError, BerkasDitolakError, SudahBerubahError.
    """
    require_peran(by, perjanjian.satker, PERAN_PENYETUJU, "perjanjian.sign")
    tanggal = _check_tanggal(tanggal)
    if not pihak:
        raise ValidationError("Pilih pihak yang tanda tangannya ada pada pindaian.")
    waktu = timezone.now()
    berkas = store_berkas(isi, nama, by=by, retensi=Retensi.PERMANEN, jenis_boleh=PINDAIAN)
    daftar = []
    for p in (p for p in PihakPerjanjian if p in pihak):
        require_giliran(perjanjian, p, CaraTandaTangan.BASAH)
        if p is PihakPerjanjian.PERTAMA and not perjanjian.is_beku:
            sign_perjanjian(perjanjian, by=by, tanggal=tanggal)
        daftar.append(_record(perjanjian, p, berkas, by=by, tanggal=tanggal, waktu=waktu, tanda=None))
    return daftar


def _check_tanggal(tanggal: date | None) -> date:
    hari_ini = timezone.localdate()
    if tanggal is not None and tanggal > hari_ini:
        raise ValidationError(
            f"Tanggal penandatanganan: tertulis {format_tanggal(tanggal)}, diharapkan paling lambat hari ini, "
            f"{format_tanggal(hari_ini)}."
        )
    return tanggal or hari_ini


def _siapkan(perjanjian: PerjanjianKinerja, pihak: PihakPerjanjian, tanggal: date) -> tuple[bytes, str]:
    """The file to be signed, and the hash of the agreement that its QR carries: new, or as pihak pertama left it."""
    if pihak is PihakPerjanjian.PERTAMA:
        hasil, sidik = render_siap_tanda(perjanjian, tanggal)
        return add_ruas(hasil), sidik
    terakhir = find_tanda_tangan_terakhir(perjanjian)
    if terakhir is None:
        raise ValidationError("Pihak pertama menandatangani lebih dahulu.")
    pdf = read_berkas(terakhir.berkas)
    if not verify_dokumen(pdf).is_utuh:
        raise ValidationError(
            f"Berkas yang ditandatangani pihak pertama (SHA-256 {terakhir.sidik[:12]}…) tidak utuh lagi. Pulihkan "
            "penyimpanan dari cadangan sebelum menandatangani."
        )
    return pdf, perjanjian.sidik


def _pembubuhan(
    perjanjian: PerjanjianKinerja,
    pihak: PihakPerjanjian,
    penandatangan: Penandatangan,
    sidik: str,
    waktu: datetime,
) -> Pembubuhan:
    pejabat = find_pejabat(perjanjian, pihak)
    kalimat = daftar_kalimat_elektronik()
    setempat = timezone.localtime(waktu)
    stempel = Stempel(
        pembuka=kalimat["pembuka"].bunyi,
        nama=pejabat.nama or pejabat.sebutan,
        jabatan=pejabat.sebutan,
        sertifikat=kalimat["sertifikat"].bunyi.format(penerbit=penandatangan.penerbit),
        waktu=f"{format_tanggal(setempat.date())} pukul {setempat:%H.%M %Z}",
        alamat=build_alamat(sidik),
    )
    return Pembubuhan(RUAS[pihak], stempel, f"{pihak.label.capitalize()} {perjanjian}", perjanjian.satker.kota, waktu)


def _freeze(perjanjian: PerjanjianKinerja, sidik: str, *, by: Pengguna, tanggal: date) -> None:
    """What was signed is what is frozen now, or nothing happens."""
    sign_perjanjian(perjanjian, by=by, tanggal=tanggal)
    if perjanjian.sidik != sidik:
        raise SudahBerubahError(f"{perjanjian} berubah selagi ditandatangani. Muat ulang, lalu ulangi.")


def _record(
    perjanjian: PerjanjianKinerja,
    pihak: PihakPerjanjian,
    berkas: Berkas,
    *,
    by: Pengguna,
    tanggal: date,
    waktu: datetime,
    tanda: TandaTanganTerbaca | None,
) -> TandaTangan:
    """The row of a signature and its trail; tanda: the electronic signature as read back from the file."""
    pejabat = find_pejabat(perjanjian, pihak)
    baris = TandaTangan(
        perjanjian=perjanjian,
        pihak=pihak,
        cara=CaraTandaTangan.ELEKTRONIK if tanda else CaraTandaTangan.BASAH,
        pejabat=pejabat,
        nama=pejabat.nama,
        jabatan=pejabat.sebutan,
        nip=pejabat.nip,
        berkas=berkas,
        sidik=berkas.sidik,
        tanggal=tanggal,
        waktu=waktu,
        penandatangan=by,
        pemegang_sertifikat=tanda.pemegang[:300] if tanda else "",
        penerbit=tanda.penerbit[:300] if tanda else "",
    )
    try:
        with transaction.atomic():
            baris.save(force_insert=True)
    except IntegrityError as galat:
        raise SudahBerubahError(
            f"{pihak.label.capitalize()} sudah menandatangani {perjanjian}. Muat ulang halaman."
        ) from galat
    record_audit(
        by,
        "perjanjian.tanda_tangan",
        perjanjian,
        baru={
            "pihak": pihak.value,
            "cara": baris.cara,
            "berkas": berkas.sidik,
            "tanggal": tanggal.isoformat(),
            "sertifikat": baris.pemegang_sertifikat,
        },
    )
    announce_tanda_tangan(perjanjian, pihak, by=by)
    return baris
