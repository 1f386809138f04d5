"""To measure: many cells at once, all or nothing, with permission, trail, and the capaian that follows."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.core.fakta.konversi import format_sel
from akuntabel.core.regulasi import load_kebijakan
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.kueri import insert_baris
from akuntabel.platform.tasks.antrean import submit_tugas
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.pengukuran.bahan import TRIWULAN_AKHIR, BahanTahun, KunciFakta, read_bahan
from akuntabel.siklus.pengukuran.berlaku import find_aturan, find_jendela_terkunci
from akuntabel.siklus.pengukuran.hitung import HasilPengukuran, compute_hasil, daftar_nama, daftar_nama_rumus
from akuntabel.siklus.pengukuran.kueri import lock_pengukuran, read_lalu, read_peran, read_rincian
from akuntabel.siklus.pengukuran.models import (
    AsalElemen,
    AturanPengukuran,
    Fakta,
    PengukuranTriwulan,
    StatusPengukuran,
)
from akuntabel.siklus.pengukuran.models.fakta import URUT_DIKETIK
from akuntabel.siklus.pengukuran.nilai import update_nilai_tahunan
from akuntabel.siklus.pengukuran.periksa_sel import Pemeriksa
from akuntabel.siklus.pengukuran.permissions import PERAN_PER_TINDAKAN
from akuntabel.siklus.pengukuran.sel import IsianSel, IsianTidakSahError, KunciSel, PerluAlasanError
from akuntabel.siklus.pengukuran.target import DaftarTarget, SumberTarget
from akuntabel.siklus.pengukuran.tugas import refresh_bawahan

__all__ = [
    "HasilUkur",
    "IsianSel",
    "IsianTidakSahError",
    "KunciSel",
    "PerluAlasanError",
    "check_fakta",
    "measure_fakta",
]

TINDAKAN = "fakta.measure"


@dataclass(frozen=True, slots=True)
class HasilUkur:
    """What was written, and what follows: the quarter and the year, of the indicators that the cells touch.

    daftar_fakta is empty where everything was stored already. The roll-ups of the year are over all its indicators
    where something was written; the quarter has none. berubah: the indicators whose formulas use the cells, by kode.
    """

    daftar_fakta: Sequence[Fakta]
    triwulan: HasilPengukuran
    tahun: HasilPengukuran
    berubah: Collection[str]


@transaction.atomic
def measure_fakta(
    satker: Satker,
    tahun: int,
    triwulan: int | None,
    daftar: Sequence[IsianSel] | Callable[[BahanTahun], Sequence[IsianSel]],
    *,
    by: Pengguna | None,
    elemen: Collection[str] = (),
) -> HasilUkur:
    """Write cells of a quarter (None: of the year as a whole). by None: the system itself, by what a document says.

    daftar may be a function of what is there, which then names its elements in ``elemen``. Raises PermissionDenied;
    ValidationError where the quarter is closed; SudahBerubahError where a cell is no longer what the person saw;
    IsianTidakSahError with everything that is wrong; PerluAlasanError where only reasons are missing: a correction
    says why, and so does a figure that moved beyond the threshold.
    """
    if by is not None:
        _require_pengukur(by, satker)
    pengukuran = lock_triwulan(satker, tahun, triwulan or TRIWULAN_AKHIR)
    kode = set(elemen) if callable(daftar) else {i.elemen for i in daftar}
    kerja = _Kerja(satker, tahun, triwulan, kode)
    isian = daftar(kerja.bahan) if callable(daftar) else daftar
    pemeriksa = _build_pemeriksa(kerja.bahan, triwulan, kerja.tahunan, isian, kerja.aturan)
    rapi = [pemeriksa.normalize(i) for i in isian]
    _require_sah(pemeriksa, rapi, is_manusia=by is not None)
    baru = _write(pemeriksa, [i for i in rapi if not _is_sama(pemeriksa.find_terkini(i.kunci), i)], by)
    if baru and pengukuran.is_beku:
        _unverify(pengukuran)
    if baru:
        _record(pengukuran, pemeriksa, baru, by)
    if any(f.elemen.asal == AsalElemen.INDUK for f in baru) and satker.daftar_bawahan.exists():
        submit_tugas(refresh_bawahan, satker.pk, tahun, by=None)
    return kerja.compute(baru)


class _Kerja:
    """What one act reads and computes: the indicators that its elements touch, and all that their formulas name."""

    def __init__(self, satker: Satker, tahun: int, triwulan: int | None, daftar_kode: Collection[str]) -> None:
        sumber = SumberTarget(satker, tahun)
        self.tahunan, triwulanan = sumber.read(None), sumber.read(triwulan or TRIWULAN_AKHIR)
        self._setahun = self.tahunan.only(_daftar_berubah(self.tahunan, daftar_kode))
        self._triwulan = triwulanan.only(_daftar_berubah(triwulanan, daftar_kode))
        nama = daftar_nama([*self._setahun.baris, *self._triwulan.baris])
        self.bahan = read_bahan(satker, tahun, {*daftar_kode, *(n.partition(".")[0] for n in nama)})
        self.aturan = find_aturan(satker, tahun)

    def compute(self, baru: Sequence[Fakta]) -> HasilUkur:
        """The quarter, and the year, which is kept with its roll-up where something was written."""
        bahan, kebijakan = self.bahan.add_fakta(baru), load_kebijakan(self.aturan.kebijakan)
        setahun = compute_hasil(bahan, self._setahun, kebijakan, is_sebagian=True)
        if baru:
            setahun = update_nilai_tahunan(setahun, self.tahunan)
        triwulan = compute_hasil(bahan, self._triwulan, kebijakan, is_sebagian=True)
        return HasilUkur(baru, triwulan, setahun, {b.indikator.kode for b in self._setahun.baris})


def check_fakta(satker: Satker, tahun: int, triwulan: int | None, daftar: Sequence[IsianSel]) -> None:
    """What measure_fakta would say of these cells; nothing is written. Permission and window are not asked.

    Raises SudahBerubahError, IsianTidakSahError, PerluAlasanError.
    """
    kerja = _Kerja(satker, tahun, triwulan, {i.elemen for i in daftar})
    pemeriksa = _build_pemeriksa(kerja.bahan, triwulan, kerja.tahunan, daftar, kerja.aturan)
    _require_sah(pemeriksa, [pemeriksa.normalize(isian) for isian in daftar], is_manusia=True)


def _require_pengukur(by: Pengguna, satker: Satker) -> None:
    """Raises PermissionDenied for who does not measure here."""
    boleh = PERAN_PER_TINDAKAN[TINDAKAN]
    if not (by.is_active and read_peran(by, satker) & {p.value for p in boleh}):
        require_peran(by, satker, boleh, TINDAKAN)


def lock_triwulan(satker: Satker, tahun: int, triwulan: int) -> PengukuranTriwulan:
    """The quarter, locked until the transaction ends. Raises ValidationError where it is closed."""
    terkunci = lock_pengukuran(satker, tahun, triwulan)
    if terkunci is None:
        PengukuranTriwulan.objects.get_or_create(satker=satker, tahun=tahun, triwulan=triwulan)
        terkunci = PengukuranTriwulan.objects.select_for_update().get(satker=satker, tahun=tahun, triwulan=triwulan)
    jendela = find_jendela_terkunci(satker, terkunci)
    if not jendela.is_terbuka:
        raise ValidationError(jendela.alasan)
    return terkunci


def _build_pemeriksa(
    bahan: BahanTahun,
    triwulan: int | None,
    target: DaftarTarget,
    daftar: Sequence[IsianSel],
    aturan: AturanPengukuran,
) -> Pemeriksa:
    per_pk = {bahan.elemen[k].pk: k for k in {i.elemen for i in daftar} if k in bahan.elemen}
    bagian: dict[str, list[tuple[str, str]]] = {}
    for r in read_rincian(per_pk.keys()):
        bagian.setdefault(per_pk[r.elemen_id], []).append((r.jenis_kelamin, r.rincian))
    lalu = {
        KunciFakta(f.kode_elemen, f.triwulan, f.jenis_kelamin, f.rincian): f  # type: ignore[attr-defined]  # annotated
        for f in read_lalu(bahan.satker, bahan.tahun - 1, list(per_pk.values()))
    }
    return Pemeriksa(bahan, triwulan, target.baris, bagian, lalu, aturan.ambang)


def _require_sah(pemeriksa: Pemeriksa, daftar: Sequence[IsianSel], *, is_manusia: bool) -> None:
    if is_manusia:
        _require_dilihat(pemeriksa, daftar)
    masalah = pemeriksa.check(daftar)
    if masalah:
        raise IsianTidakSahError(masalah)
    berubah = [i for i in daftar if not _is_sama(pemeriksa.find_terkini(i.kunci), i)]
    perubahan = pemeriksa.daftar_perubahan(berubah)
    lonjakan = pemeriksa.daftar_lonjakan(berubah) if is_manusia else {}
    if perubahan or lonjakan:
        raise PerluAlasanError(perubahan, lonjakan)


def _require_dilihat(pemeriksa: Pemeriksa, daftar: Iterable[IsianSel]) -> None:
    """Raises SudahBerubahError naming every cell that somebody else wrote since it was shown."""
    bentrok: list[tuple[KunciSel, Fakta | None]] = []
    for isian in daftar:
        kini = pemeriksa.find_terkini(isian.kunci)
        if (kini.pk if kini else None) != isian.dilihat:
            bentrok.append((isian.kunci, kini))
    if not bentrok:
        return
    terakhir = max((f for _, f in bentrok if f is not None), key=lambda f: f.pk, default=None)
    oleh = str(terakhir.pencatat) if terakhir and terakhir.pencatat else ""
    nama = ", ".join(str(kunci) for kunci, _ in bentrok)
    raise SudahBerubahError(
        f"{nama} sudah diubah {oleh or 'orang lain'} sejak Anda membukanya. Yang Anda tulis belum disimpan.",
        sekarang={str(kunci): f.isi if f else "" for kunci, f in bentrok},
        oleh=oleh,
        waktu=terakhir.created_at if terakhir else None,
        versi=terakhir.pk if terakhir else None,
    )


def _is_sama(lama: Fakta | None, isian: IsianSel) -> bool:
    """Whether the cell holds this already, to the letter."""
    if lama is None or isian.is_ditarik:
        return False
    bukti = isian.bukti.pk if isian.bukti else lama.bukti_id
    return (
        lama.status,
        lama.angka,
        lama.predikat,
        lama.tanggal,
        lama.alasan,
        lama.tahun_rujukan,
        lama.tanggal_rilis,
        lama.sumber,
        lama.bukti_id,
    ) == (
        isian.status_isi.value,
        isian.nilai,
        isian.predikat,
        isian.tanggal,
        isian.alasan,
        isian.tahun_rujukan,
        isian.tanggal_rilis,
        isian.sumber,
        bukti,
    )


def _write(pemeriksa: Pemeriksa, daftar: Sequence[IsianSel], by: Pengguna | None) -> list[Fakta]:
    baru = [_build_fakta(pemeriksa, isian) for isian in daftar]
    for fakta in baru:
        fakta.pencatat = by
        insert_baris(fakta)
    return baru


def _build_fakta(pemeriksa: Pemeriksa, isian: IsianSel) -> Fakta:
    """The next link of the chain of the cell. One that takes the figure back repeats it, so that the history reads."""
    lama = pemeriksa.find_ujung(isian.kunci)
    fakta = Fakta(
        satker=pemeriksa.bahan.satker,
        elemen=lama.elemen if lama else pemeriksa.bahan.elemen[isian.elemen],
        tahun=pemeriksa.bahan.tahun,
        triwulan=pemeriksa.triwulan,
        jenis_kelamin=isian.jenis_kelamin,
        rincian=isian.rincian,
        menggantikan=lama,
        # A first figure corrects nothing, whatever was said; one after a figure that was taken back says so by itself.
        alasan_perubahan="" if lama is None else isian.alasan_perubahan or ("diisi kembali" if lama.is_ditarik else ""),
        urut=lama.urut if lama else URUT_DIKETIK,
    )
    if isian.is_ditarik and lama is not None:
        for nama in ("status", "nilai", "predikat", "tanggal", "alasan", "sumber", "tahun_rujukan", "tanggal_rilis"):
            setattr(fakta, nama, getattr(lama, nama))
        fakta.bukti, fakta.is_ditarik = lama.bukti, True
        return fakta
    fakta.status, fakta.nilai = isian.status_isi.value, format_sel(isian.nilai)
    fakta.predikat, fakta.tanggal, fakta.alasan = isian.predikat, isian.tanggal, isian.alasan
    fakta.tahun_rujukan, fakta.tanggal_rilis, fakta.sumber = isian.tahun_rujukan, isian.tanggal_rilis, isian.sumber
    fakta.bukti = isian.bukti or (lama.bukti if lama and not lama.is_ditarik else None)
    return fakta


def _unverify(pengukuran: PengukuranTriwulan) -> None:
    """What was verified has changed, so it must be verified again; that it was opened stays in the trail."""
    pengukuran.status = StatusPengukuran.DISUSUN.value
    pengukuran.versi += 1
    pengukuran.save(update_fields=["status", "versi"])


def _record(pengukuran: PengukuranTriwulan, pemeriksa: Pemeriksa, baru: Sequence[Fakta], by: Pengguna | None) -> None:
    lama = {str(_kunci(f)): f.menggantikan.isi for f in baru if f.menggantikan and not f.menggantikan.is_ditarik}
    isi = {str(_kunci(f)): "ditarik" if f.is_ditarik else f.isi for f in baru}
    alasan = "; ".join(dict.fromkeys(a for f in baru for a in (f.alasan_perubahan, f.alasan) if a))
    record_audit(by, TINDAKAN, pengukuran, lama=lama, baru=isi, alasan=alasan)


def _kunci(f: Fakta) -> KunciSel:
    return KunciSel(f.elemen.kode, f.jenis_kelamin, f.rincian)


def _daftar_berubah(target: DaftarTarget, kode_elemen: Collection[str]) -> set[str]:
    return {
        b.indikator.kode
        for b in target.baris
        if any(nama.partition(".")[0] in kode_elemen for nama in daftar_nama_rumus(b.indikator))
    }
