"""Which version of the budget holds."""

from typing import Self, TypeVar

from django.db import models

from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet

M = TypeVar("M", bound=models.Model)


class VersiQuerySet(MilikSatkerQuerySet[M]):
    """Versions of budgets, also those that were only looked at."""

    def diambil(self) -> Self:
        """Those that were taken, the one that holds first."""
        return self.filter(status="diambil").order_by("-nomor")
