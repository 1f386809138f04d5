"""The tree of KPU for demonstration."""

import time

import pytest
from django.core.exceptions import ValidationError

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.organisasi.models import EntitasPelapor, Satker
from akuntabel.siklus.organisasi.pohon_kpu import build_pohon_kpu, daftar_provinsi

pytestmark = pytest.mark.django_db


def test_one_office_of_the_nation_38_of_provinces_514_of_regencies_and_cities():
    mulai = time.process_time()
    pusat = build_pohon_kpu()
    assert time.process_time() - mulai < 5
    jumlah = {j: Satker.objects.filter(jenis=j).count() for j in ("pusat", "provinsi", "kabupaten", "kota")}
    assert jumlah == {"pusat": 1, "provinsi": 38, "kabupaten": 416, "kota": 98}
    assert Satker.objects.di_bawah(pusat.path).count() == EntitasPelapor.objects.count() == 553
    assert JejakAudit.objects.get(tindakan="satker.import").baru["jumlah"] == 553


def test_every_office_lies_below_its_parent():
    build_pohon_kpu()
    for satker in Satker.objects.select_related("induk"):
        induk = satker.induk.path if satker.induk else ""
        assert satker.path == f"{induk}{satker.pk:06d}/"


def test_the_tree_is_the_same_every_time():
    build_pohon_kpu()
    aceh = Satker.objects.get(kode="KPU-11")
    assert aceh.daftar_bawahan.count() == 23
    assert aceh.daftar_bawahan.get(kode="KPU-1107").nama == "KPU Kabupaten/Kota 07, Provinsi Aceh"
    assert sum(p.kabupaten + p.kota for p in daftar_provinsi()) == 514


def test_a_second_tree_is_refused():
    build_pohon_kpu()
    with pytest.raises(ValidationError, match="sudah ada"):
        build_pohon_kpu()
    assert Satker.objects.count() == 553
