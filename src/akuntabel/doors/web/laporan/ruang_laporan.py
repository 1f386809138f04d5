"""The workspace of a report: its outline, one section as it will stand in print, and what is said about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.safestring import SafeString

from akuntabel.core.fakta.narasi import judul_narasi
from akuntabel.core.naskah.model import Gambar, Naskah
from akuntabel.core.render.gambar import ID_KOP, ID_QR, GambarJadi, draw_gambar
from akuntabel.core.render.html import render_blok
from akuntabel.doors.web.laporan.cari import find_laporan_ruang
from akuntabel.doors.web.laporan.daftar import read_langkah
from akuntabel.doors.web.laporan.temuan import build_temuan
from akuntabel.doors.web.lingkungan import build_url
from akuntabel.doors.web.riwayat import daftar_riwayat
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.pelaporan.actions_blok import compute_hasil_laporan
from akuntabel.siklus.pelaporan.blok import is_wajib
from akuntabel.siklus.pelaporan.models import BlokLaporan, KomentarBlok, LaporanKinerja
from akuntabel.siklus.pelaporan.permissions import PERALIHAN, PERAN_PENULIS, PERAN_PENYUSUN
from akuntabel.siklus.pelaporan.ruang_naskah import BagianRuang, RuangNaskah, build_ruang
from akuntabel.siklus.publikasi.models import PenetapanLaporan


@dataclass(frozen=True, slots=True)
class ButirKerangka:
    """A line of the outline, with what is left to do in its section."""

    bagian: BagianRuang
    is_bab_baru: bool
    is_di_sini: bool
    jumlah_kosong: int
    jumlah_usulan: int
    jumlah_komentar: int


@dataclass(frozen=True, slots=True)
class PotonganLayar:
    """A piece of the section: from the facts (nama ""), or a text with its row."""

    nama: str
    judul: str
    html: SafeString
    blok: BlokLaporan | None
    is_wajib: bool
    jumlah_komentar: int

    @property
    def keadaan(self) -> str:
        """In a word, for the badge."""
        if self.blok is None or not self.blok.isi:
            return "belum ditulis" if self.is_wajib or self.jumlah_komentar else "boleh ditambah"
        return "usulan" if self.blok.is_usulan else "ditulis"


@di_ruang
def show_ruang(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """One section at a time; ``?bagian=`` names it, ``?teks=`` a text in it."""
    laporan = find_laporan_ruang(ruang, id_)
    konteks = _konteks(ruang, laporan)
    try:
        hasil = compute_hasil_laporan(laporan)
    except ValidationError as galat:
        return render(request, "laporan/belum_lengkap.html", konteks | {"daftar_galat": galat.messages})
    daftar_blok = {b.nama: b for b in laporan.daftar_blok.select_related("pengubah")}
    naskah = build_ruang(laporan, hasil, daftar_blok)
    komentar = daftar_komentar_terbuka(laporan)
    kosong = frozenset(n for n in naskah.daftar_nama if not _isi(daftar_blok, n) and is_wajib(n, hasil))
    bagian = _pilih(naskah, request.GET.get("bagian", ""), request.GET.get("teks", ""), kosong)
    konteks |= {
        "bagian": bagian,
        "kerangka": tuple(_kerangka(naskah, bagian, kosong, daftar_blok, komentar)),
        "potongan": tuple(_potongan(ruang, laporan, naskah, bagian, kosong, daftar_blok, komentar)),
        "daftar_lain": [(nama, judul_narasi(nama), daftar_blok.get(nama)) for nama in naskah.daftar_lain],
        "komentar": [(judul_narasi(nama), k) for nama in bagian.daftar_nama for k in komentar.get(nama, ())],
        "sebelum": _tetangga(naskah, bagian, -1),
        "sesudah": _tetangga(naskah, bagian, 1),
        **build_temuan(ruang, laporan, "", hasil=hasil, daftar_nama=bagian.daftar_nama),
    }
    return render(request, "laporan/ruang.html", konteks)


@di_ruang
def download_gambar(request: HttpRequest, ruang: Ruang, id_: int, nama: str) -> HttpResponse:
    """A figure of the report, drawn when somebody looks at it."""
    laporan = find_laporan_ruang(ruang, id_)
    try:
        hasil = compute_hasil_laporan(laporan)
    except ValidationError as galat:
        raise Http404 from galat
    naskah = build_ruang(laporan, hasil, {}).naskah
    gambar = next((b for bab in naskah.bab for b in bab.isi if isinstance(b, Gambar) and b.id == nama), None)
    if gambar is None:
        raise Http404
    kepala = {"Cache-Control": "private, max-age=3600", "Content-Disposition": 'attachment; filename="gambar.png"'}
    return HttpResponse(draw_gambar(gambar).png, content_type="image/png", headers=kepala)


def daftar_komentar_terbuka(laporan: LaporanKinerja) -> Mapping[str, list[KomentarBlok]]:
    """What is still said about each text, in the order in which it was said."""
    per_nama: dict[str, list[KomentarBlok]] = {}
    daftar = KomentarBlok.objects.filter(blok__laporan=laporan, selesai_pada__isnull=True)
    for k in daftar.select_related("blok", "oleh", "ditugaskan_kepada").order_by("pk"):
        per_nama.setdefault(k.blok.nama, []).append(k)
    return per_nama


def _konteks(ruang: Ruang, laporan: LaporanKinerja) -> dict[str, object]:
    return {
        "ruang": ruang,
        "laporan": laporan,
        "langkah": read_langkah(laporan),
        "is_penulis": laporan.is_disusun and ruang.is_boleh(*PERAN_PENULIS),
        "is_penyusun": ruang.is_boleh(*PERAN_PENYUSUN),
        "is_pengembali": laporan.status in PERALIHAN["return"].dari and ruang.is_boleh(*PERALIHAN["return"].peran),
        "penetapan": None if laporan.is_tahunan else PenetapanLaporan.objects.filter(laporan=laporan).first(),
        "riwayat": daftar_riwayat(laporan),
    }


def _pilih(naskah: RuangNaskah, id_: str, nama: str, kosong: frozenset[str]) -> BagianRuang:
    """The section that is asked for; else the first one in which a text is missing."""
    terpilih = naskah.find_bagian(id_) or naskah.find_bagian_teks(nama)
    berlubang = (b for b in naskah.daftar_bagian if not kosong.isdisjoint(b.daftar_nama))
    return terpilih or next(berlubang, naskah.daftar_bagian[0])


def _isi(daftar_blok: Mapping[str, BlokLaporan], nama: str) -> str:
    return daftar_blok[nama].isi if nama in daftar_blok else ""


def _kerangka(
    naskah: RuangNaskah,
    di_sini: BagianRuang,
    kosong: frozenset[str],
    daftar_blok: Mapping[str, BlokLaporan],
    komentar: Mapping[str, list[KomentarBlok]],
) -> Iterable[ButirKerangka]:
    bab = ""
    for bagian in naskah.daftar_bagian:
        nama = bagian.daftar_nama
        is_bab_baru, bab = bool(bagian.bab) and bagian.bab != bab, bagian.bab
        yield ButirKerangka(
            bagian,
            is_bab_baru,
            bagian.id == di_sini.id,
            sum(n in kosong for n in nama),
            sum(n in daftar_blok and daftar_blok[n].is_usulan for n in nama),
            sum(len(komentar.get(n, ())) for n in nama),
        )


def _potongan(
    ruang: Ruang,
    laporan: LaporanKinerja,
    naskah: RuangNaskah,
    bagian: BagianRuang,
    kosong: frozenset[str],
    daftar_blok: Mapping[str, BlokLaporan],
    komentar: Mapping[str, list[KomentarBlok]],
) -> Iterable[PotonganLayar]:
    gambar = _gambar(ruang, laporan, naskah.naskah, bagian)
    for p in bagian.potongan:
        html = SafeString(render_blok(p.isi, naskah.naskah, gambar=gambar))
        judul = judul_narasi(p.nama) if p.nama else ""
        jumlah = len(komentar.get(p.nama, ()))
        yield PotonganLayar(p.nama, judul, html, daftar_blok.get(p.nama), p.nama in kosong, jumlah)


def _gambar(ruang: Ruang, laporan: LaporanKinerja, naskah: Naskah, bagian: BagianRuang) -> dict[str, GambarJadi]:
    """Every figure of the section as an image that is fetched when it comes into view; none is drawn for the page."""
    jadi = {ID_QR: _kosong(), ID_KOP: _kosong()}
    for b in (b for p in bagian.potongan for b in p.isi if isinstance(b, Gambar)):
        alamat = build_url("laporan_gambar", ruang.satker.kode, ruang.tahun, laporan.pk, b.id, sidik=naskah.sidik[:12])
        tanda = format_html(
            '<img src="{}" alt="" loading="lazy" width="{}" height="{}">',
            alamat,
            round(b.lebar_mm * 96 / 25.4),
            round(b.tinggi_mm * 96 / 25.4),
        )
        jadi[b.id] = GambarJadi(str(tanda), b"", b.lebar_mm, b.tinggi_mm)
    return jadi


def _kosong() -> GambarJadi:
    return GambarJadi("", b"", 0, 0)


def _tetangga(naskah: RuangNaskah, bagian: BagianRuang, langkah: int) -> BagianRuang | None:
    nomor = [b.id for b in naskah.daftar_bagian].index(bagian.id) + langkah
    return naskah.daftar_bagian[nomor] if 0 <= nomor < len(naskah.daftar_bagian) else None
