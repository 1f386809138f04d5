"""What the public will read of a report, gathered for one page of the office."""

from dataclasses import dataclass

from akuntabel.core.compose.tampilan import besaran_realisasi, besaran_target, persen_serapan
from akuntabel.core.fakta.slot import show_capaian
from akuntabel.siklus.publikasi.alamat import build_alamat_dokumen
from akuntabel.siklus.publikasi.dokumen import NaskahTerbit
from akuntabel.siklus.publikasi.ringkasan import write_ringkasan


@dataclass(frozen=True, slots=True)
class BarisPratinjau:
    """An indicator as it will stand on the public page."""

    kode: str
    nama: str
    target: str
    realisasi: str
    capaian: str


@dataclass(frozen=True, slots=True)
class Pratinjau:
    """The public page in short; alamat: where the QR leads, None before the day of the signature is settled."""

    judul: str
    ringkasan: tuple[str, ...]
    capaian: str
    kategori: str
    terukur: str
    pagu: int | None
    realisasi: int | None
    serapan: str
    indikator: tuple[BarisPratinjau, ...]
    pereviu: str
    alamat: str


def build_pratinjau(terbit: NaskahTerbit) -> Pratinjau:
    """Figures as the document prints them."""
    hasil, total = terbit.hasil, terbit.hasil.anggaran.total.semua
    terukur = sum(1 for i in hasil.indikator if i.capaian.terbatas.is_counted)
    has_anggaran = bool(hasil.anggaran.baris)
    reviu = terbit.fakta.reviu
    return Pratinjau(
        judul=terbit.naskah.judul,
        ringkasan=tuple(write_ringkasan(terbit.naskah).split("\n\n")),
        capaian=show_capaian(hasil, hasil.organisasi.nilai).teks,
        kategori=hasil.kategori.label if hasil.kategori else "",
        terukur=f"{terukur} dari {len(hasil.indikator)} indikator",
        pagu=total.pagu if has_anggaran else None,
        realisasi=total.realisasi_lengkap if has_anggaran else None,
        serapan=persen_serapan(total.persen).teks if has_anggaran else "",
        indikator=tuple(
            BarisPratinjau(
                i.indikator.kode,
                i.indikator.nama,
                besaran_target(i).teks,
                besaran_realisasi(i).teks,
                show_capaian(hasil, i.capaian.mentah).teks,
            )
            for i in hasil.indikator
        ),
        pereviu=f"{reviu.nama}, {reviu.jabatan}" if reviu else "",
        alamat=build_alamat_dokumen(terbit.fakta.sidik),
    )
