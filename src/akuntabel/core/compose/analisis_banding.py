"""Analyses 2, 3 and 4: against earlier years, the five-year target, the national standard."""

from decimal import Decimal
from itertools import pairwise

from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.calc.capaian import Realisasi, compute_capaian
from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.compose.gambar import gambar_riwayat
from akuntabel.core.compose.kalimat import Bagian, baris, kurang, paragraf, rujuk, sambung
from akuntabel.core.compose.narasi import tulis_narasi
from akuntabel.core.compose.tampilan import besaran_realisasi, kolom_angka, kolom_pendek, kolom_teks
from akuntabel.core.fakta.hasil import HasilIndikator, HasilSasaran, HasilTahun
from akuntabel.core.fakta.pengukuran import Pembanding, Riwayat
from akuntabel.core.fakta.slot import show_capaian
from akuntabel.core.fakta.target import parse_target, show_target
from akuntabel.core.naskah.model import BarisTabel, Blok, Tabel


def analisis_tahun_lalu(hasil: HasilTahun, s: HasilSasaran) -> tuple[Blok, ...]:
    """Analysis 2: realisasi and capaian beside those of earlier years."""
    riwayat = {i.indikator.kode: daftar_riwayat(hasil, i) for i in s.indikator}
    ada = [i for i in s.indikator if riwayat[i.indikator.kode]]
    isi: list[Blok] = []
    if ada:
        id_ = f"tabel-riwayat-{s.sasaran.kode}"
        isi.append(paragraf("Perbandingan antartahun disajikan pada ", rujuk(id_), "."))
        isi.append(_tabel_riwayat(hasil, s, ada, id_))
        for i in ada:
            isi.append(_kalimat_tren(hasil, i, riwayat[i.indikator.kode]))
            isi += tulis_narasi(hasil, f"tren-{i.indikator.kode}")
            isi += gambar_riwayat(hasil, i, riwayat[i.indikator.kode])
    tanpa = [i.indikator.kode for i in s.indikator if not riwayat[i.indikator.kode]]
    isi += [b for kode in tanpa for b in tulis_narasi(hasil, f"tren-{kode}")]
    if tanpa:
        isi.append(
            kurang(
                f"Realisasi tahun-tahun sebelumnya untuk indikator {sambung(tanpa)} tidak ada dalam sumber data, "
                "sehingga belum dapat dibandingkan."
            )
        )
    return tuple(isi)


def daftar_riwayat(hasil: HasilTahun, i: HasilIndikator) -> list[Riwayat]:
    """Earlier years of an indicator, oldest first."""
    daftar = [r for r in hasil.fakta.daftar_riwayat if r.indikator == i.indikator.kode and r.tahun < hasil.fakta.tahun]
    return sorted(daftar, key=lambda r: r.tahun)


def _tabel_riwayat(hasil: HasilTahun, s: HasilSasaran, ada: list[HasilIndikator], id_: str) -> Tabel:
    kolom = (
        kolom_teks("Indikator dan peristiwa", 6),
        kolom_pendek("Tahun"),
        kolom_angka("Target"),
        kolom_angka("Realisasi"),
        kolom_angka("Capaian"),
        kolom_angka("Perubahan (poin)"),
    )
    isi: list[BarisTabel] = []
    for i in ada:
        isi += _baris_riwayat(hasil, i)
    return Tabel(id_, f"Realisasi Sasaran {s.sasaran.kode} Dibandingkan Tahun-Tahun Sebelumnya", kolom, tuple(isi))


def _baris_riwayat(hasil: HasilTahun, i: HasilIndikator) -> list[BarisTabel]:
    isi: list[BarisTabel] = []
    sebelum: Decimal | None = None
    for r in daftar_riwayat(hasil, i):
        lalu = Realisasi(Nilai.of(r.nilai if r.nilai is not None else 1), predikat=r.predikat or "")
        realisasi = Besaran(lalu.nilai, i.indikator.satuan, predikat=lalu.predikat)
        nama = f"{i.indikator.kode} {r.peristiwa or i.indikator.nama}"
        target, capaian = _target_lalu(hasil, i, r, lalu)
        isi.append(baris(nama, str(r.tahun), target, realisasi, capaian, _perubahan(r.nilai, sebelum, i)))
        sebelum = r.nilai
    kini = i.realisasi.nilai.angka
    isi.append(
        baris(
            f"{i.indikator.kode} {i.indikator.nama}",
            str(hasil.fakta.tahun),
            show_target(i.target, i.indikator),
            besaran_realisasi(i),
            show_capaian(hasil, i.capaian.mentah),
            _perubahan(kini, sebelum, i),
        )
    )
    return isi


def _target_lalu(hasil: HasilTahun, i: HasilIndikator, r: Riwayat, lalu: Realisasi) -> tuple[Bagian, Bagian]:
    """Target and capaian of an earlier year, by this year's formula so that years can be compared."""
    if r.target is None:
        return "–", "–"
    target = parse_target(r.target, i.indikator)
    capaian = compute_capaian(i.indikator.arah, target, lalu, hasil.kebijakan)
    return show_target(target, i.indikator), show_capaian(hasil, capaian.mentah)


def _perubahan(kini: Decimal | None, sebelum: Decimal | None, i: HasilIndikator) -> Bagian:
    if kini is None or sebelum is None:
        return "–"
    return Besaran(Nilai.of(kini - sebelum), desimal=i.indikator.desimal, bertanda=True)


def _kalimat_tren(hasil: HasilTahun, i: HasilIndikator, riwayat: list[Riwayat]) -> Blok:
    """The trend in words that the series bears out: every rise and every fall is named."""
    titik = [(r.tahun, r.nilai) for r in riwayat if r.nilai is not None]
    kini = i.realisasi.nilai.angka
    if kini is None or not titik:
        return paragraf(
            f"Indikator {i.indikator.kode} tidak dapat dibandingkan antartahun karena nilainya belum lengkap."
        )
    titik.append((hasil.fakta.tahun, kini))
    turun = [str(kanan[0]) for kiri, kanan in pairwise(titik) if kanan[1] < kiri[1]]
    naik = [str(kanan[0]) for kiri, kanan in pairwise(titik) if kanan[1] > kiri[1]]
    bagian = [f"naik pada {sambung(naik)}"] * bool(naik) + [f"turun pada {sambung(turun)}"] * bool(turun)
    awal, sebelum = titik[0], titik[-2]
    return paragraf(
        f"Realisasi indikator {i.indikator.kode} " + (" dan ".join(bagian) or "tetap") + ". Dibandingkan "
        f"{sebelum[0]}, realisasi tahun ini berubah ",
        Besaran(Nilai.of(kini - sebelum[1]), desimal=i.indikator.desimal, bertanda=True),
        f" poin; dibandingkan {awal[0]}, ",
        Besaran(Nilai.of(kini - awal[1]), desimal=i.indikator.desimal, bertanda=True),
        " poin.",
    )


def analisis_jangka_menengah(hasil: HasilTahun, s: HasilSasaran) -> tuple[Blok, ...]:
    """Analysis 3: realisasi so far beside the targets of the five-year plan."""
    renstra = hasil.fakta.renstra
    isi: list[BarisTabel] = []
    tanpa: list[str] = []
    for i in s.indikator:
        daftar = sorted(
            (t for t in hasil.fakta.daftar_target_renstra if t.indikator == i.indikator.kode),
            key=lambda t: t.tahun,
        )
        if not daftar:
            tanpa.append(i.indikator.kode)
            continue
        akhir = daftar[-1]
        target = parse_target(akhir.target, i.indikator)
        kemajuan = compute_capaian(i.indikator.arah, target, i.realisasi, hasil.kebijakan)
        isi.append(
            baris(
                f"{i.indikator.kode} {i.indikator.nama}",
                str(akhir.tahun),
                show_target(target, i.indikator),
                besaran_realisasi(i),
                show_capaian(hasil, kemajuan.mentah),
            )
        )
    blok: list[Blok] = []
    if isi:
        id_ = f"tabel-jangka-menengah-{s.sasaran.kode}"
        kolom = (
            kolom_teks("Indikator Kinerja", 6),
            kolom_pendek("Tahun target"),
            kolom_angka("Target"),
            kolom_angka(f"Realisasi {hasil.fakta.tahun}"),
            kolom_angka("Kemajuan"),
        )
        judul = f"Realisasi Sasaran {s.sasaran.kode} terhadap Target Renstra {renstra.mulai}–{renstra.selesai}"
        blok += [
            paragraf("Kemajuan menuju target jangka menengah ada pada ", rujuk(id_), "."),
            Tabel(id_, judul, kolom, tuple(isi)),
        ]
    blok += [b for i in s.indikator for b in tulis_narasi(hasil, f"jangka-menengah-{i.indikator.kode}")]
    if tanpa:
        blok.append(
            kurang(
                f"Target jangka menengah {renstra.mulai}–{renstra.selesai} untuk indikator {sambung(tanpa)} tidak "
                "dinyatakan dalam sumber data, sehingga kemajuannya belum dapat dihitung."
            )
        )
    return tuple(blok)


def analisis_standar(hasil: HasilTahun, s: HasilSasaran) -> tuple[Blok, ...]:
    """Analysis 4: realisasi beside national targets and results, where there are any."""
    kode = {i.indikator.kode: i for i in s.indikator}
    daftar = [p for p in hasil.fakta.daftar_pembanding if p.indikator in kode]
    narasi = tuple(b for i in s.indikator for b in tulis_narasi(hasil, f"standar-{i.indikator.kode}"))
    if not daftar:
        tanpa = paragraf(
            "Tidak ada standar nasional untuk indikator sasaran ini dalam sumber data; perbandingan ini hanya "
            "diminta bila standarnya ada."
        )
        return tanpa, *narasi
    id_ = f"tabel-standar-{s.sasaran.kode}"
    kolom = (
        kolom_teks("Indikator", 3),
        kolom_teks("Pembanding", 5),
        kolom_pendek("Tahun"),
        kolom_angka("Nilai"),
        kolom_angka("Realisasi"),
        kolom_angka("Selisih (poin)"),
    )
    isi = tuple(_baris_pembanding(kode[p.indikator], p) for p in daftar)
    judul = f"Realisasi Sasaran {s.sasaran.kode} Dibandingkan Standar Nasional"
    return (
        paragraf("Perbandingan dengan target dan hasil nasional ada pada ", rujuk(id_), "."),
        Tabel(id_, judul, kolom, isi, sumber="; ".join(dict.fromkeys(p.sumber for p in daftar))),
        *narasi,
        *_target_di_bawah_nasional(hasil, kode, daftar),
    )


def _baris_pembanding(i: HasilIndikator, p: Pembanding) -> BarisTabel:
    kini = i.realisasi.nilai.angka
    selisih: Bagian = "–"
    if kini is not None:
        selisih = Besaran(Nilai.of(kini - p.nilai), desimal=i.indikator.desimal, bertanda=True)
    nilai = Besaran(Nilai.of(p.nilai), i.indikator.satuan)
    return baris(
        f"{i.indikator.kode} {i.indikator.nama}",
        f"{p.nama} ({p.tingkat})",
        str(p.tahun),
        nilai,
        besaran_realisasi(i),
        selisih,
    )


def _target_di_bawah_nasional(
    hasil: HasilTahun, kode: dict[str, HasilIndikator], daftar: list[Pembanding]
) -> tuple[Blok, ...]:
    """A local target below the national one must be seen (KPU guidance of January 2026, sakip-rules §2.1)."""
    isi: list[Blok] = []
    for p in daftar:
        target = kode[p.indikator].target.angka
        if p.is_target and p.tahun == hasil.fakta.tahun and target is not None and target < p.nilai:
            isi.append(
                paragraf(
                    f"Target indikator {p.indikator} dalam perjanjian kinerja (",
                    show_target(kode[p.indikator].target, kode[p.indikator].indikator),
                    ") lebih rendah daripada target nasional (",
                    Besaran(Nilai.of(p.nilai), kode[p.indikator].indikator.satuan),
                    "); target tahun berikutnya perlu diselaraskan.",
                )
            )
    return tuple(isi)
