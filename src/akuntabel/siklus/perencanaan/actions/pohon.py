"""The pohon kinerja of an office: drawn up from its plan once, then edited condition by condition."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.organisasi.models import Satker, Unit
from akuntabel.siklus.perencanaan.actions.butir import next_urut
from akuntabel.siklus.perencanaan.isian import POLA_KODE, rapikan
from akuntabel.siklus.perencanaan.models import (
    HubunganKinerja,
    Indikator,
    JenisHubungan,
    KondisiKinerja,
    Renstra,
    Sasaran,
    TingkatKondisi,
)
from akuntabel.siklus.perencanaan.permissions import require_penyusun
from akuntabel.siklus.perencanaan.pohon import find_siklus
from akuntabel.siklus.perencanaan.sunting import Jejak, write_baris


@dataclass(frozen=True, slots=True)
class IsiKondisi:
    """A condition as typed."""

    kode: str
    tingkat: str
    nama: str
    sasaran: Sasaran | None = None
    indikator: Indikator | None = None
    unit: Unit | None = None


@transaction.atomic
def draft_pohon(
    satker: Satker, renstra: Renstra, daftar_indikator: Iterable[Indikator], *, by: Pengguna | None
) -> list[KondisiKinerja]:
    """The first tree of an office: tujuan, the sasaran under them, and the indicators given, as conditions.

    Raises PermissionDenied, and ValidationError where there is a tree already.
    """
    require_penyusun(by, satker, "pohon.draft")
    if KondisiKinerja.objects.filter(satker=satker, renstra=renstra).exists():
        raise ValidationError(f"Pohon kinerja {satker} untuk {renstra} sudah ada; ubah kondisinya satu per satu.")
    kondisi: dict[str, KondisiKinerja] = {}
    pasangan: list[tuple[str, str]] = []
    for i in daftar_indikator:
        s = i.sasaran
        kode_s, kode_i = f"S{s.kode}", f"I{i.kode}"
        if s.tujuan is not None:
            kode_t = f"T{s.tujuan.kode}"
            _tambah(kondisi, kode_t, TingkatKondisi.HASIL_AKHIR, s.tujuan.nama)
            pasangan.append((kode_t, kode_s))
        _tambah(kondisi, kode_s, TingkatKondisi.HASIL_ANTARA, s.nama, sasaran=s)
        unit = i.pengampu if i.pengampu and i.pengampu.satker_id == satker.pk else None
        _tambah(kondisi, kode_i, TingkatKondisi.HASIL_LANGSUNG, i.nama, sasaran=s, indikator=i, unit=unit)
        pasangan.append((kode_s, kode_i))
    if not kondisi:
        raise ValidationError("Renstra belum memuat indikator, jadi pohon kinerja belum dapat disusun.")
    for urut, k in enumerate(kondisi.values()):
        k.satker, k.renstra, k.urut = satker, renstra, urut
    baris = KondisiKinerja.objects.bulk_create(kondisi.values())
    HubunganKinerja.objects.bulk_create(
        HubunganKinerja(atas=kondisi[a], bawah=kondisi[b]) for a, b in dict.fromkeys(pasangan)
    )
    record_audit(by, "pohon.draft", renstra, baru={"satker": satker.kode, "kondisi": [k.kode for k in baris]})
    return baris


@transaction.atomic
def draft_kondisi(
    satker: Satker,
    renstra: Renstra,
    isi: IsiKondisi,
    *,
    atas: KondisiKinerja | None = None,
    by: Pengguna | None,
) -> KondisiKinerja:
    """Add a condition, under another where that is named. Raises PermissionDenied, ValidationError by field."""
    require_penyusun(by, satker, "kondisi.draft")
    _check_isi(satker, renstra, isi)
    urut = next_urut(renstra.daftar_kondisi)
    kondisi = KondisiKinerja(satker=satker, renstra=renstra, urut=urut, **_kolom(isi))
    kondisi.full_clean()
    kondisi.save()
    record_audit(by, "kondisi.draft", kondisi, baru={"kode": kondisi.kode, "nama": kondisi.nama})
    if atas is not None:
        draft_hubungan(atas, kondisi, by=by)
    return kondisi


def write_kondisi(kondisi: KondisiKinerja, isi: IsiKondisi, *, dilihat: int, by: Pengguna | None) -> KondisiKinerja:
    """Change a condition. Raises PermissionDenied, ValidationError by field, SudahBerubahError."""
    require_penyusun(by, kondisi.satker, "kondisi.write")
    _check_isi(kondisi.satker, kondisi.renstra, isi)
    jejak = Jejak("kondisi.write", f"Kondisi {kondisi.kode}")
    return write_baris(kondisi, _kolom(isi), dilihat=dilihat, by=by, jejak=jejak)


@transaction.atomic
def withdraw_kondisi(kondisi: KondisiKinerja, *, by: Pengguna) -> None:
    """Take a condition and its lines out of the tree; what stood below it stays."""
    require_penyusun(by, kondisi.satker, "kondisi.withdraw")
    record_audit(by, "kondisi.withdraw", kondisi, lama={"kode": kondisi.kode, "nama": kondisi.nama})
    kondisi.delete()


@transaction.atomic
def draft_hubungan(
    atas: KondisiKinerja,
    bawah: KondisiKinerja,
    *,
    by: Pengguna | None,
    jenis: JenisHubungan = JenisHubungan.SEBAB,
    mitra: str = "",
    peran_mitra: str = "",
) -> HubunganKinerja:
    """Say that one condition brings another about; crosscutting: together with a partner.

    Raises PermissionDenied, ValidationError: nothing may bring itself about, not even by a long way.
    """
    require_penyusun(by, atas.satker, "hubungan.draft")
    # Locked, so that two lines drawn at once cannot close a circle between them.
    semua = list(KondisiKinerja.objects.select_for_update().filter(satker=atas.satker, renstra=atas.renstra))
    if bawah.pk not in {k.pk for k in semua}:
        raise ValidationError(f"{bawah} bukan kondisi dalam pohon kinerja yang sama.")
    ada = list(HubunganKinerja.objects.filter(atas__in=semua).values_list("atas_id", "bawah_id"))
    if (atas.pk, bawah.pk) in ada:
        raise ValidationError(f"Kondisi {bawah.kode} sudah berada di bawah kondisi {atas.kode}.")
    if siklus := find_siklus([*ada, (atas.pk, bawah.pk)]):
        kode = {k.pk: k.kode for k in semua}
        putaran = " → ".join(kode[s] for s in siklus)
        raise ValidationError(f"Hubungan ini membuat pohon berputar: {putaran}. Lepas salah satu hubungannya dahulu.")
    if jenis == JenisHubungan.CROSSCUTTING and not rapikan(mitra):
        raise ValidationError({"mitra": "Tulis unit atau instansi mitra dari hubungan crosscutting."})
    hubungan = HubunganKinerja(
        atas=atas, bawah=bawah, jenis=jenis, mitra=rapikan(mitra), peran_mitra=rapikan(peran_mitra)
    )
    hubungan.full_clean()
    hubungan.save()
    isi = {"atas": atas.kode, "bawah": bawah.kode, "jenis": str(jenis), "mitra": hubungan.mitra}
    record_audit(by, "hubungan.draft", hubungan, baru=isi)
    return hubungan


@transaction.atomic
def withdraw_hubungan(hubungan: HubunganKinerja, *, by: Pengguna) -> None:
    """Take a line out of the tree; both conditions stay."""
    require_penyusun(by, hubungan.atas.satker, "hubungan.withdraw")
    lama = {"atas": hubungan.atas.kode, "bawah": hubungan.bawah.kode, "jenis": hubungan.jenis, "mitra": hubungan.mitra}
    record_audit(by, "hubungan.withdraw", hubungan, lama=lama)
    hubungan.delete()


def _tambah(
    kondisi: dict[str, KondisiKinerja],
    kode: str,
    tingkat: TingkatKondisi,
    nama: str,
    *,
    sasaran: Sasaran | None = None,
    indikator: Indikator | None = None,
    unit: Unit | None = None,
) -> None:
    baru = KondisiKinerja(kode=kode[:40], tingkat=tingkat, nama=nama, sasaran=sasaran, indikator=indikator, unit=unit)
    kondisi.setdefault(kode, baru)


def _kolom(isi: IsiKondisi) -> dict[str, object]:
    return {
        "kode": rapikan(isi.kode),
        "tingkat": isi.tingkat,
        "nama": rapikan(isi.nama),
        "sasaran": isi.sasaran,
        "indikator": isi.indikator,
        "unit": isi.unit,
    }


def _check_isi(satker: Satker, renstra: Renstra, isi: IsiKondisi) -> None:
    salah: dict[str, str] = {}
    if not POLA_KODE.fullmatch(rapikan(isi.kode)):
        salah["kode"] = f"Tertulis “{isi.kode}”, diharapkan kode tanpa spasi, misalnya K1.2."
    if isi.sasaran is not None and isi.sasaran.renstra_id != renstra.pk:
        salah["sasaran"] = f"Sasaran {isi.sasaran.kode} bukan sasaran {renstra}."
    if isi.indikator is not None and isi.indikator.sasaran.renstra_id != renstra.pk:
        salah["indikator"] = f"Indikator {isi.indikator.kode} bukan indikator {renstra}."
    if isi.unit is not None and isi.unit.satker_id != satker.pk:
        salah["unit"] = f"{isi.unit} bukan unit {satker}."
    if salah:
        raise ValidationError(salah)
