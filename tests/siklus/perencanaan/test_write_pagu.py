"""Codes by year for an office and all below it; the budget, to which lines are only added."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.perencanaan.actions.anggaran import IsianPagu, import_kode, write_pagu
from akuntabel.siklus.perencanaan.berlaku import daftar_kode_berlaku, daftar_pagu_berlaku
from akuntabel.siklus.perencanaan.katalog import parse_katalog
from akuntabel.siklus.perencanaan.models import KodeReferensi, Pagu

TABEL = [
    ["kode", "tingkat", "uraian", "satuan"],
    ["076.01.06", "program", "Penguatan Kelembagaan Demokrasi", ""],
    ["3364", "kegiatan", "Pedoman dan Sosialisasi", ""],
    ["3364.034", "output", "Tahapan Pemilihan", "tahapan"],
]


def test_a_table_becomes_a_catalogue_with_its_tree(pemeran):
    assert import_kode(pemeran.kota, 2026, parse_katalog(TABEL), by=pemeran.rina) == 3
    assert list(KodeReferensi.objects.values_list("kode", "tingkat", "induk", "satuan")) == [
        ("076.01.06", "program", "", ""),
        ("3364", "kegiatan", "", ""),
        ("3364.034", "output", "3364", "tahapan"),
    ]


def test_every_bad_row_is_named_and_nothing_is_stored(pemeran):
    with pytest.raises(ValidationError) as galat:
        parse_katalog([*TABEL, ["", "output", "X"], ["3365", "kabinet", "Y"], [], ["3366", "kegiatan"]])
    assert [p.split(":")[0] for p in galat.value.messages] == ["Baris 5", "Baris 6", "Baris 8"]
    with pytest.raises(ValidationError, match="kolom tingkat tidak ada"):
        parse_katalog([["kode", "uraian"], ["1", "X"]])
    ganda = parse_katalog([*TABEL, ["3364", "kegiatan", "Lain"]])
    with pytest.raises(ValidationError, match="sudah ada di baris 2"):
        import_kode(pemeran.kota, 2026, ganda, by=pemeran.rina)
    assert not KodeReferensi.objects.exists()


def test_a_code_cannot_stand_above_itself(pemeran):
    tabel = [["kode", "tingkat", "uraian", "induk"], ["1", "program", "A", "2"], ["2", "program", "B", "1"]]
    with pytest.raises(ValidationError, match="berputar"):
        import_kode(pemeran.kota, 2026, parse_katalog(tabel), by=pemeran.rina)


def test_importing_again_changes_only_what_is_new_and_the_trail_keeps_the_old_name(pemeran):
    import_kode(pemeran.kota, 2026, parse_katalog(TABEL), by=pemeran.rina)
    assert import_kode(pemeran.kota, 2026, parse_katalog(TABEL), by=pemeran.rina) == 0
    lain = [TABEL[0], ["3364", "kegiatan", "Sosialisasi", ""]]
    assert import_kode(pemeran.kota, 2026, parse_katalog(lain), by=pemeran.rina) == 1
    jejak = JejakAudit.objects.filter(tindakan="kode.import").order_by("pk").last()
    assert jejak is not None
    assert jejak.lama == {"3364": {"uraian": "Pedoman dan Sosialisasi"}}
    assert KodeReferensi.objects.count() == 3


def test_the_catalogue_of_an_office_above_holds_below_and_the_nearest_name_wins(pemeran):
    import_kode(pemeran.pusat, 2026, parse_katalog(TABEL), by=None)
    import_kode(pemeran.kota, 2026, parse_katalog([TABEL[0], ["3364", "kegiatan", "Nama setempat", ""]]), by=None)
    assert daftar_kode_berlaku(pemeran.kota, 2026)["3364"].uraian == "Nama setempat"
    assert daftar_kode_berlaku(pemeran.kota_lain, 2026)["3364"].uraian == "Pedoman dan Sosialisasi"
    assert daftar_kode_berlaku(pemeran.kota, 2025) == {}
    assert KodeReferensi.objects.visible_to(pemeran.tono).count() == 3


def test_the_last_line_of_a_code_holds_and_those_before_stay(pemeran):
    baris = [IsianPagu("3364.034", "HLD", 2_000_000_000), IsianPagu("3364.034", "RM", 5_000_000)]
    write_pagu(pemeran.kota, 2026, baris, sejak=date(2026, 1, 2), sumber="DIPA", by=pemeran.rina)
    write_pagu(
        pemeran.kota,
        2026,
        [IsianPagu("3364.034", "HLD", 9_007_199_254_740_993)],
        sejak=date(2026, 5, 1),
        sumber="DIPA revisi 1",
        by=pemeran.rina,
    )
    kini = {(p.sumber_dana, p.pagu, p.sumber) for p in daftar_pagu_berlaku(pemeran.kota, 2026)}
    assert kini == {("HLD", 9_007_199_254_740_993, "DIPA revisi 1"), ("RM", 5_000_000, "DIPA")}
    dulu = {p.sumber_dana: p.pagu for p in daftar_pagu_berlaku(pemeran.kota, 2026, pada=date(2026, 4, 30))}
    assert dulu == {"HLD": 2_000_000_000, "RM": 5_000_000}
    assert Pagu.objects.count() == 3
    assert JejakAudit.objects.filter(tindakan="pagu.write").count() == 2


def test_a_correction_on_the_same_day_holds(pemeran):
    for pagu in (1, 2):
        write_pagu(
            pemeran.kota, 2026, [IsianPagu("1", "RM", pagu)], sejak=date(2026, 1, 2), sumber="DIPA", by=pemeran.rina
        )
    assert [p.pagu for p in daftar_pagu_berlaku(pemeran.kota, 2026)] == [2]


JALAN_PINTAS: dict[str, Callable[[], object]] = {
    "ubah": lambda: Pagu.objects.update(pagu=2),
    "hapus": lambda: Pagu.objects.all().delete(),
}


@pytest.mark.parametrize("cara", JALAN_PINTAS)
def test_lines_of_the_budget_are_only_added(pemeran, cara: str):
    write_pagu(pemeran.kota, 2026, [IsianPagu("1", "RM", 1)], sejak=date(2026, 1, 2), sumber="DIPA", by=pemeran.rina)
    with pytest.raises(DatabaseError, match="hanya dapat ditambah"), transaction.atomic():
        JALAN_PINTAS[cara]()
    assert Pagu.objects.get().pagu == 1


def test_a_code_outside_the_catalogue_is_named_with_its_row(pemeran):
    import_kode(pemeran.pusat, 2026, parse_katalog(TABEL), by=None)
    isian = [IsianPagu("3364.034", "RM", 1), IsianPagu("9999", "RM", 1), IsianPagu("3364.034", "RM", -5)]
    with pytest.raises(ValidationError) as galat:
        write_pagu(pemeran.kota, 2026, isian, sejak=date(2026, 1, 2), sumber=" ", by=pemeran.rina)
    assert [p.split(":")[0] for p in galat.value.messages] == ["Baris 2", "Baris 3", "Baris 3", galat.value.messages[3]]
    assert not Pagu.objects.exists()


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "tono"])
def test_only_the_planner_of_the_office_writes(pemeran, nama: str):
    with pytest.raises(PermissionDenied):
        write_pagu(pemeran.kota, 2026, [], sejak=date(2026, 1, 2), sumber="DIPA", by=getattr(pemeran, nama))
    with pytest.raises(PermissionDenied):
        import_kode(pemeran.kota, 2026, [], by=getattr(pemeran, nama))
