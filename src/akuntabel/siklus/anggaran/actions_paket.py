"""What a data package or a table of the past tells of the budget, taken over as it was told there."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.core.fakta import anggaran as fakta
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.anggaran.actions_versi import adopt_versi
from akuntabel.siklus.anggaran.berlaku import (
    build_daftar_anggaran,
    build_daftar_revisi,
    build_daftar_rincian,
    find_versi_berlaku,
)
from akuntabel.siklus.anggaran.buku_revisi import find_output
from akuntabel.siklus.anggaran.models import (
    BarisAnggaran,
    Hibah,
    JenisVersi,
    RevisiDipa,
    RincianRevisi,
    StatusRevisi,
    VersiAnggaran,
)
from akuntabel.siklus.anggaran.permissions import require_permission
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.pohon import lock_satker
from akuntabel.siklus.perencanaan.berlaku import daftar_kode_berlaku


@transaction.atomic
def import_versi(
    satker: Satker, tahun: int, daftar: Sequence[fakta.Anggaran], *, sidik: str, by: Pengguna | None
) -> VersiAnggaran | None:
    """A version with the leaves of a package, taken at once; None where the version in force says the same."""
    lama = find_versi_berlaku(satker, tahun)
    if (build_daftar_anggaran(lama) if lama else ()) == tuple(daftar):
        return None
    katalog = daftar_kode_berlaku(satker, tahun)
    diketahui = [a.realisasi for a in daftar if a.realisasi is not None]
    versi = VersiAnggaran.objects.create(
        satker=satker,
        tahun=tahun,
        jenis=JenisVersi.PAKET,
        sidik=sidik,
        total_pagu=sum(a.pagu for a in daftar),
        total_realisasi=sum(diketahui) if diketahui else None,
        jumlah_baris=len(daftar),
        pengunggah=by,
    )
    BarisAnggaran.objects.bulk_create(
        BarisAnggaran(
            versi=versi,
            urut=urut,
            kode=a.kode,
            induk=katalog[a.kode].induk if a.kode in katalog else "",
            tingkat=katalog[a.kode].tingkat if a.kode in katalog else fakta.TingkatAnggaran.OUTPUT.value,
            uraian=katalog[a.kode].uraian if a.kode in katalog else "",
            sumber_dana=a.sumber_dana,
            pagu=a.pagu,
            realisasi=a.realisasi,
            is_daun=True,
            batas_data=a.batas_data,
            sumber=a.sumber,
            bukti=a.bukti or "",
        )
        for urut, a in enumerate(daftar)
    )
    adopt_versi(versi, by=None, terhadap=lama.nomor if lama and lama.nomor else 0)
    return versi


@transaction.atomic
def import_revisi(
    satker: Satker,
    tahun: int,
    daftar: Sequence[fakta.RevisiDipa],
    rincian: Sequence[fakta.RincianRevisi],
    *,
    by: Pengguna | None,
) -> int:
    """Entries of the past, booked as they were told, with what does not fit left for everybody to see; how many.

    An entry that is there already must say the same. Raises PermissionDenied, ValidationError with every entry.
    """
    require_permission(by, "revisi.draft", satker)
    lock_satker(satker)
    _require_sama(satker, tahun, daftar, rincian)
    ada = set(RevisiDipa.objects.filter(satker=satker, tahun=tahun).values_list("nomor", flat=True))
    katalog = daftar_kode_berlaku(satker, tahun)
    baru: dict[int, RevisiDipa] = {}
    for urut, r in enumerate(daftar):
        if r.nomor in ada:
            continue
        isi = asdict(r) | {"jenis": r.jenis.value, "kewenangan": r.kewenangan or ""}
        baru[r.nomor] = RevisiDipa(satker=satker, tahun=tahun, urut=urut, is_impor=True, **isi)
        baru[r.nomor].full_clean(validate_unique=False)
        baru[r.nomor].save()
    RincianRevisi.objects.bulk_create(
        RincianRevisi(
            revisi=baru[d.nomor],
            urut=urut,
            kode=d.kode,
            sumber_dana=d.sumber_dana,
            selisih=d.selisih,
            output=find_output(d.kode, katalog),
        )
        for urut, d in enumerate(rincian)
        if d.nomor in baru
    )
    RevisiDipa.objects.filter(pk__in=[r.pk for r in baru.values()]).update(status=StatusRevisi.DITETAPKAN)
    if baru:
        isi_baru = {str(n): {"semula": r.semula, "menjadi": r.menjadi} for n, r in baru.items()}
        record_audit(by, "revisi_dipa.import", satker, baru={"tahun": tahun, "revisi": isi_baru})
    return len(baru)


@transaction.atomic
def import_hibah(satker: Satker, tahun: int, daftar: Sequence[fakta.Hibah], *, by: Pengguna | None) -> None:
    """The grants of a package, instead of those of the year; what a package does not know of a grant stays."""
    semula = {h.kode: h for h in Hibah.objects.select_for_update().filter(satker=satker, tahun=tahun)}
    lama = {k: h.pagu_dipa for k, h in semula.items()}
    for urut, isi in enumerate(daftar):
        baris = semula.pop(isi.kode, None) or Hibah(satker=satker, tahun=tahun)
        for nama, nilai in (asdict(isi) | {"catatan": isi.catatan or "", "urut": urut}).items():
            setattr(baris, nama, nilai)
        baris.save()
    Hibah.objects.filter(pk__in=[h.pk for h in semula.values()]).delete()
    record_audit(by, "hibah.import", satker, lama=lama, baru={h.kode: h.pagu_dipa for h in daftar})


def _require_sama(
    satker: Satker, tahun: int, daftar: Sequence[fakta.RevisiDipa], rincian: Sequence[fakta.RincianRevisi]
) -> None:
    ada = {r.nomor: r for r in RevisiDipa.objects.filter(satker=satker, tahun=tahun)}
    terurut = RincianRevisi.objects.filter(revisi__in=ada.values()).select_related("revisi").order_by("urut", "pk")
    rincian_ada = _per_nomor(build_daftar_rincian(terurut))
    rincian_baru = _per_nomor(rincian)
    salah = []
    for r in daftar:
        kini = ada.get(r.nomor)
        if kini is None:
            continue
        sama = build_daftar_revisi([kini]) == (r,) and rincian_ada.get(r.nomor, []) == rincian_baru.get(r.nomor, [])
        if not (kini.is_beku and sama):
            salah.append(
                f"Revisi nomor {r.nomor}: sudah ada dengan isi lain, berstatus {kini.status}. Yang sudah ditetapkan "
                "tidak berubah; samakan isinya, atau catat perubahannya sebagai revisi berikutnya."
            )
    if salah:
        raise ValidationError(salah)


def _per_nomor(daftar: Sequence[fakta.RincianRevisi]) -> Mapping[int, list[fakta.RincianRevisi]]:
    hasil: dict[int, list[fakta.RincianRevisi]] = {}
    for d in daftar:
        hasil.setdefault(d.nomor, []).append(d)
    return hasil
