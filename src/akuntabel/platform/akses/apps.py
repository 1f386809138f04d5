"""Access of programs: tokens with scope, keys of repeated requests, limits of rate."""

from importlib import import_module

from django.apps import AppConfig


class AksesConfig(AppConfig):
    name = "akuntabel.platform.akses"
    label = "akses"
    verbose_name = "akses program"

    def ready(self) -> None:
        """Listen to what happens to accounts; the receiver needs the models of all apps."""
        import_module(f"{self.name}.pengguna")
