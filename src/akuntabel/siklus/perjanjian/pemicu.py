"""What the system notices by itself: why a signed agreement must be revised, with the facts and the legal reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from akuntabel.core.calc.angka import format_rupiah, format_tanggal
from akuntabel.core.regulasi import PemicuRevisi
from akuntabel.core.regulasi import daftar_pemicu_revisi as daftar_dasar_pemicu
from akuntabel.siklus.organisasi.models import Pejabat, Satker
from akuntabel.siklus.perencanaan.berlaku import daftar_kode_berlaku
from akuntabel.siklus.perencanaan.models import Renstra
from akuntabel.siklus.perjanjian.acuan import TargetAcuan, daftar_target_acuan
from akuntabel.siklus.perjanjian.asal import find_renstra_asal
from akuntabel.siklus.perjanjian.models import (
    AlasanRevisi,
    PerjanjianAnggaran,
    PerjanjianKinerja,
    PerjanjianTarget,
    StatusPerjanjian,
)
from akuntabel.siklus.perjanjian.pemeriksaan import is_target_lebih_lemah
from akuntabel.siklus.perjanjian.pemeriksaan_anggaran import read_pagu
from akuntabel.siklus.perjanjian.pihak import find_pengganti
from akuntabel.siklus.perjanjian.target import show_teks_target


@dataclass(frozen=True, slots=True)
class Pemicu:
    """A reason to revise. pesan: the facts in one sentence; pengganti: who holds the post now, where that is it."""

    alasan: AlasanRevisi
    kode: str
    pesan: str
    pengganti: Pejabat | None = None

    @property
    def ketentuan(self) -> PemicuRevisi:
        """The words of the regulation that ask for the revision."""
        return daftar_dasar_pemicu()[self.alasan.value]


@dataclass(frozen=True, slots=True)
class _Keadaan:
    """How things stand now in one office and year; read once for all its agreements."""

    hari: date
    daftar_pejabat: Sequence[Pejabat]
    pagu: Mapping[tuple[str, str], int]
    renstra: Renstra | None
    acuan: Mapping[int, Sequence[TargetAcuan]]


def daftar_pemicu_revisi(perjanjian: PerjanjianKinerja, *, pada: date | None = None) -> tuple[Pemicu, ...]:
    """Why this agreement must be revised, as far as the data show; nothing unless it is signed and not yet replaced."""
    return daftar_pemicu_per_perjanjian([perjanjian], pada=pada)[perjanjian.pk]


def daftar_pemicu_per_perjanjian(
    daftar: Sequence[PerjanjianKinerja], *, pada: date | None = None
) -> dict[int, tuple[Pemicu, ...]]:
    """The same for many, by primary key; the questions to the database are as many as there are offices and years."""
    hasil: dict[int, tuple[Pemicu, ...]] = {p.pk: () for p in daftar}
    diganti = set(
        PerjanjianKinerja.objects.filter(
            sebelumnya__in=daftar, status=StatusPerjanjian.DITANDATANGANI.value
        ).values_list("sebelumnya", flat=True)
    )
    berlaku = [p for p in daftar if p.is_beku and p.pk not in diganti]
    target, anggaran = _read_target(berlaku), _read_anggaran(berlaku)
    kelompok: dict[tuple[int, int], list[PerjanjianKinerja]] = {}
    for p in berlaku:
        kelompok.setdefault((p.satker_id, p.tahun), []).append(p)
    for sekelompok in kelompok.values():
        semua = [t for p in sekelompok for t in target.get(p.pk, ())]
        keadaan = _read_keadaan(sekelompok, semua, pada or timezone.localdate())
        for p in sekelompok:
            hasil[p.pk] = (
                *_pemicu_pejabat(p, keadaan),
                *_pemicu_pagu(anggaran.get(p.pk, ()), keadaan),
                *_pemicu_renstra(p, keadaan),
                *_pemicu_acuan(target.get(p.pk, ()), keadaan),
            )
    return hasil


def _read_keadaan(sekelompok: list[PerjanjianKinerja], semua: list[PerjanjianTarget], hari: date) -> _Keadaan:
    satker: Satker = sekelompok[0].satker
    tahun = sekelompok[0].tahun
    pihak = [pejabat for p in sekelompok for pejabat in (p.pihak_pertama, p.pihak_kedua)]
    daftar_pejabat = Pejabat.objects.filter(
        satker__in={p.satker_id for p in pihak}, jabatan__in={p.jabatan for p in pihak}
    )
    return _Keadaan(
        hari,
        list(daftar_pejabat),
        read_pagu(satker, tahun, daftar_kode_berlaku(satker, tahun)),
        find_renstra_asal(satker, tahun),
        daftar_target_acuan(satker, tahun, [t.indikator for t in semua]),
    )


def _read_target(daftar: list[PerjanjianKinerja]) -> dict[int, list[PerjanjianTarget]]:
    hasil: dict[int, list[PerjanjianTarget]] = {}
    for t in PerjanjianTarget.objects.filter(perjanjian__in=daftar).select_related("indikator"):
        hasil.setdefault(t.perjanjian_id, []).append(t)
    return hasil


def _read_anggaran(daftar: list[PerjanjianKinerja]) -> dict[int, list[PerjanjianAnggaran]]:
    hasil: dict[int, list[PerjanjianAnggaran]] = {}
    for a in PerjanjianAnggaran.objects.filter(perjanjian__in=daftar):
        hasil.setdefault(a.perjanjian_id, []).append(a)
    return hasil


def _pemicu_pejabat(perjanjian: PerjanjianKinerja, keadaan: _Keadaan) -> Iterator[Pemicu]:
    """An official left, or another one holds the post; after the year of the agreement that no longer matters."""
    hari = keadaan.hari
    if hari.year > perjanjian.tahun:
        return
    for sebutan, pejabat in (("Pihak pertama", perjanjian.pihak_pertama), ("Pihak kedua", perjanjian.pihak_kedua)):
        pengganti = find_pengganti(pejabat, keadaan.daftar_pejabat, hari)
        is_selesai = pejabat.selesai is not None and pejabat.selesai < hari
        if not is_selesai and pengganti is None:
            continue
        selesai = f" sampai {format_tanggal(pejabat.selesai)}" if pejabat.selesai else ""
        kini = f"sekarang {pengganti}" if pengganti else "penggantinya belum dicatat"
        yield Pemicu(
            AlasanRevisi.PEJABAT,
            "pejabat-berganti",
            f"{sebutan} {pejabat.nama or pejabat.jabatan} menjabat{selesai}; {kini}.",
            pengganti,
        )


def _pemicu_pagu(lampiran: Sequence[PerjanjianAnggaran], keadaan: _Keadaan) -> Iterator[Pemicu]:
    """The budget in force is not the signed annex. Which lines the annex has was agreed; what they hold changes."""
    if not keadaan.pagu:
        return
    kini = [(a, keadaan.pagu.get((a.kode, a.sumber_dana), 0)) for a in lampiran]
    rinci = "; ".join(
        f"{a.kode} {a.sumber_dana} {format_rupiah(a.pagu)} menjadi {format_rupiah(pagu)}"
        for a, pagu in kini
        if pagu != a.pagu
    )
    if rinci:
        yield Pemicu(AlasanRevisi.STRATEGI, "pagu-berubah", f"Pagu berubah sejak perjanjian ditandatangani: {rinci}.")


def _pemicu_renstra(perjanjian: PerjanjianKinerja, keadaan: _Keadaan) -> Iterator[Pemicu]:
    berlaku = keadaan.renstra
    if perjanjian.renstra_id and berlaku and berlaku.pk != perjanjian.renstra_id:
        yield Pemicu(
            AlasanRevisi.STRATEGI,
            "renstra-berubah",
            f"Perjanjian disusun dari {perjanjian.renstra}; yang berlaku sekarang {berlaku}.",
        )


def _pemicu_acuan(daftar_target: Sequence[PerjanjianTarget], keadaan: _Keadaan) -> Iterator[Pemicu]:
    """An office above promises more than before, and its target binds."""
    for t in daftar_target:
        for a in keadaan.acuan[t.indikator_id]:
            if a.ketentuan and is_target_lebih_lemah(t.indikator, t.target, a.target):
                yield Pemicu(
                    AlasanRevisi.ASUMSI,
                    "target-atasan-naik",
                    f"Target {t.indikator.kode} {show_teks_target(t.target, t.indikator)} lebih lemah daripada "
                    f"{show_teks_target(a.target, t.indikator)} dalam {a.asal}.",
                )
