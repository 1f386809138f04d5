"""Kriteria 3a5 is proven by what is public: the main entity's annual report, as long as it is not withdrawn."""

import pytest
from pemeran import Pemeran
from terbitan_contoh import build_terbitan

from akuntabel.siklus.evaluasi.sumber_terbitan import read_terbitan
from akuntabel.siklus.publikasi.models import Terbitan

pytestmark = pytest.mark.django_db


def test_a_published_report_is_a_proof_with_its_page(pemeran: Pemeran):
    terbitan = build_terbitan("357200", 2020)
    bukti = read_terbitan(pemeran.kota, 2020)
    assert bukti is not None
    assert (bukti.judul, bukti.halaman, bukti.argumen) == (terbitan.judul, "publik_terbitan", (terbitan.slug,))
    assert read_terbitan(pemeran.kota, 2021) is None
    assert read_terbitan(pemeran.kota_lain, 2020) is None


def test_a_withdrawn_report_proves_nothing(pemeran: Pemeran):
    terbitan = build_terbitan("357200", 2020)
    Terbitan.objects.filter(pk=terbitan.pk).update(
        status="ditarik", ditarik_pada=terbitan.terbit_pada, alasan_tarik="Keliru"
    )
    assert read_terbitan(pemeran.kota, 2020) is None
