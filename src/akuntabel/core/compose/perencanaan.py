"""Bab II: the five-year plan in brief and the agreement of the year."""

from akuntabel.core.compose.isi_perjanjian import read_anggaran, read_sasaran
from akuntabel.core.compose.kalimat import kalimat, kurang, paragraf, rujuk
from akuntabel.core.compose.narasi import tulis_narasi
from akuntabel.core.compose.tabel_perjanjian import tabel_anggaran, tabel_target
from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.core.naskah.model import Bab, Blok, Butir, Daftar, Gaya, JenisBab, Judul, Tabel


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


def tabel_perjanjian(hasil: HasilTahun, judul: str, *, id_: str = "tabel-perjanjian") -> Tabel:
    """Sasaran, indicators and targets of the year's agreement."""
    return tabel_target(read_sasaran(hasil), judul, id_=id_)


def _tabel_anggaran(hasil: HasilTahun) -> tuple[Blok, ...]:
    tabel = tabel_perjanjian_anggaran(hasil, f"Anggaran Pendukung Perjanjian Kinerja Tahun {hasil.fakta.tahun}")
    if not tabel.baris:
        return (kurang("Anggaran perjanjian kinerja belum diisi (anggaran.csv)."),)
    return paragraf("Anggaran yang mendukungnya ada pada ", rujuk(tabel.id), "."), tabel


def tabel_perjanjian_anggaran(hasil: HasilTahun, judul: str, *, id_: str = "tabel-perjanjian-anggaran") -> Tabel:
    """The kegiatan of the year with their money per source of funds."""
    anggaran = read_anggaran(hasil)
    return tabel_anggaran(anggaran, hasil.anggaran.total.semua.pagu if anggaran else None, judul, id_=id_)
