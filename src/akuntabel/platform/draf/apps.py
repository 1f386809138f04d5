"""The app of forms half filled in."""

from django.apps import AppConfig


class DrafConfig(AppConfig):
    name = "akuntabel.platform.draf"
    label = "draf"
    verbose_name = "draf isian"
