"""What an office has of kepemiluan, for the pages (see ``isi``)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from akuntabel.core.calc.partisipasi import KategoriPemilih
from akuntabel.core.fakta.kepemiluan import Disabilitas, JenisPerkara, KelompokTahapan, SelPemilih, StatusTahapan
from akuntabel.core.fakta.pengukuran import JenisKelamin
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.kepemiluan.actions.daftar_pemilih import write_daftar_pemilih
from akuntabel.siklus.kepemiluan.actions.pemilihan import draft_pemilihan
from akuntabel.siklus.kepemiluan.actions.perkara import draft_perkara, write_dokumen_perkara
from akuntabel.siklus.kepemiluan.actions.tahapan import draft_tahapan, measure_tahapan
from akuntabel.siklus.kepemiluan.berlaku import find_pemilihan_berlaku
from akuntabel.siklus.kepemiluan.isian import IsiPemilihan, IsiPerkara, IsiRealisasi, IsiTahapan
from akuntabel.siklus.kepemiluan.models import Pemilihan
from akuntabel.siklus.organisasi.models import Satker

TAHUN = timezone.localdate().year
KODE = "pemilihan-contoh"
_JADWAL = (
    ("Pemutakhiran data dan penyusunan daftar pemilih", 1, 12, 2, 20, 2, 18),
    ("Pendaftaran pasangan calon", 3, 4, 3, 6, 3, 6),
    ("Pelaksanaan kampanye", 3, 20, 5, 20, 5, 25),
)


def build_objek(
    satker: Satker, objek: Mapping[str, Any], *, perencana: Pengguna, pengelola: Pengguna, ketua: Pengguna
) -> dict[str, Any]:
    """The things of one office by name; objek: those of the stages before."""
    pemilihan = _pemilihan(satker, KODE, f"Pemilihan Contoh Tahun {TAHUN}", perencana)
    daftar = [
        draft_tahapan(satker, pemilihan, _tahapan(n, nama, date(TAHUN, *mulai), date(TAHUN, *selesai)), by=perencana)
        for n, (nama, *hari) in enumerate(_JADWAL, 1)
        for mulai, selesai in [(hari[:2], hari[2:4])]
    ]
    hari_ini = timezone.localdate()
    realisasi = [
        IsiRealisasi(t.pk, StatusTahapan.BELUM, date(TAHUN, *hari[:2]), date(TAHUN, *hari[4:6]))
        for t, (_, *hari) in zip(daftar, _JADWAL, strict=True)
        if date(TAHUN, *hari[4:6]) <= hari_ini
    ]
    measure_tahapan(satker, realisasi, by=pengelola)
    contoh = _pemilih("Kecamatan A", "Kelurahan A")
    baris, *_ = write_daftar_pemilih(satker, pemilihan, contoh, sumber="BA", by=pengelola)
    perkara = _perkara(satker, pemilihan, "bawaslu-1", pengelola)
    isi = f"%PDF-1.4\n% {satker.kode}\n%%EOF\n".encode()
    dokumen = write_dokumen_perkara(perkara, isi, "putusan.pdf", nama="Salinan putusan", by=pengelola)
    return {
        "pemilihan": pemilihan.pk,
        "tahapan": daftar[0].pk,
        "baris_pemilih": baris.pk,
        "perkara": perkara.pk,
        "dokumen_perkara": dokumen.pk,
    }


def add_baris(
    satker: Satker, objek: Mapping[str, Any], n: int, *, perencana: Pengguna, pengelola: Pengguna, ketua: Pengguna
) -> None:
    """One more of each thing that stands in a list."""
    pemilihan = find_pemilihan_berlaku(satker, TAHUN, KODE)
    assert pemilihan is not None
    hari = date(TAHUN, 6, 1)
    draft_tahapan(satker, pemilihan, _tahapan(n + 10, f"Tahapan {n}", hari, hari), by=perencana)
    write_daftar_pemilih(satker, pemilihan, _pemilih(f"Kecamatan {n}", f"Kelurahan {n}"), sumber="BA", by=pengelola)
    perkara = _perkara(satker, pemilihan, f"kasus-{n}", pengelola)
    isi = f"%PDF-1.4\n% {satker.kode} {n}\n%%EOF\n".encode()
    write_dokumen_perkara(perkara, isi, f"putusan-{n}.pdf", nama=f"Putusan {n}", by=pengelola)
    _pemilihan(satker, f"lain-{n}", f"Pemilihan Lain {n}", perencana)


def _pemilihan(satker: Satker, kode: str, nama: str, by: Pengguna) -> Pemilihan:
    isi = IsiPemilihan(
        kode,
        nama,
        TAHUN,
        date(TAHUN, 6, 24),
        "Daftar Pemilih Tetap (DPT)",
        "Daftar Pemilih Pindahan (DPPh)",
        "Daftar Pemilih Tambahan (DPTb)",
        "(pengguna hak pilih dalam DPT, DPPh, dan DPTb) ÷ (pemilih dalam DPT dan DPTb) × 100%",
        frozenset(KategoriPemilih),
        frozenset({KategoriPemilih.TERDAFTAR, KategoriPemilih.TAMBAHAN_KTP}),
        "contoh",
    )
    return draft_pemilihan(satker, TAHUN, isi, by=by)


def _tahapan(urut: int, nama: str, mulai: date, selesai: date) -> IsiTahapan:
    return IsiTahapan(urut, KelompokTahapan.PENYELENGGARAAN, nama, mulai, selesai, "", "jadwal contoh")


_JUMLAH = {KategoriPemilih.TERDAFTAR: 2_000, KategoriPemilih.PINDAHAN: 24, KategoriPemilih.TAMBAHAN_KTP: 15}


def _pemilih(kecamatan: str, kelurahan: str) -> list[SelPemilih]:
    wilayah = (kecamatan, kelurahan)
    daftar = [
        SelPemilih(kategori, kelamin, banyak + n, (banyak + n) * 4 // 5, Disabilitas.SEMUA, *wilayah)
        for kategori, banyak in _JUMLAH.items()
        for n, kelamin in enumerate(JenisKelamin)
    ]
    fisik = (SelPemilih(KategoriPemilih.TERDAFTAR, j, 12, 7, Disabilitas.FISIK, *wilayah) for j in JenisKelamin)
    return [*daftar, *fisik]


def _perkara(satker: Satker, pemilihan: Pemilihan, kode: str, by: Pengguna) -> Any:
    isi = IsiPerkara(
        kode,
        JenisPerkara.SENGKETA_PROSES,
        "Bawaslu",
        f"{kode}/PS.REG/{TAHUN}",
        "bakal pasangan calon",
        satker.nama,
        "menolak permohonan pemohon untuk seluruhnya",
        False,
        date(TAHUN, 1, 20),
        "",
        "register Bawaslu",
    )
    return draft_perkara(satker, pemilihan, isi, by=by)
