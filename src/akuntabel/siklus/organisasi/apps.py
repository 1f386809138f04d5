"""The first stage: offices and the people in them."""

from django.apps import AppConfig


class OrganisasiConfig(AppConfig):
    name = "akuntabel.siklus.organisasi"
    label = "organisasi"
    verbose_name = "organisasi"
