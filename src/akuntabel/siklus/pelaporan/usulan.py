"""Draft sentences into the empty texts of a report: drafts, and no part of it, until a human accepts them."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.core.compose.usulan import draft_narasi, draft_semua_narasi
from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.pelaporan.actions_blok import compute_hasil_laporan, revise_blok
from akuntabel.siklus.pelaporan.models import BlokLaporan, LaporanKinerja
from akuntabel.siklus.pelaporan.permissions import PERAN_PENULIS

ASAL = "usulan dari fakta"


@transaction.atomic
def draft_usulan(laporan: LaporanKinerja, *, by: Pengguna, nama: str | None = None) -> list[str]:
    """Fill empty texts with drafts, and bring drafts that nobody accepted up to date; which ones. nama: only that one.

    What a human wrote or accepted is never touched. Raises PermissionDenied, ValidationError.
    """
    require_peran(by, laporan.satker, PERAN_PENULIS, "laporan.usulan")
    if not laporan.is_tahunan:
        raise ValidationError("Usulan kalimat hanya untuk laporan tahunan; angka laporan triwulan ada di tabel.")
    hasil = compute_hasil_laporan(laporan)
    ada = {b.nama: b for b in laporan.daftar_blok.all()}
    daftar = {n: isi for n, isi in _daftar_usulan(hasil, nama).items() if _is_boleh(ada.get(n), isi)}
    if nama is not None and not daftar:
        raise ValidationError(_alasan(ada.get(nama)))
    for n, isi in daftar.items():
        versi = ada[n].versi if n in ada else 0
        revise_blok(laporan, n, isi=isi, versi=versi, by=by, is_usulan=True, asal=ASAL, hasil=hasil)
    return list(daftar)


def _daftar_usulan(hasil: HasilTahun, nama: str | None) -> Mapping[str, str]:
    if nama is None:
        return draft_semua_narasi(hasil)
    isi = draft_narasi(hasil, nama)
    return {nama: isi} if isi else {}


def _is_boleh(blok: BlokLaporan | None, isi: str) -> bool:
    """Nothing is there, or only a draft that says something else by now."""
    return blok is None or not blok.isi or (blok.is_usulan and blok.isi.strip() != isi.strip())


def _alasan(blok: BlokLaporan | None) -> str:
    if blok is None or not blok.isi:
        return "Fakta belum cukup untuk menyusun usulan kalimat teks ini. Tulislah sendiri."
    if blok.is_usulan:
        return "Usulan teks ini sudah sesuai dengan fakta sekarang."
    return "Teks ini sudah ditulis orang; usulan tidak menggantikannya."
