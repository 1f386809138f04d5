"""What a package says of measurement, into rows: elements, facts, evidence, earlier years, benchmarks, notes."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.calc.rumus import parse_rumus
from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.masalah import Masalah, PaketTidakSahError
from akuntabel.core.fakta.perencanaan import Indikator, SumberRealisasi
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import BerkasDitolakError, store_berkas
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.actions_impor import IsiImpor
from akuntabel.siklus.pengukuran.actions_impor import import_pengukuran as import_isi
from akuntabel.siklus.pengukuran.actions_triwulan import revise_aturan
from akuntabel.siklus.pengukuran.bagian import daftar_bagian_rumus
from akuntabel.siklus.pengukuran.berlaku import find_aturan
from akuntabel.siklus.pengukuran.models import AsalElemen, BentukElemen
from akuntabel.siklus.pengukuran.nilai import refresh_nilai_tahunan
from akuntabel.siklus.perencanaan.models import Indikator as BarisIndikator
from akuntabel.siklus.perencanaan.models import Renstra

_BENTUK = {Arah.ORDINAL: BentukElemen.PREDIKAT, Arah.TENGGAT: BentukElemen.TANGGAL}


def import_pengukuran(satker: Satker, paket: FaktaTahun, renstra: Renstra, *, by: Pengguna | None) -> None:
    """The measured year of a package, and the policy it is reckoned by. Its agreement must be there already.

    Raises ValidationError, PaketTidakSahError.
    """
    indikator = {i.kode: i for i in BarisIndikator.objects.filter(sasaran__renstra=renstra)}
    isi = IsiImpor(
        daftar_elemen=paket.daftar_elemen,
        daftar_fakta=paket.daftar_fakta,
        daftar_riwayat=paket.daftar_riwayat,
        daftar_pembanding=paket.daftar_pembanding,
        daftar_bukti=paket.daftar_bukti,
        daftar_catatan=paket.daftar_catatan_sumber,
        bentuk={i.rumus: _BENTUK[i.arah] for i in paket.daftar_indikator if i.arah in _BENTUK},
        asal=_daftar_asal(paket),
        bagian=daftar_bagian_rumus(nama for i in paket.daftar_indikator for nama in _daftar_nama(i)),
        berkas=_store_bukti(paket, by=by),
        indikator=indikator,
    )
    import_isi(satker, paket.tahun, isi, sumber=f"paket data tahun {paket.tahun}", by=by)
    if find_aturan(satker, paket.tahun).kebijakan != paket.laporan.kebijakan:
        revise_aturan(satker, paket.tahun, kebijakan=paket.laporan.kebijakan, by=None)
    refresh_nilai_tahunan(satker, paket.tahun)


def _daftar_asal(paket: FaktaTahun) -> dict[str, AsalElemen]:
    """Elements that only indicators use whose value an office above measures."""
    milik: dict[str, set[SumberRealisasi]] = {}
    for i in paket.daftar_indikator:
        for n in _daftar_nama(i):
            milik.setdefault(n.partition(".")[0], set()).add(i.sumber_realisasi)
    return {kode: AsalElemen.INDUK for kode, asal in milik.items() if asal == {SumberRealisasi.INDUK}}


def _daftar_nama(indikator: Indikator) -> Sequence[str]:
    return (indikator.rumus,) if indikator.arah in _BENTUK else parse_rumus(indikator.rumus).elemen


def _store_bukti(paket: FaktaTahun, *, by: Pengguna | None) -> Mapping[str, Berkas]:
    """The evidence files in the store, by their names in the package. Raises PaketTidakSahError with all refused."""
    berkas: dict[str, Berkas] = {}
    masalah: list[Masalah] = []
    for nama in dict.fromkeys(b.berkas for b in paket.daftar_bukti if b.berkas):
        try:
            berkas[nama] = store_berkas(
                paket.bukti_berkas[nama], PurePosixPath(nama).name, by=by, retensi=Retensi.KERTAS_KERJA
            )
        except BerkasDitolakError as galat:
            masalah += [Masalah(nama, 0, "", m.tertulis, m.diharapkan, m.perbaikan) for m in galat.daftar_masalah]
    if masalah:
        raise PaketTidakSahError(masalah)
    return berkas
