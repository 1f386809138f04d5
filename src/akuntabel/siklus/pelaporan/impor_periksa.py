"""What of a package the database cannot hold: everything at once, before anything is written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from django.core.exceptions import ValidationError
from django.db import models

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.masalah import Masalah
from akuntabel.siklus.organisasi.models import Pejabat, Unit, UraianTugas
from akuntabel.siklus.pelaporan.models import IsuLaporan, LangkahLaporan, LaporanKinerja
from akuntabel.siklus.perencanaan.models import (
    Indikator,
    KodeReferensi,
    Pagu,
    Renstra,
    Sasaran,
    SasaranAnggaran,
    TargetRenstra,
    Tujuan,
)
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, PerjanjianTarget

Isi = Mapping[str, object]


def daftar_masalah(berkas: str, galat: ValidationError) -> list[Masalah]:
    """What an act or a model has against it, in the words of the package."""
    if not hasattr(galat, "error_dict"):
        return [Masalah(berkas, 0, "", "", "isi yang dapat disimpan", pesan) for pesan in galat.messages]
    return [
        Masalah(berkas, 0, kolom, "", "isi yang dapat disimpan", pesan)
        for kolom, daftar_pesan in galat.message_dict.items()
        for pesan in daftar_pesan
    ]


def check_paket(fakta: FaktaTahun) -> list[Masalah]:
    """Every value that a table does not take, every code that leads nowhere or stands twice."""
    return [*_check_bidang(fakta), *_check_kode(fakta)]


def isi_baris(entitas: object, *kecuali: str) -> dict[str, object]:
    """The fields of an entity as a row keeps them: "" for words that are not there; keys of other rows left out."""
    isi = asdict(entitas)  # type: ignore[call-overload]  # every entity of a package is a dataclass
    return {
        nama: "" if nilai is None and nama not in ("mulai", "selesai", "tanggal") else nilai
        for nama, nilai in isi.items()
        if nama not in kecuali
    }


def _check_bidang(fakta: FaktaTahun) -> Iterator[Masalah]:
    renstra = isi_baris(fakta.renstra, "tujuan", "misi") | {"misi": list(fakta.renstra.misi)}
    yield from _check("renstra.yaml", Renstra, [("", renstra)])
    yield from _check("renstra.yaml", Tujuan, ((t.kode, isi_baris(t)) for t in fakta.renstra.tujuan))
    yield from _check("laporan.yaml", LaporanKinerja, [("", isi_baris(fakta.laporan, "dasar"))])
    per_tabel: Iterable[tuple[str, type[models.Model], Iterable[object], tuple[str, ...], str]] = (
        ("pejabat.csv", Pejabat, fakta.daftar_pejabat, (), "kode"),
        ("unit.csv", Unit, fakta.daftar_unit, ("induk",), "kode"),
        ("tugas.csv", UraianTugas, fakta.daftar_tugas, ("unit",), "urut"),
        ("sasaran.csv", Sasaran, fakta.daftar_sasaran, ("tujuan",), "kode"),
        ("indikator.csv", Indikator, fakta.daftar_indikator, ("sasaran", "pengampu"), "kode"),
        ("target-renstra.csv", TargetRenstra, fakta.daftar_target_renstra, ("indikator",), "indikator"),
        (
            "perjanjian.csv",
            PerjanjianKinerja,
            fakta.daftar_perjanjian,
            ("pihak_pertama", "pihak_kedua", "tanggal", "alasan"),
            "kode",
        ),
        (
            "perjanjian-target.csv",
            PerjanjianTarget,
            fakta.daftar_perjanjian_target,
            ("perjanjian", "indikator"),
            "indikator",
        ),
        ("kode-anggaran.csv", KodeReferensi, fakta.daftar_kode_anggaran, (), "kode"),
        ("anggaran.csv", Pagu, fakta.daftar_anggaran, ("realisasi", "batas_data", "sumber", "bukti"), "kode"),
        ("sasaran-anggaran.csv", SasaranAnggaran, fakta.daftar_sasaran_anggaran, ("sasaran",), "kode"),
        ("isu.csv", IsuLaporan, fakta.daftar_isu, (), "urut"),
        ("langkah.csv", LangkahLaporan, fakta.daftar_langkah, (), "urut"),
    )
    for berkas, model, daftar, kecuali, kunci in per_tabel:
        yield from _check(berkas, model, ((str(getattr(e, kunci)), isi_baris(e, *kecuali)) for e in daftar))


def _check(berkas: str, model: type[models.Model], daftar: Iterable[tuple[str, Isi]]) -> Iterator[Masalah]:
    for kunci, isi in daftar:
        lain = [f.name for f in model._meta.get_fields() if f.name not in isi]
        try:
            model(**isi).clean_fields(exclude=lain)
        except ValidationError as galat:
            for kolom, daftar_pesan in galat.message_dict.items():
                tempat = f"{kolom} ({kunci})" if kunci else kolom
                harap = "isian yang dapat disimpan"
                yield Masalah(berkas, 0, tempat, str(isi[kolom]), harap, " ".join(daftar_pesan))


def _check_kode(fakta: FaktaTahun) -> Iterator[Masalah]:
    tujuan = [t.kode for t in fakta.renstra.tujuan]
    for kode in sorted({k for k in tujuan if tujuan.count(k) > 1}):
        yield Masalah("renstra.yaml", 0, "tujuan.kode", kode, "kode yang hanya ada sekali")
    for s in fakta.daftar_sasaran:
        if s.tujuan is not None and s.tujuan not in tujuan:
            saran = f"Yang ada: {', '.join(tujuan)}." if tujuan else "Renstra ini belum memuat tujuan."
            yield Masalah("sasaran.csv", 0, f"tujuan ({s.kode})", s.tujuan, "kode tujuan pada renstra.yaml", saran)
    for p in fakta.daftar_perjanjian:
        if p.pihak_pertama == p.pihak_kedua:
            yield Masalah("perjanjian.csv", 0, f"pihak_kedua ({p.kode})", p.pihak_kedua, "atasan pihak pertama")
