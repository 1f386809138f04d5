"""What the checker says of a report while it is being written, each finding beside the text that it stands in.

The document is checked as it would be published, drafts that nobody has accepted among it; what is found depends on the
facts alone, and is kept under their hash.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.cache import cache

from akuntabel.core.checker.registry import check_naskah
from akuntabel.core.checker.temuan import Temuan, Tingkat
from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.core.fakta.narasi import judul_narasi
from akuntabel.core.fakta.slot import POLA_SLOT
from akuntabel.core.naskah.alinea import read_alinea
from akuntabel.core.naskah.banding import locate_alinea
from akuntabel.core.naskah.terbaca import NaskahTerbaca
from akuntabel.core.readers.html import read_html
from akuntabel.core.render.gambar import GambarJadi
from akuntabel.core.render.html import render_html
from akuntabel.siklus.pelaporan.actions_blok import compute_hasil_laporan
from akuntabel.siklus.pelaporan.blok import daftar_nama_blok, with_narasi
from akuntabel.siklus.pelaporan.isi_triwulan import build_isi_triwulan
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.pelaporan.naskah import compose_hasil

SIMPAN_DETIK = 24 * 60 * 60
_VERSI = "1"  # of what is kept


@dataclass(frozen=True, slots=True)
class TemuanBlok:
    """A finding as a screen shows it. nama: the text it stands in; "": in a table or a sentence made from facts."""

    nama: str
    kode: str
    aturan: str
    tingkat: str
    letak: str
    tertulis: str
    hitung: str
    penjelasan: str
    perbaikan: str

    @property
    def judul(self) -> str:
        """Where it stands, in words."""
        return judul_narasi(self.nama) if self.nama else "Tabel dan kalimat dari fakta"


@dataclass(frozen=True, slots=True)
class HasilTemuan:
    """All findings of a report, the gravest first. angka_diperiksa: silence over none of them would say nothing."""

    daftar: tuple[TemuanBlok, ...]
    angka_diperiksa: int

    def find_blok(self, nama: str) -> tuple[TemuanBlok, ...]:
        """Those of one text."""
        return tuple(t for t in self.daftar if t.nama == nama)

    @property
    def jumlah(self) -> Mapping[str, int]:
        """How many of each severity."""
        return {tingkat.value: sum(t.tingkat == tingkat for t in self.daftar) for tingkat in Tingkat}


def check_laporan(laporan: LaporanKinerja, hasil: HasilTahun | None = None) -> HasilTemuan:
    """The findings of a report as it is now. hasil: where the caller has it. Raises ValidationError."""
    hasil = hasil or compute_hasil_laporan(laporan)
    usulan = _read_usulan(laporan)
    utuh = with_narasi(hasil, dict(hasil.fakta.narasi) | usulan)
    kunci = _build_kunci(laporan, hasil, usulan)
    tersimpan: HasilTemuan | None = cache.get(kunci)
    if tersimpan is None:
        tersimpan = _check(laporan, utuh)
        cache.set(kunci, tersimpan, SIMPAN_DETIK)
    return tersimpan


def find_tersimpan(laporan: LaporanKinerja, hasil: HasilTahun) -> HasilTemuan | None:
    """The findings where they are known already; None where the checker has to be asked."""
    tersimpan: HasilTemuan | None = cache.get(_build_kunci(laporan, hasil, _read_usulan(laporan)))
    return tersimpan


def _read_usulan(laporan: LaporanKinerja) -> dict[str, str]:
    return {b.nama: b.isi for b in laporan.daftar_blok.filter(is_usulan=True).exclude(isi="")}


def _build_kunci(laporan: LaporanKinerja, hasil: HasilTahun, usulan: Mapping[str, str]) -> str:
    isi = [_VERSI, str(laporan.pk), hasil.fakta.sidik, *(f"{n}\0{t}" for n, t in sorted(usulan.items()))]
    if not laporan.is_tahunan:
        isi.append(build_isi_triwulan(laporan).sidik)
    return f"laporan.temuan:{hashlib.sha256(chr(0).join(isi).encode()).hexdigest()}"


def _check(laporan: LaporanKinerja, hasil: HasilTahun) -> HasilTemuan:
    naskah = compose_hasil(laporan, hasil)
    # The checker reads words and tables; what is drawn would take ten times as long and say nothing to it.
    terbaca = read_html(str(laporan), render_html(naskah, gambar=_TanpaGambar()).encode())
    diperiksa = check_naskah(terbaca)
    letak = _find_letak(laporan, hasil, terbaca)
    return HasilTemuan(tuple(_build_temuan(t, letak) for t in diperiksa.temuan), diperiksa.angka_diperiksa)


class _TanpaGambar(dict[str, GambarJadi]):
    """A picture of nothing for every figure."""

    def __missing__(self, id_: str) -> GambarJadi:
        return GambarJadi("", b"", 1, 1)


def _find_letak(laporan: LaporanKinerja, hasil: HasilTahun, terbaca: NaskahTerbaca) -> Mapping[int, str]:
    """Which block of the document is printed from which text."""
    narasi = hasil.fakta.narasi
    urut = [n for n in daftar_nama_blok(laporan, hasil.fakta) if narasi.get(n)]
    daftar_blok = {n: read_alinea(narasi[n], POLA_SLOT) for n in urut}
    paragraf = terbaca.daftar_paragraf
    tempat = locate_alinea(daftar_blok, [p.teks for p in paragraf])
    return {paragraf[n].letak.blok: t.nama for n, t in tempat.items()}


def _build_temuan(temuan: Temuan, letak: Mapping[int, str]) -> TemuanBlok:
    bukti = temuan.bukti
    nama = next((letak[n.blok] for n in (bukti.letak, *bukti.tempat_lain) if n.blok in letak), "")
    return TemuanBlok(
        nama=nama,
        kode=temuan.kode,
        aturan=temuan.nama,
        tingkat=temuan.tingkat.value,
        letak="" if nama and not bukti.letak.tabel else str(bukti.letak),
        tertulis=bukti.tertulis,
        hitung=bukti.hitung,
        penjelasan=bukti.penjelasan,
        perbaikan=bukti.perbaikan,
    )
