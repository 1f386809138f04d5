"""The public register follows that of the application, and writes only what is different."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pemeran import Pemeran

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.publikasi.daftar_satker import refresh_daftar_satker
from akuntabel.siklus.publikasi.models import SatkerTerbit
from akuntabel.siklus.publikasi.versi import read_versi

pytestmark = pytest.mark.django_db


def test_every_active_office_is_in_it_with_its_place(pemeran: Pemeran):
    refresh_daftar_satker()
    assert SatkerTerbit.objects.count() == 5
    kota = SatkerTerbit.objects.get(kode="357200")
    assert (kota.nama, kota.kode_induk, kota.path) == ("KPU Kota Blitar", "350000", pemeran.kota.path)
    assert SatkerTerbit.objects.get(kode="000000").kode_induk == ""


def test_what_is_the_same_is_not_written_again(pemeran: Pemeran):
    refresh_daftar_satker()
    semula = read_versi()
    with CaptureQueriesContext(connection) as kueri:
        refresh_daftar_satker()
    assert not [k["sql"] for k in kueri if k["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert read_versi() == semula


def test_another_name_and_a_closed_office_are_taken_over(pemeran: Pemeran):
    refresh_daftar_satker()
    Satker.objects.filter(kode="357200").update(nama="KPU Kota Blitar Raya")
    Satker.objects.filter(kode="337300").update(is_aktif=False)
    refresh_daftar_satker()
    assert SatkerTerbit.objects.get(kode="357200").nama == "KPU Kota Blitar Raya"
    assert not SatkerTerbit.objects.filter(kode="337300").exists()
