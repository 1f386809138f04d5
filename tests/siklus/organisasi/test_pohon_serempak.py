"""The tree stays whole while several people change it at the same time."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from pemeran import build_pemeran

from akuntabel.siklus.organisasi.actions import SatkerBaru, assign_peran, draft_satker, move_satker
from akuntabel.siklus.organisasi.models import Peran, Satker

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time"),
    pytest.mark.django_db(transaction=True),
]


def _serempak(*daftar: Callable[[], object]) -> list[Exception]:
    """Run the acts at once, each on a connection of its own; what they refused."""
    mulai, galat = Barrier(len(daftar)), list[Exception]()

    def jalankan(tindakan: Callable[[], object]) -> None:
        mulai.wait()
        try:
            tindakan()
        except ValidationError as e:
            galat.append(e)
        finally:
            connection.close()

    benang = [Thread(target=jalankan, args=(t,)) for t in daftar]
    for b in benang:
        b.start()
    for b in benang:
        b.join()
    return galat


def _assert_utuh() -> None:
    for satker in Satker.objects.select_related("induk"):
        assert satker.path == f"{satker.induk.path if satker.induk else ''}{satker.pk:06d}/"


def test_offices_founded_while_their_parent_moves_lie_below_it():
    p = build_pemeran()
    jateng = p.kota_lain.induk
    for satker in (p.provinsi, jateng, p.kota):
        assign_peran(p.admin, satker, Peran.ADMIN, by=None)
    baru = [SatkerBaru(f"B{n}", "x", "x", "kota", "x", "x", "x") for n in range(6)]

    def dirikan(isi: SatkerBaru) -> Callable[[], object]:
        return lambda: draft_satker(isi, induk=p.kota, by=None)

    assert not _serempak(
        *(dirikan(isi) for isi in baru),
        lambda: move_satker(p.kota, induk=jateng, by=p.admin, alasan="-"),
        lambda: move_satker(p.provinsi, induk=jateng, by=p.admin, alasan="-"),
    )
    assert Satker.objects.filter(kode__startswith="B", induk=p.kota).count() == 6
    _assert_utuh()


def test_two_offices_moved_under_each_other_make_no_circle():
    p = build_pemeran()
    jateng = p.kota_lain.induk
    for satker in (p.provinsi, jateng):
        assign_peran(p.admin, satker, Peran.ADMIN, by=None)
    galat = _serempak(
        lambda: move_satker(p.provinsi, induk=jateng, by=p.admin, alasan="-"),
        lambda: move_satker(jateng, induk=p.provinsi, by=p.admin, alasan="-"),
    )
    assert ["berada di bawah" in str(g) for g in galat] == [True]
    _assert_utuh()
