"""The app of the audit trail."""

from importlib import import_module

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "akuntabel.platform.audit"
    label = "audit"
    verbose_name = "jejak audit"

    def ready(self) -> None:
        """Listen to signing in; the receivers need the models of all apps."""
        import_module(f"{self.name}.masuk")
