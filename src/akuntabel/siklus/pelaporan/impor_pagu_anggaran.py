"""What a package says of the budget, as rows: the version that holds, the ledger as it was told, grants."""

from collections.abc import Iterator

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.masalah import Masalah
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.anggaran.actions_paket import import_hibah, import_revisi, import_versi
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.perencanaan.models import KodeReferensi

BATAS_RUPIAH = 2**63 - 1


def check_anggaran(fakta: FaktaTahun) -> Iterator[Masalah]:
    """Numbers of revisions and money that a column of the database does not hold."""
    for r in fakta.daftar_revisi:
        if not 0 <= r.nomor <= 32767:
            yield Masalah("revisi.csv", 0, "nomor", str(r.nomor), "0 sampai 32767")
        yield from _check_rupiah("revisi.csv", str(r.nomor), semula=r.semula, menjadi=r.menjadi)
    for d in fakta.daftar_rincian_revisi:
        yield from _check_rupiah("revisi-rincian.csv", d.kode, selisih=d.selisih)
    for a in fakta.daftar_anggaran:
        yield from _check_rupiah("anggaran.csv", a.kode, pagu=a.pagu, realisasi=a.realisasi)
    for h in fakta.daftar_hibah:
        yield from _check_rupiah(
            "hibah.csv",
            h.kode,
            nilai_nphd=h.nilai_nphd,
            pagu_dipa=h.pagu_dipa,
            realisasi_kas=h.realisasi_kas,
            realisasi_disahkan=h.realisasi_disahkan,
        )


def import_bidang_anggaran(satker: Satker, paket: FaktaTahun, *, by: Pengguna | None) -> None:
    """Take it over; the catalogue and the pagu came before (``impor_anggaran``). Raises ValidationError."""
    _drop_kode_lain(satker, paket, by=by)
    import_versi(satker, paket.tahun, paket.daftar_anggaran, sidik=paket.sidik, by=by)
    import_revisi(satker, paket.tahun, paket.daftar_revisi, paket.daftar_rincian_revisi, by=None)
    import_hibah(satker, paket.tahun, paket.daftar_hibah, by=by)


def _drop_kode_lain(satker: Satker, paket: FaktaTahun, *, by: Pengguna | None) -> None:
    """A package is a whole year: the office's own codes of the year are those of the package, in its order."""
    sendiri = KodeReferensi.objects.filter(satker=satker, tahun=paket.tahun)
    urutan = {k.kode: urut for urut, k in enumerate(paket.daftar_kode_anggaran)}
    lain = sendiri.exclude(kode__in=urutan)
    lama = {k.kode: k.uraian for k in lain}
    if lama:
        lain.delete()
        record_audit(by, "kode.import", satker, lama=lama, alasan=f"katalog tahun {paket.tahun} menurut paket")
    bergeser = [k for k in sendiri if k.urut != urutan[k.kode]]
    for k in bergeser:
        k.urut = urutan[k.kode]
    KodeReferensi.objects.bulk_update(bergeser, ["urut"])


def _check_rupiah(berkas: str, kunci: str, **nilai: int | None) -> Iterator[Masalah]:
    for kolom, jumlah in nilai.items():
        if jumlah is not None and abs(jumlah) > BATAS_RUPIAH:
            yield Masalah(berkas, 0, f"{kolom} ({kunci})", str(jumlah), f"paling banyak {BATAS_RUPIAH}")
