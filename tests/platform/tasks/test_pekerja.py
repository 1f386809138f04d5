"""Workers as processes: killed ones lose nothing, two of them do nothing twice."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from kerja import Kerja, open_kerja


@pytest.fixture
def kerja(tmp_path: Path) -> Iterator[Kerja]:
    with open_kerja(tmp_path) as kerja:
        yield kerja


def _selesai(kerja: Kerja) -> int:
    return int(kerja.query("SELECT count(*) FROM tasks_tugas WHERE status = 'selesai'")[0][0])


def test_a_job_whose_worker_is_killed_runs_again_to_its_end(kerja: Kerja, tmp_path: Path):
    catatan = tmp_path / "mulai"
    kerja.run(f"import tugas_uji; tugas_uji.survive_pembunuhan.enqueue({str(catatan)!r})")
    pekerja = kerja.start_pekerja()
    kerja.wait_until(catatan.exists, 120)
    kerja.wait_until(lambda: kerja.query("SELECT persen, pesan FROM tasks_tugas") == [(30, "baru mulai")], 60)
    pekerja.kill()
    kerja.start_pekerja()
    kerja.wait_until(lambda: _selesai(kerja) == 1, 180)
    assert kerja.query("SELECT percobaan, persen, hasil FROM tasks_tugas") in (
        [(2, 100, '"selesai pada percobaan kedua"')],  # SQLite keeps JSON as text
        [(2, 100, "selesai pada percobaan kedua")],
    )


def test_two_workers_do_every_job_once_and_leave_a_long_one_alone(kerja: Kerja, tmp_path: Path):
    catatan = tmp_path / "catatan"
    catatan.touch()
    kerja.run(
        "from tugas_uji import write_catatan as w; "
        f"w.enqueue({str(catatan)!r}, 'panjang', 20); "  # longer than silence that means death
        f"[w.enqueue({str(catatan)!r}, str(n)) for n in range(60)]"
    )
    kerja.start_pekerja()
    kerja.start_pekerja()
    kerja.wait_until(lambda: _selesai(kerja) == 61, 180)
    assert sorted(catatan.read_text().split()) == sorted(["panjang", *map(str, range(60))])
    assert kerja.query("SELECT DISTINCT percobaan FROM tasks_tugas") == [(1,)]


def test_a_worker_that_is_told_to_stop_ends_its_job_first(kerja: Kerja, tmp_path: Path):
    catatan = tmp_path / "catatan"
    kerja.run(f"import tugas_uji; tugas_uji.write_catatan.enqueue({str(catatan)!r}, 'a', 3)")
    pekerja = kerja.start_pekerja()
    kerja.wait_until(catatan.exists, 120)
    pekerja.terminate()
    try:
        assert pekerja.wait(60) == 0
    except subprocess.TimeoutExpired:
        pytest.fail("pekerja tidak berhenti")
    assert _selesai(kerja) == 1
