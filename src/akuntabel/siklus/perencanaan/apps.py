"""The second stage: what an office wants to reach, and how that is measured."""

from django.apps import AppConfig


class PerencanaanConfig(AppConfig):
    name = "akuntabel.siklus.perencanaan"
    label = "perencanaan"
    verbose_name = "perencanaan"
