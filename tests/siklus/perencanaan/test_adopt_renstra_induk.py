"""Since 2025 an office below follows the plan of an office above, with the indicators that it carries."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from naskah_renstra import ISI_RENSTRA, PARTISIPASI

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.perencanaan.actions.adopsi import adopt_renstra_induk
from akuntabel.siklus.perencanaan.actions.butir import draft_sasaran
from akuntabel.siklus.perencanaan.actions.indikator import draft_indikator
from akuntabel.siklus.perencanaan.actions.renstra import draft_renstra, import_penetapan
from akuntabel.siklus.perencanaan.berlaku import daftar_indikator_berlaku, find_renstra_berlaku
from akuntabel.siklus.perencanaan.models import AdopsiRenstra, Indikator, Renstra


@pytest.fixture
def renstra_pusat(pemeran) -> Renstra:
    """The plan of KPU, adopted, with three indicators."""
    renstra = draft_renstra(pemeran.pusat, ISI_RENSTRA, by=None)
    sasaran = draft_sasaran(renstra, kode="1", nama="Meningkatnya partisipasi", tujuan=None, by=None)
    for kode in ("1.1", "1.2", "1.3"):
        draft_indikator(sasaran, replace(PARTISIPASI, kode=kode), by=None)
    import_penetapan(renstra, tanggal=date(2025, 1, 2), by=None)
    return renstra


def _pilih(renstra: Renstra, *kode: str) -> list[Indikator]:
    return list(Indikator.objects.filter(sasaran__renstra=renstra, kode__in=kode))


def test_an_office_carries_the_indicators_it_chose(pemeran, renstra_pusat):
    adopsi = adopt_renstra_induk(
        pemeran.kota,
        renstra_pusat,
        tahun_mulai=2025,
        daftar_indikator=_pilih(renstra_pusat, "1.1", "1.3"),
        dasar="Surat KPU 1/2025",
        by=pemeran.rina,
    )
    assert find_renstra_berlaku(pemeran.kota, 2026) == renstra_pusat
    assert [i.kode for i in daftar_indikator_berlaku(pemeran.kota, 2026)] == ["1.1", "1.3"]
    assert find_renstra_berlaku(pemeran.kota_lain, 2026) is None
    jejak = JejakAudit.objects.get(tindakan="adopsi_renstra.adopt")
    assert (jejak.objek_id, jejak.baru["indikator"]) == (str(adopsi.pk), ["1.1", "1.3"])


def test_a_later_choice_holds_from_its_year_and_the_first_stays(pemeran, renstra_pusat):
    for tahun, kode in ((2025, "1.1"), (2027, "1.2")):
        adopt_renstra_induk(
            pemeran.kota,
            renstra_pusat,
            tahun_mulai=tahun,
            daftar_indikator=_pilih(renstra_pusat, kode),
            dasar="Surat",
            by=pemeran.rina,
        )
    assert [
        [i.kode for i in daftar_indikator_berlaku(pemeran.kota, tahun)] for tahun in (2024, 2025, 2026, 2027, 2029)
    ] == [[], ["1.1"], ["1.1"], ["1.2"], ["1.2"]]


JALAN_PINTAS: dict[str, Callable[[], object]] = {
    "ubah tahun": lambda: AdopsiRenstra.objects.update(tahun_mulai=2026),
    "lepas indikator": lambda: AdopsiRenstra.objects.get().daftar_indikator.clear(),
}


@pytest.mark.parametrize("cara", JALAN_PINTAS)
def test_adoptions_are_only_added(pemeran, renstra_pusat, cara: str):
    adopt_renstra_induk(
        pemeran.kota,
        renstra_pusat,
        tahun_mulai=2025,
        daftar_indikator=_pilih(renstra_pusat, "1.1"),
        dasar="Surat",
        by=pemeran.rina,
    )
    with pytest.raises(DatabaseError, match="hanya dapat ditambah"), transaction.atomic():
        JALAN_PINTAS[cara]()


def test_everything_that_is_wrong_is_said_at_once(pemeran, naskah, renstra_pusat):
    with pytest.raises(ValidationError) as galat:
        adopt_renstra_induk(
            pemeran.kota_lain,
            naskah.renstra,
            tahun_mulai=2040,
            daftar_indikator=_pilih(renstra_pusat, "1.1"),
            dasar="",
            by=pemeran.tono,
        )
    assert set(galat.value.message_dict) == {"renstra", "tahun_mulai", "daftar_indikator", "dasar"}


def test_a_draft_of_the_office_above_cannot_be_followed(pemeran):
    renstra = draft_renstra(pemeran.provinsi, ISI_RENSTRA, by=None)
    with pytest.raises(ValidationError, match="belum ditetapkan"):
        adopt_renstra_induk(
            pemeran.kota, renstra, tahun_mulai=2025, daftar_indikator=[], dasar="Surat", by=pemeran.rina
        )


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "tono"])
def test_only_the_planner_of_the_office_adopts(pemeran, renstra_pusat, nama: str):
    with pytest.raises(PermissionDenied):
        adopt_renstra_induk(
            pemeran.kota,
            renstra_pusat,
            tahun_mulai=2025,
            daftar_indikator=_pilih(renstra_pusat, "1.1"),
            dasar="Surat",
            by=getattr(pemeran, nama),
        )


def test_the_office_below_sees_the_adopted_plan_above_and_no_draft(pemeran, renstra_pusat):
    draft_renstra(pemeran.provinsi, ISI_RENSTRA, by=None)
    assert list(Renstra.objects.visible_to(pemeran.rina)) == [renstra_pusat]
    assert Indikator.objects.visible_to(pemeran.tono).count() == 3


def test_an_own_adopted_plan_comes_before_the_one_from_above(pemeran, renstra_pusat, ditetapkan):
    adopt_renstra_induk(
        pemeran.kota,
        renstra_pusat,
        tahun_mulai=2025,
        daftar_indikator=_pilih(renstra_pusat, "1.1"),
        dasar="Surat",
        by=pemeran.rina,
    )
    assert find_renstra_berlaku(pemeran.kota, 2026) == ditetapkan.renstra
