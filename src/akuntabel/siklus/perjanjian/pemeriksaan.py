"""The check of an agreement before it is submitted and signed: all notes at once, each with place and remedy."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.utils import timezone

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.regulasi import daftar_kewajiban
from akuntabel.siklus.organisasi.models import Pejabat
from akuntabel.siklus.perencanaan.berlaku import daftar_indikator_berlaku
from akuntabel.siklus.perencanaan.models import Indikator, Pagu, Sasaran
from akuntabel.siklus.perjanjian.acuan import TargetAcuan, daftar_target_acuan
from akuntabel.siklus.perjanjian.asal import TargetAsal, daftar_target_asal
from akuntabel.siklus.perjanjian.banding import is_lebih_lemah
from akuntabel.siklus.perjanjian.baris import daftar_baris_target
from akuntabel.siklus.perjanjian.catatan import Catatan, TingkatCatatan
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, PerjanjianTarget
from akuntabel.siklus.perjanjian.pemeriksaan_anggaran import check_anggaran
from akuntabel.siklus.perjanjian.pihak import is_orang_sama
from akuntabel.siklus.perjanjian.target import find_predikat, parse_target_tersimpan, show_teks_target

HALANGAN, PERINGATAN = TingkatCatatan.HALANGAN, TingkatCatatan.PERINGATAN
KEWAJIBAN = "perjanjian-kinerja"
BATAS: Mapping[Arah, str] = {
    Arah.MAKSIMASI: "sedikitnya",
    Arah.BINER: "sedikitnya",
    Arah.ORDINAL: "sedikitnya",
    Arah.MINIMASI: "paling banyak",
    Arah.TENGGAT: "paling lambat",
    Arah.RENTANG: "di dalam rentang",
    Arah.STABILISASI: "tetap",
}


def check_perjanjian(perjanjian: PerjanjianKinerja, *, tanggal: date | None = None) -> list[Catatan]:
    """Everything that stands in the way of this agreement, and what its reader should know. tanggal: day of signing."""
    hari = tanggal or perjanjian.tanggal_penandatanganan or timezone.localdate()
    baris = daftar_baris_target(perjanjian)
    catatan = [
        *_check_pihak(perjanjian, hari),
        *_check_cakupan(perjanjian, baris),
        *_check_target(perjanjian, baris),
        *check_anggaran(perjanjian),
        *_check_waktu(perjanjian, hari),
    ]
    return sorted(catatan, key=lambda c: c.tingkat is not HALANGAN)  # stable: each group stays in order of the form


def check_target(
    baris: PerjanjianTarget, asal: TargetAsal | None, daftar_acuan: list[TargetAcuan]
) -> Iterator[Catatan]:
    """One line: readable, not less than what binds it, and different from the plan only with a reason."""
    indikator = baris.indikator
    letak = f"Indikator {indikator.kode}"
    if not baris.target.strip():
        yield Catatan("target-kosong", HALANGAN, letak, "target kosong", f"target {indikator.nama}", "Isi targetnya.")
        return
    terbaca = parse_target_tersimpan(baris.target, indikator)
    if terbaca.target is None:
        yield Catatan(
            "target-tidak-terbaca",
            HALANGAN,
            letak,
            f"“{baris.target}”",
            f"{terbaca.diharapkan} (polaritas {indikator.arah})",
            "Betulkan targetnya.",
        )
        return
    for acuan in daftar_acuan:
        if is_target_lebih_lemah(indikator, baris.target, acuan.target):
            yield _catatan_acuan(letak, baris, acuan)
    if asal and asal.target and not baris.alasan.strip() and not is_target_sama(indikator, baris.target, asal.target):
        yield Catatan(
            "target-berbeda-tanpa-alasan",
            PERINGATAN,
            letak,
            show_teks_target(baris.target, indikator),
            f"{show_teks_target(asal.target, indikator)} menurut {asal.asal}",
            "Samakan targetnya, atau tulis alasannya.",
        )


def is_target_sama(indikator: Indikator, target: str, acuan: str) -> bool:
    """Whether two stored targets promise the same: ``77.50`` is ``77.5``; what cannot be read, to the letter."""
    kiri, kanan = parse_target_tersimpan(target, indikator).target, parse_target_tersimpan(acuan, indikator).target
    return target == acuan if kiri is None or kanan is None else kiri == kanan


def is_target_lebih_lemah(indikator: Indikator, target: str, acuan: str) -> bool:
    """Whether a stored target promises less than another one; what cannot be read is not compared."""
    kiri, kanan = parse_target_tersimpan(target, indikator).target, parse_target_tersimpan(acuan, indikator).target
    if kiri is None or kanan is None:
        return False
    return is_lebih_lemah(Arah(indikator.arah), kiri, kanan, find_predikat(indikator)) is True


def _catatan_acuan(letak: str, baris: PerjanjianTarget, acuan: TargetAcuan) -> Catatan:
    ketentuan = acuan.ketentuan
    return Catatan(
        f"target-di-bawah-{acuan.acuan.value}",
        HALANGAN if ketentuan else PERINGATAN,
        letak,
        show_teks_target(baris.target, baris.indikator),
        f"{BATAS[Arah(baris.indikator.arah)]} {show_teks_target(acuan.target, baris.indikator)} ({acuan.asal})",
        f"Sesuaikan targetnya dengan {acuan.asal}.",
        f"{ketentuan.bunyi}; {ketentuan.dasar}" if ketentuan else "",
    )


def _check_target(perjanjian: PerjanjianKinerja, baris: list[PerjanjianTarget]) -> Iterator[Catatan]:
    asal = {t.indikator.pk: t for t in daftar_target_asal(perjanjian.satker, perjanjian.tahun)}
    acuan = daftar_target_acuan(perjanjian.satker, perjanjian.tahun, [t.indikator for t in baris])
    for t in baris:
        yield from check_target(t, asal.get(t.indikator_id), acuan[t.indikator_id])


def _check_cakupan(perjanjian: PerjanjianKinerja, baris: list[PerjanjianTarget]) -> Iterator[Catatan]:
    """What the plan in force asks for and the agreement does not say.

    The head answers for the whole plan; another official (a secretary) for the part chosen when it was drafted.
    """
    if not baris:
        yield Catatan(
            "tanpa-indikator", HALANGAN, "Target", "tidak ada indikator", "sedikitnya satu", "Pilih indikatornya."
        )
    is_pimpinan = perjanjian.pihak_pertama.peran == "pimpinan"
    ada = {t.indikator_id for t in baris}
    for i in daftar_indikator_berlaku(perjanjian.satker, perjanjian.tahun):
        if i.pk not in ada and is_pimpinan:
            yield Catatan(
                "indikator-hilang",
                HALANGAN,
                f"Indikator {i.kode}",
                "tidak ada dalam perjanjian",
                f"{i.nama}, menurut rencana yang berlaku",
                "Tambahkan indikator itu.",
            )
    if perjanjian.renstra and is_pimpinan:
        for s in Sasaran.objects.filter(renstra=perjanjian.renstra, daftar_indikator__isnull=True):
            yield Catatan(
                "sasaran-tanpa-indikator",
                PERINGATAN,
                f"Sasaran {s.kode}",
                "tidak berindikator",
                f"sedikitnya satu indikator untuk “{s.nama}”",
                "Tambahkan indikatornya pada Renstra.",
            )


def _check_pihak(perjanjian: PerjanjianKinerja, hari: date) -> Iterator[Catatan]:
    pertama, kedua = perjanjian.pihak_pertama, perjanjian.pihak_kedua
    if is_orang_sama(pertama, kedua):
        yield Catatan(
            "pihak-sama",
            HALANGAN,
            "Para pihak",
            f"{pertama.nama} pada kedua pihak",
            "dua orang yang berbeda; pihak kedua adalah atasan pihak pertama",
            "Pilih pihak kedua yang lain.",
            "PermenPANRB 53/2014 anak lampiran I/2-6",
        )
    for sebutan, pejabat in (("Pihak pertama", pertama), ("Pihak kedua", kedua)):
        yield from _check_pejabat(sebutan, pejabat, hari)


def _check_pejabat(sebutan: str, pejabat: Pejabat, hari: date) -> Iterator[Catatan]:
    if not pejabat.is_berlaku(hari):
        yield Catatan(
            "pejabat-tidak-menjabat",
            HALANGAN,
            sebutan,
            f"{pejabat}, menjabat {_masa(pejabat)}",
            f"pejabat yang menjabat pada {format_tanggal(hari)}",
            "Pilih pejabat yang menjabat, atau betulkan masa jabatannya.",
        )
    if not pejabat.nama.strip():
        yield Catatan(
            "pejabat-tanpa-nama",
            PERINGATAN,
            sebutan,
            f"{pejabat.jabatan} tanpa nama",
            "nama pejabat",
            "Isi namanya pada data pejabat.",
        )


def _check_waktu(perjanjian: PerjanjianKinerja, hari: date) -> Iterator[Catatan]:
    """The first agreement falls due a month after the budget document; a revision follows its own cause."""
    pengesahan = Pagu.objects.filter(satker=perjanjian.satker, tahun=perjanjian.tahun).order_by("sejak", "pk").first()
    kewajiban = daftar_kewajiban()[KEWAJIBAN]
    if perjanjian.revisi or pengesahan is None or not kewajiban.is_berlaku(hari):
        return
    jatuh_tempo = kewajiban.compute_jatuh_tempo(pengesahan.sejak)
    if jatuh_tempo is not None and hari > jatuh_tempo:
        yield Catatan(
            "lewat-tenggat",
            PERINGATAN,
            "Tanggal",
            format_tanggal(hari),
            f"paling lambat {format_tanggal(jatuh_tempo)}, {kewajiban.bulan} bulan setelah dokumen anggaran "
            f"{format_tanggal(pengesahan.sejak)}",
            "Tandatangani segera; catat sebab keterlambatannya.",
            kewajiban.dasar,
        )


def _masa(pejabat: Pejabat) -> str:
    mulai = f"sejak {format_tanggal(pejabat.mulai)}" if pejabat.mulai else ""
    selesai = f"sampai {format_tanggal(pejabat.selesai)}" if pejabat.selesai else ""
    return " ".join(bagian for bagian in (mulai, selesai) if bagian)
