"""The year as a track: every stage with its state, what is due, and whose turn it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone

from akuntabel.core.regulasi import daftar_kewajiban
from akuntabel.doors.web.beranda_bacaan import TahunKerja
from akuntabel.doors.web.ruang import Ruang
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
    """What is done outside the application for now; the day only where a letter names one for the year."""
    tahun = kerja.ruang.tahun
    hari = next((k.tanggal for k in daftar_kewajiban().values() if k.tahun == tahun and k.tanggal), None)
    tenggat = f"tenggat {_hari(hari)} {hari.year}" if hari else f"sesudah {tahun} berakhir"
    yield Titik(Tahap.LAPORAN, BELUM, tenggat, "perencana")
    yield Titik(Tahap.REVIU, BELUM, "sebelum tanda tangan", "auditor")
    yield Titik(Tahap.PUBLIKASI, BELUM, "sesudah disampaikan", "")


def _hari(hari: date) -> str:
    return f"{hari.day} {BULAN[hari.month - 1]}"
