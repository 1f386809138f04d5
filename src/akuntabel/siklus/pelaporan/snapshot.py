"""Everything the database knows about one office in one year, as the frozen facts that the core works on.

Everything comes from rows, the report too; over them lies what a year keeps of a package that was taken over with it
(``bagian``). What a report says when it is signed is kept as a package, so that it says the same for ever.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.masalah import Masalah, PaketTidakSahError
from akuntabel.core.fakta.paket import build_berkas, seal_fakta
from akuntabel.core.fakta.skema import DAFTAR_TABEL
from akuntabel.platform.files.simpan import open_berkas
from akuntabel.platform.kueri import BarisTetap, KueriTetap
from akuntabel.siklus.organisasi.models import EntitasPelapor, Satker
from akuntabel.siklus.pelaporan.bagian import BAGIAN_TAHUN, read_bagian
from akuntabel.siklus.pelaporan.berlaku import find_entitas_utama, find_laporan
from akuntabel.siklus.pelaporan.lingkup import restrict_fakta
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.pelaporan.snapshot_anggaran import build_bidang_anggaran
from akuntabel.siklus.pelaporan.snapshot_kepemiluan import build_kepemiluan
from akuntabel.siklus.pelaporan.snapshot_laporan import build_identitas, build_isi_laporan, build_laporan
from akuntabel.siklus.pelaporan.snapshot_organisasi import (
    DaftarPihak,
    build_daftar_pejabat,
    build_daftar_tugas,
    build_daftar_unit,
    build_satker,
)
from akuntabel.siklus.pelaporan.snapshot_pengukuran import build_pengukuran
from akuntabel.siklus.pelaporan.snapshot_perjanjian import (
    IsiPerjanjian,
    build_perjanjian,
    daftar_perjanjian_tahun,
    merge_perjanjian,
)
from akuntabel.siklus.pelaporan.snapshot_renstra import build_daftar_sasaran_anggaran, build_rencana
from akuntabel.siklus.pelaporan.zip_paket import unpack_paket
from akuntabel.siklus.perencanaan.berlaku import find_renstra_berlaku
from akuntabel.siklus.perencanaan.models import Renstra
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja

_RENSTRA = KueriTetap(lambda pk: Renstra.objects.filter(pk=pk), 1)
_ENTITAS = BarisTetap(lambda satker: EntitasPelapor.objects.filter(satker=satker).order_by("pk").values_list("pk"), 1)


def build_fakta_tahun(satker: Satker, tahun: int, *, entitas: EntitasPelapor | None = None) -> FaktaTahun:
    """The facts of one entity of the office, of the main one without ``entitas``, sealed: a package knows only one.

    Raises PaketTidakSahError where there is no Renstra or no signed agreement for the year.
    """
    entitas = entitas or find_entitas_utama(satker)
    fakta = build_fakta(
        satker, tahun, read_bagian(satker, tahun), find_laporan(satker, tahun, entitas=entitas), entitas
    )
    return seal_fakta(restrict_entitas(fakta, entitas) if entitas else fakta)


def build_fakta_laporan(laporan: LaporanKinerja) -> FaktaTahun:
    """The facts of one report, sealed: those it was signed with, else those of now. Raises PaketTidakSahError.

    Of an office with several entities only what this one has promised. Without a statement of review: it belongs to
    what was reviewed, and that is what these facts are.
    """
    if laporan.paket is not None:
        with open_berkas(laporan.paket) as isi:
            return unpack_paket(laporan.paket.nama, isi.read(), is_diperiksa=False)
    satker, tahun = laporan.satker, laporan.tahun
    fakta = build_fakta(satker, tahun, read_bagian(satker, tahun), laporan, laporan.entitas)
    return seal_fakta(replace(restrict_entitas(fakta, laporan.entitas), reviu=None))


def restrict_entitas(fakta: FaktaTahun, entitas: EntitasPelapor) -> FaktaTahun:
    """What one entity of the office reports on; of an office with one entity everything."""
    satker = entitas.satker
    if all(pk == entitas.pk for (pk,) in _ENTITAS(satker.pk)):
        return fakta
    lain = _kode_lain(daftar_perjanjian_tahun(satker, fakta.tahun), entitas)
    return restrict_fakta(fakta, {p.kode for p in fakta.daftar_perjanjian} - lain)


def build_bagian_tahun(satker: Satker, tahun: int) -> dict[str, bytes]:
    """What the rows alone say of a year, in the files that a year may keep for itself."""
    berkas = build_berkas(build_fakta(satker, tahun, {}))
    return {nama: berkas[nama] for nama in BAGIAN_TAHUN}


def build_fakta(
    satker: Satker,
    tahun: int,
    bagian: Mapping[str, Any],
    laporan: LaporanKinerja | None = None,
    entitas: EntitasPelapor | None = None,
) -> FaktaTahun:
    """The rows, and over them what is kept of the year. laporan: the report that tells of it, where there is one.

    entitas: whose head signs where no report says who; everything else is of the whole office.
    """
    daftar_perjanjian = daftar_perjanjian_tahun(satker, tahun)
    renstra = _require_lengkap(satker, tahun, daftar_perjanjian)
    tersimpan = bagian.get("daftar_pejabat")
    pihak = DaftarPihak(satker, tersimpan or build_daftar_pejabat(satker, tahun), is_baris=tersimpan is None)
    perjanjian = merge_perjanjian(
        IsiPerjanjian(bagian.get("daftar_perjanjian", ()), bagian.get("daftar_perjanjian_target", ())),
        build_perjanjian(daftar_perjanjian, pihak),
    )
    rencana = build_rencana(satker, renstra, tahun)
    lain = _kode_lain(daftar_perjanjian, entitas)
    milik = tuple(p for p in perjanjian.daftar_perjanjian if p.kode not in lain) or perjanjian.daftar_perjanjian
    identitas = build_laporan(satker, tahun, pihak.daftar, milik)
    baris: dict[str, Any] = {t.bidang: () for t in DAFTAR_TABEL} | {
        "satker": build_satker(satker),
        "laporan": build_identitas(laporan, identitas, pihak.daftar) if laporan else identitas,
        "renstra": rencana.renstra,
        "daftar_unit": build_daftar_unit(satker),
        "daftar_tugas": build_daftar_tugas(satker),
        "daftar_sasaran": rencana.daftar_sasaran,
        "daftar_indikator": rencana.daftar_indikator,
        "daftar_target_renstra": rencana.daftar_target,
        "daftar_sasaran_anggaran": build_daftar_sasaran_anggaran(satker, tahun),
        **build_bidang_anggaran(satker, tahun),
        **build_pengukuran(satker, tahun),
        **build_kepemiluan(satker, tahun),
        **(build_isi_laporan(laporan) if laporan else {}),
    }
    terbaru = {
        "daftar_pejabat": pihak.daftar,
        "daftar_perjanjian": perjanjian.daftar_perjanjian,
        "daftar_perjanjian_target": perjanjian.daftar_target,
    }
    lampiran = {"bukti_berkas": dict(baris["bukti_berkas"]) | dict(bagian.get("bukti_berkas", {}))}
    return FaktaTahun(**(baris | dict(bagian) | terbaru | lampiran))


def find_renstra_tahun(satker: Satker, tahun: int, daftar_perjanjian: list[PerjanjianKinerja]) -> Renstra | None:
    """The version that the agreement in force was made from, else the one that is in force now."""
    asal = [p.renstra_id for p in daftar_perjanjian if p.renstra_id is not None]
    return _RENSTRA.first(asal[-1]) if asal else find_renstra_berlaku(satker, tahun)


def _kode_lain(daftar_perjanjian: list[PerjanjianKinerja], entitas: EntitasPelapor | None) -> set[str]:
    """The agreements of the other entities."""
    return {p.kode for p in daftar_perjanjian if entitas is not None and p.entitas_id != entitas.pk}


def _require_lengkap(satker: Satker, tahun: int, daftar_perjanjian: list[PerjanjianKinerja]) -> Renstra:
    """The plan. Raises PaketTidakSahError with all that a package cannot do without and is not there."""
    renstra = find_renstra_tahun(satker, tahun, daftar_perjanjian)
    tempat = f"{satker} tahun {tahun}"
    masalah = []
    if renstra is None:
        perbaikan = "Tetapkan Renstra, atau ikuti Renstra satker di atasnya."
        masalah.append(Masalah(tempat, 0, "", "belum ada", "Renstra yang berlaku", perbaikan))
    if not daftar_perjanjian:
        perbaikan = "Tandatangani perjanjian kinerja tahun itu lebih dahulu."
        masalah.append(Masalah(tempat, 0, "", "belum ada", "perjanjian kinerja yang ditandatangani", perbaikan))
    if masalah or renstra is None:
        raise PaketTidakSahError(masalah)
    return renstra
