"""``akuntabel serve`` asks for the first administrator, in a terminal."""

import os
import pty
import select
import time
from contextlib import suppress
from pathlib import Path

from situs import ADMIN, PROGRAM, build_env, find_port


class Terminal:
    """A terminal with the program in it."""

    def __init__(self, argumen: list[str], env: dict[str, str]) -> None:
        self.teks = ""
        self.pid, self.nomor = pty.fork()
        if self.pid == 0:
            os.execve(PROGRAM[0], [*PROGRAM, *argumen], env)  # noqa: S606 — this very program

    def wait_for(self, kata: str, detik: float = 60) -> None:
        """Read until a word appears; what was read before it is forgotten."""
        batas = time.monotonic() + detik
        while kata not in self.teks:
            assert time.monotonic() < batas, self.teks
            if select.select([self.nomor], [], [], 0.2)[0]:
                self.teks += os.read(self.nomor, 4096).decode(errors="replace")
        self.teks = self.teks.split(kata, 1)[1]

    def answer(self, kata: str, isi: str) -> None:
        """Wait for a question and answer it."""
        self.wait_for(kata)
        time.sleep(0.2)  # what is typed before the echo is off is thrown away
        os.write(self.nomor, f"{isi}\n".encode())

    def stop(self) -> int:
        """Ctrl+C; the exit code, when all that it had to say is read."""
        os.write(self.nomor, b"\x03")
        with suppress(OSError):  # the other end is closed
            while potong := os.read(self.nomor, 4096):
                self.teks += potong.decode(errors="replace")
        _, status = os.waitpid(self.pid, 0)
        os.close(self.nomor)
        return os.waitstatus_to_exitcode(status)


def test_the_first_administrator_is_asked_for_until_the_answers_fit(tmp_path: Path):
    sandi = ADMIN["AKUNTABEL_ADMIN_SANDI"]
    tanpa_orang = {k: v for k, v in ADMIN.items() if "ADMIN" not in k}
    terminal = Terminal(["serve", "--port", str(find_port())], build_env(tmp_path, **tanpa_orang, TERM="dumb"))
    terminal.wait_for("Belum ada administrator.")
    for pertanyaan in ("Kode satker", "Nama satker", "Jenis satker", "Tempat", "Entitas", "Kementerian"):
        terminal.answer(pertanyaan, "")  # what the environment says is offered
    terminal.answer("Nama administrator", "Ani")
    terminal.answer("Surel administrator", "bukan surel")
    terminal.answer("Kata sandi administrator", "123")
    terminal.answer("Ulangi", "123")
    terminal.wait_for("• surel:")
    for pertanyaan in ("Kode satker", "Nama satker", "Jenis satker", "Tempat", "Entitas", "Kementerian", "Nama"):
        terminal.answer(pertanyaan, "")
    terminal.answer("Surel administrator", "ani@contoh.go.id")
    terminal.answer("Kata sandi administrator", sandi)
    terminal.answer("Ulangi", sandi)
    terminal.wait_for("Akuntabel berjalan di http://127.0.0.1:")
    assert sandi not in terminal.teks
    kode = terminal.stop()
    assert kode == 0, terminal.teks
    assert "Traceback" not in terminal.teks
