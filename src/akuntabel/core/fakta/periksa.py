"""What no single cell can show: keys, references, and whether the facts fit together."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.core.calc.rumus import RumusTidakSah, parse_rumus
from akuntabel.core.fakta.elemen import daftar_nama_elemen
from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.konversi import format_sel
from akuntabel.core.fakta.masalah import Masalah
from akuntabel.core.fakta.narasi import check_narasi
from akuntabel.core.fakta.pengukuran import JenisKelamin
from akuntabel.core.fakta.tabel_csv import IsiTabel
from akuntabel.core.fakta.target import TargetTidakTerbacaError, parse_target
from akuntabel.core.regulasi import (
    daftar_kebijakan,
    daftar_peraturan,
    daftar_predikat,
    load_predikat,
)

POLA_KODE_ELEMEN = re.compile(r"[a-z][a-z0-9_]*")
DESIMAL_PALING_BANYAK = 6
# Rupiah that cannot be owed; a reversal is booked in the line that it mends.
KOLOM_UANG: Mapping[str, tuple[str, ...]] = {
    "anggaran": ("pagu", "realisasi"),
    "revisi": ("semula", "menjadi"),
    "hibah": ("nilai_nphd", "pagu_dipa", "realisasi_kas", "realisasi_disahkan"),
}
DaftarIsi = Mapping[str, IsiTabel]


def check_isi(fakta: FaktaTahun | None, tabel: DaftarIsi) -> list[Masalah]:
    """Every problem between rows; ``fakta`` is None when one of the YAML files could not be read."""
    masalah = list(_check_kunci(tabel)) + list(_check_kunci_asing(tabel))
    if masalah or fakta is None or any(t.masalah for t in tabel.values()):
        return masalah  # what follows would only echo these
    pemeriksa: tuple[Callable[[FaktaTahun, DaftarIsi], Iterable[Masalah]], ...] = (
        _check_laporan,
        _check_reviu,
        _check_elemen,
        _check_bukti,
        _check_fakta,
        _check_kerincian,
        _check_pasangan,
        _check_silsilah,
        _check_indikator,
        _check_rumus,
        _check_predikat,
        _check_target,
        _check_anggaran,
    )
    masalah = [m for periksa in pemeriksa for m in periksa(fakta, tabel)]
    return masalah or list(check_narasi(fakta))


def _check_kunci(tabel: DaftarIsi) -> Iterator[Masalah]:
    for isi in tabel.values():
        pertama: dict[tuple[Any, ...], int] = {}
        for baris, entitas in isi.rows():
            kunci = tuple(getattr(entitas, k) for k in isi.tabel.kunci)
            if kunci in pertama:
                yield Masalah(
                    isi.tabel.berkas,
                    baris,
                    "+".join(isi.tabel.kunci),
                    " + ".join(format_sel(k) for k in kunci if k is not None),
                    "kunci yang hanya ada sekali",
                    f"Baris {pertama[kunci]} sudah memakainya.",
                )
            pertama.setdefault(kunci, baris)


def _check_kunci_asing(tabel: DaftarIsi) -> Iterator[Masalah]:
    for isi in tabel.values():
        for asing in isi.tabel.kunci_asing:
            tujuan = tabel[asing.tabel]
            if tujuan.masalah:
                continue
            dikenal = {getattr(e, asing.kolom_tujuan) for e in tujuan.daftar}
            for baris, entitas in isi.rows():
                nilai = getattr(entitas, asing.kolom)
                if nilai is not None and nilai not in dikenal:
                    yield Masalah(
                        isi.tabel.berkas,
                        baris,
                        asing.kolom,
                        format_sel(nilai),
                        f"{asing.kolom_tujuan} yang ada di {tujuan.tabel.berkas}",
                        _saran(dikenal),
                    )


def _saran(dikenal: Iterable[Any]) -> str:
    daftar = [format_sel(d) for d in dikenal]
    return "Yang ada: " + ", ".join(sorted(daftar)[:12]) + ("…" if len(daftar) > 12 else "") + "." if daftar else ""


def _check_laporan(fakta: FaktaTahun, tabel: DaftarIsi) -> Iterator[Masalah]:
    laporan = fakta.laporan
    if not 1945 <= laporan.tahun <= 9999:
        yield Masalah("laporan.yaml", 0, "tahun", str(laporan.tahun), "tahun empat angka, misalnya 2020")
    if laporan.kebijakan not in daftar_kebijakan():
        yield Masalah("laporan.yaml", 0, "kebijakan", laporan.kebijakan, "nama kebijakan", _saran(daftar_kebijakan()))
    pejabat = {p.kode for p in fakta.daftar_pejabat}
    for kolom in ("penanda_tangan", "pereviu"):
        kode = getattr(laporan, kolom)
        if kode not in pejabat:
            yield Masalah("laporan.yaml", 0, kolom, kode, "kode pada pejabat.csv", _saran(pejabat))
    peraturan = daftar_peraturan()
    for kode in laporan.dasar:
        if kode not in peraturan:
            yield Masalah("laporan.yaml", 0, "dasar", kode, "id peraturan yang dikenal")
    for nama in ("tugas", "unit", "tahapan"):
        for baris, entitas in tabel[nama].rows():
            if entitas.dasar is not None and entitas.dasar not in peraturan:
                yield Masalah(f"{nama}.csv", baris, "dasar", entitas.dasar, "id peraturan yang dikenal")


def _check_reviu(fakta: FaktaTahun, tabel: DaftarIsi) -> Iterator[Masalah]:
    if fakta.reviu is not None and fakta.reviu.tanggal.year < fakta.tahun:
        harap = f"tanggal pada tahun {fakta.tahun} atau sesudahnya"
        yield Masalah("reviu.yaml", 0, "tanggal", fakta.reviu.tanggal.isoformat(), harap)


def _check_elemen(fakta: FaktaTahun, tabel: DaftarIsi) -> Iterator[Masalah]:
    for baris, elemen in tabel["elemen"].rows():
        if not POLA_KODE_ELEMEN.fullmatch(elemen.kode):
            yield Masalah("elemen.csv", baris, "kode", elemen.kode, "huruf kecil, angka, garis bawah")
        elif elemen.kode in ("tahapan", "perkara"):
            yield Masalah("elemen.csv", baris, "kode", elemen.kode, "nama lain", "Nama ini dihitung dari berkasnya.")


def _check_bukti(fakta: FaktaTahun, tabel: DaftarIsi) -> Iterator[Masalah]:
    for baris, bukti in tabel["bukti"].rows():
        if bukti.berkas is not None and bukti.berkas not in fakta.bukti_berkas:
            yield Masalah("bukti.csv", baris, "berkas", bukti.berkas, "berkas yang ada di folder bukti/")


def _check_fakta(fakta: FaktaTahun, tabel: DaftarIsi) -> Iterator[Masalah]:
    pola = re.compile(rf"{fakta.tahun}(-TW[1-4])?")
    for baris, f in tabel["fakta"].rows():
        if not pola.fullmatch(f.periode):
            harap = f"{fakta.tahun} atau {fakta.tahun}-TW1 sampai {fakta.tahun}-TW4"
            yield Masalah("fakta.csv", baris, "periode", f.periode, harap)
        has_isi = f.nilai is not None or f.predikat is not None or f.tanggal is not None
        if f.status.is_counted != has_isi:
            harap = "nilai, predikat, atau tanggal" if f.status.is_counted else "kolom nilai kosong"
            yield Masalah("fakta.csv", baris, "status", f.status, harap)
        elif f.nilai is not None and (f.nilai == 0) != (f.status is StatusNilai.NOL):
            yield Masalah("fakta.csv", baris, "nilai", format_sel(f.nilai), "status nol tepat bila nilainya 0")
        elif not f.status.is_counted and not f.alasan:
            yield Masalah("fakta.csv", baris, "alasan", "", f"alasan untuk status {f.status}")


def _check_kerincian(fakta: FaktaTahun, tabel: DaftarIsi) -> Iterator[Masalah]:
    """Facts of an element that overlap would be counted twice: a whole beside its parts, a year beside quarters."""
    pertama: dict[str, tuple[int, tuple[bool, bool, bool]]] = {}
    for baris, f in tabel["fakta"].rows():
        bentuk = ("-TW" in f.periode, f.jenis_kelamin is not None, f.rincian is not None)
        acuan, bentuk_acuan = pertama.setdefault(f.elemen, (baris, bentuk))
        kolom = ("periode", "jenis_kelamin", "rincian")
        for nama, sama in zip(kolom, (a == b for a, b in zip(bentuk, bentuk_acuan, strict=True)), strict=True):
            if not sama:
                harap = f"cara merinci {f.elemen} yang sama dengan baris {acuan}"
                perbaikan = "Jumlah dan bagiannya, atau tahun dan triwulannya, tidak boleh ditulis bersama."
                yield Masalah("fakta.csv", baris, nama, format_sel(getattr(f, nama)), harap, perbaikan)


def _check_pasangan(fakta: FaktaTahun, tabel: DaftarIsi) -> Iterator[Masalah]:
    """Men without women, or women without men, would pass for the whole."""
    ada = {(f.elemen, f.periode, f.rincian, f.jenis_kelamin) for f in fakta.daftar_fakta}
    for baris, f in tabel["fakta"].rows():
        for kelamin in JenisKelamin:
            if f.jenis_kelamin is not None and (f.elemen, f.periode, f.rincian, kelamin) not in ada:
                harap = f"juga satu baris {kelamin} untuk {f.elemen}"
                perbaikan = "Bila angkanya belum ada, tulis baris itu dengan status dan alasannya."
                yield Masalah("fakta.csv", baris, "jenis_kelamin", f.jenis_kelamin, harap, perbaikan)


def _check_silsilah(fakta: FaktaTahun, tabel: DaftarIsi) -> Iterator[Masalah]:
    """A code that stands above itself has no top."""
    for nama in ("unit", "kode-anggaran"):
        induk = {butir.kode: butir.induk for butir in tabel[nama].daftar}
        for baris, butir in tabel[nama].rows():
            dilalui: set[str] = set()
            atas = butir.induk
            while atas is not None and atas not in dilalui:
                dilalui.add(atas)
                atas = induk[atas]
            if butir.kode in dilalui:
                yield Masalah(f"{nama}.csv", baris, "induk", butir.induk, "induk yang bukan bawahannya sendiri")


def _check_predikat(fakta: FaktaTahun, tabel: DaftarIsi) -> Iterator[Masalah]:
    """What an element holds must be what the indicators that use it can reckon with."""
    daftar_isi = defaultdict(list)
    for baris, f in tabel["fakta"].rows():
        if f.status.is_counted:
            daftar_isi[f.elemen].append((baris, f))
    for indikator in fakta.daftar_indikator:
        for baris, f in daftar_isi[indikator.rumus]:
            if indikator.arah is Arah.TENGGAT and f.tanggal is None:
                yield Masalah("fakta.csv", baris, "tanggal", "", f"tanggal (indikator {indikator.kode} bertenggat)")
            if indikator.arah is Arah.ORDINAL and indikator.predikat in daftar_predikat():
                dikenal = load_predikat(indikator.predikat).peringkat
                if f.predikat not in dikenal:
                    yield Masalah(
                        "fakta.csv", baris, "predikat", f.predikat or "", "salah satu dari " + ", ".join(dikenal)
                    )


def _check_indikator(fakta: FaktaTahun, tabel: DaftarIsi) -> Iterator[Masalah]:
    for baris, indikator in tabel["indikator"].rows():
        if not 0 <= indikator.desimal <= DESIMAL_PALING_BANYAK:
            harap = f"0 sampai {DESIMAL_PALING_BANYAK}"
            yield Masalah("indikator.csv", baris, "desimal", str(indikator.desimal), harap)
        if (indikator.arah is Arah.ORDINAL) != (indikator.predikat is not None):
            harap = "nama daftar predikat" if indikator.arah is Arah.ORDINAL else "kosong (arah bukan ordinal)"
            yield Masalah("indikator.csv", baris, "predikat", indikator.predikat or "", harap)
        elif indikator.predikat is not None and indikator.predikat not in daftar_predikat():
            harap = "daftar predikat yang dikenal"
            yield Masalah("indikator.csv", baris, "predikat", indikator.predikat, harap, _saran(daftar_predikat()))


def _check_rumus(fakta: FaktaTahun, tabel: DaftarIsi) -> Iterator[Masalah]:
    elemen = daftar_nama_elemen(fakta)
    kode_elemen = [e.kode for e in fakta.daftar_elemen]
    tanpa_angka = {f.elemen for f in fakta.daftar_fakta if f.status.is_counted and f.nilai is None}
    for baris, indikator in tabel["indikator"].rows():
        if indikator.arah in (Arah.ORDINAL, Arah.TENGGAT):  # the fact itself is the realisasi
            if indikator.rumus not in kode_elemen:
                harap = f"satu kode elemen (arah {indikator.arah})"
                yield Masalah("indikator.csv", baris, "rumus", indikator.rumus, harap, _saran(kode_elemen))
            continue
        try:
            rumus = parse_rumus(indikator.rumus)
        except RumusTidakSah as galat:
            yield Masalah("indikator.csv", baris, "rumus", indikator.rumus, "rumus yang sah", str(galat))
            continue
        for nama in rumus.elemen:
            if nama not in elemen:
                yield Masalah("indikator.csv", baris, "rumus", nama, "elemen yang ada", _saran(elemen))
            elif nama.partition(".")[0] in tanpa_angka:
                perbaikan = "Isinya predikat atau tanggal."
                yield Masalah("indikator.csv", baris, "rumus", nama, "elemen yang berisi angka", perbaikan)


def _check_target(fakta: FaktaTahun, tabel: DaftarIsi) -> Iterator[Masalah]:
    # Without its list of predicates no target of an ordinal indicator can be read; that is said elsewhere.
    terbaca = (i for i in fakta.daftar_indikator if i.arah is not Arah.ORDINAL or i.predikat in daftar_predikat())
    indikator = {i.kode: i for i in terbaca}
    for nama in ("perjanjian-target", "target-renstra", "riwayat"):
        for baris, butir in tabel[nama].rows():
            if butir.target is None or butir.indikator not in indikator:  # the target of an earlier year may be unknown
                continue
            try:
                parse_target(butir.target, indikator[butir.indikator])
            except TargetTidakTerbacaError as galat:
                yield Masalah(f"{nama}.csv", baris, "target", butir.target, galat.diharapkan)
    perjanjian = fakta.perjanjian_berlaku
    if perjanjian is None:
        yield Masalah("perjanjian.csv", 0, "tahun", "", f"perjanjian kinerja tahun {fakta.tahun}")
        return
    bertarget = {t.indikator for t in fakta.daftar_perjanjian_target if t.perjanjian == perjanjian.kode}
    for baris, butir in tabel["indikator"].rows():
        if butir.kode not in bertarget:
            harap = f"target dalam perjanjian {perjanjian.kode}"
            yield Masalah("indikator.csv", baris, "kode", butir.kode, harap, "Tambahkan ke perjanjian-target.csv.")


def _check_anggaran(fakta: FaktaTahun, tabel: DaftarIsi) -> Iterator[Masalah]:
    induk = {k.induk for k in fakta.daftar_kode_anggaran}
    for baris, pos in tabel["anggaran"].rows():
        if pos.kode in induk:
            perbaikan = "Pagu induk dihitung dari anaknya; hapus baris ini atau pecah ke kode anak."
            yield Masalah("anggaran.csv", baris, "kode", pos.kode, "kode tanpa anak", perbaikan)
    for nama, daftar_kolom in KOLOM_UANG.items():
        for baris, entitas in tabel[nama].rows():
            for kolom in daftar_kolom:
                nilai = getattr(entitas, kolom)
                if nilai is not None and nilai < 0:
                    yield Masalah(f"{nama}.csv", baris, kolom, format_sel(nilai), "bilangan tidak negatif")
    for baris, revisi in tabel["revisi"].rows():
        if (revisi.nomor == 0) != (revisi.semula is None):
            yield Masalah("revisi.csv", baris, "semula", format_sel(revisi.semula), "kosong hanya pada nomor 0")
