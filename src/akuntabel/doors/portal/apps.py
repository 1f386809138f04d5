"""The public pages as a part of the site."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "akuntabel.doors.portal"
    label = "portal"
