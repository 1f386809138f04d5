"""Counts of voters as facts of the measurement: taken over by the measurement's own act, never typed twice."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.core.fakta.pengukuran import JenisKelamin
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.kepemiluan.berlaku import daftar_pemilih
from akuntabel.siklus.kepemiluan.hitung import NilaiElemen, compute_pemilih, daftar_nilai_elemen
from akuntabel.siklus.kepemiluan.models import Pemilihan
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.actions import IsianSel, KunciSel, PerluAlasanError, measure_fakta
from akuntabel.siklus.pengukuran.berlaku import daftar_elemen_berlaku
from akuntabel.siklus.pengukuran.models import Fakta, RincianElemen
from akuntabel.siklus.perencanaan.isian import rapikan


@dataclass(frozen=True, slots=True)
class SelFakta:
    """A cell of the measurement with what the counts say and what is there. alasan: why nothing can be taken over."""

    elemen: str
    nama: str
    jenis_kelamin: str
    nilai: int | None
    tersimpan: Fakta | None
    alasan: str = ""

    @property
    def is_berubah(self) -> bool:
        """Whether taking it over would change something."""
        return self.nilai is not None and (self.tersimpan is None or self.tersimpan.angka != self.nilai)


def daftar_sel_fakta(satker: Satker, pemilihan: Pemilihan, *, triwulan: int | None) -> list[SelFakta]:
    """What the counts would fill in a quarter (None: the year): only elements that the office measures.

    An element is filled the way it is measured already: by sex, or as a whole.
    """
    daftar_nilai = daftar_nilai_elemen(compute_pemilih(satker, pemilihan))
    tahun = pemilihan.tahun_laporan
    elemen = daftar_elemen_berlaku(satker, tahun, [n.elemen for n in daftar_nilai])
    bagian: dict[str, set[tuple[str, str]]] = {}
    for r in RincianElemen.objects.filter(elemen__in=elemen.values()).select_related("elemen"):
        bagian.setdefault(r.elemen.kode, set()).add((r.jenis_kelamin, r.rincian))
    ada = _read_fakta(satker, tahun, triwulan, elemen)
    return [
        sel
        for nilai in daftar_nilai
        if nilai.elemen in elemen
        for sel in _sel(nilai, bagian.get(nilai.elemen) or _bagian_terisi(nilai.elemen, ada), ada)
    ]


@transaction.atomic
def measure_pemilih(
    satker: Satker, pemilihan: Pemilihan, *, triwulan: int | None, by: Pengguna | None, alasan: str = ""
) -> int:
    """Take the counts over as facts, all or nothing; how many cells changed.

    alasan: why figures that are there change, or moved much. Raises what measure_fakta raises, and ValidationError
    where there is nothing to take over.
    """
    berubah = [sel for sel in daftar_sel_fakta(satker, pemilihan, triwulan=triwulan) if sel.is_berubah]
    if not berubah:
        raise ValidationError("Tidak ada angka daftar pemilih yang berbeda dari pengukuran.")
    sumber = _sumber(satker, pemilihan)
    daftar = [_isian(sel, sumber, rapikan(alasan)) for sel in berubah]
    try:
        hasil = measure_fakta(satker, pemilihan.tahun_laporan, triwulan, daftar, by=by)
    except PerluAlasanError as galat:
        if not rapikan(alasan):
            raise
        beralasan = list(_explain(daftar, galat, rapikan(alasan)))
        hasil = measure_fakta(satker, pemilihan.tahun_laporan, triwulan, beralasan, by=by)
    return len(hasil.daftar_fakta)


def _explain(daftar: Iterable[IsianSel], galat: PerluAlasanError, alasan: str) -> Iterator[IsianSel]:
    """An unusual figure keeps its reason beside it; the others need none."""
    for isian in daftar:
        yield replace(isian, alasan=alasan) if isian.kunci in galat.lonjakan else isian


def _isian(sel: SelFakta, sumber: str, alasan: str) -> IsianSel:
    return IsianSel(
        elemen=sel.elemen,
        jenis_kelamin=sel.jenis_kelamin,
        nilai=Decimal(sel.nilai) if sel.nilai is not None else None,
        sumber=sumber,
        dilihat=sel.tersimpan.pk if sel.tersimpan else None,
        alasan_perubahan=alasan if sel.tersimpan else "",
    )


def _sumber(satker: Satker, pemilihan: Pemilihan) -> str:
    """The documents behind the counts, each once."""
    dokumen = daftar_pemilih(satker, pemilihan).terkini().order_by("pk").values_list("sumber", flat=True)
    return f"Daftar pemilih {pemilihan.nama}: {'; '.join(dict.fromkeys(dokumen))}"


def _read_fakta(satker: Satker, tahun: int, triwulan: int | None, elemen: Iterable[str]) -> dict[KunciSel, Fakta]:
    baris = Fakta.objects.terkini().filter(satker=satker, tahun=tahun, triwulan=triwulan, elemen__kode__in=list(elemen))
    return {KunciSel(f.elemen.kode, f.jenis_kelamin, f.rincian): f for f in baris.select_related("elemen")}


def _bagian_terisi(elemen: str, ada: Mapping[KunciSel, Fakta]) -> set[tuple[str, str]]:
    """The parts in which an element is filled so far; none: as a whole."""
    return {(k.jenis_kelamin, k.rincian) for k in ada if k.elemen == elemen} or {("", "")}


def _sel(nilai: NilaiElemen, bagian: set[tuple[str, str]], ada: Mapping[KunciSel, Fakta]) -> Iterator[SelFakta]:
    per_kelamin = {str(k): n for k, n in nilai.nilai.items()}
    tahu = [n for n in per_kelamin.values() if n is not None]
    per_kelamin[""] = sum(tahu) if len(tahu) == len(JenisKelamin) else None
    for kelamin, rincian in sorted(bagian):
        kunci = KunciSel(nilai.elemen, kelamin, rincian)
        if rincian:
            alasan = "Elemen ini dirinci lebih jauh daripada daftar pemilih; isi di kisi pengukuran."
            yield SelFakta(nilai.elemen, f"{nilai.nama}, {rincian}", kelamin, None, ada.get(kunci), alasan)
            continue
        angka = per_kelamin[kelamin]
        alasan = "" if angka is not None else "Daftar pemilihnya belum lengkap."
        yield SelFakta(nilai.elemen, nilai.nama, kelamin, angka, ada.get(kunci), alasan)
