"""What an office has of reviu, for the pages (see ``isi``): a review that goes on, a signed one, a check of files."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import store_berkas
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import EntitasPelapor, Penugasan, Peran, Satker
from akuntabel.siklus.pelaporan.actions import draft_laporan, submit_laporan
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.pelaporan.peralihan import record_hasil_reviu
from akuntabel.siklus.reviu.actions import IsiLangkah, assign_auditor, draft_langkah
from akuntabel.siklus.reviu.actions_temuan import IsiTemuan, draft_temuan
from akuntabel.siklus.reviu.bukti_mesin import BuktiMesin, dump_bukti
from akuntabel.siklus.reviu.models import (
    BuktiReviu,
    ButirReviu,
    CaraTandaReviu,
    HasilReviu,
    KelompokLangkah,
    KirimanPeriksa,
    PeriksaLaporan,
    StatusPeriksa,
)
from akuntabel.siklus.reviu.pemeriksaan import submit_bukti
from akuntabel.siklus.reviu.periksa import check_isi, submit_periksa

TAHUN = timezone.localdate().year
LANGKAH = IsiLangkah(KelompokLangkah.SAKIP, "Membandingkan sasaran dengan Renstra.", "Selaras.", "Memadai.")
LAPORAN_LAIN = (
    "LAPORAN KINERJA\nKPU KOTA CONTOH\nTAHUN 2020\n\nTabel 3.1 Realisasi anggaran\n"
    "Kode\tUraian\tPagu\tRealisasi\tSisa\n3355\tKegiatan A\t1.000.000\t600.000\t500.000\n"
)
MESIN = {
    "kunci": "k1",
    "kode": "HIT001",
    "nama": "capaian keliru",
    "tingkat": "galat",
    "letak": "Tabel 3.1 baris 2",
    "tertulis": "5",
    "hitung": "6",
    "penjelasan": "Bukan hasil rumusnya.",
    "uraian": "Tertulis 5, hasil hitung 6.",
    "perbaikan": "Hitung ulang.",
}


def build_objek(
    satker: Satker, objek: Mapping[str, Any], *, perencana: Pengguna, pengelola: Pengguna, ketua: Pengguna
) -> dict[str, Any]:
    """The things of one office by name; objek: those of the stages before."""
    auditor = _find_auditor(satker)
    laporan = _build_laporan(satker, "reviu", perencana)
    penugasan = assign_auditor(laporan, auditor, by=auditor, is_ketua=True)
    langkah = draft_langkah(laporan, LANGKAH, by=auditor)
    temuan = draft_temuan(laporan, IsiTemuan(uraian="Capaian 1.1 keliru.", letak="Tabel 3.1"), by=auditor)
    BuktiReviu.objects.create(laporan=laporan, sidik_fakta=laporan.sidik, daftar_temuan=[MESIN], angka_diperiksa=742)
    bukti = BuktiMesin("ya", ("11 indikator memuat target.",))
    ButirReviu.objects.create(laporan=laporan, kode="I.2", bukti_mesin=dump_bukti(bukti))
    kiriman = _build_kiriman(satker, ketua)
    return {
        "reviu": laporan.pk,
        "reviu_selesai": _build_selesai(satker, perencana, auditor).pk,
        "penugasan_reviu": penugasan.pk,
        "langkah_reviu": langkah.pk,
        "temuan_reviu": temuan.pk,
        "tindakan_temuan": "withdraw-temuan",
        "tugas_bukti": str(submit_bukti(laporan, by=auditor).pk),
        "kiriman": kiriman.pk,
        "nomor_periksa": 1,
    }


def add_baris(
    satker: Satker, objek: Mapping[str, Any], n: int, *, perencana: Pengguna, pengelola: Pengguna, ketua: Pengguna
) -> None:
    """One more of each thing that stands in a list."""
    auditor, laporan = _find_auditor(satker), LaporanKinerja.objects.get(pk=objek["reviu"])
    _build_laporan(satker, f"reviu{n}", perencana)
    draft_langkah(laporan, LANGKAH, by=auditor)
    draft_temuan(laporan, IsiTemuan(uraian=f"Temuan {n}."), by=auditor)
    _build_kiriman(satker, ketua)


def _find_auditor(satker: Satker) -> Pengguna:
    """The auditor of the office above; where it has none it gets one."""
    assert satker.induk is not None
    penugasan = Penugasan.objects.filter(satker=satker.induk, peran=Peran.AUDITOR.value).first()
    if penugasan is not None:
        return penugasan.pengguna
    pengguna = Pengguna.objects.create_pengguna(f"auditor_{satker.kode}@contoh.go.id", f"Auditor {satker.kode}")
    assign_peran(pengguna, satker.induk, Peran.AUDITOR, by=None)
    return pengguna


def _build_laporan(satker: Satker, kode: str, perencana: Pengguna) -> LaporanKinerja:
    """A report of an entity of its own, handed in."""
    entitas = EntitasPelapor.objects.create(satker=satker, kode=kode, nama=f"Entitas {kode}")
    laporan = draft_laporan(satker, TAHUN, entitas=entitas, by=perencana)
    submit_laporan(laporan, by=perencana)
    return laporan


def _build_selesai(satker: Satker, perencana: Pengguna, auditor: Pengguna) -> LaporanKinerja:
    """A report whose statement is signed."""
    laporan = _build_laporan(satker, "reviu-selesai", perencana)
    HasilReviu.objects.create(
        laporan=laporan,
        nomor=1,
        sidik_fakta=laporan.sidik,
        kesimpulan="Laporan ini dapat diandalkan.",
        nama=auditor.nama,
        jabatan="Inspektur",
        tempat="Jakarta",
        tanggal=timezone.localdate(),
        cara=CaraTandaReviu.BASAH,
        berkas=store_berkas(
            f"%PDF-1.7\n% {laporan.pk}\n%%EOF\n".encode(), "pernyataan.pdf", by=None, retensi=Retensi.PERMANEN
        ),
        isi={"butir": [], "langkah": [], "temuan": [], "tim": [auditor.nama]},
        penandatangan=auditor,
    )
    record_hasil_reviu(laporan, by=auditor, sidik=laporan.sidik)
    return laporan


def _build_kiriman(satker: Satker, by: Pengguna) -> KirimanPeriksa:
    """A file that was checked, without waiting for the worker."""
    kiriman = submit_periksa(satker, TAHUN, [("lkj.txt", LAPORAN_LAIN.encode())], by=by)
    laporan = PeriksaLaporan.objects.filter(kiriman=kiriman)
    laporan.update(status=StatusPeriksa.SELESAI, **check_isi("lkj.txt", LAPORAN_LAIN.encode()))
    return kiriman
