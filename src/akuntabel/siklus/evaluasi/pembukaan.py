"""What there is to open of the following year: what can be taken over, what is there already, what a person decides.

Nothing is written here. Each matter that can be taken over brings its act along (``tahun_berikut`` does them), so that
what the screen announces is what happens.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import prefetch_related_objects
from django.utils import timezone

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.calc.konsolidasi import Konsolidasi
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.evaluasi.rencana_lanjut import RencanaLanjut
from akuntabel.siklus.organisasi.models import Pejabat, Satker
from akuntabel.siklus.pengukuran.actions_elemen import Bagian, IsiElemen, draft_elemen
from akuntabel.siklus.pengukuran.actions_triwulan import revise_jadwal
from akuntabel.siklus.pengukuran.berlaku import daftar_elemen_berlaku
from akuntabel.siklus.pengukuran.hitung import daftar_nama_rumus
from akuntabel.siklus.pengukuran.kueri import daftar_id_jalur
from akuntabel.siklus.pengukuran.models import (
    NAMA_TERHITUNG,
    AsalElemen,
    BentukElemen,
    Elemen,
    JadwalPengukuran,
)
from akuntabel.siklus.perencanaan.actions.rencana import draft_rencana
from akuntabel.siklus.perencanaan.berlaku import daftar_pagu_berlaku, find_versi_baru
from akuntabel.siklus.perencanaan.models import RencanaKinerja, Renstra
from akuntabel.siklus.perjanjian.models import ROMAWI
from akuntabel.siklus.perjanjian.pihak import find_pengganti

SEBUTKAN = 8  # names before "dan … lainnya"


class BagianTahun(StrEnum):
    """The part of a year that a matter belongs to, in the order of the cycle."""

    RENSTRA = "Renstra"
    RENCANA = "Rencana kinerja tahunan"
    ELEMEN = "Elemen data"
    JADWAL = "Jadwal pengukuran"
    PERJANJIAN = "Perjanjian kinerja"
    PAGU = "Pagu"


class KeadaanBagian(StrEnum):
    """What becomes of a matter when the year is opened."""

    SIAP = "siap dibuka"
    ADA = "sudah ada"
    ORANG = "perlu keputusan"


@dataclass(frozen=True, slots=True)
class BagianPembukaan:
    """One matter. tindakan: what is done about it, on behalf of a person; only where it is SIAP."""

    bagian: BagianTahun
    keadaan: KeadaanBagian
    teks: str
    tindakan: Callable[[Pengguna], object] | None = None


def siap(bagian: BagianTahun, teks: str, tindakan: Callable[[Pengguna], object]) -> BagianPembukaan:
    """Something that the button takes over."""
    return BagianPembukaan(bagian, KeadaanBagian.SIAP, teks, tindakan)


def ada(bagian: BagianTahun, teks: str) -> BagianPembukaan:
    """Something that stays as it is."""
    return BagianPembukaan(bagian, KeadaanBagian.ADA, teks)


def orang(bagian: BagianTahun, teks: str) -> BagianPembukaan:
    """Something that no button can decide."""
    return BagianPembukaan(bagian, KeadaanBagian.ORANG, teks)


def sebut(daftar: Iterable[str]) -> str:
    """1.1, 1.2 dan 4 lainnya."""
    semua = list(daftar)
    lain = len(semua) - SEBUTKAN
    return ", ".join(semua[:SEBUTKAN]) + (f" dan {lain} lainnya" if lain > 0 else "")


def find_hari_pembukaan(lanjut: int) -> date:
    """The day on which posts are looked at: today once that year has come, else its first day."""
    hari_ini = timezone.localdate()
    return hari_ini if hari_ini.year == lanjut else date(lanjut, 1, 1)


def daftar_rencana_lanjut(satker: Satker, dasar: RencanaLanjut) -> Iterator[BagianPembukaan]:
    """The RKT of the next year, out of the Renstra that will be in force."""
    lanjut, renstra = dasar.tahun, dasar.renstra
    if renstra is None:
        cara = "Susun dan tetapkan Renstra berikutnya, atau ikuti Renstra satker di atas"
        yield orang(BagianTahun.RENSTRA, f"Belum ada Renstra yang berlaku pada {lanjut}. {cara}, lalu buka lagi.")
    else:
        yield from _versi_baru(satker, renstra)
    rencana = RencanaKinerja.objects.filter(satker=satker, tahun=lanjut).order_by("revisi").last()
    if rencana is not None:
        rencana.satker = satker
        yield ada(BagianTahun.RENCANA, f"{rencana}, {rencana.status}.")
    elif renstra is not None:
        yield from _rencana(satker, dasar)


def _versi_baru(satker: Satker, renstra: Renstra) -> Iterator[BagianPembukaan]:
    """A plan that is taken from above may have gone on."""
    versi = find_versi_baru(renstra) if renstra.satker_id != satker.pk else None
    if versi is not None:
        yield orang(BagianTahun.RENSTRA, f"{versi} sudah ditetapkan; {satker} masih mengikuti versi {renstra.versi}.")


def _rencana(satker: Satker, dasar: RencanaLanjut) -> Iterator[BagianPembukaan]:
    lanjut = dasar.tahun
    bertarget = {pk for pk, target in dasar.target.items() if target}
    teks = f"Naskah RKT {lanjut} dengan {len(bertarget)} target dari {dasar.renstra}."
    yield siap(BagianTahun.RENCANA, teks, lambda by: draft_rencana(satker, lanjut, by=by))
    if kosong := [i.kode for i in dasar.daftar_indikator if i.pk not in bertarget]:
        yield orang(BagianTahun.RENCANA, f"Renstra tidak memuat target {lanjut} untuk indikator {sebut(kosong)}.")


def daftar_elemen_lanjut(satker: Satker, dasar: RencanaLanjut) -> Iterator[BagianPembukaan]:
    """The office's own elements with their parts; those of an office above are that office's to open."""
    lanjut, tahun = dasar.tahun, dasar.tahun - 1
    lama = list(
        Elemen.objects.filter(satker=satker, tahun=tahun).select_related("unit", "pejabat").order_by("urut", "kode")
    )
    berlaku = daftar_elemen_berlaku(satker, lanjut)
    baru = [e for e in lama if e.kode not in berlaku]
    if baru:
        pejabat = list(Pejabat.objects.filter(satker=satker)) if any(e.pejabat for e in baru) else []
        teks = f"{len(baru)} elemen disalin dari {tahun} beserta rinciannya: {sebut(e.kode for e in baru)}."
        yield siap(BagianTahun.ELEMEN, teks, lambda by: _copy_elemen(satker, lanjut, baru, pejabat, by=by))
        if berakhir := [e for e in baru if _penerus(e.pejabat, pejabat, lanjut) is None and e.pejabat is not None]:
            teks = f"Penanggung jawab elemen {sebut(e.kode for e in berakhir)} tidak menjabat lagi pada {lanjut}; "
            yield orang(BagianTahun.ELEMEN, teks + "elemennya disalin tanpa pejabat.")
    if sudah := [e.kode for e in lama if e.kode in berlaku]:
        yield ada(BagianTahun.ELEMEN, f"{len(sudah)} elemen: {sebut(sudah)}.")
    bernama = {*berlaku, *(e.kode for e in baru), *NAMA_TERHITUNG}
    dipakai = dict.fromkeys(nama.partition(".")[0] for i in dasar.daftar_indikator for nama in daftar_nama_rumus(i))
    if kurang := [kode for kode in dipakai if kode not in bernama]:
        teks = f"Rumus indikator {lanjut} memakai elemen yang belum ada: {sebut(kurang)}. "
        yield orang(BagianTahun.ELEMEN, teks + "Tunggu satker di atas membukanya, atau susun dari rumus.")


def _copy_elemen(
    satker: Satker, lanjut: int, daftar: list[Elemen], daftar_pejabat: list[Pejabat], *, by: Pengguna
) -> None:
    prefetch_related_objects(daftar, "daftar_rincian")
    for e in daftar:
        isi = IsiElemen(
            kode=e.kode,
            nama=e.nama,
            satuan=e.satuan,
            konsolidasi=Konsolidasi(e.konsolidasi),
            keterangan=e.keterangan,
            bentuk=BentukElemen(e.bentuk),
            asal=AsalElemen(e.asal),
            unit=e.unit,
            pejabat=_penerus(e.pejabat, daftar_pejabat, lanjut),
        )
        bagian = [Bagian(r.jenis_kelamin, r.rincian, r.jenis) for r in e.daftar_rincian.all()]
        draft_elemen(satker, lanjut, isi, by=by, daftar_bagian=bagian)


def _penerus(pejabat: Pejabat | None, daftar: Iterable[Pejabat], lanjut: int) -> Pejabat | None:
    return None if pejabat is None else find_penerus(pejabat, daftar, find_hari_pembukaan(lanjut))


def find_penerus(pejabat: Pejabat, daftar: Iterable[Pejabat], hari: date) -> Pejabat | None:
    """Who stands in the post on that day: the same person, else the successor; None where nobody is known."""
    return pejabat if pejabat.is_berlaku(hari) else find_pengganti(pejabat, daftar, hari)


def daftar_jadwal_lanjut(satker: Satker, tahun: int) -> Iterator[BagianPembukaan]:
    """The office's own schedule, a year later."""
    lanjut = tahun + 1
    semua = JadwalPengukuran.objects.filter(satker__in=daftar_id_jalur(satker), tahun__in=(tahun, lanjut))
    daftar = list(semua.order_by("triwulan"))
    lama = [j for j in daftar if j.satker_id == satker.pk and j.tahun == tahun]
    sudah = {j.triwulan for j in daftar if j.satker_id == satker.pk and j.tahun == lanjut}
    baru = [j for j in lama if j.triwulan not in sudah]
    if baru:
        teks = f"Jadwal triwulan {sebut(ROMAWI[j.triwulan] for j in baru)}, tanggalnya setahun lebih lambat."
        yield siap(BagianTahun.JADWAL, teks, lambda by: _copy_jadwal(satker, lanjut, baru, by=by))
        if libur := [_geser(j.tenggat) for j in baru if _geser(j.tenggat).weekday() >= _SABTU]:
            teks = f"Tenggat {sebut(map(format_tanggal, libur))} jatuh pada akhir pekan; geser bila perlu."
            yield orang(BagianTahun.JADWAL, teks)
    if sudah:
        yield ada(BagianTahun.JADWAL, f"Jadwal triwulan {sebut(ROMAWI[t] for t in sorted(sudah))}.")
    elif not baru and not any(j.tahun == lanjut for j in daftar):
        yield orang(BagianTahun.JADWAL, f"Belum ada jadwal pengukuran {lanjut}, di sini maupun di satker di atas.")


_SABTU = 5


def _copy_jadwal(satker: Satker, lanjut: int, daftar: list[JadwalPengukuran], *, by: Pengguna) -> None:
    for j in daftar:
        kunci = None if j.kunci is None else _geser(j.kunci)
        revise_jadwal(satker, lanjut, j.triwulan, buka=_geser(j.buka), tenggat=_geser(j.tenggat), kunci=kunci, by=by)


def _geser(hari: date) -> date:
    """The same day a year later; 29 February has none and becomes the last of the month."""
    try:
        return hari.replace(year=hari.year + 1)
    except ValueError:
        return date(hari.year + 1, 2, 28)


def daftar_pagu_lanjut(satker: Satker, lanjut: int) -> Iterator[BagianPembukaan]:
    """The budget comes with its own documents; here it is only said that it is missing."""
    if daftar_pagu_berlaku(satker, lanjut).exists():
        yield ada(BagianTahun.PAGU, f"Pagu {lanjut} sudah dicatat.")
    else:
        teks = f"Pagu {lanjut} belum dicatat. Impor dari DIPA, lalu sesuaikan lampiran perjanjian."
        yield orang(BagianTahun.PAGU, teks)
