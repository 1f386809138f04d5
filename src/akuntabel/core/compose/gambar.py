"""The figures of the report. Each is bound to computed values and carries a table of the same numbers."""

from collections.abc import Sequence
from decimal import Decimal

from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.compose.kalimat import baris, sambung, sel
from akuntabel.core.compose.tampilan import bagian_serapan, besaran_realisasi, kolom_angka, kolom_teks, persen_serapan
from akuntabel.core.fakta.hasil import HasilIndikator, HasilTahun
from akuntabel.core.fakta.pengukuran import Elemen, Riwayat
from akuntabel.core.fakta.slot import show_capaian
from akuntabel.core.naskah.grafik import (
    Langkah,
    Spesifikasi,
    Titik,
    air_terjun,
    batang,
    batang_datar,
    batang_kelompok,
    peluru,
)
from akuntabel.core.naskah.model import BarisTabel, Gambar, JenisGambar, Kolom, Tabel

LEBAR_MM = 155.0
# Bars of a group can be compared by eye while the longest is at most this many times the shortest.
BANDING_TERBACA = 10


def _gambar(
    id_: str, judul: str, spesifikasi: Spesifikasi, alt: str, tinggi_mm: float, data: Tabel, sumber: str = ""
) -> Gambar:
    return Gambar(id_, judul, JenisGambar.VEGA_LITE, spesifikasi, alt, LEBAR_MM, tinggi_mm, data, sumber)


def _data(id_: str, judul: str, kolom: tuple[Kolom, ...], isi: Sequence[BarisTabel]) -> Tabel:
    return Tabel(f"data-{id_}", judul, kolom, tuple(isi), bernomor=False)


def gambar_capaian_sasaran(hasil: HasilTahun) -> Gambar:
    """Capaian per sasaran against the full target."""
    terukur = [s for s in hasil.sasaran if s.rekap.nilai.angka is not None]
    titik = [
        Titik(_pecah(s.sasaran.nama), s.rekap.nilai.require(), show_capaian(hasil, s.rekap.nilai).teks) for s in terukur
    ]
    judul = f"Capaian per Sasaran Strategis Tahun {hasil.fakta.tahun}"
    return _gambar(
        "gambar-capaian-sasaran",
        judul,
        batang_datar(titik, garis=Nilai.of(100).require(), label_garis="target 100%"),
        f"Grafik batang {judul.lower()}: "
        + sambung(f"{s.sasaran.nama} {t.label}" for s, t in zip(terukur, titik, strict=True))
        + ".",
        18 + 15 * len(titik),
        _data(
            "gambar-capaian-sasaran",
            judul,
            (kolom_teks("Sasaran", 5), kolom_angka("Capaian")),
            [baris(s.sasaran.nama, show_capaian(hasil, s.rekap.nilai)) for s in terukur],
        ),
    )


def _pecah(teks: str, panjang: int = 38) -> str:
    """A long name over several lines, at spaces, for the axis of a chart."""
    baris_teks = [""]
    for kata in teks.split():
        if baris_teks[-1] and len(baris_teks[-1]) + len(kata) >= panjang:
            baris_teks.append(kata)
        else:
            baris_teks[-1] = f"{baris_teks[-1]} {kata}".strip()
    return "\n".join(baris_teks)


def gambar_riwayat(hasil: HasilTahun, i: HasilIndikator, riwayat: Sequence[Riwayat]) -> tuple[Gambar, ...]:
    """An indicator over the years; nothing to draw for fewer than two figures."""
    indikator = i.indikator
    titik = [
        Titik(str(r.tahun), r.nilai, Besaran(Nilai.of(r.nilai), indikator.satuan).teks)
        for r in riwayat
        if r.nilai is not None
    ]
    kini = i.realisasi.nilai.angka
    if kini is None or not titik:
        return ()
    titik.append(Titik(str(hasil.fakta.tahun), kini, besaran_realisasi(i).teks))
    id_ = f"gambar-riwayat-{indikator.kode.replace('.', '-')}"
    judul = f"{indikator.nama}, {titik[0].nama}–{titik[-1].nama}"
    target = i.target.angka
    label = "" if target is None else f"target {hasil.fakta.tahun}: {Besaran(Nilai.of(target), indikator.satuan).teks}"
    return (
        _gambar(
            id_,
            judul,
            batang(titik, garis=target, label_garis=label),
            f"Grafik batang {judul}: " + sambung(f"tahun {t.nama} {t.label}" for t in titik) + ".",
            62,
            _data(
                id_,
                judul,
                (kolom_teks("Tahun"), kolom_angka("Realisasi")),
                [baris(t.nama, t.label) for t in titik],
            ),
            "; ".join(dict.fromkeys(r.sumber for r in riwayat)),
        ),
    )


def gambar_elemen(hasil: HasilTahun, i: HasilIndikator, daftar: Sequence[Elemen]) -> tuple[Gambar, ...]:
    """Elements by sex, side by side, when their bars can be compared by eye."""
    nilai = {e.kode: hasil.elemen[e.kode].angka for e in daftar}
    angka = [n for n in nilai.values() if n]
    if len(daftar) < 2 or len(angka) < len(daftar) or max(angka) > BANDING_TERBACA * min(angka):
        return ()
    titik: list[Titik] = []
    for nama, akhiran in (("Laki-laki", ".L"), ("Perempuan", ".P"), ("Jumlah", "")):
        for e in daftar:
            bagian = hasil.elemen.get(e.kode + akhiran)
            if bagian is None or bagian.angka is None:
                return ()
            titik.append(Titik(nama, bagian.angka, Besaran(bagian, ringkas=True).teks, e.nama))
    id_ = f"gambar-data-{i.indikator.kode.replace('.', '-')}"
    judul = f"Data Indikator {i.indikator.kode} menurut Jenis Kelamin"
    return (
        _gambar(
            id_,
            judul,
            batang_kelompok(titik),
            f"Grafik batang berkelompok {judul.lower()}: "
            + "; ".join(f"{t.seri}, {t.nama.lower()}: {t.label}" for t in titik)
            + ".",
            66,
            _data(
                id_,
                judul,
                (kolom_teks("Kelompok"), kolom_teks("Data", 4), kolom_angka("Jumlah")),
                [baris(t.nama, t.seri, t.label) for t in titik],
            ),
        ),
    )


def gambar_serapan(hasil: HasilTahun) -> Gambar:
    """Money allowed and spent per programme and source of funds."""
    baris_program = [b for b in hasil.anggaran.baris if b.baris.tingkat == 1]
    seri = ("Pagu", "Realisasi")
    titik: list[Titik] = []
    for b in baris_program:
        nama = _pecah(f"{b.kode.kode} ({b.baris.sumber_dana}) {b.kode.nama}")
        titik.append(Titik(nama, b.baris.pagu, f"{persen_serapan(b.baris.persen).teks} terserap", seri[0]))
        if b.baris.realisasi is not None:
            titik.append(Titik(nama, b.baris.realisasi, "", seri[1]))
    judul = f"Serapan Anggaran per Program dan Sumber Dana Tahun {hasil.fakta.tahun}"
    isi = [
        baris(
            f"{b.kode.kode} {b.kode.nama} ({b.baris.sumber_dana})",
            Besaran.rupiah(b.baris.pagu),
            "–" if b.baris.realisasi is None else Besaran.rupiah(b.baris.realisasi),
            sel(*bagian_serapan(b.baris)),
        )
        for b in baris_program
    ]
    kolom = (
        kolom_teks("Program", 5),
        kolom_angka("Pagu (Rp)"),
        kolom_angka("Realisasi (Rp)"),
        kolom_angka("Serapan"),
    )
    return _gambar(
        "gambar-serapan",
        judul,
        peluru(titik, seri=seri),
        f"Grafik batang {judul.lower()}: "
        + "; ".join(f"{b.kode.kode} {b.baris.sumber_dana} {persen_serapan(b.baris.persen).teks}" for b in baris_program)
        + ".",
        24 + 18 * len(baris_program),
        _data("gambar-serapan", judul, kolom, isi),
    )


def gambar_revisi(hasil: HasilTahun) -> Gambar:
    """The ceiling of the DIPA from its first version through every revision."""
    langkah: list[Langkah] = []
    isi: list[BarisTabel] = []
    for r, selisih in hasil.anggaran.revisi:
        nama = "Awal" if r.nomor == 0 else f"Rev. {r.nomor}"
        # A label in millions keeps nine steps readable; the table beside has every rupiah.
        jumlah = Nilai.of(Decimal(r.menjadi if selisih is None else selisih).scaleb(-6))
        juta = Besaran(jumlah, desimal=0, bertanda=selisih is not None)
        langkah.append(
            Langkah(nama, 0 if r.semula is None else r.semula, r.menjadi, "tetap" if selisih == 0 else juta.teks)
        )
        isi.append(
            baris(nama, Besaran.rupiah(r.menjadi), "–" if selisih is None else Besaran.rupiah(selisih, bertanda=True))
        )
    judul = f"Perubahan Pagu DIPA Tahun {hasil.fakta.tahun} (juta rupiah)"
    return _gambar(
        "gambar-revisi",
        judul,
        air_terjun(langkah),
        f"Grafik tangga {judul.lower()}: " + sambung(f"{s.nama} {s.label}" for s in langkah) + ".",
        68,
        _data(
            "gambar-revisi",
            judul,
            (kolom_teks("Revisi"), kolom_angka("Pagu (Rp)"), kolom_angka("Selisih (Rp)")),
            isi,
        ),
    )
