"""What a report has of files: one that was given out, and a Word file that came back edited."""

from typing import Any

from akuntabel.core.naskah.model import Bab, JenisBab, Judul, Naskah, Paragraf, Teks
from akuntabel.core.render.docx import render_docx
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.files.jenis import DOCX, JSON
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import store_berkas
from akuntabel.siklus.pelaporan.models import DokumenLaporan, LaporanKinerja, UnggahanWord


def build_objek_dokumen(laporan: LaporanKinerja, by: Pengguna) -> dict[str, Any]:
    """The things by name; the text "simpulan" was edited outside."""
    diberikan = _simpan(laporan, f"Tahun {laporan.tahun} ditutup.")
    versi = {"simpulan": laporan.daftar_blok.get(nama="simpulan").versi}
    for format_, berkas in (("docx", diberikan), ("json", _simpan_json(laporan))):
        dokumen = DokumenLaporan.objects.create(
            laporan=laporan, format=format_, sidik_fakta="0" * 64, versi_blok=versi, berkas=berkas
        )
        if format_ == "docx":
            unggahan = UnggahanWord.objects.create(
                laporan=laporan,
                berkas=_simpan(laporan, f"Tahun {laporan.tahun} ditutup dengan baik."),
                dokumen=dokumen,
                nama="laporan disunting.docx",
                oleh=by,
            )
    return {"unggahan_word": unggahan.pk, "format_laporan": "json"}


def add_unggahan(laporan: LaporanKinerja, n: int) -> None:
    """One more file that came back."""
    contoh = laporan.daftar_unggahan.order_by("pk")[0]
    UnggahanWord.objects.create(
        laporan=laporan, berkas=contoh.berkas, dokumen=contoh.dokumen, nama=f"suntingan {n}.docx", oleh=contoh.oleh
    )


def _simpan(laporan: LaporanKinerja, kalimat: str) -> Berkas:
    isi = (Judul("Simpulan", 2, id="simpulan"), Paragraf((Teks(kalimat),)), Paragraf((Teks("Kalimat dari fakta."),)))
    naskah = Naskah(f"Laporan {laporan.satker}", (Bab(JenisBab.BAB, "Penutup", isi, "penutup"),), "KPU", laporan.tahun)
    word = render_docx(naskah, gambar={}, halaman={})
    return store_berkas(word, "l.docx", by=None, retensi=Retensi.KERTAS_KERJA, jenis_boleh=(DOCX,))


def _simpan_json(laporan: LaporanKinerja) -> Berkas:
    isi = f'{{"laporan": "{laporan.satker}"}}\n'.encode()
    return store_berkas(isi, "l.json", by=None, retensi=Retensi.KERTAS_KERJA, jenis_boleh=(JSON,))
