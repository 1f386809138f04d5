"""Every slot that a narrative of these facts may use, with what it stands for now: the list to choose from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.core.fakta.slot import SlotRujukan, SlotTidakDikenalError, resolve_slot

_UANG = (("pagu", "pagu"), ("realisasi", "realisasi"), ("sisa", "sisa"), ("persen", "serapan"))


@dataclass(frozen=True, slots=True)
class SlotTersedia:
    """A slot: how it is written between the braces, what it prints now, what it is."""

    slot: str
    nilai: str
    keterangan: str


def daftar_slot(hasil: HasilTahun) -> tuple[SlotTersedia, ...]:
    """In the order in which a report needs them; what has nothing behind it is left out."""
    return tuple(s for slot, keterangan in _calon(hasil) if (s := _show(hasil, slot, keterangan)) is not None)


def _show(hasil: HasilTahun, slot: str, keterangan: str) -> SlotTersedia | None:
    try:
        isi = resolve_slot(hasil, slot)
    except SlotTidakDikenalError:
        return None
    if isinstance(isi, SlotRujukan):
        return SlotTersedia(slot, isi.id, keterangan)
    return SlotTersedia(slot, isi.teks if isinstance(isi, Besaran) else isi, keterangan)


def _calon(hasil: HasilTahun) -> Iterator[tuple[str, str]]:
    yield from _umum()
    yield from _kinerja(hasil)
    yield from _banding(hasil)
    yield from _uang(hasil)
    for nama in hasil.elemen:
        yield f"elemen.{nama}", f"elemen data {nama}"
    for kode in hasil.fakta.laporan.dasar:
        yield f"peraturan.{kode}", "peraturan, nama lengkap"
        yield f"peraturan.{kode}.pendek", "peraturan, nama pendek"


def _umum() -> Iterable[tuple[str, str]]:
    return (
        ("tahun", "tahun laporan"),
        ("satker.nama", "nama satker"),
        ("satker.nama_lengkap", "nama resmi satker"),
        ("satker.kota", "tempat satker"),
        ("jumlah.sasaran", "banyaknya sasaran"),
        ("jumlah.indikator", "banyaknya indikator"),
        ("jumlah.terukur", "indikator yang terukur"),
        ("jumlah.tercapai", "indikator yang mencapai target"),
        ("jumlah.program", "banyaknya program"),
        ("jumlah.revisi", "banyaknya revisi DIPA"),
        ("capaian.organisasi", "capaian organisasi"),
        ("kategori.organisasi", "kategori capaian organisasi"),
        ("renstra.masa", "masa Renstra"),
        ("renstra.dasar", "dasar Renstra"),
    )


def _kinerja(hasil: HasilTahun) -> Iterator[tuple[str, str]]:
    for s in hasil.sasaran:
        yield f"capaian.sasaran.{s.sasaran.kode}", f"capaian sasaran {s.sasaran.kode} {s.sasaran.nama}"
        yield f"kategori.sasaran.{s.sasaran.kode}", f"kategori sasaran {s.sasaran.kode}"
        for kolom in ("pagu", "serapan", "selisih", "putusan"):
            yield f"efisiensi.{s.sasaran.kode}.{kolom}", f"efisiensi sasaran {s.sasaran.kode}: {kolom}"
    for i in hasil.indikator:
        kode, nama = i.indikator.kode, i.indikator.nama
        for kepala in ("target", "realisasi", "capaian", "kategori"):
            yield f"{kepala}.{kode}", f"{kepala} {kode} {nama}"


def _banding(hasil: HasilTahun) -> Iterator[tuple[str, str]]:
    for i in hasil.indikator:
        kode = i.indikator.kode
        yield f"selisih.{kode}.target", f"selisih realisasi {kode} dari target"
        yield f"putusan.{kode}", f"target {kode} tercapai atau belum"
    for r in hasil.fakta.daftar_riwayat:
        yield f"riwayat.{r.indikator}.{r.tahun}", f"realisasi {r.indikator} tahun {r.tahun}"
        yield f"selisih.{r.indikator}.{r.tahun}", f"selisih realisasi {r.indikator} dari tahun {r.tahun}"
    for t in hasil.fakta.daftar_target_renstra:
        yield f"renstra.{t.indikator}.{t.tahun}", f"target Renstra {t.indikator} tahun {t.tahun}"
        yield f"kemajuan.{t.indikator}.{t.tahun}", f"kemajuan {t.indikator} terhadap target Renstra {t.tahun}"
        yield (
            f"selisih.{t.indikator}.renstra.{t.tahun}",
            f"selisih {t.indikator} dari target Renstra {t.tahun}",
        )
    for p in hasil.fakta.daftar_pembanding:
        akhir, kata = ("t", "target") if p.is_target else ("", "hasil")
        ekor = f"{p.tingkat}.{p.tahun}{akhir}"
        yield f"pembanding.{p.indikator}.{ekor}", f"{kata} {p.nama} {p.tahun}"
        yield (
            f"selisih.{p.indikator}.pembanding.{ekor}",
            f"selisih {p.indikator} dari {kata} {p.nama} {p.tahun}",
        )


def _uang(hasil: HasilTahun) -> Iterator[tuple[str, str]]:
    total = hasil.anggaran.total
    for sumber in ("semua", *(b.sumber_dana for b in total.per_sumber)):
        for kolom, kata in _UANG:
            yield f"total.{sumber}.{kolom}", f"{kata} seluruhnya" if sumber == "semua" else f"{kata} {sumber}"
    for kode, nama in {b.baris.kode: b.kode.uraian for b in hasil.anggaran.baris}.items():
        for kolom, kata in _UANG:
            yield f"anggaran.{kode}.{kolom}", f"{kata} {nama}"
    for r, _ in hasil.anggaran.revisi:
        for kolom in ("semula", "menjadi", "selisih"):
            yield f"revisi.{r.nomor}.{kolom}", f"revisi DIPA {r.nomor}: {kolom}"
    for ujung, kata in (("awal", "pagu awal"), ("akhir", "pagu akhir"), ("beda_pagu", "beda pagu dengan rinciannya")):
        yield f"revisi.{ujung}", kata
