"""The forms of measurement as documents of their own: capaian of the kegiatan, pencapaian of the sasaran."""

from collections.abc import Callable, Iterator

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.compose.formulir_pengukuran_isi import (
    TINGKAT_KEGIATAN,
    IndikatorTerukur,
    IsiPengukuran,
    KegiatanTerukur,
    teks_dasar,
)
from akuntabel.core.compose.kalimat import baris, baris_jumlah, kurang, paragraf, sel, tebal
from akuntabel.core.compose.perjanjian import RANCANGAN
from akuntabel.core.compose.tampilan import (
    kolom_angka,
    kolom_label,
    kolom_pendek,
    kolom_teks,
    persen_serapan,
    teks_cakupan,
)
from akuntabel.core.naskah.lebar import measure_naskah
from akuntabel.core.naskah.model import (
    Bab,
    BarisTabel,
    Blok,
    Gaya,
    JenisBab,
    Kertas,
    Naskah,
    PenandaTangan,
    Rata,
    Sel,
    Tabel,
    TandaTangan,
)
from akuntabel.core.naskah.penomoran import number_naskah

STRIP = "–"


def compose_capaian_kegiatan(isi: IsiPengukuran, *, kertas: Kertas = Kertas.A4) -> Naskah:
    """Per kegiatan: its money, and the indicators of the sasaran that it serves."""
    return build_dokumen(isi, "Formulir Pengukuran Capaian Kegiatan", "capaian-kegiatan", _capaian_kegiatan, kertas)


def compose_capaian_sasaran(isi: IsiPengukuran, *, kertas: Kertas = Kertas.A4) -> Naskah:
    """Per sasaran: its indicators with target, realisasi and capaian, and what they come to."""
    return build_dokumen(isi, "Formulir Pengukuran Pencapaian Sasaran", "pencapaian-sasaran", _capaian_sasaran, kertas)


def build_dokumen(
    isi: IsiPengukuran, judul: str, id_: str, compose: Callable[[IsiPengukuran], Iterator[Blok]], kertas: Kertas
) -> Naskah:
    """A document of measurement: head, what it is about, signature of the head of the office."""
    utuh = f"{judul} {isi.nama_pendek} {isi.masa}"
    naskah = Naskah(
        judul=utuh,
        bab=(Bab(JenisBab.DEPAN, judul, (*_awal(isi), *compose(isi), _tanda_tangan(isi)), id_),),
        penulis=isi.nama_lengkap,
        tahun=isi.tahun,
        sidik=isi.sidik,
        kertas=kertas,
        kepala_halaman=f"{RANCANGAN} – {utuh}" if isi.keterangan_rancangan else utuh,
        tanggal=isi.tanggal.isoformat() if isi.tanggal else "",
        kata_kunci=("SAKIP", "Pengukuran Kinerja", isi.nama_pendek, str(isi.tahun)),
    )
    return measure_naskah(number_naskah(naskah))


def _awal(isi: IsiPengukuran) -> Iterator[Blok]:
    if isi.kop:
        yield isi.kop
    if isi.keterangan_rancangan:
        yield paragraf(tebal(f"{RANCANGAN}. "), isi.keterangan_rancangan, gaya=Gaya.KURANG)
    masa = isi.masa[:1].upper() + isi.masa[1:]
    yield paragraf(f"{isi.nama_lengkap}. {masa}", gaya=Gaya.TANPA_INDEN, rata=Rata.TENGAH)


def _tanda_tangan(isi: IsiPengukuran) -> TandaTangan:
    tanggal = format_tanggal(isi.tanggal) if isi.tanggal else f"…… {isi.tahun}"
    pimpinan = isi.pimpinan
    penanda = PenandaTangan((f"{pimpinan.sebutan},",), pimpinan.nama_tertulis, pimpinan.nip, pimpinan.keterangan)
    return TandaTangan(f"{isi.tempat}, {tanggal}", (penanda,))


def _catatan(isi: IsiPengukuran) -> Iterator[Blok]:
    """Below a table: by which rules, and who verified it."""
    yield paragraf(
        f"Capaian dihitung menurut kebijakan “{isi.kebijakan}”. Dasar: {teks_dasar()}. {isi.verifikasi}".rstrip(),
        gaya=Gaya.CATATAN,
    )


def _capaian_sasaran(isi: IsiPengukuran) -> Iterator[Blok]:
    yield tabel_capaian_sasaran(isi)
    yield from _catatan(isi)


def tabel_capaian_sasaran(isi: IsiPengukuran) -> Tabel:
    """Every indicator of the agreement, measured or not; below each sasaran what it comes to, at the end the office."""
    is_triwulan = any(i.target_triwulan for i in isi.indikator)
    kolom = (
        kolom_pendek("No."),
        kolom_teks("Sasaran", 4),
        kolom_teks("Indikator kinerja", 6),
        kolom_angka("Target tahun"),
        *((kolom_angka("Target triwulan"),) if is_triwulan else ()),
        kolom_angka("Realisasi"),
        kolom_angka("Capaian"),
        kolom_label("Kategori"),
        kolom_teks("Keterangan", 4),
    )
    daftar: list[BarisTabel] = []
    depan = len(kolom) - 3
    for s in isi.sasaran:
        for nomor, i in enumerate(s.indikator):
            sel_sasaran = (sel(s.kode, baris=len(s.indikator)), sel(s.nama, baris=len(s.indikator)))
            daftar.append(BarisTabel((*(sel_sasaran if nomor == 0 else ()), *_sel_indikator(i, is_triwulan))))
        judul = f"Capaian sasaran {s.kode} ({s.terukur} indikator terukur)"
        daftar.append(BarisTabel((sel(judul, kolom=depan), sel(s.capaian), sel(s.kategori), sel("")), "kelompok"))
    terukur = teks_cakupan(isi.jumlah_terukur, len(isi.indikator), "indikator terukur")
    daftar.append(baris_jumlah(sel(f"Capaian organisasi ({terukur})", kolom=depan), isi.capaian, isi.kategori, sel("")))
    return Tabel(
        "tabel-pencapaian-sasaran",
        f"Pencapaian sasaran {isi.masa}",
        kolom,
        tuple(daftar),
        bernomor=False,
        lanskap=True,
        huruf_pt=8,
    )


def _sel_indikator(i: IndikatorTerukur, is_triwulan: bool) -> tuple[Sel, ...]:
    triwulan = (sel(i.target_triwulan or STRIP),) if is_triwulan else ()
    catatan = (i.keterangan,) if i.keterangan else ()
    if i.capaian.teks != i.dihitung.teks:
        catatan = (*catatan, f"dihitung {i.dihitung.teks}, batas kebijakan")
    return (
        sel(f"{i.kode} {i.nama}"),
        sel(i.target),
        *triwulan,
        sel(i.realisasi),
        sel(i.capaian),
        sel(i.kategori),
        sel("; ".join(catatan) or STRIP),
    )


def _capaian_kegiatan(isi: IsiPengukuran) -> Iterator[Blok]:
    if not isi.anggaran:
        yield kurang("Anggaran belum diisi, sehingga kegiatan belum dapat diukur.")
    else:
        yield tabel_kegiatan(isi)
    yield from _catatan(isi)


def tabel_kegiatan(isi: IsiPengukuran) -> Tabel:
    """A kegiatan with what went in (dana) and what came out (the indicators of its sasaran)."""
    kolom = (
        kolom_pendek("Kode"),
        kolom_teks("Program/Kegiatan", 4),
        kolom_pendek("Dana"),
        kolom_teks("Indikator kinerja", 5),
        kolom_pendek("Satuan"),
        kolom_angka("Target"),
        kolom_angka("Realisasi"),
        kolom_angka("Capaian"),
    )
    per_sasaran = {s.kode: s.indikator for s in isi.sasaran}
    daftar: list[BarisTabel] = []
    for k in isi.anggaran:
        if k.tingkat < TINGKAT_KEGIATAN:
            daftar.append(BarisTabel((sel(k.kode), sel(k.uraian), sel(k.sumber_dana), *_masukan(k)), "kelompok"))
        else:
            daftar += _baris_kegiatan(k, tuple(i for kode in k.sasaran for i in per_sasaran.get(kode, ())))
    if (j := isi.jumlah_anggaran) is not None:
        uang = (Besaran.rupiah(j.pagu), _rupiah(j.realisasi_lengkap), persen_serapan(j.persen))
        daftar.append(baris_jumlah(sel("Jumlah", kolom=len(kolom) - 3), *uang))
    return Tabel(
        "tabel-capaian-kegiatan",
        f"Capaian kegiatan {isi.masa}",
        kolom,
        tuple(daftar),
        sumber="masukan: pagu dan realisasi anggaran; hasil: indikator sasaran yang ditunjang kegiatan",
        bernomor=False,
        lanskap=True,
        huruf_pt=8,
    )


def _baris_kegiatan(k: KegiatanTerukur, hasil: tuple[IndikatorTerukur, ...]) -> Iterator[BarisTabel]:
    tinggi = 1 + len(hasil)
    depan = (sel(k.kode, baris=tinggi), sel(k.uraian, baris=tinggi), sel(k.sumber_dana, baris=tinggi))
    yield baris(*depan, *_masukan(k))
    for i in hasil:
        yield baris(f"Hasil: {i.kode} {i.nama}", i.satuan, i.target, i.realisasi, i.capaian)


def _masukan(k: KegiatanTerukur) -> tuple[Sel, ...]:
    return (
        sel("Masukan: dana"),
        sel("Rp"),
        sel(Besaran.rupiah(k.pagu)),
        sel(_rupiah(k.realisasi)),
        sel(persen_serapan(k.persen)),
    )


def _rupiah(jumlah: int | None) -> Besaran | str:
    return "belum diketahui" if jumlah is None else Besaran.rupiah(jumlah)
