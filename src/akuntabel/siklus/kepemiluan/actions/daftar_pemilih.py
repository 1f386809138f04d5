"""Counts of voters: written, replaced with a reason, never changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.core.calc.partisipasi import KategoriPemilih
from akuntabel.core.fakta.kepemiluan import Disabilitas, SelPemilih
from akuntabel.core.fakta.pengukuran import JenisKelamin
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.kepemiluan.berlaku import daftar_pemilih
from akuntabel.siklus.kepemiluan.models import DaftarPemilih, Pemilihan
from akuntabel.siklus.kepemiluan.periksa_pemilih import (
    Sel,
    build_ejaan,
    check_bersama,
    check_sel,
    find_tumpang_tindih,
    match_ejaan,
    sel_dari,
    show_sel,
)
from akuntabel.siklus.kepemiluan.permissions import require_pencatat
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.pohon import lock_satker
from akuntabel.siklus.perencanaan.isian import rapikan

_CONTOH_TERBANYAK = 20  # cells that the trail names one by one; the rows themselves keep all of them


@dataclass(frozen=True, slots=True)
class RencanaTulis:
    """What writing counts would do. lama: the counts that change, by cell; ditarik: cells that make way.

    salah: everything that stands against it. ujung: the last row of every cell there is.
    """

    baru: tuple[SelPemilih, ...]
    lama: Mapping[Sel, SelPemilih]
    ditarik: Mapping[Sel, SelPemilih]
    jumlah_sama: int
    salah: tuple[str, ...]
    ujung: Mapping[Sel, DaftarPemilih]


@transaction.atomic
def write_daftar_pemilih(
    satker: Satker,
    pemilihan: Pemilihan,
    daftar: Sequence[SelPemilih],
    *,
    sumber: str,
    by: Pengguna | None,
    alasan: str = "",
    is_gantikan: bool = False,
) -> list[DaftarPemilih]:
    """Add counts, all or nothing; those that say the same as before are passed over. Returns the rows that are new.

    alasan: why figures that are there change. is_gantikan: counts of a whole make way for those of its parts, and the
    other way round. Raises PermissionDenied, ValidationError with every cell that cannot be.
    """
    require_pencatat(by, satker, "daftar_pemilih.write")
    lock_satker(satker)
    rencana = check_daftar_pemilih(satker, pemilihan, daftar, is_gantikan=is_gantikan)
    salah = [*rencana.salah, *_check_keterangan(rencana, sumber, alasan)]
    if salah:
        raise ValidationError(salah)
    ditarik = [_penarikan(rencana.ujung[sel], sumber, alasan, by) for sel in rencana.ditarik]
    tulis = [
        _baris(satker, pemilihan, isi, rencana.ujung.get(sel_dari(isi)), sumber, alasan, by) for isi in rencana.baru
    ]
    hasil = DaftarPemilih.objects.bulk_create([*ditarik, *tulis], batch_size=500)
    if hasil:
        _record(pemilihan, satker, hasil, rencana.baru, by=by, alasan=alasan, sumber=sumber)
    return hasil[len(ditarik) :]


def check_daftar_pemilih(
    satker: Satker, pemilihan: Pemilihan, daftar: Sequence[SelPemilih], *, is_gantikan: bool = False
) -> RencanaTulis:
    """What writing these counts would do, and what stands against it; writes nothing."""
    # What was withdrawn is no count any more, but a new one of its cell comes after it.
    ujung = {sel_dari(isi): baris for baris, isi in _read_ujung(satker, pemilihan)}
    terkini = {sel: build_sel(baris) for sel, baris in ujung.items() if not baris.is_ditarik}
    ada = list(terkini.values())
    ejaan = build_ejaan(ada)
    bersih = [match_ejaan(isi, ejaan) for isi in daftar]
    salah = list(check_sel(bersih))
    baru = [isi for isi in bersih if not _is_sama(isi, terkini.get(sel_dari(isi)))]
    bentrok = find_tumpang_tindih(baru, ada)
    if not is_gantikan:
        salah += [f"{nama}: beririsan dengan {show_sel(lama)} yang sudah tercatat." for lama, nama in bentrok.values()]
    if not salah:
        hilang = {sel_dari(isi) for isi in baru} | set(bentrok)
        salah = list(check_bersama([*(isi for sel, isi in terkini.items() if sel not in hilang), *baru]))
    return RencanaTulis(
        baru=tuple(baru),
        lama={sel: terkini[sel] for sel in map(sel_dari, baru) if sel in terkini},
        ditarik={sel: lama for sel, (lama, _) in bentrok.items()},
        jumlah_sama=len(bersih) - len(baru),
        salah=tuple(dict.fromkeys(salah)),
        ujung=ujung,
    )


@transaction.atomic
def withdraw_daftar_pemilih(
    satker: Satker, pemilihan: Pemilihan, daftar: Iterable[DaftarPemilih], *, by: Pengguna, alasan: str
) -> int:
    """Take counts back that should not be there; the rows stay, and what takes their place says so.

    Raises PermissionDenied, ValidationError.
    """
    require_pencatat(by, satker, "daftar_pemilih.withdraw")
    if not rapikan(alasan):
        raise ValidationError("Tulis alasan angka ini ditarik.")
    lock_satker(satker)
    dipilih = {b.pk for b in daftar}
    kini = [b for b, _ in _read_ujung(satker, pemilihan) if b.pk in dipilih and not b.is_ditarik]
    if len(kini) < len(dipilih):
        raise ValidationError("Sebagian angka itu sudah diganti orang lain. Muat ulang halaman ini.")
    hasil = DaftarPemilih.objects.bulk_create([_penarikan(b, b.sumber, alasan, by) for b in kini])
    if hasil:
        _record(pemilihan, satker, hasil, (), by=by, alasan=alasan, sumber="")
    return len(hasil)


def build_sel(baris: DaftarPemilih) -> SelPemilih:
    """A row as the core knows it."""
    return SelPemilih(
        KategoriPemilih(baris.kategori),
        JenisKelamin(baris.jenis_kelamin),
        baris.pemilih,
        baris.pengguna,
        Disabilitas(baris.disabilitas),
        baris.kecamatan,
        baris.kelurahan,
    )


def _read_ujung(satker: Satker, pemilihan: Pemilihan) -> list[tuple[DaftarPemilih, SelPemilih]]:
    return [(baris, build_sel(baris)) for baris in daftar_pemilih(satker, pemilihan).ujung()]


def _is_sama(isi: SelPemilih, semula: SelPemilih | None) -> bool:
    return semula is not None and (isi.pemilih, isi.pengguna) == (semula.pemilih, semula.pengguna)


def _check_keterangan(rencana: RencanaTulis, sumber: str, alasan: str) -> list[str]:
    salah = []
    if rencana.baru and not rapikan(sumber):
        salah.append("Tulis dokumen asal angka ini, misalnya berita acara rekapitulasi.")
    berubah = [*rencana.lama.values(), *rencana.ditarik.values()]
    if berubah and not rapikan(alasan):
        salah.append(f"Angka yang sudah tercatat berubah ({show_sel(berubah[0])}); tulis alasannya.")
    return salah


def _baris(
    satker: Satker,
    pemilihan: Pemilihan,
    isi: SelPemilih,
    semula: DaftarPemilih | None,
    sumber: str,
    alasan: str,
    by: Pengguna | None,
) -> DaftarPemilih:
    return DaftarPemilih(
        satker=satker,
        pemilihan=pemilihan,
        kategori=isi.kategori.value,
        jenis_kelamin=isi.jenis_kelamin.value,
        disabilitas=isi.disabilitas.value,
        kecamatan=isi.kecamatan,
        kelurahan=isi.kelurahan,
        pemilih=isi.pemilih,
        pengguna=isi.pengguna,
        sumber=rapikan(sumber),
        menggantikan=semula,
        alasan_perubahan=rapikan(alasan) if semula else "",
        pencatat=by,
    )


def _penarikan(baris: DaftarPemilih, sumber: str, alasan: str, by: Pengguna | None) -> DaftarPemilih:
    """What says that a cell holds no longer."""
    return DaftarPemilih(
        satker_id=baris.satker_id,
        pemilihan_id=baris.pemilihan_id,
        kategori=baris.kategori,
        jenis_kelamin=baris.jenis_kelamin,
        disabilitas=baris.disabilitas,
        kecamatan=baris.kecamatan,
        kelurahan=baris.kelurahan,
        sumber=rapikan(sumber),
        is_ditarik=True,
        menggantikan=baris,
        alasan_perubahan=rapikan(alasan),
        pencatat=by,
    )


def _record(
    pemilihan: Pemilihan,
    satker: Satker,
    hasil: Sequence[DaftarPemilih],
    baru: Sequence[SelPemilih],
    *,
    by: Pengguna | None,
    alasan: str,
    sumber: str,
) -> None:
    angka = {show_sel(i): [i.pemilih, i.pengguna] for i in baru[:_CONTOH_TERBANYAK]}
    isi = {"satker": satker.kode, "jumlah_baris": len(hasil), "sumber": sumber, "angka": angka}
    record_audit(by, "daftar_pemilih.write", pemilihan, baru=isi, alasan=rapikan(alasan))
