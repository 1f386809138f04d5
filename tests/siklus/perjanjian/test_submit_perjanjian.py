"""What stands in the way is listed all at once; a warning does not stop anybody."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from akuntabel.siklus.perjanjian.actions import AnggaranBaris, set_anggaran, set_target, submit_perjanjian


def test_a_complete_draft_goes_to_the_head(pemeran, draf):
    submit_perjanjian(draf, by=pemeran.rina)
    assert draf.status == "diajukan"


def test_everything_in_the_way_is_listed_at_once(pemeran, rencana, draf):
    set_target(draf, rencana.partisipasi, "75", by=pemeran.rina)
    set_target(draf, rencana.daftar_pemilih, "", by=pemeran.rina)
    set_anggaran(draf, [AnggaranBaris("9999", "Entah", "RM", 2_000_000_000)], by=pemeran.rina)
    with pytest.raises(ValidationError) as galat:
        submit_perjanjian(draf, by=pemeran.rina)
    assert [e.code for e in galat.value.error_list] == [
        "target-di-bawah-nasional",
        "target-kosong",
        "kode-tidak-dikenal",
        "pagu-tidak-ada",
        "jumlah-anggaran-berbeda",
    ]
    assert galat.value.messages[0] == (
        "Indikator 1.1: tertulis 75%, diharapkan sedikitnya 77,5% (Renstra KPU 2025–2029). "
        "Sesuaikan targetnya dengan Renstra KPU 2025–2029. Dasar: target di tingkat daerah tidak boleh di bawah target "
        "nasional; arahan KPU tentang Perjanjian Kinerja 2026 (berita KPU Kabupaten Sragen, 5 Januari 2026)."
    )
    draf.refresh_from_db()
    assert draf.status == "disusun"


def test_a_warning_stops_nobody(pemeran, rencana, draf):
    set_target(draf, rencana.partisipasi, "80", by=pemeran.rina)
    submit_perjanjian(draf, by=pemeran.rina)
    assert draf.status == "diajukan"


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "tono"])
def test_only_the_planner_submits(pemeran, draf, nama: str):
    with pytest.raises(PermissionDenied):
        submit_perjanjian(draf, by=getattr(pemeran, nama))
