"""The report built from the database is the one built from the data package, byte for byte."""

import pytest
from laporan_blitar import build_laporan_blitar

from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.naskah.json import dump_naskah
from akuntabel.siklus.pelaporan.naskah import compose_laporan
from contoh_paket import compute_contoh


@pytest.mark.django_db
def test_report_from_the_database_equals_the_one_from_the_package_byte_for_byte():
    hasil, naskah = compose_laporan(build_laporan_blitar().laporan)
    dari_paket = dump_naskah(compose_lkj(compute_contoh())).encode()
    assert dump_naskah(naskah).encode() == dari_paket
    assert hasil.fakta.sidik == compute_contoh().fakta.sidik
    assert len(dari_paket) > 100_000
