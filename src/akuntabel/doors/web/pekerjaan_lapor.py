"""What a person has to do at the end of a year: report, review, signature, publication, evaluation, the next year.

A report is written in the year after its own, so who has a part in it is told in both. An auditor and an evaluator
are told in their own office of everything that waits for them below.
"""

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, F, OuterRef
from django.urls import reverse
from django.utils import timezone

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.doors.web.beranda_bacaan import TahunKerja
from akuntabel.doors.web.beranda_laporan import KerjaLaporan, LaporanBeranda
from akuntabel.doors.web.pekerjaan import Pekerjaan
from akuntabel.doors.web.ruang import Ruang
from akuntabel.platform.kueri import KueriTetap
from akuntabel.siklus.evaluasi.models import JenisLke, Lke, Rekomendasi, StatusLke, StatusRekomendasi
from akuntabel.siklus.evaluasi.permissions import PERAN_PELAKSANA, PERAN_PENILAI
from akuntabel.siklus.organisasi.querysets import daftar_penugasan_berlaku
from akuntabel.siklus.pelaporan.models import JenisLaporan, LaporanKinerja, StatusLaporan
from akuntabel.siklus.perencanaan.models import RencanaKinerja
from akuntabel.siklus.publikasi.permissions import PERAN_PENERBIT
from akuntabel.siklus.reviu.models import PenugasanReviu, StatusTemuan, TemuanReviu
from akuntabel.siklus.reviu.permissions import PENANGGAP, PENUNJUK_DI_ATAS, PEREVIU

MULAI_LANJUT = 10  # the month from which the next year is thought of
_GILIRAN_SATKER = (StatusTemuan.TERBUKA.value, StatusTemuan.DISEPAKATI.value)


def daftar_pekerjaan_lapor(kerja: TahunKerja) -> Iterator[Pekerjaan]:
    """Last year's first: its deadline is nearer."""
    ruang = kerja.ruang
    if kerja.laporan_lalu is not None:
        yield from _akhir_tahun(ruang, kerja.laporan_lalu)
    yield from _akhir_tahun(ruang, kerja.laporan)
    yield from _rekomendasi(kerja)
    yield from _tahun_berikut(kerja)
    yield from _auditor(ruang)
    yield from _evaluator(ruang)


def _akhir_tahun(ruang: Ruang, akhir: KerjaLaporan) -> Iterator[Pekerjaan]:
    tenggat = f"Tenggat {format_tanggal(akhir.tenggat)}." if akhir.tenggat else ""
    if not akhir.daftar_laporan and akhir.is_berakhir and akhir.is_berjanji and ruang.is_perencana:
        alamat = _alamat("laporan", ruang, akhir.tahun)
        yield Pekerjaan(f"Susun Laporan Kinerja {akhir.tahun}", tenggat, alamat, "file-text")
    for laporan in akhir.daftar_laporan:
        yield from _laporan(ruang, laporan, tenggat)
        yield from _temuan(ruang, laporan)
        yield from _terbitan(ruang, akhir, laporan)
    yield from _penilaian_mandiri(ruang, akhir)


def _laporan(ruang: Ruang, laporan: LaporanBeranda, tenggat: str) -> Iterator[Pekerjaan]:
    isi = laporan.isi
    alamat = _alamat("laporan_ruang", ruang, isi.tahun, isi.pk)
    if isi.status == StatusLaporan.DISUSUN.value and ruang.is_perencana:
        keterangan = tenggat or "Periksa temuan di samping teksnya sebelum diajukan."
        yield Pekerjaan(f"Lengkapi dan ajukan {laporan.nama}", keterangan, alamat, "file-text")
    if isi.status == StatusLaporan.DIAJUKAN.value and ruang.is_pimpinan and not laporan.jumlah_pereviu:
        alamat = _alamat("reviu", ruang, isi.tahun)
        yield Pekerjaan(f"Tunjuk pereviu {laporan.nama}", f"Sudah diajukan. {tenggat}".strip(), alamat, "user-check")
    if isi.status == StatusLaporan.DIREVIU.value and ruang.is_pimpinan:
        alamat = _alamat("publikasi", ruang, isi.tahun)
        yield Pekerjaan(f"Tandatangani {laporan.nama}", f"Sudah direviu. {tenggat}".strip(), alamat, "signature")


def _temuan(ruang: Ruang, laporan: LaporanBeranda) -> Iterator[Pekerjaan]:
    jumlah = sum(laporan.temuan.get(status, 0) for status in _GILIRAN_SATKER)
    if jumlah and ruang.is_boleh(*PENANGGAP):
        alamat = _alamat("reviu_rinci", ruang, laporan.isi.tahun, laporan.isi.pk)
        teks = f"Tanggapi atau perbaiki {jumlah} temuan reviu {laporan.nama}"
        yield Pekerjaan(teks, "Laporan ditandatangani setelah temuannya selesai.", alamat, "message")


def _terbitan(ruang: Ruang, akhir: KerjaLaporan, laporan: LaporanBeranda) -> Iterator[Pekerjaan]:
    if laporan.isi.is_beku and laporan.kode_entitas not in akhir.terbitan and ruang.is_boleh(*PERAN_PENERBIT):
        alamat = _alamat("publikasi", ruang, akhir.tahun)
        yield Pekerjaan(f"Terbitkan {laporan.nama}", "Sudah ditandatangani; publik belum dapat membacanya.", alamat)


def _penilaian_mandiri(ruang: Ruang, akhir: KerjaLaporan) -> Iterator[Pekerjaan]:
    lke = akhir.mandiri
    if lke is None:
        return
    alamat = _alamat("evaluasi_lke", ruang, akhir.tahun, lke.pk)
    if lke.status == StatusLke.DISUSUN.value and ruang.is_perencana:
        sebab = f"Dikembalikan: {lke.catatan}" if lke.catatan else "Jawab kriterianya, lalu ajukan."
        yield Pekerjaan(f"Lengkapi penilaian mandiri {akhir.tahun}", sebab, alamat, "clipboard-check")
    if lke.status == StatusLke.DIAJUKAN.value and ruang.is_pimpinan and lke.pengaju_id != ruang.pengguna.pk:
        yield Pekerjaan(f"Tetapkan atau kembalikan penilaian mandiri {akhir.tahun}", "Sudah diajukan.", alamat)


def _rekomendasi(kerja: TahunKerja) -> Iterator[Pekerjaan]:
    terbuka = [r for r in kerja.rekomendasi if r.status == StatusRekomendasi.TERBUKA.value]
    if terbuka and kerja.ruang.is_boleh(*PERAN_PELAKSANA):
        dekat = terbuka[0].tenggat  # by deadline
        keterangan = f"Tenggat terdekat {format_tanggal(dekat)}." if dekat else "Catat yang dilakukan beserta buktinya."
        alamat = _alamat("rekomendasi", kerja.ruang, kerja.ruang.tahun)
        yield Pekerjaan(f"Tindak lanjuti {len(terbuka)} rekomendasi evaluasi", keterangan, alamat, "flag")


def _tahun_berikut(kerja: TahunKerja) -> Iterator[Pekerjaan]:
    ruang, hari = kerja.ruang, timezone.localdate()
    if not ruang.is_perencana or kerja.berlaku is None or hari < date(ruang.tahun, MULAI_LANJUT, 1):
        return
    if hari.year <= ruang.tahun + 1 and not _RKT.rows(ruang.satker.pk, ruang.tahun + 1):
        alamat = _alamat("tahun_berikut", ruang, ruang.tahun)
        teks = f"Buka tahun {ruang.tahun + 1}"
        yield Pekerjaan(teks, "RKT, elemen, jadwal, dan perjanjian disiapkan sebagai naskah.", alamat, "calendar")


def _auditor(ruang: Ruang) -> Iterator[Pekerjaan]:
    """In one's own office all reviews that one is on; elsewhere those of that office."""
    semua = daftar_penugasan_berlaku(ruang.pengguna)
    if ruang.is_boleh(*PENUNJUK_DI_ATAS):
        jalur = ruang.satker.path
        menunggu = len(_TANPA_PEREVIU.rows(jalur, jalur[:-1] + chr(ord(jalur[-1]) + 1), ruang.satker.pk))
        if menunggu:
            alamat = _alamat("reviu", ruang, ruang.tahun)
            yield Pekerjaan(f"Tunjuk pereviu {menunggu} laporan satker di bawah", "Sudah diajukan.", alamat, "users")
    if not any(p.peran_enum in PEREVIU for p in semua):
        return
    for p in _REVIU_SAYA(ruang.pengguna.pk, StatusLaporan.DIAJUKAN.value):
        kode, satker, tahun = p.kode_satker, p.nama_satker, p.tahun  # type: ignore[attr-defined]  # annotated
        if ruang.is_boleh(*PEREVIU) or kode == ruang.satker.kode:
            alamat = reverse("reviu_rinci", args=(kode, tahun, p.laporan_id))
            teks = f"Reviu Laporan Kinerja {tahun} {satker}"
            yield Pekerjaan(teks, "Anda ketua tim." if p.is_ketua else "Anda anggota tim.", alamat, "search")
    jumlah = len(_TEMUAN_SAYA.rows(ruang.pengguna.pk)) if ruang.is_boleh(*PEREVIU) else 0
    if jumlah:
        alamat = _alamat("reviu", ruang, ruang.tahun)
        yield Pekerjaan(f"Nilai jawaban atas {jumlah} temuan", "Satker sudah menanggapi.", alamat, "message")


def _evaluator(ruang: Ruang) -> Iterator[Pekerjaan]:
    if not ruang.is_boleh(*PERAN_PENILAI):
        return
    for lke in _LKE_PENILAI(ruang.satker.pk):
        kode, nama = lke.kode_satker, lke.nama_satker  # type: ignore[attr-defined]  # annotated by the query
        alamat = reverse("evaluasi_lke", args=(kode, lke.tahun, lke.pk))
        if lke.status == StatusLke.DIAJUKAN.value:
            yield Pekerjaan(f"Tetapkan atau kembalikan evaluasi {lke.tahun} {nama}", "Sudah diajukan.", alamat)
        elif lke.evaluator_id == ruang.pengguna.pk:
            yield Pekerjaan(f"Lanjutkan evaluasi {lke.tahun} {nama}", "Masih disusun.", alamat, "clipboard-check")
    jumlah = len(_LANJUTAN.rows(ruang.satker.pk))
    if jumlah:
        alamat = _alamat("rekomendasi", ruang, ruang.tahun)
        teks = f"Nilai tindak lanjut {jumlah} rekomendasi"
        yield Pekerjaan(teks, "Satker sudah mencatat yang dilakukan.", alamat, "flag")


def _alamat(halaman: str, ruang: Ruang, tahun: int, *lain: int) -> str:
    return reverse(halaman, args=(ruang.satker.kode, tahun, *lain))


_RKT = KueriTetap(
    lambda satker, tahun: RencanaKinerja.objects.filter(satker=satker, tahun=tahun).order_by().only("pk"), 1, 2020
)
_REVIU_SAYA = KueriTetap(
    lambda auditor, status: (
        PenugasanReviu.objects.filter(auditor=auditor, selesai_pada__isnull=True, laporan__status=status)
        .annotate(
            kode_satker=F("laporan__satker__kode"), nama_satker=F("laporan__satker__nama"), tahun=F("laporan__tahun")
        )
        .order_by("laporan__tahun", "laporan__satker__path", "pk")
    ),
    1,
    "diajukan",
)
_TEMUAN_SAYA = KueriTetap(
    lambda auditor: (
        TemuanReviu.objects.filter(
            Exists(
                PenugasanReviu.objects.filter(laporan=OuterRef("laporan"), auditor=auditor, selesai_pada__isnull=True)
            ),
            status__in=(StatusTemuan.DITANGGAPI.value, StatusTemuan.DIPERBAIKI.value),
        )
        .order_by()
        .only("pk")
    ),
    1,
)
_TANPA_PEREVIU = KueriTetap(
    lambda awal, akhir, sendiri: (
        LaporanKinerja.objects.filter(
            ~Exists(PenugasanReviu.objects.filter(laporan=OuterRef("pk"), selesai_pada__isnull=True)),
            satker__path__gte=awal,
            satker__path__lt=akhir,
            jenis=JenisLaporan.TAHUNAN.value,
            status=StatusLaporan.DIAJUKAN.value,
        )
        .exclude(satker=sendiri)
        .order_by()
        .only("pk")
    ),
    "000001/",
    "0000010",
    1,
)
_LKE_PENILAI = KueriTetap(
    lambda penilai: (
        Lke.objects.filter(
            penilai=penilai,
            jenis=JenisLke.RESMI.value,
            status__in=(StatusLke.DISUSUN.value, StatusLke.DIAJUKAN.value),
        )
        .defer("isi", "simpulan")
        .annotate(kode_satker=F("satker__kode"), nama_satker=F("satker__nama"))
        .order_by("tahun", "satker__path")
    ),
    1,
)
_LANJUTAN = KueriTetap(
    lambda penilai: Rekomendasi.objects.filter(
        lke__penilai=penilai, status=StatusRekomendasi.DITINDAKLANJUTI.value
    ).only("pk"),
    1,
)
