"""The files of a publication, stored for good and named for whoever downloads them."""

from collections.abc import Mapping
from dataclasses import dataclass

from akuntabel.core.render.berkas import Format
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.files.jenis import CSV, DOCX, HTML, JSON, JenisBerkas
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import store_berkas
from akuntabel.siklus.publikasi.alamat import build_alamat_terbitan, build_nama_berkas
from akuntabel.siklus.publikasi.data_terbuka import KOLOM, read_baris, write_csv
from akuntabel.siklus.publikasi.models import DokumenTerbit, FormatTerbitan, PenetapanLaporan, Terbitan

TABEL_CSV: Mapping[str, str] = {
    "indikator": "Indikator: target, realisasi, dan capaian (CSV)",
    "anggaran": "Anggaran per kode dan sumber dana (CSV)",
}
_SALINAN: Mapping[Format, tuple[JenisBerkas, str]] = {
    Format.DOCX: (DOCX, "Laporan lengkap (Word)"),
    Format.HTML: (HTML, "Laporan lengkap sebagai halaman web"),
    Format.JSON: (JSON, "Laporan lengkap sebagai data terstruktur (JSON)"),
}


@dataclass(frozen=True, slots=True)
class _Dokumen:
    format: FormatTerbitan
    nama: str
    keterangan: str
    berkas: Berkas


def write_dokumen(
    terbitan: Terbitan, penetapan: PenetapanLaporan, salinan: Mapping[Format, bytes], *, by: Pengguna
) -> None:
    """The rows of every file: what was frozen with the signature, the copies, the figures as tables."""
    slug = terbitan.slug

    def simpan(isi: bytes, nama: str, jenis: JenisBerkas) -> Berkas:
        return store_berkas(isi, nama, by=by, retensi=Retensi.PERMANEN, jenis_boleh=(jenis,))

    daftar = _daftar_tetap(slug, penetapan)
    for format_, isi in salinan.items():
        jenis, keterangan = _SALINAN[format_]
        nama = build_nama_berkas(slug, format_.value)
        daftar.append(_Dokumen(FormatTerbitan(format_.value), nama, keterangan, simpan(isi, nama, jenis)))
    for tabel, keterangan in TABEL_CSV.items():
        nama = build_nama_berkas(slug, "csv", bagian=tabel)
        csv = write_csv(("id", *KOLOM[tabel]), read_baris(terbitan, tabel, build_alamat_terbitan(slug)))
        daftar.append(_Dokumen(FormatTerbitan.CSV, nama, keterangan, simpan(csv, nama, CSV)))
    DokumenTerbit.objects.bulk_create(
        DokumenTerbit(
            terbitan=terbitan,
            format=d.format.value,
            nama=d.nama,
            keterangan=d.keterangan,
            berkas=d.berkas,
            media=d.berkas.jenis,
            sha256=d.berkas.sidik,
            ukuran=d.berkas.ukuran,
            urut=urut,
        )
        for urut, d in enumerate(daftar, 1)
    )


def _daftar_tetap(slug: str, penetapan: PenetapanLaporan) -> list[_Dokumen]:
    """The official PDF, the scan where it was signed on paper, the data package."""
    tanda = "bertanda tangan elektronik, " if penetapan.is_elektronik else ""
    pdf = f"Laporan lengkap (PDF, {tanda}memuat paket data)"
    daftar = [_Dokumen(FormatTerbitan.PDF, build_nama_berkas(slug, "pdf"), pdf, penetapan.berkas)]
    if (pindaian := penetapan.pindaian) is not None:
        akhiran = pindaian.nama.rpartition(".")[2].lower()
        nama = build_nama_berkas(slug, akhiran, bagian="pindaian")
        daftar.append(_Dokumen(FormatTerbitan.PINDAIAN, nama, "Pindaian naskah bertanda tangan basah", pindaian))
    paket = build_nama_berkas(slug, "zip", bagian="paket")
    daftar.append(_Dokumen(FormatTerbitan.ZIP, paket, "Paket data: semua fakta laporan (ZIP)", penetapan.paket))
    return daftar
