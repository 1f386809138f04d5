"""The documents of measurement out of the database: forms per kegiatan and per sasaran, the report of a quarter.

The money is no concern of this stage: who asks for a document brings it along, as values of the core.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from django.utils import timezone

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.compose.formulir_pengukuran import compose_capaian_kegiatan, compose_capaian_sasaran
from akuntabel.core.compose.formulir_pengukuran_isi import (
    AksiTerlaksana,
    IndikatorTerukur,
    IsiPengukuran,
    SasaranTerukur,
    read_kegiatan,
    teks_pita,
)
from akuntabel.core.compose.isi_perjanjian import Pihak
from akuntabel.core.compose.laporan_triwulan import compose_laporan_triwulan
from akuntabel.core.fakta.hasil import HasilAnggaran
from akuntabel.core.fakta.organisasi import PeranPejabat
from akuntabel.core.fakta.perencanaan import Indikator, SasaranAnggaran
from akuntabel.core.fakta.slot import show_capaian
from akuntabel.core.fakta.target import TargetTidakTerbacaError, parse_target, show_realisasi, show_target
from akuntabel.core.naskah.model import Naskah
from akuntabel.core.render.berkas import Format, render_berkas
from akuntabel.siklus.organisasi.kop import build_kop
from akuntabel.siklus.organisasi.models import Pejabat, Satker
from akuntabel.siklus.pengukuran.hitung import HasilIndikator, HasilPengukuran, HasilSasaran, compute_capaian_tahun
from akuntabel.siklus.pengukuran.kisi import read_target_tahun
from akuntabel.siklus.pengukuran.models import PengukuranTriwulan, RealisasiAksi, StatusPengukuran
from akuntabel.siklus.perjanjian.berlaku import find_rencana_aksi_berlaku
from akuntabel.siklus.perjanjian.isi import compute_sidik_isi
from akuntabel.siklus.perjanjian.models import Aksi

BELUM_DIVERIFIKASI = "Pengukuran triwulan ini belum diverifikasi; angkanya masih dapat berubah."


class JenisDokumen(StrEnum):
    """What can be asked for, as addresses name it."""

    LAPORAN = "laporan"
    SASARAN = "pencapaian-sasaran"
    KEGIATAN = "capaian-kegiatan"

    @property
    def sebutan(self) -> str:
        """As the list of documents names it."""
        return _SEBUTAN[self]


_SEBUTAN: Mapping[JenisDokumen, str] = {
    JenisDokumen.LAPORAN: "Laporan triwulan",
    JenisDokumen.SASARAN: "Formulir pencapaian sasaran",
    JenisDokumen.KEGIATAN: "Formulir capaian kegiatan",
}
_PENYUSUN: Mapping[JenisDokumen, Callable[[IsiPengukuran], Naskah]] = {
    JenisDokumen.LAPORAN: compose_laporan_triwulan,
    JenisDokumen.SASARAN: compose_capaian_sasaran,
    JenisDokumen.KEGIATAN: compose_capaian_kegiatan,
}


@dataclass(frozen=True, slots=True)
class AnggaranDokumen:
    """The money that a document tells of, and what it served."""

    hasil: HasilAnggaran
    daftar_kait: Sequence[SasaranAnggaran]


def render_pengukuran(isi: IsiPengukuran, jenis: JenisDokumen, format_: Format) -> bytes:
    """The document as a file."""
    return render_berkas(_PENYUSUN[jenis](isi), [format_])[format_].isi


def build_isi_pengukuran(
    satker: Satker, tahun: int, triwulan: int, anggaran: AnggaranDokumen | None = None
) -> IsiPengukuran:
    """What the documents of a quarter say. Raises BerkasHilangError where the letterhead is lost."""
    hasil = compute_capaian_tahun(satker, tahun, triwulan)
    pengukuran = PengukuranTriwulan.objects.filter(satker=satker, tahun=tahun, triwulan=triwulan).first()
    is_resmi = pengukuran is not None and pengukuran.status == StatusPengukuran.DIVERIFIKASI
    uang = anggaran.hasil if anggaran and anggaran.hasil.baris else None
    target = read_target_tahun(hasil)
    isi = IsiPengukuran(
        nama_pendek=satker.nama,
        nama_lengkap=satker.nama_lengkap,
        tahun=tahun,
        triwulan=triwulan,
        sasaran=tuple(_sasaran(hasil, s, target) for s in hasil.sasaran),
        capaian=show_capaian(hasil, hasil.organisasi.nilai),
        kategori=teks_pita(hasil.kategori),
        kebijakan=hasil.kebijakan.judul,
        pimpinan=_find_pimpinan(hasil),
        tempat=satker.kota,
        tanggal=_tanggal(pengukuran) if is_resmi else None,
        sidik="",
        anggaran=read_kegiatan(uang, anggaran.daftar_kait) if uang and anggaran else (),
        jumlah_anggaran=uang.total.semua if uang else None,
        aksi=_daftar_aksi(hasil, triwulan),
        verifikasi=_verifikasi(pengukuran) if is_resmi else "",
        keterangan_rancangan="" if is_resmi else BELUM_DIVERIFIKASI,
    )
    return replace(isi, sidik=compute_sidik_isi({"isi": repr(isi)}), kop=build_kop(satker))


def _sasaran(hasil: HasilPengukuran, s: HasilSasaran, target: Mapping[int, str]) -> SasaranTerukur:
    return SasaranTerukur(
        s.sasaran.kode,
        s.sasaran.nama,
        tuple(_indikator(hasil, h, target.get(h.indikator.pk, "")) for h in s.daftar_indikator),
        show_capaian(hasil, s.rekap.nilai),
        teks_pita(s.kategori),
        str(s.rekap.cakupan),
    )


def _indikator(hasil: HasilPengukuran, h: HasilIndikator, target: str) -> IndikatorTerukur:
    mentah = h.capaian.mentah
    return IndikatorTerukur(
        h.acuan.kode,
        h.acuan.nama,
        h.acuan.satuan,
        show_target_tertulis(target, h.acuan) or Besaran(Nilai.of(1), predikat="belum ada"),
        show_realisasi(h.realisasi, h.acuan),
        show_capaian(hasil, mentah),
        show_capaian(hasil, h.capaian.terbatas),
        teks_pita(h.capaian.kategori),
        show_target_tertulis(h.target_teks, h.acuan),
        h.catatan if mentah.is_counted else mentah.alasan,
    )


def show_target_tertulis(teks: str, acuan: Indikator) -> Besaran | None:
    """A stored target as a reader sees it; as it was typed where it cannot be read; None for none."""
    if not teks:
        return None
    try:
        return show_target(parse_target(teks, acuan), acuan)
    except TargetTidakTerbacaError:
        return Besaran(Nilai.of(1), predikat=teks)


def _find_pimpinan(hasil: HasilPengukuran) -> Pihak:
    """Who signs: the party of the agreement, else the head of the office today."""
    pejabat: Pejabat | None = hasil.perjanjian.pihak_pertama if hasil.perjanjian else None
    if pejabat is None:
        hari = timezone.localdate()
        daftar = Pejabat.objects.filter(satker=hasil.satker, peran=PeranPejabat.PIMPINAN.value)
        pejabat = next((p for p in daftar if p.is_berlaku(hari)), None)
    if pejabat is None:
        return Pihak(f"Pimpinan {hasil.satker.nama}")
    sifat = "" if pejabat.sifat == Pejabat.Sifat.TETAP else pejabat.sifat
    return Pihak(pejabat.jabatan, pejabat.nama, pejabat.nip, sifat)


def _daftar_aksi(hasil: HasilPengukuran, triwulan: int) -> tuple[AksiTerlaksana, ...]:
    """The actions that were due up to the quarter, with what became of them."""
    rencana_aksi = find_rencana_aksi_berlaku(hasil.perjanjian) if hasil.perjanjian else None
    if rencana_aksi is None:
        return ()
    daftar = list(
        Aksi.objects.filter(rencana_aksi=rencana_aksi, triwulan__lte=triwulan).select_related(
            "perjanjian_target__indikator", "unit", "pejabat"
        )
    )
    realisasi = {r.aksi_id: r for r in RealisasiAksi.objects.filter(aksi__in=daftar).select_related("bukti")}
    return tuple(_aksi(a, realisasi.get(a.pk)) for a in daftar)


def _aksi(aksi: Aksi, r: RealisasiAksi | None) -> AksiTerlaksana:
    siapa = (aksi.unit.nama if aksi.unit else "", aksi.pejabat.jabatan if aksi.pejabat else "")
    return AksiTerlaksana(
        indikator=aksi.perjanjian_target.indikator.kode,
        uraian=aksi.uraian,
        triwulan=aksi.triwulan,
        penanggung_jawab="; ".join(s for s in siapa if s),
        status=r.get_status_display() if r else "belum dicatat",
        bukti=r.bukti.nama if r and r.bukti else "",
        hambatan=r.hambatan if r else "",
        tindak_lanjut=r.tindak_lanjut if r else "",
    )


def _tanggal(pengukuran: PengukuranTriwulan | None) -> date | None:
    saat = pengukuran.diverifikasi_pada if pengukuran else None
    return timezone.localtime(saat).date() if saat else None


def _verifikasi(pengukuran: PengukuranTriwulan | None) -> str:
    """Who measured, who verified, and that it was the same person where it was."""
    tanggal = _tanggal(pengukuran)
    if pengukuran is None or tanggal is None:
        return ""
    sendiri = " Verifikasi dilakukan sendiri oleh yang mengajukan." if pengukuran.is_diverifikasi_sendiri else ""
    return (
        f"Diajukan oleh {pengukuran.pengaju} dan diverifikasi oleh {pengukuran.pemeriksa} "
        f"pada {format_tanggal(tanggal)}.{sendiri}"
    )
