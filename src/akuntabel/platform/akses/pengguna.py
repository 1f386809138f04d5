"""What happens to an account happens to its tokens; connected when the app is ready, in the transaction of the act."""

from typing import Any

from django.dispatch import receiver

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.accounts.signals import tindakan_pengguna
from akuntabel.platform.akses.actions import withdraw_token_pengguna


@receiver(tindakan_pengguna)
def end_token(*, pengguna: Pengguna, tindakan: str, by: Pengguna | None, **_: Any) -> None:
    """Who is withdrawn takes every token along."""
    if tindakan == "withdraw":
        withdraw_token_pengguna(pengguna, by=by)
