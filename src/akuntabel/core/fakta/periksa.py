"""What no single cell can show: keys, references, and whether the facts fit together."""

import re
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
from akuntabel.core.fakta.tabel_csv import IsiTabel
from akuntabel.core.fakta.target import TargetTidakTerbacaError, parse_target
from akuntabel.core.regulasi import (
    RegulasiTidakDikenal,
    daftar_kebijakan,
    daftar_peraturan,
    load_predikat,
)

POLA_KODE_ELEMEN = re.compile(r"[a-z][a-z0-9_]*")
DaftarIsi = Mapping[str, IsiTabel]


def check_isi(fakta: FaktaTahun | None, tabel: DaftarIsi) -> list[Masalah]:
    """Every problem between rows; ``fakta`` is None when one of the YAML files could not be read."""
    masalah = list(_check_kunci(tabel)) + list(_check_kunci_asing(tabel))
    if masalah or fakta is None or any(t.masalah for t in tabel.values()):
        return masalah  # what follows would only echo these
    pemeriksa: tuple[Callable[[FaktaTahun, DaftarIsi], Iterable[Masalah]], ...] = (
        _check_laporan,
        _check_elemen,
        _check_fakta,
        _check_indikator,
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


def _check_elemen(fakta: FaktaTahun, tabel: DaftarIsi) -> Iterator[Masalah]:
    for baris, elemen in tabel["elemen"].rows():
        if not POLA_KODE_ELEMEN.fullmatch(elemen.kode):
            yield Masalah("elemen.csv", baris, "kode", elemen.kode, "huruf kecil, angka, garis bawah")
        elif elemen.kode in ("tahapan", "perkara"):
            yield Masalah("elemen.csv", baris, "kode", elemen.kode, "nama lain", "Nama ini dihitung dari berkasnya.")


def _check_fakta(fakta: FaktaTahun, tabel: DaftarIsi) -> Iterator[Masalah]:
    pola = re.compile(rf"{fakta.tahun}(-TW[1-4])?")
    berkas_bukti = set(fakta.bukti_berkas)
    for baris, bukti in tabel["bukti"].rows():
        if bukti.berkas is not None and bukti.berkas not in berkas_bukti:
            yield Masalah("bukti.csv", baris, "berkas", bukti.berkas, "berkas yang ada di folder bukti/")
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


def _check_indikator(fakta: FaktaTahun, tabel: DaftarIsi) -> Iterator[Masalah]:
    elemen = daftar_nama_elemen(fakta)
    for baris, indikator in tabel["indikator"].rows():
        try:
            rumus = parse_rumus(indikator.rumus)
        except RumusTidakSah as galat:
            yield Masalah("indikator.csv", baris, "rumus", indikator.rumus, "rumus yang sah", str(galat))
            continue
        for nama in rumus.elemen:
            if nama not in elemen:
                yield Masalah("indikator.csv", baris, "rumus", nama, "elemen yang ada", _saran(elemen))
        if (indikator.arah is Arah.ORDINAL) != (indikator.predikat is not None):
            harap = "nama daftar predikat" if indikator.arah is Arah.ORDINAL else "kosong (arah bukan ordinal)"
            yield Masalah("indikator.csv", baris, "predikat", indikator.predikat or "", harap)
        elif indikator.predikat is not None:
            try:
                load_predikat(indikator.predikat)
            except RegulasiTidakDikenal as galat:
                yield Masalah("indikator.csv", baris, "predikat", indikator.predikat, "daftar yang dikenal", str(galat))


def _check_target(fakta: FaktaTahun, tabel: DaftarIsi) -> Iterator[Masalah]:
    indikator = {i.kode: i for i in fakta.daftar_indikator}
    for nama in ("perjanjian-target", "target-renstra"):
        for baris, butir in tabel[nama].rows():
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
        for kolom in ("pagu", "realisasi"):
            nilai = getattr(pos, kolom)
            if nilai is not None and nilai < 0:
                yield Masalah("anggaran.csv", baris, kolom, format_sel(nilai), "bilangan tidak negatif")
    for baris, revisi in tabel["revisi"].rows():
        if (revisi.nomor == 0) != (revisi.semula is None):
            yield Masalah("revisi.csv", baris, "semula", format_sel(revisi.semula), "kosong hanya pada nomor 0")
