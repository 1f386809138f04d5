"""An election as an office knows it: taken from the known ones or written down, the nearest office wins."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from akuntabel.core.calc.partisipasi import KategoriPemilih
from akuntabel.core.regulasi.pemilihan import daftar_pemilihan_acuan, sebut_tanda
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.kepemiluan.actions.pemilihan import (
    build_isi_acuan,
    draft_pemilihan,
    import_pemilihan_acuan,
    revise_pemilihan,
    withdraw_pemilihan,
)
from akuntabel.siklus.kepemiluan.actions.tahapan import import_tahapan_acuan
from akuntabel.siklus.kepemiluan.berlaku import daftar_pemilihan_berlaku, find_pemilihan_berlaku
from akuntabel.siklus.kepemiluan.models import Pemilihan

ISI = build_isi_acuan(daftar_pemilihan_acuan()["pilkada-2020"])


@pytest.mark.parametrize("id_", daftar_pemilihan_acuan())
def test_every_known_election_can_be_taken_over_as_it_is(pemeran, id_: str):
    acuan = daftar_pemilihan_acuan()[id_]
    p = import_pemilihan_acuan(pemeran.kota, acuan.tahun, id_, by=pemeran.rina)
    p.refresh_from_db()
    assert (p.nama, p.tahun, p.tanggal, p.rumus) == (acuan.nama, acuan.tahun, acuan.tanggal, acuan.rumus_partisipasi)
    assert all(p.label.values())
    assert sebut_tanda(acuan.tanda) in p.sumber


def test_an_unknown_election_is_not_made_up(pemeran):
    with pytest.raises(ValidationError, match="pilkada-2020"):
        import_pemilihan_acuan(pemeran.kota, 2021, "pilkada-2021", by=pemeran.rina)


def test_what_an_office_above_writes_holds_below_and_the_nearest_wording_wins(pemeran):
    import_pemilihan_acuan(pemeran.pusat, 2020, "pilkada-2020", by=None)
    import_pemilihan_acuan(pemeran.pusat, 2020, "pilkada-2015", by=None)
    setempat = replace(ISI, nama="Pemilihan Wali Kota dan Wakil Wali Kota Blitar")
    draft_pemilihan(pemeran.kota, 2020, setempat, by=pemeran.danu)
    berlaku = find_pemilihan_berlaku(pemeran.kota, 2020, "pilkada-2020")
    assert berlaku is not None
    assert berlaku.nama == "Pemilihan Wali Kota dan Wakil Wali Kota Blitar"
    assert [p.kode for p in daftar_pemilihan_berlaku(pemeran.kota, 2020)] == ["pilkada-2020", "pilkada-2015"]
    assert daftar_pemilihan_berlaku(pemeran.kota_lain, 2020)[0].nama == ISI.nama
    assert daftar_pemilihan_berlaku(pemeran.kota, 2021) == []
    assert Pemilihan.objects.visible_to(pemeran.tono).count() == 2


def test_a_code_is_used_once_a_year_and_has_no_blanks(pemeran, pilkada):
    with pytest.raises(ValidationError, match="sudah mempunyai pemilihan"):
        draft_pemilihan(pemeran.kota, 2020, ISI, by=pemeran.rina)
    draft_pemilihan(pemeran.kota, 2021, ISI, by=pemeran.rina)
    with pytest.raises(ValidationError, match="pilkada-2024"):
        draft_pemilihan(pemeran.kota, 2020, replace(ISI, kode="pilkada 2020"), by=pemeran.rina)


def test_half_a_formula_is_no_formula(pemeran):
    with pytest.raises(ValidationError, match="pembilang dan untuk penyebut"):
        draft_pemilihan(pemeran.kota, 2020, replace(ISI, basis_pemilih=frozenset()), by=pemeran.rina)


def test_a_change_is_recorded_and_of_two_people_the_second_is_told(pemeran, pilkada):
    basis = frozenset({KategoriPemilih.TERDAFTAR})
    revise_pemilihan(pilkada, replace(ISI, basis_pemilih=basis), versi=0, by=pemeran.rina)
    assert pilkada.basis_pemilih == "terdaftar"
    assert JejakAudit.objects.get(tindakan="pemilihan.revise").lama == {"basis_pemilih": "terdaftar,tambahan_ktp"}
    with pytest.raises(SudahBerubahError):
        revise_pemilihan(pilkada, ISI, versi=0, by=pemeran.danu)


def test_an_election_goes_only_while_nothing_hangs_from_it(pemeran, pilkada):
    lain = import_pemilihan_acuan(pemeran.kota, 2020, "pilkada-2015", by=pemeran.rina)
    with pytest.raises(ValidationError, match="alasan"):
        withdraw_pemilihan(lain, by=pemeran.rina, alasan="")
    withdraw_pemilihan(lain, by=pemeran.rina, alasan="salah tahun")
    import_tahapan_acuan(pemeran.kota, pilkada, by=pemeran.rina)
    with pytest.raises(ValidationError, match="tidak dapat dihapus"):
        withdraw_pemilihan(pilkada, by=pemeran.rina, alasan="salah")
    assert list(Pemilihan.objects.values_list("kode", flat=True)) == ["pilkada-2020"]
    assert JejakAudit.objects.filter(tindakan="pemilihan.withdraw").count() == 1


def test_only_planner_and_keeper_of_data_write_elections(pemeran):
    for orang in (pemeran.bu_ketua, pemeran.sari, pemeran.tono, pemeran.supervisor, pemeran.admin):
        with pytest.raises(PermissionDenied):
            draft_pemilihan(pemeran.kota, 2020, ISI, by=orang)
    assert not Pemilihan.objects.exists()
