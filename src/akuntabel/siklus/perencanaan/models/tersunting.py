"""What every row has that several people edit."""

from django.db import models


class Tersunting(models.Model):
    """A row that is edited in place. suntingan counts its changes, so that of two editors the second is told."""

    suntingan = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        abstract = True
