"""What a package says of money that the planning of the next agreement needs: codes, pagu, and what serves what."""

from datetime import date

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pelaporan.snapshot_renstra import build_daftar_sasaran_anggaran
from akuntabel.siklus.perencanaan.actions.anggaran import (
    IsianPagu,
    import_kode,
    write_pagu,
    write_sasaran_anggaran,
)
from akuntabel.siklus.perencanaan.berlaku import daftar_pagu_berlaku
from akuntabel.siklus.perencanaan.models import Renstra


def import_anggaran(satker: Satker, paket: FaktaTahun, renstra: Renstra, *, by: Pengguna | None) -> None:
    """Catalogue, lines that differ from those in force, and links to the sasaran. Raises ValidationError."""
    if paket.daftar_kode_anggaran:
        import_kode(satker, paket.tahun, paket.daftar_kode_anggaran, by=by)
    berlaku = {(p.kode, p.sumber_dana): p.pagu for p in daftar_pagu_berlaku(satker, paket.tahun)}
    baru = [
        IsianPagu(a.kode, a.sumber_dana, a.pagu)
        for a in paket.daftar_anggaran
        if berlaku.get((a.kode, a.sumber_dana)) != a.pagu
    ]
    if baru:
        write_pagu(satker, paket.tahun, baru, sejak=_sejak(paket), sumber=f"paket data tahun {paket.tahun}", by=by)
    if build_daftar_sasaran_anggaran(satker, paket.tahun) != paket.daftar_sasaran_anggaran:
        sasaran = {s.kode: s for s in renstra.daftar_sasaran.all()}
        write_sasaran_anggaran(satker, paket.tahun, paket.daftar_sasaran_anggaran, sasaran=sasaran, by=by)


def _sejak(paket: FaktaTahun) -> date:
    """The day of the last revision of the DIPA in the year, else its first day."""
    hari = [r.tanggal for r in paket.daftar_revisi if r.tanggal and r.tanggal.year == paket.tahun]
    return max(hari, default=date(paket.tahun, 1, 1))
