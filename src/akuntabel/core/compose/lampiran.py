"""Annexes: the agreement, the manual of indicators, the traces, the matrix of analyses, the notes on sources."""

from collections.abc import Iterator

from akuntabel.core.calc.jejak import Jejak
from akuntabel.core.compose.kalimat import baris, paragraf, rujuk, sel, tebal
from akuntabel.core.compose.kelengkapan import ANALISIS, daftar_kelengkapan
from akuntabel.core.compose.perencanaan import tabel_perjanjian, tabel_perjanjian_anggaran
from akuntabel.core.compose.tampilan import besaran_realisasi, kolom_angka, kolom_teks, teks_rumus
from akuntabel.core.fakta.hasil import HasilIndikator, HasilTahun
from akuntabel.core.fakta.slot import show_capaian
from akuntabel.core.naskah.model import Bab, BarisTabel, Blok, Gaya, JenisBab, Tabel


def compose_lampiran(hasil: HasilTahun) -> tuple[Bab, ...]:
    """All annexes, in the order in which Bab I announces them."""
    lampiran = [_perjanjian(hasil), _kamus(hasil), _jejak(hasil), _kelengkapan(hasil)]
    if hasil.fakta.daftar_catatan_sumber:
        lampiran.append(_catatan(hasil))
    return tuple(lampiran)


def _lampiran(judul: str, id_: str, *isi: Blok) -> Bab:
    return Bab(JenisBab.LAMPIRAN, judul, isi, id_)


def _perjanjian(hasil: HasilTahun) -> Bab:
    perjanjian = hasil.fakta.perjanjian_berlaku
    versi = f"revisi {perjanjian.revisi}" if perjanjian and perjanjian.revisi else "perjanjian awal"
    return _lampiran(
        f"Perjanjian Kinerja Tahun {hasil.fakta.tahun}",
        "lampiran-perjanjian",
        paragraf(
            f"Isi perjanjian kinerja yang berlaku ({versi}). Anggarannya menurut pagu akhir tahun; perubahan pagu "
            "sejak DIPA awal ada pada ",
            rujuk("tabel-revisi"),
            ".",
        )
        if hasil.anggaran.revisi
        else paragraf(f"Isi perjanjian kinerja yang berlaku ({versi})."),
        tabel_perjanjian(hasil, f"Perjanjian Kinerja Tahun {hasil.fakta.tahun}", id_="tabel-lampiran-pk"),
        tabel_perjanjian_anggaran(hasil, "Anggaran Perjanjian Kinerja", id_="tabel-lampiran-pk-anggaran"),
    )


def _kamus(hasil: HasilTahun) -> Bab:
    kolom = (
        kolom_teks("Indikator", 3),
        kolom_teks("Definisi operasional", 5),
        kolom_teks("Rumus realisasi", 4),
        kolom_teks("Arah; konsolidasi; sumber data", 4),
    )
    isi = tuple(
        baris(
            f"{i.indikator.kode} {i.indikator.nama}",
            i.indikator.definisi,
            teks_rumus(hasil, i.indikator),
            f"{i.indikator.arah.value}; {i.indikator.konsolidasi.value.replace('_', ' ')}; {i.indikator.sumber_data}",
        )
        for i in hasil.indikator
    )
    return _lampiran(
        "Kamus Indikator Kinerja",
        "lampiran-kamus",
        Tabel("tabel-kamus", "Definisi Operasional Indikator Kinerja", kolom, isi, huruf_pt=8),
    )


def _jejak(hasil: HasilTahun) -> Bab:
    """Every computed value with its formula and operands: a calculator and this table are enough."""
    kolom = (
        kolom_teks("Nilai", 3),
        kolom_teks("Rumus", 4),
        kolom_teks("Operan dan sumbernya", 8),
        kolom_angka("Hasil"),
    )
    isi: list[BarisTabel] = []
    for i in hasil.indikator:
        isi += _baris_jejak(hasil, i)
    for s in hasil.sasaran:
        jejak = s.rekap.nilai.jejak
        isi.append(
            baris(
                f"Capaian sasaran {s.sasaran.kode}",
                jejak.rumus if jejak else "–",
                "; ".join(f"capaian {i.indikator.kode}" for i in s.indikator if i.capaian.terbatas.is_counted),
                show_capaian(hasil, s.rekap.nilai),
            )
        )
    jejak = hasil.organisasi.nilai.jejak
    kode = "; ".join(f"capaian sasaran {s.sasaran.kode}" for s in hasil.sasaran if s.rekap.nilai.is_counted)
    isi.append(
        baris("Capaian organisasi", jejak.rumus if jejak else "–", kode, show_capaian(hasil, hasil.organisasi.nilai))
    )
    return _lampiran(
        "Jejak Perhitungan",
        "lampiran-jejak",
        paragraf(
            f"Semua nilai dihitung dengan kebijakan {hasil.kebijakan.nama} dari paket data bersidik SHA-256 ",
            tebal(hasil.fakta.sidik),
            ". Angka operan ditulis utuh, tanpa pembulatan.",
        ),
        Tabel("tabel-jejak", "Rumus, Operan, dan Sumber Setiap Nilai", kolom, tuple(isi), huruf_pt=8),
    )


def _baris_jejak(hasil: HasilTahun, i: HasilIndikator) -> Iterator[BarisTabel]:
    kode = i.indikator.kode
    jejak = i.realisasi.nilai.jejak
    operan = "; ".join(_operan(jejak)) if jejak else i.realisasi.nilai.alasan
    yield baris(f"Realisasi {kode}", jejak.rumus if jejak else "–", operan or "–", besaran_realisasi(i))
    mentah = i.capaian.mentah
    if mentah.jejak is None or mentah.angka is None:
        return  # the line above already says why there is no realisasi, and so no capaian
    rumus = mentah.jejak.rumus
    nilai = "; ".join(f"{o.nama} = {o.nilai.replace('.', ',')}" for o in mentah.jejak.operan)
    if mentah.jejak.pembulatan:
        nilai += f"; {mentah.jejak.pembulatan}"
    yield baris(f"Capaian {kode}", rumus, sel(nilai), show_capaian(hasil, mentah))


def _operan(jejak: Jejak) -> Iterator[str]:
    for o in jejak.operan:
        asal = f" ({o.sumber})" if o.sumber else ""
        yield f"{o.nama} = {o.nilai.replace('.', ',')}{asal}"


def _kelengkapan(hasil: HasilTahun) -> Bab:
    kolom = (kolom_teks("Indikator", 6), *(kolom_teks(f"{n}. {nama}", 2) for n, nama in enumerate(ANALISIS, 1)))
    isi = tuple(
        baris(f"{k.indikator.kode} {k.indikator.nama}", *(status.value for status in k.status))
        for k in daftar_kelengkapan(hasil)
    )
    return _lampiran(
        "Kelengkapan Tujuh Analisis",
        "lampiran-kelengkapan",
        paragraf(
            rujuk("tabel-kelengkapan"),
            " memperlihatkan analisis PermenPANRB 53/2014 yang sudah ada untuk setiap indikator. “Tidak "
            "ada data” berarti sumbernya tidak memuat data pembanding; “belum” berarti harus dilengkapi.",
        ),
        Tabel("tabel-kelengkapan", "Kelengkapan Analisis per Indikator", kolom, isi, huruf_pt=8),
    )


def _catatan(hasil: HasilTahun) -> Bab:
    kolom = (
        kolom_teks("Unsur dan tempat", 4),
        kolom_teks("Tertulis dalam sumber", 4),
        kolom_teks("Dipakai laporan ini", 4),
        kolom_teks("Alasan", 6),
    )
    isi = tuple(
        baris(f"{c.unsur} ({c.letak})", c.tertulis, c.dipakai, c.alasan) for c in hasil.fakta.daftar_catatan_sumber
    )
    return _lampiran(
        "Catatan atas Sumber",
        "lampiran-catatan",
        paragraf(
            "Angka dan kata dalam sumber yang saling bertentangan atau tidak dapat dihitung ulang tidak diambil alih. "
            "Tabel berikut mencatat yang tertulis, yang dipakai, dan alasannya."
        ),
        Tabel("tabel-catatan", "Angka dan Kata Sumber yang Tidak Diambil Alih", kolom, isi, huruf_pt=8),
        paragraf("Kode pada paket data: catatan-sumber.csv.", gaya=Gaya.CATATAN),
    )
