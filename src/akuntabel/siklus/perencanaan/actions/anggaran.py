"""Codes of the budget by year, and the budget of an office, to which lines are only added."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.core.fakta.anggaran import KodeAnggaran
from akuntabel.core.fakta.perencanaan import SasaranAnggaran as IsiSasaranAnggaran
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.perencanaan.berlaku import daftar_kode_berlaku
from akuntabel.siklus.perencanaan.isian import rapikan
from akuntabel.siklus.perencanaan.models import KodeReferensi, Pagu, Sasaran, SasaranAnggaran
from akuntabel.siklus.perencanaan.permissions import require_penyusun


@dataclass(frozen=True, slots=True)
class IsianPagu:
    """One line of the budget, whole rupiah."""

    kode: str
    sumber_dana: str
    pagu: int


@transaction.atomic
def import_kode(satker: Satker, tahun: int, daftar: Sequence[KodeAnggaran], *, by: Pengguna | None) -> int:
    """Take over the catalogue of a year for the office and all below it, all or nothing; how many codes changed.

    A code that is there takes the new name, and the trail keeps the old one. Codes not in the list stay. Raises
    PermissionDenied, ValidationError with every row.
    """
    require_penyusun(by, satker, "kode.import")
    ada = {k.kode: k for k in KodeReferensi.objects.select_for_update().filter(satker=satker, tahun=tahun)}
    _check_kode(daftar, set(ada))
    lama: dict[str, object] = {}
    baru: dict[str, object] = {}
    for urut, isi in enumerate(daftar):
        baris = ada.get(isi.kode) or KodeReferensi(satker=satker, tahun=tahun, kode=isi.kode, urut=urut)
        nilai = {
            "tingkat": isi.tingkat.value,
            "uraian": isi.uraian,
            "induk": isi.induk or "",
            "satuan": isi.satuan or "",
            "sumber": isi.sumber,
        }
        berbeda = {n: v for n, v in nilai.items() if getattr(baris, n) != v}
        if not berbeda:
            continue
        if baris.pk:
            lama[isi.kode] = {n: getattr(baris, n) for n in berbeda}
        baru[isi.kode] = berbeda
        for nama, v in berbeda.items():
            setattr(baris, nama, v)
        baris.save()
    if baru:
        record_audit(by, "kode.import", satker, lama=lama, baru=baru, alasan=f"katalog tahun {tahun}")
    return len(baru)


@transaction.atomic
def write_pagu(
    satker: Satker,
    tahun: int,
    daftar: Sequence[IsianPagu],
    *,
    sejak: date,
    sumber: str,
    by: Pengguna | None,
    is_berkatalog: bool = True,
) -> list[Pagu]:
    """Add lines that hold from a day on; those before them stay as they were. All or nothing.

    is_berkatalog False: codes without a catalogue are taken too (an import). Raises PermissionDenied, ValidationError.
    """
    require_penyusun(by, satker, "pagu.write")
    dikenal = daftar_kode_berlaku(satker, tahun)
    salah = list(_masalah_pagu(daftar, dikenal if is_berkatalog else {}))
    if not rapikan(sumber):
        salah.append("Tulis dokumen asal pagu, misalnya DIPA revisi ke-3.")
    if salah:
        raise ValidationError(salah)
    baris = Pagu.objects.bulk_create(
        Pagu(
            satker=satker,
            tahun=tahun,
            kode=i.kode,
            sumber_dana=i.sumber_dana,
            pagu=i.pagu,
            sejak=sejak,
            sumber=rapikan(sumber),
            pencatat=by,
        )
        for i in daftar
    )
    isi_baru = {f"{i.kode} {i.sumber_dana}": i.pagu for i in daftar}
    record_audit(by, "pagu.write", satker, baru={"tahun": tahun, "sejak": sejak.isoformat(), "pagu": isi_baru})
    return baris


@transaction.atomic
def write_sasaran_anggaran(
    satker: Satker,
    tahun: int,
    daftar: Sequence[IsiSasaranAnggaran],
    *,
    sasaran: "dict[str, Sasaran]",
    by: Pengguna | None,
) -> None:
    """Say anew which lines serve which sasaran in a year; sasaran: by code. The trail keeps what was said before."""
    require_penyusun(by, satker, "sasaran_anggaran.write")
    asing = sorted({i.sasaran for i in daftar} - set(sasaran))
    if asing:
        raise ValidationError(f"Sasaran {', '.join(asing)} tidak ada dalam Renstra yang berlaku.")
    semula = SasaranAnggaran.objects.filter(satker=satker, tahun=tahun).select_related("sasaran")
    lama = [f"{s.sasaran.kode} ← {s.kode} {s.sumber_dana} {s.hubungan}".strip() for s in semula]
    semula.delete()
    SasaranAnggaran.objects.bulk_create(
        SasaranAnggaran(
            satker=satker,
            tahun=tahun,
            sasaran=sasaran[i.sasaran],
            kode=i.kode,
            hubungan=i.hubungan.value,
            sumber_dana=i.sumber_dana or "",
            alasan=i.alasan,
            urut=urut,
        )
        for urut, i in enumerate(daftar)
    )
    baru = [f"{i.sasaran} ← {i.kode} {i.sumber_dana or ''} {i.hubungan.value}" for i in daftar]
    record_audit(by, "sasaran_anggaran.write", satker, lama={"baris": lama}, baru={"tahun": tahun, "baris": baru})


def _masalah_pagu(daftar: Sequence[IsianPagu], dikenal: Mapping[str, KodeReferensi]) -> Iterator[str]:
    """dikenal empty: no catalogue to hold the codes against."""
    pertama: dict[tuple[str, str], int] = {}
    for nomor, isi in enumerate(daftar, 1):
        if isi.pagu < 0:
            yield f"Baris {nomor}: tertulis {isi.pagu}, diharapkan rupiah bulat, paling sedikit 0."
        if not isi.kode or not isi.sumber_dana:
            yield f"Baris {nomor}: kode dan sumber dana wajib diisi."
        elif dikenal and isi.kode not in dikenal:
            yield f"Baris {nomor}: kode {isi.kode} tidak ada dalam katalog kode. Betulkan, atau lengkapi katalognya."
        if (semula := pertama.setdefault((isi.kode, isi.sumber_dana), nomor)) != nomor:
            yield f"Baris {nomor}: kode {isi.kode} sumber dana {isi.sumber_dana} sudah ada di baris {semula}."


def _check_kode(daftar: Sequence[KodeAnggaran], ada: set[str]) -> None:
    """Raises ValidationError with every row that cannot be."""
    salah: list[str] = []
    pertama: dict[str, int] = {}
    for nomor, isi in enumerate(daftar, 1):
        if isi.kode in pertama:
            salah.append(f"Baris {nomor} kode {isi.kode}: sudah ada di baris {pertama[isi.kode]}.")
        pertama.setdefault(isi.kode, nomor)
    induk = {i.kode: i.induk for i in daftar}
    for nomor, isi in enumerate(daftar, 1):
        if isi.induk is not None and isi.induk not in pertama and isi.induk not in ada:
            salah.append(f"Baris {nomor} kode {isi.kode}: induk {isi.induk} tidak ada dalam katalog.")
        elif _is_berputar(isi.kode, induk):
            salah.append(f"Baris {nomor} kode {isi.kode}: induknya berputar kembali ke kode ini.")
    if salah:
        raise ValidationError(salah)


def _is_berputar(kode: str, induk: "dict[str, str | None]") -> bool:
    dilalui = {kode}
    atas = induk.get(kode)
    while atas is not None and atas not in dilalui:
        dilalui.add(atas)
        atas = induk.get(atas)
    return atas == kode
