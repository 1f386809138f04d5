"""What one entity of an office reports on: the indicators of its own agreement and what belongs to them."""

from collections.abc import Collection
from dataclasses import replace

from akuntabel.core.fakta.fakta_tahun import FaktaTahun


def restrict_fakta(fakta: FaktaTahun, perjanjian: Collection[str]) -> FaktaTahun:
    """The facts without the agreements of other entities, and without indicators that its own do not promise.

    perjanjian: codes of its agreements; where it has none of the year, nothing is left out. What the office has
    measured and spent stays: elements and money are of the office.
    """
    daftar = tuple(p for p in fakta.daftar_perjanjian if p.kode in perjanjian)
    berlaku = replace(fakta, daftar_perjanjian=daftar).perjanjian_berlaku
    if berlaku is None:
        return fakta
    kode = {p.kode for p in daftar}
    target = tuple(t for t in fakta.daftar_perjanjian_target if t.perjanjian in kode)
    dijanjikan = {t.indikator for t in target if t.perjanjian == berlaku.kode}
    indikator = tuple(i for i in fakta.daftar_indikator if i.kode in dijanjikan)
    sasaran = {i.sasaran for i in indikator}
    return replace(
        fakta,
        daftar_perjanjian=daftar,
        daftar_perjanjian_target=tuple(t for t in target if t.indikator in dijanjikan),
        daftar_indikator=indikator,
        daftar_sasaran=tuple(s for s in fakta.daftar_sasaran if s.kode in sasaran),
        daftar_target_renstra=tuple(t for t in fakta.daftar_target_renstra if t.indikator in dijanjikan),
        daftar_riwayat=tuple(r for r in fakta.daftar_riwayat if r.indikator in dijanjikan),
        daftar_pembanding=tuple(p for p in fakta.daftar_pembanding if p.indikator in dijanjikan),
        daftar_sasaran_anggaran=tuple(a for a in fakta.daftar_sasaran_anggaran if a.sasaran in sasaran),
        daftar_isu=tuple(replace(i, sasaran=i.sasaran if i.sasaran in sasaran else None) for i in fakta.daftar_isu),
        daftar_langkah=tuple(
            replace(n, indikator=n.indikator if n.indikator in dijanjikan else None) for n in fakta.daftar_langkah
        ),
    )
