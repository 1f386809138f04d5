"""Access of programs: tokens with scope, keys of repeated requests, limits of rate."""

from django.apps import AppConfig


class AksesConfig(AppConfig):
    name = "akuntabel.platform.akses"
    label = "akses"
    verbose_name = "akses program"
