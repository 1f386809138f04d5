"""Several writers under one province, and the province on the move: no sum is lost, nobody waits for ever."""

import subprocess
import sys
from pathlib import Path

from doors.web.situs import build_basis

SKRIP = Path(__file__).with_name("isi_serempak.py")
PENULIS = 6


def test_sums_are_whole_after_several_writers_at_once(tmp_path: Path):
    with build_basis(tmp_path / "data", SKRIP) as basis:
        env = basis.env | {"PYTHONPATH": f"{basis.env['PYTHONPATH']}:{SKRIP.parent}"}
        perintah = [[sys.executable, str(SKRIP), "tulis", str(n)] for n in range(PENULIS)]
        perintah.append([sys.executable, str(SKRIP), "pindah"])
        daftar = [subprocess.Popen(p, env=env, stderr=subprocess.PIPE, text=True) for p in perintah]  # noqa: S603 — our own
        galat = [proses.communicate(timeout=120)[1] for proses in daftar]
        assert [p.returncode for p in daftar] == [0] * len(daftar), galat
        hitung = [sys.executable, str(SKRIP), "hitung"]
        hasil = subprocess.run(hitung, env=env, check=True, capture_output=True, text=True)  # noqa: S603 — our own
    salah, nilai, satker = map(int, hasil.stdout.split())
    assert salah == 0
    assert nilai == satker > 20  # nearly every office, both indicators, both years
