"""The stage of the report; so far the frozen facts of a year."""

from django.apps import AppConfig


class PelaporanConfig(AppConfig):
    name = "akuntabel.siklus.pelaporan"
    label = "pelaporan"
    verbose_name = "pelaporan"
