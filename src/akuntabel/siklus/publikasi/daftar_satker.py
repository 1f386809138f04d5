"""The public register of offices: a copy of what the application knows of them, renewed with every publication."""

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.publikasi.models_daftar import SatkerTerbit

BIDANG = ("nama", "nama_lengkap", "jenis", "kode_induk", "path", "wilayah")


def refresh_daftar_satker() -> None:
    """Bring the register up to date; what is the same already is not written."""
    tercatat = {s.kode: s for s in SatkerTerbit.objects.all()}
    kini = {s.kode: _copy(s) for s in Satker.objects.filter(is_aktif=True).select_related("induk")}
    SatkerTerbit.objects.bulk_create([s for kode, s in kini.items() if kode not in tercatat])
    berubah = []
    for kode, s in kini.items():
        lama = tercatat.get(kode)
        if lama is not None and any(getattr(lama, b) != getattr(s, b) for b in BIDANG):
            s.pk = lama.pk
            berubah.append(s)
    if berubah:
        SatkerTerbit.objects.bulk_update(berubah, BIDANG, batch_size=500)
    SatkerTerbit.objects.filter(kode__in=tercatat.keys() - kini.keys()).delete()


def _copy(s: Satker) -> SatkerTerbit:
    return SatkerTerbit(
        kode=s.kode,
        nama=s.nama,
        nama_lengkap=s.nama_lengkap,
        jenis=s.jenis,
        kode_induk=s.induk.kode if s.induk else "",
        path=s.path,
        wilayah=s.wilayah,
    )
