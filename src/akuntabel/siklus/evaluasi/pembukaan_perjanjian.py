"""The agreements of the following year: one for each that is in force, where it is known who will sign it."""

from collections.abc import Collection, Iterator
from uuid import UUID

from django.db.models import Q

from akuntabel.siklus.evaluasi.pembukaan import (
    BagianPembukaan,
    BagianTahun,
    ada,
    find_hari_pembukaan,
    find_penerus,
    orang,
    sebut,
    siap,
)
from akuntabel.siklus.evaluasi.rencana_lanjut import RencanaLanjut
from akuntabel.siklus.organisasi.models import Pejabat, Satker
from akuntabel.siklus.perencanaan.berlaku import daftar_indikator_berlaku
from akuntabel.siklus.perencanaan.models import Indikator
from akuntabel.siklus.perjanjian.actions import draft_perjanjian
from akuntabel.siklus.perjanjian.berlaku import daftar_perjanjian_berlaku
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, PerjanjianTarget

BAGIAN = BagianTahun.PERJANJIAN


def daftar_perjanjian_lanjut(satker: Satker, dasar: RencanaLanjut) -> Iterator[BagianPembukaan]:
    """Every post that has an agreement this year; the head of the office first."""
    lanjut, tahun = dasar.tahun, dasar.tahun - 1
    daftar = list(daftar_perjanjian_berlaku(satker, tahun).order_by("pk"))
    sudah = {
        (p.entitas_id, p.pihak_pertama.jabatan): p
        for p in PerjanjianKinerja.objects.filter(satker=satker, tahun=lanjut)
        .select_related("satker", "pihak_pertama")
        .order_by("revisi")
    }
    if not daftar and not sudah:
        yield orang(BAGIAN, f"Tahun {tahun} tidak mempunyai perjanjian yang ditandatangani; pilih pihaknya sendiri.")
        return
    for p in sudah.values():
        yield ada(BAGIAN, f"{p} dari {p.pihak_pertama.jabatan}, {p.status}.")
    baru = [p for p in daftar if (p.entitas_id, p.pihak_pertama.jabatan) not in sudah]
    if not baru or dasar.renstra is None:
        return
    pejabat = _daftar_pejabat(baru)
    kini = {i.silsilah for i in daftar_indikator_berlaku(satker, tahun)}
    berikut = {i.silsilah: i for i in dasar.daftar_indikator}
    dijanjikan = _read_dijanjikan(baru)
    for p in baru:
        yield _perjanjian(p, dijanjikan.get(p.pk, []), pejabat, kini, berikut)


def _read_dijanjikan(daftar: Collection[PerjanjianKinerja]) -> dict[int, list[UUID]]:
    """The indicators of each agreement, in their order."""
    per_perjanjian: dict[int, list[UUID]] = {}
    baris = PerjanjianTarget.objects.filter(perjanjian__in=[p.pk for p in daftar]).order_by("urut", "pk")
    for perjanjian, silsilah in baris.values_list("perjanjian", "indikator__silsilah"):
        per_perjanjian.setdefault(perjanjian, []).append(silsilah)
    return per_perjanjian


def _perjanjian(
    lama: PerjanjianKinerja,
    dijanjikan: Collection[UUID],
    daftar_pejabat: Collection[Pejabat],
    kini: set[UUID],
    berikut: dict[UUID, Indikator],
) -> BagianPembukaan:
    """The agreement of one post: of all indicators where it promised all, else of those that live on."""
    satker, lanjut = lama.satker, lama.tahun + 1
    hari = find_hari_pembukaan(lanjut)
    pertama, kedua = (find_penerus(p, daftar_pejabat, hari) for p in (lama.pihak_pertama, lama.pihak_kedua))
    if pertama is None or kedua is None:
        kosong = [p.jabatan for p, ganti in ((lama.pihak_pertama, pertama), (lama.pihak_kedua, kedua)) if not ganti]
        teks = f"{lama.pihak_pertama.jabatan}: belum diketahui siapa yang menjabat {sebut(kosong)} pada {lanjut}. "
        return orang(BAGIAN, teks + "Catat pejabatnya, lalu buka lagi.")
    pilihan = None if kini <= set(dijanjikan) else [berikut[s] for s in dijanjikan if s in berikut]
    if not berikut or pilihan == []:
        return orang(BAGIAN, f"{pertama.jabatan}: tidak ada indikatornya yang berlanjut pada {lanjut}; pilih sendiri.")
    teks = f"Naskah perjanjian {lanjut} {pertama.sebutan} dengan {len(berikut if pilihan is None else pilihan)} target."
    return siap(
        BAGIAN,
        teks,
        lambda by: draft_perjanjian(
            satker,
            lanjut,
            pihak_pertama=pertama,
            pihak_kedua=kedua,
            entitas=lama.entitas,
            daftar_indikator=pilihan,
            by=by,
        ),
    )


def _daftar_pejabat(daftar: Collection[PerjanjianKinerja]) -> list[Pejabat]:
    """Everybody who may have taken over one of the posts."""
    syarat = Q(pk__in=[])
    for p in daftar:
        for pihak in (p.pihak_pertama, p.pihak_kedua):
            syarat |= Q(satker=pihak.satker_id, jabatan=pihak.jabatan)
    return list(Pejabat.objects.filter(syarat).select_related("satker"))
