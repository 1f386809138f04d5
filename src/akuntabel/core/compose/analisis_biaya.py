"""Analyses 6 and 7: what the results cost, and which programmes and kegiatan served them."""

from akuntabel.core.calc.anggaran import compute_serapan
from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.calc.efisiensi import compute_efisiensi_sederhana
from akuntabel.core.compose.kalimat import baris, baris_jumlah, kurang, paragraf, rujuk, sel
from akuntabel.core.compose.narasi import tulis_narasi
from akuntabel.core.compose.tampilan import bagian_serapan, kolom_angka, kolom_pendek, kolom_teks, persen_serapan
from akuntabel.core.fakta.anggaran_sasaran import BarisSasaran, daftar_anggaran_sasaran
from akuntabel.core.fakta.hasil import HasilSasaran, HasilTahun
from akuntabel.core.fakta.slot import show_capaian
from akuntabel.core.naskah.model import BarisTabel, Blok, Tabel


def analisis_efisiensi(hasil: HasilTahun, s: HasilSasaran) -> tuple[Blok, ...]:
    """Analysis 6: capaian beside the absorption of the money that served it (the simple form; see docs/metode)."""
    daftar = daftar_anggaran_sasaran(hasil, s.sasaran.kode)
    narasi = tulis_narasi(hasil, f"efisiensi-{s.sasaran.kode}")
    if not daftar:
        return kurang("Belum ada anggaran yang dikaitkan dengan sasaran ini (sasaran-anggaran.csv)."), *narasi
    pagu = sum(d.baris.pagu for d in daftar)
    terpakai = [d.baris.realisasi_lengkap for d in daftar if d.baris.realisasi_lengkap is not None]
    serapan = compute_serapan(pagu, sum(terpakai) if len(terpakai) == len(daftar) else None)
    efisiensi = compute_efisiensi_sederhana(s.rekap.nilai, serapan)
    kolom = (
        kolom_teks("Sasaran", 4),
        kolom_angka("Capaian"),
        kolom_angka("Serapan anggaran"),
        kolom_angka("Selisih (poin)"),
        kolom_teks("Kesimpulan", 2),
    )
    putusan = {True: "efisien", False: "belum efisien", None: "belum dapat disimpulkan"}[efisiensi.is_efisien]
    selisih = Besaran(efisiensi.selisih, desimal=2, bertanda=True)
    isi = (baris(s.sasaran.nama, show_capaian(hasil, s.rekap.nilai), persen_serapan(serapan), selisih, putusan),)
    id_ = f"tabel-efisiensi-{s.sasaran.kode}"
    return (
        paragraf(
            "Efisiensi dinilai dengan membandingkan capaian sasaran dengan serapan anggaran yang menunjangnya (",
            rujuk(id_),
            "). Sasaran disebut efisien bila capaiannya paling sedikit 100% dan serapannya di bawah 100%.",
        ),
        Tabel(id_, f"Efisiensi Penggunaan Anggaran Sasaran {s.sasaran.kode}", kolom, isi),
        _kalimat_efisiensi(hasil, s, efisiensi.is_efisien, selisih),
        *narasi,
    )


def _kalimat_efisiensi(hasil: HasilTahun, s: HasilSasaran, is_efisien: bool | None, selisih: Besaran) -> Blok:
    if is_efisien is None:
        return paragraf("Efisiensi belum dapat disimpulkan karena capaian atau realisasi anggarannya belum lengkap.")
    if is_efisien:
        return paragraf("Capaian melampaui serapan sebesar ", selisih, " poin dengan target yang tercapai.")
    return paragraf(
        "Sisa anggaran tidak dengan sendirinya berarti efisien: capaian sasaran ",
        show_capaian(hasil, s.rekap.nilai),
        " belum mencapai 100%, meskipun selisihnya terhadap serapan ",
        selisih,
        " poin.",
    )


def analisis_program(hasil: HasilTahun, s: HasilSasaran) -> tuple[Blok, ...]:
    """Analysis 7: the kegiatan and outputs that served the sasaran, why, and with how much money."""
    kode = s.sasaran.kode
    narasi = tulis_narasi(hasil, f"program-{kode}")
    daftar = daftar_anggaran_sasaran(hasil, kode)
    if not daftar:
        return narasi or (kurang("Program dan kegiatan penunjang belum diisi (sasaran-anggaran.csv)."),)
    id_ = f"tabel-program-{kode}"
    kolom = (
        kolom_pendek("Kode"),
        kolom_teks("Kegiatan/output dan perannya", 7),
        kolom_pendek("Dana"),
        kolom_angka("Pagu (Rp)"),
        kolom_angka("Realisasi (Rp)"),
        kolom_angka("Serapan"),
    )
    isi = [_baris_program(d) for d in daftar]
    pagu = sum(d.baris.pagu for d in daftar)
    terpakai = [d.baris.realisasi_lengkap for d in daftar if d.baris.realisasi_lengkap is not None]
    if len(terpakai) == len(daftar):
        realisasi = sum(terpakai)
        serapan = persen_serapan(compute_serapan(pagu, realisasi))
        isi.append(baris_jumlah(sel("Jumlah", kolom=3), Besaran.rupiah(pagu), Besaran.rupiah(realisasi), serapan))
    judul = f"Program dan Kegiatan yang Menunjang Sasaran {kode}"
    return (
        paragraf("Kegiatan dan output yang menunjang sasaran ini ada pada ", rujuk(id_), "."),
        Tabel(id_, judul, kolom, tuple(isi)),
        *narasi,
    )


def _baris_program(d: BarisSasaran) -> BarisTabel:
    peran = f" ({d.hubungan.value}: {d.alasan})" if d.alasan else f" ({d.hubungan.value})"
    realisasi = "–" if d.baris.realisasi is None else Besaran.rupiah(d.baris.realisasi)
    return baris(
        d.kode.kode,
        d.kode.nama + peran,
        d.baris.sumber_dana,
        Besaran.rupiah(d.baris.pagu),
        realisasi,
        sel(*bagian_serapan(d.baris)),
    )
