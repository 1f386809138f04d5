"""Adopting a report: the head signs the very document that will be public, and from then on nothing of it changes."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.compose.narasi import RujukanNarasiError
from akuntabel.core.fakta.masalah import PaketTidakSahError
from akuntabel.core.regulasi import daftar_kalimat_elektronik
from akuntabel.core.render.stempel import Stempel
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.files.jenis import JPEG, PDF, PNG, ZIP
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import Sumber, store_berkas
from akuntabel.siklus.pelaporan.models import LaporanKinerja, StatusLaporan
from akuntabel.siklus.pelaporan.peralihan import record_tanda_tangan
from akuntabel.siklus.pelaporan.snapshot import build_fakta_laporan
from akuntabel.siklus.pelaporan.zip_paket import pack_paket, unpack_paket
from akuntabel.siklus.perjanjian.tanda_tangan.porta import Pembubuhan, Penandatangan
from akuntabel.siklus.perjanjian.tanda_tangan.verifikasi import TandaTanganTerbaca, verify_dokumen
from akuntabel.siklus.publikasi.alamat import build_alamat_dokumen, build_nama_berkas, build_slug
from akuntabel.siklus.publikasi.dokumen import NAMA_PAKET, RUAS_PIMPINAN, SiapTanda, compose_terbit, render_resmi
from akuntabel.siklus.publikasi.fakta_publik import build_fakta_publik
from akuntabel.siklus.publikasi.models import CaraPenetapan, PenetapanLaporan
from akuntabel.siklus.publikasi.penetapan_triwulan import prepare_triwulan
from akuntabel.siklus.publikasi.permissions import find_pejabat, require_menandatangani, require_permission
from akuntabel.siklus.reviu.berlaku import build_pernyataan, find_hasil_reviu

PINDAIAN = (PDF, JPEG, PNG)


def adopt_laporan(
    laporan: LaporanKinerja, *, by: Pengguna, penandatangan: Penandatangan, tanggal: date | None = None
) -> PenetapanLaporan:
    """Sign a report electronically: of a year once reviewed, else once handed in. tanggal: the day on it, today.

    Raises PermissionDenied, ValidationError, PenandatanganGagalError, SudahBerubahError; then nothing was signed as far
    as anybody can see.
    """
    require_menandatangani(by, laporan)
    hari = _check_tanggal(tanggal)
    siap = prepare_laporan(laporan, hari, is_elektronik=True)
    waktu = timezone.now()
    # Outside any transaction: a remote signer takes seconds, and would hold every other writer for as long.
    pdf = penandatangan.sign(
        render_resmi(siap.terbit, siap.paket, is_elektronik=True), _pembubuhan(siap, laporan, penandatangan, waktu)
    )
    tanda = verify_dokumen(pdf).tanda_tangan[-1]
    with transaction.atomic():
        return _record(laporan, siap, pdf, by=by, tanggal=hari, waktu=waktu, tanda=tanda)


@transaction.atomic
def adopt_laporan_basah(
    laporan: LaporanKinerja, *, by: Pengguna, tanggal: date, isi: bytes | Sumber, nama: str
) -> PenetapanLaporan:
    """Keep the scan of a report that was signed on paper. The public PDF is the same document, and says so.

    Raises PermissionDenied, ValidationError, BerkasDitolakError, SudahBerubahError.
    """
    require_permission(by, "laporan.adopt", laporan.satker)
    hari = _check_tanggal(tanggal)
    siap = prepare_laporan(laporan, hari, is_elektronik=False)
    pindaian = store_berkas(isi, nama, by=by, retensi=Retensi.PERMANEN, jenis_boleh=PINDAIAN)
    pdf = render_resmi(siap.terbit, siap.paket, is_elektronik=False)
    return _record(laporan, siap, pdf, by=by, tanggal=hari, waktu=timezone.now(), pindaian=pindaian)


def prepare_laporan(laporan: LaporanKinerja, tanggal: date, *, is_elektronik: bool) -> SiapTanda:
    """What would be signed on that day. Raises ValidationError with what stands in the way."""
    prepare = _prepare_tahunan if laporan.is_tahunan else prepare_triwulan
    return prepare(laporan, tanggal, is_elektronik=is_elektronik)


def _prepare_tahunan(laporan: LaporanKinerja, tanggal: date, *, is_elektronik: bool) -> SiapTanda:
    if laporan.status != StatusLaporan.DIREVIU.value:
        raise ValidationError(f"{laporan} berstatus {laporan.status}; laporan ditandatangani sesudah direviu.")
    hasil_reviu = find_hasil_reviu(laporan)
    if hasil_reviu is None:
        raise ValidationError(f"{laporan} belum mempunyai Pernyataan Telah Direviu yang ditandatangani.")
    if tanggal < hasil_reviu.tanggal:
        raise ValidationError(
            {
                "tanggal": f"Tanggal laporan: tertulis {format_tanggal(tanggal)}, diharapkan tidak sebelum pernyataan "
                f"reviu, {format_tanggal(hasil_reviu.tanggal)}."
            }
        )
    try:
        fakta = build_fakta_laporan(laporan)
        publik = build_fakta_publik(fakta, reviu=build_pernyataan(hasil_reviu), tanggal=tanggal)
        terbit = compose_terbit(publik, is_elektronik=is_elektronik)
        paket = pack_paket(publik)
        # Everything public is made of this archive later: it must read back as what was composed.
        if unpack_paket(NAMA_PAKET, paket).sidik != publik.sidik:
            raise ValidationError(f"Paket data {laporan} tidak terbaca sama; laporkan kepada pengembang.")
    except (PaketTidakSahError, RujukanNarasiError) as galat:
        raise ValidationError(str(galat)) from galat
    return SiapTanda(terbit, publik.sidik, build_alamat_dokumen(publik.sidik), fakta.sidik, paket)


def _check_tanggal(tanggal: date | None) -> date:
    hari_ini = timezone.localdate()
    if tanggal is not None and tanggal > hari_ini:
        raise ValidationError(
            {
                "tanggal": f"Tanggal laporan: tertulis {format_tanggal(tanggal)}, diharapkan paling lambat hari ini, "
                f"{format_tanggal(hari_ini)}."
            }
        )
    return tanggal or hari_ini


def _pembubuhan(siap: SiapTanda, laporan: LaporanKinerja, penandatangan: Penandatangan, waktu: datetime) -> Pembubuhan:
    pejabat = siap.terbit.fakta.find_pejabat(siap.terbit.fakta.laporan.penanda_tangan)
    kalimat = daftar_kalimat_elektronik()
    setempat = timezone.localtime(waktu)
    stempel = Stempel(
        pembuka=kalimat["pembuka"].bunyi,
        nama=pejabat.nama or pejabat.jabatan,
        jabatan=pejabat.jabatan,
        sertifikat=kalimat["sertifikat"].bunyi.format(penerbit=penandatangan.penerbit),
        waktu=f"{format_tanggal(setempat.date())} pukul {setempat:%H.%M %Z}",
        alamat=siap.alamat,
    )
    return Pembubuhan(RUAS_PIMPINAN, stempel, f"Penetapan {laporan}", laporan.satker.kota, waktu)


def _record(
    laporan: LaporanKinerja,
    siap: SiapTanda,
    pdf: bytes,
    *,
    by: Pengguna,
    tanggal: date,
    waktu: datetime,
    tanda: TandaTanganTerbaca | None = None,
    pindaian: Berkas | None = None,
) -> PenetapanLaporan:
    """State, files, row and trail, in the caller's transaction; the facts must still be those that were signed."""
    record_tanda_tangan(laporan, by=by, tanggal=tanggal, sidik=siap.sidik_ajuan)
    pejabat = siap.terbit.fakta.find_pejabat(siap.terbit.fakta.laporan.penanda_tangan)
    baris = find_pejabat(laporan)
    slug = build_slug(laporan)

    def simpan(isi: bytes, nama: str) -> Berkas:
        return store_berkas(isi, nama, by=by, retensi=Retensi.PERMANEN, jenis_boleh=(PDF, ZIP))

    penetapan = PenetapanLaporan(
        laporan=laporan,
        slug=slug,
        cara=CaraPenetapan.ELEKTRONIK if tanda else CaraPenetapan.BASAH,
        tanggal=tanggal,
        nama=pejabat.nama or "",
        jabatan=baris.sebutan if baris else pejabat.jabatan,
        nip=pejabat.nip or "",
        sidik=siap.sidik,
        paket=simpan(siap.paket, build_nama_berkas(slug, "zip", bagian="paket")),
        berkas=simpan(pdf, build_nama_berkas(slug, "pdf")),
        pindaian=pindaian,
        pemegang_sertifikat=tanda.pemegang[:300] if tanda else "",
        penerbit=tanda.penerbit[:300] if tanda else "",
        penandatangan=by,
        waktu=waktu,
    )
    penetapan.save(force_insert=True)
    record_audit(
        by,
        "laporan.adopt",
        laporan,
        baru={
            "cara": penetapan.cara,
            "tanggal": tanggal.isoformat(),
            "sidik": siap.sidik,
            "berkas": penetapan.berkas.sidik,
            "sertifikat": penetapan.pemegang_sertifikat,
        },
    )
    return penetapan
