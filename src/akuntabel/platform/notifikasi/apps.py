"""Messages to people: in the application at once, by e-mail as a digest."""

from django.apps import AppConfig


class NotifikasiConfig(AppConfig):
    name = "akuntabel.platform.notifikasi"
    label = "notifikasi"
    verbose_name = "notifikasi"
