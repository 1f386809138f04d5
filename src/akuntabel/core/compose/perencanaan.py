"""Bab II: the five-year plan in brief and the agreement of the year."""

from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.compose.kalimat import baris_jumlah, kalimat, kurang, paragraf, rujuk, sel
from akuntabel.core.compose.narasi import tulis_narasi
from akuntabel.core.compose.tampilan import besaran_target, kolom_angka, kolom_pendek, kolom_teks
from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.core.naskah.model import Bab, BarisTabel, Blok, Butir, Daftar, Gaya, JenisBab, Judul, Tabel


def compose_perencanaan(hasil: HasilTahun) -> Bab:
    """Bab II of PermenPANRB 53/2014: summary of the plan and the agreement."""
    fakta = hasil.fakta
    renstra = fakta.renstra
    sasaran = Daftar(tuple(Butir(kalimat(f"{s.nama}.")) for s in fakta.daftar_sasaran))
    return Bab(
        JenisBab.BAB,
        "Perencanaan Kinerja",
        (
            Judul("Rencana Strategis", 2),
            *tulis_narasi(hasil, "renstra"),
            Judul("Visi", 3),
            paragraf(f"“{renstra.visi}”", gaya=Gaya.KUTIPAN),
            Judul("Misi", 3),
            Daftar(tuple(Butir(kalimat(f"{m}.")) for m in renstra.misi))
            if renstra.misi
            else kurang("Misi belum diisi (renstra.yaml)."),
            Judul("Tujuan", 3),
            Daftar(tuple(Butir(kalimat(f"{t.nama}.")) for t in renstra.tujuan)),
            *((paragraf(renstra.catatan, gaya=Gaya.CATATAN),) if renstra.catatan else ()),
            Judul("Sasaran Strategis", 3),
            paragraf("Tujuan itu dijabarkan ke dalam sasaran strategis berikut:"),
            sasaran,
            Judul(f"Perjanjian Kinerja Tahun {fakta.tahun}", 2),
            *tulis_narasi(hasil, "perjanjian-kinerja"),
            paragraf(
                "Sasaran, indikator, dan target yang diperjanjikan disajikan pada ", rujuk("tabel-perjanjian"), "."
            ),
            tabel_perjanjian(hasil, f"Perjanjian Kinerja Tahun {fakta.tahun}"),
            *_tabel_anggaran(hasil),
        ),
        "bab-perencanaan",
    )


def tabel_perjanjian(hasil: HasilTahun, judul: str, *, id_: str = "tabel-perjanjian", bernomor: bool = True) -> Tabel:
    """Sasaran, indicators and targets, as in anak lampiran I/6-6 (PermenPANRB 53/2014)."""
    kolom = (
        kolom_pendek("No."),
        kolom_teks("Sasaran", 3),
        kolom_teks("Indikator Kinerja", 5),
        kolom_pendek("Target"),
    )
    daftar: list[BarisTabel] = []
    for s in hasil.sasaran:
        for nomor, i in enumerate(s.indikator):
            isi = [sel(f"{i.indikator.kode} {i.indikator.nama}"), sel(besaran_target(i))]
            if nomor == 0:
                tinggi = len(s.indikator)
                isi = [sel(s.sasaran.kode, baris=tinggi), sel(s.sasaran.nama, baris=tinggi), *isi]
            daftar.append(BarisTabel(tuple(isi)))
    return Tabel(id_, judul, kolom, tuple(daftar), bernomor=bernomor)


def _tabel_anggaran(hasil: HasilTahun) -> tuple[Blok, ...]:
    tabel = tabel_perjanjian_anggaran(hasil, f"Anggaran Pendukung Perjanjian Kinerja Tahun {hasil.fakta.tahun}")
    if not tabel.baris:
        return (kurang("Anggaran perjanjian kinerja belum diisi (anggaran.csv)."),)
    return paragraf("Anggaran yang mendukungnya ada pada ", rujuk(tabel.id), "."), tabel


def tabel_perjanjian_anggaran(
    hasil: HasilTahun, judul: str, *, id_: str = "tabel-perjanjian-anggaran", bernomor: bool = True
) -> Tabel:
    """The kegiatan with their money per source of funds; the agreement's second part (anak lampiran I/6-6)."""
    kolom = (
        kolom_pendek("Kode"),
        kolom_teks("Program/Kegiatan", 5),
        kolom_pendek("Sumber dana"),
        kolom_angka("Anggaran (Rp)"),
    )
    tingkat_atas = [b for b in hasil.anggaran.baris if b.baris.tingkat <= 2]
    daftar = [
        BarisTabel(
            (
                sel(b.kode.kode),
                sel(b.kode.uraian, inden=b.baris.tingkat - 1),
                sel(b.baris.sumber_dana),
                sel(Besaran.rupiah(b.baris.pagu)),
            ),
            "kelompok" if b.baris.tingkat == 1 else "isi",
        )
        for b in tingkat_atas
    ]
    if daftar:
        daftar.append(baris_jumlah(sel("Jumlah", kolom=3), Besaran.rupiah(hasil.anggaran.total.semua.pagu)))
    return Tabel(id_, judul, kolom, tuple(daftar), bernomor=bernomor)
