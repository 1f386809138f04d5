"""A worker killed in the middle of an import leaves nothing half-imported, and the job runs again to its end."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from kerja import SIAPKAN, Kerja, open_kerja

from berkas_anggaran import build_daun, build_fa, build_pohon, sum_akar, write_xlsx

POHON = build_pohon(build_daun(6_000))
MULAI = """
from pathlib import Path
from akuntabel.siklus.anggaran.impor import PilihanImpor, submit_impor
from pemeran import build_pemeran
p = build_pemeran()
submit_impor(p.kota, 2024, "fa.xlsx", Path({berkas!r}).read_bytes(), pilihan=PilihanImpor(), by=p.danu)
"""
MACET = f"{SIAPKAN}import pekerja_macet as m; from akuntabel.platform.tasks.pekerja import run_pekerja; "
VERSI = "SELECT status, total_pagu, jumlah_baris FROM anggaran_versianggaran"
BARIS = "SELECT count(*), sum(pagu) FROM anggaran_barisanggaran"


@pytest.fixture
def kerja(tmp_path: Path) -> Iterator[Kerja]:
    with open_kerja(tmp_path) as kerja:
        kerja.env["PYTHONPATH"] = os.pathsep.join([str(Path(__file__).parent), kerja.env["PYTHONPATH"]])
        yield kerja


def test_killed_half_way_nothing_is_there_and_the_job_runs_again(kerja: Kerja, tmp_path: Path):
    berkas, tanda = tmp_path / "fa.xlsx", tmp_path / "setengah"
    berkas.write_bytes(write_xlsx(build_fa(POHON, kode_satker="357200")))
    kerja.run(MULAI.format(berkas=str(berkas)))
    program = f"{MACET}m.hang_halfway({str(tanda)!r}); run_pekerja()"
    pekerja = subprocess.Popen([sys.executable, "-c", program], env=kerja.env)  # noqa: S603 — our own text
    kerja.daftar_pekerja.append(pekerja)
    kerja.wait_until(tanda.exists, 120)
    pekerja.kill()
    pekerja.wait()
    assert kerja.query("SELECT status, persen FROM tasks_tugas") == [("berjalan", 60)]
    assert kerja.query(VERSI) == []
    assert kerja.query("SELECT count(*) FROM anggaran_barisanggaran") == [(0,)]
    kerja.start_pekerja()
    kerja.wait_until(lambda: kerja.query("SELECT status, percobaan FROM tasks_tugas") == [("selesai", 2)], 180)
    pagu = sum_akar(POHON).pagu
    assert kerja.query(VERSI) == [("pratinjau", pagu, 6_000)]
    assert kerja.query(BARIS.replace("sum(pagu)", "count(DISTINCT kode)")) == [(len(POHON), len(POHON))]
