"""How fast somebody may ask: a bucket that fills by the minute, counted in the memory of each process.

It protects the process that counts, so that is where it counts: no write for each read, nothing to share. Who is spread
over several processes or machines by a balancer gets the rate of each of them (docs/adr/0024-api.md).
"""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

PALING_BANYAK = 10_000  # buckets that are remembered; the one that was used longest ago is full again by then


class Laju:
    """Who has asked how much. per_menit: what somebody may ask in a minute, all at once if they like."""

    def __init__(self, jam: Callable[[], float] = time.monotonic) -> None:
        self._jam = jam
        self._sisa: OrderedDict[str, tuple[float, float]] = OrderedDict()  # what is left, and when that was
        self._kunci = Lock()

    def take(self, siapa: str, per_menit: int) -> int:
        """One request of theirs. 0: go on; else after how many seconds the next one is allowed."""
        with self._kunci:
            kini = self._jam()
            sisa, waktu = self._sisa.pop(siapa, (float(per_menit), kini))
            sisa = min(float(per_menit), sisa + (kini - waktu) * per_menit / 60)
            is_boleh = sisa >= 1
            self._sisa[siapa] = (sisa - 1 if is_boleh else sisa, kini)
            if len(self._sisa) > PALING_BANYAK:
                self._sisa.popitem(last=False)
            return 0 if is_boleh else max(1, math.ceil((1 - sisa) * 60 / per_menit))

    def forget(self) -> None:
        """Everybody begins anew."""
        with self._kunci:
            self._sisa.clear()
