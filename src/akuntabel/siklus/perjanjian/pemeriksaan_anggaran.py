"""The annex of the budget held against the catalogue of codes and the pagu in force."""

from collections.abc import Iterator, Mapping

from akuntabel.core.calc.angka import format_rupiah
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.perencanaan.berlaku import daftar_kode_berlaku, daftar_pagu_berlaku
from akuntabel.siklus.perencanaan.models import KodeReferensi
from akuntabel.siklus.perjanjian.asal import daftar_kode_induk
from akuntabel.siklus.perjanjian.catatan import Catatan, TingkatCatatan
from akuntabel.siklus.perjanjian.models import PerjanjianAnggaran, PerjanjianKinerja

HALANGAN, PERINGATAN = TingkatCatatan.HALANGAN, TingkatCatatan.PERINGATAN


def check_anggaran(perjanjian: PerjanjianKinerja) -> Iterator[Catatan]:
    """Codes and names against the catalogue of the year, money against the budget in force, and the sum."""
    baris = list(perjanjian.daftar_anggaran.all())
    katalog = daftar_kode_berlaku(perjanjian.satker, perjanjian.tahun)
    pagu = read_pagu(perjanjian.satker, perjanjian.tahun, katalog)
    for a in baris:
        yield from check_baris_anggaran(a, katalog, pagu)
    yield from _check_jumlah(perjanjian, baris)


def read_pagu(satker: Satker, tahun: int, katalog: dict[str, KodeReferensi]) -> dict[tuple[str, str], int]:
    """The pagu in force of every code and of every code above it, by source of funds; "" is all sources together."""
    hasil: dict[tuple[str, str], int] = {}
    for p in daftar_pagu_berlaku(satker, tahun):
        for kode in daftar_kode_induk(p.kode, katalog):
            for sumber in {p.sumber_dana, ""}:
                hasil[kode, sumber] = hasil.get((kode, sumber), 0) + p.pagu
    return hasil


def check_baris_anggaran(
    baris: PerjanjianAnggaran, katalog: Mapping[str, KodeReferensi], pagu: Mapping[tuple[str, str], int]
) -> Iterator[Catatan]:
    """One line of the annex. Without a catalogue, or without a budget, there is nothing to hold it against."""
    letak = f"Anggaran {baris.kode} {baris.sumber_dana}".strip()
    if katalog:
        yield from _check_kode(letak, baris, katalog)
    if not pagu:
        return
    berlaku = pagu.get((baris.kode, baris.sumber_dana))
    if berlaku is None:
        yield Catatan(
            "pagu-tidak-ada",
            HALANGAN,
            letak,
            format_rupiah(baris.pagu),
            "kode dan sumber dana yang mempunyai pagu",
            "Hapus barisnya, atau betulkan kode dan sumber dananya.",
        )
    elif berlaku != baris.pagu:
        yield Catatan(
            "pagu-berbeda",
            HALANGAN if baris.pagu > berlaku else PERINGATAN,
            letak,
            format_rupiah(baris.pagu),
            f"{format_rupiah(berlaku)} menurut pagu yang berlaku, selisih {format_rupiah(baris.pagu - berlaku)}",
            "Samakan dengan pagu yang berlaku.",
        )


def _check_kode(letak: str, baris: PerjanjianAnggaran, katalog: Mapping[str, KodeReferensi]) -> Iterator[Catatan]:
    rujukan = katalog.get(baris.kode)
    if rujukan is None:
        yield Catatan(
            "kode-tidak-dikenal",
            HALANGAN,
            letak,
            f"kode {baris.kode}",
            "kode dalam katalog tahun itu",
            "Betulkan kodenya, atau lengkapi katalog.",
        )
    elif _kata(rujukan.uraian) != _kata(baris.uraian):
        yield Catatan(
            "uraian-berbeda",
            PERINGATAN,
            letak,
            f"“{baris.uraian}”",
            f"“{rujukan.uraian}” menurut katalog",
            "Pakai nama resminya.",
        )


def _check_jumlah(perjanjian: PerjanjianKinerja, baris: list[PerjanjianAnggaran]) -> Iterator[Catatan]:
    total = sum(p.pagu for p in daftar_pagu_berlaku(perjanjian.satker, perjanjian.tahun))
    jumlah = sum(a.pagu for a in baris)
    if not total or jumlah == total:
        if not baris and not total:
            yield Catatan(
                "anggaran-kosong",
                PERINGATAN,
                "Anggaran",
                "tidak ada baris",
                "program/kegiatan dengan anggarannya",
                "Isi pagu tahun ini, atau tulis anggarannya.",
                "PermenPANRB 53/2014 anak lampiran I/6-6",
            )
        return
    yield Catatan(
        "jumlah-anggaran-berbeda",
        HALANGAN if jumlah > total else PERINGATAN,
        "Anggaran",
        f"jumlah {format_rupiah(jumlah)}",
        f"{format_rupiah(total)}, pagu satker yang berlaku",
        "Periksa kegiatan yang belum tercantum, atau yang tercantum dua kali.",
    )


def _kata(teks: str) -> str:
    return " ".join(teks.casefold().split())
