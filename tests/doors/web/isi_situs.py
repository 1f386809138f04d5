"""Run by ``situs.build_basis`` in a process of its own: an empty database becomes the site that the browser opens."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.core.management import call_command

SANDI = "sandi-uji-Akuntabel-1"


def main() -> None:
    """Everything of the cast; what addresses name is written down for the tests outside."""
    with fill_basis():
        from doors.web.isi import build_isi  # models can be imported only now

        isi = build_isi()
    Path(os.environ["AKUNTABEL_DATA"], "objek.json").write_text(json.dumps(isi.objek), "utf-8")


@contextmanager
def fill_basis() -> Iterator[None]:
    """Migrate; and give everybody who was added meanwhile the password of the tests."""
    django.setup()
    call_command("migrate", verbosity=0)
    yield
    from django.contrib.auth.hashers import make_password

    from akuntabel.platform.accounts.models import Pengguna

    Pengguna.objects.update(password=make_password(SANDI))  # one hash for all: Argon2 takes its time


if __name__ == "__main__":
    main()
