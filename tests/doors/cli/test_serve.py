"""``akuntabel serve`` on an empty folder, again on the same, and after it was killed."""

import os
import re
import shutil
import signal
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from situs import ADMIN, Situs, build_env, find_port, open_situs, run_program


def _is_hidup(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"


def _wait_mati(daftar: list[int], detik: float) -> None:
    batas = time.monotonic() + detik
    while hidup := [p for p in daftar if _is_hidup(p)]:
        assert time.monotonic() < batas, f"masih hidup: {hidup}"
        time.sleep(0.1)


def _check_kepala(situs: Situs) -> None:
    jawaban, isi = situs.get("/tidak-ada")
    assert jawaban.status == 404
    assert "default-src 'self'" in (jawaban.getheader("Content-Security-Policy") or "")
    assert "unsafe" not in (jawaban.getheader("Content-Security-Policy") or "")
    assert jawaban.getheader("X-Frame-Options") == "DENY"
    assert jawaban.getheader("X-Content-Type-Options") == "nosniff"
    assert b"Traceback" not in isi
    assert b"DEBUG" not in isi


@pytest.fixture(scope="module")
def situs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Situs]:
    """The first start on an empty folder, for the tests that look at what it is like."""
    with open_situs(tmp_path_factory.mktemp("situs") / "data", find_port(), **ADMIN) as situs:
        yield situs


@pytest.fixture
def folder_siap(situs: Situs, tmp_path: Path) -> Path:
    """A folder as the first start left it."""
    shutil.copy(situs.folder / "kunci-rahasia", tmp_path)
    with (
        closing(sqlite3.connect(situs.folder / "akuntabel.sqlite3")) as asal,
        closing(sqlite3.connect(tmp_path / "akuntabel.sqlite3")) as salinan,
    ):
        asal.backup(salinan)
    return tmp_path


def test_an_empty_folder_becomes_a_site(situs: Situs):
    _check_kepala(situs)
    assert stat.S_IMODE((situs.folder / "kunci-rahasia").stat().st_mode) == 0o600
    assert stat.S_IMODE(situs.folder.stat().st_mode) == 0o700
    assert situs.query("SELECT email, nama FROM accounts_pengguna") == [("ani@contoh.go.id", "Ani")]
    assert situs.query("SELECT kode, nama FROM organisasi_satker") == [("357200", "KPU Kota Blitar")]
    assert situs.query("SELECT peran FROM organisasi_penugasan") == [("admin",)]


@pytest.mark.parametrize("tanda", [signal.SIGTERM, signal.SIGINT])
def test_a_further_start_asks_nothing_keeps_everything_and_ends_cleanly(folder_siap: Path, tanda: signal.Signals):
    kunci = (folder_siap / "kunci-rahasia").read_bytes()
    with open_situs(folder_siap, find_port()) as situs:
        _check_kepala(situs)
        anak = situs.daftar_anak()
        assert situs.stop(tanda) == 0
    _wait_mati(anak, 5)
    assert (folder_siap / "kunci-rahasia").read_bytes() == kunci
    assert situs.query("SELECT email FROM accounts_pengguna") == [("ani@contoh.go.id",)]


def test_killed_without_warning_it_leaves_no_process_and_starts_again(folder_siap: Path):
    port = find_port()
    with open_situs(folder_siap, port) as situs:
        _wait_pekerja(situs, bukan=None)
        anak = situs.daftar_anak()
        situs.stop(signal.SIGKILL)
    with open_situs(folder_siap, port) as situs:  # at once: the port is given back in time
        _check_kepala(situs)
        _wait_mati(anak, 20)
        assert situs.query("SELECT email FROM accounts_pengguna") == [("ani@contoh.go.id",)]
        assert situs.query("PRAGMA quick_check") == [("ok",)]


def test_files_of_the_pages_come_compressed_and_for_ever(situs: Situs):
    _, halaman = situs.get("/masuk/")
    daftar = re.findall(r'(?:href|src)="(/statis/[^"#]+)', halaman.decode())
    assert any(nama.endswith(".css") for nama in daftar)
    for nama in daftar:
        jawaban, isi = situs.get(nama, **{"Accept-Encoding": "gzip"})
        assert (nama, jawaban.status) == (nama, 200)
        assert "immutable" in (jawaban.getheader("Cache-Control") or "")
        assert isi
        if nama.endswith((".css", ".js")):
            assert jawaban.getheader("Content-Encoding") == "gzip"


def test_a_worker_that_was_killed_is_started_again(situs: Situs):
    pekerja = _wait_pekerja(situs, bukan=None)
    os.kill(pekerja, signal.SIGKILL)
    assert _wait_pekerja(situs, bukan=pekerja)


def _wait_pekerja(situs: Situs, *, bukan: int | None) -> int:
    batas = time.monotonic() + 60
    while (pekerja := situs.find_pekerja()) in (None, bukan):
        assert time.monotonic() < batas
        time.sleep(0.1)
    return pekerja


def test_a_port_in_use_is_one_clear_sentence(situs: Situs, tmp_path: Path):
    hasil = run_program("serve", "--port", str(situs.port), env=build_env(tmp_path / "b", **ADMIN))
    assert hasil.returncode == 2
    assert hasil.stderr == (
        f"Port {situs.port} di 127.0.0.1 sudah dipakai program lain. Hentikan program itu, atau pilih port lain: "
        f"akuntabel serve --port {situs.port + 1}\n"
    )
    assert not (tmp_path / "b").exists()


def test_without_an_administrator_and_without_anybody_to_ask_it_says_what_is_missing(tmp_path: Path):
    hasil = run_program("serve", "--port", str(find_port()), env=build_env(tmp_path, AKUNTABEL_ADMIN_NAMA="Ani"))
    assert hasil.returncode == 2
    assert "Belum ada administrator" in hasil.stderr
    assert "AKUNTABEL_ADMIN_SUREL (Surel administrator)" in hasil.stderr
    assert "AKUNTABEL_ADMIN_NAMA" not in hasil.stderr


def test_a_first_administrator_that_does_not_fit_is_told_everything_and_nothing_is_kept(tmp_path: Path):
    env = build_env(tmp_path, **(ADMIN | {"AKUNTABEL_ADMIN_SANDI": "123", "AKUNTABEL_SATKER_JENIS": "desa"}))
    hasil = run_program("serve", "--port", str(find_port()), env=env)
    assert hasil.returncode == 2
    assert "• kata sandi: " in hasil.stderr
    assert "• jenis: " in hasil.stderr
    with closing(sqlite3.connect(tmp_path / "akuntabel.sqlite3")) as sambungan:
        for tabel in ("organisasi_satker", "accounts_pengguna", "audit_jejakaudit"):
            assert sambungan.execute(f"SELECT count(*) FROM {tabel}").fetchall() == [(0,)]  # noqa: S608 — our own names


@pytest.mark.parametrize("perintah", [["worker"], ["audit", "verify"]])
def test_commands_that_need_a_database_say_where_it_should_be(tmp_path: Path, perintah: list[str]):
    hasil = run_program(*perintah, env=build_env(tmp_path / "kosong"))
    assert hasil.returncode == 2
    assert f"{tmp_path / 'kosong' / 'akuntabel.sqlite3'}: basis data belum ada" in hasil.stderr
    assert not (tmp_path / "kosong").exists()


def test_settings_that_cannot_be_read_are_one_message(tmp_path: Path):
    hasil = run_program("worker", env=build_env(tmp_path) | {"DATABASE_URL": "mongo://x"})
    assert hasil.returncode == 2
    assert "Pengaturan tidak dapat dipakai" in hasil.stderr
    assert "Traceback" not in hasil.stderr


def test_checking_a_report_does_not_wait_for_the_application(tmp_path: Path):
    hasil = run_program("rule", "HIT001", env=build_env(tmp_path) | {"DATABASE_URL": "mongo://x"})
    assert hasil.returncode == 0
