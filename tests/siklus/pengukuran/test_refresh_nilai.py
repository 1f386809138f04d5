"""Annual values that somebody else has made old are computed again."""

from decimal import Decimal

import pytest
from django.utils import timezone
from kantor_contoh import TAHUN, Kantor

from akuntabel.platform.tasks.models import Tugas
from akuntabel.siklus.pengukuran.actions import IsianSel, measure_fakta
from akuntabel.siklus.pengukuran.actions_elemen import IsiElemen, draft_elemen
from akuntabel.siklus.pengukuran.models import AsalElemen, DasarNilai, NilaiTahunan
from akuntabel.siklus.pengukuran.tugas import refresh_bawahan, refresh_usang


def test_offices_below_follow_a_value_that_is_measured_above(kantor: Kantor) -> None:
    kantor.elemen["a"].delete()
    isi = IsiElemen(kode="a", nama="Nilai nasional", satuan="poin", asal=AsalElemen.INDUK)
    draft_elemen(kantor.pemeran.pusat, TAHUN, isi, by=None)
    kantor.ukur(b=80)
    assert NilaiTahunan.objects.get(satker=kantor.satker, kode="1.1").nilai is None
    measure_fakta(kantor.pemeran.pusat, TAHUN, 1, [IsianSel(elemen="a", nilai=Decimal(60))], by=None)
    tugas = Tugas.objects.get()
    assert tugas.argumen["args"] == [kantor.pemeran.pusat.pk, TAHUN]
    assert refresh_bawahan.call(*tugas.argumen["args"]) == 1
    assert NilaiTahunan.objects.get(satker=kantor.satker, kode="1.1").nilai == 75


def test_an_own_value_asks_for_no_such_work(kantor: Kantor) -> None:
    kantor.ukur(a=60, b=80)
    assert not Tugas.objects.exists()


def test_a_signed_agreement_begins_the_values_of_its_year(kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    kini = timezone.now().replace(year=TAHUN)
    monkeypatch.setattr(timezone, "now", lambda: kini)
    refresh_usang()
    assert set(NilaiTahunan.objects.values_list("kode", flat=True)) == {"", "1.1", "1.2"}
    assert DasarNilai.objects.get().dasar.startswith(f"{kantor.perjanjian.pk}:")


def test_what_is_not_old_is_left_alone(kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    kini = timezone.now().replace(year=TAHUN)
    monkeypatch.setattr(timezone, "now", lambda: kini)
    kantor.ukur(a=60, b=80)
    sebelum = set(NilaiTahunan.objects.values_list("pk", "dihitung_pada"))
    refresh_usang()
    assert set(NilaiTahunan.objects.values_list("pk", "dihitung_pada")) == sebelum
