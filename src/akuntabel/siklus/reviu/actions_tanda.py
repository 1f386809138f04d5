"""Signing the statement: the review is closed, the report goes on to its own signature."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.compose.pernyataan_reviu import compose_surat_pernyataan
from akuntabel.core.fakta.laporan import PernyataanReviu
from akuntabel.core.regulasi import daftar_kalimat_elektronik
from akuntabel.core.render.gambar import draw_semua
from akuntabel.core.render.pdf import render_pdf
from akuntabel.core.render.stempel import Stempel
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.files.jenis import JPEG, PDF, PNG
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import store_berkas
from akuntabel.siklus.organisasi.models import Pejabat
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.pelaporan.peralihan import record_hasil_reviu
from akuntabel.siklus.perjanjian.tanda_tangan.pengaturan import build_alamat
from akuntabel.siklus.perjanjian.tanda_tangan.porta import Pembubuhan, Penandatangan
from akuntabel.siklus.perjanjian.tanda_tangan.ruas import Ruas, open_ruas
from akuntabel.siklus.perjanjian.tanda_tangan.verifikasi import TandaTanganTerbaca, verify_dokumen
from akuntabel.siklus.reviu.actions import lock_laporan
from akuntabel.siklus.reviu.berlaku import daftar_halangan, daftar_penjelasan
from akuntabel.siklus.reviu.kabar import announce_hasil
from akuntabel.siklus.reviu.kertas_kerja import build_isi_kini, build_nama_berkas, build_yang_melapor, dump_isi
from akuntabel.siklus.reviu.models import CaraTandaReviu, HasilReviu
from akuntabel.siklus.reviu.permissions import require_auditor

PINDAIAN = (PDF, JPEG, PNG)
RUAS_PEREVIU = "Pereviu"


class SumberIsi(Protocol):
    """An uploaded file."""

    def read(self, size: int = ..., /) -> bytes: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiPernyataan:
    """What the head of the team concludes, and as whom. paragraf_penjelas: what is not mended or not finished."""

    kesimpulan: str
    paragraf_penjelas: tuple[str, ...]
    nama: str
    jabatan: str
    nip: str
    tempat: str
    tanggal: date

    def build_pernyataan(self, keterangan: str | None = None) -> PernyataanReviu:
        """As the document prints it."""
        return PernyataanReviu(
            nama=self.nama,
            jabatan=self.jabatan,
            nip=self.nip or None,
            tempat=self.tempat,
            tanggal=self.tanggal,
            kesimpulan=self.kesimpulan,
            paragraf_penjelas=self.paragraf_penjelas,
            keterangan=keterangan,
        )


def sign_reviu(
    laporan: LaporanKinerja, isi: IsiPernyataan, *, by: Pengguna, penandatangan: Penandatangan
) -> HasilReviu:
    """Sign the statement electronically; then the report may be signed. The name is that of the account.

    Raises PermissionDenied, ValidationError (with everything that stands in the way), PenandatanganGagalError.
    """
    require_auditor(by, laporan, is_ketua=True)
    if isi.nama != str(by.nama):
        raise ValidationError({"nama": f"Tertulis {isi.nama}, diharapkan nama akun yang menandatangani: {by.nama}."})
    _require_siap(laporan, isi)
    sidik = laporan.sidik
    naskah = compose_surat_pernyataan(isi.build_pernyataan(), build_yang_melapor(laporan), sidik=sidik)
    hasil = render_pdf(naskah, gambar=draw_semua(naskah, png=False), is_akan_ditandatangani=True)
    siap = open_ruas(hasil.pdf, [Ruas(RUAS_PEREVIU, "Tanda tangan pereviu", hasil.tempat_tanda[0])])
    # Outside any transaction: a remote signer takes seconds, and would hold every other writer for as long.
    jadi = penandatangan.sign(siap, _pembubuhan(laporan, isi, penandatangan))
    tanda = verify_dokumen(jadi).tanda_tangan[-1]
    with transaction.atomic():
        berkas = store_berkas(
            jadi,
            build_nama_berkas(laporan, "pernyataan-reviu", "pdf"),
            by=by,
            retensi=Retensi.PERMANEN,
            jenis_boleh=(PDF,),
        )
        return _record(laporan, isi, berkas, sidik, by=by, tanda=tanda)


@transaction.atomic
def record_reviu_basah(
    laporan: LaporanKinerja, isi: IsiPernyataan, *, by: Pengguna, pindaian: bytes | SumberIsi, nama_berkas: str
) -> HasilReviu:
    """Keep the scan of a statement signed on paper; then the report may be signed.

    Raises PermissionDenied, ValidationError (with everything that stands in the way), BerkasDitolakError.
    """
    require_auditor(by, laporan, is_ketua=True)
    _require_siap(laporan, isi)
    berkas = store_berkas(pindaian, nama_berkas, by=by, retensi=Retensi.PERMANEN, jenis_boleh=PINDAIAN)
    return _record(laporan, isi, berkas, laporan.sidik, by=by, tanda=None)


def render_formulir(laporan: LaporanKinerja, isi: IsiPernyataan) -> bytes:
    """The statement to be printed and signed on paper."""
    naskah = compose_surat_pernyataan(isi.build_pernyataan(), build_yang_melapor(laporan), sidik=laporan.sidik)
    return render_pdf(naskah, gambar=draw_semua(naskah, png=False)).pdf


def find_pejabat_pereviu(pengguna: Pengguna) -> Pejabat | None:
    """The post that the account of the auditor is linked to, for the signature."""
    return Pejabat.objects.filter(pengguna=pengguna).berlaku_pada(timezone.localdate()).order_by("-pk").first()


def _require_siap(laporan: LaporanKinerja, isi: IsiPernyataan) -> None:
    """Raises ValidationError with every reason at once."""
    galat = [ValidationError(pesan) for pesan in daftar_halangan(laporan)]
    if not isi.paragraf_penjelas and (dijelaskan := daftar_penjelasan(laporan)):
        galat.append(ValidationError(f"Paragraf penjelas belum diisi, padahal {len(dijelaskan)} temuan dijelaskan."))
    hari_ini = timezone.localdate()
    if isi.tanggal > hari_ini:
        galat.append(
            ValidationError(
                f"Tanggal penandatanganan: tertulis {format_tanggal(isi.tanggal)}, diharapkan paling lambat hari ini, "
                f"{format_tanggal(hari_ini)}."
            )
        )
    if isi.tanggal.year < laporan.tahun:
        galat.append(ValidationError(f"Tanggal penandatanganan mendahului tahun laporan, {laporan.tahun}."))
    if galat:
        raise ValidationError(galat)


def _pembubuhan(laporan: LaporanKinerja, isi: IsiPernyataan, penandatangan: Penandatangan) -> Pembubuhan:
    kalimat, waktu = daftar_kalimat_elektronik(), timezone.now()
    setempat = timezone.localtime(waktu)
    stempel = Stempel(
        pembuka=kalimat["pembuka"].bunyi,
        nama=isi.nama,
        jabatan=isi.jabatan,
        sertifikat=kalimat["sertifikat"].bunyi.format(penerbit=penandatangan.penerbit),
        waktu=f"{format_tanggal(setempat.date())} pukul {setempat:%H.%M %Z}",
        alamat=build_alamat(laporan.sidik),
    )
    return Pembubuhan(RUAS_PEREVIU, stempel, f"Pernyataan telah direviu {laporan}", isi.tempat, waktu)


def _record(
    laporan: LaporanKinerja,
    isi: IsiPernyataan,
    berkas: Berkas,
    sidik: str,
    *,
    by: Pengguna,
    tanda: TandaTanganTerbaca | None,
) -> HasilReviu:
    """The row of the statement with its working paper, the state of the report and the trail, in one transaction."""
    terkunci = lock_laporan(laporan)
    _require_siap(terkunci, isi)
    if terkunci.sidik != sidik:
        raise ValidationError(f"{terkunci} berubah selagi ditandatangani. Muat ulang, lalu ulangi.")
    hasil = HasilReviu(
        laporan=terkunci,
        nomor=HasilReviu.objects.filter(laporan=terkunci).count() + 1,
        sidik_fakta=sidik,
        kesimpulan=isi.kesimpulan,
        paragraf_penjelas=list(isi.paragraf_penjelas),
        nama=isi.nama,
        nip=isi.nip,
        jabatan=isi.jabatan,
        tempat=isi.tempat,
        tanggal=isi.tanggal,
        cara=CaraTandaReviu.ELEKTRONIK if tanda else CaraTandaReviu.BASAH,
        berkas=berkas,
        isi=dump_isi(build_isi_kini(terkunci)),
        penandatangan=by,
        pemegang_sertifikat=tanda.pemegang[:300] if tanda else "",
        penerbit=tanda.penerbit[:300] if tanda else "",
    )
    hasil.full_clean()
    hasil.save()
    record_hasil_reviu(terkunci, by=by, sidik=sidik)
    record_audit(
        by,
        "reviu.sign",
        terkunci,
        baru={"nomor": hasil.nomor, "sidik": sidik, "cara": hasil.cara, "berkas": berkas.sidik},
    )
    announce_hasil(terkunci, by=by)
    laporan.refresh_from_db()
    return hasil
