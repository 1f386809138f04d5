"""What is done again and again without anybody asking. Each may run twice or be left out once without harm."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from akuntabel.platform.audit.tugas import seal_jejak
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


def remove_tugas_lama() -> None:
    """Finished jobs leave the table after a season; what they made stays."""
    Tugas.objects.filter(selesai_at__lt=timezone.now() - SIMPAN_TUGAS).delete()


DAFTAR_BERKALA = (Berkala(seal_jejak, 5), Berkala(remove_tugas_lama, 360))
