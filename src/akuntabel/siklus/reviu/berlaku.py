"""What holds of the review of a report: the statement that is valid for its facts, what still stands in the way."""

from django.db.models import Q

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.fakta.laporan import PernyataanReviu
from akuntabel.siklus.pelaporan.models import LaporanKinerja, StatusLaporan
from akuntabel.siklus.reviu.checklist import daftar_belum
from akuntabel.siklus.reviu.models import (
    BuktiReviu,
    ButirReviu,
    CaraTandaReviu,
    HasilReviu,
    KeadaanReviu,
    LangkahReviu,
    PenugasanReviu,
    StatusTemuan,
    TanggapanTemuan,
    TemuanReviu,
)

DIREVIU = frozenset({StatusLaporan.DIREVIU.value, StatusLaporan.DITANDATANGANI.value})
TEMUAN_SELESAI = tuple(s.value for s in StatusTemuan if s.is_selesai)


def find_hasil_reviu(laporan: LaporanKinerja) -> HasilReviu | None:
    """The signed statement of the report as it is now; one of an earlier text of it no longer counts."""
    if laporan.status not in DIREVIU:
        return None
    return HasilReviu.objects.filter(laporan=laporan).select_related("berkas").order_by("-nomor").first()


def find_hasil_sidik(sidik: str) -> HasilReviu | None:
    """The statement over the facts of that hash, as long as it holds for its report."""
    daftar = HasilReviu.objects.filter(sidik_fakta=sidik).select_related(
        "laporan__satker", "laporan__entitas", "berkas"
    )
    return next((h for h in daftar.order_by("-pk") if find_hasil_reviu(h.laporan) == h), None)


def build_pernyataan(hasil: HasilReviu) -> PernyataanReviu:
    """The statement as the report prints it."""
    cara = "Ditandatangani secara elektronik" if hasil.cara == CaraTandaReviu.ELEKTRONIK else "Ditandatangani"
    return PernyataanReviu(
        nama=hasil.nama,
        jabatan=hasil.jabatan,
        nip=hasil.nip or None,
        tempat=hasil.tempat,
        tanggal=hasil.tanggal,
        kesimpulan=hasil.kesimpulan,
        paragraf_penjelas=tuple(hasil.paragraf_penjelas),
        keterangan=f"{cara} pada {format_tanggal(hasil.tanggal)}",
    )


def read_jawaban(laporan: LaporanKinerja) -> dict[str, str]:
    """The answers of the checklist so far, by code."""
    return dict(ButirReviu.objects.filter(laporan=laporan).values_list("kode", "jawaban"))


def daftar_temuan_terbuka(laporan: LaporanKinerja) -> list[TemuanReviu]:
    """Findings that are neither closed nor explained."""
    return list(TemuanReviu.objects.filter(laporan=laporan).exclude(status__in=TEMUAN_SELESAI).order_by("nomor"))


def daftar_penjelasan(laporan: LaporanKinerja) -> list[str]:
    """What the auditor wrote where a finding stays as it is: the explanatory paragraphs of the statement."""
    daftar = TanggapanTemuan.objects.filter(
        temuan__laporan=laporan, temuan__status=StatusTemuan.DIJELASKAN, status=StatusTemuan.DIJELASKAN
    )
    return list(daftar.order_by("temuan__nomor").values_list("teks", flat=True))


def daftar_halangan(laporan: LaporanKinerja) -> list[str]:
    """Everything that keeps the statement from being signed."""
    return [*_halangan_keadaan(laporan), *_halangan_kertas_kerja(laporan), *_halangan_temuan(laporan)]


def find_keadaan(status: str, *, is_bertim: bool) -> KeadaanReviu:
    """How far the review of a report in that state has come, in one word."""
    if status in DIREVIU:
        return KeadaanReviu.SELESAI
    if not is_bertim:
        return KeadaanReviu.BELUM_DITUGASKAN
    return KeadaanReviu.MENUNGGU_PERBAIKAN if status == StatusLaporan.DISUSUN else KeadaanReviu.BERJALAN


def _halangan_keadaan(laporan: LaporanKinerja) -> list[str]:
    daftar = []
    if laporan.status != StatusLaporan.DIAJUKAN:
        daftar.append(f"Laporan berstatus {laporan.status}; pernyataan ditandatangani atas laporan yang diajukan.")
    if not PenugasanReviu.objects.filter(laporan=laporan, is_ketua=True, selesai_pada__isnull=True).exists():
        daftar.append("Ketua tim pereviu belum ditunjuk.")
    bukti = BuktiReviu.objects.filter(laporan=laporan).only("sidik_fakta").first()
    if bukti is None:
        daftar.append("Bukti dari data belum disusun.")
    elif bukti.sidik_fakta != laporan.sidik:
        daftar.append("Bukti dari data disusun atas fakta yang lama; susun ulang.")
    return daftar


def _halangan_kertas_kerja(laporan: LaporanKinerja) -> list[str]:
    daftar = []
    if belum := daftar_belum(read_jawaban(laporan)):
        daftar.append(f"Checklist belum dijawab: butir {', '.join(b.id for b in belum)}.")
    langkah = LangkahReviu.objects.filter(laporan=laporan)
    if not langkah.exists():
        daftar.append("Kertas kerja belum memuat langkah reviu.")
    elif kosong := langkah.filter(Q(hasil="") | Q(simpulan="")).values_list("urut", flat=True):
        daftar.append(f"Langkah reviu tanpa hasil atau simpulan: nomor {', '.join(map(str, kosong))}.")
    return daftar


def _halangan_temuan(laporan: LaporanKinerja) -> list[str]:
    return [
        f"Temuan {t.nomor} masih {t.status_enum.label}: {t.uraian} Tutup, atau jelaskan dalam pernyataan."
        for t in daftar_temuan_terbuka(laporan)
    ]
