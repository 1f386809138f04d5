"""What the public may read: reports as published, frozen, in tables of their own."""

from django.apps import AppConfig


class PublikasiConfig(AppConfig):
    name = "akuntabel.siklus.publikasi"
    label = "publikasi"
    verbose_name = "publikasi"

    def ready(self) -> None:
        """The evaluation may prove that a report is published."""
        # Models can be imported only now.
        from akuntabel.siklus.evaluasi.sumber_terbitan import register_pembaca
        from akuntabel.siklus.publikasi.baca import read_terbitan_laporan

        register_pembaca(read_terbitan_laporan)
