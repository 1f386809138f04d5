"""Bab III: measurement of the year, seven analyses per sasaran, budget."""

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.calc.kebijakan import Arah, CaraRekap, Pita, RumusCapaian
from akuntabel.core.compose.analisis import compose_analisis
from akuntabel.core.compose.gambar import gambar_capaian_sasaran
from akuntabel.core.compose.kalimat import baris, baris_jumlah, paragraf, rujuk, sel
from akuntabel.core.compose.narasi import tulis_narasi
from akuntabel.core.compose.realisasi_anggaran import compose_realisasi_anggaran
from akuntabel.core.compose.tampilan import (
    bagian_capaian,
    besaran_realisasi,
    besaran_target,
    kolom_angka,
    kolom_label,
    kolom_pendek,
    kolom_teks,
    teks_cakupan,
    teks_kategori,
)
from akuntabel.core.fakta.hasil import HasilIndikator, HasilTahun
from akuntabel.core.fakta.slot import show_capaian
from akuntabel.core.naskah.model import Bab, BarisTabel, Blok, JenisBab, Judul, Kolom, Rata, Sel, Tabel


def compose_akuntabilitas(hasil: HasilTahun) -> Bab:
    """Bab III of PermenPANRB 53/2014."""
    return Bab(
        JenisBab.BAB,
        "Akuntabilitas Kinerja",
        (
            Judul("Capaian Kinerja Organisasi", 2),
            Judul("Pengukuran Kinerja", 3),
            *tulis_narasi(hasil, "pengukuran"),
            *_kebijakan(hasil),
            tabel_skala(hasil),
            paragraf(
                "Hasil pengukuran seluruh indikator perjanjian kinerja disajikan pada ",
                rujuk("tabel-pengukuran"),
                ", dan rekapitulasinya per sasaran pada ",
                rujuk("tabel-rekap"),
                ".",
            ),
            tabel_pengukuran(hasil),
            tabel_rekap(hasil),
            *_simpulan_pengukuran(hasil),
            gambar_capaian_sasaran(hasil),
            *compose_analisis(hasil),
            Judul("Realisasi Anggaran", 2),
            *compose_realisasi_anggaran(hasil),
        ),
        "bab-akuntabilitas",
    )


NAMA_RUMUS: dict[RumusCapaian, str] = {
    RumusCapaian.RASIO: "R ÷ T × 100%",
    RumusCapaian.DUA_KURANG_RASIO: "(2 − R ÷ T) × 100%",
    RumusCapaian.RASIO_TERBALIK: "T ÷ R × 100%",
    RumusCapaian.SIMETRIS: "(1 − |R − T| ÷ |T|) × 100%",
    RumusCapaian.RENTANG: "100% di dalam rentang; di luarnya terhadap batas terdekat",
    RumusCapaian.BINER: "100% bila tercapai, 0% bila tidak",
    RumusCapaian.TEPAT_WAKTU: "100% bila tepat waktu, 0% bila lewat",
    RumusCapaian.PERINGKAT: "peringkat R ÷ peringkat T × 100%",
    RumusCapaian.SKOR: "skor R ÷ skor T × 100%; tanpa skor, peringkat R ÷ peringkat T × 100%",
    RumusCapaian.SELISIH_RELATIF: "(1 + (R − T) ÷ |T|) × 100%",
}
NAMA_ARAH: dict[Arah, str] = {
    Arah.MAKSIMASI: "Maksimasi (makin tinggi makin baik)",
    Arah.MINIMASI: "Minimasi (makin rendah makin baik)",
    Arah.STABILISASI: "Stabilisasi (makin dekat target makin baik)",
    Arah.RENTANG: "Rentang",
    Arah.BINER: "Biner (tercapai atau tidak)",
    Arah.TENGGAT: "Tenggat waktu",
    Arah.ORDINAL: "Ordinal (predikat)",
}
NAMA_REKAP: dict[CaraRekap, str] = {
    CaraRekap.RATA_RATA: "rata-rata",
    CaraRekap.RATA_RATA_BERBOBOT: "rata-rata berbobot",
    CaraRekap.MINIMUM: "nilai terendah",
}


def _kebijakan(hasil: HasilTahun) -> tuple[Blok, ...]:
    kebijakan = hasil.kebijakan
    batas = []
    if kebijakan.batas_bawah is not None:
        batas.append(f"paling rendah {format_angka(kebijakan.batas_bawah)}%")
    if kebijakan.batas_atas is not None:
        batas.append(f"paling tinggi {format_angka(kebijakan.batas_atas)}%")
    dipakai = {i.indikator.arah for i in hasil.indikator}
    daftar = tuple(baris(NAMA_ARAH[a], NAMA_RUMUS[r]) for a, r in kebijakan.rumus.items() if a in dipakai)
    return (
        paragraf(
            f"Capaian dihitung menurut kebijakan “{kebijakan.judul}”, dengan R realisasi dan T target, memakai rumus "
            "pada ",
            rujuk("tabel-rumus"),
            ". Sebelum direkapitulasi, capaian dibatasi "
            + (" dan ".join(batas) or "tanpa batas")
            + ", sehingga capaian yang jauh melampaui target tidak menutupi indikator yang gagal. Capaian sasaran "
            f"adalah {NAMA_REKAP[kebijakan.rekap_sasaran]} capaian indikatornya, dan capaian organisasi adalah "
            f"{NAMA_REKAP[kebijakan.rekap_organisasi]} capaian sasaran. Indikator yang belum dapat diukur tidak "
            "diperlakukan sebagai nol; jumlahnya disebutkan. Semua perhitungan memakai angka yang tidak dibulatkan; "
            f"pembulatan {kebijakan.pembulatan.desimal} angka di belakang koma hanya untuk tampilan.",
        ),
        Tabel(
            "tabel-rumus",
            "Rumus Capaian menurut Arah Indikator",
            (kolom_teks("Arah indikator", 3), kolom_teks("Rumus capaian", 4)),
            daftar,
            sumber=kebijakan.dasar,
        ),
        paragraf("Kategori capaian mengikuti batas bawah pada ", rujuk("tabel-skala"), "."),
    )


def tabel_skala(hasil: HasilTahun) -> Tabel:
    """The bands of the policy: lower bounds, so that no figure falls between two of them."""
    skala = hasil.kebijakan.skala
    daftar = tuple(
        baris(str(nomor), _rentang(pita, skala.pita[nomor - 2] if nomor > 1 else None), pita.label, pita.keterangan)
        for nomor, pita in enumerate(skala.pita, 1)
    )
    kolom = (kolom_pendek("No."), kolom_teks("Capaian", 3), kolom_teks("Kategori", 2), kolom_teks("Keterangan", 5))
    return Tabel("tabel-skala", f"Kategori Capaian Kinerja ({skala.judul})", kolom, daftar, sumber=skala.dasar)


def _rentang(pita: Pita, atas: Pita | None) -> str:
    bawah = ("mulai " if pita.inklusif else "di atas ") + f"{format_angka(pita.batas)}%"
    if atas is None:
        return bawah
    return f"{bawah} {'sampai kurang dari' if atas.inklusif else 'sampai dengan'} {format_angka(atas.batas)}%"


KOLOM_PENGUKURAN: tuple[Kolom, ...] = (
    kolom_pendek("No."),
    kolom_teks("Sasaran Strategis", 3),
    kolom_teks("Indikator Kinerja", 5),
    kolom_angka("Target"),
    kolom_angka("Realisasi"),
    kolom_angka("Capaian"),
    kolom_label("Kategori"),
)


def tabel_pengukuran(hasil: HasilTahun) -> Tabel:
    """The measurement of the year: every indicator of the agreement, measured or not."""
    judul = [k.judul for k in KOLOM_PENGUKURAN]
    atas = [sel(j, baris=2) for j in judul[:3]] + [
        sel("Kinerja", kolom=3, rata=Rata.TENGAH),
        sel(judul[6], baris=2),
    ]
    daftar: list[BarisTabel] = []
    for s in hasil.sasaran:
        for nomor, i in enumerate(s.indikator):
            isi = _sel_pengukuran(hasil, i)
            if nomor == 0:
                tinggi = len(s.indikator)
                isi = (sel(s.sasaran.kode, baris=tinggi), sel(s.sasaran.nama, baris=tinggi), *isi)
            daftar.append(BarisTabel(isi))
    return Tabel(
        "tabel-pengukuran",
        f"Pengukuran Kinerja Tahun {hasil.fakta.tahun}",
        KOLOM_PENGUKURAN,
        tuple(daftar),
        kepala=(BarisTabel(tuple(atas)), BarisTabel(tuple(sel(j) for j in judul[3:6]))),
        sumber=f"dihitung dari fakta {hasil.fakta.satker.nama}; jejak setiap angka ada pada lampiran",
    )


def _sel_pengukuran(hasil: HasilTahun, i: HasilIndikator) -> tuple[Sel, ...]:
    return (
        sel(f"{i.indikator.kode} {i.indikator.nama}"),
        sel(besaran_target(i)),
        sel(besaran_realisasi(i)),
        sel(show_capaian(hasil, i.capaian.mentah)),
        sel(teks_kategori(i)),
    )


def tabel_rekap(hasil: HasilTahun) -> Tabel:
    """Roll-up per sasaran and of the organisation, each with its coverage."""
    kolom = (
        kolom_pendek("No."),
        kolom_teks("Sasaran Strategis", 6),
        kolom_pendek("Terukur"),
        kolom_angka("Capaian"),
        kolom_label("Kategori"),
    )
    daftar = [
        baris(
            s.sasaran.kode,
            s.sasaran.nama,
            str(s.rekap.cakupan),
            show_capaian(hasil, s.rekap.nilai),
            s.kategori.label if s.kategori else "–",
        )
        for s in hasil.sasaran
    ]
    terukur = sum(1 for i in hasil.indikator if i.capaian.terbatas.is_counted)
    daftar.append(
        baris_jumlah(
            sel("Organisasi", kolom=2),
            f"{terukur} dari {len(hasil.indikator)}",
            show_capaian(hasil, hasil.organisasi.nilai),
            hasil.kategori.label if hasil.kategori else "–",
        )
    )
    return Tabel("tabel-rekap", "Rekapitulasi Capaian per Sasaran Strategis", kolom, tuple(daftar))


def _simpulan_pengukuran(hasil: HasilTahun) -> tuple[Blok, ...]:
    terukur = [i for i in hasil.indikator if i.capaian.terbatas.is_counted]
    dibatasi = [i for i in terukur if i.capaian.mentah.angka != i.capaian.terbatas.angka]
    isi: list[Blok] = [
        paragraf(
            "Capaian kinerja organisasi adalah ",
            show_capaian(hasil, hasil.organisasi.nilai),
            f" ({hasil.kategori.label})" if hasil.kategori else "",
            f", dihitung atas {teks_cakupan(len(terukur), len(hasil.indikator), 'indikator')}. Sebanyak ",
            f"{sum(1 for i in terukur if i.capaian.is_tercapai)} indikator mencapai target dan "
            f"{sum(1 for i in terukur if i.capaian.is_tercapai is False)} belum.",
        )
    ]
    isi += [
        paragraf(f"Capaian indikator {i.indikator.kode} sebelum dan sesudah batas: ", *bagian_capaian(hasil, i), ".")
        for i in dibatasi
    ]
    return tuple(isi)
