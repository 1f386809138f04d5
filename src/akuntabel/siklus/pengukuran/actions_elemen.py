"""Elements and their parts: written by hand, or drafted from the formulas of the indicators."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.calc.konsolidasi import Konsolidasi
from akuntabel.core.calc.rumus import parse_rumus, split_rasio
from akuntabel.core.fakta.perencanaan import SumberRealisasi
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.organisasi.models import Pejabat, Satker, Unit
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.organisasi.ubah import change_berversi, show_isi
from akuntabel.siklus.pengukuran.bagian import Bagian, daftar_bagian_rumus, write_bagian
from akuntabel.siklus.pengukuran.berlaku import daftar_elemen_berlaku
from akuntabel.siklus.pengukuran.hitung import daftar_nama_rumus
from akuntabel.siklus.pengukuran.models import (
    NAMA_TERHITUNG,
    AsalElemen,
    BentukElemen,
    Elemen,
    Fakta,
)
from akuntabel.siklus.pengukuran.permissions import PERAN_PER_TINDAKAN
from akuntabel.siklus.pengukuran.target import read_daftar_target
from akuntabel.siklus.perencanaan.models import Indikator

__all__ = [
    "Bagian",
    "IsiElemen",
    "draft_elemen",
    "draft_elemen_rumus",
    "revise_elemen",
    "set_bagian",
    "withdraw_elemen",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiElemen:
    """An element as somebody writes it."""

    kode: str
    nama: str
    satuan: str
    konsolidasi: Konsolidasi = Konsolidasi.TERAKHIR
    keterangan: str = ""
    bentuk: BentukElemen = BentukElemen.ANGKA
    asal: AsalElemen = AsalElemen.INTERNAL
    unit: Unit | None = None
    pejabat: Pejabat | None = None


@transaction.atomic
def draft_elemen(
    satker: Satker, tahun: int, isi: IsiElemen, *, by: Pengguna | None, daftar_bagian: Sequence[Bagian] = ()
) -> Elemen:
    """Name a thing that is counted, for the office and those below it. Raises PermissionDenied, ValidationError.

    An element that an office above has named, and that has facts here already, is not named anew: they would count
    for another thing.
    """
    _require(by, satker, "elemen.draft")
    _require_milik(satker, isi)
    if Fakta.objects.filter(satker=satker, tahun=tahun, elemen__kode=isi.kode).exclude(elemen__satker=satker).exists():
        raise ValidationError(
            {"kode": f"Elemen {isi.kode} dari satker di atas sudah mempunyai fakta; pakai kode lain."}
        )
    urut = Elemen.objects.filter(satker=satker, tahun=tahun).count() + 1
    elemen = Elemen(satker=satker, tahun=tahun, urut=urut, **_kolom(isi))
    elemen.full_clean()
    elemen.save()
    write_bagian(elemen, daftar_bagian)
    record_audit(by, "elemen.draft", elemen, baru=_rekam(elemen, isi, daftar_bagian))
    return elemen


@transaction.atomic
def revise_elemen(elemen: Elemen, isi: IsiElemen, *, versi: int | None, by: Pengguna | None) -> None:
    """Change an element where it is what the person saw. Once it has facts, what they mean stays.

    Raises PermissionDenied, ValidationError, SudahBerubahError.
    """
    _require(by, elemen.satker, "elemen.revise")
    _require_milik(elemen.satker, isi)
    tetap = ("kode", "satuan", "konsolidasi", "bentuk")
    berubah = [n for n in tetap if getattr(elemen, n) != getattr(isi, n)]
    if berubah and Fakta.objects.filter(elemen=elemen).exists():
        pesan = "Elemen ini sudah mempunyai fakta, jadi artinya tetap. Susun elemen lain dengan kode baru."
        raise ValidationError(dict.fromkeys(berubah, pesan))
    change_berversi(elemen, _kolom(isi), versi=versi, by=by, tindakan="elemen.revise")


@transaction.atomic
def set_bagian(elemen: Elemen, daftar: Sequence[Bagian], *, by: Pengguna | None) -> None:
    """Which parts the grid asks for; what has facts already stays. Raises PermissionDenied, ValidationError."""
    _require(by, elemen.satker, "elemen.revise")
    terkunci = Elemen.objects.select_for_update().select_related("satker").get(pk=elemen.pk)
    diminta = {(b.jenis_kelamin, b.rincian) for b in daftar} or {("", "")}
    terisi = set(Fakta.objects.terkini().filter(elemen=terkunci).values_list("jenis_kelamin", "rincian"))
    if hilang := sorted(terisi - diminta):
        nama = ", ".join(" ".join(b for b in h if b) or "keseluruhan" for h in hilang)
        raise ValidationError(f"Sudah ada fakta untuk {nama}; bagian itu tetap diminta, atau tarik faktanya dahulu.")
    lama = [str(r) for r in terkunci.daftar_rincian.all()]
    terkunci.daftar_rincian.all().delete()
    write_bagian(terkunci, daftar)
    baru = [str(r) for r in terkunci.daftar_rincian.all()]
    if lama != baru:
        record_audit(by, "elemen.revise", terkunci, lama={"bagian": lama}, baru={"bagian": baru})


@transaction.atomic
def withdraw_elemen(elemen: Elemen, *, by: Pengguna) -> None:
    """Take an element out of the year. One with facts stays. Raises PermissionDenied, ValidationError."""
    _require(by, elemen.satker, "elemen.revise")
    terkunci = Elemen.objects.select_for_update().get(pk=elemen.pk)
    if Fakta.objects.filter(elemen=terkunci).exists():
        raise ValidationError(f"{terkunci.kode} sudah mempunyai fakta, jadi tidak dapat dihapus.")
    record_audit(by, "elemen.withdraw", terkunci, lama={"kode": terkunci.kode, "nama": terkunci.nama})
    terkunci.delete()


@transaction.atomic
def draft_elemen_rumus(satker: Satker, tahun: int, *, by: Pengguna | None) -> list[Elemen]:
    """Every element that the formulas of the year name and nobody has named yet, with what the indicators say of it.

    Raises PermissionDenied.
    """
    _require(by, satker, "elemen.draft")
    ada = daftar_elemen_berlaku(satker, tahun)
    daftar = read_daftar_target(satker, tahun).baris
    bagian = daftar_bagian_rumus(nama for b in daftar for nama in daftar_nama_rumus(b.indikator))
    isian: dict[str, IsiElemen] = {}
    for b in daftar:
        for kode in [nama.partition(".")[0] for nama in daftar_nama_rumus(b.indikator)]:
            if kode not in ada and kode not in NAMA_TERHITUNG:
                isian.setdefault(kode, _isi_bawaan(kode, b.indikator, satker))
    return [draft_elemen(satker, tahun, isi, by=by, daftar_bagian=bagian.get(kode, ())) for kode, isi in isian.items()]


def _isi_bawaan(kode: str, indikator: Indikator, satker: Satker) -> IsiElemen:
    """What an indicator says of an element of its formula; a person may say it better later."""
    arah = Arah(indikator.arah)
    bentuk = {Arah.ORDINAL: BentukElemen.PREDIKAT, Arah.TENGGAT: BentukElemen.TANGGAL}.get(arah, BentukElemen.ANGKA)
    is_sendiri = indikator.rumus.strip() == kode
    konsolidasi = Konsolidasi(indikator.konsolidasi)
    is_induk = indikator.sumber_realisasi == SumberRealisasi.INDUK.value
    unit = indikator.pengampu
    return IsiElemen(
        kode=kode,
        nama=indikator.nama if is_sendiri else _nama_bawaan(kode, indikator),
        satuan=indikator.satuan if is_sendiri else "orang" if indikator.satuan == "%" else indikator.satuan,
        konsolidasi=Konsolidasi.TERAKHIR if konsolidasi is Konsolidasi.RUMUS else konsolidasi,
        bentuk=bentuk,
        asal=AsalElemen.INDUK if is_induk else AsalElemen.INTERNAL,
        unit=unit if unit is not None and unit.satker_id == satker.pk else None,
    )


def _nama_bawaan(kode: str, indikator: Indikator) -> str:
    """The words of the manual for a numerator or denominator that is this element alone, else the kode in words."""
    rasio = split_rasio(parse_rumus(indikator.rumus))
    kata = kode.replace("_", " ")
    if rasio is not None and rasio.pembilang.teks == kode and indikator.pembilang:
        kata = indikator.pembilang
    elif rasio is not None and rasio.penyebut.teks == kode and indikator.penyebut:
        kata = indikator.penyebut
    return kata[:1].upper() + kata[1:]


def _require(by: Pengguna | None, satker: Satker, tindakan: str) -> None:
    if by is not None:
        require_peran(by, satker, PERAN_PER_TINDAKAN[tindakan], tindakan)


def _require_milik(satker: Satker, isi: IsiElemen) -> None:
    galat = {
        nama: f"Pilih {nama} {satker}."
        for nama, milik in (("unit", isi.unit), ("pejabat", isi.pejabat))
        if milik is not None and milik.satker_id != satker.pk
    }
    if galat:
        raise ValidationError(galat)


def _kolom(isi: IsiElemen) -> dict[str, object]:
    kolom = {n: getattr(isi, n) for n in IsiElemen.__slots__}
    return kolom | {
        "konsolidasi": Konsolidasi(isi.konsolidasi).value,
        "bentuk": BentukElemen(isi.bentuk).value,
        "asal": AsalElemen(isi.asal).value,
    }


def _rekam(elemen: Elemen, isi: IsiElemen, daftar_bagian: Sequence[Bagian]) -> dict[str, object]:
    bagian = [" ".join(k for k in (b.rincian, b.jenis_kelamin) if k) for b in daftar_bagian]
    return {nama: show_isi(elemen, nama) for nama in _kolom(isi)} | ({"bagian": bagian} if bagian else {})
