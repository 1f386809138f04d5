"""Acts of several people at the same moment, each with a connection of its own."""

from collections.abc import Callable
from threading import Barrier, Thread

from django.db import connections


def run_serentak(*tindakan: Callable[[], object]) -> list[str]:
    """Run them in threads that start together; the names of what each raised, "" where it went well."""
    pagar = Barrier(len(tindakan))
    hasil = [""] * len(tindakan)

    def jalankan(nomor: int) -> None:
        try:
            pagar.wait()
            tindakan[nomor]()
        except Exception as galat:
            hasil[nomor] = type(galat).__name__
        finally:
            connections.close_all()

    utas = [Thread(target=jalankan, args=(n,)) for n in range(len(tindakan))]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    return hasil
