"""A measured year as a document states it, into rows: what is there already stays, what differs supersedes it.

A document says what was so; nobody is asked for reasons, and the trail names the document.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models, transaction

from akuntabel.core.fakta import pengukuran as fakta
from akuntabel.core.fakta.konversi import format_sel
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.files.models import Berkas
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.bagian import Bagian, build_bagian, write_bagian
from akuntabel.siklus.pengukuran.bahan import KunciFakta, read_bahan
from akuntabel.siklus.pengukuran.models import (
    AsalElemen,
    BentukElemen,
    Bukti,
    CatatanSumber,
    Elemen,
    Fakta,
    Pembanding,
    RincianElemen,
    Riwayat,
)
from akuntabel.siklus.perencanaan.models import Indikator

_ISI = ("status", "nilai", "predikat", "tanggal", "alasan", "tahun_rujukan", "tanggal_rilis", "sumber")


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiImpor:
    """What a document says of a year. bentuk, asal: of the elements, where they are not ordinary; bagian: the parts
    that its formulas name.

    berkas: the stored files by their names in the document.
    """

    daftar_elemen: Sequence[fakta.Elemen]
    daftar_fakta: Sequence[fakta.Fakta]
    daftar_riwayat: Sequence[fakta.Riwayat]
    daftar_pembanding: Sequence[fakta.Pembanding]
    daftar_bukti: Sequence[fakta.Bukti]
    daftar_catatan: Sequence[fakta.CatatanSumber]
    bentuk: Mapping[str, BentukElemen]
    asal: Mapping[str, AsalElemen]
    bagian: Mapping[str, Sequence[Bagian]]
    berkas: Mapping[str, Berkas]
    indikator: Mapping[str, Indikator]


@transaction.atomic
def import_pengukuran(satker: Satker, tahun: int, isi: IsiImpor, *, sumber: str, by: Pengguna | None) -> None:
    """The year of the document instead of the year that is there. Raises ValidationError with all that cannot be."""
    galat: list[ValidationError] = []
    elemen = _write_elemen(satker, tahun, isi, galat)
    bukti = _write_bukti(satker, tahun, isi, galat)
    if galat:
        raise ValidationError(galat)
    jumlah = _write_fakta(satker, tahun, isi.daftar_fakta, elemen, bukti, sumber=sumber, by=by, galat=galat)
    _replace_rujukan(satker, tahun, isi, galat)
    if galat:
        raise ValidationError(galat)
    _delete_lebih(satker, tahun, isi)
    if jumlah:
        record_audit(by, "fakta.import", satker, baru={"tahun": tahun, "jumlah": jumlah}, alasan=sumber)


def _write_elemen(satker: Satker, tahun: int, isi: IsiImpor, galat: list[ValidationError]) -> dict[str, Elemen]:
    ada = {e.kode: e for e in Elemen.objects.filter(satker=satker, tahun=tahun)}
    berfakta = set(Fakta.objects.filter(elemen__in=ada.values()).values_list("elemen__kode", flat=True))
    asing = set(
        Fakta.objects.filter(satker=satker, tahun=tahun)
        .exclude(elemen__satker=satker)
        .values_list("elemen__kode", flat=True)
    )
    for urut, e in enumerate(isi.daftar_elemen, 1):
        lama = ada.get(e.kode)
        baris = lama or Elemen(satker=satker, tahun=tahun, kode=e.kode)
        kolom = {
            "nama": e.nama,
            "satuan": e.satuan,
            "konsolidasi": e.konsolidasi.value,
            "keterangan": e.keterangan or "",
            "urut": urut,
        }
        if lama is None:
            kolom |= {"bentuk": isi.bentuk.get(e.kode, BentukElemen.ANGKA).value}
            kolom |= {"asal": isi.asal.get(e.kode, AsalElemen.INTERNAL).value}
        beda = [n for n, nilai in kolom.items() if getattr(baris, n) != nilai]
        if e.kode in asing or (e.kode in berfakta and {"satuan", "konsolidasi"} & set(beda)):
            galat.append(ValidationError(f"elemen.csv: {e.kode} sudah mempunyai fakta di aplikasi dengan arti lain."))
            continue
        for nama, nilai in kolom.items():
            setattr(baris, nama, nilai)
        if lama is None or beda:
            _save(baris, f"elemen.csv: {e.kode}", galat)
        ada[e.kode] = baris
    galat.extend(
        ValidationError(f"elemen.csv: {kode} sudah mempunyai fakta di aplikasi, jadi harus disebut.")
        for kode in sorted((ada.keys() & berfakta) - {e.kode for e in isi.daftar_elemen})
    )
    if not galat:
        _write_bagian(ada, isi)
    return ada


def _write_bagian(elemen: Mapping[str, Elemen], isi: IsiImpor) -> None:
    """The grid asks for the parts that the document has; of an element without facts, for those of the formulas."""
    berincian = set(RincianElemen.objects.filter(elemen__in=elemen.values()).values_list("elemen__kode", flat=True))
    per_elemen: dict[str, dict[Bagian, None]] = {}
    for f in isi.daftar_fakta:
        bagian = per_elemen.setdefault(f.elemen, {})
        if f.jenis_kelamin or f.rincian:
            bagian[build_bagian(format_sel(f.jenis_kelamin), f.rincian or "")] = None
    for kode, e in elemen.items():
        if kode not in berincian:
            write_bagian(e, per_elemen.get(kode, isi.bagian.get(kode, ())))


def _write_bukti(satker: Satker, tahun: int, isi: IsiImpor, galat: list[ValidationError]) -> dict[str, Bukti]:
    ada = {b.kode: b for b in Bukti.objects.filter(satker=satker, tahun=tahun)}
    for urut, b in enumerate(isi.daftar_bukti, 1):
        baris = ada.setdefault(b.kode, Bukti(satker=satker, tahun=tahun, kode=b.kode))
        berkas = isi.berkas.get(b.berkas) if b.berkas else None
        if baris.berkas_id is not None and (berkas is None or berkas.pk != baris.berkas_id):
            galat.append(ValidationError(f"bukti.csv: {b.kode} sudah mempunyai berkas lain; beri kode baru."))
            continue
        baris.nama, baris.letak, baris.keterangan, baris.urut = b.nama, b.letak, b.keterangan or "", urut
        if baris.berkas_id is None:
            baris.berkas, baris.nama_berkas = berkas, b.berkas or ""
        _save(baris, f"bukti.csv: {b.kode}", galat)
    return ada


def _write_fakta(
    satker: Satker,
    tahun: int,
    daftar: Sequence[fakta.Fakta],
    elemen: Mapping[str, Elemen],
    bukti: Mapping[str, Bukti],
    *,
    sumber: str,
    by: Pengguna | None,
    galat: list[ValidationError],
) -> int:
    """New links for cells that differ, ends for those that the document does not have. How many."""
    ujung = read_bahan(satker, tahun).ujung
    baru: list[Fakta] = []
    diminta: set[KunciFakta] = set()
    terisi = [k for k, f in ujung.items() if not f.is_ditarik]
    is_urut_sama = [_kunci(f) for f in daftar if _kunci(f) in set(terisi)] == terisi and len(terisi) == len(daftar)
    for urut, f in enumerate(daftar, 1):
        kunci = _kunci(f)
        diminta.add(kunci)
        lama = ujung.get(kunci)
        baris = _build(satker, tahun, f, elemen[f.elemen], bukti.get(f.bukti or ""))
        baris.urut = lama.urut if is_urut_sama and lama is not None else urut
        if lama is not None and not lama.is_ditarik and lama.urut == baris.urut and _is_sama(lama, baris):
            continue
        baris.menggantikan, baris.alasan_perubahan = lama, sumber if lama else ""
        _clean(baris, f"fakta.csv: {f.elemen} {f.periode}", galat)
        baru.append(baris)
    baru += [_build_penarikan(ujung[kunci], sumber) for kunci in terisi if kunci not in diminta]
    if not galat:
        for baris in baru:
            baris.pencatat = by
        Fakta.objects.bulk_create(baru)
    return len(baru)


def _kunci(f: fakta.Fakta) -> KunciFakta:
    _, _, triwulan = f.periode.partition("-TW")
    return KunciFakta(f.elemen, int(triwulan) if triwulan else None, format_sel(f.jenis_kelamin), f.rincian or "")


def _build(satker: Satker, tahun: int, f: fakta.Fakta, elemen: Elemen, bukti: Bukti | None) -> Fakta:
    kunci = _kunci(f)
    return Fakta(
        satker=satker,
        elemen=elemen,
        tahun=tahun,
        triwulan=kunci.triwulan,
        jenis_kelamin=kunci.jenis_kelamin,
        rincian=kunci.rincian,
        status=f.status.value,
        nilai=format_sel(f.nilai),
        predikat=f.predikat or "",
        tanggal=f.tanggal,
        alasan=f.alasan or "",
        tahun_rujukan=f.tahun_rujukan,
        tanggal_rilis=f.tanggal_rilis,
        sumber=f.sumber,
        bukti=bukti,
    )


def _is_sama(lama: Fakta, baru: Fakta) -> bool:
    return lama.bukti_id == (baru.bukti.pk if baru.bukti else None) and all(
        getattr(lama, nama) == getattr(baru, nama) for nama in _ISI
    )


def _build_penarikan(lama: Fakta, sumber: str) -> Fakta:
    baris = Fakta(
        satker=lama.satker,
        elemen=lama.elemen,
        tahun=lama.tahun,
        triwulan=lama.triwulan,
        jenis_kelamin=lama.jenis_kelamin,
        rincian=lama.rincian,
        bukti=lama.bukti,
        urut=lama.urut,
        menggantikan=lama,
        is_ditarik=True,
        alasan_perubahan=f"tidak ada dalam {sumber}",
    )
    for nama in _ISI:
        setattr(baris, nama, getattr(lama, nama))
    return baris


def _replace_rujukan(satker: Satker, tahun: int, isi: IsiImpor, galat: list[ValidationError]) -> None:
    """Earlier years, benchmarks and notes on sources are what the document says, whole."""
    Riwayat.objects.filter(satker=satker, tahun_laporan=tahun).delete()
    Pembanding.objects.filter(satker=satker, tahun_laporan=tahun).delete()
    CatatanSumber.objects.filter(satker=satker, tahun=tahun).delete()
    for urut, r in enumerate(isi.daftar_riwayat, 1):
        baris = Riwayat(
            satker=satker,
            tahun_laporan=tahun,
            indikator=isi.indikator[r.indikator],
            tahun=r.tahun,
            nilai=format_sel(r.nilai),
            predikat=r.predikat or "",
            target=r.target or "",
            peristiwa=r.peristiwa or "",
            sumber=r.sumber,
            urut=urut,
        )
        _save(baris, f"riwayat.csv: {r.indikator} {r.tahun}", galat)
    for urut, p in enumerate(isi.daftar_pembanding, 1):
        pembanding = Pembanding(
            satker=satker,
            tahun_laporan=tahun,
            indikator=isi.indikator[p.indikator],
            nama=p.nama,
            tingkat=p.tingkat,
            tahun=p.tahun,
            nilai=format_sel(p.nilai),
            is_target=p.is_target,
            sumber=p.sumber,
            urut=urut,
        )
        _save(pembanding, f"pembanding.csv: {p.nama}", galat)
    for urut, c in enumerate(isi.daftar_catatan, 1):
        catatan = CatatanSumber(
            satker=satker,
            tahun=tahun,
            kode=c.kode,
            unsur=c.unsur,
            letak=c.letak,
            tertulis=c.tertulis,
            dipakai=c.dipakai,
            alasan=c.alasan,
            urut=urut,
        )
        _save(catatan, f"catatan-sumber.csv: {c.kode}", galat)


def _delete_lebih(satker: Satker, tahun: int, isi: IsiImpor) -> None:
    """Elements and evidence that the document does not have, and nothing stands on. Evidence of a fact stays."""
    kode = [e.kode for e in isi.daftar_elemen]
    Elemen.objects.filter(satker=satker, tahun=tahun).exclude(kode__in=kode).delete()
    dipakai = Fakta.objects.filter(satker=satker, tahun=tahun, bukti__isnull=False).values("bukti")
    lebih = Bukti.objects.filter(satker=satker, tahun=tahun).exclude(kode__in=[b.kode for b in isi.daftar_bukti])
    lebih.exclude(pk__in=dipakai).delete()


def _save(baris: models.Model, tempat: str, galat: list[ValidationError]) -> None:
    if _clean(baris, tempat, galat):
        baris.save()


def _clean(baris: models.Model, tempat: str, galat: list[ValidationError]) -> bool:
    try:
        baris.clean_fields()
    except ValidationError as e:
        galat.extend(
            ValidationError(f"{tempat}: {kolom}: {pesan}")
            for kolom, daftar in e.message_dict.items()
            for pesan in daftar
        )
        return False
    return True
