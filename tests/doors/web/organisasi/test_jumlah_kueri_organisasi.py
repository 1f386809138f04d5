"""The pages of an office cost the same however much it has."""

from datetime import date

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pemeran import Pemeran

from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.actions_pejabat import PejabatBaru, draft_pejabat
from akuntabel.siklus.organisasi.actions_pleno import IsiRapat, KeputusanBaru, PesertaBaru, draft_berita_acara
from akuntabel.siklus.organisasi.actions_unit import UraianBaru, draft_unit, revise_uraian_tugas
from akuntabel.siklus.organisasi.models import Pejabat, Peran

HALAMAN = ("", "pejabat/", "orang/", "pleno/", "pleno/baru/", "tugas/")
BANYAK = 12


def test_queries_do_not_grow_with_what_an_office_has(client: Client, pemeran: Pemeran, komisioner: list[Pejabat]):
    client.force_login(pemeran.rina)
    _isi(pemeran, komisioner, 1)
    client.get("/satker/357200/")
    sedikit = {h: _jumlah(client, h) for h in HALAMAN}
    _isi(pemeran, komisioner, BANYAK)
    assert {h: _jumlah(client, h) for h in HALAMAN} == sedikit
    assert max(sedikit.values()) <= 16


def _jumlah(client: Client, halaman: str) -> int:
    with CaptureQueriesContext(connection) as tangkap:
        assert client.get(f"/satker/357200/{halaman}").status_code == 200
    return len(tangkap)


def _isi(pemeran: Pemeran, komisioner: list[Pejabat], jumlah: int) -> None:
    for n in range(jumlah):
        kode = f"{jumlah}-{n}"
        unit = draft_unit(pemeran.kota, kode=kode, jenis="divisi", nama=f"Divisi {kode}", by=None)
        revise_uraian_tugas(pemeran.kota, unit, [UraianBaru("tugas", "a"), UraianBaru("tugas", "b")], by=None)
        draft_pejabat(pemeran.kota, PejabatBaru(f"p{kode}", "pereviu", "Pereviu", f"P {kode}"), by=None)
        rapat = IsiRapat(
            kode, date(2026, 1, 5), "Aula", "Agenda", "", [PesertaBaru(p) for p in komisioner], [KeputusanBaru("a")]
        )
        draft_berita_acara(pemeran.kota, rapat, by=pemeran.rina)
    for orang in (pemeran.sari, pemeran.supervisor, pemeran.danu)[: jumlah - 1]:
        assign_peran(orang, pemeran.kota, Peran.EVALUATOR, by=None)
