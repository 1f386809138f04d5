"""Evidence of a worksheet: files and records that people attach, and what the application finds by itself."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from akuntabel.core.regulasi.lke import KriteriaLke, Pemenuhan, TemplatLke
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import Sumber, store_berkas
from akuntabel.siklus.evaluasi.bukti import BuktiMesin
from akuntabel.siklus.evaluasi.bukti_mesin import daftar_bukti_lke
from akuntabel.siklus.evaluasi.kunci import lock_lke
from akuntabel.siklus.evaluasi.models import BuktiKriteria, Lke, NilaiKriteria


@transaction.atomic
def refresh_bukti(lke: Lke, *, by: Pengguna) -> int:
    """Look into the records anew: their proofs are replaced, and with them the answers that no person has given.

    Returns how many kriteria have a proof. Raises PermissionDenied, ValidationError.
    """
    terkunci = lock_lke(lke, by=by, tindakan="lke.refresh_bukti")
    templat = terkunci.templat
    ada = daftar_bukti_lke(terkunci.satker, terkunci.tahun, (k.kode for k in templat.daftar_kriteria()))
    lama = {b.kode: b.uraian for b in terkunci.daftar_bukti.filter(is_mesin=True)}
    terkunci.daftar_bukti.filter(is_mesin=True).delete()
    BuktiKriteria.objects.bulk_create(_baris(terkunci, kode, b) for kode, b in ada.items())
    baris = {k.kode: k for k in terkunci.daftar_kriteria.all()}
    for acuan in templat.daftar_kriteria():
        _isi_jawaban(terkunci, templat, acuan, baris.get(acuan.kode), ada.get(acuan.kode))
    baru = {kode: b.kalimat for kode, b in ada.items()}
    if baru != lama:
        record_audit(by, "lke.refresh_bukti", terkunci, lama=lama, baru=baru)
    return len(ada)


@transaction.atomic
def attach_bukti(
    lke: Lke,
    kode: str,
    *,
    uraian: str,
    by: Pengguna,
    isi: bytes | Sumber | None = None,
    nama_berkas: str = "",
    halaman: str = "",
    argumen: tuple[object, ...] = (),
) -> BuktiKriteria:
    """Attach a document, or a record of the application, to a kriteria.

    Raises PermissionDenied, ValidationError, BerkasDitolakError.
    """
    terkunci = lock_lke(lke, by=by, tindakan="lke.attach_bukti")
    if terkunci.templat.find_kriteria(kode) is None:
        raise ValidationError(f"Kriteria {kode} tidak ada dalam {terkunci.templat.judul}.")
    if isi is None and not halaman:
        raise ValidationError({"berkas": "Pilih berkasnya, atau catatan aplikasi yang ditunjuk."})
    berkas = None
    if isi is not None:
        berkas = store_berkas(isi, nama_berkas, by=by, retensi=Retensi.KERTAS_KERJA)
    bukti = BuktiKriteria(
        lke=terkunci,
        kode=kode,
        uraian=uraian.strip() or nama_berkas,
        berkas=berkas,
        halaman=halaman,
        argumen=list(argumen),
        tanggal=timezone.localdate(),
        oleh=by,
    )
    bukti.full_clean()
    bukti.save()
    baru = {"kriteria": kode, "uraian": bukti.uraian, "sidik": berkas.sidik if berkas else ""}
    record_audit(by, "lke.attach_bukti", terkunci, baru=baru)
    return bukti


@transaction.atomic
def withdraw_bukti(bukti: BuktiKriteria, *, by: Pengguna) -> None:
    """Take evidence off a draft again; the file itself is kept."""
    terkunci = lock_lke(bukti.lke, by=by, tindakan="lke.withdraw_bukti")
    if bukti.is_mesin:
        raise ValidationError("Bukti dari catatan aplikasi tidak dilepas; jawab kriterianya sesuai penilaian Anda.")
    record_audit(by, "lke.withdraw_bukti", terkunci, lama={"kriteria": bukti.kode, "uraian": bukti.uraian})
    bukti.delete()


def _baris(lke: Lke, kode: str, b: BuktiMesin) -> BuktiKriteria:
    return BuktiKriteria(
        lke=lke,
        kode=kode,
        uraian=b.kalimat,
        halaman=b.halaman,
        argumen=list(b.argumen),
        tanggal=b.tanggal,
        is_mesin=True,
        menurut=b.jawaban.value if b.jawaban else "",
    )


def _isi_jawaban(
    lke: Lke, templat: TemplatLke, acuan: KriteriaLke, baris: NilaiKriteria | None, bukti: BuktiMesin | None
) -> None:
    """A kriteria that no person has answered takes what the proof says, or loses what an older proof said."""
    if baris is not None and not baris.is_mesin and (baris.jawaban or baris.angka):
        return
    jawaban = pick_jawaban(templat, acuan, bukti.jawaban) if bukti and bukti.jawaban else ""
    if baris is None:
        if jawaban:
            NilaiKriteria.objects.create(lke=lke, kode=acuan.kode, jawaban=jawaban, is_mesin=True)
    elif baris.jawaban != jawaban or (jawaban and not baris.is_mesin):
        baris.jawaban, baris.is_mesin = jawaban, bool(jawaban)
        baris.versi, baris.diubah_pada = baris.versi + 1, timezone.now()
        baris.save()


def pick_jawaban(templat: TemplatLke, acuan: KriteriaLke, pemenuhan: Pemenuhan) -> str:
    """The answer of the worksheet that says as much; of several that say "in part" the middle one; else none."""
    cocok = [p.kode for p in templat.jenis_jawaban[acuan.jawaban] if p.penuhi is pemenuhan]
    return cocok[len(cocok) // 2] if cocok else ""
