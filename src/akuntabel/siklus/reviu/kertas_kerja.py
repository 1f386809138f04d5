"""The working paper and the statement of a review as documents; once signed they say what was signed."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.compose.kertas_kerja_reviu import (
    ButirTertulis,
    IsiKertasKerja,
    LangkahTertulis,
    TemuanTertulis,
    compose_kertas_kerja,
)
from akuntabel.core.compose.pernyataan_reviu import YangMelapor
from akuntabel.core.render.berkas import Format, render_berkas
from akuntabel.siklus.organisasi.kop import build_kop
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.reviu.berlaku import build_pernyataan, find_hasil_reviu
from akuntabel.siklus.reviu.bukti_mesin import read_bukti
from akuntabel.siklus.reviu.checklist import daftar_ditanya
from akuntabel.siklus.reviu.models import (
    ButirReviu,
    HasilReviu,
    KelompokLangkah,
    LangkahReviu,
    PenugasanReviu,
    TanggapanTemuan,
    TemuanReviu,
)

_BARIS = {"butir": ButirTertulis, "langkah": LangkahTertulis, "temuan": TemuanTertulis}


def build_isi_kertas_kerja(laporan: LaporanKinerja) -> IsiKertasKerja:
    """What the working paper says: as it was signed, or as it stands now."""
    hasil = find_hasil_reviu(laporan)
    isi = build_isi_kini(laporan) if hasil is None else _read_isi(hasil)
    return IsiKertasKerja(
        **isi,
        reviu=build_pernyataan(hasil) if hasil else None,
        sidik=hasil.sidik_fakta if hasil else laporan.sidik,
        kop=build_kop(laporan.satker),
    )


def build_isi_kini(laporan: LaporanKinerja) -> dict[str, Any]:
    """The parts of the working paper as they stand now, without signature, hash and letterhead."""
    satker = laporan.satker
    return {
        "nama_pendek": satker.nama,
        "nama_lengkap": satker.nama_lengkap,
        "tahun": laporan.tahun,
        "judul_laporan": str(laporan),
        "tim": tuple(_tim(laporan)),
        "butir": _butir(laporan),
        "langkah": _langkah(laporan),
        "temuan": _temuan(laporan),
    }


def dump_isi(isi: Mapping[str, Any]) -> dict[str, Any]:
    """As it is frozen with the statement."""
    return dict(isi) | {nama: [asdict(baris) for baris in isi[nama]] for nama in _BARIS} | {"tim": list(isi["tim"])}


def render_kertas_kerja(laporan: LaporanKinerja, format_: Format) -> bytes:
    """The working paper as a file."""
    return render_berkas(compose_kertas_kerja(build_isi_kertas_kerja(laporan)), [format_])[format_].isi


def build_yang_melapor(laporan: LaporanKinerja) -> YangMelapor:
    """Whose report it is, for the statement."""
    return YangMelapor(laporan.satker.nama, laporan.satker.nama_lengkap, laporan.tahun)


def build_nama_berkas(laporan: LaporanKinerja, jenis: str, akhiran: str) -> str:
    """ "kertas-kerja-reviu-kpu-kota-blitar-2026.pdf" """
    revisi = f"-revisi-{laporan.revisi}" if laporan.revisi else ""
    return f"{jenis}-{slugify(laporan.satker.nama)}-{laporan.tahun}{revisi}.{akhiran}"


def _read_isi(hasil: HasilReviu) -> dict[str, Any]:
    isi = dict(hasil.isi)
    for nama, jenis in _BARIS.items():
        kolom = {f.name for f in fields(jenis)}
        isi[nama] = tuple(jenis(**{k: _beku(v) for k, v in baris.items() if k in kolom}) for baris in isi[nama])
    return isi | {"tim": tuple(isi["tim"])}


def _beku(nilai: Any) -> Any:
    return tuple(nilai) if isinstance(nilai, list) else nilai


def _tim(laporan: LaporanKinerja) -> list[str]:
    daftar = PenugasanReviu.objects.filter(laporan=laporan, selesai_pada__isnull=True).select_related("auditor")
    return [f"{p.auditor} (ketua tim)" if p.is_ketua else str(p.auditor) for p in daftar]


def _butir(laporan: LaporanKinerja) -> tuple[ButirTertulis, ...]:
    """The lines that are asked; those whose condition does not hold are no part of this review."""
    ada = {b.kode: b for b in ButirReviu.objects.filter(laporan=laporan)}
    jawaban = {kode: b.jawaban for kode, b in ada.items()}
    return tuple(
        ButirTertulis(
            bagian=b.bagian,
            nomor=b.nomor,
            bunyi=b.bunyi,
            jawaban=ada[b.id].get_jawaban_display() if b.id in ada and ada[b.id].jawaban else "",
            bukti=read_bukti(ada[b.id].bukti_mesin).uraian if b.id in ada else (),
            catatan=ada[b.id].catatan if b.id in ada else "",
        )
        for b in daftar_ditanya(jawaban)
    )


def _langkah(laporan: LaporanKinerja) -> tuple[LangkahTertulis, ...]:
    """By the parts of a working paper, in the order of writing."""
    urutan = list(KelompokLangkah.values)
    daftar = sorted(LangkahReviu.objects.filter(laporan=laporan), key=lambda la: (urutan.index(la.kelompok), la.urut))
    return tuple(LangkahTertulis(la.get_kelompok_display(), la.uraian, la.hasil, la.simpulan) for la in daftar)


def _temuan(laporan: LaporanKinerja) -> tuple[TemuanTertulis, ...]:
    tanggapan: dict[int, list[str]] = {}
    for t in TanggapanTemuan.objects.filter(temuan__laporan=laporan).select_related("oleh").order_by("pk"):
        hari = format_tanggal(timezone.localtime(t.waktu).date())
        tanggapan.setdefault(t.temuan_id, []).append(f"{t.oleh}, {hari}: {t.teks}")
    return tuple(
        TemuanTertulis(t.nomor, t.uraian, t.letak, t.saran, t.status_enum.label, tuple(tanggapan.get(t.pk, ())))
        for t in TemuanReviu.objects.filter(laporan=laporan).order_by("nomor")
    )
