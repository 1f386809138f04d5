"""Who sees which office: one rule, from one place."""

from datetime import date

from pemeran import Pemeran

from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Penugasan, Peran, Satker
from akuntabel.siklus.organisasi.querysets import saring_terlihat


def _nama(daftar: object) -> set[str]:
    return {s.nama for s in daftar}  # type: ignore[attr-defined]


def test_people_of_an_office_see_their_office_and_no_other(pemeran: Pemeran):
    for orang in (pemeran.rina, pemeran.danu, pemeran.bu_ketua, pemeran.admin):
        assert _nama(Satker.objects.visible_to(orang)) == {"KPU Kota Blitar"}
    assert _nama(Satker.objects.visible_to(pemeran.tono)) == {"KPU Kota Salatiga"}


def test_auditor_and_supervisor_look_down_but_not_up_or_beside(pemeran: Pemeran):
    for orang in (pemeran.sari, pemeran.supervisor):
        assert _nama(Satker.objects.visible_to(orang)) == {"KPU Provinsi Jawa Timur", "KPU Kota Blitar"}


def test_a_role_that_has_ended_shows_nothing(pemeran: Pemeran):
    Penugasan.objects.filter(pengguna=pemeran.rina).update(selesai=date(2020, 12, 31))
    assert not Satker.objects.visible_to(pemeran.rina).exists()


def test_things_of_an_office_are_seen_as_the_office_is(pemeran: Pemeran):
    pemeran.kota.daftar_unit.create(kode="divisi-data", jenis="divisi", nama="Divisi Data")
    unit = type(pemeran.kota.daftar_unit.get()).objects
    assert unit.visible_to(pemeran.rina).count() == unit.visible_to(pemeran.sari).count() == 1
    assert unit.visible_to(pemeran.tono).count() == 0


def test_visibility_costs_three_queries_whatever_the_number_of_offices(pemeran: Pemeran, django_assert_num_queries):
    with django_assert_num_queries(3):
        list(Satker.objects.visible_to(pemeran.supervisor))


def test_a_request_asks_once_who_the_person_is(pemeran: Pemeran, django_assert_num_queries):
    with django_assert_num_queries(2):
        for _ in range(3):
            saring_terlihat(pemeran.supervisor)


def test_a_role_given_in_the_same_request_is_seen(pemeran: Pemeran):
    assert _nama(Satker.objects.visible_to(pemeran.rina)) == {"KPU Kota Blitar"}
    assign_peran(pemeran.rina, pemeran.kota_lain, Peran.PERENCANA, by=None)
    assert _nama(Satker.objects.visible_to(pemeran.rina)) == {"KPU Kota Blitar", "KPU Kota Salatiga"}


def test_an_admin_sees_the_offices_that_it_founds(pemeran: Pemeran):
    assign_peran(pemeran.admin, pemeran.provinsi, Peran.ADMIN, by=None)
    assert _nama(Satker.objects.visible_to(pemeran.admin)) == {"KPU Provinsi Jawa Timur", "KPU Kota Blitar"}
