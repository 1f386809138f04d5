"""One proof that the application finds in its own records."""

from dataclasses import dataclass
from datetime import date

from akuntabel.core.regulasi.lke import Pemenuhan


@dataclass(frozen=True, slots=True)
class BuktiMesin:
    """What is recorded about a kriteria. jawaban None: it only tells; halaman, argumen: the page where it is seen."""

    kode: str
    jawaban: Pemenuhan | None
    kalimat: str
    halaman: str
    argumen: tuple[object, ...]
    tanggal: date | None = None


def pick_pemenuhan(ada: int, dari: int, *, kosong: Pemenuhan | None = None) -> Pemenuhan | None:
    """All of them, some of them, none (kosong: what none proves; mostly nothing, for it may be recorded elsewhere)."""
    if not ada or not dari:
        return kosong
    return Pemenuhan.YA if ada >= dari else Pemenuhan.SEBAGIAN
