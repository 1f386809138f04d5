"""The mark of what is public changes with every change of it, whoever makes it, and with nothing else."""

from collections.abc import Callable

import pytest
from pemeran import build_satker
from terbitan_contoh import build_satker_terbit, build_terbitan, withdraw

from akuntabel.siklus.publikasi.models import SatkerTerbit, StatusTerbitan, Terbitan
from akuntabel.siklus.publikasi.versi import read_versi

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "ubah",
    [
        build_terbitan,
        lambda: withdraw(Terbitan.objects.get(status=StatusTerbitan.TERBIT)),
        lambda: build_satker_terbit("357300", "KPU Kota Malang"),
        lambda: SatkerTerbit.objects.update(nama="KPU Kota Blitar Baru"),
        lambda: SatkerTerbit.objects.all().delete(),
    ],
)
def test_every_change_of_what_is_public_is_seen(ubah: Callable[[], object]):
    build_terbitan(tahun=2018)
    semula = read_versi()
    ubah()
    assert read_versi() not in ("", semula)


def test_other_changes_leave_it():
    build_terbitan()
    semula = read_versi()
    build_satker("357200", "KPU Kota Blitar", "kota", None)
    assert read_versi() == semula


def test_the_mark_never_comes_back():
    tanda = set()
    for tahun in range(2001, 2006):
        build_terbitan(tahun=tahun)
        tanda.add(read_versi())
    assert len(tanda) == 5


def test_before_anything_is_public_there_is_none():
    assert read_versi() == ""
