"""The check of a rencana aksi: quarters that make the annual target, actions with somebody and money that exists."""

from collections.abc import Iterator, Mapping

from akuntabel.core.calc.angka import format_rupiah
from akuntabel.core.calc.capaian import Target
from akuntabel.core.calc.kebijakan import CaraBulat
from akuntabel.core.calc.konsolidasi import Konsolidasi, compute_konsolidasi
from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.calc.pembulatan import round_desimal
from akuntabel.siklus.perencanaan.berlaku import daftar_kode_berlaku
from akuntabel.siklus.perencanaan.models import Indikator
from akuntabel.siklus.perjanjian.asal import daftar_kode_induk
from akuntabel.siklus.perjanjian.catatan import Catatan, TingkatCatatan
from akuntabel.siklus.perjanjian.models import ROMAWI, TRIWULAN, Aksi, PerjanjianTarget, RencanaAksi
from akuntabel.siklus.perjanjian.target import parse_target_tersimpan, show_teks_target

HALANGAN, PERINGATAN = TingkatCatatan.HALANGAN, TingkatCatatan.PERINGATAN
CARA: Mapping[Konsolidasi, str] = {
    Konsolidasi.JUMLAH: "jumlah keempat triwulan",
    Konsolidasi.RATA_RATA: "rata-rata triwulan",
    Konsolidasi.MAKSIMUM: "triwulan tertinggi",
    Konsolidasi.MINIMUM: "triwulan terendah",
    Konsolidasi.TERAKHIR: "triwulan IV",
    Konsolidasi.RUMUS: "triwulan IV",
}


def check_rencana_aksi(rencana_aksi: RencanaAksi) -> list[Catatan]:
    """Everything that stands in the way of this rencana aksi, and what its reader should know."""
    triwulan: dict[int, dict[int, str]] = {}
    for t in rencana_aksi.daftar_target.exclude(target=""):
        triwulan.setdefault(t.perjanjian_target_id, {})[t.triwulan] = t.target
    daftar_aksi = list(rencana_aksi.daftar_aksi.select_related("unit", "pejabat", "perjanjian_target__indikator"))
    beraksi = {a.perjanjian_target_id for a in daftar_aksi}
    catatan: list[Catatan] = []
    for baris in rencana_aksi.perjanjian.daftar_target.select_related("indikator"):
        catatan.extend(check_triwulan(baris, triwulan.get(baris.pk, {})))
        if baris.pk not in beraksi:
            letak = f"Indikator {baris.indikator.kode}"
            catatan.append(
                Catatan("tanpa-aksi", PERINGATAN, letak, "tidak ada aksi", "sedikitnya satu aksi", "Tambahkan aksinya.")
            )
    for nomor, aksi in enumerate(daftar_aksi, 1):
        catatan.extend(_check_aksi(f"Aksi {nomor}", aksi))
    catatan.extend(_check_anggaran(rencana_aksi, daftar_aksi))
    return sorted(catatan, key=lambda c: c.tingkat is not HALANGAN)


def check_triwulan(baris: PerjanjianTarget, target_per_triwulan: Mapping[int, str]) -> Iterator[Catatan]:
    """The quarters of one indicator against its annual target, by the way its quarters become a year."""
    indikator = baris.indikator
    letak = f"Indikator {indikator.kode}"
    cara = Konsolidasi(indikator.konsolidasi)
    setahun = show_teks_target(baris.target, indikator)
    terbaca: dict[int, Target] = {}
    for n, teks in sorted(target_per_triwulan.items()):
        hasil = parse_target_tersimpan(teks, indikator)
        if hasil.target is None:
            yield Catatan(
                "target-triwulan-tidak-terbaca",
                HALANGAN,
                f"{letak} triwulan {ROMAWI[n]}",
                f"“{teks}”",
                hasil.diharapkan,
                "Betulkan targetnya.",
            )
            return
        terbaca[n] = hasil.target
    is_akhir_kosong = CARA[cara] == "triwulan IV" and TRIWULAN[-1] not in terbaca
    if not terbaca or is_akhir_kosong:
        yield Catatan(
            "target-triwulan-kosong",
            HALANGAN,
            letak,
            "triwulan IV kosong" if terbaca else "tidak ada target triwulan",
            f"{CARA[cara]} sama dengan target setahun {setahun}",
            "Isi target triwulannya.",
        )
        return
    target = parse_target_tersimpan(baris.target, indikator).target
    akhir = _gabung(cara, list(terbaca.values()), target)
    if akhir != target:
        yield Catatan(
            "triwulan-tidak-sama-dengan-setahun",
            HALANGAN,
            letak,
            f"{CARA[cara]} {_teks(akhir, indikator)}",
            f"target setahun {setahun}",
            "Sesuaikan target triwulannya.",
        )


def _gabung(cara: Konsolidasi, daftar: list[Target], setahun: Target | None) -> Target:
    """The year that the quarters make, as exact as the annual target is written.

    Words, days and ranges have no sum: there the last one counts.
    """
    angka = [t.angka for t in daftar if t.angka is not None]
    if cara is Konsolidasi.RUMUS or len(angka) != len(daftar):
        return daftar[-1]
    hasil = compute_konsolidasi(cara, [Nilai.of(a) for a in angka]).nilai.angka
    if hasil is None:
        return daftar[-1]
    desimal = _desimal(setahun)
    return Target(angka=hasil if desimal is None else round_desimal(hasil, desimal, CaraBulat.SETENGAH_NAIK))


def _desimal(target: Target | None) -> int | None:
    """How many digits stand behind the decimal mark."""
    if target is None or target.angka is None:
        return None
    pangkat = target.angka.as_tuple().exponent
    return max(0, -pangkat) if isinstance(pangkat, int) else None


def _teks(target: Target, indikator: Indikator) -> str:
    return show_teks_target(target.teks, indikator)


def _check_aksi(letak: str, aksi: Aksi) -> Iterator[Catatan]:
    if aksi.unit is None and aksi.pejabat is None:
        yield Catatan(
            "tanpa-penanggung-jawab",
            HALANGAN,
            letak,
            f"“{aksi.uraian}” tanpa penanggung jawab",
            "unit atau pejabat",
            "Pilih penanggung jawabnya.",
        )
    if aksi.anggaran is not None and not aksi.kode_anggaran:
        yield Catatan(
            "anggaran-tanpa-kode",
            HALANGAN,
            letak,
            format_rupiah(aksi.anggaran),
            "kode anggaran dari lampiran perjanjian",
            "Isi kode anggarannya.",
        )


def _check_anggaran(rencana_aksi: RencanaAksi, daftar_aksi: list[Aksi]) -> Iterator[Catatan]:
    """Codes lie within the annex of the agreement, and no line of it is spent twice."""
    perjanjian = rencana_aksi.perjanjian
    katalog = daftar_kode_berlaku(perjanjian.satker, perjanjian.tahun)
    pagu: dict[str, int] = {}
    for a in perjanjian.daftar_anggaran.all():
        pagu[a.kode] = pagu.get(a.kode, 0) + a.pagu
    pakai: dict[str, int] = {}
    for nomor, aksi in enumerate(daftar_aksi, 1):
        if not aksi.kode_anggaran:
            continue
        induk = next((k for k in daftar_kode_induk(aksi.kode_anggaran, katalog) if k in pagu), None)
        if induk is None:
            yield Catatan(
                "kode-di-luar-perjanjian",
                HALANGAN,
                f"Aksi {nomor}",
                f"kode {aksi.kode_anggaran}",
                "kode dalam lampiran anggaran perjanjian",
                "Betulkan kodenya.",
            )
        elif aksi.anggaran is not None:
            pakai[induk] = pakai.get(induk, 0) + aksi.anggaran
    for kode, jumlah in sorted(pakai.items()):
        if jumlah > pagu[kode]:
            yield Catatan(
                "anggaran-melebihi-pagu",
                HALANGAN,
                f"Anggaran {kode}",
                f"jumlah aksi {format_rupiah(jumlah)}",
                f"paling banyak {format_rupiah(pagu[kode])} menurut perjanjian",
                "Kurangi anggaran aksinya.",
            )
