"""Silence: reports of offices that do not exist, whatever their facts, in every format, without one finding."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from akuntabel.core.checker.registry import check_naskah
from akuntabel.core.compose.isi_perjanjian import read_isi_perjanjian
from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.compose.perjanjian import compose_perjanjian
from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.core.naskah.model import Naskah
from akuntabel.core.readers.baca import read_berkas
from akuntabel.core.render.berkas import Format, render_berkas
from paket_acak import paket_acak

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")  # of the facts of a failing example
SEMUA = [Format.DOCX, Format.PDF, Format.HTML]
pakai = settings(
    max_examples=5,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def _temuan(naskah: Naskah, daftar: list[Format]) -> tuple[list[tuple[str, str, str, str]], int]:
    """All findings in all formats, and the fewest figures that were recomputed in one of them."""
    temuan, angka = [], []
    with TemporaryDirectory() as folder:
        for bentuk, jadi in render_berkas(naskah, daftar).items():
            berkas = Path(folder) / f"laporan.{bentuk.value}"
            berkas.write_bytes(jadi.isi)
            hasil = check_naskah(read_berkas(berkas))
            angka.append(hasil.angka_diperiksa)
            temuan += [(bentuk.value, t.kode, str(t.bukti.letak), t.bukti.tertulis) for t in hasil.temuan]
    return temuan, min(angka)


@pakai
@given(paket_acak())
def test_report_of_any_office_is_silent_and_seen(fakta: FaktaTahun):
    temuan, angka = _temuan(compose_lkj(compute_hasil(fakta)), SEMUA)
    assert temuan == []
    assert angka > 60


@pakai
@given(paket_acak())
def test_agreement_of_any_office_is_silent(fakta: FaktaTahun):
    assert _temuan(compose_perjanjian(read_isi_perjanjian(compute_hasil(fakta))), [Format.DOCX, Format.HTML])[0] == []


def test_random_offices_differ():
    """The strategy must not shrink to one office: several sizes of report come out of it."""
    banyak = set()

    @pakai
    @given(paket_acak())
    def kumpulkan(fakta: FaktaTahun) -> None:
        banyak.add((len(fakta.daftar_indikator), len(fakta.daftar_anggaran), fakta.tahun))

    kumpulkan()
    assert len(banyak) > 2
