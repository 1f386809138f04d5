"""The app of the audit trail."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "akuntabel.platform.audit"
    label = "audit"
    verbose_name = "jejak audit"
