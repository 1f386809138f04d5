"""The checklist of anak lampiran III/2-2 as it is answered: which lines are asked, which are still open."""

from collections.abc import Mapping

from akuntabel.core.regulasi.laporan import ButirReviu, daftar_checklist_reviu
from akuntabel.siklus.reviu.models import Jawaban

DISANGKAL = frozenset({Jawaban.TIDAK.value, Jawaban.SEBAGIAN.value})


def is_ditanya(butir: ButirReviu, jawaban: Mapping[str, str]) -> bool:
    """Whether the line is asked: always, or where one of those that it depends on was not answered with a plain yes."""
    return not butir.jika_tidak or any(jawaban.get(kode, "") in DISANGKAL for kode in butir.jika_tidak)


def daftar_ditanya(jawaban: Mapping[str, str]) -> tuple[ButirReviu, ...]:
    """The lines that must be answered, given the answers so far."""
    return tuple(b for b in daftar_checklist_reviu() if is_ditanya(b, jawaban))


def daftar_belum(jawaban: Mapping[str, str]) -> tuple[ButirReviu, ...]:
    """The lines that are asked and have no answer."""
    return tuple(b for b in daftar_ditanya(jawaban) if not jawaban.get(b.id))


def find_butir(kode: str) -> ButirReviu | None:
    """The line of that code."""
    return next((b for b in daftar_checklist_reviu() if b.id == kode), None)
