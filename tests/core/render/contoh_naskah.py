"""One made-up document that holds every kind of block, already numbered and measured, for the renderers' tests."""

from dataclasses import replace
from decimal import Decimal

from contoh_tabel import baris, isi, persen, tabel_anggaran, tabel_lanskap, tabel_pengukuran, tabel_renstra

from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.naskah.model import (
    Angka,
    Bab,
    Butir,
    Daftar,
    DaftarIsi,
    Gambar,
    Gaya,
    HalamanBaru,
    Isian,
    Jarak,
    JenisBab,
    JenisGambar,
    Judul,
    Kolom,
    Naskah,
    Paragraf,
    PenandaTangan,
    Rata,
    Rujukan,
    Tabel,
    TandaTangan,
    Teks,
)

LOREM = (
    "Partisipasi pemilih dihitung sebagai perbandingan jumlah pengguna hak pilih dengan jumlah pemilih yang "
    "terdaftar dalam daftar pemilih tetap dan daftar pemilih tambahan pada hari pemungutan suara. "
)


def _gambar_partisipasi() -> Gambar:
    data = Tabel(
        "data-partisipasi",
        "",
        (
            Kolom("Tahun", Rata.TENGAH, utuh=True, lebar_mm=40.0),
            Kolom("Partisipasi", Rata.KANAN, utuh=True, lebar_mm=40.0),
        ),
        (baris("2015", persen("71.00")), baris("2020", persen("78.84"))),
        bernomor=False,
    )
    return Gambar(
        "gambar-partisipasi",
        "Partisipasi Pemilih 2015 dan 2020",
        JenisGambar.VEGA_LITE,
        {
            "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
            "data": {"values": [{"tahun": "2015", "nilai": 71.0}, {"tahun": "2020", "nilai": 78.84}]},
            "mark": "bar",
            "encoding": {
                "x": {"field": "tahun", "type": "nominal", "title": "Tahun"},
                "y": {"field": "nilai", "type": "quantitative", "title": "Partisipasi (%)"},
            },
        },
        alt="Diagram batang: partisipasi pemilih naik dari 71,00% pada 2015 menjadi 78,84% pada 2020.",
        lebar_mm=120.0,
        tinggi_mm=60.0,
        data=data,
        sumber="Keputusan penetapan hasil pemilihan",
        nomor="3.1",
    )


def _gambar_bagan() -> Gambar:
    return Gambar(
        "gambar-struktur",
        "Struktur Organisasi Sekretariat",
        JenisGambar.BAGAN,
        {
            "judul": "Sekretaris",
            "keterangan": "Eselon III",
            "anak": [
                {"judul": "Subbagian Hukum", "keterangan": "", "anak": []},
                {"judul": "Subbagian Program dan Data", "keterangan": "", "anak": []},
            ],
        },
        alt="Bagan: sekretaris membawahi dua subbagian.",
        lebar_mm=140.0,
        tinggi_mm=50.0,
        nomor="1.1",
    )


def _bab_depan() -> tuple[Bab, ...]:
    sampul = Bab(
        JenisBab.SAMPUL,
        "",
        (
            Jarak(28),
            Paragraf(isi("KOMISI PEMILIHAN UMUM KOTA CONTOH"), Gaya.ANAK_JUDUL_SAMPUL, Rata.KIRI),
            Jarak(40),
            Paragraf(isi("Laporan Kinerja"), Gaya.JUDUL_SAMPUL, Rata.KIRI),
            Paragraf(isi("Tahun 2020"), Gaya.JUDUL_SAMPUL, Rata.KIRI),
            Jarak(70),
            Paragraf(isi("Kota Contoh"), Gaya.TANPA_INDEN),
            Paragraf(isi("Januari 2021"), Gaya.TANPA_INDEN),
        ),
        "sampul",
    )
    tanda_tangan = TandaTangan(
        "Kota Contoh, 29 Januari 2021",
        (PenandaTangan(("Ketua KPU Kota Contoh,",), "Ratna Wijaya", keterangan="Periode 2019–2024"),),
        qr=True,
    )
    pengantar = Bab(
        JenisBab.DEPAN,
        "Kata Pengantar",
        (
            Paragraf(isi(LOREM * 3)),
            Paragraf(isi("Terima kasih kepada ", Teks("semua pihak", miring=True), ".")),
            tanda_tangan,
        ),
        "kata-pengantar",
    )
    daftar = tuple(
        Bab(JenisBab.DEPAN, judul, (blok,), id_)
        for judul, blok, id_ in (
            ("Daftar Isi", DaftarIsi("isi"), "daftar-isi"),
            ("Daftar Tabel", DaftarIsi("tabel"), "daftar-tabel"),
            ("Daftar Gambar", DaftarIsi("gambar"), "daftar-gambar"),
        )
    )
    return (sampul, pengantar, *daftar)


def _bab_pendahuluan() -> Bab:
    daftar = Daftar(
        (
            Butir(isi("Menyusun perencanaan program dan anggaran;")),
            Butir(
                isi("Melaksanakan tahapan, yang terdiri dari:"),
                Daftar(
                    (
                        Butir(isi("persiapan, ", LOREM)),
                        Butir(
                            isi("penyelenggaraan:"),
                            Daftar((Butir(isi("pencalonan")), Butir(isi("kampanye"))), "-"),
                        ),
                    ),
                    "a.",
                ),
            ),
            Butir(isi("Menyampaikan laporan.")),
        ),
        "1.",
    )
    lagi = Daftar((Butir(isi("Nomor kembali ke satu.")), Butir(isi("Lalu dua."))), "1.")
    return Bab(
        JenisBab.BAB,
        "Pendahuluan",
        (
            Judul("Latar Belakang", 2, "A.", "latar-belakang"),
            Paragraf(isi(LOREM * 4)),
            Paragraf(
                isi(
                    "Rincian misi ada pada ",
                    Rujukan("tabel-misi", "Tabel 1.1"),
                    " dan susunan organisasi pada ",
                    Rujukan("gambar-struktur", "Gambar 1.1"),
                    ".",
                )
            ),
            Paragraf(isi("“Menjadi penyelenggara yang mandiri, profesional, dan berintegritas.”"), Gaya.KUTIPAN),
            tabel_renstra(),
            Judul("Tugas", 2, "B.", "tugas"),
            Judul("Tugas Pokok", 3, "1.", "tugas-pokok"),
            daftar,
            Judul("Wewenang", 3, "2.", "wewenang"),
            Judul("Wewenang Lain", 4, "a.", "wewenang-lain"),
            lagi,
            Daftar((Butir(isi("Butir tanpa nomor.")), Butir(isi("Butir kedua."))), "-"),
            _gambar_bagan(),
        ),
        "bab-pendahuluan",
        "BAB I",
    )


def _bab_akuntabilitas() -> Bab:
    return Bab(
        JenisBab.BAB,
        "Akuntabilitas Kinerja",
        (
            Judul("Capaian Kinerja Organisasi", 2, "A.", "capaian"),
            Paragraf(
                isi(
                    "Capaian rata-rata adalah ",
                    Angka(Besaran.persen(Decimal("91.70")), tebal=True),
                    " menurut ",
                    Rujukan("tabel-pengukuran", "Tabel 3.1"),
                    " pada ",
                    Rujukan("bab-akuntabilitas", "Bab III"),
                    ".",
                )
            ),
            tabel_pengukuran(),
            Paragraf(isi("Target indikator 1 terlampaui karena sosialisasi berjalan lebih awal."), Gaya.DRAF),
            Paragraf(isi("Sebab dan solusi indikator 2 belum ditulis (narasi/indikator-2.md)."), Gaya.KURANG),
            Paragraf(isi("Angka dibulatkan sekali, pada saat dicetak."), Gaya.CATATAN),
            _gambar_partisipasi(),
            Judul("Realisasi Anggaran", 2, "B.", "anggaran"),
            Paragraf(isi("Rincian ada pada ", Rujukan("tabel-anggaran", "Tabel 3.2"), ".")),
            tabel_anggaran(),
            tabel_lanskap(),
            Paragraf(isi(LOREM)),
        ),
        "bab-akuntabilitas",
        "BAB III",
    )


def _lampiran() -> Bab:
    formulir = Tabel(
        "formulir-pk",
        "",
        (
            Kolom("Indikator Kinerja", bobot=2, lebar_mm=115.0),
            Kolom("Target", Rata.KANAN, utuh=True, lebar_mm=40.0),
        ),
        (baris("Persentase partisipasi pemilih", persen("77")),),
        bernomor=False,
    )
    pihak = TandaTangan(
        "Kota Contoh, 2 Januari 2020",
        (
            PenandaTangan(("Pihak Kedua,", "Ketua KPU Kota Contoh"), "Ratna Wijaya"),
            PenandaTangan(("Pihak Pertama,", "Sekretaris"), "Danu Prakoso, S.H.", "19780101 200501 1 001"),
        ),
    )
    return Bab(
        JenisBab.LAMPIRAN,
        "Perjanjian Kinerja",
        (
            Paragraf(isi("Yang bertanda tangan di bawah ini:"), Gaya.TANPA_INDEN),
            Isian((("Nama", isi("Danu Prakoso, S.H.")), ("Jabatan", isi("Sekretaris KPU Kota Contoh, ", LOREM)))),
            HalamanBaru(),
            formulir,
            Jarak(6),
            pihak,
        ),
        "lampiran-pk",
        "LAMPIRAN 1",
    )


def build_contoh_naskah() -> Naskah:
    """Cover, front matter, two chapters and an annex."""
    return Naskah(
        judul="Laporan Kinerja KPU Kota Contoh Tahun 2020",
        bab=(*_bab_depan(), _bab_pendahuluan(), _bab_akuntabilitas(), _lampiran()),
        penulis="KPU Kota Contoh",
        tahun=2020,
        sidik="0" * 64,
        kepala_halaman="Laporan Kinerja Tahun 2020",
        kaki_halaman="KPU Kota Contoh",
        tanggal="2021-01-29",
        kata_kunci=("SAKIP", "laporan kinerja"),
    )


def build_naskah_panjang(kali: int) -> Naskah:
    """The same document with its chapters repeated under fresh ids, for measuring time."""
    dasar = build_contoh_naskah()
    depan = tuple(b for b in dasar.bab if b.jenis in (JenisBab.SAMPUL, JenisBab.DEPAN))
    isi_naskah = tuple(b for b in dasar.bab if b.jenis is JenisBab.BAB)
    ulang = tuple(_rename_bab(b, ke) for ke in range(kali) for b in isi_naskah)
    return replace(dasar, bab=(*depan, *ulang))


def _rename_bab(bab: Bab, ke: int) -> Bab:
    """A copy whose ids of chapter, headings, tables and figures are its own."""
    blok = tuple(replace(b, id=f"{b.id}-{ke}") if isinstance(b, Judul | Tabel | Gambar) and ke else b for b in bab.isi)
    return replace(bab, id=f"{bab.id}-{ke}" if ke else bab.id, isi=blok)
