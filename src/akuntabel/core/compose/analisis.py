"""The seven analyses that PermenPANRB 53/2014 asks for each sasaran, in its order."""

from collections.abc import Callable

from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.compose.analisis_banding import (
    analisis_jangka_menengah,
    analisis_standar,
    analisis_tahun_lalu,
)
from akuntabel.core.compose.analisis_biaya import analisis_efisiensi, analisis_program
from akuntabel.core.compose.data_pendukung import compose_data_pendukung
from akuntabel.core.compose.kalimat import baris, draf, kurang, paragraf, rujuk, tebal
from akuntabel.core.compose.narasi import has_narasi, tulis_narasi
from akuntabel.core.compose.tampilan import (
    bagian_capaian,
    besaran_realisasi,
    besaran_target,
    kolom_angka,
    kolom_label,
    kolom_teks,
    teks_kategori,
)
from akuntabel.core.fakta.hasil import HasilIndikator, HasilSasaran, HasilTahun
from akuntabel.core.fakta.slot import show_capaian
from akuntabel.core.naskah.model import Blok, Judul, Tabel

Analisis = Callable[[HasilTahun, HasilSasaran], tuple[Blok, ...]]


def compose_analisis(hasil: HasilTahun) -> tuple[Blok, ...]:
    """All sasaran, each with its seven analyses."""
    terpakai: set[tuple[str, ...]] = set()  # supporting tables already shown under an earlier indicator
    return tuple(b for s in hasil.sasaran for b in _compose_sasaran(hasil, s, terpakai))


def _compose_sasaran(hasil: HasilTahun, s: HasilSasaran, terpakai: set[tuple[str, ...]]) -> tuple[Blok, ...]:
    return (
        Judul(f"Sasaran {s.sasaran.kode}: {s.sasaran.nama}", 3, id=f"sasaran-{s.sasaran.kode}"),
        *tulis_narasi(hasil, f"sasaran-{s.sasaran.kode}"),
        Judul("Perbandingan target dan realisasi tahun ini", 4),
        *_analisis_tahun_ini(hasil, s, terpakai),
        Judul("Perbandingan dengan tahun lalu dan beberapa tahun terakhir", 4),
        *analisis_tahun_lalu(hasil, s),
        Judul("Perbandingan dengan target jangka menengah", 4),
        *analisis_jangka_menengah(hasil, s),
        Judul("Perbandingan dengan standar nasional", 4),
        *analisis_standar(hasil, s),
        Judul("Penyebab keberhasilan atau kegagalan dan solusi yang telah dilakukan", 4),
        *_analisis_sebab(hasil, s),
        Judul("Efisiensi penggunaan sumber daya", 4),
        *analisis_efisiensi(hasil, s),
        Judul("Program dan kegiatan yang menunjang", 4),
        *analisis_program(hasil, s),
    )


def _analisis_tahun_ini(hasil: HasilTahun, s: HasilSasaran, terpakai: set[tuple[str, ...]]) -> tuple[Blok, ...]:
    id_ = f"tabel-tahun-ini-{s.sasaran.kode}"
    kolom = (
        kolom_teks("Indikator Kinerja", 6),
        kolom_angka("Target"),
        kolom_angka("Realisasi"),
        kolom_angka("Capaian"),
        kolom_label("Kategori"),
    )
    daftar = tuple(
        baris(
            f"{i.indikator.kode} {i.indikator.nama}",
            besaran_target(i),
            besaran_realisasi(i),
            show_capaian(hasil, i.capaian.mentah),
            teks_kategori(i),
        )
        for i in s.indikator
    )
    isi: list[Blok] = [
        paragraf("Target dan realisasi sasaran ini disajikan pada ", rujuk(id_), "."),
        Tabel(id_, f"Target dan Realisasi Sasaran {s.sasaran.kode} Tahun {hasil.fakta.tahun}", kolom, daftar),
    ]
    for i in s.indikator:
        isi += _uraian_indikator(hasil, i, terpakai)
    return tuple(isi)


def _uraian_indikator(hasil: HasilTahun, i: HasilIndikator, terpakai: set[tuple[str, ...]]) -> tuple[Blok, ...]:
    indikator = i.indikator
    return (
        paragraf(tebal(f"Indikator {indikator.kode} {indikator.nama}. "), indikator.definisi),
        _kalimat_capaian(hasil, i),
        *tulis_narasi(hasil, f"indikator-{indikator.kode}"),
        *compose_data_pendukung(hasil, i, terpakai),
    )


def _kalimat_capaian(hasil: HasilTahun, i: HasilIndikator) -> Blok:
    if not i.capaian.terbatas.is_counted:
        nilai = i.realisasi.nilai
        return paragraf(f"Indikator ini belum dapat dihitung ({nilai.status.label}): {nilai.alasan.rstrip('.')}.")
    arah = " Makin rendah realisasinya, makin baik." if i.indikator.arah is Arah.MINIMASI else ""
    putusan = "Target tercapai." if i.capaian.is_tercapai else "Target belum tercapai."
    return paragraf(
        "Realisasi ",
        besaran_realisasi(i),
        " terhadap target ",
        besaran_target(i),
        " menghasilkan capaian ",
        *bagian_capaian(hasil, i),
        f", kategori {teks_kategori(i)}. {putusan}{arah}",
    )


def _analisis_sebab(hasil: HasilTahun, s: HasilSasaran) -> tuple[Blok, ...]:
    """Causes and solutions are a human's to give; the program only says for which indicators they are due."""
    isi: list[Blok] = []
    for i in s.indikator:
        kode = i.indikator.kode
        isi.append(paragraf(tebal(f"Indikator {kode} {i.indikator.nama}")))
        isi += tulis_narasi(hasil, f"sebab-{kode}") or (_draf_sebab(hasil, i),)
        if has_narasi(hasil, f"solusi-{kode}"):
            isi += tulis_narasi(hasil, f"solusi-{kode}")
        elif i.capaian.is_tercapai is False:
            isi.append(
                kurang(f"Solusi yang telah dilakukan untuk indikator {kode} belum diisi (narasi/solusi-{kode}.md).")
            )
    return tuple(isi)


def _draf_sebab(hasil: HasilTahun, i: HasilIndikator) -> Blok:
    if not i.capaian.terbatas.is_counted:
        return paragraf("Penyebab belum dapat dianalisis karena realisasinya belum ada.")
    kata = "keberhasilan" if i.capaian.is_tercapai else "kegagalan"
    return draf(
        f"{kata.capitalize()} indikator ini, dengan capaian ",
        *bagian_capaian(hasil, i),
        f", disebabkan oleh …… (lengkapi penyebab {kata} dan buktinya dalam narasi/sebab-{i.indikator.kode}.md).",
    )
