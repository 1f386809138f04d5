"""The money of the year: what DIPA allows, how it was changed, what was spent."""

from django.apps import AppConfig


class AnggaranConfig(AppConfig):
    name = "akuntabel.siklus.anggaran"
    label = "anggaran"
    verbose_name = "anggaran"
