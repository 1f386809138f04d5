"""The review of a report by the internal auditor: checklist, findings, statement."""

from django.apps import AppConfig


class ReviuConfig(AppConfig):
    name = "akuntabel.siklus.reviu"
    label = "reviu"
    verbose_name = "reviu"

    def ready(self) -> None:
        """A report that comes in calls its reviewers."""
        # Models can be imported only now.
        from akuntabel.siklus.pelaporan.kabar import register_pengabar
        from akuntabel.siklus.reviu.kabar import announce_pengajuan

        register_pengabar(announce_pengajuan)
