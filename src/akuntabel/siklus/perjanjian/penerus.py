"""The revision of a signed agreement as a draft: its lines, brought to the plan and the budget in force."""

from akuntabel.siklus.organisasi.models import Pejabat
from akuntabel.siklus.perencanaan.berlaku import daftar_indikator_berlaku
from akuntabel.siklus.perencanaan.models import Indikator
from akuntabel.siklus.perjanjian.asal import daftar_anggaran_asal, find_renstra_asal
from akuntabel.siklus.perjanjian.baris import daftar_baris_target
from akuntabel.siklus.perjanjian.models import (
    AlasanRevisi,
    PerjanjianAnggaran,
    PerjanjianKinerja,
    PerjanjianTarget,
)


def build_penerus(
    lama: PerjanjianKinerja, *, pihak_pertama: Pejabat, pihak_kedua: Pejabat, alasan: AlasanRevisi, uraian: str
) -> PerjanjianKinerja:
    """Written into the database: the next revision of the chain, with targets and budget."""
    nomor = lama.revisi + 1
    baru = PerjanjianKinerja(
        satker=lama.satker,
        entitas=lama.entitas,
        kode=f"{_kode_awal(lama)}-r{nomor}",
        tahun=lama.tahun,
        revisi=nomor,
        sebelumnya=lama,
        pihak_pertama=pihak_pertama,
        pihak_kedua=pihak_kedua,
        renstra=find_renstra_asal(lama.satker, lama.tahun) or lama.renstra,
        alasan_revisi=alasan.value,
        uraian_revisi=uraian,
    )
    baru.full_clean()
    baru.save()
    padanan = _padanan_indikator(lama)
    PerjanjianTarget.objects.bulk_create(
        PerjanjianTarget(
            perjanjian=baru,
            indikator=padanan.get((t.indikator.sasaran.kode, t.indikator.kode), t.indikator),
            target=t.target,
            alasan=t.alasan,
            urut=t.urut,
        )
        for t in daftar_baris_target(lama)
    )
    _tulis_anggaran(lama, baru)
    return baru


def _kode_awal(perjanjian: PerjanjianKinerja) -> str:
    return perjanjian.kode.removesuffix(f"-r{perjanjian.revisi}")


def _padanan_indikator(lama: PerjanjianKinerja) -> dict[tuple[str, str], Indikator]:
    """The indicators of the plan in force by their codes: a new version of the plan has rows of its own."""
    berlaku = daftar_indikator_berlaku(lama.satker, lama.tahun).select_related("sasaran")
    return {(i.sasaran.kode, i.kode): i for i in berlaku}


def _tulis_anggaran(lama: PerjanjianKinerja, baru: PerjanjianKinerja) -> None:
    """The lines of the signed annex with the pagu in force; which lines there are is not decided here."""
    berlaku = {(a.kode, a.sumber_dana): a for a in daftar_anggaran_asal(lama.satker, lama.tahun)}
    PerjanjianAnggaran.objects.bulk_create(
        PerjanjianAnggaran(
            perjanjian=baru,
            kode=a.kode,
            uraian=a.uraian,
            sumber_dana=a.sumber_dana,
            pagu=berlaku[a.kode, a.sumber_dana].pagu if (a.kode, a.sumber_dana) in berlaku else a.pagu,
            keterangan=a.keterangan,
            urut=a.urut,
        )
        for a in lama.daftar_anggaran.all()
    )
