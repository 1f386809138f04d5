"""Bab IV: what the year amounts to and what comes next."""

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.compose.kalimat import baris, kurang, paragraf, rujuk, sambung
from akuntabel.core.compose.narasi import tulis_narasi
from akuntabel.core.compose.tampilan import bagian_serapan, kolom_pendek, kolom_teks, teks_cakupan
from akuntabel.core.fakta.hasil import HasilIndikator, HasilTahun
from akuntabel.core.fakta.slot import show_capaian
from akuntabel.core.naskah.model import Bab, Blok, JenisBab, Judul, Tabel


def compose_penutup(hasil: HasilTahun) -> Bab:
    """Bab IV of PermenPANRB 53/2014: general conclusion and steps ahead; same figures, same scale as Bab III."""
    return Bab(
        JenisBab.BAB,
        "Penutup",
        (
            Judul("Simpulan", 2),
            _kalimat_simpulan(hasil),
            *tulis_narasi(hasil, "simpulan"),
            tabel_ringkasan(hasil),
            Judul("Langkah ke Depan", 2),
            *tulis_narasi(hasil, "langkah-ke-depan"),
            *_langkah(hasil),
        ),
        "bab-penutup",
    )


def _kalimat_simpulan(hasil: HasilTahun) -> Blok:
    terukur = sum(1 for i in hasil.indikator if i.capaian.terbatas.is_counted)
    kategori = f", kategori {hasil.kategori.label}" if hasil.kategori else ""
    return paragraf(
        f"Capaian kinerja {hasil.fakta.satker.nama} tahun {hasil.fakta.tahun} adalah ",
        show_capaian(hasil, hasil.organisasi.nilai),
        f"{kategori}, atas {teks_cakupan(terukur, len(hasil.indikator), 'indikator')} yang terukur, dengan serapan "
        "anggaran ",
        *bagian_serapan(hasil.anggaran.total.semua),
        ". Sebaran indikator menurut kategori ada pada ",
        rujuk("tabel-ringkasan"),
        ".",
    )


def tabel_ringkasan(hasil: HasilTahun) -> Tabel:
    """How many and which indicators fall in each band of the policy's one scale; the unmeasured stand apart."""
    kolom = (kolom_teks("Kategori", 3), kolom_pendek("Jumlah indikator"), kolom_teks("Indikator", 6))
    per_label: dict[str, list[HasilIndikator]] = {p.label: [] for p in hasil.kebijakan.skala.pita}
    belum: list[HasilIndikator] = []
    for i in hasil.indikator:
        pita = i.capaian.kategori
        (belum if pita is None else per_label[pita.label]).append(i)
    isi = [baris(label, str(len(daftar)), _kode(daftar)) for label, daftar in per_label.items()]
    isi.append(baris("Belum dapat dihitung", str(len(belum)), _kode(belum)))
    return Tabel("tabel-ringkasan", f"Ringkasan Capaian Kinerja Tahun {hasil.fakta.tahun}", kolom, tuple(isi))


def _kode(daftar: list[HasilIndikator]) -> str:
    return sambung(i.indikator.kode for i in daftar) or "–"


def _langkah(hasil: HasilTahun) -> tuple[Blok, ...]:
    daftar = sorted(hasil.fakta.daftar_langkah, key=lambda langkah: langkah.urut)
    if not daftar:
        return (kurang("Langkah ke depan belum diisi (langkah.csv)."),)
    unit = {u.kode: u.nama for u in hasil.fakta.daftar_unit}
    kolom = (
        kolom_pendek("No."),
        kolom_teks("Langkah", 6),
        kolom_teks("Penanggung jawab", 3),
        kolom_teks("Tenggat", 2),
    )
    isi = tuple(
        baris(
            str(langkah.urut),
            langkah.teks,
            unit[langkah.pengampu] if langkah.pengampu else "belum ditetapkan",
            format_tanggal(langkah.tenggat) if langkah.tenggat else "belum ditetapkan",
        )
        for langkah in daftar
    )
    return (Tabel("tabel-langkah", "Langkah Perbaikan Kinerja", kolom, isi),)
