"""Who sees which election: one's own, and what an office above has written down for all below it."""

from typing import Self, TypeVar

from django.db import models
from django.db.models import Exists, OuterRef

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet, saring_terlihat

M = TypeVar("M", bound=models.Model)


class DaftarPemilihQuerySet(MilikSatkerQuerySet[M]):
    """Counts of voters as they were written down, one after the other."""

    def ujung(self) -> Self:
        """The last word on every cell, also where it says that the cell holds no longer."""
        penerus = self.model._default_manager.filter(menggantikan=OuterRef("pk"))
        return self.filter(~Exists(penerus))

    def terkini(self) -> Self:
        """The counts that hold."""
        return self.ujung().filter(is_ditarik=False)


class MilikPerkaraQuerySet(models.QuerySet[M]):
    """Anything that hangs from a case."""

    def visible_to(self, pengguna: Pengguna) -> Self:
        """What belongs to the cases of the offices that the person sees."""
        return self.filter(saring_terlihat(pengguna, "perkara__satker__"))
