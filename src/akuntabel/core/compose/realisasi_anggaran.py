"""Bab III.B: budget per programme, kegiatan and output, per source of funds, and the revisions of the DIPA."""

from datetime import date

from akuntabel.core.calc.anggaran import BarisAnggaran
from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.calc.efisiensi import KeluaranAnggaran, compute_efisiensi
from akuntabel.core.compose.gambar import gambar_revisi, gambar_serapan
from akuntabel.core.compose.kalimat import Bagian, baris, baris_jumlah, kurang, paragraf, rujuk, sel
from akuntabel.core.compose.narasi import tulis_narasi
from akuntabel.core.compose.tampilan import bagian_serapan, kolom_angka, kolom_pendek, kolom_teks, persen_serapan
from akuntabel.core.fakta.anggaran import JenisRevisi, RevisiDipa
from akuntabel.core.fakta.anggaran_sasaran import daftar_anggaran_sasaran
from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.core.naskah.model import BarisTabel, Blok, Gaya, Judul, Sel, Tabel
from akuntabel.core.regulasi import daftar_peraturan, find_sumber_dana


def compose_realisasi_anggaran(hasil: HasilTahun) -> tuple[Blok, ...]:
    """The money of the year, from leaves to totals; differences between documents are shown."""
    if not hasil.anggaran.baris:
        return (kurang("Anggaran belum diisi (anggaran.csv)."),)
    return (
        *_ringkasan(hasil),
        *tulis_narasi(hasil, "anggaran"),
        tabel_anggaran(hasil),
        gambar_serapan(hasil),
        *_efisiensi(hasil),
        *_hibah(hasil),
        *_revisi(hasil),
    )


def _ringkasan(hasil: HasilTahun) -> tuple[Blok, ...]:
    total = hasil.anggaran.total
    batas = sorted({a.batas_data for a in hasil.fakta.daftar_anggaran if a.batas_data})
    keadaan = f" (data per {format_tanggal(batas[-1])})" if batas else ""
    isi: list[Blok] = [
        paragraf(
            f"Realisasi anggaran {hasil.fakta.satker.nama} tahun {hasil.fakta.tahun}{keadaan} per sumber dana ada "
            "pada ",
            rujuk("tabel-sumber-dana"),
            ", dan rinciannya per program, kegiatan, dan output pada ",
            rujuk("tabel-anggaran"),
            ". Secara keseluruhan ",
            *bagian_serapan(total.semua),
            " pagu terserap.",
        ),
        tabel_sumber_dana(hasil),
    ]
    ambang = hasil.fakta.laporan.ambang_serapan
    if ambang is not None and total.semua.persen.angka is not None:
        kata = "mencapai" if total.semua.persen.angka >= ambang else "belum mencapai"
        isi.append(paragraf(f"Serapan tersebut {kata} target serapan {ambang}%."))
    return tuple(isi)


def tabel_sumber_dana(hasil: HasilTahun) -> Tabel:
    """Totals per source of funds and over all."""
    total = hasil.anggaran.total
    kolom = (
        kolom_teks("Sumber dana", 4),
        kolom_angka("Pagu (Rp)"),
        kolom_angka("Realisasi (Rp)"),
        kolom_angka("Sisa (Rp)"),
        kolom_angka("Serapan"),
    )
    isi = [baris(nama_sumber_dana(b.sumber_dana), *_angka(b)) for b in total.per_sumber]
    isi.append(baris_jumlah("Jumlah", *_angka(total.semua)))
    return Tabel(
        "tabel-sumber-dana",
        f"Akuntabilitas Keuangan menurut Sumber Dana Tahun {hasil.fakta.tahun}",
        kolom,
        tuple(isi),
    )


def nama_sumber_dana(kode: str) -> str:
    """A source of funds with its code."""
    sumber = find_sumber_dana(kode)
    return f"{sumber.nama} ({kode})" if sumber else kode


def _angka(b: BarisAnggaran) -> tuple[Bagian | Sel, ...]:
    realisasi: Bagian = "belum diketahui" if b.realisasi is None else Besaran.rupiah(b.realisasi)
    sisa: Bagian = "–" if b.sisa is None else Besaran.rupiah(b.sisa)
    return Besaran.rupiah(b.pagu), realisasi, sisa, sel(*bagian_serapan(b))


def tabel_anggaran(hasil: HasilTahun) -> Tabel:
    """The whole tree; every parent is the sum of its children per source of funds."""
    kolom = (
        kolom_pendek("Kode"),
        kolom_teks("Program/Kegiatan/Output", 6),
        kolom_pendek("Dana"),
        kolom_angka("Pagu (Rp)"),
        kolom_angka("Realisasi (Rp)"),
        kolom_angka("Sisa (Rp)"),
        kolom_angka("%"),
    )
    isi = [
        BarisTabel(
            (
                sel(b.kode.kode),
                sel(b.kode.nama, inden=b.baris.tingkat - 1),
                sel(b.baris.sumber_dana),
                *(a if isinstance(a, Sel) else sel(a) for a in _angka(b.baris)),
            ),
            "kelompok" if b.baris.tingkat == 1 else "isi",
        )
        for b in hasil.anggaran.baris
    ]
    isi += [
        baris_jumlah(sel(f"Jumlah {nama_sumber_dana(b.sumber_dana)}", kolom=3), *_angka(b))
        for b in hasil.anggaran.total.per_sumber
    ]
    isi.append(baris_jumlah(sel("Jumlah seluruhnya", kolom=3), *_angka(hasil.anggaran.total.semua)))
    sumber = "; ".join(dict.fromkeys(a.sumber for a in hasil.fakta.daftar_anggaran if a.sumber))
    judul = f"Realisasi Anggaran per Program, Kegiatan, dan Output Tahun {hasil.fakta.tahun}"
    return Tabel("tabel-anggaran", judul, kolom, tuple(isi), sumber=sumber)


def _efisiensi(hasil: HasilTahun) -> tuple[Blok, ...]:
    """The form of PMK 22/PMK.02/2021 with each sasaran as an output of the money linked to it."""
    keluaran = []
    for s in hasil.sasaran:
        daftar = daftar_anggaran_sasaran(hasil, s.sasaran.kode)
        terpakai = [d.baris.realisasi_lengkap for d in daftar if d.baris.realisasi_lengkap is not None]
        if daftar:
            realisasi = sum(terpakai) if len(terpakai) == len(daftar) else None
            keluaran.append(KeluaranAnggaran(sum(d.baris.pagu for d in daftar), realisasi, s.rekap.nilai))
    if not keluaran:
        return ()
    efisiensi = compute_efisiensi(keluaran)
    return (
        paragraf(
            f"Efisiensi menurut bentuk {_dasar_efisiensi(hasil.fakta.tahun)}, dengan sasaran sebagai keluaran, adalah ",
            persen_serapan(efisiensi.mentah),
            "; nilai efisiensinya (dengan efisiensi dibatasi antara −20% dan 20%) ",
            Besaran(efisiensi.nilai_efisiensi, desimal=2),
            f", dihitung atas {efisiensi.cakupan} sasaran. Angka ini besar terutama karena anggaran yang tidak "
            "terserap, bukan karena keluaran yang sama dihasilkan dengan biaya lebih murah; karena itu dibaca "
            "bersama serapan per sasaran.",
        ),
    )


# The same form in the regulations that followed each other; the report cites the one in force in its year.
_PMK_EFISIENSI = ("pmk-249-2011", "pmk-214-2017", "pmk-22-2021", "pmk-62-2023")


def _dasar_efisiensi(tahun: int) -> str:
    akhir_tahun = date(tahun, 12, 31)
    berlaku = [p for k in _PMK_EFISIENSI if (p := daftar_peraturan()[k]).is_berlaku(akhir_tahun)]
    return berlaku[-1].sebutan_pendek if berlaku else "PMK 22/PMK.02/2021"


def _hibah(hasil: HasilTahun) -> tuple[Blok, ...]:
    daftar = hasil.fakta.daftar_hibah
    if not daftar:
        return ()
    kolom = (
        kolom_teks("Hibah", 4),
        kolom_angka("Nilai NPHD (Rp)"),
        kolom_angka("Pagu DIPA (Rp)"),
        kolom_angka("Kas keluar (Rp)"),
        kolom_angka("Disahkan (Rp)"),
    )
    isi = tuple(
        baris(
            f"{h.nama}, pemberi {h.pemberi}",
            *(
                "tidak diketahui" if n is None else Besaran.rupiah(n)
                for n in (h.nilai_nphd, h.pagu_dipa, h.realisasi_kas, h.realisasi_disahkan)
            ),
        )
        for h in daftar
    )
    judul = f"Hibah Langsung Tahun {hasil.fakta.tahun}"
    catatan = [paragraf(h.catatan, gaya=Gaya.CATATAN) for h in daftar if h.catatan]
    return (
        Judul("Hibah", 3),
        *tulis_narasi(hasil, "hibah"),
        Tabel("tabel-hibah", judul, kolom, isi, sumber="; ".join(h.sumber for h in daftar)),
        *catatan,
    )


_JENIS_REVISI = {
    JenisRevisi.AWAL: "DIPA awal",
    JenisRevisi.PAGU_BERUBAH: "pagu berubah",
    JenisRevisi.PAGU_TETAP: "pagu tetap",
    JenisRevisi.ADMINISTRASI: "administrasi",
}


def _revisi(hasil: HasilTahun) -> tuple[Blok, ...]:
    anggaran = hasil.anggaran
    if not anggaran.revisi:
        return ()
    isi: list[Blok] = [
        Judul("Riwayat Revisi DIPA", 3),
        *tulis_narasi(hasil, "revisi-anggaran"),
        tabel_revisi(hasil),
        gambar_revisi(hasil),
    ]
    isi += [paragraf(k.pesan, gaya=Gaya.KURANG) for k in anggaran.ketidakcocokan]
    return tuple(isi)


def tabel_revisi(hasil: HasilTahun) -> Tabel:
    """The chain of revisions, each with its signed difference."""
    kolom = (
        kolom_pendek("Revisi"),
        kolom_angka("Semula (Rp)"),
        kolom_angka("Menjadi (Rp)"),
        kolom_angka("Selisih (Rp)"),
        kolom_teks("Jenis dan alasan", 5),
    )
    isi = tuple(_baris_revisi(hasil, r, selisih) for r, selisih in hasil.anggaran.revisi)
    sumber = "; ".join(dict.fromkeys(r.sumber for r, _ in hasil.anggaran.revisi if r.sumber))
    return Tabel("tabel-revisi", f"Revisi DIPA Tahun {hasil.fakta.tahun}", kolom, isi, sumber=sumber)


def _baris_revisi(hasil: HasilTahun, r: RevisiDipa, selisih: int | None) -> BarisTabel:
    rincian = [d for d in hasil.fakta.daftar_rincian_revisi if d.nomor == r.nomor]
    alasan: list[Bagian] = [f"{_JENIS_REVISI[r.jenis]}: {r.alasan}" if r.nomor else r.alasan]
    for n, d in enumerate(rincian):
        alasan += [
            "; rincian: " if n == 0 else "; ",
            f"{d.kode} ",
            Besaran.rupiah(d.selisih, bertanda=True, ringkas=False),
        ]
    return baris(
        "awal" if r.nomor == 0 else str(r.nomor),
        "–" if r.semula is None else Besaran.rupiah(r.semula),
        Besaran.rupiah(r.menjadi),
        "–" if selisih is None else Besaran.rupiah(selisih, bertanda=True),
        sel(*alasan),
    )
