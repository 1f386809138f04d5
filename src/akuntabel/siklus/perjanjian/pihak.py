"""The parties of an agreement: whose post it is, who stands above, for which entity they sign."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError

from akuntabel.siklus.organisasi.jabatan import BERSAMA
from akuntabel.siklus.organisasi.models import EntitasPelapor, KeputusanPleno, Pejabat, Satker

URUTAN_SIFAT = (Pejabat.Sifat.TETAP.value, Pejabat.Sifat.PLT.value, Pejabat.Sifat.PLH.value)


def find_entitas(satker: Satker, pihak_pertama: Pejabat) -> EntitasPelapor:
    """The entity that the first party answers for, else the first of the office. Raises ValidationError."""
    daftar = list(EntitasPelapor.objects.filter(satker=satker).order_by("pk"))
    if not daftar:
        raise ValidationError(f"{satker} belum mempunyai entitas pelapor. Tambahkan dahulu pada data satker.")
    return next((e for e in daftar if e.peran_pimpinan == pihak_pertama.peran), daftar[0])


def require_pihak(satker: Satker, pihak_pertama: Pejabat, pihak_kedua: Pejabat) -> None:
    """The first party is of the office, the second of it or of an office above. Raises ValidationError with all."""
    salah = []
    if pihak_pertama.satker_id != satker.pk:
        salah.append(f"Pihak pertama {pihak_pertama} bukan pejabat {satker}.")
    if not satker.path.startswith(pihak_kedua.satker.path):
        salah.append(f"Pihak kedua {pihak_kedua} bukan pejabat {satker} atau satker di atasnya.")
    if pihak_pertama.pk == pihak_kedua.pk:
        salah.append("Pihak pertama dan pihak kedua adalah pejabat yang sama; pihak kedua adalah atasannya.")
    if salah:
        raise ValidationError(salah)


def require_entitas(satker: Satker, entitas: EntitasPelapor) -> None:
    """The entity is one of the office itself. Raises ValidationError."""
    if entitas.satker_id != satker.pk:
        raise ValidationError(f"{entitas} bukan entitas pelapor {satker}.")


def require_keputusan(satker: Satker, keputusan: KeputusanPleno | None) -> None:
    """A decision is one of the office itself. Raises ValidationError."""
    if keputusan is not None and keputusan.berita_acara.satker_id != satker.pk:
        raise ValidationError(f"{keputusan.berita_acara} bukan berita acara {satker}.")


def is_orang_sama(pihak_pertama: Pejabat, pihak_kedua: Pejabat) -> bool:
    """Whether one person stands on both sides, in one post or in two: by NIP, else by name."""
    if pihak_pertama.nip and pihak_kedua.nip:
        return pihak_pertama.nip == pihak_kedua.nip
    nama = " ".join(pihak_pertama.nama.casefold().split())
    return bool(nama) and nama == " ".join(pihak_kedua.nama.casefold().split())


def find_pengganti(pejabat: Pejabat, daftar_pejabat: Iterable[Pejabat], pada: date) -> Pejabat | None:
    """Who of those took over the post and acts in it on that day: a Plh. before a Plt. before the permanent one.

    A post that several people hold side by side (anggota) has no successor that one could name.
    """
    if pejabat.peran in BERSAMA:
        return None
    lain = [
        p
        for p in daftar_pejabat
        if (p.satker_id, p.jabatan) == (pejabat.satker_id, pejabat.jabatan)
        and p.pk != pejabat.pk
        and p.is_berlaku(pada)
        and _mulai(p) > _mulai(pejabat)
    ]
    return max(lain, key=lambda p: (URUTAN_SIFAT.index(p.sifat), _mulai(p), p.pk), default=None)


def _mulai(pejabat: Pejabat) -> date:
    return pejabat.mulai or date.min
