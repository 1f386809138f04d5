"""Say something to people, in the transaction of the act that is the reason for it."""

from collections.abc import Iterable

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.notifikasi.models import Notifikasi


def notify(
    daftar_pengguna: Iterable[Pengguna], *, jenis: str, teks: str, alamat: str, kunci: str, is_sekali: bool = False
) -> None:
    """Tell these people; who has not read the same (``kunci``) yet is not told twice, a closed account nothing.

    jenis: what kind of event, as "perjanjian.submit"; alamat: the page of this site to act on. is_sekali: nor who has
    read it. Raises ValueError for an address elsewhere.
    """
    if not alamat.startswith("/") or alamat.startswith("//"):
        raise ValueError(f"not an address of this site: {alamat}")
    isi = {"jenis": jenis, "teks": _singkat(teks), "alamat": alamat, "kunci": kunci}
    aktif = {p.pk: p for p in daftar_pengguna if p.is_active}
    if is_sekali:
        for pk in Notifikasi.objects.filter(kunci=kunci, pengguna__in=aktif).values_list("pengguna", flat=True):
            aktif.pop(pk, None)
    Notifikasi.objects.bulk_create((Notifikasi(pengguna=p, **isi) for p in aktif.values()), ignore_conflicts=True)


def withdraw_notifikasi(*daftar_kunci: str) -> None:
    """It is done: who has not read it is not called to it any longer."""
    Notifikasi.objects.filter(kunci__in=daftar_kunci, dibaca_pada=None).delete()


def _singkat(teks: str) -> str:
    batas = Notifikasi.PANJANG_TEKS
    return teks if len(teks) <= batas else teks[: batas - 1].rstrip() + "…"
