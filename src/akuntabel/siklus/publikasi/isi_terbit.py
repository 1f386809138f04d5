"""The figures of a report as the rows of its publication: exact, and beside that as the document prints them."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import Any
from uuid import UUID

from akuntabel.core.calc.jejak import Jejak
from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.calc.pembulatan import format_polos
from akuntabel.core.compose.tampilan import besaran_realisasi, besaran_target, persen_serapan
from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.hasil import BarisBerkode, HasilIndikator, HasilSasaran, HasilTahun
from akuntabel.core.fakta.slot import show_capaian
from akuntabel.siklus.publikasi.models import (
    SATUAN_URUT,
    AnggaranTerbit,
    IndikatorTerbit,
    RiwayatTerbit,
    SasaranTerbit,
    Terbitan,
)


def write_isi(terbitan: Terbitan, hasil: HasilTahun, silsilah: Mapping[str, UUID]) -> None:
    """Every line of a report that is being published. silsilah: the line of each indicator through the plans."""
    SasaranTerbit.objects.bulk_create(_sasaran(terbitan, hasil, urut, s) for urut, s in enumerate(hasil.sasaran, 1))
    IndikatorTerbit.objects.bulk_create(
        _indikator(terbitan, hasil, urut, i, silsilah.get(i.indikator.kode))
        for urut, i in enumerate(hasil.indikator, 1)
    )
    RiwayatTerbit.objects.bulk_create(_riwayat(terbitan, hasil.fakta))
    AnggaranTerbit.objects.bulk_create(_anggaran(terbitan, urut, b) for urut, b in enumerate(hasil.anggaran.baris, 1))


def build_angka(hasil: HasilTahun) -> dict[str, Any]:
    """The year in figures, as the fields of its Terbitan."""
    capaian = hasil.organisasi.nilai
    terukur = [i for i in hasil.indikator if i.capaian.terbatas.is_counted]
    return {
        "kebijakan": hasil.kebijakan.judul,
        "capaian": write_angka(capaian),
        "capaian_tercetak": show_capaian(hasil, capaian).teks,
        "urut_capaian": compute_urut(capaian.angka),
        "status_capaian": capaian.status.value,
        "alasan_capaian": capaian.alasan,
        "jejak_capaian": _jejak(capaian.jejak),
        "kategori": hasil.kategori.label if hasil.kategori else "",
        "jumlah_indikator": len(hasil.indikator),
        "jumlah_terukur": len(terukur),
        "jumlah_tercapai": sum(1 for i in terukur if i.capaian.is_tercapai),
        **_build_uang(hasil),
    }


def write_angka(nilai: Nilai) -> str:
    """A figure to its last digit; "" where there is none."""
    return "" if nilai.angka is None else format_polos(nilai.angka)


def compute_urut(angka: Decimal | None) -> int | None:
    """The figure in millionths, cut off: what a database can sort by."""
    return None if angka is None else int(angka.scaleb(SATUAN_URUT))


def _build_uang(hasil: HasilTahun) -> dict[str, Any]:
    """A report without any budget line knows no pagu; that is not a pagu of 0."""
    total = hasil.anggaran.total.semua
    if not hasil.anggaran.baris:
        return {"pagu": None, "realisasi": None, "serapan": "", "serapan_tercetak": ""}
    return {
        "pagu": total.pagu,
        "realisasi": total.realisasi_lengkap,
        "serapan": write_angka(total.persen),
        "serapan_tercetak": persen_serapan(total.persen).teks,
    }


def _sasaran(terbitan: Terbitan, hasil: HasilTahun, urut: int, s: HasilSasaran) -> SasaranTerbit:
    nilai = s.rekap.nilai
    return SasaranTerbit(
        terbitan=terbitan,
        kode=s.sasaran.kode,
        nama=s.sasaran.nama,
        capaian=write_angka(nilai),
        capaian_tercetak=show_capaian(hasil, nilai).teks,
        status=nilai.status.value,
        alasan=nilai.alasan,
        jejak=_jejak(nilai.jejak),
        kategori=s.kategori.label if s.kategori else "",
        jumlah_terukur=s.rekap.cakupan.terukur,
        jumlah_indikator=s.rekap.cakupan.dari,
        urut=urut,
    )


def _indikator(
    terbitan: Terbitan, hasil: HasilTahun, urut: int, i: HasilIndikator, silsilah: UUID | None
) -> IndikatorTerbit:
    indikator, capaian, realisasi = i.indikator, i.capaian, i.realisasi
    return IndikatorTerbit(
        terbitan=terbitan,
        sasaran=indikator.sasaran,
        kode=indikator.kode,
        silsilah=silsilah,
        nama=indikator.nama,
        definisi=indikator.definisi,
        satuan=indikator.satuan,
        arah=indikator.arah.value,
        rumus=indikator.rumus,
        sumber=indikator.sumber_data,
        target=i.target.teks,
        target_tercetak=besaran_target(i).teks,
        realisasi=realisasi.teks if realisasi.nilai.is_counted else "",
        realisasi_tercetak=besaran_realisasi(i).teks,
        capaian=write_angka(capaian.mentah),
        capaian_tercetak=show_capaian(hasil, capaian.mentah).teks,
        capaian_terbatas=write_angka(capaian.terbatas),
        status=capaian.terbatas.status.value,
        alasan=capaian.terbatas.alasan,
        is_tercapai=capaian.is_tercapai,
        kategori=capaian.kategori.label if capaian.kategori else "",
        jejak=_jejak(capaian.mentah.jejak),
        jejak_realisasi=_jejak(realisasi.nilai.jejak),
        urut=urut,
    )


def _riwayat(terbitan: Terbitan, fakta: FaktaTahun) -> Iterator[RiwayatTerbit]:
    """What the report knows of other years; a year may have several events, and a target of the plan alone."""
    renstra = {(t.indikator, t.tahun): t.target for t in fakta.daftar_target_renstra}
    baris = [
        RiwayatTerbit(
            indikator=r.indikator,
            tahun=r.tahun,
            target=r.target or "",
            realisasi=r.predikat or ("" if r.nilai is None else format_polos(r.nilai)),
            target_renstra=renstra.get((r.indikator, r.tahun), ""),
            peristiwa=r.peristiwa or "",
            sumber=r.sumber,
        )
        for r in fakta.daftar_riwayat
    ]
    ada = {(r.indikator, r.tahun) for r in fakta.daftar_riwayat}
    baris += [
        RiwayatTerbit(indikator=t.indikator, tahun=t.tahun, target_renstra=t.target, sumber=t.sumber)
        for t in fakta.daftar_target_renstra
        if (t.indikator, t.tahun) not in ada
    ]
    urutan = {i.kode: urut for urut, i in enumerate(fakta.daftar_indikator)}
    baris.sort(key=lambda r: (urutan[r.indikator], r.tahun))
    for urut, r in enumerate(baris, 1):
        r.terbitan, r.urut = terbitan, urut
        yield r


def _anggaran(terbitan: Terbitan, urut: int, b: BarisBerkode) -> AnggaranTerbit:
    baris = b.baris
    is_sebagian = baris.cakupan.terukur not in (0, baris.cakupan.dari)
    serapan = persen_serapan(baris.persen).teks
    return AnggaranTerbit(
        terbitan=terbitan,
        kode=baris.kode,
        induk=b.kode.induk or "",
        nama=b.kode.nama,
        tingkat=b.kode.tingkat.value,
        kedalaman=baris.tingkat,
        sumber_dana=baris.sumber_dana,
        pagu=baris.pagu,
        realisasi=baris.realisasi,
        sisa=baris.sisa,
        serapan=write_angka(baris.persen),
        serapan_tercetak=f"{serapan} ({baris.cakupan} pos)" if is_sebagian else serapan,
        urut=urut,
    )


def _jejak(jejak: Jejak | None) -> dict[str, Any] | None:
    return None if jejak is None else asdict(jejak)
