"""What a person has to do about facts: measurement, actions, budget, elections."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.fakta.kepemiluan import StatusTahapan
from akuntabel.doors.web.beranda_bacaan import TahunKerja
from akuntabel.doors.web.pekerjaan import Pekerjaan
from akuntabel.platform.kueri import KueriTetap
from akuntabel.siklus.anggaran.models import RevisiDipa, StatusRevisi, StatusVersi, VersiAnggaran
from akuntabel.siklus.anggaran.permissions import PERALIHAN_REVISI, PERAN_PER_TINDAKAN
from akuntabel.siklus.kepemiluan.models import Tahapan
from akuntabel.siklus.kepemiluan.permissions import PERAN_PENCATAT
from akuntabel.siklus.pengukuran.berlaku import Jendela, akhir_triwulan
from akuntabel.siklus.pengukuran.models import RealisasiAksi, StatusAksi, StatusPengukuran
from akuntabel.siklus.pengukuran.permissions import PERAN_PEMERIKSA, PERAN_PENGUKUR, PERAN_PENYUSUN
from akuntabel.siklus.perjanjian.models import ROMAWI, Aksi, StatusRencanaAksi


def daftar_pekerjaan_fakta(kerja: TahunKerja) -> Iterator[Pekerjaan]:
    """Stage by stage, in the order of the cycle."""
    for triwulan, jendela in kerja.jendela.items():
        if not kerja.is_setahun(triwulan):
            yield from _triwulan(kerja, triwulan, jendela)
    yield from _aksi(kerja)
    yield from _anggaran(kerja)
    yield from _tahapan(kerja)


def _triwulan(kerja: TahunKerja, triwulan: int, jendela: Jendela) -> Iterator[Pekerjaan]:
    ruang, pengukuran = kerja.ruang, jendela.pengukuran
    alamat = reverse("pengukuran_kisi", args=(ruang.satker.kode, ruang.tahun, triwulan))
    nama = f"pengukuran triwulan {ROMAWI[triwulan]}"
    tenggat = f"Tenggat {format_tanggal(jendela.jadwal.tenggat)}." if jendela.jadwal else ""
    ikon = "alert-triangle" if jendela.is_terlambat else "clipboard-check"
    if pengukuran is not None and pengukuran.status == StatusPengukuran.DIAJUKAN.value:
        if ruang.is_boleh(*PERAN_PEMERIKSA) and pengukuran.pengaju_id != ruang.pengguna.pk:
            yield Pekerjaan(f"Verifikasi atau kembalikan {nama}", f"Sudah diajukan. {tenggat}".strip(), alamat, ikon)
    elif ruang.is_boleh(*PERAN_PENGUKUR) and jendela.is_terbuka and _is_waktunya(jendela, ruang.tahun, triwulan):
        if pengukuran is not None and pengukuran.catatan:
            yield Pekerjaan(f"Betulkan {nama}", f"Dikembalikan: {pengukuran.catatan}", alamat, "arrow-back-up")
        else:
            yield Pekerjaan(f"Isi dan ajukan {nama}", tenggat, alamat, ikon)


def _is_waktunya(jendela: Jendela, tahun: int, triwulan: int) -> bool:
    """Its window has opened; without a schedule: it has ended, or was opened again."""
    mulai = jendela.jadwal.buka if jendela.jadwal else akhir_triwulan(tahun, triwulan)
    return jendela.sampai is not None or mulai <= timezone.localdate()


def _aksi(kerja: TahunKerja) -> Iterator[Pekerjaan]:
    """Actions whose quarter is over and that nobody has said to be done."""
    ruang = kerja.ruang
    if kerja.berlaku is None or not ruang.is_boleh(*PERAN_PENYUSUN):
        return
    jumlah = len(_AKSI_LEWAT.rows(kerja.berlaku.pk, _triwulan_lewat(ruang.tahun)))
    if jumlah:
        alamat = reverse("realisasi_aksi", args=(ruang.satker.kode, ruang.tahun))
        teks = f"Laporkan {jumlah} aksi yang triwulannya sudah lewat"
        yield Pekerjaan(teks, "Selesai dengan bukti, atau hambatan dan tindak lanjutnya.", alamat, "list-check")


def _triwulan_lewat(tahun: int) -> int:
    """How many quarters of the year are over."""
    hari = timezone.localdate()
    return sum(akhir_triwulan(tahun, t) < hari for t in ROMAWI)


def _anggaran(kerja: TahunKerja) -> Iterator[Pekerjaan]:
    ruang = kerja.ruang
    kode, tahun, satker = ruang.satker.kode, ruang.tahun, ruang.satker.pk
    if ruang.is_boleh(*PERAN_PER_TINDAKAN["versi.adopt"]):
        for v in _PRATINJAU(satker, tahun):
            alamat = reverse("anggaran_impor", args=(kode, tahun))
            teks = f"Ambil atau tolak berkas anggaran {v.nama_berkas or v.get_jenis_display()}"
            yield Pekerjaan(teks, "Sudah dibaca; periksa apa yang berubah.", alamat, "table-import")
    boleh = {s.dari for s in (PERALIHAN_REVISI["submit"], PERALIHAN_REVISI["adopt"]) if ruang.is_boleh(*s.peran)}
    for r in _REVISI(satker, tahun) if boleh else ():
        if r.status in boleh:
            tindakan = "Lengkapi dan ajukan" if r.status == StatusRevisi.DISUSUN else "Tetapkan atau kembalikan"
            alamat = reverse("anggaran_revisi", args=(kode, tahun))
            yield Pekerjaan(f"{tindakan} revisi DIPA ke-{r.nomor}", r.alasan[:120], alamat, "files")


def _tahapan(kerja: TahunKerja) -> Iterator[Pekerjaan]:
    ruang = kerja.ruang
    if not ruang.is_boleh(*PERAN_PENCATAT):
        return
    jumlah = len(_TAHAPAN.rows(ruang.satker.pk, ruang.tahun, timezone.localdate()))
    if jumlah:
        alamat = reverse("kepemiluan", args=(ruang.satker.kode, ruang.tahun))
        teks = f"Catat pelaksanaan {jumlah} tahapan yang jadwalnya sudah lewat"
        yield Pekerjaan(teks, "Tanggal selesai yang sebenarnya, beserta sumbernya.", alamat, "flag")


_SELESAI = RealisasiAksi.objects.filter(
    aksi=OuterRef("pk"), status__in=(StatusAksi.SELESAI.value, StatusAksi.DITINDAKLANJUTI.value)
)
_AKSI_LEWAT = KueriTetap(
    lambda perjanjian, triwulan: (
        Aksi.objects.filter(
            rencana_aksi__perjanjian=perjanjian,
            rencana_aksi__status=StatusRencanaAksi.DISETUJUI.value,
            triwulan__lte=triwulan,
        )
        .exclude(Exists(_SELESAI))
        .order_by()
        .only("pk")
    ),
    1,
    2,
)
_PRATINJAU = KueriTetap(
    lambda satker, tahun: VersiAnggaran.objects.filter(satker=satker, tahun=tahun, status=StatusVersi.PRATINJAU).defer(
        "catatan"
    ),
    1,
    2020,
)
_REVISI = KueriTetap(
    lambda satker, tahun: (
        RevisiDipa.objects.filter(satker=satker, tahun=tahun).exclude(status=StatusRevisi.DITETAPKAN).order_by("nomor")
    ),
    1,
    2020,
)
_TAHAPAN = KueriTetap(
    lambda satker, tahun, hari: (
        Tahapan.objects.filter(
            satker=satker,
            pemilihan__tahun_laporan=tahun,
            rencana_selesai__lt=hari,
            realisasi_selesai__isnull=True,
            status=StatusTahapan.BELUM.value,
        )
        .order_by()
        .only("pk")
    ),
    1,
    2020,
    date(2020, 12, 31),
)
