"""The review of a report by the internal auditor: checklist, findings, statement."""

from django.apps import AppConfig


class ReviuConfig(AppConfig):
    name = "akuntabel.siklus.reviu"
    label = "reviu"
    verbose_name = "reviu"
