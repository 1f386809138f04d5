"""Laporan hasil evaluasi (LHE): the score and what it rests on, the conditions found, what is recommended.

The same document for an office's own assessment; its title and its first sentence then say so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.compose.isi_perjanjian import Pihak
from akuntabel.core.compose.kalimat import baris, baris_jumlah, baris_kelompok, kurang, paragraf, sel, tebal
from akuntabel.core.compose.perjanjian import RANCANGAN
from akuntabel.core.compose.tampilan import kolom_angka, kolom_label, kolom_pendek, kolom_teks
from akuntabel.core.naskah.lebar import measure_naskah
from akuntabel.core.naskah.model import (
    Bab,
    BarisTabel,
    Blok,
    Butir,
    Daftar,
    Gaya,
    JenisBab,
    Judul,
    Kertas,
    Kop,
    Naskah,
    PenandaTangan,
    Rata,
    Tabel,
    TandaTangan,
    Teks,
)
from akuntabel.core.naskah.penomoran import number_naskah

TANPA_ISI = "–"


@dataclass(frozen=True, slots=True)
class KriteriaLhe:
    """A kriteria with its answer as people read it; bukti: how many proofs it has."""

    kode: str
    bunyi: str
    jawaban: str
    catatan: str
    bukti: int


@dataclass(frozen=True, slots=True)
class SubLhe:
    """A sub-component: its grade (empty where kriteria are averaged), its value, what that earns, the condition."""

    kode: str
    nama: str
    bobot: Nilai
    predikat: str
    nilai: Nilai
    poin: Nilai
    kondisi: str
    alasan: str
    kriteria: tuple[KriteriaLhe, ...]


@dataclass(frozen=True, slots=True)
class KomponenLhe:
    """A component with its sub-components."""

    kode: str
    nama: str
    bobot: Nilai
    poin: Nilai
    sub: tuple[SubLhe, ...]


@dataclass(frozen=True, slots=True)
class RekomendasiLhe:
    """A recommendation as it is printed."""

    nomor: int
    teks: str
    sub: str
    pemilik: str
    tenggat: date | None


@dataclass(frozen=True, slots=True)
class TahunLalu:
    """The score of the year before, and what became of its recommendations."""

    nilai: Nilai
    predikat: str
    rekomendasi: int
    selesai: int


@dataclass(frozen=True, slots=True)
class IsiLhe:
    """The report of one worksheet. penilai: the evaluating office, empty for the office's own assessment."""

    nama_pendek: str
    nama_lengkap: str
    penilai: str
    tahun: int
    revisi: int
    nomor: str
    dasar: str
    cara: str
    nilai: Nilai
    predikat: str
    sebutan: str
    komponen: tuple[KomponenLhe, ...]
    rekomendasi: tuple[RekomendasiLhe, ...]
    tahun_lalu: TahunLalu | None
    simpulan: str
    penanda: Pihak
    tempat: str
    tanggal: date | None
    sidik: str
    keterangan_rancangan: str = ""
    kop: Kop | None = None


def compose_lhe(isi: IsiLhe, *, kertas: Kertas = Kertas.A4) -> Naskah:
    """The report with its score table, and the whole worksheet as an annex on pages turned to their side."""
    kepala = f"{_judul(isi)} {isi.nama_pendek} Tahun {isi.tahun}" + (f" Revisi {isi.revisi}" if isi.revisi else "")
    naskah = Naskah(
        judul=kepala,
        bab=(
            Bab(JenisBab.DEPAN, _judul(isi), tuple(_isi(isi)), "lhe"),
            Bab(JenisBab.DEPAN, "Lembar Kerja Evaluasi", tuple(_lembar_kerja(isi)), "lembar-kerja"),
        ),
        penulis=isi.penilai or isi.nama_lengkap,
        tahun=isi.tahun,
        sidik=isi.sidik,
        kertas=kertas,
        kepala_halaman=f"{RANCANGAN} – {kepala}" if isi.keterangan_rancangan else kepala,
        tanggal=isi.tanggal.isoformat() if isi.tanggal else "",
        kata_kunci=("SAKIP", "Evaluasi AKIP", isi.nama_pendek, str(isi.tahun)),
    )
    return measure_naskah(number_naskah(naskah))


def _judul(isi: IsiLhe) -> str:
    if isi.penilai:
        return "Laporan Hasil Evaluasi Akuntabilitas Kinerja"
    return "Laporan Penilaian Mandiri Akuntabilitas Kinerja"


def _isi(isi: IsiLhe) -> Iterator[Blok]:
    if isi.kop:
        yield isi.kop
    if isi.keterangan_rancangan:
        yield paragraf(tebal(f"{RANCANGAN}. "), isi.keterangan_rancangan, gaya=Gaya.KURANG)
    keterangan = f"{isi.nama_lengkap}, kinerja tahun {isi.tahun}" + (f". Nomor {isi.nomor}" if isi.nomor else "")
    yield paragraf(keterangan, gaya=Gaya.TANPA_INDEN, rata=Rata.TENGAH)
    yield from _hasil(isi)
    yield from _kondisi(isi)
    yield from _rekomendasi(isi)
    yield Judul("Simpulan", 2)
    yield from _paragraf(isi.simpulan) if isi.simpulan else iter([kurang("Simpulan belum ditulis.")])
    tanggal = format_tanggal(isi.tanggal) if isi.tanggal else f"…… {isi.tahun + 1}"
    p = isi.penanda
    yield TandaTangan(
        f"{isi.tempat}, {tanggal}", (PenandaTangan((f"{p.sebutan},",), p.nama_tertulis, p.nip, p.keterangan),)
    )


def _hasil(isi: IsiLhe) -> Iterator[Blok]:
    yield Judul("Hasil", 2)
    siapa = f"{isi.penilai} mengevaluasi" if isi.penilai else f"{isi.nama_pendek} menilai sendiri"
    yield paragraf(
        f"{siapa} akuntabilitas kinerja {isi.nama_lengkap} tahun {isi.tahun} menurut {isi.dasar}, dengan {isi.cara}."
    )
    if isi.nilai.is_counted:
        yield paragraf(
            "Nilainya ", Besaran(isi.nilai, desimal=2), ", predikat ", tebal(isi.predikat), f" ({isi.sebutan})."
        )
    else:
        yield kurang(f"Nilai akhir belum ada: {isi.nilai.alasan}")
    if isi.tahun_lalu is not None:
        yield from _tahun_lalu(isi, isi.tahun_lalu)
    yield _tabel_nilai(isi)


def _tahun_lalu(isi: IsiLhe, lalu: TahunLalu) -> Iterator[Blok]:
    if lalu.nilai.is_counted:
        yield paragraf(
            f"Nilai tahun {isi.tahun - 1} adalah ", Besaran(lalu.nilai, desimal=2), ", predikat ", lalu.predikat, "."
        )
    if lalu.rekomendasi:
        yield paragraf(
            f"Dari {lalu.rekomendasi} rekomendasi tahun {isi.tahun - 1}, {lalu.selesai} sudah selesai ditindaklanjuti."
        )


def _tabel_nilai(isi: IsiLhe) -> Tabel:
    kolom = (
        kolom_pendek("No."),
        kolom_teks("Komponen/Subkomponen", 7),
        kolom_angka("Bobot"),
        kolom_pendek("Predikat"),
        kolom_angka("Nilai"),
        kolom_angka("Poin"),
    )
    daftar: list[BarisTabel] = []
    for k in isi.komponen:
        daftar.append(
            BarisTabel((sel(k.kode), sel(k.nama), sel(_angka(k.bobot)), sel(), sel(), sel(_angka(k.poin))), "kelompok")
        )
        daftar += [
            baris(
                s.kode,
                sel(s.nama, inden=1),
                _angka(s.bobot),
                s.predikat or TANPA_ISI,
                _angka(s.nilai),
                _angka(s.poin),
            )
            for s in k.sub
        ]
    daftar.append(baris_jumlah(sel("Nilai akuntabilitas kinerja", kolom=5), _angka(isi.nilai)))
    return Tabel("tabel-nilai", "Nilai per komponen", kolom, tuple(daftar), bernomor=False)


def _kondisi(isi: IsiLhe) -> Iterator[Blok]:
    yield Judul("Kondisi", 2)
    for k in isi.komponen:
        yield Judul(k.nama, 3)
        terisi = [s for s in k.sub if s.kondisi or s.alasan]
        if not terisi:
            yield kurang("Kondisi belum ditulis.")
        for s in terisi:
            teks = " ".join(t for t in (s.kondisi, s.alasan) if t)
            yield paragraf(tebal(f"{s.kode} {s.nama}. "), teks, gaya=Gaya.TANPA_INDEN)


def _rekomendasi(isi: IsiLhe) -> Iterator[Blok]:
    yield Judul("Rekomendasi", 2)
    if not isi.rekomendasi:
        yield paragraf("Tidak ada rekomendasi.")
        return
    kolom = (
        kolom_pendek("No."),
        kolom_teks("Rekomendasi", 6),
        kolom_pendek("Sub"),
        kolom_teks("Penanggung jawab", 3),
        kolom_label("Tenggat"),
    )
    daftar = [
        baris(
            str(r.nomor),
            r.teks,
            r.sub or TANPA_ISI,
            r.pemilik or TANPA_ISI,
            format_tanggal(r.tenggat) if r.tenggat else TANPA_ISI,
        )
        for r in isi.rekomendasi
    ]
    yield Tabel("tabel-rekomendasi", "Rekomendasi", kolom, tuple(daftar), bernomor=False)


def _lembar_kerja(isi: IsiLhe) -> Iterator[Blok]:
    """Every kriteria with its answer."""
    kolom = (
        kolom_pendek("Kode"),
        kolom_teks("Kriteria", 7),
        kolom_pendek("Jawaban"),
        kolom_pendek("Bukti"),
        kolom_teks("Catatan", 4),
    )
    for k in isi.komponen:
        daftar: list[BarisTabel] = []
        for s in k.sub:
            daftar.append(baris_kelompok(f"{s.kode} {s.nama}", len(kolom)))
            daftar += [
                baris(b.kode, b.bunyi, b.jawaban or TANPA_ISI, str(b.bukti), b.catatan or TANPA_ISI) for b in s.kriteria
            ]
        id_ = f"tabel-kriteria-{k.kode}"
        yield Judul(k.nama, 2)
        yield Tabel(id_, k.nama, kolom, tuple(daftar), bernomor=False, lanskap=True, huruf_pt=8)


def _paragraf(teks: str) -> Iterator[Blok]:
    """Written by people: a blank line parts paragraphs, a line that begins with a dash is one of a list."""
    for bagian in teks.replace("\r\n", "\n").split("\n\n"):
        garis = [g.strip() for g in bagian.split("\n") if g.strip()]
        if garis and all(g.startswith("- ") for g in garis):
            yield Daftar(tuple(Butir((Teks(g[2:]),)) for g in garis), "-")
        elif garis:
            yield paragraf(" ".join(garis))


def _angka(nilai: Nilai) -> Besaran | str:
    return Besaran(nilai, desimal=2) if nilai.is_counted else TANPA_ISI
