"""An election: written down by an office for itself and all below it, or taken from those that are known."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, ProtectedError

from akuntabel.core.calc.partisipasi import KategoriPemilih
from akuntabel.core.regulasi.pemilihan import PemilihanAcuan, daftar_pemilihan_acuan, sebut_tanda
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.kepemiluan.isian import IsiPemilihan, check_kode
from akuntabel.siklus.kepemiluan.models import Pemilihan
from akuntabel.siklus.kepemiluan.models.pemilihan import write_basis
from akuntabel.siklus.kepemiluan.permissions import require_pencatat
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.ubah import change_berversi
from akuntabel.siklus.perencanaan.isian import rapikan

# What a list is, for an election whose own name for it is not known.
LABEL_UMUM = {
    KategoriPemilih.TERDAFTAR: "Daftar pemilih tetap",
    KategoriPemilih.PINDAHAN: "Daftar pindah memilih",
    KategoriPemilih.TAMBAHAN_KTP: "Daftar pemilih dengan KTP elektronik",
}
RUMUS_BELUM = "belum diketahui"


@transaction.atomic
def draft_pemilihan(satker: Satker, tahun: int, isi: IsiPemilihan, *, by: Pengguna | None) -> Pemilihan:
    """Write down an election of a year of accountability. Raises PermissionDenied, ValidationError."""
    require_pencatat(by, satker, "pemilihan.draft")
    check_kode(isi.kode)
    terakhir = Pemilihan.objects.filter(satker=satker, tahun_laporan=tahun).aggregate(n=Max("urut"))["n"]
    urut = 0 if terakhir is None else terakhir + 1
    pemilihan = Pemilihan(satker=satker, tahun_laporan=tahun, urut=urut, **build_kolom(isi))
    pemilihan.full_clean()
    pemilihan.save()
    record_audit(by, "pemilihan.draft", pemilihan, baru={"kode": isi.kode, "nama": isi.nama, "tahun_laporan": tahun})
    return pemilihan


def import_pemilihan_acuan(satker: Satker, tahun: int, id_: str, *, by: Pengguna | None) -> Pemilihan:
    """Write down one of the known elections. Raises PermissionDenied, ValidationError."""
    require_pencatat(by, satker, "pemilihan.import")
    acuan = daftar_pemilihan_acuan().get(id_)
    if acuan is None:
        raise ValidationError(f"Pemilihan “{id_}” tidak dikenal. Yang ada: {', '.join(daftar_pemilihan_acuan())}.")
    return draft_pemilihan(satker, tahun, build_isi_acuan(acuan), by=by)


@transaction.atomic
def revise_pemilihan(pemilihan: Pemilihan, isi: IsiPemilihan, *, versi: int | None, by: Pengguna) -> None:
    """Change what an election is called and how its turnout is computed; its code stays.

    Raises PermissionDenied, ValidationError, SudahBerubahError.
    """
    require_pencatat(by, pemilihan.satker, "pemilihan.revise")
    kolom = {nama: nilai for nama, nilai in build_kolom(isi).items() if nama != "kode"}
    change_berversi(pemilihan, kolom, versi=versi, by=by, tindakan="pemilihan.revise")


@transaction.atomic
def withdraw_pemilihan(pemilihan: Pemilihan, *, by: Pengguna, alasan: str) -> None:
    """Take an election back that nothing hangs from yet. Raises PermissionDenied, ValidationError."""
    require_pencatat(by, pemilihan.satker, "pemilihan.withdraw")
    if not rapikan(alasan):
        raise ValidationError("Tulis alasan pemilihan ini dihapus.")
    record_audit(
        by, "pemilihan.withdraw", pemilihan, lama={"kode": pemilihan.kode, "nama": pemilihan.nama}, alasan=alasan
    )
    try:
        pemilihan.delete()
    except ProtectedError:
        raise ValidationError(
            f"{pemilihan} sudah mempunyai tahapan, daftar pemilih, atau perkara, sehingga tidak dapat dihapus."
        ) from None


def build_isi_acuan(acuan: PemilihanAcuan) -> IsiPemilihan:
    """A known election as somebody would write it down; what is not known says so."""
    return IsiPemilihan(
        kode=acuan.id,
        nama=acuan.nama,
        tahun=acuan.tahun,
        tanggal=acuan.tanggal,
        label_terdaftar=acuan.label_terdaftar,
        label_pindahan=acuan.label_pindahan or LABEL_UMUM[KategoriPemilih.PINDAHAN],
        label_tambahan=acuan.label_tambahan or LABEL_UMUM[KategoriPemilih.TAMBAHAN_KTP],
        rumus_partisipasi=acuan.rumus or RUMUS_BELUM,
        basis_pengguna=frozenset(acuan.pengguna),
        basis_pemilih=frozenset(acuan.pemilih),
        sumber=f"{acuan.dasar} ({sebut_tanda(acuan.tanda)})",
    )


def build_kolom(isi: IsiPemilihan) -> dict[str, object]:
    """The columns of an election."""
    return {
        "kode": isi.kode,
        "nama": rapikan(isi.nama),
        "tahun": isi.tahun,
        "tanggal": isi.tanggal,
        "label_terdaftar": rapikan(isi.label_terdaftar),
        "label_pindahan": rapikan(isi.label_pindahan),
        "label_tambahan": rapikan(isi.label_tambahan),
        "rumus_partisipasi": rapikan(isi.rumus_partisipasi),
        "basis_pengguna": write_basis(isi.basis_pengguna),
        "basis_pemilih": write_basis(isi.basis_pemilih),
        "sumber": rapikan(isi.sumber),
    }
