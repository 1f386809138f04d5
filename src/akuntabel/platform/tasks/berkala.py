"""What is done again and again without anybody asking. Each may run twice or be left out once without harm.

Which functions these are is said in the settings (BERKALA): stages of the cycle have theirs too, and this room knows
none of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from akuntabel.platform.tasks.models import Tugas

SIMPAN_TUGAS = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Berkala:
    """A function, and every how many minutes it is called (a divisor of 60, or of a day in hours)."""

    fungsi: Callable[[], None]
    menit: int

    @property
    def cron(self) -> str:
        """The same as cron says it."""
        return f"*/{self.menit} * * * *" if self.menit < 60 else f"7 */{self.menit // 60} * * *"


@cache
def daftar_berkala() -> tuple[Berkala, ...]:
    """All of them, in the order of the settings; to be asked for when the applications are ready."""
    return tuple(Berkala(import_string(jalur), menit) for jalur, menit in settings.BERKALA)


def remove_tugas_lama() -> None:
    """Finished jobs leave the table after a season; what they made stays."""
    Tugas.objects.filter(selesai_at__lt=timezone.now() - SIMPAN_TUGAS).delete()
