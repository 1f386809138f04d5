"""The two tables of an agreement: what is promised, and the money for it (anak lampiran I/6-6, PermenPANRB 53/2014)."""

from collections.abc import Sequence

from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.compose.isi_perjanjian import AnggaranPerjanjian, SasaranPerjanjian
from akuntabel.core.compose.kalimat import baris_jumlah, sel
from akuntabel.core.compose.tampilan import kolom_angka, kolom_pendek, kolom_teks
from akuntabel.core.naskah.model import BarisTabel, Tabel


def tabel_target(
    daftar_sasaran: Sequence[SasaranPerjanjian], judul: str, *, id_: str = "tabel-perjanjian", bernomor: bool = True
) -> Tabel:
    """Sasaran, indicators and targets."""
    kolom = (
        kolom_pendek("No."),
        kolom_teks("Sasaran", 3),
        kolom_teks("Indikator Kinerja", 5),
        kolom_pendek("Target"),
    )
    daftar: list[BarisTabel] = []
    for s in daftar_sasaran:
        for nomor, i in enumerate(s.indikator):
            isi = [sel(f"{i.kode} {i.nama}"), sel(i.target)]
            if nomor == 0:
                tinggi = len(s.indikator)
                isi = [sel(s.kode, baris=tinggi), sel(s.nama, baris=tinggi), *isi]
            daftar.append(BarisTabel(tuple(isi)))
    return Tabel(id_, judul, kolom, tuple(daftar), bernomor=bernomor)


def tabel_anggaran(
    daftar_anggaran: Sequence[AnggaranPerjanjian],
    jumlah: int | None,
    judul: str,
    *,
    id_: str = "tabel-perjanjian-anggaran",
    bernomor: bool = True,
) -> Tabel:
    """Programmes and kegiatan with their money per source of funds; jumlah counts every rupiah once."""
    kolom = (
        kolom_pendek("Kode"),
        kolom_teks("Program/Kegiatan", 5),
        kolom_pendek("Sumber dana"),
        kolom_angka("Anggaran (Rp)"),
    )
    tingkat = [a.tingkat for a in daftar_anggaran]
    teratas, is_bertingkat = min(tingkat, default=1), len(set(tingkat)) > 1
    daftar = [
        BarisTabel(
            (sel(a.kode), sel(a.uraian, inden=a.tingkat - teratas), sel(a.sumber_dana), sel(Besaran.rupiah(a.pagu))),
            "kelompok" if is_bertingkat and a.tingkat == teratas else "isi",
        )
        for a in daftar_anggaran
    ]
    if jumlah is not None:
        daftar.append(baris_jumlah(sel("Jumlah", kolom=3), Besaran.rupiah(jumlah)))
    return Tabel(id_, judul, kolom, tuple(daftar), bernomor=bernomor)
