"""The ledger against everything that can be written into it by hand: the database books only what fits."""

from itertools import pairwise

from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from akuntabel.siklus.anggaran.models import RevisiDipa, RincianRevisi

RUPIAH = st.integers(-3, 3)
RINCIAN = st.lists(
    st.tuples(st.sampled_from(["A.1", "A.2", "B.1"]), st.sampled_from(["RM", "HLD"]), RUPIAH), max_size=4
)
ENTRI = st.fixed_dictionaries(
    {
        "nomor": st.integers(0, 3),
        "jenis": st.sampled_from(["awal", "pagu_berubah", "pagu_tetap", "administrasi"]),
        "semula": st.none() | st.integers(8, 12),
        "menjadi": st.integers(8, 12),
        "kewenangan": st.sampled_from(["DJA", "KPA"]),
        "rincian": RINCIAN,
        "is_impor": st.booleans(),
    }
)


def _book(satker, isi: dict[str, object]) -> bool:
    """Write one entry as anybody with a connection could, and book it; whether the database took it."""
    rincian = isi.pop("rincian")
    try:
        with transaction.atomic():
            revisi = RevisiDipa.objects.create(satker=satker, tahun=2026, **isi)
            RincianRevisi.objects.bulk_create(
                RincianRevisi(revisi=revisi, kode=k, output=k[0], sumber_dana=s, selisih=n) for k, s, n in rincian
            )
            RevisiDipa.objects.filter(pk=revisi.pk).update(status="ditetapkan")
    except DatabaseError:
        return False
    return True


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.lists(ENTRI, min_size=1, max_size=6))
def test_whatever_is_written_the_booked_ledger_fits(pemeran, daftar):
    with transaction.atomic():
        for isi in daftar:
            _book(pemeran.kota, dict(isi))
        _check_buku(pemeran.kota)
        transaction.set_rollback(True)


def _check_buku(satker) -> None:
    buku = {r.nomor: r for r in RevisiDipa.objects.filter(satker=satker, status="ditetapkan")}
    for revisi in buku.values():
        if revisi.is_impor:
            continue
        rincian = list(revisi.daftar_rincian.all())
        assert (revisi.nomor == 0) == (revisi.semula is None) == (revisi.jenis == "awal")
        if revisi.nomor:
            assert revisi.semula == buku[revisi.nomor - 1].menjadi
            assert sum(r.selisih for r in rincian) == revisi.menjadi - (revisi.semula or 0)
        if revisi.jenis in ("pagu_tetap", "administrasi"):
            assert revisi.menjadi == revisi.semula
        if revisi.kewenangan == "KPA":
            assert revisi.jenis in ("pagu_tetap", "administrasi")
            per_output: dict[tuple[str, str], int] = {}
            for r in rincian:
                per_output[r.output, r.sumber_dana] = per_output.get((r.output, r.sumber_dana), 0) + r.selisih
            assert not any(per_output.values())


def test_a_ledger_that_fits_is_booked(pemeran):
    dasar = {"kewenangan": "DJA", "is_impor": False}
    assert _book(pemeran.kota, dasar | {"nomor": 0, "jenis": "awal", "semula": None, "menjadi": 10, "rincian": []})
    for nomor, (lama, baru) in enumerate(pairwise([10, 12, 9]), 1):
        rincian = [("A.1", "RM", baru - lama)]
        isi = {"nomor": nomor, "jenis": "pagu_berubah", "semula": lama, "menjadi": baru, "rincian": rincian}
        assert _book(pemeran.kota, dasar | isi)
    geser = {"nomor": 3, "jenis": "pagu_tetap", "semula": 9, "menjadi": 9, "kewenangan": "KPA"}
    assert not _book(pemeran.kota, dasar | geser | {"rincian": [("A.1", "RM", 1), ("B.1", "RM", -1)]})
    assert _book(pemeran.kota, dasar | geser | {"rincian": [("A.1", "RM", 1), ("A.2", "RM", -1)]})
