"""The API as a part of the site."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "akuntabel.doors.api"
    label = "api"
