"""The plan of a package into the database: the version that says the same, or a new one.

A plan in a package was adopted somewhere: it is stored as adopted. What is adopted is frozen, so a package that says
otherwise for a later year becomes the next version, and one for a year whose agreement is signed already is refused.
"""

from datetime import date

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.masalah import Masalah, PaketTidakSahError
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.organisasi.models import Satker, Unit
from akuntabel.siklus.pelaporan.impor_periksa import isi_baris
from akuntabel.siklus.pelaporan.snapshot_renstra import IsiRencana, build_rencana
from akuntabel.siklus.perencanaan.actions.renstra import import_penetapan
from akuntabel.siklus.perencanaan.berlaku import find_renstra_berlaku
from akuntabel.siklus.perencanaan.models import Indikator, Renstra, Sasaran, StatusRenstra, TargetRenstra, Tujuan
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja


def import_renstra(satker: Satker, paket: FaktaTahun, *, by: Pengguna | None) -> Renstra:
    """The version that holds what the package says. Raises PaketTidakSahError."""
    isi = IsiRencana(paket.renstra, paket.daftar_sasaran, paket.daftar_indikator, paket.daftar_target_renstra)
    milik = Renstra.objects.filter(satker=satker, mulai=paket.renstra.mulai)
    daftar = list(milik.filter(status=StatusRenstra.DITETAPKAN.value).order_by("-versi"))
    berlaku = find_renstra_berlaku(satker, paket.tahun)
    calon = [*daftar, *([berlaku] if berlaku is not None and berlaku not in daftar else [])]
    for renstra in calon:
        if build_rencana(satker, renstra, paket.tahun) == isi:
            return renstra
    _require_boleh_baru(satker, paket, daftar)
    return _draft(satker, paket, daftar[0] if daftar else None, by=by)


def _require_boleh_baru(satker: Satker, paket: FaktaTahun, daftar: list[Renstra]) -> None:
    """Raises PaketTidakSahError where another version would change what is signed, or what is being written."""
    tertulis = f"Renstra {paket.renstra.mulai}–{paket.renstra.selesai} dengan isi lain"
    naskah = Renstra.objects.filter(satker=satker, mulai=paket.renstra.mulai)
    draf = naskah.exclude(status=StatusRenstra.DITETAPKAN.value).first()
    if draf is not None:
        perbaikan = f"{draf} masih {draf.status} di aplikasi; tetapkan atau hapus dahulu."
        raise PaketTidakSahError([Masalah("renstra.yaml", 0, "", tertulis, "Renstra yang sudah selesai", perbaikan)])
    terpakai = (
        PerjanjianKinerja.objects.filter(satker=satker, tahun__gte=paket.tahun, renstra__in=daftar)
        .exclude(sidik="")
        .order_by("tahun")
        .first()
    )
    if terpakai is not None:
        harap = f"isi yang sama dengan dasar {terpakai}, yang sudah ditandatangani"
        perbaikan = "Samakan isinya; atau, bila ini paket tahun yang lebih lama, impor paket dari tahun terlama."
        raise PaketTidakSahError([Masalah("renstra.yaml", 0, "", tertulis, harap, perbaikan)])


def _draft(satker: Satker, paket: FaktaTahun, lama: Renstra | None, *, by: Pengguna | None) -> Renstra:
    renstra = Renstra(
        satker=satker,
        versi=lama.versi + 1 if lama else 1,
        berlaku_mulai=date(paket.tahun, 1, 1) if lama else None,
        alasan_revisi=f"Isi menurut paket data tahun {paket.tahun}" if lama else "",
        misi=list(paket.renstra.misi),
        **isi_baris(paket.renstra, "misi", "tujuan"),
    )
    renstra.full_clean()
    renstra.save()
    record_audit(
        by,
        "renstra.draft",
        renstra,
        baru={"mulai": renstra.mulai, "selesai": renstra.selesai, "versi": renstra.versi, "dasar": renstra.dasar},
        alasan=f"paket data tahun {paket.tahun}",
    )
    sasaran = _write_sasaran(renstra, paket)
    _write_indikator(satker, paket, sasaran, lama)
    import_penetapan(renstra, tanggal=None, by=by)  # a package does not say
    return renstra


def _write_sasaran(renstra: Renstra, paket: FaktaTahun) -> dict[str, Sasaran]:
    tujuan = {
        t.kode: Tujuan(renstra=renstra, kode=t.kode, nama=t.nama, urut=urut)
        for urut, t in enumerate(paket.renstra.tujuan)
    }
    Tujuan.objects.bulk_create(tujuan.values())
    sasaran = {
        s.kode: Sasaran(
            renstra=renstra, kode=s.kode, nama=s.nama, tujuan=tujuan[s.tujuan] if s.tujuan else None, urut=urut
        )
        for urut, s in enumerate(paket.daftar_sasaran)
    }
    Sasaran.objects.bulk_create(sasaran.values())
    return sasaran


def _write_indikator(satker: Satker, paket: FaktaTahun, sasaran: dict[str, Sasaran], lama: Renstra | None) -> None:
    """Indicators numbered throughout, and their targets. One that has the code and name of before is the same one."""
    unit = {u.kode: u for u in Unit.objects.filter(satker=satker)}
    semula = Indikator.objects.filter(sasaran__renstra=lama) if lama else Indikator.objects.none()
    silsilah = {(i.kode, i.nama): i.silsilah for i in semula}
    indikator = {}
    for urut, i in enumerate(paket.daftar_indikator):
        baris = Indikator(
            sasaran=sasaran[i.sasaran],
            pengampu=unit[i.pengampu] if i.pengampu else None,
            urut=urut,
            **isi_baris(i, "sasaran", "pengampu"),
        )
        baris.silsilah = silsilah.get((i.kode, i.nama), baris.silsilah)
        indikator[i.kode] = baris
    Indikator.objects.bulk_create(indikator.values())
    TargetRenstra.objects.bulk_create(
        TargetRenstra(indikator=indikator[t.indikator], tahun=t.tahun, target=t.target, sumber=t.sumber, urut=urut)
        for urut, t in enumerate(paket.daftar_target_renstra)
    )
