"""The example of docs/api.md runs as it stands there, against a running site."""

import os
import re
import subprocess
import sys
from pathlib import Path

from doors.web.situs import Situs

DOKUMEN = Path(__file__).parents[3] / "docs" / "api.md"
KODE = "357200"


def run_contoh(situs: Situs, tmp_path: Path, *argumen: str) -> subprocess.CompletedProcess[str]:
    """The one Python block of the page, in a process of its own."""
    (isi,) = re.findall(r"```python\n(.*?)```", DOKUMEN.read_text("utf-8"), re.DOTALL)
    berkas = tmp_path / "contoh.py"
    berkas.write_text(isi, "utf-8")
    objek = situs.objek[KODE]
    env = os.environ | {"AKUNTABEL_ALAMAT": situs.alamat, "AKUNTABEL_TOKEN": objek["token_program"]}
    return subprocess.run(  # noqa: S603 — the example of our own page
        [sys.executable, str(berkas), KODE, str(objek["tahun_program"]), *argumen],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )


def test_example_reads_writes_and_reads_again(situs: Situs, tmp_path: Path) -> None:
    pertama = run_contoh(situs, tmp_path, "3", "a", "72")
    assert pertama.returncode == 0, pertama.stderr
    baris = pertama.stdout.splitlines()
    sebelum = {b.split()[0]: b.split()[-1] for b in baris if not b.startswith("sesudah")}
    sesudah = dict(b.split()[1:] for b in baris if b.startswith("sesudah"))
    assert sebelum["1.1"] != sesudah["1.1"]
    kedua = run_contoh(situs, tmp_path, "3", "a", "72")
    assert kedua.returncode == 0, kedua.stderr
    assert kedua.stdout.splitlines()[0].split()[-1] == sesudah["1.1"]


def test_refusal_is_said_in_words(situs: Situs, tmp_path: Path) -> None:
    gagal = run_contoh(situs, tmp_path, "3", "tidak_ada", "72")
    assert gagal.returncode == 1
    assert "tidak_ada" in gagal.stderr
    assert "Isian tidak sah" in gagal.stderr
