"""The fourth stage: what was measured, with its source, and how far that is from what was promised."""

from django.apps import AppConfig


class PengukuranConfig(AppConfig):
    name = "akuntabel.siklus.pengukuran"
    label = "pengukuran"
    verbose_name = "pengukuran kinerja"
