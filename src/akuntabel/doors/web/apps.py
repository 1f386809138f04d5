"""The app of the screens."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "akuntabel.doors.web"
    label = "web"
    verbose_name = "layar"
