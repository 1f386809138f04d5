"""The third stage: what the head of an office promises for one year."""

from django.apps import AppConfig


class PerjanjianConfig(AppConfig):
    name = "akuntabel.siklus.perjanjian"
    label = "perjanjian"
    verbose_name = "perjanjian kinerja"
