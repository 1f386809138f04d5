"""The fourth stage: what was measured, with its source, and how far that is from what was promised."""

from importlib import import_module

from django.apps import AppConfig


class PengukuranConfig(AppConfig):
    name = "akuntabel.siklus.pengukuran"
    label = "pengukuran"
    verbose_name = "pengukuran kinerja"

    def ready(self) -> None:
        """Follow the offices through the tree; the receiver needs the models of all apps."""
        import_module(f"{self.name}.pindah")
