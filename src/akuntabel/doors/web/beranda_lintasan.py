"""The year as a track: every stage with its state, what is due, and whose turn it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone

from akuntabel.doors.web.beranda_bacaan import TahunKerja
from akuntabel.doors.web.beranda_laporan import KerjaLaporan, LaporanBeranda
from akuntabel.doors.web.ruang import Ruang
from akuntabel.siklus.pelaporan.models import StatusLaporan
from akuntabel.siklus.pengukuran.berlaku import Jendela, akhir_triwulan
from akuntabel.siklus.pengukuran.models import StatusPengukuran
from akuntabel.siklus.perencanaan.models import RencanaKinerja, StatusRencana
from akuntabel.siklus.perjanjian.models import (
    ROMAWI,
    PerjanjianKinerja,
    RencanaAksi,
    StatusPerjanjian,
    StatusRencanaAksi,
)
from akuntabel.siklus.publikasi.models import Terbitan
from akuntabel.siklus.tahap import Tahap

SUDAH, SEKARANG, TERLAMBAT, BELUM = "sudah", "sekarang", "terlambat", "belum"
BULAN = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des")


@dataclass(frozen=True, slots=True)
class Titik:
    """A point of the track. keadaan: sudah, sekarang, terlambat or belum; oleh: whose turn it is."""

    judul: str
    keadaan: str
    keterangan: str
    oleh: str = ""
    alamat: str = ""


def build_lintasan(kerja: TahunKerja) -> tuple[Titik, ...]:
    """All stages in the order of the cycle; measuring is a point for each quarter."""
    return (*_perencanaan(kerja), *_pengukuran(kerja), *_pelaporan(kerja))


def _perencanaan(kerja: TahunKerja) -> Iterator[Titik]:
    ruang, renstra = kerja.ruang, kerja.renstra
    alamat = reverse("renstra", args=(ruang.satker.kode,))
    if renstra is None:
        yield Titik(Tahap.RENSTRA, SEKARANG, "belum ada yang berlaku", "perencana", alamat)
    else:
        yield Titik(Tahap.RENSTRA, SUDAH, f"{renstra.mulai}–{renstra.selesai}", "", alamat)
    is_mulai = renstra is not None
    yield _titik(Tahap.RENCANA, kerja.rkt, StatusRencana.DITETAPKAN.value, ruang, "rkt", is_mulai=is_mulai)
    tertanda = kerja.daftar_tertanda
    terbaru = next(iter([*tertanda, *kerja.daftar_perjanjian]), None)
    akhir = StatusPerjanjian.DITANDATANGANI.value
    yield _titik(Tahap.PERJANJIAN, terbaru, akhir, ruang, "perjanjian", is_mulai=is_mulai)
    aksi = max(kerja.daftar_rencana_aksi, key=lambda r: r.pk, default=None)
    akhir = StatusRencanaAksi.DISETUJUI.value
    yield _titik(Tahap.RENCANA_AKSI, aksi, akhir, ruang, "rencana_aksi", is_mulai=bool(tertanda))


_GILIRAN = {"disusun": "perencana", "diajukan": "pimpinan", "disetujui": "pimpinan"}


def _titik(
    tahap: Tahap,
    dokumen: RencanaKinerja | PerjanjianKinerja | RencanaAksi | None,
    akhir: str,
    ruang: Ruang,
    halaman: str,
    *,
    is_mulai: bool,
) -> Titik:
    """A stage that has one document: done when the document has reached its last state."""
    alamat = reverse(halaman, args=(ruang.satker.kode, ruang.tahun))
    if dokumen is None:
        return Titik(tahap, SEKARANG if is_mulai else BELUM, "belum disusun", "perencana" if is_mulai else "", alamat)
    if dokumen.status == akhir:
        return Titik(tahap, SUDAH, _sejak(dokumen), "", alamat)
    return Titik(tahap, SEKARANG, dokumen.status, _GILIRAN.get(dokumen.status, ""), alamat)


def _sejak(dokumen: RencanaKinerja | PerjanjianKinerja | RencanaAksi) -> str:
    """The last state of a document; of a signed one its day, which says more and is shorter."""
    if isinstance(dokumen, PerjanjianKinerja):
        hari = dokumen.tanggal_penandatanganan
        return f"berlaku {_hari(hari)}" if hari else "berlaku"
    return dokumen.status


def _pengukuran(kerja: TahunKerja) -> Iterator[Titik]:
    ruang = kerja.ruang
    for triwulan in ROMAWI:
        jendela = kerja.jendela.get(triwulan)
        judul = f"Triwulan {ROMAWI[triwulan]}"
        if jendela is None:
            yield Titik(judul, BELUM, f"s.d. {_hari(akhir_triwulan(ruang.tahun, triwulan))}")
            continue
        alamat = reverse("pengukuran_kisi", args=(ruang.satker.kode, ruang.tahun, triwulan))
        if kerja.is_setahun(triwulan):
            yield Titik(judul, BELUM, "diimpor setahun", "", alamat)
            continue
        yield Titik(judul, *_keadaan_triwulan(jendela, akhir_triwulan(ruang.tahun, triwulan)), alamat)


def _keadaan_triwulan(jendela: Jendela, akhir: date) -> tuple[str, str, str]:
    """State, words, whose turn. Without a schedule a quarter is due when it has ended."""
    hari, jadwal = timezone.localdate(), jendela.jadwal
    status = jendela.pengukuran.status if jendela.pengukuran else StatusPengukuran.DISUSUN.value
    if status == StatusPengukuran.DIVERIFIKASI.value and jendela.sampai is None:
        return SUDAH, "diverifikasi", ""
    tenggat = f", tenggat {_hari(jadwal.tenggat)}" if jadwal else ""
    keadaan = TERLAMBAT if jendela.is_terlambat else SEKARANG
    if status == StatusPengukuran.DIAJUKAN.value:
        return keadaan, f"menunggu verifikasi{tenggat}", "perencana atau pimpinan"
    if jendela.sampai is not None:
        return SEKARANG, f"dibuka kembali s.d. {_hari(timezone.localtime(jendela.sampai).date())}", "pengelola data"
    mulai = jadwal.buka if jadwal else akhir
    if hari < mulai or not jendela.is_terbuka:
        kata = f"dibuka {_hari(mulai)}" if hari < mulai else "dikunci"
        return (keadaan if jendela.is_terlambat else BELUM), kata, ""
    kata = "dikembalikan" if jendela.pengukuran and jendela.pengukuran.catatan else "sedang diisi"
    return keadaan, kata + tenggat, "pengelola data"


def _pelaporan(kerja: TahunKerja) -> Iterator[Titik]:
    """The end of the year: by the report of the head of the office."""
    akhir = kerja.laporan
    laporan = akhir.utama
    ruang = kerja.ruang
    yield Titik(Tahap.LAPORAN, *_keadaan_laporan(akhir), _alamat("laporan", ruang))
    yield Titik(Tahap.REVIU, *_keadaan_reviu(laporan), _alamat("reviu", ruang))
    terbitan = akhir.terbitan.get(laporan.kode_entitas) if laporan else None
    yield Titik(Tahap.PUBLIKASI, *_keadaan_terbitan(laporan, terbitan), _alamat("publikasi", ruang))
    yield Titik(Tahap.EVALUASI, *_keadaan_evaluasi(akhir), _alamat("evaluasi", ruang))


def _keadaan_laporan(akhir: KerjaLaporan) -> tuple[str, str, str]:
    """State, words, whose turn. Without a day that a rule names it is due once the year is over."""
    laporan, tenggat = akhir.utama, akhir.tenggat
    if laporan is not None and laporan.isi.is_beku:
        return (
            SUDAH,
            f"tanda tangan {_hari(laporan.isi.tanggal)}" if laporan.isi.tanggal else "sudah bertanda tangan",
            "",
        )
    batas = f"tenggat {_hari(tenggat)} {tenggat.year}" if tenggat else ""
    if laporan is None and not (akhir.is_berakhir and akhir.is_berjanji):
        return BELUM, batas or f"sesudah {akhir.tahun} berakhir", ""
    is_lewat = tenggat is not None and timezone.localdate() > tenggat
    keadaan = TERLAMBAT if is_lewat else SEKARANG
    kata, giliran = _GILIRAN_LAPORAN[laporan.isi.status if laporan else ""]
    return keadaan, ", ".join(k for k in (kata, batas) if k), giliran


_GILIRAN_LAPORAN = {
    "": ("belum disusun", "perencana"),
    StatusLaporan.DISUSUN.value: ("disusun", "perencana"),
    StatusLaporan.DIAJUKAN.value: ("diajukan", "auditor"),
    StatusLaporan.DIREVIU.value: ("menunggu tanda tangan", "pimpinan"),
}


def _keadaan_reviu(laporan: LaporanBeranda | None) -> tuple[str, str, str]:
    if laporan is None or (laporan.isi.status == StatusLaporan.DISUSUN.value and not laporan.jumlah_temuan):
        return BELUM, "sebelum tanda tangan", ""
    if laporan.isi.status == StatusLaporan.DISUSUN.value:
        return SEKARANG, f"{laporan.jumlah_temuan} temuan diperbaiki", "perencana"
    if laporan.isi.status != StatusLaporan.DIAJUKAN.value:
        return SUDAH, "selesai", ""
    if not laporan.jumlah_pereviu:
        return SEKARANG, "menunggu penugasan auditor", "pimpinan atau auditor"
    temuan = f", {laporan.jumlah_temuan} temuan" if laporan.jumlah_temuan else ""
    return SEKARANG, f"berjalan{temuan}", "auditor"


def _keadaan_terbitan(laporan: LaporanBeranda | None, terbitan: Terbitan | None) -> tuple[str, str, str]:
    if terbitan is not None and terbitan.is_ditarik:
        return SEKARANG, "ditarik dari publik", "perencana"
    if terbitan is not None:
        return SUDAH, f"terbit {_hari(timezone.localtime(terbitan.terbit_pada).date())}", ""
    if laporan is not None and laporan.isi.is_beku:
        return SEKARANG, "siap diterbitkan", "perencana atau pimpinan"
    return BELUM, "sesudah tanda tangan", ""


def _keadaan_evaluasi(akhir: KerjaLaporan) -> tuple[str, str, str]:
    """By the official score; until then by what the office says of itself."""
    resmi, mandiri = akhir.resmi, akhir.mandiri
    if resmi is not None and resmi.is_beku:
        return SUDAH, f"predikat {resmi.predikat}", ""
    if resmi is not None:
        return SEKARANG, "evaluasi diajukan", "evaluator"
    if mandiri is not None and mandiri.is_beku:
        return SEKARANG, "penilaian mandiri selesai", "evaluator"
    if mandiri is not None:
        return SEKARANG, f"penilaian mandiri {mandiri.status}", _GILIRAN.get(mandiri.status, "")
    return BELUM, "belum dimulai" if akhir.is_berakhir else f"sesudah {akhir.tahun} berakhir", ""


def _alamat(halaman: str, ruang: Ruang) -> str:
    return reverse(halaman, args=(ruang.satker.kode, ruang.tahun))


def _hari(hari: date) -> str:
    return f"{hari.day} {BULAN[hari.month - 1]}"
