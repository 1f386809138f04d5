"""Who sees which measurements, and which of them hold."""

from typing import Self, TypeVar

from django.db import models

from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet
from akuntabel.siklus.perencanaan.querysets import MilikSatkerAtasQuerySet

__all__ = ["ElemenQuerySet", "FaktaQuerySet", "MilikSatkerAtasQuerySet"]

M = TypeVar("M", bound=models.Model)


class ElemenQuerySet(MilikSatkerAtasQuerySet[M]):
    """Elements, seen by the office that names them and by all below it."""


class FaktaQuerySet(MilikSatkerQuerySet[M]):
    """Facts as they were written down, one instead of another."""

    def ujung(self) -> Self:
        """The last link of every chain, withdrawals too."""
        return self.filter(penggantinya__isnull=True)

    def terkini(self) -> Self:
        """The facts that hold: not superseded, not withdrawn."""
        return self.ujung().filter(is_ditarik=False)
