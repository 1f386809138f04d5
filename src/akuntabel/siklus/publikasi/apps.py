"""What the public may read: reports as published, frozen, in tables of their own."""

from django.apps import AppConfig


class PublikasiConfig(AppConfig):
    name = "akuntabel.siklus.publikasi"
    label = "publikasi"
    verbose_name = "publikasi"
