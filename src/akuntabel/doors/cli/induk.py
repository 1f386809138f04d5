"""A process that ends with the one that started it, also when that one was killed and could say nothing."""

import os
import signal
import threading
import time

LINGKUNGAN_INDUK = "AKUNTABEL_INDUK"
_JEDA = 0.5
_TENGGANG = 15.0  # seconds to end what was begun


def follow_induk() -> None:
    """Watch the process that ``AKUNTABEL_INDUK`` names; without the variable nothing is watched."""
    induk = os.environ.get(LINGKUNGAN_INDUK)
    if induk and os.name == "posix":  # Windows goes on naming a parent that is dead
        threading.Thread(target=_watch, args=(int(induk),), daemon=True).start()


def _watch(induk: int) -> None:
    while os.getppid() == induk:
        time.sleep(_JEDA)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_TENGGANG)
    os._exit(1)
