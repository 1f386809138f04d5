"""What deserves a look in an office-year: late, unusual, contradictory, unanswered. Each with the place to act on."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from akuntabel.core.calc.angka import format_angka, format_rupiah, format_tanggal
from akuntabel.doors.web.beranda_bacaan import TahunKerja
from akuntabel.doors.web.beranda_capaian import CapaianTahun
from akuntabel.doors.web.beranda_laporan import SEBELUM_TENGGAT, KerjaLaporan
from akuntabel.platform.kueri import KueriTetap
from akuntabel.siklus.anggaran.models import RevisiDipa, StatusRevisi
from akuntabel.siklus.pengukuran.models import CatatanSel, Fakta, RealisasiAksi, StatusAksi
from akuntabel.siklus.perjanjian.models import ROMAWI

SEBUTKAN = 3  # names before "dan … lainnya"
BURUK, WASPADA = "buruk", "waspada"


@dataclass(frozen=True, slots=True)
class Perhatian:
    """One matter. jenis: the word that stands beside the icon; rupa: buruk or waspada."""

    jenis: str
    teks: str
    alamat: str
    rupa: str = WASPADA


def build_perhatian(kerja: TahunKerja, capaian: CapaianTahun | None) -> tuple[Perhatian, ...]:
    """The worst first."""
    semua = [*_terlambat(kerja), *_anggaran(kerja), *_laporan(kerja), *_rekomendasi(kerja)]
    if capaian is not None:
        semua += [*_capaian(kerja, capaian), *_pengukuran(kerja)]
    return tuple(sorted(semua, key=lambda p: p.rupa != BURUK))


def _terlambat(kerja: TahunKerja) -> Iterator[Perhatian]:
    for triwulan, jendela in kerja.jendela.items():
        if jendela.is_terlambat and jendela.jadwal is not None:
            teks = f"Pengukuran triwulan {ROMAWI[triwulan]} belum diverifikasi; "
            teks += f"tenggatnya {format_tanggal(jendela.jadwal.tenggat)}."
            yield Perhatian("Terlambat", teks, _kisi(kerja, triwulan), BURUK)


def _capaian(kerja: TahunKerja, capaian: CapaianTahun) -> Iterator[Perhatian]:
    """By the policy: the lowest band, and what its cap cuts off."""
    alamat = reverse("capaian", args=(kerja.ruang.satker.kode, kerja.ruang.tahun))
    terendah, batas = capaian.kebijakan.skala.pita[-1].label, capaian.kebijakan.batas_atas
    rendah = [b.indikator.kode for b in capaian.daftar_indikator if b.kategori == terendah]
    if rendah:
        yield Perhatian("Rendah", f"Capaian indikator {_sebut(rendah)} {terendah.lower()}.", alamat, BURUK)
    penuh = [b.indikator.kode for b in capaian.daftar_indikator if batas is not None and b.capaian.angka == batas]
    if penuh:
        teks = f"Capaian indikator {_sebut(penuh)} sampai di batas {format_angka(batas or 0)}%; periksa apakah "
        yield Perhatian("Tidak lazim", teks + "targetnya terlalu rendah.", alamat)


def _pengukuran(kerja: TahunKerja) -> Iterator[Perhatian]:
    satker, tahun = kerja.ruang.satker, kerja.ruang.tahun
    melonjak = _MELONJAK.rows(satker.pk, tahun)
    if melonjak:
        triwulan = max(t for _, t in melonjak)
        teks = f"{len(melonjak)} nilai berubah tajam dan diberi alasan."
        yield Perhatian("Tidak lazim", teks, _kisi(kerja, triwulan))
    catatan = _CATATAN.rows(satker.pk, tahun)
    if catatan:
        teks = f"{len(catatan)} catatan sel belum selesai dijawab."
        yield Perhatian("Temuan", teks, _kisi(kerja, max(t for _, t in catatan)))
    terhambat = len(_TERHAMBAT.rows(satker.pk, tahun))
    if terhambat:
        alamat = reverse("realisasi_aksi", args=(satker.kode, tahun))
        yield Perhatian("Terhambat", f"{terhambat} aksi terhambat dan belum ditindaklanjuti.", alamat)


def _anggaran(kerja: TahunKerja) -> Iterator[Perhatian]:
    if kerja.versi is None:
        return
    revisi = _REVISI.first(kerja.ruang.satker.pk, kerja.ruang.tahun)
    if revisi is not None and revisi.menjadi != kerja.versi.total_pagu:
        teks = (
            f"Pagu menurut buku revisi {format_rupiah(revisi.menjadi)}, menurut data anggaran "
            f"{format_rupiah(kerja.versi.total_pagu)}."
        )
        alamat = reverse("anggaran_revisi", args=(kerja.ruang.satker.kode, kerja.ruang.tahun))
        yield Perhatian("Tidak cocok", teks, alamat, BURUK)


def _laporan(kerja: TahunKerja) -> Iterator[Perhatian]:
    """Findings that keep a report from being signed, and the day by which it is handed in."""
    for akhir in (kerja.laporan_lalu, kerja.laporan):
        if akhir is None:
            continue
        for laporan in akhir.daftar_laporan:
            if laporan.jumlah_temuan:
                alamat = reverse("reviu_rinci", args=(kerja.ruang.satker.kode, akhir.tahun, laporan.isi.pk))
                yield Perhatian("Temuan", f"{laporan.jumlah_temuan} temuan reviu {laporan.nama} belum selesai.", alamat)
        if akhir.is_berjanji and not akhir.is_selesai:
            yield from _tenggat(kerja, akhir)


def _tenggat(kerja: TahunKerja, akhir: KerjaLaporan) -> Iterator[Perhatian]:
    if akhir.tenggat is None or akhir.kewajiban is None:
        return
    sisa = (akhir.tenggat - timezone.localdate()).days
    alamat = reverse("laporan", args=(kerja.ruang.satker.kode, akhir.tahun))
    teks = f"Laporan Kinerja {akhir.tahun} belum ditandatangani; "
    if sisa < 0:
        teks += f"tenggatnya {format_tanggal(akhir.tenggat)} ({akhir.kewajiban.dasar})."
        yield Perhatian("Terlambat", teks, alamat, BURUK)
    elif sisa <= SEBELUM_TENGGAT:
        teks += f"tenggatnya {sisa} hari lagi, {format_tanggal(akhir.tenggat)} ({akhir.kewajiban.dasar})."
        yield Perhatian("Tenggat", teks, alamat)


def _rekomendasi(kerja: TahunKerja) -> Iterator[Perhatian]:
    jumlah = sum(r.is_terlambat for r in kerja.rekomendasi)
    if jumlah:
        alamat = reverse("rekomendasi", args=(kerja.ruang.satker.kode, kerja.ruang.tahun))
        yield Perhatian("Terlambat", f"{jumlah} rekomendasi evaluasi lewat tenggatnya.", alamat, BURUK)


def _kisi(kerja: TahunKerja, triwulan: int) -> str:
    return reverse("pengukuran_kisi", args=(kerja.ruang.satker.kode, kerja.ruang.tahun, triwulan))


def _sebut(daftar: list[str]) -> str:
    """1.1, 1.2, 2.1 dan 4 lainnya."""
    lain = len(daftar) - SEBUTKAN
    return ", ".join(daftar[:SEBUTKAN]) + (f" dan {lain} lainnya" if lain > 0 else "")


# A figure that was measured needs a reason only where it moved by more than the rules of the office allow.
_MELONJAK = KueriTetap(
    lambda satker, tahun: (
        Fakta.objects.terkini()
        .filter(satker=satker, tahun=tahun, triwulan__isnull=False)
        .exclude(nilai="")
        .exclude(alasan="")
        .only("triwulan")
    ),
    1,
    2020,
)
_CATATAN = KueriTetap(
    lambda satker, tahun: (
        CatatanSel.objects.filter(satker=satker, tahun=tahun, membalas__isnull=True)
        .exclude(daftar_balasan__is_selesai=True)
        .only("triwulan")
    ),
    1,
    2020,
)
_TERHAMBAT = KueriTetap(
    lambda satker, tahun: RealisasiAksi.objects.filter(
        satker=satker, aksi__rencana_aksi__perjanjian__tahun=tahun, status=StatusAksi.TERHAMBAT
    ).only("pk"),
    1,
    2020,
)
_REVISI = KueriTetap(
    lambda satker, tahun: RevisiDipa.objects.filter(
        satker=satker, tahun=tahun, status=StatusRevisi.DITETAPKAN
    ).order_by("-nomor"),
    1,
    2020,
)
